"""Jobs → PDFs and pictures, by Typst. What does not fit its paper is a problem, never smaller type."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path

import typst

from study.problem import Problem
from study.sheets.fonts import FAMILIES, PACKAGE, Font, find
from study.sheets.jobs import Job
from study.source import Document, read
from study.store import Store, digest

TEMPLATE = Path(str(files("study"))) / "sheets" / "sheet.typ"
BOOKLET = "data/sheets.yml"
MANY = 24
"""From so many files on it pays to start more processes; a sheet has eight, and the booklets are six."""
PIXELS_PER_INCH = 56
"""Of a picture: 463 pixels across A4."""
LANGUAGES = {"en": "English", "zh": "Chinese", "both": "both languages"}
PAPERS = {"a4": "A4", "letter": "US Letter"}
_TOO_MANY = re.compile(r"too long: (.*)$")
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True)
class Printed:
    """The files by name, or what keeps them from being printed."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    kept: frozenset[str] = frozenset()
    """The names under which the store has them."""


def press(root: Path, jobs: Iterable[Job], store: Store) -> Printed:
    """Prints what the store does not have; problems point into the data below `root`. The same jobs give the same bytes."""
    font = find()
    if font is None:
        return Printed({}, (_no_font(),))
    work = list(jobs)
    workshop = _Workshop(font, store, root)
    new = [job for job in work if workshop.key(job) not in store]
    if len(new) >= MANY:
        _ahead(workshop, new)
    done = [workshop.make(job) for job in work]
    problems = _once(each for each in done if isinstance(each, Problem))
    made = [each for each in done if not isinstance(each, Problem)]
    return Printed({name: content for name, _, content in made}, problems, frozenset(key for _, key, _ in made))


def _ahead(workshop: _Workshop, jobs: Sequence[Job]) -> None:
    """Fills the store with all processors, each in a process of its own: Typst holds Python's lock while it sets type."""
    hands = os.cpu_count() or 1
    with ProcessPoolExecutor(hands, mp_context=get_context("spawn")) as pool:
        list(pool.map(workshop.fill, [jobs[hand::hands] for hand in range(hands)]))


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted; without what a booklet says of a sheet that has said it already."""
    found = sorted(set(problems))
    sheets = [each for each in found if each.path != BOOKLET]
    return tuple(sheets or found)


def _no_font() -> Problem:
    names = ", ".join(FAMILIES)
    return Problem(
        BOOKLET,
        1,
        1,
        "no-font",
        f"no Chinese font for the PDFs: neither the package {PACKAGE} nor one of {names} is installed",
        "run `make .venv/ready`, or install fonts-noto-cjk, or set STUDY_PDF=off for a site without PDFs",
    )


@dataclass(frozen=True)
class _Workshop:
    """Font, cache and a Typst, which keeps its layouts between jobs; goes to another process without the last."""

    font: Font
    store: Store
    root: Path

    def __reduce__(self) -> tuple[type[_Workshop], tuple[Font, Store, Path]]:
        return _Workshop, (self.font, self.store, self.root)

    @cached_property
    def _version(self) -> str:
        return version("typst")

    @cached_property
    def _template(self) -> str:
        return TEMPLATE.read_text("utf-8")

    @cached_property
    def _typesetter(self) -> typst.Compiler:
        return typst.Compiler(TEMPLATE, root=TEMPLATE.parent, font_paths=self.font.fonts())

    def key(self, job: Job) -> str:
        """The name in the store of what `job` prints: the same for the same input."""
        kind = job.name.rpartition(".")[2]
        return digest(self._version, self.font.origin, self._template, job.data, kind) + f".{kind}"

    def fill(self, jobs: Sequence[Job]) -> None:
        """Prints into the store; what is wrong shows when somebody takes the job's file."""
        for job in jobs:
            self.make(job)

    def make(self, job: Job) -> tuple[str, str, bytes] | Problem:
        """The file of `job`, from the store or freshly printed: its name, its name in the store, its content."""
        key = self.key(job)
        try:
            found = self.store.get(key)
            if found is None:
                found = self._print(job)
                self.store.put(key, found)
        except typst.TypstError as error:
            return _problem(self.root, job, error)
        except OSError as error:
            return _no_store(self.root, self.store, error)
        return job.name, key, found

    def _print(self, job: Job) -> bytes:
        inputs = {"data": job.data, "font": self.font.family}
        if job.picture:
            printed = self._typesetter.compile(format="png", ppi=PIXELS_PER_INCH, sys_inputs=inputs)
        else:  # PDF/UA: tags, title, language and no missing glyph, or Typst refuses
            printed = self._typesetter.compile(format="pdf", pdf_standards="ua-1", timestamp=0, sys_inputs=inputs)
        if not isinstance(printed, bytes):
            raise TypeError(f"{job.name} has more than one page and no message said so")
        return printed


def _no_store(root: Path, store: Store, error: OSError) -> Problem:
    folder = store.folder.relative_to(root).as_posix() if store.folder.is_relative_to(root) else str(store.folder)
    message = f"printed sheets cannot be kept here ({error.strerror})"
    return Problem(folder, 1, 1, "cache", message, "make it a folder that you may write to, or delete it")


def _problem(root: Path, job: Job, error: typst.TypstError) -> Problem:
    """The mistake in a maintainer's terms: which sheet, which language, which paper, how many lines."""
    paper, langs = PAPERS[job.paper], LANGUAGES[job.variant]
    path = f"data/sheets/{job.sheet}.yml" if job.sheet else BOOKLET
    document = read(root, path)[0] or Document(path, {}, {}, {})
    if found := _TOO_MANY.search(error.message):
        message = f"`{job.sheet}` in {langs} on {paper} is too long: {_lines(found[1])}"
        fix = "cut lines in `sections`; type is never made smaller"
        return document.problem(("sections",), "overflow", message, fix, key=True)
    if found := _NO_GLYPH.search(error.message):
        return _no_glyph(document, _ESCAPE.sub(lambda code: chr(int(code[1], 16)), found[1]))
    said = " ".join([error.message, *error.hints])
    return document.problem((), "sheet", f"cannot be printed on {paper} in {langs}: {said}")


def _no_glyph(document: Document, text: str) -> Problem:
    """At the first line that has it; of one that is written as an escape, at the file's first."""
    before, there, _ = document.text.partition(text)
    line, column = (before.count("\n") + 1, len(before) - before.rfind("\n")) if there else (1, 1)
    message = f"the font for paper has no `{ascii(text)[1:-1]}`"
    return Problem(document.path, line, column, "glyph", message, "write it with other characters")


def _lines(counts: str) -> str:
    """`en 3, zh 0` → `3 lines of English too many`."""
    return " and ".join(_said(*count.split()) for count in counts.split(", ") if not count.endswith(" 0"))


def _said(lang: str, lines: str) -> str:
    return f"{lines} {'line' if lines == '1' else 'lines'} of {LANGUAGES[lang]} too many"
