"""JSON lines."""

from __future__ import annotations

import json

from report.cases import LATE, NUMBERS, case
from study.problem import Problem
from study.report import report


def test_one_object_a_line() -> None:
    first, second = map(json.loads, report(case(NUMBERS, LATE), "json").splitlines())
    assert first["message"] == NUMBERS.message
    assert second == {
        "path": "data/b.yml",
        "line": 3,
        "column": 1,
        "rule": "T24",
        "severity": "warning",
        "message": "much longer than its English",
        "help": "",
    }
    assert report(case(), "json") == ""


def test_no_character_ends_a_line_early() -> None:
    said = report(case(Problem("data/a.yml", 1, 1, "T33", "a\u2028b\u0085c\u2029\n")), "json")
    assert len(said.splitlines()) == 1
    assert json.loads(said)["message"] == "a\u2028b\u0085c\u2029\n"
