"""For GitHub: annotations in a workflow's log, and a table for the summary of its step."""

from __future__ import annotations

from collections.abc import Mapping

from study.problem import Problem
from study.report.case import Case
from study.report.excerpt import visible

ROWS = 500
"""Rows of the summary; GitHub drops one of more than a megabyte."""
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}
_CELL = {"|": "\\|", "\n": "<br>", "<": "&lt;", ">": "&gt;", "`": "\\`", "\\": "\\\\"}


def written(case: Case) -> str:
    """One workflow command a problem, then the count as plain text."""
    return "\n".join([*map(_command, case.problems), case.count()])


def _command(problem: Problem) -> str:
    place = {
        "file": problem.path,
        "line": problem.line,
        "endLine": problem.line,
        "col": problem.column,
        "endColumn": problem.column + _length(problem),
        "title": problem.rule,
    }
    properties = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in place.items())
    said = visible(problem.message) + (f"\nfix: {visible(problem.help)}" if problem.help else "")
    return f"::{problem.severity} {properties}::{_escaped(said, _DATA)}"


def _length(problem: Problem) -> int:
    """Characters from the problem's column that belong to it."""
    return next((m.length for m in problem.marks if m[:3] == (problem.path, problem.line, problem.column)), 1) or 1


def summary(case: Case) -> str:
    """A Markdown table of the problems, since GitHub shows only the first ten annotations of a step."""
    rows = [
        f"| {_cell(f'{p.path}:{p.line}:{p.column}')} | {_rule(p, case)} | {_cell(visible(p.message))} | {_cell(visible(p.help))} |"
        for p in case.problems[:ROWS]
    ]
    more = [f"and {len(case.problems) - ROWS} more", ""] if len(case.problems) > ROWS else []
    table = ["| Place | Rule | What is wrong | Fix |", "| --- | --- | --- | --- |", *rows, ""] if rows else []
    return "\n".join(["### study check", "", *table, *more, case.count(), ""])


def _rule(problem: Problem, case: Case) -> str:
    page = case.page(problem.rule)
    return f"[{problem.rule}]({page})" if page.startswith("http") else problem.rule


def _cell(text: str) -> str:
    return _escaped(text, _CELL)


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
