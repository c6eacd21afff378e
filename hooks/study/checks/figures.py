"""Computed figures: formulas, units and inputs hold, and texts use them rightly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from study.figures import show
from study.figures.evaluate import Fault, Results
from study.figures.inline import REFERENCE
from study.figures.typed import contradictions
from study.load import Files
from study.markdown import CODE
from study.models.base import LANGS, Say, Text
from study.models.figures import Figures
from study.problem import Problem, nearest
from study.source import Document, Loc


def computed(files: Files, results: Results, found: Iterable[Fault]) -> Iterator[Problem]:
    """What is wrong in figures, and in texts beside them."""
    yield from faults(files, found)
    yield from typed_numbers(files, results)


def faults(files: Files, found: Iterable[Fault]) -> Iterator[Problem]:
    """A formula is allowed arithmetic on its inputs, all of which it uses, and gives the unit it says."""
    where: dict[str, tuple[Document, Loc]] = {}
    for parsed in files.values():
        if isinstance(parsed.model, Figures):
            for position, figure in enumerate(parsed.model.figures):
                where[figure.id] = (parsed.document, ("figures", position))
    for fault in found:
        document, loc = where[fault.figure]
        yield _problem(document, (*loc, *fault.loc), fault)


def _problem(document: Document, loc: Loc, fault: Fault) -> Problem:
    """The fault at its place, moved right by its offset in the formula."""
    place = document.place(loc, key=fault.rule == "unused-input")
    return Problem(document.path, place.line, place.column + fault.offset, fault.rule, fault.message, fault.help)


def unknown_mentions(files: Files, known: Collection[str]) -> Iterator[Problem]:
    """`{=id}` in a text names a figure."""
    for parsed in files.values():
        for loc, value, _ in parsed.values:
            if isinstance(value, str) and "{=" in value:
                for match in REFERENCE.finditer(CODE.sub("", value)):
                    if match[1] not in known:
                        yield parsed.document.problem(
                            loc, "unknown-figure", f"`{match[0]}` names no figure", nearest(match[1], known)
                        )


def typed_numbers(files: Files, computed: Results) -> Iterator[Problem]:
    """No typed number contradicts a computed one in the same sentence (see study.figures.typed)."""
    for document, loc, pair in _pairs(files):
        for lang in LANGS:
            for typed, result in contradictions(pair.en if lang == "en" else pair.zh, computed, lang):
                id, value = result.figure.id, show.value(result, lang)
                message = f"`{typed.text}` contradicts `{{={id}}}`, which is {value}"
                yield document.problem(
                    (*loc, lang), "typed-number", message, f"let `{{={id}}}` say it alone, or correct the figure"
                )


def _pairs(files: Files) -> Iterator[tuple[Document, Loc, Text | Say]]:
    """Every pair of languages that mentions a figure."""
    for parsed in files.values():
        for loc, value, _ in parsed.values:
            if isinstance(value, Text | Say) and ("{=" in value.en or "{=" in value.zh):
                yield parsed.document, loc, value
