"""For programs: one JSON object a line."""

from __future__ import annotations

import json

from study.problem import Problem
from study.report.case import Case

FIELDS = ("path", "line", "column", "rule", "severity", "message", "help")
_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Characters that some readers take for the end of a line, which JSON lets stand in a string."""


def written(case: Case) -> str:
    """The problems; nothing at all when there are none."""
    return "\n".join(map(_line, case.problems))


def _line(problem: Problem) -> str:
    value = {name: getattr(problem, name) for name in FIELDS}
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)
