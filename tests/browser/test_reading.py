"""Reading in two languages: the switch, both side by side, a peek at one block."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route
from pypdf import PdfReader

from browser.conftest import Handler, addresses, served, until
from browser.test_pages import faults, twin

pytestmark = pytest.mark.browser
WIDTHS = (1280, 390)
STAGE, PATTERN = "framework/data/", "patterns/long-context-serving/"
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) shifts.push([e.value, e.sources.map((s) => s.node?.className)]);
}).observe({ type: "layout-shift", buffered: true });"""
RESTS = """async () => {
  const look = () => [scrollY, document.documentElement.scrollHeight, document.querySelector("article").getBoundingClientRect().top].join();
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 15)));
  let before, same = 0;
  for (let frames = 0; frames < 600; frames++) {
    same = look() === before ? same + 1 : 0;
    if (same === 10) return true;
    before = look();
    await frame();
  }
  return false;
}"""
"""Waits until ten frames in a row look the same; false where that does not happen."""
SHOWN = """window.shown = [];
(function look() {
  const text = document.querySelector("article [data-b]");
  const now = text && getComputedStyle(text).visibility === "visible" ? ("paired" in document.documentElement.dataset ? "both" : "one") : "none";
  if (shown.at(-1) !== now) shown.push(now);
  requestAnimationFrame(look);
})();"""
"""Lists what a reader has seen of the text so far: none, one language, both."""
BELOW_HEADER = """() => {
  const line = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const all = [...document.querySelectorAll("[data-b]")].filter((b) => b.getClientRects().length);
  const top = (b) => b.getBoundingClientRect().top;
  const block = all.find((b) => top(b) >= line - 1 && top(b) < innerHeight) ?? all.findLast((b) => top(b) < line);
  return [block.dataset.b, block.getBoundingClientRect().top];
}"""
"""The first block below the header, or the one that fills the window; and its distance from the window's upper edge."""
PAIRED = """() => {
  const all = [...document.querySelectorAll("article [id]")].map((e) => e.id);
  const seen = new Set();
  const refers = [...document.querySelectorAll("article *")].flatMap((e) => [...e.attributes]).flatMap((a) =>
    [...a.value.matchAll(/url\\(#([^)]+)\\)/g)].map((m) => m[1]).concat(/href$/.test(a.name) && a.value[0] === "#" ? [a.value.slice(1)] : []));
  const text = (e) => e.textContent.replace("¶", "").replace(/\\s+/g, " ").trim();
  const parts = [...document.querySelectorAll(".both > *, tr:has(+ .twin), .twin")];
  return {
    blocks: document.querySelectorAll("[data-b]").length,
    paired: document.querySelectorAll(".both, .twin").length,
    once: [...document.querySelectorAll("[data-b]")].filter((b) => !b.querySelector(".both") && !b.closest(".both")
      && !b.nextElementSibling?.matches(".twin")).map((b) => b.dataset.b),
    twice: all.filter((id) => seen.has(id) || !seen.add(id)),
    dangling: refers.filter((id) => !document.getElementById(id)),
    headings: document.querySelectorAll("article :is(h1, h2, h3)").length,
    silent: parts.filter((p) => !["en", "zh-Hans"].includes(p.lang)).length,
    wide: document.documentElement.scrollWidth - innerWidth,
    shifts,
  };
}"""


@dataclass
class Opened:
    """Opens pages in fresh contexts, which are closed when the test ends."""

    chromium: Browser
    base: str
    contexts: list[BrowserContext]

    def __call__(self, address: str, width: int = 1280, **options: Any) -> Page:
        """The page at `address`, counting its layout shifts in `shifts`."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": 844}, service_workers="block", **options
        )
        self.contexts.append(context)
        page = context.new_page()
        page.add_init_script(SHIFTS)
        page.goto(self.base + address)
        return page


@pytest.fixture
def opened(chromium: Browser, base: str) -> Iterator[Opened]:
    it = Opened(chromium, base, [])
    yield it
    for context in it.contexts:
        context.close()


def both(page: Page) -> Page:
    """`page`, once both languages are shown."""
    page.locator("html[data-paired]").wait_for(state="attached")
    return page


def rest(page: Page) -> Page:
    """`page`, once nothing has moved for a while."""
    assert page.evaluate(RESTS), "never rests"
    return page


def quiet(page: Page) -> Page:
    """`page`, once its modules are there and it rests."""
    page.wait_for_load_state("networkidle")
    return rest(page)


# The switch


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", [STAGE, f"zh/{PATTERN}"])
def test_the_switch_keeps_the_block(opened: Opened, address: str, width: int) -> None:
    """From anywhere on a page, its end included, the first block below the header arrives where it was."""
    for part in (0.2, 0.7, 1):
        page = quiet(opened(address, width))
        page.evaluate(f"scrollTo(0, {part} * (document.documentElement.scrollHeight - innerHeight))")
        quiet(page)
        block, top = page.evaluate(BELOW_HEADER)
        page.locator("a.language").click()
        page.wait_for_url(f"**/guide/{twin(address)}#{block.split('.')[0]}")
        quiet(page)
        now = page.locator(f'[data-b="{block}"]').evaluate("b => b.getBoundingClientRect().top")
        assert abs(now - top) <= 2, f"{block} moved by {now - top} px at {part} of {address}"


def test_the_switch_opens_what_was_open(opened: Opened) -> None:
    page = quiet(opened(f"{PATTERN}#drills"))
    page.locator("details.drill").first.evaluate(
        "d => { d.open = true; scrollTo(0, d.getBoundingClientRect().top + scrollY - 40) }"
    )
    quiet(page)
    block, top = page.evaluate(BELOW_HEADER)
    page.locator("a.language").click()
    page.wait_for_url("**/zh/**")
    quiet(page)
    assert page.locator("details.drill[open]").count() == 1
    assert abs(page.locator(f'[data-b="{block}"]').evaluate("b => b.getBoundingClientRect().top") - top) <= 2


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", [f"zh/{STAGE}#cover", PATTERN])
def test_nothing_moves_on_load(opened: Opened, address: str, width: int) -> None:
    assert quiet(opened(address, width)).evaluate("shifts") == []


def test_a_new_tab_gets_the_section_only(opened: Opened) -> None:
    """What opens in another tab leaves no note in this one."""
    page = quiet(opened(f"{STAGE}#misses"))
    with page.context.expect_page() as other:
        page.locator("a.language").click(modifiers=["ControlOrMeta"])
    assert other.value.url.endswith(f"/zh/{STAGE}#misses")
    page.goto(f"{opened.base}zh/{STAGE}")
    assert quiet(page).evaluate("scrollY") == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_the_front_door_offers_the_browsers_language(opened: Opened, width: int) -> None:
    page = quiet(opened("", width, locale="zh-CN"))
    assert page.url == opened.base, "nobody is sent anywhere"
    offer = page.locator(".offer")
    assert offer.is_visible()
    assert page.evaluate("shifts") == []
    assert faults(page) == []
    offer.locator("button").click()
    assert offer.is_hidden()
    page.reload()
    assert quiet(page).locator(".offer").is_hidden(), "the choice is remembered"
    page.locator("a.language").click()
    page.wait_for_url("**/zh/")
    page.goto(opened.base)
    offer.locator("a").click()
    page.wait_for_url("**/zh/")


def test_no_offer_to_who_reads_english(opened: Opened) -> None:
    assert quiet(opened("", locale="en-GB")).locator(".offer").is_hidden()


# Both languages


@pytest.mark.parametrize(("lang", "width"), [("", 1280), ("zh/", 390)])
def test_every_page_side_by_side(opened: Opened, real: Path, lang: str, width: int) -> None:
    """Opened with `?view=both`, each page pairs all its blocks; nothing moves, nothing is wider than the window.

    One half of the pages in English on a desk, the other half in Chinese on a phone.
    """
    page = opened("404.html", width)
    for address in [a for a in addresses(real) if a.startswith("zh/") == bool(lang)][bool(lang) :: 2]:
        page.goto(f"{opened.base}{address}?view=both")
        found = both(page).evaluate(PAIRED)
        assert found["paired"] + len(found["once"]) == found["blocks"], address
        assert found["headings"] == page.locator("article :is(h1, h2, h3)[data-b]").count(), address
        assert {key: found[key] for key in ("twice", "dangling", "silent", "shifts")} == {
            "twice": [],
            "dangling": [],
            "silent": 0,
            "shifts": [],
        }, address
        assert found["wide"] <= 0, address
        page.set_viewport_size({"width": 320, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, f"{address} at 320"
        page.set_viewport_size({"width": width, "height": 844})


def test_what_is_the_same_stands_once(opened: Opened) -> None:
    page = both(opened("zh/resources/papers/?view=both"))
    assert page.locator("h2#dynamo .both").count() == 0
    assert page.locator(".byline .both").count() == 0


@pytest.mark.parametrize(
    ("address", "width"), [(PATTERN, 1280), (f"zh/{STAGE}", 1280), (STAGE, 390), (f"zh/{PATTERN}", 390)]
)
def test_two_columns_or_stacked(opened: Opened, address: str, width: int) -> None:
    """Own language first; on a wide window level with its twin and left of it, all columns in line; else above it."""
    page = both(opened(f"{address}?view=both", width))
    page.locator("details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    rects: list[tuple[dict[str, float], dict[str, float], str]] = page.evaluate(
        """[...document.querySelectorAll(".both:not(.both--stacked)")].filter((b) => b.getClientRects().length)
        .map((b) => [b.firstChild.getBoundingClientRect().toJSON(), b.lastChild.getBoundingClientRect().toJSON(), b.firstChild.lang])"""
    )
    assert len(rects) > 30
    assert {own for *_, own in rects} == {"zh-Hans" if address.startswith("zh/") else "en"}
    if width == 390:
        assert all(other["top"] >= own["bottom"] - 1 for own, other, _ in rects)
    else:
        assert all(other["left"] >= own["right"] and abs(other["top"] - own["top"]) < 16 for own, other, _ in rects)
        assert max(other["left"] for _, other, _ in rects) - min(other["left"] for _, other, _ in rects) < 1


def test_table_rows_are_followed_by_their_twins(opened: Opened) -> None:
    page = both(opened(f"{PATTERN}?view=both"))
    rows = page.locator("table").first.locator("tr")
    langs = rows.evaluate_all("rows => rows.map((row) => row.lang)")
    assert langs == ["en", "zh-Hans"] * (len(langs) // 2)
    assert page.locator("table").first.evaluate("t => getComputedStyle(t).borderTopWidth") == "0px"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["", f"zh/{STAGE}"])
def test_a_late_twin_moves_nothing(opened: Opened, address: str, width: int) -> None:
    """The page waits a moment for its twin, then shows itself; when the twin comes nothing that was there moves."""
    page = opened("404.html", width)
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(opened.base + twin(address), keep)
    with page.expect_request(opened.base + twin(address)):
        page.goto(f"{opened.base}{address}?view=both", wait_until="commit")
    page.locator("article p:not([class])").first.wait_for()
    page.evaluate("scrollTo(0, 700)")
    rest(page)
    assert page.locator("html[data-paired]").count() == 0
    block, top = page.evaluate(BELOW_HEADER)
    held[0].continue_()
    quiet(both(page))
    assert page.evaluate("shifts") == []
    now = page.locator(f'[data-b="{block}"]').evaluate("b => b.getBoundingClientRect().top")
    assert abs(now - top) <= 2


@pytest.mark.parametrize(("address", "width"), [(STAGE, 390), (f"zh/{STAGE}", 1280)])
def test_a_slow_link_shows_one_language_first(opened: Opened, address: str, width: int) -> None:
    page = opened("404.html", width)
    link = page.context.new_cdp_session(page)
    link.send("Network.enable")
    link.send("Network.setCacheDisabled", {"cacheDisabled": True})
    link.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 400, "downloadThroughput": 100_000, "uploadThroughput": 100_000},
    )
    page.add_init_script(SHOWN)
    page.goto(f"{opened.base}{address}?view=both", wait_until="commit")
    quiet(both(page))
    shown = page.evaluate("shown")
    assert shown[-2:] == ["one", "both"], shown
    assert page.evaluate("shifts") == []


def test_names_beside_the_text_stand_in_both_languages(opened: Opened) -> None:
    names = ".clock li span:not(.label-twin), .md-sidebar--secondary .md-ellipsis, .md-footer__title .md-ellipsis"
    texts = [opened(address).locator(names).all_text_contents() for address in (STAGE, f"zh/{STAGE}")]
    en, zh = ([text.strip() for text in each] for each in texts)
    assert len(en) > 15
    page = both(opened(f"{STAGE}?view=both"))
    for own, other, shown in zip(en, zh, page.locator(names).all(), strict=True):
        assert [own, other] == shown.inner_text().split("\n")
        assert shown.locator("[lang=zh-Hans]").text_content() == other
    page.locator("button.view").click()
    page.locator("html:not([data-view])").wait_for(state="attached")
    assert page.locator(".label-twin").count() == 0


class Trickling(Handler):
    """Sends pages in small pieces, each of which the browser might paint."""

    def copyfile(self, source: io.BufferedIOBase, outputfile: io.BufferedIOBase) -> None:  # type: ignore[override]
        while piece := source.read(500 if self.path.endswith("/") else 1 << 20):
            outputfile.write(piece)
            time.sleep(0.02)


@pytest.fixture(scope="module")
def trickling(real: Path) -> Iterator[str]:
    """The address of the real site, whose pages arrive slowly."""
    with served(real, Trickling) as address:
        yield address


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["", "zh/", f"zh/{STAGE}", "cheatsheets/metrics/", "reference/serving/"])
def test_nothing_moves_while_a_page_arrives(opened: Opened, trickling: str, address: str, width: int) -> None:
    page = replace(opened, base=trickling)(address, width)
    assert quiet(page).evaluate("shifts") == []


def test_a_page_whose_twin_cannot_be_had(opened: Opened) -> None:
    page = opened("404.html")
    page.route(f"{opened.base}zh/{STAGE}", lambda route: route.abort())
    page.goto(f"{opened.base}{STAGE}?view=both")
    page.locator(".toast").wait_for()
    assert "could not be loaded" in page.locator(".toast").inner_text()
    assert page.locator("button.view").get_attribute("aria-pressed") == "false"
    assert page.locator("html[data-view]").count() == 0
    assert "view=" not in page.url
    page.unroute(f"{opened.base}zh/{STAGE}")
    page.locator("button.view").click()
    both(page)


def test_a_second_press_is_the_last_word(opened: Opened) -> None:
    """Who turns the view off while the twin is on its way hears nothing of both languages."""
    page = quiet(opened(STAGE))
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(f"{opened.base}zh/{STAGE}", keep)
    button, status = page.locator("button.view"), page.locator("p[role=status]")
    with page.expect_request(f"{opened.base}zh/{STAGE}"):
        button.click()
    button.click()
    until(page, "document.querySelector('p[role=status]').textContent")
    with page.expect_response(f"{opened.base}zh/{STAGE}"):
        held[0].continue_()
    page.wait_for_timeout(500)
    assert status.inner_text() == "One language is shown."
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator("html[data-view]").count() == 0


def test_a_board_in_full_screen_goes_back_to_its_place(opened: Opened) -> None:
    page = quiet(opened(STAGE))
    for view in ("html[data-paired]", "html:not([data-view])"):
        page.locator(".board-full").first.click()
        assert page.locator("dialog[open]").count() == 1
        page.keyboard.press("Alt+b")
        page.locator(view).wait_for(state="attached")
        assert page.locator("dialog").count() == 0
        assert page.locator("figure.board > .board-body svg").first.is_visible()


def test_a_mistake_in_a_script_leaves_the_page_and_is_no_network_trouble(opened: Opened) -> None:
    page = quiet(opened(STAGE))
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.evaluate("() => { document.importNode = () => { throw new TypeError('a mistake'); }; }")
    page.locator("button.view").click()
    page.locator("button.view[aria-pressed=false]:not([aria-busy])").wait_for()
    assert page.locator("article p").first.is_visible()
    assert page.locator("html[data-view]").count() == 0
    assert page.locator(".toast").count() == 0
    assert wrong == ["a mistake"]


def test_button_key_address_and_memory(opened: Opened) -> None:
    page = quiet(opened(STAGE))
    before = page.locator("article").inner_html()
    button = page.locator("button.view")
    button.click()
    both(page)
    assert page.url.endswith("?view=both")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator("p[role=status]").inner_text() == "Both languages are shown."
    page.goto(f"{opened.base}framework/model/")
    assert both(page).url.endswith("?view=both"), "the next page too"
    page.goto(f"{opened.base}{STAGE}?view=one")
    assert quiet(page).locator(".both").count() == 0, "the address decides"
    page.locator("body").press("Alt+b")
    quiet(both(page)).locator("body").press("Alt+b")
    page.locator("html:not([data-view])").wait_for(state="attached")
    assert plain(page.locator("article").inner_html()) == plain(before), "and all is as it was"
    assert "view=" not in page.url


def plain(html: str) -> str:
    """Without what scripts leave on elements they have seen."""
    return html.replace(' class=""', "").replace(' tabindex="0"', "")


@pytest.mark.parametrize("width", WIDTHS)
def test_turning_keeps_the_block(opened: Opened, width: int) -> None:
    page = quiet(opened(f"{PATTERN}#decisions", width))
    block, top = page.evaluate(BELOW_HEADER)
    page.evaluate("shifts.length = 0")
    for _ in range(2):
        page.keyboard.press("Alt+b")
        quiet(page)
        now = page.locator(f'[data-b="{block}"]').evaluate("b => b.getBoundingClientRect().top")
        assert abs(now - top) <= 2
    assert page.evaluate("shifts") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_coming_back_comes_to_the_same_place(opened: Opened, width: int) -> None:
    """By reloading, twice, and by the back button, though the page is longer when both languages are there."""
    page = quiet(both(opened(f"{PATTERN}?view=both#decisions", width)))
    page.evaluate("scrollBy(0, 700)")
    block, top = rest(page).evaluate(BELOW_HEADER)
    for again in (page.reload, page.reload, lambda: [page.goto(f"{opened.base}about/"), page.go_back()]):
        again()
        assert quiet(both(page)).evaluate(BELOW_HEADER) == [block, pytest.approx(top, abs=2)]


def test_the_button_shows_that_it_is_on(opened: Opened) -> None:
    """Also under the pointer that has just pressed it."""
    page = quiet(opened(STAGE))
    page.locator("button.view").click()
    ink, ground = quiet(both(page)).evaluate(
        "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.querySelector('button.view')))"
    )
    luminance = [sum(map(int, re.findall(r"\d+", color)[:3])) for color in (ink, ground)]
    assert abs(luminance[0] - luminance[1]) > 400


def test_the_switch_in_both_languages_swaps_them(opened: Opened) -> None:
    page = both(opened(f"{STAGE}?view=both#cover"))
    page.locator("a.language").click()
    page.wait_for_url(f"**/zh/{STAGE}?view=both#cover")
    assert both(page).locator("#cover .both > span").evaluate_all("all => all.map((e) => e.lang)") == ["zh-Hans", "en"]


def test_numbers_and_terms_of_the_twin_open_in_its_language(opened: Opened) -> None:
    page = quiet(both(opened(f"{PATTERN}?view=both")))
    for link, text in ((".twin a.fig", ".fig-card__title"), (".both [lang=zh-Hans] a.term", ".term-pop__meaning")):
        page.locator(link).first.click()
        said = page.locator(f".pop {text}")
        assert any("\u4e00" <= letter <= "\u9fff" for letter in said.inner_text())
        page.keyboard.press("Escape")
        page.locator(".pop").wait_for(state="detached")
    assert page.locator(".both a.term").last.evaluate("a => a.pathname").startswith("/guide/zh/")


def test_boards_of_the_twin_work(opened: Opened) -> None:
    page = quiet(both(opened("zh/?view=both")))
    board = page.locator('figure.board[lang="en"]')
    board.locator(".board-previous").click()
    assert board.get_attribute("data-step") == "6"
    assert page.locator('figure.board[lang="zh-Hans"]').get_attribute("data-step") is None


@pytest.mark.parametrize(
    ("address", "width", "scheme"),
    [
        ("", 1280, "light"),
        (f"zh/{STAGE}", 390, "dark"),
        ("framework/formats/", 390, "light"),
        ("zh/resources/", 1280, "dark"),
    ],
)
def test_axe_finds_nothing_in_both(opened: Opened, address: str, width: int, scheme: Any) -> None:
    assert faults(quiet(both(opened(f"{address}?view=both", width, color_scheme=scheme)))) == []


@pytest.mark.parametrize("lang", ["", "zh/"])
def test_both_on_paper(opened: Opened, lang: str) -> None:
    """Two columns on a sheet, however narrow: each heading on one line with its twin."""
    page = quiet(both(opened(f"{lang}{STAGE}?view=both", 390)))
    texts = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    assert all(text.strip() for text in texts)
    assert opened.base not in "".join(texts).replace("\n", ""), "links within the site print no address"
    lines = "\n".join(texts).splitlines()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    own, other = page.locator("#cover .both > span").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect().toJSON())"
    )
    assert other["left"] >= own["right"]
    for words in page.locator("#cover .both > span").all_inner_texts():
        assert any(words.replace("¶", "").strip() in line for line in lines)


def test_numbers_of_both_on_paper_have_room(opened: Opened) -> None:
    """A card and its twin share the sheet's width."""
    page = quiet(both(opened(f"zh/{PATTERN}?view=both")))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    cards = page.locator(".figs .both--whole > .fig-card")
    assert cards.count() > 20
    assert min(cards.evaluate_all("all => all.map((e) => e.clientWidth)")) > 250


# A peek


def hovered(page: Page, block: str) -> None:
    page.locator(f'[data-b="{block}"]').hover()
    page.locator(".peek").click()


def tapped(page: Page, block: str) -> None:
    page.locator(f'[data-b="{block}"]').tap(position={"x": 4, "y": 4})
    page.locator(".peek").tap()


@pytest.mark.parametrize(("lang", "said"), [("", "批处理与流处理"), ("zh/", "Batch and streaming")])
@pytest.mark.parametrize(("width", "do"), [(1280, hovered), (390, tapped)])
def test_a_peek_by_pointer(opened: Opened, lang: str, said: str, width: int, do: Callable[[Page, str], None]) -> None:
    page = quiet(opened(f"{lang}{STAGE}#cover", width, has_touch=do is tapped))
    do(page, "cover.4")
    look = page.locator(".peek__text")
    assert said in look.inner_text()
    assert look.get_attribute("lang") == ("en" if lang else "zh-Hans")
    box = page.locator(".pop").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    size = page.locator(".peek").bounding_box()
    assert size
    assert min(size["width"], size["height"]) >= 24
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.locator(".pop").wait_for(state="detached")
    assert page.evaluate("shifts") == []


def test_a_peek_by_keyboard(opened: Opened) -> None:
    """Alt+T looks at the block being read; the arrows walk; Escape gives the focus back."""
    page = quiet(opened(f"{STAGE}#cover"))
    block, _ = page.evaluate(BELOW_HEADER)
    assert block == "cover"
    page.keyboard.press("Alt+t")
    assert page.locator(".peek__text").inner_text() == "该讲什么"
    page.keyboard.press("Escape")
    page.locator(".pop").wait_for(state="detached")
    assert page.evaluate("document.activeElement.matches('button.peek')")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    assert "数据源" in page.locator(".peek__text").inner_text()
    assert page.url.endswith(f"{STAGE}#cover"), "the theme's own keys do not listen"


def test_a_peek_at_a_row_wider_than_the_screen(opened: Opened) -> None:
    page = quiet(opened(f"zh/{PATTERN}#failures", 390, has_touch=True, is_mobile=True))
    page.locator('[data-b="failures.3"] > *').first.tap()
    box = page.locator(".peek").bounding_box()
    assert box
    assert box["x"] + box["width"] <= 390
    assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]


def test_a_peek_at_a_row_has_its_head(opened: Opened) -> None:
    page = quiet(opened(f"zh/{PATTERN}#failures"))
    hovered(page, "failures.3")
    page.locator(".peek__text th").first.wait_for()
    assert page.locator(".peek__text th").all_inner_texts() == ["Event", "Effect", "Response"]
    assert page.locator(".peek__text tbody tr").count() == 1


def test_a_peek_at_a_drawing_repeats_no_id(opened: Opened) -> None:
    page = quiet(opened(f"{STAGE}#draw"))
    page.locator("figure.board").hover(position={"x": 20, "y": 20})
    page.locator(".peek").click()
    page.locator(".peek__text svg").wait_for()
    assert page.evaluate(PAIRED)["twice"] == []


def test_a_number_in_a_peek_opens_its_card(opened: Opened) -> None:
    page = quiet(opened(f"{PATTERN}#estimates"))
    hovered(page, "estimates.3")
    quiet(page).locator(".peek__text a.fig").first.click()
    assert page.locator(".pop .fig-card__title").is_visible()


# Without

REFUSED = """for (const kind of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, kind, { get: () => { throw new DOMException("refused", "SecurityError"); } });"""
FULL = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };'


@pytest.mark.parametrize("storage", [REFUSED, FULL], ids=["refused", "full"])
def test_where_nothing_can_be_remembered_all_works(opened: Opened, storage: str) -> None:
    page = opened("404.html", color_scheme="dark", locale="zh-CN")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(storage)
    page.goto(opened.base)
    page.locator(".offer__stay").click()
    assert page.locator(".offer").is_hidden()
    page.goto(f"{opened.base}{PATTERN}#drills.1")
    quiet(page)
    dark, label = page.locator("body[data-md-color-scheme=slate]"), page.locator("label[title]:not([hidden])")
    assert dark.count() == 1
    label.click()
    page.locator("body[data-md-color-scheme=default]").wait_for()
    label.click()
    dark.wait_for()
    button = page.locator("button.view")
    button.click()
    assert both(page).locator("button.view").get_attribute("aria-pressed") == "true"
    button.click()
    page.locator("html:not([data-view])").wait_for(state="attached")
    page.evaluate("scrollTo(0, 700)")
    page.locator("a.language").click()
    page.wait_for_url(f"**/zh/{PATTERN}**")
    quiet(page)
    page.goto(f"{opened.base}offline.html")
    page.locator(".keeping button[value=off]").click()
    quiet(page)
    assert wrong == []


def test_an_address_that_is_no_address(opened: Opened) -> None:
    page = opened("404.html")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{opened.base}{STAGE}#100%")
    quiet(page)
    assert wrong == []


def test_without_javascript_there_is_nothing_to_press(opened: Opened) -> None:
    page = opened("?view=both", java_script_enabled=False, locale="zh-CN")
    assert page.locator("button.view").is_hidden()
    assert page.locator(".offer").is_hidden()
    assert page.locator(".peek").count() == 0
    assert page.locator("article p").first.is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_script_that_does_not_run_hides_nothing(opened: Opened, width: int) -> None:
    page = opened("404.html", width)
    page.route("**/site.js", lambda route: route.fulfill(content_type="text/javascript", body="let let = 1;"))
    page.goto(f"{opened.base}{PATTERN}?view=both")
    assert page.locator("html.no-js:not(.js, [data-view])").count() == 1
    assert page.locator("article p").first.is_visible()
    captions = page.locator(".board-captions li[data-step]:not(.bare)")
    assert captions.count() == 3
    assert captions.count() == captions.locator("visible=true").count()
    assert page.locator("button.view").is_hidden()


def test_a_page_alone_asks_for_no_twin(opened: Opened) -> None:
    page = opened("404.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(opened.base + STAGE)
    quiet(page)
    assert not any(json.dumps(url).rstrip('"').endswith(f"/zh/{STAGE}") for url in asked)
    assert not any(name in url for url in asked for name in ("both.js", "twin.js"))
