"""Edits of source text: small pieces replaced in place, so that comments and layout stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from study.problem import Mark


@dataclass(frozen=True, order=True)
class Edit:
    """The piece `was` of a file, which stands at `mark`, becomes `text`."""

    mark: Mark
    was: str
    text: str
    rule: str
    """The rule that asks for it."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text`, a whole file, after the edits.

    Of two that overlap, the first in the file is made; one whose piece is written otherwise than it reads (an escape,
    a fold) is not.
    """
    lines = text.split("\n")
    for edit in reversed(_apart(edits)):
        if _stands(lines, edit):
            line, start, end = _span(edit)
            lines[line] = lines[line][:start] + edit.text + lines[line][end:]
    return "\n".join(lines)


def holds(text: str, edit: Edit) -> bool:
    """Whether the piece stands in `text`, a whole file, where and as the edit says."""
    return _stands(text.split("\n"), edit)


def _stands(lines: Sequence[str], edit: Edit) -> bool:
    line, start, end = _span(edit)
    return line < len(lines) and lines[line][start:end] == edit.was


def _span(edit: Edit) -> tuple[int, int, int]:
    """Line, start and end, from 0."""
    mark = edit.mark
    return mark.line - 1, mark.column - 1, mark.column - 1 + mark.length


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits without those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(set(edits)):
        before = kept[-1].mark if kept else None
        if not before or before.line != edit.mark.line or before.column + before.length <= edit.mark.column:
            kept.append(edit)
    return kept
