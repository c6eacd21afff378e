"""A page's HTML → XHTML that a book may hold: nothing to press, links between chapters, closed elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import chain

from study.html import VOID, End, Start, pieces

DROPPED = frozenset(["button", "form", "iframe", "input", "label", "script", "select", "style", "template"])
"""Elements that need a screen, with what is in them; hidden ones go too, for no script will show them."""
DROPPED_CLASSES = frozenset(
    ["headerlink", "downloads", "filter", "board-source", "cheat__code", "cheat__prints", "sheets__look"]
)
KEPT = re.compile(r"^(?!(data-|on|tabindex|style|markdown|contenteditable)).*$")
"""Attributes that mean something on paper; numbers of a drawing are attributes of their own, not styles."""
NAMESPACES = {"svg": "http://www.w3.org/2000/svg", "math": "http://www.w3.org/1998/Math/MathML"}

Link = Callable[[str], str]
"""A link's target as the page has it → as the book has it."""


def xhtml(html: str, link: Link) -> str:
    """The part of a page below its body."""
    writer = _Writer(link)
    return "".join(chain.from_iterable(map(writer.write, pieces(html))))


class _Writer:
    def __init__(self, link: Link) -> None:
        self._link = link
        self._open: list[tuple[str, bool]] = []
        """The open elements, each with whether it is left out."""

    def write(self, piece: Start | End | str) -> Iterator[str]:
        """What becomes of a piece."""
        if isinstance(piece, Start):
            yield from self._start(piece)
        elif isinstance(piece, End):
            yield from self._end(piece.tag)
        elif not self._silent():
            yield escape(piece, quote=False)

    def _start(self, it: Start) -> Iterator[str]:
        dropped = self._silent() or it.hidden or it.tag in DROPPED or bool(it.classes & DROPPED_CLASSES)
        if not dropped:
            yield self._tag(it)
        if it.tag not in VOID and not it.closed:
            self._open.append((it.tag, dropped))

    def _end(self, tag: str) -> Iterator[str]:
        if tag in VOID or tag not in (name for name, _ in self._open):
            return
        while self._open:
            name, dropped = self._open.pop()
            if not dropped:
                yield f"</{name}>"
            if name == tag:
                return

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _tag(self, it: Start) -> str:
        kept = {name: value for name, value in it.attributes.items() if KEPT.match(name)}
        if it.tag in NAMESPACES:
            kept["xmlns"] = NAMESPACES[it.tag]
        if it.tag == "a" and "href" in kept:
            kept["href"] = self._link(kept["href"])
            kept.pop("download", None)
        written = "".join(f' {name}="{escape(value)}"' for name, value in kept.items())
        return f"<{it.tag}{written}{' /' if it.closed or it.tag in VOID else ''}>"
