"""Every page of the real site, as a browser sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from browser.conftest import Watched

pytestmark = pytest.mark.browser
SHARDS = 8
"""Pages are opened in this many tests, so that workers can share them."""


def addresses(real: Path) -> list[str]:
    """The address of every page below the site's, English and Chinese."""
    found = sorted(p.parent.relative_to(real).as_posix() for p in real.rglob("index.html"))
    return ["" if path == "." else f"{path}/" for path in found]


@pytest.mark.parametrize("shard", range(SHARDS))
def test_opens_without_a_fault(watched: Watched, base: str, real: Path, shard: int) -> None:
    """No console error, no failed request, no other host, nothing wider than the screen at 1280, 390 and 320 px."""
    for address in addresses(real)[shard::SHARDS]:
        for width in (1280, 390, 320):
            watched.page.set_viewport_size({"width": width, "height": 900})
            watched.page.goto(base + address, wait_until="load")
            wide = watched.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{address} is {wide} px too wide at {width}"
        assert watched.wrong == [], address


@pytest.mark.parametrize("shard", range(SHARDS))
def test_axe_finds_nothing(chromium: Browser, base: str, real: Path, shard: int) -> None:
    """axe's rules hold on every page, in light and dark."""
    for scheme in ("light", "dark"):
        page = chromium.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
        for address in addresses(real)[shard::SHARDS]:
            page.goto(base + address, wait_until="load")
            found = Axe().run(page).response["violations"]
            shown = [(v["id"], v["nodes"][0]["html"][:200]) for v in found]
            assert shown == [], f"{address} ({scheme})"
        page.close()


@pytest.mark.parametrize("shard", range(SHARDS))
def test_switch_leads_to_the_same_page(watched: Watched, base: str, real: Path, shard: int) -> None:
    """The header's link to the other language leads to this page in it, and back."""
    for address in addresses(real)[shard::SHARDS]:
        chinese = address.startswith("zh/")
        twin, lang = (address[3:], "en") if chinese else (f"zh/{address}", "zh")
        watched.page.goto(base + address)
        link = watched.page.locator(f'.md-header a[hreflang^="{lang}"]').first
        assert link.evaluate("a => a.href") == base + twin


def test_switch_keeps_the_heading(watched: Watched, base: str) -> None:
    page = watched.page
    page.goto(f"{base}framework/data/#misses")
    page.locator('.md-header a[hreflang^="zh"]').first.evaluate("a => a.click()")
    page.wait_for_url("**/zh/framework/data/#misses")
    top = page.locator("#misses").evaluate("e => e.getBoundingClientRect().top")
    assert -5 < top < 300
    assert watched.wrong == []


@pytest.mark.parametrize(
    ("start", "query", "lands"),
    [
        ("zh/", "召回", "zh/"),
        ("", "two-tower", ""),
        ("zh/", "特征存储", "zh/"),
        ("", "PagedAttention", "resources/papers/"),
    ],
)
def test_search_finds(watched: Watched, base: str, start: str, query: str, lands: str) -> None:
    page = watched.page
    page.goto(base + start)
    page.keyboard.press("/")
    page.locator(".md-search__input").fill(query)
    first = page.locator(".md-search-result__link").first
    first.wait_for(timeout=20_000)
    assert lands in first.evaluate("a => a.href")
    assert watched.wrong == []


def test_not_found_page(watched: Watched, base: str) -> None:
    page = watched.page
    page.goto(f"{base}404.html")
    assert page.locator('[lang="zh-Hans"] a').first.evaluate("a => a.getAttribute('href')").endswith("/guide/zh/")
    assert watched.wrong == []


def test_filter_of_resources(watched: Watched, base: str) -> None:
    page = watched.page
    page.goto(f"{base}resources/")
    entries = page.locator("li[data-topics]")
    everything = entries.count()
    assert everything == 8 + 8 + 4 + 5 + 17 + 8
    page.locator("select[name=topic]").select_option("agents")
    shown = page.locator("li[data-topics]:visible")
    assert 0 < shown.count() < everything
    assert all("agents" in (shown.nth(n).get_attribute("data-topics") or "") for n in range(shown.count()))
    page.locator("select[name=shelf]").select_option("books")
    assert page.locator("[data-shelf=papers] li:visible").count() == 0


def test_without_javascript(chromium: Browser, base: str) -> None:
    """The page reads whole: the list unfiltered, the filter's form not shown, the language link works."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}resources/")
    assert page.locator("li[data-topics]:visible").count() == 50
    assert page.locator("form.filter").is_hidden()
    page.goto(f"{base}framework/data/")
    assert page.locator('.md-header a[hreflang^="zh"]').first.get_attribute("href")
    context.close()
