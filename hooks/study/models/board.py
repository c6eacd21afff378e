"""A whiteboard diagram as data: one topology, labels in two languages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from study.models.base import Entity, Model, Text

LocalId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*$")]
"""An id inside one board: a letter, then letters and digits; unique in its board only."""

StageNumber = Annotated[int, Field(ge=1, le=7)]
"""1 requirements · 2 metrics · 3 data · 4 features · 5 model · 6 serving · 7 monitoring."""

Shape = Literal["box", "round", "pill", "store", "choice", "io", "hexagon", "person"]
"""box: component · round: process · pill: start or end · store: database · choice: decision · io: input or output."""


class Node(Model):
    id: LocalId
    label: Text
    shape: Shape = "box"
    stage: StageNumber | None = None
    """The stage at which it is drawn; without one it is there from the start."""
    note: Text | None = None
    """Latency or throughput to write under the label, such as `p99 35 ms`."""


class Edge(Model):
    start: Annotated[LocalId, Field(alias="from")]
    end: Annotated[LocalId, Field(alias="to")]
    label: Text | None = None
    line: Literal["solid", "dashed"] = "solid"
    """dashed: feedback or offline."""


class Group(Model):
    id: LocalId
    label: Text
    nodes: Annotated[tuple[LocalId, ...], Field(min_length=1)]


class Caption(Model):
    """What to say while drawing a stage's part of the board."""

    stage: StageNumber
    say: Text


class Flow(Entity):
    """A flowchart. Top-down unless it must run sideways."""

    title: Text
    desc: Text
    """What the diagram shows, for somebody who cannot see it; one to three sentences."""
    direction: Literal["TB", "LR"] = "TB"
    nodes: Annotated[tuple[Node, ...], Field(min_length=2)]
    edges: Annotated[tuple[Edge, ...], Field(min_length=1)]
    groups: tuple[Group, ...] = ()
    captions: tuple[Caption, ...] = ()


class Actor(Model):
    id: LocalId
    label: Text


class Message(Model):
    start: Annotated[LocalId, Field(alias="from")]
    end: Annotated[LocalId, Field(alias="to")]
    label: Text
    line: Literal["solid", "dashed"] = "solid"
    """dashed: a reply."""


class Sequence(Entity):
    """A sequence diagram: who calls whom, in order."""

    title: Text
    desc: Text
    actors: Annotated[tuple[Actor, ...], Field(min_length=2)]
    messages: Annotated[tuple[Message, ...], Field(min_length=1)]
