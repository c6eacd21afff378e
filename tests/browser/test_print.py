"""What Chromium prints: each sheet's page on exactly one sheet of paper, and the rest of the site without its frame."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page, ViewportSize

import paper
import tiny
from study.load import load
from study.models.base import LANGS, Lang

pytestmark = pytest.mark.browser

REAL = tiny.guide(load(tiny.ROOT)[0])
FORMATS = {"a4": "A4", "letter": "Letter"}
KINDS = ("framework/data/", "patterns/rag-100m/", "resources/papers/", "reference/glossary/")
"""A page of each kind: a stage, a problem, a shelf and the glossary."""
PAPER: ViewportSize = {"width": 673, "height": 1000}
"""What print.css leaves of A4 between its margins, in CSS pixels; a page holds 1001 of height."""
TITLE = 17
"""Points of a sheet's title in cheat.css."""


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
        assert looked.largest == pytest.approx(TITLE, abs=0.02), "Chromium shrank the page to make it fit"
        for part in REAL.cheats[id].sections:
            assert paper.squeezed(part.title.say(lang)) in looked.text
        assert paper.squeezed(REAL.sheets.edition.isoformat()) in looked.text
        assert f"/{REAL.cheats[id].page}" in looked.text, "the address to type"


@pytest.mark.parametrize("path", KINDS)
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


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_is_whole_on_white_paper(dark: Page, base: str, path: str, lang: Lang) -> None:
    """No heading stands alone at a foot, nothing is cut, no dark is left, and links say where they lead."""
    dark.goto(f"{base}{'' if lang == 'en' else 'zh/'}{path}")
    headings = {paper.squeezed(text).rstrip("¶") for text in dark.locator(".md-content :is(h2, h3)").all_inner_texts()}
    links = dark.locator('.md-content a[href^="http"]').evaluate_all("found => found.map(a => a.getAttribute('href'))")
    pdf = dark.pdf(format="A4", print_background=True)
    texts = [paper.squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    for number, text in enumerate(texts, 1):
        assert text, f"page {number} is empty"
        assert not text.endswith(tuple(headings)), f"a heading stands alone at the foot of page {number}"
    assert [href for href in links if paper.squeezed(href) not in "".join(texts)] == []
    assert not list(paper.off_the_page(pdf))
    assert not list(paper.dark(pdf))


def test_a_figure_stays_on_one_page_and_a_pair_side_by_side(dark: Page, base: str) -> None:
    dark.set_viewport_size(PAPER)
    dark.emulate_media(media="print")
    for path in ("framework/data/", "patterns/rag-100m/", "zh/patterns/tool-calling-agent/"):
        dark.goto(base + path)
        heights = dark.locator(".md-content figure").evaluate_all("found => found.map(e => e.offsetHeight)")
        assert heights
        assert max(heights) <= PAPER["height"], path
    dark.locator(".md-content__inner").evaluate(
        "e => e.insertAdjacentHTML('beforeend', '<div class=pair><p>a</p><p>甲</p></div>')"
    )
    first, second = (dark.locator(".pair > p").nth(n).bounding_box() for n in range(2))
    assert first
    assert second
    assert (first["y"], first["x"] + first["width"] <= second["x"]) == (second["y"], True)


def test_a_long_table_repeats_its_head_and_splits_no_row(dark: Page, base: str) -> None:
    """A table made five pages long: each page that has rows has the head, and every row is on one page."""
    dark.goto(f"{base}reference/numbers/")
    dark.locator(".md-content table").first.evaluate(
        """table => {
          table.tHead.rows[0].cells[0].textContent = 'HEADHERE';
          const row = table.tBodies[0].rows[0];
          for (let n = 100; n < 200; n++) {
            const copy = row.cloneNode(true);
            copy.cells[0].textContent = `ROW${n}FIRST and words that fill the cell until it has a second line or third END${n}ROW`;
            table.tBodies[0].append(copy);
          }
        }"""
    )
    pages = pypdf.PdfReader(io.BytesIO(dark.pdf(format="A4"))).pages
    texts = [text for page in pages if "ROW" in (text := paper.squeezed(page.extract_text()))]
    assert len(texts) > 2
    assert all("HEADHERE" in text for text in texts)
    for n in range(100, 200):
        assert [f"ROW{n}FIRST" in text for text in texts] == [f"END{n}ROW" in text for text in texts]
