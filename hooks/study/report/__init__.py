"""Turns problems into what people and tools read: text, JSON lines, GitHub annotations, SARIF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Literal

from study.fix import fixes
from study.folder import texts
from study.problem import Problem
from study.report import github, lines, sarif, text
from study.report.case import Case

Format = Literal["text", "json", "github", "sarif"]
FORMATS: Mapping[Format, Callable[[Case], str]] = {
    "text": text.written,
    "json": lines.written,
    "github": github.written,
    "sarif": sarif.written,
}


def case(root: Path, problems: Iterable[Problem], site: str = "/") -> Case:
    """The problems of the folder `root` with the texts that they speak of; `site` is the guide's own address."""
    found = sorted(set(problems))
    sources = texts(root) if found else {}
    return Case(found, sources, fixes(found, sources), site)


def report(it: Case, form: Format = "text") -> str:
    """All problems in one form."""
    return FORMATS[form](it)
