"""What the data says a board cannot be, with the place and the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.checks.boards import boards
from study.load import Parsed
from study.models.board import Flow, Sequence
from study.problem import Problem
from study.source import read

FLOW = """id: one
title: {en: One, zh: 一}
desc: {en: A to B., zh: 甲到乙。}
nodes:
- id: a
  label: {en: Gateway, zh: 网关}
  stage: 3
- id: b
  label: {en: Store, zh: 存储}
  note: {en: 5 ms, zh: 5 毫秒}
edges:
- from: a
  to: b
  label: {en: reads, zh: 读}
groups:
- id: g
  label: {en: Core, zh: 核心}
  nodes:
  - a
captions:
- stage: 3
  say: {en: I draw it., zh: 我来画。}
"""
SEQUENCE = """id: two
title: {en: Two, zh: 二}
desc: {en: A talk., zh: 对话。}
actors:
- id: u
  label: {en: User, zh: 用户}
- id: m
  label: {en: Model, zh: 模型}
messages:
- from: u
  to: m
  label: {en: ask, zh: 提问}
"""


def found(tmp_path: Path, text: str) -> list[Problem]:
    (tmp_path / "board.yml").write_text(text, "utf-8")
    document, problems = read(tmp_path, "board.yml")
    assert document, problems
    shape = Sequence if "actors:" in text else Flow
    return list(boards({"board": Parsed("board", document, shape.model_validate(document.value))}))


@pytest.mark.parametrize("text", [FLOW, SEQUENCE])
def test_a_good_board(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("change", "rule", "line", "says"),
    [
        (("- id: b", "- id: a"), "duplicate-id", 8, "`a` is taken"),
        (("- id: g", "- id: a"), "duplicate-id", 16, "`a` is taken"),
        (("- id: g", "- id: end"), "board-id", 16, "`end` is a word of Mermaid's grammar"),
        (("to: b", "to: bb"), "unknown-node", 13, "`bb` is not in this board"),
        (("to: b", "to: a"), "unreached-node", 8, "no edge reaches `b`"),
        (("  - a\n", "  - c\n"), "unknown-node", 19, "`c` is not in this board"),
        (("  - a\n", "  - a\n  - a\n"), "group-overlap", 19, "stands in 2 groups"),
        (("- stage: 3", "- stage: 4"), "caption-stage", 21, "no node has stage 4"),
        (("zh: 网关", f"zh: {'网' * 31}"), "label-length", 6, "62 units wide, its place holds 60"),
        (("en: Gateway", f"en: {'x' * 25}"), "label-length", 6, "cannot be wrapped"),
        (("en: 5 ms", "en: five milliseconds on a good day"), "label-length", 10, "its place holds 30"),
        (("en: reads", r"en: reads\nall"), "label-text", 14, "misread"),
        (("en: reads", "en: 1. reads"), "label-text", 14, "misread"),
        (("en: reads", "en: reads “all"), "label-text", 14, "misread"),
    ],
)
def test_a_bad_flow(tmp_path: Path, change: tuple[str, str], rule: str, line: int, says: str) -> None:
    problem = found(tmp_path, FLOW.replace(*change, 1))[0]
    assert (problem.path, problem.line, problem.rule) == ("board.yml", line, rule)
    assert says in problem.message
    assert problem.help


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("- id: m", "- id: loop", "board-id", 7),
        ("to: m", "to: model", "unknown-node", 11),
        ("en: ask", "en: ask; wait", "label-text", 12),
        ("zh: 模型", f"zh: {'模' * 16}", "label-length", 8),
    ],
)
def test_a_bad_sequence(tmp_path: Path, old: str, new: str, rule: str, line: int) -> None:
    problem = found(tmp_path, SEQUENCE.replace(old, new, 1))[0]
    assert (problem.line, problem.rule) == (line, rule)
