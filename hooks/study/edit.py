"""Edits of source text: small pieces replaced in place, so that comments and layout stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from study.problem import Mark


@dataclass(frozen=True, order=True)
class Edit:
    """The piece of a file that `mark` names becomes `text`."""

    mark: Mark
    text: str
    rule: str
    """The rule that asks for it."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text`, a whole file, after the edits; of two that overlap, the first in the file is made."""
    lines = text.split("\n")
    for edit in reversed(_apart(edits)):
        line, start = edit.mark.line - 1, edit.mark.column - 1
        lines[line] = lines[line][:start] + edit.text + lines[line][start + edit.mark.length :]
    return "\n".join(lines)


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits without those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(set(edits)):
        before = kept[-1].mark if kept else None
        if not before or before.line != edit.mark.line or before.column + before.length <= edit.mark.column:
            kept.append(edit)
    return kept
