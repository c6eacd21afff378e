"""data/*.yml → `Guide`. Everything wrong is collected; nothing is raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from study.explain import explain
from study.models import figures, framework, pattern, redirects, reference, resources, rules, sheets, site
from study.models.base import Model
from study.problem import Problem, nearest
from study.shape import Value, walk
from study.source import Document, read

FILES: Mapping[str, type[Model]] = {
    "site": site.Site,
    "ui": site.Interface,
    "wording": site.Wording,
    "quality": site.Quality,
    "topics": resources.Topics,
    "plan": framework.Plan,
    "framework/stages": framework.Framework,
    "framework/whiteboard": framework.Whiteboard,
    "framework/phases": framework.Phases,
    "framework/formats": framework.Formats,
    "framework/signals": framework.Signals,
    "framework/anti-patterns": framework.AntiPatterns,
    "framework/tips": framework.Tips,
    "resources/index": resources.Shelf,
    "resources/books": resources.Books,
    "resources/blogs": resources.Blogs,
    "resources/courses": resources.Courses,
    "resources/platforms": resources.Platforms,
    "resources/papers": resources.Papers,
    "resources/repos": resources.Repos,
    "patterns": pattern.PatternIndex,
    "reference/index": reference.ReferenceShelf,
    "reference/serving": reference.Serving,
    "reference/metrics": reference.Metrics,
    "reference/numbers": reference.Numbers,
    "reference/trade-offs": reference.Tradeoffs,
    "reference/glossary": reference.Glossary,
    "sheets": sheets.Sheets,
    "redirects": redirects.Redirects,
    "rules": rules.Rules,
}
"""Name of a data file, without `data/` and `.yml` → its shape."""

KEPT = frozenset(["data/translations.lock.json", "data/published.json", "data/links.lock.json"])
"""Files of data/ that a command keeps."""

FOLDERS: Mapping[str, type[Model]] = {
    "patterns": pattern.Pattern,
    "figures": figures.Figures,
    "sheets": sheets.Sheet,
}
"""Folder of data/ → the shape of each file in it; where that is an entity, the file is named after its id."""


@dataclass(frozen=True)
class Parsed:
    """A data file as read and, when it has the right shape, as a model."""

    name: str
    document: Document
    model: Model | None

    @cached_property
    def values(self) -> Sequence[Value]:
        """Every value of the model with its place and the marks of its field: many checks walk them."""
        return walk(self.model)


Files = Mapping[str, Parsed]


def load(root: Path) -> tuple[Files, list[Problem]]:
    """Every data file below `root/data`, by name, with what is wrong in each by itself."""
    files: dict[str, Parsed] = {}
    problems: list[Problem] = []
    for name, shape in shapes(root).items():
        document, found = read(root, f"data/{name}.yml")
        problems += found
        if document:
            model, found = _validate(document, shape)
            problems += found
            files[name] = Parsed(name, document, model)
    return files, problems + strays(root)


def shapes(root: Path) -> dict[str, type[Model]]:
    """Name → shape of each data file: the fixed ones and those that stand in `FOLDERS`."""
    found = dict(FILES)
    for folder, shape in FOLDERS.items():
        found |= {f"{folder}/{path.stem}": shape for path in sorted((root / "data" / folder).glob("*.yml"))}
    return found


def strays(root: Path) -> list[Problem]:
    """A file below data/ that nothing reads: probably a misspelt name."""
    known = {f"data/{name}.yml" for name in shapes(root)} | KEPT
    found = (path.relative_to(root).as_posix() for path in sorted((root / "data").rglob("*")) if path.is_file())
    return [
        Problem(
            name,
            1,
            1,
            "stray-file",
            "no part of the guide reads this file",
            f"rename or delete it; {nearest(name, known)}",
        )
        for name in found
        if name not in known
    ]


def _validate(document: Document, shape: type[Model]) -> tuple[Model | None, list[Problem]]:
    try:
        return shape.model_validate(document.value), []
    except ValidationError as error:
        return None, list(explain(error, document, shape))
