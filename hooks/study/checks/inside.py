"""What must agree inside one file: names of its own parts, counts of its own lists, the order of the stages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from study.load import Files, Parsed
from study.models.base import STAGES, Model
from study.models.framework import Phases
from study.models.pattern import Pattern
from study.models.site import Interface, Site
from study.pages import SECTIONS, WRITTEN
from study.problem import Problem, nearest

M = TypeVar("M", bound=Model)


def _of(files: Files, shape: type[M]) -> Iterator[tuple[Parsed, M]]:
    for parsed in files.values():
        if isinstance(parsed.model, shape):
            yield parsed, parsed.model


def sections_named(files: Files) -> Iterator[Problem]:
    """data/site.yml names every section of the navigation and every page written by hand."""
    for parsed, site in _of(files, Site):
        for name in (*filter(None, SECTIONS), *WRITTEN):
            if name not in site.sections:
                yield parsed.document.problem(
                    ("sections",), "missing", f"`{name}` is missing in `sections`", f"add `{name}:`"
                )


def phases_mapped(files: Files) -> Iterator[Problem]:
    """Each row of the mapping names one of the phases."""
    for parsed, it in _of(files, Phases):
        ids = [phase.id for phase in it.phases]
        for position, row in enumerate(it.mapping):
            if row.phase not in ids:
                loc = ("mapping", position, "phase")
                yield parsed.document.problem(loc, "unknown-id", f"`{row.phase}` is no phase", nearest(row.phase, ids))


def stages_in_order(files: Files) -> Iterator[Problem]:
    """A pattern works the seven stages in the order of the round."""
    for parsed, it in _of(files, Pattern):
        for position, (work, stage) in enumerate(zip(it.stages, STAGES, strict=True)):
            if work.stage != stage:
                message = f"stage {position + 1} is `{work.stage}`; the round has `{stage}` there"
                loc = ("stages", position, "stage")
                yield parsed.document.problem(loc, "stages", message, "work the stages in the order of the round")
                break


def boards_of_stages(files: Files) -> Iterator[Problem]:
    """The board of a stage is one of its pattern's boards."""
    for parsed, it in _of(files, Pattern):
        ids = [*(board.id for board in it.boards), *(board.id for board in it.sequences)]
        for position, work in enumerate(it.stages):
            if work.board and work.board not in ids:
                loc = ("stages", position, "board")
                message = f"`{work.board}` is no board of this pattern"
                yield parsed.document.problem(loc, "unknown-id", message, nearest(work.board, ids))


def picks(files: Files) -> Iterator[Problem]:
    """The pick of a decision is one of its options, counted from 1."""
    for parsed, it in _of(files, Pattern):
        for position, decision in enumerate(it.decisions):
            if decision.pick > len(decision.options):
                message = f"`pick` is {decision.pick}; there are {len(decision.options)} options"
                loc = ("decisions", position, "pick")
                yield parsed.document.problem(loc, "choice", message, "count the options from 1")


def rubric_signals(files: Files) -> Iterator[Problem]:
    """A rubric scores each of its signals once."""
    for parsed, it in _of(files, Pattern):
        seen: set[str] = set()
        for position, row in enumerate(it.rubric):
            if row.signal in seen:
                loc = ("rubric", position, "signal")
                message = f"`{row.signal}` is scored twice"
                yield parsed.document.problem(loc, "choice", message, "score each of the four signals once")
            seen.add(row.signal)


def labels_known(files: Files, needed: frozenset[str]) -> Iterator[Problem]:
    """data/ui.yml has every label that the pages print, and no other."""
    for parsed, it in _of(files, Interface):
        for name in sorted(needed - it.labels.keys()):
            yield parsed.document.problem(("labels",), "T42", f"the label `{name}` is missing", f"add `{name}:`")
        for name in sorted(it.labels.keys() - needed):
            yield parsed.document.problem(
                ("labels", name), "T42", f"no page prints the label `{name}`", nearest(name, needed), key=True
            )
