"""Turns problems into what people and tools read: text, JSON lines, GitHub annotations, SARIF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from study.problem import Problem
from study.report import github, lines, sarif, text
from study.report.case import Case, Edits, Sources

Format = Literal["text", "json", "github", "sarif"]
FORMATS: Mapping[Format, Callable[[Case], str]] = {
    "text": text.written,
    "json": lines.written,
    "github": github.written,
    "sarif": sarif.written,
}


def report(
    problems: Iterable[Problem],
    form: Format = "text",
    *,
    sources: Sources | None = None,
    fixes: Mapping[Problem, Edits] | None = None,
    site: str = "/",
) -> str:
    """All problems, sorted by place.

    `sources` (path → text) lets the text show the lines that are wrong, `fixes` are the edits that `study fix`
    would make for a problem, `site` is the address of the guide that explains the rules.
    """
    return FORMATS[form](Case(sorted(set(problems)), sources or {}, fixes or {}, site))
