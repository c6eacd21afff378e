"""Search on the real site: what readers look for is among the first three pages, and little is fetched for it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import yaml
from playwright.sync_api import Browser, ViewportSize

import tiny
from browser.conftest import Watched, until
from browser.weigh import weighed

pytestmark = pytest.mark.browser
Gold = Mapping[str, Mapping[str, Mapping[str, list[str]]]]
"""Kind → language of the reader → query → pages, without language."""
GOLD: Gold = yaml.safe_load((tiny.ROOT / "tests/golden/search.yml").read_text("utf-8"))

FIND = """async (asked) => {
  const { Index } = await import(new URL("search-index.js", document.querySelector('script[src$="/site.js"]').src));
  const found = [];
  const indexes = {};
  for (const [lang, query] of asked) {
    indexes[lang] ??= new Index(new URL("search/", document.baseURI), lang);
    found.push((await indexes[lang].find(query)).slice(0, 3).map((page) => page.url));
  }
  return found;
}"""


def cases() -> list[tuple[str, str, str, list[str]]]:
    """(kind, language, query, pages that answer it)."""
    return [
        (kind, lang, query, pages)
        for kind, sides in GOLD.items()
        for lang, queries in sides.items()
        for query, pages in queries.items()
    ]


def test_what_readers_look_for(watched: Watched, base: str) -> None:
    asked = cases()
    watched.page.goto(base)
    found: list[list[str]] = watched.page.evaluate(FIND, [[lang, query] for _, lang, query, _ in asked])
    missed = [
        f"{kind}: {query} ({lang}) → {urls}"
        for (kind, lang, query, pages), urls in zip(asked, found, strict=True)
        if not {address(lang, page) for page in pages} & set(urls)
    ]
    assert len(asked) >= 150
    assert len(missed) <= 0.05 * len(asked), "\n".join(missed)
    assert watched.wrong == []


def address(lang: str, page: str) -> str:
    """`plan` in Chinese → `zh/plan/`."""
    return "/".join(filter(None, ["zh" if lang == "zh" else "", page])) + "/" if page or lang == "zh" else ""


def opened(watched: Watched, address: str, query: str) -> None:
    """Opens search on a page by its key and waits for the first result."""
    page = watched.page
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.locator(".md-search-result__item .search-line").first.wait_for()


def test_nothing_is_fetched_before_search_is_opened_and_little_after(watched: Watched, base: str) -> None:
    page = watched.page
    for start, query in (("zh/", "检索增强"), ("", "continuous batching")):
        with weighed(page) as before:
            page.goto(base + start, wait_until="networkidle")
        assert not [url for url in before.each() if "/search/" in url or "search-" in url]
        with weighed(page) as after:
            page.keyboard.press("/")
            page.keyboard.type(query)
            page.locator(".md-search-result__item .search-line").first.wait_for()
        assert 0 < after.total <= 100_000, after.each()
    assert watched.wrong == []


def test_on_a_phone_the_page_stays_as_wide_as_the_screen(chromium: Browser, base: str) -> None:
    """Chromium with a phone's viewport: what stands out widens the page and takes the button to clear off the screen."""
    size: ViewportSize = {"width": 390, "height": 844}
    with chromium.new_context(viewport=size, is_mobile=True, has_touch=True, service_workers="block") as context:
        page = context.new_page()
        page.goto(base + "zh/plan/", wait_until="networkidle")
        page.locator("label.md-header__button[for=__search]").tap()
        page.keyboard.type("kv")
        page.locator(".md-search-result__item .search-line").first.wait_for()
        page.wait_for_timeout(600)  # the theme's circle has grown
        assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]
        names = page.locator(".search-page .search-name").all_inner_texts()
    assert len(names) == len(set(names)), "pages of the same title say where they stand"


def test_keyboard_alone(watched: Watched, base: str) -> None:
    page = watched.page
    opened(watched, base + "zh/", "冷启动")
    dialog, links = page.locator(".md-search"), page.locator(".md-search-result__link")
    assert dialog.get_attribute("role") == "dialog"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert links.nth(1).evaluate("a => a === document.activeElement")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.locator(".md-search__input").evaluate("a => a === document.activeElement")
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    page.keyboard.press("/")
    first = links.first.evaluate("a => a.href")
    page.keyboard.press("Enter")
    page.wait_for_url(first)
    assert "/zh/" in first
    assert watched.wrong == []


def test_readers_language_first_then_the_other(watched: Watched, base: str) -> None:
    """A word of both languages finds pages in one's own; a word that one's own pages do not hold finds the other's."""
    page = watched.page
    for start, query, langs in (("zh/", "RAG", {"zh-Hans"}), ("", "RAG", {"en"}), ("", "追问", {"en", "zh-Hans"})):
        opened(watched, base + start, query)
        found = page.locator(".md-search-result__item").evaluate_all("items => items.map((item) => item.lang)")
        assert set(found) == langs
        assert found == sorted(found, key=lambda lang: lang.startswith("zh") != start.startswith("zh"))


@pytest.mark.parametrize(("start", "said"), [("", "could not be loaded"), ("zh/", "没加载出来")])
@pytest.mark.parametrize("part", ["**/search-dialog.js", "**/search/*.json"])
def test_what_does_not_come_is_said_and_asked_for_again(
    watched: Watched, base: str, part: str, start: str, said: str
) -> None:
    page = watched.page
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(base + start)
    page.route(part, lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.type("cache")
    until(page, f"document.querySelector('.md-search-result__meta').textContent.includes({said!r})")
    assert page.locator(".md-search-result__meta").get_attribute("role") == "status"
    page.unroute(part)
    page.keyboard.type("s")
    page.locator(".md-search-result__item .search-line").first.wait_for()
    assert said not in page.locator(".md-search-result__meta").inner_text()
    assert wrong == []


def test_enter_asks_again(watched: Watched, base: str) -> None:
    page = watched.page
    page.goto(base)
    page.route("**/search/en.json", lambda route: route.fulfill(status=503))
    page.keyboard.press("/")
    page.keyboard.type("cache")
    until(page, "document.querySelector('.md-search-result__meta').textContent.includes('could not be loaded')")
    page.unroute("**/search/en.json")
    page.keyboard.press("Enter")
    page.locator(".md-search-result__item .search-line").first.wait_for()
    assert page.url == base


def test_composing_waits_and_text_stays_text(watched: Watched, base: str) -> None:
    """What an input method shows while composing is not asked for; what is typed is never read as markup."""
    page = watched.page
    opened(watched, base, "cache")
    box = page.locator(".md-search__input")
    before = page.locator(".md-search-result__meta").text_content()
    box.evaluate(
        "e => { e.value = 'zzz'; e.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true })); }"
    )
    page.wait_for_timeout(200)
    assert page.locator(".md-search-result__meta").text_content() == before
    box.fill("<img src=x onerror=alert(1)> cache")
    page.locator(".search-line").first.wait_for()
    assert page.locator(".md-search img").count() == 0
    assert watched.wrong == []
