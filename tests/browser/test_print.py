"""What Chromium prints: each sheet's page on exactly one sheet of paper, and the rest of the site without its frame."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page

import paper
import tiny
from study.guide import guide
from study.load import load
from study.models.base import LANGS, Lang
from study.state import State

pytestmark = pytest.mark.browser

REAL = guide(load(tiny.ROOT)[0], State())
FORMATS = {"a4": "A4", "letter": "Letter"}
HEAVY = ("patterns/fraud-detection/", "reference/numbers/", "resources/papers/")


@pytest.fixture(scope="module")
def dark(chromium: Browser) -> Iterator[Page]:
    """A page of a reader who prefers the dark."""
    context = chromium.new_context(color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("id", REAL.sheets.sheets)
def test_a_sheets_page_prints_on_one_sheet(dark: Page, base: str, id: str, lang: Lang) -> None:
    dark.goto(f"{base}{'' if lang == 'en' else 'zh/'}cheatsheets/{id}/")
    for size, name in FORMATS.items():
        looked = paper.look(dark.pdf(format=name, print_background=True), size)
        assert not looked.faults, name
        for part in REAL.cheats[id].sections:
            assert paper.squeezed(part.title.say(lang)) in looked.text
        assert paper.squeezed(REAL.sheets.edition.isoformat()) in looked.text
        assert f"/{REAL.cheats[id].page}" in looked.text, "the address to type"


@pytest.mark.parametrize("path", HEAVY)
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_prints_without_its_frame(dark: Page, base: str, path: str, lang: Lang) -> None:
    dark.goto(f"{base}{'' if lang == 'en' else 'zh/'}{path}")
    dark.emulate_media(media="print")
    shown = dark.evaluate(
        """() => [...document.querySelectorAll('.md-header, .md-tabs, .md-sidebar, .md-footer, .md-search, button, .headerlink')]
        .filter(e => e.getClientRects().length).map(e => e.className)"""
    )
    assert shown == [], "navigation, buttons and copy icons stay on the screen"
    closed = dark.evaluate(
        """() => [...document.querySelectorAll('.md-content details:not(.board-source) > :not(summary)')]
        .filter(e => !e.getClientRects().length).length"""
    )
    assert closed == 0, "disclosures are open"
    styles = dark.evaluate(
        """() => ({
          paper: getComputedStyle(document.body).backgroundColor,
          heads: [...document.querySelectorAll('.md-content thead')].every(e => getComputedStyle(e).display === 'table-header-group'),
          rows: [...document.querySelectorAll('.md-content tr')].every(e => getComputedStyle(e).breakInside === 'avoid'),
          figures: [...document.querySelectorAll('.md-content figure')].every(e => getComputedStyle(e).breakInside === 'avoid'),
          headings: [...document.querySelectorAll('.md-content :is(h1, h2, h3)')].every(e => getComputedStyle(e).breakAfter === 'avoid'),
          links: [...document.querySelectorAll('.md-content a[href^="http"]')]
            .every(e => getComputedStyle(e, '::after').content.includes(e.getAttribute('href'))),
        })"""
    )
    assert styles == {
        "paper": "rgb(255, 255, 255)",
        "heads": True,
        "rows": True,
        "figures": True,
        "headings": True,
        "links": True,
    }


@pytest.mark.parametrize("path", HEAVY[:2])
def test_no_heading_is_stranded_and_nothing_is_cut(dark: Page, base: str, path: str) -> None:
    dark.goto(base + path)
    headings = {paper.squeezed(text) for text in dark.locator(".md-content :is(h2, h3)").all_inner_texts()}
    pdf = dark.pdf(format="A4")
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for number, page in enumerate(reader.pages, 1):
        lines = [paper.squeezed(line) for line in page.extract_text().splitlines() if line.strip()]
        assert lines, f"page {number} is empty"
        assert lines[-1].rstrip("¶") not in headings, f"a heading stands alone at the foot of page {number}"
    assert not list(paper.off_the_page(pdf))
