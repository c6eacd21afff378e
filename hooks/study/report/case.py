"""What every form of a report is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from study.edit import Edit
from study.problem import Mark, Problem
from study.rules import RULES

Sources = Mapping[str, str]
"""Path → text of the files that problems speak of; a page made from data has none."""
Edits = Sequence[Edit]
PAGE = "quality/rules/"
"""The page of the guide that explains every rule, one heading a rule."""


@dataclass(frozen=True)
class Case:
    """The problems of one run, sorted, and what is known about them."""

    problems: Sequence[Problem]
    sources: Sources
    fixes: Mapping[Problem, Edits]
    site: str
    """Address of the guide, with a slash at the end."""

    def page(self, rule: str) -> str:
        """Where the guide explains `rule`; empty for one that only says what a data file may hold."""
        return f"{self.site}{PAGE}#{rule.lower()}" if rule in RULES else ""

    def count(self) -> str:
        """`3 errors, 1 warning in 2 files; 1 of them is mended by study fix`."""
        if not self.problems:
            return "no problems"
        errors = sum(problem.severity == "error" for problem in self.problems)
        files = len({problem.path for problem in self.problems})
        found = f"{_many(errors, 'error')}, {_many(len(self.problems) - errors, 'warning')} in {_many(files, 'file')}"
        mended = sum(problem in self.fixes for problem in self.problems)
        return f"{found}; {mended} fixable with `study fix`" if mended else found


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def marks(problem: Problem) -> tuple[Mark, ...]:
    """What to underline; the problem's own place where the check names nothing. A whole file has nothing to show."""
    if problem.marks or (problem.line, problem.column) == (1, 1):
        return problem.marks
    return (Mark(problem.path, problem.line, problem.column, 0),)
