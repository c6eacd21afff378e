"""Faults of structure, planted line by line in the hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Broken(NamedTuple):
    """A Chinese page with a fault, and the lines near which it stands."""

    path: str
    text: str
    lines: frozenset[int]


_ITEM = re.compile(r"(?:-|\d+\.)\s")
_ROW = re.compile(r"\|(?!-)")
_HEADING = re.compile(r"##\s")
_PARAGRAPH = re.compile(r"[\u3400-\u9fff]")

LOST: Mapping[str, re.Pattern[str]] = {"list-item": _ITEM, "table-row": _ROW, "paragraph": _PARAGRAPH}
"""Kind → the lines that are lost one by one."""


def planted(kind: str, pages: Mapping[str, str]) -> Iterator[Broken]:
    """Every fault of a kind in `pages`."""
    for path, text in pages.items():
        lines = text.split("\n")
        for number, line in enumerate(lines, 1):
            if kind == "heading-level" and _HEADING.match(line):
                yield Broken(path, "\n".join([*lines[: number - 1], f"#{line}", *lines[number:]]), frozenset([number]))
            elif kind in LOST and LOST[kind].match(line) and not (kind == "table-row" and lines[number][:2] == "|-"):
                rest = lines[: number - 1] + lines[number:]
                yield Broken(path, "\n".join(rest), _near(rest, number, kind))


def _near(lines: list[str], number: int, kind: str) -> frozenset[int]:
    """The lines from which a reader sees what is lost: its list, its table, its section."""
    first = last = number
    stop = (lambda line: line.startswith("#")) if kind == "paragraph" else (lambda line: not line.strip())
    while first > 1 and not stop(lines[first - 2]):
        first -= 1
    while last < len(lines) and not stop(lines[last - 1]):
        last += 1
    return frozenset(range(first - 1, last + 1))
