"""Boards by themselves, in Chromium: does the text fit, can it be read, does the replay work for everybody."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

import tiny
from boards import Pages, both, sequence, shapes
from study.assets.modules import joined
from study.diagrams.figure import LABELS
from study.load import load
from study.models.base import LANGS, Lang
from study.models.board import Flow, Sequence
from study.shape import walk

pytestmark = pytest.mark.browser
ASSETS = tiny.ROOT / "overrides" / "assets"
FONTS = ("DejaVu Sans", "Noto Sans CJK SC", "Liberation Sans")  # wide · Han · with Arial's widths
SPARE = 4
ENTRY = 'const needs = {\n  ".board": "board",\n};\n(await need(needs[".board"])).wake(document);'
CAPTIONS = [{"stage": stage, "say": both(f"Words for stage {stage}.", f"第 {stage} 阶段的话。")} for stage in (1, 5)]

MEASURE = """(font) => {
  const worst = [];
  for (const box of document.querySelectorAll('.board-svg .node, .board-svg g[data-type="participant"]')) {
    const shape = box.querySelector("rect, polygon, circle, path");
    box.ownerSVGElement.style.fontFamily = font;
    const rows = [...box.querySelectorAll(":scope > .label tspan, text.actor tspan")];
    if (!rows.length) worst.push([-99, box.id]);
    const into = shape.getCTM().inverse().multiply(rows[0].getCTM());
    const inside = (x, y) => shape.isPointInFill(new DOMPoint(x, y).matrixTransform(into));
    for (const row of rows) {
      const b = row.getBBox();
      const fits = (d) => [b.x - d, b.x + b.width + d].every((x) => [b.y - d, b.y + b.height + d].every((y) => inside(x, y)));
      let spare = -20;
      while (spare < 12 && fits(spare + 0.5)) spare += 0.5;
      worst.push([spare, `${row.ownerSVGElement.closest("figure").id}: ${row.textContent}`]);
    }
  }
  return worst.sort((a, b) => a[0] - b[0])[0];
}"""

CONTRAST = """() => {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = (colour) => {
    context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const colour = (name) => getComputedStyle(document.querySelector(".board")).getPropertyValue(name);
  let worst = [99];
  for (const text of document.querySelectorAll(".board-svg text")) {
    const back = text.closest(".board-minute") ? getComputedStyle(text.previousElementSibling).fill : colour("--paper");
    const [a, b] = [light(getComputedStyle(text).fill), light(back)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < worst[0]) worst = [ratio, text.textContent];
  }
  return worst;
}"""


def of_the_guide() -> Iterator[Flow | Sequence]:
    """Every board in data/."""
    files, _ = load(tiny.ROOT)
    for parsed in files.values():
        yield from (value for _, value, _ in walk(parsed.model) if isinstance(value, Flow | Sequence))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[Lang, str]:
    """A page with every kind of board and every board of the guide, in each language."""
    ui = yaml.safe_load((tiny.ROOT / "data/ui.yml").read_text("utf-8"))["labels"]
    boards = [shapes(captions=CAPTIONS), shapes(id="wide", direction="LR"), sequence(), *of_the_guide()]
    cache = tmp_path_factory.mktemp("diagrams")
    pages = {lang: Pages(cache, labels={key: ui[key][lang] for key in LABELS}) for lang in LANGS}
    return {lang: _page(lang, pages[lang].boards(*boards, lang=lang)) for lang in LANGS}


def _page(lang: Lang, body: str) -> str:
    css = "".join((ASSETS / "css" / f"{name}.css").read_text("utf-8") for name in ("tokens", "board"))
    script = joined(
        {"entry": ENTRY, **{path.stem: path.read_text("utf-8") for path in (ASSETS / "js").glob("*.js")}}, "entry"
    )
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>Boards</title>'
        '<script>document.documentElement.className = "js"</script>'
        f'<meta name="viewport" content="width=device-width"><style>html{{font-size:125%}} body{{margin:0;background:var(--paper);'
        f"color:var(--ink);font-family:var(--en)}} main{{max-width:690px;margin:auto}} {css}</style>"
        f'<body data-md-color-scheme="default"><main class="md-typeset"><h1>Boards</h1>{body}</main>'
        f'<script type="module">{script["entry"]}</script></html>'
    )


def opened(chromium: Browser, html: str, **options: Any) -> Page:
    page = chromium.new_context(**({"viewport": {"width": 1280, "height": 900}} | options)).new_page()
    page.set_content(html, wait_until="load")
    return page


@pytest.mark.parametrize("lang", LANGS)
def test_text_fits_with_room_to_spare(chromium: Browser, written: dict[Lang, str], lang: Lang) -> None:
    for width in (1280, 390):
        page = opened(chromium, written[lang], viewport={"width": width, "height": 900})
        for font in FONTS:
            spare, where = page.evaluate(MEASURE, font)
            assert spare >= SPARE, f"{spare} px in {font} at {width}: {where}"
        page.context.close()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_can_be_read(chromium: Browser, written: dict[Lang, str], scheme: str) -> None:
    page = opened(chromium, written["en"].replace('scheme="default"', f'scheme="{scheme}"'))
    for media in ("screen", "print"):
        page.emulate_media(media="print" if media == "print" else "screen")
        ratio, text = page.evaluate(CONTRAST)
        assert ratio >= 4.5, f"{text} in {scheme}, {media}"
    page.context.close()


@pytest.mark.parametrize("lang", LANGS)
def test_axe_finds_nothing(chromium: Browser, written: dict[Lang, str], lang: Lang) -> None:
    page = opened(chromium, written[lang])
    page.locator("#board-shapes .board-source summary").click()
    found = Axe().run(page, options={"rules": {"region": {"enabled": False}}}).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    page.context.close()


def shown(page: Page) -> list[str]:
    """The stages whose nodes can be seen, once the fading is over."""
    page.wait_for_timeout(500)
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll('#board-shapes .node[data-stage]')]
        .filter((n) => getComputedStyle(n).opacity === '1').map((n) => n.dataset.stage).sort()"""
    )
    return found


def test_replay_by_keyboard(chromium: Browser, written: dict[Lang, str]) -> None:
    page = opened(chromium, written["en"])
    board = page.locator("#board-shapes")
    places = "[...document.querySelectorAll('#board-shapes .label-container')].map((n) => JSON.stringify(n.getBoundingClientRect()))"
    assert shown(page) == list("1234567")
    height = board.bounding_box()
    board.locator("input").focus()
    before = page.evaluate(places)
    page.keyboard.press("Home")
    assert shown(page) == ["1"]
    assert board.locator("[role=status]").inner_text() == "0–5 min · Stage 1 Draw this and say: Words for stage 1."
    assert board.locator("input").get_attribute("aria-valuetext") == "0–5 min · Stage 1"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert shown(page) == ["1", "2", "3"]
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")  # the button for the next step
    page.keyboard.press("Enter")
    assert shown(page) == ["1", "2", "3", "4"]
    assert page.evaluate(places) == before
    after = board.bounding_box()
    assert height
    assert after
    assert height["height"] == after["height"]
    page.context.close()


def test_focus_survives_the_last_step(chromium: Browser, written: dict[Lang, str]) -> None:
    page = opened(chromium, written["en"])
    board = page.locator("#board-shapes")
    for _ in range(6):
        board.locator(".board-previous").click()
    assert board.locator(".board-previous").is_disabled()
    assert page.evaluate("document.activeElement.className") == "board-next"
    page.context.close()


def test_play_goes_through_all_stages(chromium: Browser, written: dict[Lang, str]) -> None:
    page = chromium.new_context().new_page()
    page.clock.install()
    page.set_content(written["en"], wait_until="load")
    board = page.locator("#board-shapes")
    board.locator(".board-play").click()
    assert board.get_attribute("data-step") == "1"
    assert board.locator(".board-play").get_attribute("aria-label") == "Pause"
    page.clock.run_for(30_000)
    assert board.get_attribute("data-step") == "7"
    assert board.locator(".board-play").get_attribute("aria-label") == "Play"
    page.context.close()


def test_reduced_motion(chromium: Browser, written: dict[Lang, str]) -> None:
    page = opened(chromium, written["en"], reduced_motion="reduce")
    assert not page.locator("#board-shapes .board-play").is_visible()
    assert page.locator("#board-shapes .node").first.evaluate("n => getComputedStyle(n).transitionDuration") == "0s"
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_when_the_script_arrives(chromium: Browser, written: dict[Lang, str], width: int) -> None:
    heights = []
    for html in (written["zh"], re.sub(r'<script type="module">.*?</script>', "", written["zh"], flags=re.DOTALL)):
        page = opened(chromium, html, viewport={"width": width, "height": 900})
        heights.append(page.locator("figure.board").evaluate_all("all => all.map((e) => e.offsetHeight)"))
        page.context.close()
    assert len(heights[0]) > 2
    assert heights[0] == heights[1]


def test_without_javascript(chromium: Browser, written: dict[Lang, str]) -> None:
    page = opened(chromium, written["zh"], java_script_enabled=False)
    board = page.locator("#board-shapes")
    assert board.locator(".node").count() == board.locator(".node:visible").count() == 8
    assert not board.locator("button").first.is_visible()
    assert "第 5 阶段的话" in board.locator(".board-captions").inner_text()
    page.context.close()


def test_a_wide_board_scrolls_and_opens_full_screen(chromium: Browser, written: dict[Lang, str]) -> None:
    page = opened(chromium, written["en"], viewport={"width": 390, "height": 844})
    board = page.locator("#board-wide")
    assert board.locator(".board-hint").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    scale = board.locator("svg").evaluate("s => s.getBoundingClientRect().width / s.viewBox.baseVal.width")
    assert scale >= 0.79
    board.locator(".board-full").click()
    box = page.locator("dialog").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    page.keyboard.press("Escape")
    assert page.locator("dialog").count() == 0
    assert page.evaluate("document.activeElement.className") == "board-full"
    assert board.locator(".board-body svg").is_visible()
    page.context.close()


FOLLOWED = """(figure) => {
  const frame = figure.querySelector(".board-view").getBoundingClientRect();
  const nodes = [...figure.querySelectorAll(`.node[data-stage="${figure.dataset.step}"]`)].map((node) => node.getBoundingClientRect());
  const within = (box) => box.left >= frame.left - 1 && box.top >= frame.top - 1 && box.left < frame.right && box.top < frame.bottom;
  return !nodes.length || nodes.some(within);
}"""
"""Whether something that the step draws begins within the window on the drawing."""


def test_steps_are_followed_on_a_board_larger_than_its_window(chromium: Browser, written: dict[Lang, str]) -> None:
    page = opened(chromium, written["en"], viewport={"width": 390, "height": 500})
    boards = page.locator("figure.board:has(.board-steps)")
    assert boards.count() > 5
    for board in boards.all():
        board.locator(".board-full").click()
        steps = int(board.locator("input").get_attribute("max") or 0)
        board.locator("input").fill("1")
        for _ in range(1, steps):
            board.locator(".board-next").click()
            assert board.evaluate(FOLLOWED), f"{board.get_attribute('id')} {board.get_attribute('data-step')}"
        page.keyboard.press("Escape")


def test_the_source_can_be_copied(chromium: Browser, written: dict[Lang, str], tmp_path: Path) -> None:
    page = chromium.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    (tmp_path / "page.html").write_text(written["zh"], "utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    board = page.locator("#board-shapes")
    board.locator("summary").click()
    board.locator(".board-copy").click()
    assert page.evaluate("navigator.clipboard.readText()").startswith("flowchart TB\n  n0[")
    page.context.close()


def test_paper(chromium: Browser, written: dict[Lang, str]) -> None:
    """Each drawing stands whole on one page with its minutes; no page is blank; a replay in progress does not show."""
    page = opened(chromium, written["en"])
    page.locator("#board-shapes .board-previous").click()
    for paper in ("A4", "Letter"):
        texts = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format=paper))).pages]
        assert all(text.strip() for text in texts)
        labels = ("Gateway", "Paged KV cache", "Decode pool", "36–41′")
        assert any(all(label in text for label in labels) for text in texts), f"the drawing is split on {paper}"
        assert "Play" not in "".join(texts)
    page.context.close()
