"""A board → the Markdown that a page template prints: a mermaid fence that carries all its figure needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple
from html import escape, unescape
from typing import NamedTuple

from study import markdown
from study.diagrams.figure import Figure, Step
from study.diagrams.mermaid import mermaid
from study.models.base import Lang
from study.models.board import Flow, Sequence

OPTIONS = ("title", "desc", "id", "steps")
"""Options of a mermaid fence. People write the first two; `board_markdown` writes all."""


class Mark(NamedTuple):
    """What the framework says of a stage: its clock (`8-15`) and its name in the page's language."""

    clock: str
    name: str


def board_markdown(
    board: Flow | Sequence, lang: Lang, marks: Mapping[int, Mark], plain: Callable[[str], str] = markdown.plain
) -> str:
    """The fence of `board` in `lang`. `marks`: stage 1…7 → its clock and name; `plain` strips Markdown from text."""
    figure = Figure(
        title=plain(board.title.say(lang)),
        desc=plain(board.desc.say(lang)),
        source=mermaid(board, lang),
        id=board.id,
        steps=tuple(_steps(board, lang, marks, plain)) if isinstance(board, Flow) else (),
    )
    return fence(figure)


def fence(figure: Figure) -> str:
    """The figure as a Markdown fence; `read` gives the options back."""
    values = {"id": figure.id, "title": figure.title, "desc": figure.desc, "steps": _dump(figure.steps)}
    options = " ".join(f'{key}="{_option(value)}"' for key, value in values.items() if value)
    return f"```mermaid {options}\n{figure.source}\n```"


def read(source: str, options: Mapping[str, str]) -> Figure:
    """The figure of a fence's text and options; raises ValueError for steps that are not ours."""
    values = {key: unescape(value) for key, value in options.items()}
    steps = tuple(Step(*step) for step in json.loads(values.get("steps", "[]")))
    return Figure(values.get("title", ""), values.get("desc", ""), source.strip("\n"), values.get("id", ""), steps)


def _steps(board: Flow, lang: Lang, marks: Mapping[int, Mark], plain: Callable[[str], str]) -> Iterator[Step]:
    says = {caption.stage: plain(caption.say.say(lang)) for caption in board.captions}
    for stage in sorted({node.stage for node in board.nodes if node.stage}):
        yield Step(stage, *marks[stage], says.get(stage, ""))


def _dump(steps: tuple[Step, ...]) -> str:
    return json.dumps([astuple(step) for step in steps], ensure_ascii=False, separators=(",", ":")) if steps else ""


def _option(value: str) -> str:
    """On one line, without the quotes and marks that would end the option."""
    return escape(" ".join(value.split()))
