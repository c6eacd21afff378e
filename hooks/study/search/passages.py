"""A page's HTML → the passages that search can lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from study.html import VOID, End, Start, pieces

SILENT = frozenset(["button", "form", "nav", "select"])
"""Elements whose text nobody looks for."""
CUT = re.compile(r"<(svg|math|pre|script|style)\b.*?</\1>", re.DOTALL)
"""Drawings, formulas and sources: half of a page's characters, cut before the slow reading."""
SILENT_CLASSES = frozenset(["headerlink", "figs", "provenance", "downloads"])
BETWEEN = " · "
"""Stands between a term's two names."""
SKIPPED = frozenset(["figures"])
"""Headings below which stands what the text above has said: how its numbers were computed."""


@dataclass(frozen=True)
class Passage:
    """What stands below a heading, or the entry of a term: `anchor` is empty at the top of a page."""

    anchor: str
    heading: str
    text: str


def passages(html: str) -> list[Passage]:
    """The passages of a page in order; the first is its top."""
    found = _Reader(CUT.sub("", html)).found
    return [Passage(d.anchor, _name(_line(d.heading)), _line(d.text)) for d in found if d.anchor not in SKIPPED]


def _nobody_looks(it: Start) -> bool:
    """Whether its text stays out; `data-search-exclude` is what Material calls that."""
    return it.tag in SILENT or bool(it.classes & SILENT_CLASSES) or it.hidden or "data-search-exclude" in it.attributes


def _name(heading: str) -> str:
    """A term that is called the same in both languages is named once."""
    return BETWEEN.join(dict.fromkeys(heading.split(BETWEEN)))


def _line(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


@dataclass
class _Draft:
    """A passage while it is read."""

    anchor: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader:
    """Starts a passage at each h2 or h3 with an id, and at each entry of the glossary."""

    def __init__(self, html: str) -> None:
        self.found = [_Draft("")]
        self._open: list[tuple[str, bool]] = []
        """The open elements, each with whether its text is left out."""
        self._heading = False
        self._name = False
        for piece in pieces(html):
            if isinstance(piece, Start):
                self._start(piece)
            elif isinstance(piece, End):
                self._end(piece.tag)
            else:
                self._text(piece)

    def _start(self, it: Start) -> None:
        tag, anchor = it.tag, it.attributes.get("id", "")
        if anchor and (tag in ("h2", "h3") or (tag == "p" and "term" in it.classes)):
            self.found.append(_Draft(anchor))
            self._name = tag == "p"
        self._heading = self._heading or tag in ("h1", "h2", "h3")
        if tag == "strong" and self._name and self.found[-1].heading:
            self.found[-1].heading.append(BETWEEN)
        if tag not in VOID and not it.closed:
            self._open.append((tag, self._silent() or _nobody_looks(it)))
        if tag in ("p", "li", "dt", "dd", "td", "th", "br", "div", "tr"):
            self.found[-1].text.append(" ")

    def _end(self, tag: str) -> None:
        self._heading = self._heading and tag not in ("h1", "h2", "h3")
        self._name = self._name and tag != "p"
        while self._open and self._open.pop()[0] != tag:
            pass

    def _text(self, data: str) -> None:
        if self._silent():
            return
        draft = self.found[-1]
        if self._heading or self._in_name():
            draft.heading.append(data)
        if not self._heading:
            draft.text.append(data)

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _in_name(self) -> bool:
        """A term's first words, in bold, are what its entry is called; in both languages, so twice."""
        return self._name and any(tag == "strong" for tag, _ in self._open)
