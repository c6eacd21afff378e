"""The least board that a test needs, one with every shape, and a Fence that remembers what it was told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import markdown

from study.diagrams.board import Mark, board_markdown
from study.diagrams.cache import Cache
from study.diagrams.draw import renderer
from study.diagrams.fence import Fence
from study.diagrams.figure import LABELS
from study.models.base import Lang
from study.models.board import Flow, Sequence, Shape

CLOCKS = ("0-5", "5-8", "8-15", "15-20", "20-28", "28-36", "36-41")
MARKS = {stage: Mark(clock, f"Stage {stage}") for stage, clock in enumerate(CLOCKS, 1)}
WORDS = {"board_minutes": "{minutes} min", "board_draw": "Say: {say}", "board_view": "Diagram: {title}"}
LABELED = {key: WORDS.get(key, key.removeprefix("board_")) for key in LABELS}
SHAPES: tuple[Shape, ...] = get_args(Shape)


def both(en: str, zh: str = "") -> dict[str, str]:
    return {"en": en, "zh": zh or "词"}


def flow(**changes: Any) -> Flow:
    """Two boxes and an edge."""
    nodes = [{"id": "a", "label": both("A")}, {"id": "b", "label": both("B")}]
    least = {
        "id": "one",
        "title": both("One"),
        "desc": both("A to B."),
        "nodes": nodes,
        "edges": [{"from": "a", "to": "b"}],
    }
    return Flow.model_validate(least | changes)


def sequence(**changes: Any) -> Sequence:
    """Two actors, a call and a reply."""
    actors = [{"id": "u", "label": both("User", "用户")}, {"id": "m", "label": both("Model", "模型")}]
    messages = [
        {"from": "u", "to": "m", "label": both("ask: a question", "提问")},
        {"from": "m", "to": "u", "line": "dashed", "label": both("answer", "回答")},
    ]
    least = {"id": "two", "title": both("Two"), "desc": both("A talk."), "actors": actors, "messages": messages}
    return Sequence.model_validate(least | changes)


def shapes(**changes: Any) -> Flow:
    """A chain with one node of every shape, two of them in a group; stages 1 to 7 and one node without."""
    labels = [
        "Gateway",
        "Prefill pool",
        "Done",
        "Paged KV cache",
        "Over 8K tokens?",
        "Token stream",
        "Decode pool",
        "User",
    ]
    han = ["网关", "预填充资源池", "结束", "分页 KV 缓存", "超过 8K token？", "token 流", "解码资源池", "用户"]
    nodes = [
        {"id": f"n{n}", "shape": shape, "label": both(labels[n], han[n]), "note": both("p99 35 ms", "p99 35 毫秒")}
        | ({"stage": n + 1} if n < 7 else {})
        for n, shape in enumerate(SHAPES)
    ]
    edges: list[dict[str, Any]] = [{"from": f"n{n}", "to": f"n{n + 1}"} for n in range(len(SHAPES) - 1)]
    edges[3]["label"] = both("KV transfer", "KV 传输")
    edges.append({"from": "n6", "to": "n0", "line": "dashed", "label": both("feedback", "反馈")})
    groups = [{"id": "g", "label": both("LLM cluster", "大模型集群"), "nodes": ["n3", "n4"]}]
    return flow(**({"id": "shapes", "nodes": nodes, "edges": edges, "groups": groups} | changes))


class Pages:
    """Renders Markdown pages as the site does; `told` is what the fences complained of."""

    def __init__(
        self, folder: Path, tool: str | None = renderer(), labels: Mapping[str, str] = LABELED, **options: Any
    ) -> None:
        self.told: list[str] = []
        self.fence = Fence(labels, Cache(folder), self.told.append, tool=tool, **options)

    def html(self, text: str) -> str:
        settings = {"pymdownx.superfences": {"custom_fences": [self.fence.config()]}}
        return markdown.markdown(text, extensions=["attr_list", "pymdownx.superfences"], extension_configs=settings)

    def boards(self, *boards: Flow | Sequence, lang: Lang = "en") -> str:
        return self.html("\n\n".join(board_markdown(board, lang, MARKS) for board in boards))
