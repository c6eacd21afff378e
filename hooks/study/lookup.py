"""What templates look up by id: titles, labels, resources, clocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from study.guide import Guide
from study.models.base import Head, Lang, Text
from study.models.board import Flow, Sequence
from study.models.pattern import Pattern
from study.pages import WRITTEN, pages


class Named(NamedTuple):
    """A resource's title and the page that it stands on."""

    title: str
    page: str


def labels(guide: Guide, lang: Lang) -> dict[str, str]:
    """Label of the interface → its words in `lang`."""
    return {key: text.say(lang) for key, text in guide.ui.labels.items()}


def functions(guide: Guide) -> dict[str, Callable[..., Any]]:
    """The look-ups by the name that templates use; an unknown id is a KeyError, which the checks prevent."""
    heads, named = dict(_heads(guide)), dict(_resources(guide))
    titles = {path: head.title for path, head in heads.items()} | {name: guide.site.sections[name] for name in WRITTEN}
    clocks = {stage.id: stage.clock.replace("-", "–") for stage in guide.framework.stages}
    return {
        "title_of": titles.__getitem__,
        "section_of": lambda path: guide.site.sections.get(path.partition("/")[0]) if "/" in path else None,
        "description_of": lambda path: heads[path].description,
        "stage_title": lambda id: titles[f"framework/{id}"],
        "clock_of": clocks.__getitem__,
        "phase_title": {phase.id: phase.title for phase in guide.phases.phases}.__getitem__,
        "figure_title": lambda id: guide.figures[id].figure.title,
        "board_title": _board_title,
        "resource": named.__getitem__,
    }


def _heads(guide: Guide) -> Iterator[tuple[str, Head]]:
    """Page path → its head."""
    for page in pages(guide):
        it = page.context.get("it") or page.context.get("stage") or page.context.get("plan")
        if it is not None:
            yield page.path, it.page
    yield "", guide.site.page
    yield "framework", guide.framework.page
    yield "reference", guide.reference.page
    yield "resources", guide.shelf.page
    yield "quality", guide.rules.quality
    yield "quality/rules", guide.rules.page
    yield "quality/status", guide.rules.status


def _resources(guide: Guide) -> Iterator[tuple[str, Named]]:
    """Resource id → its title and page."""
    for book in guide.books.books:
        yield book.id, Named(book.title, "resources/books")
    for paper in guide.papers.papers:
        yield paper.id, Named(paper.title, "resources/papers")
    for name, entries in (
        ("blogs", guide.blogs.blogs),
        ("courses", guide.courses.courses),
        ("platforms", guide.platforms.platforms),
        ("repos", guide.repos.repos),
    ):
        for entry in entries:
            yield entry.id, Named(entry.name, f"resources/{name}")


def _board_title(pattern: Pattern, id: str) -> Text:
    """The title of the board `id` of `pattern`."""
    boards: list[Flow | Sequence] = [*pattern.boards, *pattern.sequences]
    return next(board.title for board in boards if board.id == id)
