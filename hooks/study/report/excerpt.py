"""The lines that are wrong, with carets under the difference; a Han character takes two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from wcwidth import wcwidth

from study.problem import Mark
from study.report.case import Sources

WIDTH = 96
"""Columns of a line's window; a longer line is cut around what is underlined."""
LEAD = 32
"""Columns shown before the first caret of a cut line."""
_UNSEEN = frozenset(["Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp", "Zs"])
"""Categories of characters that do not show; the space alone is shown as it is."""


def visible(text: str) -> str:
    """`text` with each invisible character as `<U+200B>`; line ends stay."""
    return "".join(char if char == "\n" else _cell(char)[0] for char in text)


def excerpts(marks: Sequence[Mark], sources: Sources) -> Iterator[str]:
    """Each line that holds marks, with its number, and carets below; a heading for each file if there are two."""
    several = len({mark.path for mark in marks}) > 1
    for path, in_file in groupby(sorted(set(marks)), key=lambda mark: mark.path):
        lines = sources[path].split("\n") if path in sources else []
        here = [mark for mark in in_file if mark.line <= len(lines)]
        if several and here:
            yield f"    --> {path}:{here[0].line}:{here[0].column}"
        for number, in_line in groupby(here, key=lambda mark: mark.line):
            yield from _line(number, lines[number - 1].rstrip("\r"), list(in_line))


def _line(number: int, line: str, marks: list[Mark]) -> Iterator[str]:
    """One window of the line, or several where its marks stand too far apart for one."""
    cells = [_cell(char) for char in line]
    starts = [min(mark.column - 1, len(cells)) for mark in marks]
    spans = [(start, min(start + mark.length, len(cells))) for start, mark in zip(starts, marks, strict=True)]
    while spans:
        first, last = _window(cells, spans[0])
        inside = [span for span in spans if span == spans[0] or span[1] <= last]
        shown, carets = _drawn(cells, first, last, inside)
        yield f"    {number:>5} | {shown}"
        yield f"          | {carets}"
        spans = [span for span in spans if span not in inside]


Cell = tuple[str, int]
"""What is shown for a character and how many columns it takes."""
Span = tuple[int, int]


def _cell(char: str) -> Cell:
    if char != " " and (unicodedata.category(char) in _UNSEEN or wcwidth(char) < 0):
        name = f"<U+{ord(char):04X}>"
        return name, len(name)
    return char, wcwidth(char)


def _window(cells: list[Cell], span: Span) -> Span:
    """First and last position to show so that the span's beginning stands inside."""
    if sum(width for _, width in cells) <= WIDTH:
        return 0, len(cells)
    first, left = span[0], LEAD
    while first and left > 0:
        first -= 1
        left -= cells[first][1]
    last, left = first, WIDTH
    while last < len(cells) and left >= cells[last][1]:
        left -= cells[last][1]
        last += 1
    return first, last


def _drawn(cells: list[Cell], first: int, last: int, spans: list[Span]) -> tuple[str, str]:
    """The text of a window and the carets below it, at least one for each span."""
    before, after = ("…" if first else ""), ("…" if last < len(cells) else "")
    shown = before + "".join(text for text, _ in cells[first:last]) + after
    columns = list(accumulate((width for _, width in cells[first:last]), initial=len(before)))
    carets = [" "] * (columns[-1] + 1)
    for start, end in spans:
        left, right = columns[start - first], columns[min(end, last) - first]
        for column in range(left, max(right, left + 1)):
            carets[column] = "^"
    return shown.rstrip(), "".join(carets).rstrip()
