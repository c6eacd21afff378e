"""The guide's pages in one language → the files of its search."""

from __future__ import annotations

from collections.abc import Iterable

from study.guide import Guide
from study.models.base import Lang
from study.search.index import Entry, files
from study.search.passages import passages

GLOSSARY = "reference/glossary/"


def search_files(guide: Guide, lang: Lang, pages: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Path in the site → text; `pages` are (address from the site's root, title, HTML), in the navigation's order."""
    also = {term.id: " ".join((*term.find_en, *term.find_zh, *term.avoid)) for term in guide.glossary.terms}
    entries = [Entry(url, title, passages(html), also if url.endswith(GLOSSARY) else {}) for url, title, html in pages]
    return {f"search/{path}": text for path, text in files(entries, lang).items()}
