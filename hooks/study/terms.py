"""Links each glossary term at its first use on a page, in the page's HTML, to its entry and its twin's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from html.parser import HTMLParser

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
WHOLE = re.compile(r"<(svg|math|pre|script|style)\b.*?</\1>", re.DOTALL)
"""Elements copied unread: half of a page's characters, and reading is slow."""
VOID = frozenset(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


Plain = Callable[[str], str]
"""Text from data → the same for an attribute, without Markdown."""


def link_terms(html: str, terms: Iterable[Term], lang: Lang, glossary: str, plain: Plain) -> str:
    """`html` with the first use of each term as a link to `glossary#id`; text in another language is left alone."""
    finder = Finder(terms, lang, html)
    linker = _Linker(finder, lang, glossary, plain)
    last = 0
    for whole in WHOLE.finditer(html):
        linker.feed(html[last : whole.start()])
        linker.out.append(whole[0])
        last = whole.end()
    linker.feed(html[last:])
    linker.close()
    return "".join(linker.out)


class Finder:
    """Finds the forms by which one language mentions terms; the longest form wins.

    It looks only for forms that the text of `html` holds at all, which keeps the pattern short.
    """

    def __init__(self, terms: Iterable[Term], lang: Lang, html: str) -> None:
        self._forms: dict[str, Term] = {}
        text = _TAG.sub("<", WHOLE.sub("", html))
        folded = text.casefold()
        for term in terms:
            for form in _forms(term, lang):
                if form in text if _acronym(form) else form.casefold() in folded:
                    self._forms.setdefault(form if _acronym(form) else form.casefold(), term)
        words = sorted(self._forms, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(_expression, words)) or r"(?!)")

    def term(self, form: str) -> Term:
        """The term that `form` mentions."""
        return self._forms[form if form in self._forms else form.casefold()]


_TAG = re.compile(r"<[^>]*>")


def _forms(term: Term, lang: Lang) -> list[str]:
    """What to look for in `lang`; a Chinese page also mentions terms that stay English."""
    if lang == "en":
        return [term.en, *term.find_en]
    return [term.zh, *term.find_zh] + ([*term.find_en] if term.zh == term.en else [])


def _acronym(form: str) -> bool:
    """MAP is a metric and a map is not: what is written in capitals is found only so."""
    return form.isupper() and not _han(form)


def _expression(form: str) -> str:
    """A Latin form is a whole word in either case; a Chinese one may stand anywhere."""
    word = re.escape(form)
    if _han(form):
        return word
    return rf"(?<![\w-]){word if _acronym(form) else f'(?i:{word})'}(?![\w-])"


def _han(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", text))


class _Linker(HTMLParser):
    """Copies HTML as it stands, but for the text in which it finds terms."""

    def __init__(self, finder: Finder, lang: Lang, glossary: str, plain: Plain) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self._finder = finder
        self._lang = lang
        self._glossary = glossary
        self._plain = plain
        self._open: list[tuple[str, bool]] = []
        """The open elements, each with whether its text is left alone."""
        self._seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")
        if tag not in VOID:
            self._open.append((tag, self._silent() or tag in SILENT or self._foreign(dict(attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}>")
        while self._open:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        self.out.append(data if self._silent() else self._finder.pattern.sub(self._link, data))

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.out.append(f"<!--{data}-->")

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _foreign(self, attrs: Mapping[str, str | None]) -> bool:
        """Text in the other language, or a part of the page that explains numbers rather than terms."""
        lang = attrs.get("lang")
        classes = (attrs.get("class") or "").split()
        return (lang is not None and lang[:2] != self._lang) or "figs" in classes or "board" in classes

    def _link(self, found: re.Match[str]) -> str:
        term = self._finder.term(found[0])
        if term.id in self._seen:
            return found[0]
        self._seen.add(term.id)
        twin, meaning = (term.zh if self._lang == "en" else term.en), self._plain(term.meaning.say(self._lang))
        data = f'data-twin="{escape(twin)}" data-meaning="{escape(meaning)}"'
        return f'<a class="term" href="{self._glossary}#{term.id}" {data}>{found[0]}</a>'
