"""data/reference/*.yml: what every pattern leans on, said once."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from study.formula import FormulaError, mathml
from study.models.base import Citation, Entity, FigureRef, Head, Model, PageRef, Say, Text, Waived, Words
from study.models.board import Flow
from study.models.framework import Point

FrameworkStatus = Literal["active", "maintenance", "ended"]
TermGroup = Literal["interview", "systems", "ml", "llm", "evaluation", "operations"]


class Row(Model):
    """A row: its name, then one cell a column. Cells may hold figures: `{=h100-memory}`."""

    name: Text
    cells: Annotated[tuple[Text, ...], Field(min_length=1)]


class Table(Entity):
    """A table with a heading of its own; `columns` names the cells, not the row's name."""

    title: Text
    intro: Text
    """What to take from the table: one to four sentences."""
    columns: Annotated[tuple[Text, ...], Field(min_length=1)]
    rows: Annotated[tuple[Row, ...], Field(min_length=2)]
    notes: tuple[Text, ...] = ()
    sources: tuple[Citation, ...] = ()

    @model_validator(mode="after")
    def _full_rows(self) -> Self:
        """Every row has as many cells as there are columns."""
        for position, row in enumerate(self.rows):
            if len(row.cells) != len(self.columns):
                message = "row {row} has {cells} cells, the table {columns} columns"
                context = {"row": position + 1, "cells": len(row.cells), "columns": len(self.columns)}
                fix = "write one cell a column; `name` is not counted"
                raise PydanticCustomError("table", message, {**context, "fix": fix, "at": "rows"})
        return self


class ServingPattern(Entity):
    """One of the four ways to serve predictions."""

    title: Text
    latency: Text
    freshness: Text
    cost: Text
    best_for: Text
    mind: Text
    """The correction or trap."""


class ServingFramework(Entity):
    name: Words
    status: FrameworkStatus
    pick: Text
    avoid: Text
    checked: date
    source: Citation


class Lever(Entity):
    """A cost lever, in order of its usual payback."""

    title: Text
    effect: Text
    when: Text
    risk: Text


class Strategy(Entity):
    """A way to deploy, or to split a model over machines."""

    title: Text
    what: Text
    use: Text
    mind: Text


class Serving(Model):
    """data/reference/serving.yml."""

    page: Head
    patterns_intro: Text
    patterns: Annotated[tuple[ServingPattern, ...], Field(min_length=4)]
    patterns_notes: Annotated[tuple[Text, ...], Field(min_length=3)]
    frameworks_intro: Text
    frameworks: Annotated[tuple[ServingFramework, ...], Field(min_length=8)]
    targets: Table
    caching_intro: Text
    caching: Annotated[tuple[Point, ...], Field(min_length=5)]
    prompt_cache: Text
    """Price rules of prompt caching and when it pays, with computed figures."""
    levers_intro: Text
    levers: Annotated[tuple[Lever, ...], Field(min_length=8)]
    cost_figure: FigureRef
    deployment_intro: Text
    deployment: Annotated[tuple[Strategy, ...], Field(min_length=6)]
    parallelism_intro: Text
    parallelism: Annotated[tuple[Strategy, ...], Field(min_length=5)]
    path: Flow
    """The request path of an LLM serving stack."""


def _formula(latex: str) -> str:
    """Accepts LaTeX that becomes MathML and nothing else."""
    try:
        mathml(latex)
    except FormulaError as error:
        fix = r"close every brace, give `^`, `_` and `\frac` what they need, and put words in `\text{}`"
        raise PydanticCustomError("formula", "{said}", {"said": str(error), "fix": fix}) from error
    return latex


class Metric(Entity):
    name: Text
    latex: Annotated[Words, AfterValidator(_formula)]
    """The formula in LaTeX, without dollar signs; becomes MathML at build time."""
    meaning: Text
    use: Text
    misleads: Text
    example: Text
    """A worked number; computed figures as `{=id}`."""


class MetricGroup(Entity):
    title: Text
    intro: Text
    metrics: Annotated[tuple[Metric, ...], Field(min_length=1)]


class Metrics(Model):
    """data/reference/metrics.yml."""

    page: Head
    choose_intro: Text
    choose: Flow
    """Which metric: the decision tree."""
    groups: Annotated[tuple[MetricGroup, ...], Field(min_length=4)]
    layers: Table
    """Stage of the system → its metrics."""
    offline_online: Annotated[tuple[Point, ...], Field(min_length=5)]
    drift_intro: Text
    drift: Annotated[tuple[Point, ...], Field(min_length=4)]
    ab_intro: Text
    ab: Annotated[tuple[Point, ...], Field(min_length=6)]
    genai_intro: Text
    genai: Annotated[tuple[Point, ...], Field(min_length=6)]


class Numbers(Model):
    """data/reference/numbers.yml."""

    page: Head
    rules: Annotated[tuple[Text, ...], Field(min_length=2)]
    """How to use numbers in a round."""
    tables: Annotated[tuple[Table, ...], Field(min_length=8)]


class CrossTradeoff(Entity):
    """A trade-off that recurs in every design."""

    title: Text
    left: Text
    left_when: Text
    right: Text
    right_when: Text
    decides: Text
    """The number or fact that decides."""
    say: Say
    see: tuple[PageRef, ...] = ()


class Tradeoffs(Model):
    """data/reference/trade-offs.yml."""

    page: Head
    how: Annotated[tuple[Text, ...], Field(min_length=2)]
    tradeoffs: Annotated[tuple[CrossTradeoff, ...], Field(min_length=10)]


class Term(Entity):
    """A term of the field in both languages."""

    en: Words
    zh: Words
    """The form a mainland practitioner uses; a term that stays English is repeated here."""
    meaning: Text
    """One sentence, for somebody who knows the neighbouring field."""
    group: TermGroup
    find_en: tuple[Words, ...] = ()
    """Forms by which English text mentions the term, where they differ from `en`; whole words."""
    find_zh: tuple[Words, ...] = ()
    avoid: tuple[Words, ...] = ()
    """Forms that must not be used for it."""
    see: PageRef | None = None
    l10n_ok: tuple[Waived, ...] = ()


class Glossary(Model):
    """data/reference/glossary.yml."""

    page: Head
    terms: Annotated[tuple[Term, ...], Field(min_length=100)]


class ReferenceShelf(Model):
    """data/reference/index.yml: the front page of the shelf."""

    page: Head
