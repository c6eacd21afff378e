"""The whole guide as one frozen value: every data file, with its right type, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from study.figures.evaluate import Results
from study.load import Files
from study.models.base import Model
from study.models.framework import AntiPatterns, Formats, Framework, Phases, Plan, Signals, Tips, Whiteboard
from study.models.pattern import Pattern, PatternIndex
from study.models.redirects import Redirects
from study.models.reference import Glossary, Metrics, Numbers, ReferenceShelf, Serving, Tradeoffs
from study.models.resources import Blogs, Books, Courses, Papers, Platforms, Repos, Shelf, Topics
from study.models.rules import Rules
from study.models.sheets import Sheet, Sheets
from study.models.site import Interface, Quality, Site
from study.state import State

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Guide:
    """What templates see. Built only from data without errors."""

    site: Site
    ui: Interface
    topics: Topics
    plan: Plan
    framework: Framework
    whiteboard: Whiteboard
    phases: Phases
    formats: Formats
    signals: Signals
    anti_patterns: AntiPatterns
    tips: Tips
    shelf: Shelf
    books: Books
    blogs: Blogs
    courses: Courses
    platforms: Platforms
    papers: Papers
    repos: Repos
    patterns: PatternIndex
    reference: ReferenceShelf
    serving: Serving
    metrics: Metrics
    numbers: Numbers
    trade_offs: Tradeoffs
    glossary: Glossary
    sheets: Sheets
    cheats: Mapping[str, Sheet]
    """Sheet id → the cheat sheet."""
    redirects: Redirects
    rules: Rules
    quality: Quality
    state: State
    worked: Mapping[str, Pattern]
    """Pattern id → the pattern worked through."""
    figures: Results
    """Figure id → the figure, evaluated."""


def guide(files: Files, state: State, figures: Results) -> Guide:
    """The guide made of `files`, their figures and what is known about them; raises KeyError or TypeError when one is absent or of another shape."""
    return Guide(
        site=_get(files, "site", Site),
        ui=_get(files, "ui", Interface),
        topics=_get(files, "topics", Topics),
        plan=_get(files, "plan", Plan),
        framework=_get(files, "framework/stages", Framework),
        whiteboard=_get(files, "framework/whiteboard", Whiteboard),
        phases=_get(files, "framework/phases", Phases),
        formats=_get(files, "framework/formats", Formats),
        signals=_get(files, "framework/signals", Signals),
        anti_patterns=_get(files, "framework/anti-patterns", AntiPatterns),
        tips=_get(files, "framework/tips", Tips),
        shelf=_get(files, "resources/index", Shelf),
        books=_get(files, "resources/books", Books),
        blogs=_get(files, "resources/blogs", Blogs),
        courses=_get(files, "resources/courses", Courses),
        platforms=_get(files, "resources/platforms", Platforms),
        papers=_get(files, "resources/papers", Papers),
        repos=_get(files, "resources/repos", Repos),
        patterns=_get(files, "patterns", PatternIndex),
        reference=_get(files, "reference/index", ReferenceShelf),
        serving=_get(files, "reference/serving", Serving),
        metrics=_get(files, "reference/metrics", Metrics),
        numbers=_get(files, "reference/numbers", Numbers),
        trade_offs=_get(files, "reference/trade-offs", Tradeoffs),
        glossary=_get(files, "reference/glossary", Glossary),
        sheets=_get(files, "sheets", Sheets),
        cheats={p.model.id: p.model for p in files.values() if isinstance(p.model, Sheet)},
        quality=_get(files, "quality", Quality),
        rules=_get(files, "rules", Rules),
        redirects=_get(files, "redirects", Redirects),
        state=state,
        worked={p.model.id: p.model for p in files.values() if isinstance(p.model, Pattern)},
        figures=figures,
    )


def _get(files: Files, name: str, shape: type[M]) -> M:
    model = files[name].model
    if not isinstance(model, shape):
        raise TypeError(f"data/{name}.yml did not load; run the checks first")
    return model
