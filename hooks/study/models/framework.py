"""data/framework/*.yml: the seven stages, the whiteboard, the four phases and what surrounds them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from study.models.base import Citation, Entity, Head, Id, Model, PageRef, Question, Say, StageId, Text
from study.models.board import Flow

Minutes = Annotated[int, Field(ge=1, le=180)]
Clock = Annotated[str, StringConstraints(pattern=r"^\d{1,2}-\d{1,2}$")]
"""From minute to minute of the round, such as `8-15`."""
Ink = Literal["blue", "green", "red", "amber"]
"""Marker colour: blue framing · green data and features · red model and serving · amber monitoring and safety."""


class Point(Model):
    """Something to cover: a short name and what to say about it."""

    title: Text
    detail: Text


class Versus(Model):
    """The same moment answered by a senior and by a staff engineer."""

    moment: Text
    senior: Text
    staff: Text
    why: Text
    """What makes the second answer better."""


class Miss(Model):
    """A common omission and its repair."""

    miss: Text
    instead: Text


class Stage(Entity):
    """One of the seven stages, in the order of the round."""

    id: StageId
    page: Head
    short: Text
    """At most ten Latin letters or five Han characters: fits the clock strip on a phone."""
    minutes: Minutes
    clock: Clock
    ink: Ink
    deliver: Text
    """What stands on the board when the stage ends."""
    ask: Annotated[tuple[Question, ...], Field(min_length=3)]
    cover: Annotated[tuple[Point, ...], Field(min_length=3)]
    gap: Text
    """What separates staff from senior in this stage."""
    versus: Annotated[tuple[Versus, ...], Field(min_length=1)]
    say: Annotated[tuple[Say, ...], Field(min_length=3)]
    misses: Annotated[tuple[Miss, ...], Field(min_length=3)]
    see: tuple[PageRef, ...] = ()


class Buffer(Model):
    """The minutes left for the interviewer's questions."""

    title: Text
    short: Text
    minutes: Minutes
    clock: Clock
    use: Text


class Framework(Model):
    """data/framework/stages.yml. Stage minutes and buffer sum to `round`; clocks follow each other."""

    page: Head
    round: Minutes
    rules: Annotated[tuple[Text, ...], Field(min_length=1)]
    fits: tuple[Text, ...]
    """Rounds this structure is good for."""
    unfit: tuple[Text, ...]
    """Rounds it is not for."""
    stages: Annotated[tuple[Stage, ...], Field(min_length=7, max_length=7)]
    buffer: Buffer
    board: Flow
    """The seven stages and their feedback edges."""


class Slot(Entity):
    """What to draw in one slot of the clock; slots follow the stages' clock."""

    clock: Clock
    stage: StageId | None = None
    """None for the buffer at the end."""
    title: Text
    draw: Text
    purpose: Text
    board: Flow


class Whiteboard(Model):
    """data/framework/whiteboard.yml."""

    page: Head
    rules: Annotated[tuple[Point, ...], Field(min_length=1)]
    slots: Annotated[tuple[Slot, ...], Field(min_length=1)]


class MinuteRange(Model):
    least: Minutes
    most: Minutes


class Phase(Entity):
    title: Text
    minutes: MinuteRange
    goal: Text
    steps: Annotated[tuple[Point, ...], Field(min_length=2)]


class Allocation(Model):
    """One way to spend the round: minutes a phase, in order; sums to the round."""

    minutes: tuple[Minutes, ...]
    when: Text


class QuestionGroup(Entity):
    title: Text
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class MenuGroup(Entity):
    title: Text
    items: Annotated[tuple[Point, ...], Field(min_length=1)]


class Tradeoff(Entity):
    """Two goods that exclude each other in part."""

    title: Text
    left: Text
    right: Text
    decide: Text
    """How to choose, with the number or fact that decides."""


class Mapping(Model):
    """Which stages a phase covers and for how long."""

    phase: Id
    stages: tuple[StageId, ...]
    minutes: Text
    how: Text


class Phases(Model):
    """data/framework/phases.yml: the conversation's view of the same round."""

    page: Head
    phases: Annotated[tuple[Phase, ...], Field(min_length=4, max_length=4)]
    allocations: Annotated[tuple[Allocation, ...], Field(min_length=1)]
    questions: Annotated[tuple[QuestionGroup, ...], Field(min_length=3)]
    layers_intro: Text
    layers: Flow
    two_stage_intro: Text
    two_stage: Flow
    two_stage_notes: tuple[Text, ...]
    menu: Annotated[tuple[MenuGroup, ...], Field(min_length=1)]
    tradeoffs: Annotated[tuple[Tradeoff, ...], Field(min_length=4)]
    extensions: Annotated[tuple[Point, ...], Field(min_length=4)]
    mapping_intro: Text
    mapping: Annotated[tuple[Mapping, ...], Field(min_length=4, max_length=4)]
    mapping_notes: tuple[Text, ...]


class Part(Model):
    """A part of a round with its minutes."""

    title: Text
    minutes: Minutes
    do: Text


class Format(Entity):
    """An interview format; the parts sum to `total`, and so does a part's inner split."""

    title: Text
    total: Minutes
    summary: Text
    parts: Annotated[tuple[Part, ...], Field(min_length=2)]
    inner_of: Annotated[int, Field(ge=0)] | None = None
    """Position (from 0) of the part that `inner` splits further."""
    inner: tuple[Part, ...] = ()
    notes: tuple[Text, ...] = ()


class Formats(Model):
    page: Head
    formats: Annotated[tuple[Format, ...], Field(min_length=2)]
    medium: Text
    tracks: Annotated[tuple[Point, ...], Field(min_length=4)]
    scored: Annotated[tuple[Point, ...], Field(min_length=4)]
    """What AI-lab rounds are said to score: scale, correctness, safety, extensibility."""
    claims: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What candidates report without proof, labelled as such."""


class Signal(Entity):
    """A staff-level signal."""

    title: Text
    idea: Text
    prompts: Annotated[tuple[Text, ...], Field(min_length=2)]
    """Questions or facts to raise oneself."""
    versus: Versus
    danger: Text
    say: Say


class Signals(Model):
    page: Head
    signals: Annotated[tuple[Signal, ...], Field(min_length=5)]


class AntiPattern(Entity):
    title: Text
    novice: Text
    expert: Text
    detect: Annotated[tuple[Text, ...], Field(min_length=2)]
    """How an interviewer, or a recording of one's own mock, shows it."""
    rescue: Text
    """What to say in the round on noticing it late."""
    say: Say


class AntiPatterns(Model):
    page: Head
    patterns: Annotated[tuple[AntiPattern, ...], Field(min_length=3)]


class Tip(Entity):
    title: Text
    do: Text
    why: Text
    example: Say


class Answered(Entity):
    """A frequent question and its answer."""

    question: Text
    answer: Text


class Tips(Model):
    page: Head
    tips: Annotated[tuple[Tip, ...], Field(min_length=5)]
    faq: Annotated[tuple[Answered, ...], Field(min_length=3)]


class Task(Model):
    do: Text
    """Inline Markdown; link pages as `[words](@resources/books#ddia)`."""


class Drill(Model):
    prompt: Text
    watch: Text
    """What to watch in one's own answer."""


class Weeks(Entity):
    """Two weeks of the plan."""

    weeks: Annotated[str, StringConstraints(pattern=r"^\d-\d$")]
    theme: Text
    goal: Text
    tasks: Annotated[tuple[Task, ...], Field(min_length=2)]
    drills: Annotated[tuple[Drill, ...], Field(min_length=2)]
    check: Text
    """How the reader knows the two weeks worked."""


class Plan(Model):
    """data/plan.yml."""

    page: Head
    rules: Annotated[tuple[Text, ...], Field(min_length=1)]
    weeks: Annotated[tuple[Weeks, ...], Field(min_length=4, max_length=4)]
    swaps: tuple[Text, ...]
    """How to change the plan for other readers."""
    sources: tuple[Citation, ...] = ()
