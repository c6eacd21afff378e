"""What every check yields."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Mark(NamedTuple):
    """A piece of one source line: line and column count from 1, column and length in code points."""

    path: str
    line: int
    column: int
    length: int


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one place; line and column count from 1, column in code points."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    help: str = ""
    severity: Severity = "error"
    marks: tuple[Mark, ...] = ()
    """What to underline, on both sides; the first belongs to the problem's own side."""
    key: str = ""
    """Stable id of the pair: file, entity ids and field path, never a position in a list."""

    def __str__(self) -> str:
        """`path:line:column: rule: message`, then the fix on an indented line of its own."""
        rule = self.rule if self.severity == "error" else f"{self.rule} ({self.severity})"
        head = f"{self.path}:{self.line}:{self.column}: {rule}: {self.message}"
        return f"{head}\n    fix: {self.help}" if self.help else head


def nearest(name: str, known: Iterable[str]) -> str:
    """A clause that names the closest known name, or lists a few when none is close."""
    names = sorted(set(known))
    if close := difflib.get_close_matches(name, names, n=1, cutoff=0.5):
        return f"did you mean `{close[0]}`?"
    shown = ", ".join(f"`{n}`" for n in names[:8])
    return f"known: {shown}{' …' if len(names) > 8 else ''}" if names else "none is defined yet"
