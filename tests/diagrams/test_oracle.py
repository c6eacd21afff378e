"""Every diagram's text, judged by the real Mermaid parser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from mermaid_oracle import NotMermaidError, Oracle

import tiny
from boards import both, flow, sequence, shapes
from study.diagrams.bundle import fetch
from study.diagrams.draw import draw
from study.diagrams.dress import dress
from study.diagrams.labels import RESERVED_IN_FLOWS, RESERVED_IN_SEQUENCES
from study.diagrams.mermaid import mermaid
from study.load import load
from study.models.base import LANGS
from study.models.board import Flow, Sequence
from study.shape import walk

BUNDLE = tiny.ROOT / ".cache" / "mermaid" / "mermaid.tiny.js"

TRICKY = [
    "p99 < 200 ms",
    "a -> b",
    "C# & R&D",
    'the "hot" set',
    "50% (x) [y] {z} | a/b",
    "“热”数据：第 1 批",
    "end",
    "ask: why?",
]


@pytest.fixture(scope="module")
def oracle() -> Oracle:
    return Oracle(fetch(BUNDLE))


def of_the_guide() -> Iterator[Flow | Sequence]:
    """Every board in data/."""
    files, _ = load(tiny.ROOT)
    for parsed in files.values():
        for _, value, _ in walk(parsed.model):
            if isinstance(value, Flow | Sequence):
                yield value


BOARDS = [flow(), shapes(), shapes(direction="LR"), sequence(), *of_the_guide()]


@pytest.mark.parametrize("board", BOARDS, ids=[board.id for board in BOARDS])
def test_mermaid_finds_the_same_in_both_languages_and_in_our_drawing(oracle: Oracle, board: Flow | Sequence) -> None:
    seen = [oracle.understand(mermaid(board, lang)) for lang in LANGS]
    assert list(seen[0].nodes) == list(seen[1].nodes)
    assert [(e[0], e[1], e[3]) for e in seen[0].edges] == [(e[0], e[1], e[3]) for e in seen[1].edges]
    assert [(g[0], g[2]) for g in seen[0].groups] == [(g[0], g[2]) for g in seen[1].groups]
    ours = dress(draw(mermaid(board, "en")), "T", "D", {})
    drawn = set(re.findall(r'data-id="([^"]+)"', ours))
    assert drawn == {*seen[0].nodes, *(edge[3] for edge in seen[0].edges), *(group[0] for group in seen[0].groups)}


@pytest.mark.parametrize("label", TRICKY)
def test_labels_arrive_as_written(oracle: Oracle, label: str) -> None:
    written = label.replace('"hot"', "“hot”")
    nodes = [{"id": "a", "label": both(label)}, {"id": "b", "label": both("B")}]
    edges = [{"from": "a", "to": "b", "label": both(label)}]
    groups = [{"id": "g", "label": both(label), "nodes": ["b"]}]
    seen = oracle.understand(mermaid(flow(nodes=nodes, edges=edges, groups=groups), "en"))
    assert (seen.nodes["a"], seen.edges[0][2], seen.groups[0][1]) == (written, written, written)
    actors = [{"id": "a", "label": both(label)}, {"id": "b", "label": both("B")}]
    seen = oracle.understand(mermaid(sequence(actors=actors, messages=edges), "en"))
    assert (seen.nodes["a"], seen.edges[0][2]) == (written.replace("#", "＃"), written.replace("#", "＃"))


@pytest.mark.parametrize("word", sorted(RESERVED_IN_FLOWS - {"direction"}))  # `direction` breaks merman only
def test_reserved_words_break_a_flow(oracle: Oracle, word: str) -> None:
    nodes = [{"id": word, "label": both("A")}, {"id": "b", "label": both("B")}]
    edges = [{"from": word, "to": "b"}, {"from": "b", "to": word, "line": "dashed"}]
    with pytest.raises((NotMermaidError, AssertionError)):
        assert list(oracle.understand(mermaid(flow(nodes=nodes, edges=edges), "en")).nodes) == [word, "b"]


@pytest.mark.parametrize("word", sorted(RESERVED_IN_SEQUENCES))
def test_reserved_words_break_a_sequence(oracle: Oracle, word: str) -> None:
    actors = [{"id": word, "label": both("A")}, {"id": "b", "label": both("B")}]
    messages = [{"from": word, "to": "b", "label": both("x")}, {"from": "b", "to": word, "label": both("y")}]
    with pytest.raises((NotMermaidError, AssertionError)):
        assert list(oracle.understand(mermaid(sequence(actors=actors, messages=messages), "en")).nodes) == [word, "b"]


@pytest.mark.parametrize(
    "source", ["flowchart TB\n a -->", "sequenceDiagram\n a->>b", "nothing", 'flowchart TB\n a["x']
)
def test_the_oracle_refuses(oracle: Oracle, source: str) -> None:
    with pytest.raises(NotMermaidError):
        oracle.understand(source)
