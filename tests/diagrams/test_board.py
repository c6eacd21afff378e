"""Board → fence → figure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boards import MARKS, both, flow, sequence, shapes
from study.diagrams.board import board_markdown, fence, read
from study.diagrams.figure import Figure, Step
from study.diagrams.topology import fences

LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])).map(lambda s: " ".join(s.split()))


@given(LINE.filter(bool), LINE.filter(bool), LINE)
def test_options_come_back_whatever_is_in_them(title: str, desc: str, say: str) -> None:
    figure = Figure(title, desc, "flowchart TB\n  a --> b", "one", (Step(3, "8-15", "Data", say),))
    [found] = fences(fence(figure))
    assert read(found.source, found.options) == figure


def test_steps_are_the_stages_of_its_nodes() -> None:
    captions = [{"stage": 5, "say": both("**Prefill** is [bound](@framework/model).")}]
    [found] = fences(board_markdown(shapes(captions=captions), "en", MARKS))
    steps = read(found.source, found.options).steps
    assert [step.stage for step in steps] == [1, 2, 3, 4, 5, 6, 7]
    assert steps[4] == Step(5, "20-28", "Stage 5", "Prefill is bound.")


def test_no_stages_no_steps() -> None:
    for board in (flow(), sequence()):
        [found] = fences(board_markdown(board, "zh", MARKS))
        assert found.options.keys() == {"id", "title", "desc"}
