"""Mermaid text → SVG."""

from __future__ import annotations

import pytest

from study.diagrams.draw import PREFIX, UndrawableError, draw, renderer


def test_is_pinned() -> None:
    assert renderer() == "merman 0.9.2", "look at every diagram again, then pin the new version here too"


def test_draws_the_same_twice() -> None:
    svg = draw("flowchart TB\n a --> b")
    assert svg == draw("flowchart TB\n a --> b")
    assert f'id="{PREFIX}"' in svg


def test_says_what_it_does_not_understand() -> None:
    with pytest.raises(UndrawableError, match="parse error"):
        draw("flowchart TB\n a --> ")
