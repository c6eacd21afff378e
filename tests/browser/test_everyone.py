"""For everyone: keyboard, targets, zoom, tables, Chinese typography, colors and motion, at three widths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import tiny
from browser.conftest import DESKTOP, STILL, Watched, until

pytestmark = pytest.mark.browser
WIDTHS = (1280, 390, 320)
PAGES = ("", "zh/framework/data/", "patterns/rag-pipeline/", "zh/resources/", "reference/glossary/")

SMALL = """() => {
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, label[for], [role="button"]')]
    .filter((e) => shown(e) && !e.matches(".headerlink, .md-skip, .md-overlay, .md-toggle, .md-option"))
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => box.width > 1 && box.height > 1 && box.right > 0);
  const inText = (e) => {
    const block = e.closest("p, li, dd, dt, td, th, blockquote, caption, h1, h2, h3, h4");
    return getComputedStyle(e).display.startsWith("inline") && block && block.textContent.trim() !== e.textContent.trim();
  };
  const near = ([e, box]) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return all.some(([other, b]) => other !== e && !e.contains(other) && !other.contains(e) &&
      Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)) < 12);
  };
  return all.filter(([e, box]) => (box.width < 24 || box.height < 24) && !inText(e) && near([e, box]))
    .map(([e, box]) => `${e.outerHTML.slice(0, 120)} ${box.width}x${box.height}`);
}"""
"""Targets under 24 px that are not words in a text and have another target within 12 px of their middle (WCAG 2.5.8)."""

CUT = """() => [...document.querySelectorAll("article *, .md-path, .reading")].filter((e) =>
  ["hidden", "clip"].includes(getComputedStyle(e).overflowY) && !e.closest(".hushed, svg, .sheet__paper, [aria-hidden]") &&
  [...e.querySelectorAll("*")].some((inner) => inner.checkVisibility() && inner.getBoundingClientRect().bottom > e.getBoundingClientRect().bottom + 1)
).map((e) => e.outerHTML.slice(0, 120))"""
"""What hides a part of its content below its edge."""

STOP = """() => {
  const stop = document.activeElement;
  const form = stop.closest(".md-search__form");
  const shown = stop.matches(".md-option") ? document.querySelector(`.md-header label[for]:not([hidden]).md-icon[title]`) : form ?? stop;
  const box = shown.getBoundingClientRect();
  const style = getComputedStyle(shown);
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const [x, y] = [Math.max(1, box.left) + 3, Math.min(innerHeight - 2, Math.max(1, box.top) + Math.min(box.height / 2, 12))];
  const top = document.elementFromPoint(Math.min(x, innerWidth - 2), y);
  const covered = !(shown.contains(top) || top?.contains(shown));
  return {
    what: stop.outerHTML.slice(0, 160),
    fault: style.outlineStyle === "none" || !parseFloat(style.outlineWidth) ? "no outline" : !inside ? "outside" : covered ? "covered" : "",
  };
}"""
"""What has the focus, and why its reader would not see that."""


def resize(page: Page, width: int, height: int = 900) -> None:
    page.set_viewport_size({"width": width, "height": height})


@pytest.mark.parametrize("width", WIDTHS)
def test_targets_are_large_enough_or_apart(watched: Watched, base: str, width: int) -> None:
    page = watched.page
    resize(page, width)
    for address in PAGES:
        page.goto(base + address)
        assert page.evaluate(SMALL) == [], address


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_goes_everywhere_and_is_seen(watched: Watched, base: str, width: int) -> None:
    """The skip link first, then every stop in view, uncovered and outlined."""
    page = watched.page
    resize(page, width)
    for address in ("zh/framework/data/", "patterns/"):
        page.goto(base + address)
        page.wait_for_load_state("networkidle")
        for number in range(40):
            page.keyboard.press("Tab")
            until(page, STILL)  # leaving the search field folds its dialog away
            stop = page.evaluate(STOP)
            assert number or "md-skip" in stop["what"]
            assert stop["fault"] == "", (address, number, stop["what"])


def test_skip_link(watched: Watched, base: str) -> None:
    page = watched.page
    page.goto(f"{base}framework/data/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('article'))")


@pytest.mark.parametrize("address", ["framework/data/", "zh/framework/data/"])
def test_menu_by_keyboard(watched: Watched, base: str, address: str) -> None:
    page = watched.page
    resize(page, 390)
    page.goto(base + address)
    menu = page.locator(".md-header button.menu")
    menu.focus()
    assert menu.get_attribute("aria-label") == ("菜单" if address.startswith("zh/") else "Menu")
    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    here = page.locator(".md-sidebar--primary a.md-nav__link--active").first
    assert here.evaluate("(a) => a === document.activeElement && a.pathname === location.pathname")
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert menu.evaluate("(it) => it === document.activeElement")


@pytest.mark.parametrize("width", [640, 320])
def test_zoom_and_wide_text_lose_nothing(watched: Watched, base: str, width: int) -> None:
    """200% and 400% of 1280 px, and the text spacing of WCAG 1.4.12: nothing is cut off, nothing scrolls sideways."""
    page = watched.page
    resize(page, width, 450)
    for address in PAGES:
        page.goto(base + address)
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
            "p { margin-bottom: 2em !important } .sheet__paper, .board-svg * { letter-spacing: 0 !important }"
        )
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address
        cut = page.evaluate(CUT)
        assert cut == [], address


@pytest.mark.parametrize("address", ["framework/", "zh/framework/", "zh/reference/serving/"])
def test_tables_scroll_in_a_named_region(watched: Watched, base: str, address: str) -> None:
    page = watched.page
    resize(page, 320)
    page.goto(base + address)
    region = page.locator(".md-typeset__scrollwrap[tabindex]").first
    region.wait_for()
    assert region.get_attribute("role") == "group"
    assert region.get_attribute("aria-label") == region.locator("caption").first.text_content()
    region.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.activeElement.scrollLeft > 0")


def test_every_table_says_what_it_is_about(watched: Watched, base: str) -> None:
    page = watched.page
    for address in ("patterns/rag-pipeline/", "zh/patterns/rag-pipeline/", "start/", "zh/reference/numbers/"):
        page.goto(base + address)
        assert page.locator("table").count() > 0
        assert page.locator("table:not(:has(caption:not(:empty)))").count() == 0
        assert page.locator("th:not([scope])").count() == 0


def test_chinese_typography(watched: Watched, base: str) -> None:
    page = watched.page
    for address in ("zh/", "zh/framework/data/", "zh/patterns/rag-pipeline/", "zh/resources/books/"):
        page.goto(base + address)
        tight = page.evaluate(
            """() => [...document.querySelectorAll("article :is(p, li, td, dd, summary)")].filter((e) => {
              const style = getComputedStyle(e);
              const lines = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
              return e.lang !== "en" && !e.closest("nav, [lang=en], figure, .sheet, .chip") && lines < 1.75 && /[\\u4e00-\\u9fff]{12}/.test(e.textContent);
            }).map((e) => e.outerHTML.slice(0, 120))"""
        )
        assert tight == [], address
    page.goto(f"{base}zh/framework/data/")
    page.evaluate("document.querySelector('article > p').innerHTML += '<em>强调</em>'")
    style = page.evaluate(
        """() => { const p = document.querySelector("article > p:not([class])"), s = getComputedStyle(p), e = getComputedStyle(document.querySelector("article em"));
          return [s.textAutospace, s.lineBreak, e.fontStyle, e.textEmphasisStyle, p.getBoundingClientRect().width / parseFloat(s.fontSize)]; }"""
    )
    assert style[:4] == ["normal", "strict", "normal", "dot"]
    assert 32 <= style[4] <= 40


def test_colors_follow_the_system_until_the_reader_chooses(chromium: Browser, base: str) -> None:
    context = chromium.new_context(color_scheme="dark", viewport=DESKTOP, service_workers="block")
    page = context.new_page()
    scheme = page.locator("body[data-md-color-scheme=slate]")
    page.route("**/bundle*.js", lambda route: route.abort())
    page.goto(base)
    assert scheme.count() == 1, "before Material's script: nothing flashes"
    page.unroute("**/bundle*.js")
    page.goto(base)
    page.emulate_media(color_scheme="light")
    page.locator("body[data-md-color-scheme=default]").wait_for()
    page.goto(f"{base}zh/")
    assert scheme.count() == 0
    for _ in "light", "dark":
        page.locator("label[title]:not([hidden])").click()
    scheme.wait_for()
    page.reload()
    assert scheme.count() == 1
    context.close()


def test_the_home_board_replays_unless_the_reader_wants_no_motion(chromium: Browser, base: str) -> None:
    context = chromium.new_context(viewport=DESKTOP, service_workers="block", reduced_motion="no-preference")
    page = context.new_page()
    page.add_init_script(
        "window.moved = []; new PerformanceObserver((list) => { for (const shift of list.getEntries())"
        " for (const { node } of shift.sources) if (node?.parentElement?.closest('article')) moved.push(node.outerHTML ?? node.data) })"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(base)
    figure = page.locator(".front figure.board")
    until(page, "document.querySelector('.front figure.board').dataset.step === '2'")
    assert figure.locator(".board-said").text_content() == "", "nobody asked: nothing is announced"
    figure.locator(".board-play").click()
    assert figure.locator(".board-play").text_content() == "▶"
    assert page.evaluate("window.moved") == []
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    page.wait_for_timeout(5000)  # longer than the pause before it would start
    assert figure.get_attribute("data-step") is None
    context.close()


def test_scripts_and_templates_hold_no_words() -> None:
    """They come from data/ui.yml; only what speaks both languages at once, and languages' own names, stand elsewhere."""
    both = ("404.html", "offline.html", "alternate.html", "peek.js")
    texts = [p for p in (tiny.ROOT / "overrides").rglob("*") if p.suffix in (".html", ".js") and p.name not in both]
    assert len(texts) > 25
    assert [p.name for p in texts if re.search("[\u4e00-\u9fff]", p.read_text("utf-8"))] == []


@pytest.mark.parametrize(("lang", "copy", "said"), [("", "Copy", "Selected"), ("zh/", "复制", "已选中")])
def test_a_copy_that_is_refused_selects(watched: Watched, base: str, lang: str, copy: str, said: str) -> None:
    page = watched.page
    page.add_init_script(
        'navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"))'
    )
    page.goto(f"{base}{lang}framework/data/")
    button, line = page.locator(".say button").first, page.locator(".say__line").first
    assert str(button.get_attribute("aria-label")).startswith(copy)
    assert str(button.get_attribute("aria-label")).endswith(line.inner_text().strip())
    button.click()
    until(page, f"document.querySelector('.say button').textContent.startsWith({said!r})")
    assert page.evaluate("getSelection().toString().trim()") == line.inner_text().strip()
    assert page.locator("p[role=status]").inner_text().startswith(said)
    box = button.bounding_box()
    assert box
    assert box["height"] <= 32
    until(page, f"document.querySelector('.say button').textContent === {copy!r}")
    assert watched.wrong == []


def test_every_page_is_sealed(real: Path) -> None:
    """A policy without inline scripts, no event handler in the markup, no link that leaves with an opener."""
    for path in sorted(real.rglob("*.html")):
        html = path.read_text("utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
        assert policy, path
        assert "unsafe" not in re.sub("style-src[^;]*", "", policy[1]), path
        assert not re.search(r"<[a-z][^<>]*\son[a-z]+=", html), path
        assert not [
            a for a in re.findall(r"<a\b[^>]*>", html) if re.search('href="https?://', a) and "noopener" not in a
        ], path
