"""The checks find what we plant: nearly all faults of the kinds that are errors, most of the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from mutation.run import ROOT, Recall, recall

TABLE: list[dict[str, Any]] = yaml.safe_load((ROOT / "data/quality.yml").read_text("utf-8"))["kinds"]
DRIFT = 0.05
"""How far the committed table may be from what is counted now, since the content that faults are planted in changes."""


FLOOR = 0.95
"""Of one kind of fault that is an error."""


@pytest.fixture(scope="module")
def counted() -> Mapping[str, Recall]:
    return recall()


def test_errors_are_found(counted: Mapping[str, Recall]) -> None:
    errors = {kind["id"]: counted[kind["id"]] for kind in TABLE if kind["severity"] == "error"}
    assert len(errors) >= 15
    assert sum(each.found for each in errors.values()) >= 0.97 * sum(each.planted for each in errors.values())
    assert {kind: each for kind, each in errors.items() if each.found < FLOOR * each.planted} == {}


def test_most_of_everything_is_found(counted: Mapping[str, Recall]) -> None:
    assert sum(each.found for each in counted.values()) >= 0.93 * sum(each.planted for each in counted.values())
    assert {kind for kind, each in counted.items() if each.planted < 10} == set(), "too few to say anything"


def test_the_table_is_what_was_counted(counted: Mapping[str, Recall]) -> None:
    assert [kind["id"] for kind in TABLE] == list(counted)
    far = [
        kind["id"]
        for kind in TABLE
        if abs(kind["found"] / kind["planted"] - counted[kind["id"]].found / counted[kind["id"]].planted) > DRIFT
    ]
    assert far == [], "run `python -m mutation.run` in tests/"
