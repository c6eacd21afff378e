"""The guide's pages in one language → the files of its search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from study.guide import Guide
from study.models.base import Lang
from study.search.index import Entry, files
from study.search.passages import passages

GLOSSARY = "reference/glossary/"


def search_files(guide: Guide, lang: Lang, pages: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Path in the site → text; `pages` are (address from the site's root, title, HTML), in the navigation's order."""
    also = {term.id: " ".join((*term.find_en, *term.find_zh, *term.avoid)) for term in guide.glossary.terms}
    given = list(pages)
    titles = Counter(title for _, title, _ in given)
    entries = [
        Entry(
            url,
            title,
            passages(html),
            also if url.endswith(GLOSSARY) else {},
            _section(guide, lang, url) if titles[title] > 1 else "",
        )
        for url, title, html in given
    ]
    return {f"search/{path}": text for path, text in files(entries, lang).items()}


def _section(guide: Guide, lang: Lang, url: str) -> str:
    """The name of the section in which the page stands; empty for one of none."""
    section = guide.site.sections.get(url.removeprefix("zh/").partition("/")[0])
    return section.say(lang) if section else ""
