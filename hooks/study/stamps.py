"""Names every block of a page, so that its twin in the other language can be laid beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import zip_longest
from typing import NamedTuple

from study.checks.twins import headings
from study.problem import Problem

BLOCKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "a heading"),
    "dd": "an explanation",
    "div": "a card",
    "dt": "a term",
    "figure": "a figure",
    "li": "a list item",
    "p": "a paragraph",
    "pre": "a block of code",
    "summary": "a summary",
    "tr": "a table row",
}
"""Elements that hold text of their own → what to call them. Nothing inside a block is a block."""
CARDS = frozenset(["fig-card"])
"""Classes of the `div`s that are one block as a whole."""
SILENT = ("form", "nav")
"""Controls: the same in both languages but for their labels, which stay in the reader's."""

_TAG = re.compile(rf'<(/?)({"|".join((*BLOCKS, *SILENT))})(?=[\s>])((?:[^">]|"[^"]*")*)>')
_ID = re.compile(r'\sid="([^"]+)"')
_CLASS = re.compile(r'\sclass="([^"]+)"')


class Block(NamedTuple):
    """A block's id, its element and the HTML that it begins with."""

    id: str
    tag: str
    start: str

    def __str__(self) -> str:
        """`a list item, “The first words…”`."""
        words = " ".join(unescape(re.sub(r"<[^>]*>?", "", self.start)).split())
        return f"{BLOCKS[self.tag]}, “{words[:40]}{'…' if len(words) > 40 else ''}”"


@dataclass(frozen=True)
class Page:
    """A page in one language: where it comes from, its Markdown and its blocks."""

    path: str
    markdown: str
    blocks: tuple[Block, ...]


def stamp(html: str) -> tuple[str, tuple[Block, ...]]:
    """`html` with `data-b` on every block, and the blocks in order.

    A block is called by its own id, else by the last heading before it and a count: `ask.2` is the second after `#ask`.
    A figure's id may be made of its text, and so differ between languages.
    """
    out: list[str] = []
    blocks: list[Block] = []
    last, heading, count = 0, "top", 0
    for tag in _outermost(html):
        own = None if tag[2] == "figure" else _ID.search(tag[3])
        if own and tag[2][0] == "h":
            heading, count = own[1], 0
        count += not own
        start = html[tag.end() : tag.end() + 300].partition(f"</{tag[2]}")[0]
        block = Block(own[1] if own else f"{heading}.{count}", tag[2], start)
        blocks.append(block)
        out += [html[last : tag.end(2)], f' data-b="{block.id}"']
        last = tag.end(2)
    return "".join([*out, html[last:]]), tuple(blocks)


def _outermost(html: str) -> Iterator[re.Match[str]]:
    """The start tags of blocks that stand in no other block and in nothing silent."""
    inside, depth = "", 0
    for tag in _TAG.finditer(html):
        closing, name, attributes = tag.groups()
        if name == inside:
            depth += -1 if closing else 1
            inside = inside if depth else ""
        elif not inside and not closing and (name != "div" or _is_card(attributes)):
            inside, depth = name, 1
            if name in BLOCKS:
                yield tag


def _is_card(attributes: str) -> bool:
    classes = _CLASS.search(attributes)
    return bool(classes and CARDS.intersection(classes[1].split()))


def different(en: Page, zh: Page) -> Iterator[Problem]:
    """Both languages of a page have the same blocks in the same order; names the first place where they part."""
    before = "top"
    for here, there in zip_longest(en.blocks, zh.blocks):
        if here is None or there is None or here[:2] != there[:2]:
            places = f"{_shown(here)} in English, {_shown(there)} in Chinese ({zh.path}:{_line(zh, before)})"
            message = f"blocks part after `{before}`: {places}"
            yield Problem(en.path, _line(en, before), 1, "blocks", message, "give both texts the same parts in order")
            return
        before = here.id


def _shown(block: Block | None) -> str:
    return str(block) if block else "nothing"


def _line(page: Page, block: str) -> int:
    """The line of the heading that `block` is called by; 1 where it is called by something else."""
    lines = {id: line for line, _, id in headings(page.markdown)}
    return lines.get(block.partition(".")[0], 1)
