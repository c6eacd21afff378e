"""For people: each problem with both sides of the text, what to do, and how to keep it as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from study.problem import Problem
from study.report.case import Case, marks
from study.report.excerpt import excerpts, visible
from study.waivers import UNWAIVABLE

CAP = 50
"""Problems of one file that are shown; the rest is counted."""


def written(case: Case) -> str:
    """All problems and a closing line that counts them."""
    return "\n".join([*_blocks(case), case.count()])


def _blocks(case: Case) -> Iterator[str]:
    totals, shown = Counter(problem.path for problem in case.problems), Counter[str]()
    for problem in case.problems:
        shown[problem.path] += 1
        if shown[problem.path] <= CAP:
            yield "\n".join(block(problem, case))
        if shown[problem.path] == totals[problem.path] > CAP:
            yield f"{problem.path}: {totals[problem.path] - CAP} more; mend these first"


def block(problem: Problem, case: Case) -> Iterator[str]:
    """The lines of one problem: where and what, both sides, details, the fix, the waiver, the rule's page."""
    head, *details = visible(problem.message).split("\n")
    rule = problem.rule if problem.severity == "error" else f"{problem.rule} ({problem.severity})"
    yield f"{problem.path}:{problem.line}:{problem.column}: {rule}: {head}"
    yield from excerpts(marks(problem), case.sources)
    for detail in details:
        yield f"    = {detail}"
    if problem.help:
        yield f"    fix: {visible(problem.help)}"
    if problem.key and case.page(problem.rule) and problem.rule not in UNWAIVABLE:
        yield f"    or, if it is right as it stands: {_waiver(problem)}"
    if page := case.page(problem.rule):
        yield f"    rule: {page}"


def _waiver(problem: Problem) -> str:
    if problem.path.endswith(".md"):
        return f"write <!-- l10n-ok {problem.rule}: the reason --> on a line above it, then `study fix`"
    return f'add l10n_ok: [{{id: {problem.rule}, reason: "…"}}] beside en and zh, then `study fix`'
