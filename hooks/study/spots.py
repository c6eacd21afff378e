"""Where each character of a text stands in the file that it was read from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from study.source import Place

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What YAML 1.1 takes as the end of a line."""
_BLANK = " \t\r\n\x85\u2028\u2029"
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)


@lru_cache(maxsize=8)
def line_starts(source: str) -> tuple[int, ...]:
    """The offset of each line's first character."""
    return (0, *(found.end() for found in _BREAK.finditer(source)))


def scalar(source: str, place: Place, text: str) -> Sequence[Place]:
    """The place of each character of `text`, and of its end: the value of the YAML scalar that starts at `place`.

    Whatever its style, the characters of a scalar that are not blank stand in the file in the same order; folding,
    indentation and stripping change blanks only. Escapes of double quotes stand for one character each.
    """
    at = line_starts(source)[place.line - 1] + place.column - 1
    opening = source[at : at + 1]
    if opening in ("|", ">"):
        found = _BREAK.search(source, at)
        at = found.end() if found else at
    elif opening in ('"', "'"):
        at += 1
    offsets = _align(source, at, text, opening)
    return places(source, offsets)


def _align(source: str, at: int, text: str, opening: str) -> list[int]:
    """The offset in `source` of each character of `text`, and of the one after the last."""
    offsets = []
    for character in text:
        if character in _BLANK:
            offsets.append(at)
            escaped = opening == '"' and source[at : at + 1] == "\\"
            at += _width(source, at, opening) if escaped else source[at : at + 1] == character
            continue
        at = _next(source, at, character, opening)
        offsets.append(at)
        at += _width(source, at, opening)
    return [*offsets, at]


def _next(source: str, at: int, character: str, opening: str) -> int:
    """The first place from `at` on, past blanks, at which `character` stands."""
    while source[at : at + 1] and source[at] in _BLANK and source[at] != character:
        at += 1
    if opening == '"' and source.startswith(("\\\n", "\\\r"), at):  # an escaped end of line folds to nothing
        return _next(source, at + 1, character, opening)
    return at


def _width(source: str, at: int, opening: str) -> int:
    """How many characters of `source` make one of the text."""
    if opening == '"' and (escape := _ESCAPE.match(source, at)):
        return len(escape[0])
    return 2 if opening == "'" and source.startswith("''", at) else 1


def places(source: str, offsets: Sequence[int]) -> list[Place]:
    """Offsets of `source` as places."""
    starts = line_starts(source)
    lines = [bisect_right(starts, offset) for offset in offsets]
    return [Place(line, offset - starts[line - 1] + 1) for line, offset in zip(lines, offsets, strict=True)]
