"""Text from data cannot inject markup or script: a tiny site of hostile texts, read with the policy lifted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import hostile
from browser.conftest import addresses, served
from conftest import build

pytestmark = pytest.mark.browser
INJECTED = """() => [
  ...document.querySelectorAll('article :is(script, textarea, img, iframe, object, embed, base, link, meta, style)'),
  ...document.querySelectorAll('[src="x"], [href^="javascript:" i], [src^="javascript:" i]'),
  ...[...document.querySelectorAll("*")].filter((e) => e.getAttributeNames().some((name) => /^on|[^-:_.a-z0-9]/i.test(name))),
].map((e) => e.outerHTML.slice(0, 300)).concat(document.documentElement.dataset.struck ?? [])"""


@pytest.fixture(scope="module")
def struck(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The hostile site's folder and address."""
    root = hostile.write(tmp_path_factory.mktemp("hostile"))
    result = build(root)
    assert result.returncode == 0, result.stderr[-3000:]
    with served(root / "site") as address:
        yield root / "site", address


def test_no_text_becomes_markup(chromium: Browser, struck: tuple[Path, str]) -> None:
    site, base = struck
    context = chromium.new_context(bypass_csp=True, service_workers="block")
    page = context.new_page()
    wrong = {}
    for address in addresses(site):
        page.goto(base + address)
        if found := page.evaluate(INJECTED):
            wrong[address] = found
    context.close()
    assert wrong == {}


def test_what_scripts_show_of_texts_is_text(chromium: Browser, struck: tuple[Path, str]) -> None:
    """Search results and the cards of terms and numbers."""
    _, base = struck
    context = chromium.new_context(bypass_csp=True, service_workers="block")
    page = context.new_page()
    for opener in ("a.term", "a.fig"):
        page.goto(f"{base}framework/data/" if opener == "a.term" else f"{base}patterns/pattern-1/")
        if page.locator(opener).count():
            page.locator(opener).first.click()
            page.locator(".pop").wait_for()
        assert page.evaluate(INJECTED) == []
    page.goto(base)
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("script")
    page.locator(".md-search-result__link").first.wait_for(timeout=20_000)
    assert page.evaluate(INJECTED) == []
    context.close()


def test_the_policy_stops_a_script_all_the_same(chromium: Browser, struck: tuple[Path, str]) -> None:
    """Put into an article past every escape, before the page is sealed, it would not run."""
    _, base = struck
    page = chromium.new_page(service_workers="block")
    page.goto(base)
    page.evaluate(
        """(strike) => {
          document.querySelector("article").insertAdjacentHTML("beforeend", `<img src="data:," onerror="${strike}">`);
          document.querySelector("article").append(Object.assign(document.createElement("script"), { textContent: strike }));
        }""",
        hostile.STRIKE,
    )
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.dataset.struck") is None
    page.close()
