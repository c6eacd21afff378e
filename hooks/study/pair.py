"""Pairs: everything that is said in both languages, with the place of each character in its file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

from study.blocks import Block, Page, page
from study.checks.twins import Tree, twin
from study.load import Files
from study.models.base import Lang
from study.problem import Mark
from study.source import Document, Loc, Place
from study.spots import scalar

Kind = Literal["heading", "label", "cell", "item", "paragraph", "sentence aloud", "term"]

KINDS: Mapping[str, Kind] = {
    "title": "heading",
    **dict.fromkeys(["label", "name", "short"], "label"),
    **dict.fromkeys(["cells", "columns", "left", "right"], "cell"),
    "say": "sentence aloud",
    "terms": "term",
}
"""Last named step of a value's place → what it is on the page; other values are items of lists, or paragraphs."""
INNER: Mapping[str, Kind] = {"sections": "heading", "labels": "label"}
"""The same for the step above it, where that is a mapping of names."""
NAMES = ("id", "figure", "signal", "stage")
"""Keys by which an item of a list is known, where every item has one and no two the same."""


@dataclass(frozen=True)
class Side:
    """One language of a pair: its text, its file, and (asked for only when something is wrong) where it stands."""

    text: str
    path: str
    spots: Callable[[], Sequence[Place]] = field(compare=False, repr=False)
    """The place of each character of `text` and of its end."""

    def mark(self, start: int, end: int) -> Mark:
        """The piece of the file that holds `text[start:end]`, cut where its first line ends."""
        spots = self.spots()
        first = spots[min(start, len(spots) - 1)]
        here = [n for n in range(start, min(end, len(self.text))) if spots[n].line == first.line]
        while here and here[-1] + 1 < end and self.text[here[-1]].isspace():
            here.pop()  # the line break itself
        return Mark(self.path, first.line, first.column, spots[here[-1]].column - first.column + 1 if here else 0)


@dataclass(frozen=True)
class Pair:
    """One thing said in both languages."""

    unit: str
    """`data/x.yml#stages/data/cover/*/why`: file, ids and field path; `*` stands for an item that has no id."""
    key: str
    """`unit`, told apart from its equals by a hash of the English where it holds a `*`."""
    kind: Kind
    en: Side
    zh: Side
    loc: Loc = ()
    """Where the pair stands in a data file's value; empty for a block of a page."""

    def side(self, lang: Lang) -> Side:
        """The side in `lang`."""
        return self.en if lang == "en" else self.zh


def data_pairs(files: Files) -> Iterator[Pair]:
    """Every mapping in the data that has text as `en` and as `zh`, in files of a wrong shape too."""
    for parsed in files.values():
        yield from _below(parsed.document, parsed.document.value, (), ())


def _below(document: Document, value: Any, loc: Loc, names: tuple[str, ...]) -> Iterator[Pair]:
    """The pairs of `value`, which stands at `loc` and is named by `names`."""
    if isinstance(value, dict):
        if isinstance(value.get("en"), str) and isinstance(value.get("zh"), str):
            yield _pair(document, value, loc, names)
        for key, inner in value.items():
            if not isinstance(inner, str):
                yield from _below(document, inner, (*loc, key), (*names, key))
    elif isinstance(value, list):
        for position, (inner, name) in enumerate(zip(value, _names(value), strict=True)):
            yield from _below(document, inner, (*loc, position), (*names, name))


def _names(items: list[Any]) -> list[str]:
    """The stable name of each item; `*` where they have none."""
    for key in NAMES:
        found = [item.get(key) if isinstance(item, dict) else None for item in items]
        if all(isinstance(name, str) for name in found) and len(set(found)) == len(found):
            return [str(name) for name in found]
    return ["*"] * len(items)


def _pair(document: Document, value: Mapping[str, str], loc: Loc, names: tuple[str, ...]) -> Pair:
    unit = f"{document.path}#{'/'.join(names)}"
    en, zh = (_side(document, value[lang].strip(), (*loc, lang)) for lang in ("en", "zh"))
    return Pair(unit, key(unit, en.text), kind(loc), en, zh, loc)


def _side(document: Document, text: str, loc: Loc) -> Side:
    return Side(text, document.path, partial(scalar, document.text, document.place(loc), text))


def key(unit: str, english: str) -> str:
    """The key of a pair of this unit and English text."""
    if "*" not in unit:
        return unit
    return f"{unit}~{hashlib.sha256(english.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def kind(loc: Loc) -> Kind:
    """What the value at `loc` is on the page."""
    named = [step for step in loc if isinstance(step, str)]
    if named[-1:] == ["note"] and "nodes" in named:
        return "label"
    if len(loc) > 1 and loc[-2] in INNER:
        return INNER[str(loc[-2])]
    last: Kind = "item" if loc and isinstance(loc[-1], int) else "paragraph"
    return KINDS.get(named[-1], last) if named else last


def page_pairs(en: Tree, zh: Tree) -> Iterator[Pair]:
    """The front matter and every block of the hand-written pages, joined by position in the tree as rendered.

    A section whose blocks differ between the languages is left out: there a structure check speaks.
    """
    for twins in written(en, zh):
        yield from _page_pairs(*twins)


def written(en: Tree, zh: Tree) -> Iterator[tuple[str, Page, str, Page]]:
    """The hand-written pages that have a twin: English path and page, Chinese path and page."""
    for path, text in en.items():
        other = twin(path)
        if path.startswith("docs/") and other in zh:
            yield path, page(path, text), other, page(other, zh[other])


def _page_pairs(path: str, en: Page, other: str, zh: Page) -> Iterator[Pair]:
    if en.front and zh.front:
        for name in ("title", "description"):
            yield from _front(name, en.front, zh.front)
    sections = dict(zh.sections)
    for id, blocks in en.sections:
        twins = sections.get(id, [])
        if [block.shape for block in blocks] == [block.shape for block in twins]:
            for here, there in zip(blocks, twins, strict=True):
                if here.text and there.text:
                    yield _block_pair(f"{path}#{id}", here, path, there, other)


def _front(name: str, en: Document, zh: Document) -> Iterator[Pair]:
    """The pair of one key of the two front matters."""
    here, there = (front.value.get(name) for front in (en, zh))
    if isinstance(here, str) and isinstance(there, str):
        unit = f"{en.path}#front/{name}"
        sides = _side(en, here.strip(), (name,)), _side(zh, there.strip(), (name,))
        yield Pair(unit, unit, "heading" if name == "title" else "paragraph", *sides)


def _block_pair(section: str, here: Block, path: str, there: Block, other: str) -> Pair:
    unit = section if here.kind == "heading" else f"{section}/*"
    en, zh = Side(here.text, path, here.spots), Side(there.text, other, there.spots)
    return Pair(unit, key(unit, en.text), here.kind, en, zh)
