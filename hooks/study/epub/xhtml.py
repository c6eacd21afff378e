"""A page's HTML → XHTML that a book may hold: nothing to press, links between chapters, closed elements."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from study.terms import VOID

DROPPED = frozenset(["button", "form", "iframe", "input", "label", "script", "select", "style", "template"])
"""Elements that need a screen, with what is in them."""
DROPPED_CLASSES = frozenset(["headerlink", "downloads", "filter", "board-source", "board-bar", "sheets__look"])
KEPT = re.compile(r"^(?!(data-|on|tabindex|style|markdown|contenteditable|hidden$)).*$")
"""Attributes that mean something on paper; numbers of a drawing are attributes of their own, not styles."""
NAMESPACES = {"svg": "http://www.w3.org/2000/svg", "math": "http://www.w3.org/1998/Math/MathML"}

Link = Callable[[str], str]
"""A link's target as the page has it → as the book has it."""


def xhtml(html: str, link: Link) -> str:
    """The part of a page below its body."""
    writer = _Writer(link)
    writer.feed(html)
    writer.close()
    return "".join(writer.out)


class _Writer(HTMLParser):
    def __init__(self, link: Link) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._link = link
        self._open: list[tuple[str, bool]] = []
        """The open elements, each with whether it is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        dropped = self._silent() or tag in DROPPED or bool(_classes(attrs) & DROPPED_CLASSES)
        if not dropped:
            self.out.append(self._start(tag, attrs))
        if tag not in VOID:
            self._open.append((tag, dropped))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._silent() and tag not in DROPPED:
            self.out.append(self._start(tag, attrs, closed=True))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag not in (name for name, _ in self._open):
            return
        while self._open:
            name, dropped = self._open.pop()
            if not dropped:
                self.out.append(f"</{_named(name)}>")
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._silent():
            self.out.append(escape(data, quote=False))

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], *, closed: bool = False) -> str:
        kept = {_named(name): value or "" for name, value in attrs if KEPT.match(name)}
        if tag in NAMESPACES:
            kept["xmlns"] = NAMESPACES[tag]
        if tag == "a" and "href" in kept:
            kept["href"] = self._link(kept["href"])
            kept.pop("download", None)
        written = "".join(f' {name}="{escape(value)}"' for name, value in kept.items())
        return f"<{_named(tag)}{written}{' /' if closed or tag in VOID else ''}>"


def _classes(attrs: list[tuple[str, str | None]]) -> set[str]:
    return set((dict(attrs).get("class") or "").split())


MIXED = {
    "viewbox": "viewBox",
    "refx": "refX",
    "refy": "refY",
    "markerwidth": "markerWidth",
    "markerheight": "markerHeight",
    "markerunits": "markerUnits",
    "textlength": "textLength",
    "lengthadjust": "lengthAdjust",
    "preserveaspectratio": "preserveAspectRatio",
    "foreignobject": "foreignObject",
    "clippath": "clipPath",
}
"""The parser lowers names; SVG's have capitals."""


def _named(name: str) -> str:
    return MIXED.get(name, name)
