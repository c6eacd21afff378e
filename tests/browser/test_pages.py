"""Every page of the real site, as a browser sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browser.conftest import DESKTOP, STILL, Watched, addresses, until

pytestmark = pytest.mark.browser
DRAW_ALL = "document.querySelectorAll('.figs').forEach((e) => (e.style.contentVisibility = 'visible'))"
"""What is laid out only near the window is read too."""
SHARDS = 4
"""Pages are opened in this many tests, so that workers can share them."""


@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_page(watched: Watched, base: str, real: Path, shard: int) -> None:
    """Opened once, each page is without a fault and leads to its twin, and axe finds nothing in light or in dark.

    Faults: a console message, a failed request, another host, something wider than the screen at 1280, 390 or 320 px.
    """
    page = watched.page
    for address in addresses(real)[shard::SHARDS]:
        page.goto(base + address, wait_until="load")
        page.evaluate(DRAW_ALL)
        assert page.locator(f'.md-header a[hreflang^="{other(address)}"]').first.evaluate("a => a.href") == (
            base + twin(address)
        )
        assert faults(page) == [], f"{address} in light"
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        until(page, STILL)
        assert faults(page, ["color-contrast"]) == [], f"{address} in dark"
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{address} is {wide} px too wide at {width}"
        page.set_viewport_size(DESKTOP)
        assert watched.wrong == [], address


def faults(page: Page, only: list[str] | None = None) -> list[tuple[str, str]]:
    """(rule, element) of what axe finds, by all its rules or by some: only contrast depends on the scheme."""
    options = {"resultTypes": ["violations"], **({"runOnly": only} if only else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in found]


def twin(address: str) -> str:
    """The address of the same page in the other language."""
    return address.removeprefix("zh/") if address.startswith("zh/") else f"zh/{address}"


def other(address: str) -> str:
    return "en" if address.startswith("zh/") else "zh"


def test_dark_where_the_system_is_dark(chromium: Browser, base: str) -> None:
    page = chromium.new_page(color_scheme="dark")
    page.goto(base)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.close()


def test_switch_keeps_the_heading(watched: Watched, base: str) -> None:
    page = watched.page
    page.goto(f"{base}framework/data/#misses")
    page.locator('.md-header a[hreflang^="zh"]').first.evaluate("a => a.click()")
    page.wait_for_url("**/zh/framework/data/#misses")
    top = page.locator("#misses").evaluate("e => e.getBoundingClientRect().top")
    assert -5 < top < 300
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
