"""data/patterns/<id>.yml: one interview problem worked through. The minimum counts keep a thin one from loading."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from study.models.base import (
    Citation,
    Entity,
    FigureRef,
    Head,
    Id,
    Model,
    PageRef,
    PatternRef,
    ResourceRef,
    Say,
    StageId,
    Text,
)
from study.models.board import Flow, Sequence
from study.models.framework import Point, Versus

Signal = Literal["scale", "correctness", "safety", "extensibility"]
Track = Literal["ml", "lab"]
"""ml: classic machine-learning design · lab: AI-lab round (serving, RAG, agents, evaluation)."""


def _digits(value: Any) -> Any:
    """All plain scalars of a data file are text; a choice of numbers needs a number."""
    return int(value) if isinstance(value, str) and value.isdecimal() else value


RoundMinutes = Annotated[Literal[45, 60], BeforeValidator(_digits)]


class Clarify(Model):
    """A clarifying question, why the answer changes the design, what to assume if nobody answers."""

    ask: Text
    why: Text
    assume: Text


class Estimate(Model):
    """A computed figure and the decision it drives."""

    figure: FigureRef
    decides: Text


class StageWork(Model):
    """A stage worked on this problem."""

    stage: StageId
    say: Text
    """Two to five sentences: what to say, with figures as `{=figure-id}`."""
    write: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What goes on the board, line by line."""
    board: Id | None = None
    """The board of this pattern to draw in this stage."""


class Option(Model):
    name: Text
    wins: Text
    """When this option is the right one."""


class Decision(Model):
    """A trade-off row: options, when each wins, the pick here and why."""

    question: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    pick: Annotated[int, Field(ge=1)]
    """Which option, counted from 1."""
    why: Text


class Failure(Model):
    event: Text
    effect: Text
    response: Text


class Trap(Model):
    trap: Text
    why: Text
    instead: Text


class Safety(Model):
    """A threat, the control against it and the evidence an auditor would ask for."""

    title: Text
    threat: Text
    control: Text
    evidence: Text


class FollowUp(Model):
    """A follow-up drill with a short model answer."""

    ask: Text
    answer: Text


class Rubric(Model):
    """What scores 0, 1, 2 and 3 look like for one signal."""

    signal: Signal
    levels: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4)]


class Pattern(Entity):
    page: Head
    track: Track
    minutes: RoundMinutes
    prompt: Text
    """As an interviewer would give it."""
    tests: Annotated[tuple[Text, ...], Field(min_length=2)]
    clarify: Annotated[tuple[Clarify, ...], Field(min_length=5)]
    reality: Text | None = None
    """Where the prompt is physically implausible: the arithmetic, said plainly, and the re-scoped problem."""
    estimates: Annotated[tuple[Estimate, ...], Field(min_length=4)]
    boards: Annotated[tuple[Flow, ...], Field(min_length=1)]
    sequences: tuple[Sequence, ...] = ()
    stages: Annotated[tuple[StageWork, ...], Field(min_length=7, max_length=7)]
    decisions: Annotated[tuple[Decision, ...], Field(min_length=8)]
    failures: Annotated[tuple[Failure, ...], Field(min_length=5)]
    traps: Annotated[tuple[Trap, ...], Field(min_length=6)]
    safety: Annotated[tuple[Safety, ...], Field(min_length=3)]
    versus: Annotated[tuple[Versus, ...], Field(min_length=3, max_length=3)]
    drills: Annotated[tuple[FollowUp, ...], Field(min_length=6)]
    rubric: Annotated[tuple[Rubric, ...], Field(min_length=4, max_length=4)]
    say: Annotated[tuple[Say, ...], Field(min_length=6)]
    must_discuss: Annotated[tuple[Point, ...], Field(min_length=3)]
    resources: Annotated[tuple[ResourceRef, ...], Field(min_length=2)]
    pages: Annotated[tuple[PageRef, ...], Field(min_length=1)]
    related: Annotated[tuple[PatternRef, ...], Field(min_length=1)]
    sources: tuple[Citation, ...] = ()


class PatternCard(Entity):
    """A pattern as the index lists it."""

    title: Text
    track: Track
    minutes: RoundMinutes
    prompt: Text
    hinge: Text
    """What the round turns on."""


class PatternIndex(Model):
    """data/patterns.yml: the front page of the patterns, in order."""

    page: Head
    tracks: Annotated[tuple[Point, ...], Field(min_length=2, max_length=2)]
    how: Annotated[tuple[Text, ...], Field(min_length=1)]
    """How to work a pattern."""
    patterns: Annotated[tuple[PatternCard, ...], Field(min_length=1)]
