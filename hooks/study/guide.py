"""The whole guide as one frozen value: every data file, with its right type, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from study.load import Files
from study.models import framework, pattern, resources, site
from study.models.base import Model

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Guide:
    """What templates see. Built only from data without errors."""

    site: site.Site
    ui: site.Interface
    topics: resources.Topics
    plan: framework.Plan
    framework: framework.Framework
    whiteboard: framework.Whiteboard
    phases: framework.Phases
    formats: framework.Formats
    signals: framework.Signals
    anti_patterns: framework.AntiPatterns
    tips: framework.Tips
    shelf: resources.Shelf
    books: resources.Books
    blogs: resources.Blogs
    courses: resources.Courses
    platforms: resources.Platforms
    papers: resources.Papers
    repos: resources.Repos
    patterns: pattern.PatternIndex
    worked: Mapping[str, pattern.Pattern]
    """Pattern id → the pattern worked through."""


def guide(files: Files) -> Guide:
    """The guide made of `files`; raises KeyError or TypeError when one is absent or of another shape."""
    return Guide(
        site=_get(files, "site", site.Site),
        ui=_get(files, "ui", site.Interface),
        topics=_get(files, "topics", resources.Topics),
        plan=_get(files, "plan", framework.Plan),
        framework=_get(files, "framework/stages", framework.Framework),
        whiteboard=_get(files, "framework/whiteboard", framework.Whiteboard),
        phases=_get(files, "framework/phases", framework.Phases),
        formats=_get(files, "framework/formats", framework.Formats),
        signals=_get(files, "framework/signals", framework.Signals),
        anti_patterns=_get(files, "framework/anti-patterns", framework.AntiPatterns),
        tips=_get(files, "framework/tips", framework.Tips),
        shelf=_get(files, "resources/index", resources.Shelf),
        books=_get(files, "resources/books", resources.Books),
        blogs=_get(files, "resources/blogs", resources.Blogs),
        courses=_get(files, "resources/courses", resources.Courses),
        platforms=_get(files, "resources/platforms", resources.Platforms),
        papers=_get(files, "resources/papers", resources.Papers),
        repos=_get(files, "resources/repos", resources.Repos),
        patterns=_get(files, "patterns", pattern.PatternIndex),
        worked={p.model.id: p.model for p in files.values() if isinstance(p.model, pattern.Pattern)},
    )


def _get(files: Files, name: str, shape: type[M]) -> M:
    model = files[name].model
    if not isinstance(model, shape):
        raise TypeError(f"data/{name}.yml did not load; run the checks first")
    return model
