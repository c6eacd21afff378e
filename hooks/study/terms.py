"""Links each glossary term at its first use on a page, in the page's HTML, to its entry and its twin's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby
from os.path import commonprefix

from study.html import VOID
from study.models.base import Lang
from study.models.reference import Term

SILENT = frozenset(
    [
        "a",
        "button",
        "code",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "label",
        "select",
        "summary",
        "th",
        "time",
    ]
)
"""Elements whose text is left alone: links, headings, code and controls."""
WHOLE = r"<(?P<whole>svg|math|pre|script|style)\b.*?</(?P=whole)>"
"""Elements copied unread: half of a page's characters."""
PIECE = re.compile(
    rf"""{WHOLE}|<!--.*?-->|<(?P<end>/?)(?P<tag>[a-z][a-z0-9-]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>|&[#\w]+;|[^<&]+|.""",
    re.DOTALL,
)
"""HTML that Markdown made, in pieces: what is copied unread, a tag, an entity, text. (`html.parser` takes four times as long.)"""
_LANG = re.compile(r'\slang="([^"]*)"')
_CLASSES = re.compile(r'\sclass="([^"]*)"')


Plain = Callable[[str], str]
"""Text from data → the same for an attribute, without Markdown."""


def link_terms(html: str, finder: Finder, glossary: str, plain: Plain) -> str:
    """`html` with the first use of each term as a link to `glossary#id`; text in another language is left alone."""
    return _Linker(finder, glossary, plain).linked(html)


class Finder:
    """Finds the forms by which one language mentions terms; the longest form wins."""

    def __init__(self, terms: Iterable[Term], lang: Lang) -> None:
        self.lang = lang
        self._forms: dict[str, Term] = {}
        for term in terms:
            for form in _forms(term, lang):
                self._forms.setdefault(form if _acronym(form) else form.casefold(), term)
        self.pattern = re.compile(_expression(self._forms), re.IGNORECASE)

    def term(self, form: str) -> Term | None:
        """The term that `form` mentions; None for an acronym that is not in capitals, which is another word."""
        return self._forms.get(form) or self._forms.get(form.casefold())


def _forms(term: Term, lang: Lang) -> list[str]:
    """What to look for in `lang`; a Chinese page also mentions terms that stay English."""
    if lang == "en":
        return [term.en, *term.find_en]
    return [term.zh, *term.find_zh] + ([*term.find_en] if term.zh == term.en else [])


def _acronym(form: str) -> bool:
    """MAP is a metric and a map is not: what is written in capitals is found only so."""
    return form.isupper() and not _han(form)


def _expression(forms: Iterable[str]) -> str:
    """A Latin form is a whole word; a Chinese one may stand anywhere."""
    folded = {form.casefold() for form in forms}
    han = {form for form in folded if _han(form)}
    latin = rf"(?<![\w-])(?=[{re.escape(''.join(sorted({form[0] for form in folded - han})))}]){_branches(folded - han)}(?![\w-])"
    return "|".join(filter(None, [_branches(han), latin if folded - han else ""])) or r"(?!)"


def _branches(forms: Iterable[str]) -> str:
    """An expression for any of `forms`, the longest first, which asks once for what several begin with."""
    groups = {first: list(group) for first, group in groupby(sorted(forms), lambda form: form[:1])}
    ends = groups.pop("", None)
    either = "|".join(_branch(group) for group in groups.values())
    return f"(?:{either}){'?' if ends else ''}" if either else ""


def _branch(forms: Sequence[str]) -> str:
    """An expression for any of `forms`, which begin with the same character."""
    stem = commonprefix(forms)  # noqa: RUF071 characters are meant, not folders
    return re.escape(stem) + _branches(form[len(stem) :] for form in forms)


def _han(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", text))


class _Linker:
    """Copies HTML as it stands, but for the text in which it finds terms."""

    def __init__(self, finder: Finder, glossary: str, plain: Plain) -> None:
        self._finder = finder
        self._glossary = glossary
        self._plain = plain
        self._open: list[tuple[str, bool]] = []
        """The open elements, each with whether its text is left alone."""
        self._seen: set[str] = set()

    def linked(self, html: str) -> str:
        """`html` with its links."""
        return "".join(map(self._piece, PIECE.finditer(html)))

    def _piece(self, piece: re.Match[str]) -> str:
        text, tag = piece[0], piece["tag"]
        if tag is None:
            return text if text[0] in "<&" or self._silent() else self._finder.pattern.sub(self._link, text)
        if piece["end"]:
            while self._open and self._open.pop()[0] != tag:
                pass
        elif tag not in VOID and not text.endswith("/>"):
            self._open.append((tag, self._silent() or tag in SILENT or self._foreign(piece["rest"])))
        return text

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _foreign(self, attributes: str) -> bool:
        """Text in the other language, or a part of the page that explains numbers rather than terms."""
        lang, classes = _LANG.search(attributes), _CLASSES.search(attributes)
        names = classes[1].split() if classes else []
        return (lang is not None and lang[1][:2] != self._finder.lang) or "figs" in names or "board" in names

    def _link(self, found: re.Match[str]) -> str:
        term = self._finder.term(found[0])
        if term is None or term.id in self._seen:
            return found[0]
        self._seen.add(term.id)
        lang = self._finder.lang
        twin, meaning = (term.zh if lang == "en" else term.en), self._plain(term.meaning.say(lang))
        data = f'data-twin="{escape(twin)}" data-meaning="{escape(meaning)}"'
        return f'<a class="term" href="{self._glossary}#{term.id}" {data}>{found[0]}</a>'
