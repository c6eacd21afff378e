"""A sheet as plain values."""

from __future__ import annotations

from pathlib import Path

import tiny
from study.build import make
from study.sheets.content import clocks, content, runs


def test_marks_become_runs() -> None:
    found = list(runs("a **b c** `d*e` [words](@start#top) f"))
    assert found == [("text", "a "), ("bold", "b c"), ("text", " "), ("code", "d*e"), ("text", " words f")]


def test_clocks_follow_each_other() -> None:
    assert clocks([5, 3, 7]) == ["0–5", "5–8", "8–15"]


def test_figures_are_computed_in_the_language(tmp_path: Path) -> None:
    site, _ = make(tiny.write(tmp_path, tiny.data()))
    assert site is not None
    guide = site.guide
    section = content(guide.cheats["sheet-1"], guide, "zh")["sections"][0]
    assert section["facts"] == [{"name": [("text", "词 Fact")], "value": [("text", "1 GB")]}]
    assert section["lanes"][0]["back"] == [("text", "词 One")]
    assert section["rows"][0]["clock"] is None
