"""Golden messages: every mistake in a figure, or in a text that uses one, and the words that answer it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import tiny
from study.check import check
from study.figures.catalog import results
from study.load import load
from study.pair import data_pairs
from study.translation.every import check_data

CASES: list[dict[str, Any]] = yaml.safe_load((tiny.ROOT / "tests/golden/figures.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_says(case: dict[str, Any], tmp_path: Path) -> None:
    for name, text in (("figures/x", case["figures"]), ("figures/y", case.get("more")), ("topics", case.get("topics"))):
        if text:
            path = tmp_path / "data" / f"{name}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    files, problems = load(tmp_path)
    found = [
        *(problem for problem in problems if problem.rule != "file"),
        *check(files, results(files)),
        *check_data(files, data_pairs(files)),
    ]
    assert [str(problem) for problem in sorted(set(found))] == [said.rstrip("\n") for said in case["says"]]
