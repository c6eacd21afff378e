"""Which labels of data/ui.yml the pages print."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import get_args

from study import reading
from study.built import redirects
from study.diagrams import figure as board
from study.epub import book
from study.figures import inline
from study.models.base import SourceKind
from study.models.pattern import Signal, Track
from study.models.reference import FrameworkStatus, TermGroup
from study.models.resources import BlogStatus
from study.pages import RESOURCES
from study.problem import Severity
from study.sheets import jobs

THEME = (
    "drawer",
    "offer",
    "offer_go",
    "offer_stay",
    "peek",
    "say_copy",
    "search_failed",
    "toc",
    "twin_failed",
    "view_both",
    "view_is_both",
    "view_is_one",
    "where",
)
"""What only overrides/ prints or hands to its scripts. 404.html and offline.html hold what they say in both languages."""

FAMILIES = {
    "kind_": get_args(SourceKind),
    "open_": get_args(SourceKind),
    "status_": get_args(BlogStatus),
    "framework_": get_args(FrameworkStatus),
    "track_": get_args(Track),
    "signal_": get_args(Signal),
    "terms_": get_args(TermGroup),
    "rule_": get_args(Severity),
    "severity_": get_args(Severity),
    "": (
        *RESOURCES,
        *redirects.LABELS,
        *board.LABELS,
        *inline.LABELS,
        *jobs.LABELS,
        *book.LABELS,
        *reading.LABELS,
        *THEME,
    ),
}
"""Labels that templates and code name by a value rather than in full: prefix → values."""


def needed() -> frozenset[str]:
    """Every label that a template, a component or the theme prints."""
    folder = files("study") / "templates"
    texts = [entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".jinja")]
    named = {name for text in texts for name in re.findall(r"\bui\.([a-z_]+)", text)}
    return frozenset(named | {f"{prefix}{value}" for prefix, values in FAMILIES.items() for value in values})
