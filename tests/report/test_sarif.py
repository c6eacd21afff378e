"""SARIF: valid by its schema, stable between runs, with the other side and the fix."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from report.cases import COMMA, LATE, NUMBERS, case
from study.problem import Problem
from study.report import report

SCHEMA = json.loads((Path(__file__).parent / "schema" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))


def run(*problems: Problem) -> Any:
    value = json.loads(report(case(*problems), "sarif"))
    jsonschema.Draft4Validator(SCHEMA).validate(value)
    return value["runs"][0]


@pytest.mark.parametrize("problems", [[], [NUMBERS], [NUMBERS, COMMA, LATE, Problem("a b.yml", 1, 1, "yaml", "no")]])
def test_it_is_valid(problems: list[Problem]) -> None:
    it = run(*problems)
    assert len(it["results"]) == len(problems)
    assert [it["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] for r in it["results"]] == [
        r["ruleId"] for r in it["results"]
    ]


def test_the_schema_refuses_what_is_not_sarif() -> None:
    value = json.loads(report(case(NUMBERS), "sarif"))
    value["runs"][0]["results"][0]["levle"] = "error"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(value)


def test_a_result_names_both_sides() -> None:
    (result,) = run(NUMBERS)["results"]
    here, there = result["locations"][0], result["relatedLocations"][0]
    assert here["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 16, "endLine": 5, "endColumn": 17}
    assert there["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 33, "endLine": 4, "endColumn": 36}
    assert here["physicalLocation"]["artifactLocation"] == {"uri": "data/a.yml", "uriBaseId": "ROOT"}


def test_a_fingerprint_survives_moved_lines_and_tells_repeats_apart() -> None:
    def prints(*problems: Problem) -> list[str]:
        return [result["partialFingerprints"]["ruleAndUnit/v1"] for result in run(*problems)["results"]]

    moved = replace(NUMBERS, line=7, message="other words")
    assert prints(NUMBERS) == prints(moved)
    assert len(set(prints(NUMBERS, moved, COMMA))) == 3


def test_a_fix_replaces_what_study_fix_would() -> None:
    (result,) = run(COMMA)["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 20, "endLine": 5, "endColumn": 21},
            "insertedContent": {"text": "，"},
        }
    ]
    assert "fixes" not in run(NUMBERS)["results"][0]
