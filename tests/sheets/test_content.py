"""A sheet as plain values."""

from __future__ import annotations

from pathlib import Path

import pytest

import tiny
from study.build import make
from study.sheets.content import clocks, content, runs


def test_marks_become_runs() -> None:
    found = list(runs("a **b c** `d*e` [words](@start#top) f"))
    assert found == [("text", "a "), ("bold", "b c"), ("text", " "), ("whole", "d*e"), ("text", " words f")]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("within 87 ms, at most", ["87 ms,"]),
        ("is ≤ 1.22 million, or > 0.5%", ["≤ 1.22 million,", "> 0.5%"]),
        ("每 24 小时重建，至多 1000 条", ["24 小时", "1000 条"]),
        ("150–300 ms（p99 ≤ 10 min）", ["150–300 ms", "≤ 10 min"]),
        ("stage 3, then", []),
    ],
)
def test_an_amount_stays_on_its_line(text: str, wholes: list[str]) -> None:
    found = list(runs(text))
    assert [words for kind, words in found if kind == "whole"] == wholes
    assert "".join(words for _, words in found) == text


def test_a_dot_does_not_begin_a_line() -> None:
    assert list(runs("a · b")) == [("text", "a\u00a0· b")]


def test_clocks_follow_each_other() -> None:
    assert clocks([5, 3, 7]) == ["0–5", "5–8", "8–15"]


def test_figures_are_computed_in_the_language(tmp_path: Path) -> None:
    site, _ = make(tiny.write(tmp_path, tiny.data()))
    assert site is not None
    guide = site.guide
    section = content(guide.cheats["sheet-1"], guide, "zh")["sections"][0]
    assert section["facts"] == [{"name": [("text", "词 Fact")], "value": [("whole", "1 GB")]}]
    assert section["lanes"][0]["back"] == [("text", "词 One")]
    assert section["rows"][0]["clock"] is None
