"""The HTML of a page, in pieces. It is made by Markdown and our templates, so tags are whole; `html.parser`, which forgives
everything, takes several times as long."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

VOID = frozenset(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
"""Elements that have no end."""
_PIECE = re.compile(
    r"""<!--.*?-->|<(?P<end>/?)(?P<tag>[A-Za-z][\w:-]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|<""", re.DOTALL
)
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


class Start(NamedTuple):
    """`<tag …>`; `closed` when it ends itself (`/>`)."""

    tag: str
    attributes: Mapping[str, str]
    closed: bool

    @property
    def classes(self) -> frozenset[str]:
        """Its classes."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def hidden(self) -> bool:
        """Whether it waits for a script to show it."""
        return "hidden" in self.attributes


class End(NamedTuple):
    """`</tag>`."""

    tag: str


def pieces(text: str) -> Iterator[Start | End | str]:
    """Tags and plain text, entities resolved, in order; comments are left out. Names keep their capitals (`viewBox`)."""
    for found in _PIECE.finditer(text):
        tag = found["tag"]
        if tag is None:
            if not found[0].startswith("<!--"):
                yield html.unescape(found[0])
        elif found["end"]:
            yield End(tag)
        else:
            rest = found["rest"]
            yield Start(tag, dict(map(_attribute, _ATTRIBUTE.findall(rest))) if rest else {}, rest.endswith("/"))


def _attribute(found: tuple[str, str, str, str]) -> tuple[str, str]:
    name, *values = found
    return name, html.unescape("".join(values))
