"""Board + language → Mermaid text."""

from __future__ import annotations

import pytest

from boards import both, flow, sequence, shapes
from study.diagrams.mermaid import mermaid
from study.diagrams.topology import skeleton
from study.models.board import Flow, Sequence


def test_reads_as_data_flow() -> None:
    nodes = [
        {"id": "app", "label": both("App", "应用"), "shape": "person", "stage": 1},
        {"id": "gate", "label": both("Gateway", "网关"), "note": both("5 ms", "5 毫秒"), "stage": 6},
        {"id": "db", "label": both('The "hot" < 1 TB store', "热库"), "shape": "store", "stage": 6},
    ]
    edges = [
        {"from": "app", "to": "gate", "label": both("35K QPS", "3.5 万 QPS")},
        {"from": "db", "to": "app", "line": "dashed"},
    ]
    groups = [{"id": "core", "label": both("Core", "核心"), "nodes": ["gate", "db"]}]
    assert mermaid(flow(nodes=nodes, edges=edges, groups=groups), "en").splitlines() == [
        "flowchart TB",
        '  app(["App"])',
        '  subgraph core["Core"]',
        '    gate["Gateway<br/>5 ms"]',
        '    db[("The “hot” #lt; 1 TB store")]',
        "  end",
        '  app -->|"35K QPS"| gate',
        "  db -.-> app",
        "  class app s1",
        "  class gate,db s6",
        "  class gate noted",
        "  class app person",
        "  classDef s1 stroke:#1d5fa8,stroke-width:2px",
        "  classDef s6 stroke:#b8322a,stroke-width:2px",
    ]


def test_sequence() -> None:
    assert mermaid(sequence(), "zh").splitlines() == [
        "sequenceDiagram",
        "  participant u as 用户",
        "  participant m as 模型",
        "  u->>m: 提问",
        "  m-->>u: 回答",
    ]


@pytest.mark.parametrize("board", [flow(), shapes(), shapes(direction="LR"), sequence()])
def test_both_languages_draw_the_same(board: Flow | Sequence) -> None:
    assert skeleton(mermaid(board, "en")) == skeleton(mermaid(board, "zh"))
