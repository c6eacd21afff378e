"""Jobs → PDFs and pictures, by Typst. What does not fit its paper is a problem, never smaller type."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from threading import local

import typst

from study.problem import Problem
from study.sheets.fonts import FAMILIES, PACKAGE, Font, find
from study.sheets.jobs import Job
from study.store import Store, digest

TEMPLATE = Path(str(files("study"))) / "sheets" / "sheet.typ"
PIXELS_PER_INCH = 56
"""Of a picture: 463 pixels across A4."""
LANGUAGES = {"en": "English", "zh": "Chinese", "both": "both languages"}
PAPERS = {"a4": "A4", "letter": "US Letter"}
_TOO_MANY = re.compile(r"too long: (.*)$")


@dataclass(frozen=True)
class Printed:
    """The files by name, or what keeps them from being printed."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def press(jobs: Iterable[Job], store: Store) -> Printed:
    """Prints what the store does not have. The same jobs give the same bytes."""
    font = find()
    if font is None:
        return Printed({}, (_no_font(),))
    workshop = _Workshop(font, store)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = list(pool.map(workshop.make, jobs))
    problems = tuple(each for each in done if isinstance(each, Problem))
    return Printed(dict(each for each in done if not isinstance(each, Problem)), tuple(sorted(set(problems))))


def _no_font() -> Problem:
    names = ", ".join(FAMILIES)
    return Problem(
        "data/sheets.yml",
        1,
        1,
        "no-font",
        f"no Chinese font for the PDFs: neither the package {PACKAGE} nor one of {names} is installed",
        "run `make .venv/ready`, or install fonts-noto-cjk, or set STUDY_PDF=off for a site without PDFs",
    )


class _Workshop:
    """One Typst a thread: it keeps fonts and layouts between jobs."""

    def __init__(self, font: Font, store: Store) -> None:
        self._font = font
        self._fonts = font.fonts()
        self._store = store
        self._template = TEMPLATE.read_text("utf-8")
        self._here = local()

    def make(self, job: Job) -> tuple[str, bytes] | Problem:
        """The file of `job`, from the store or freshly printed."""
        kind = job.name.rpartition(".")[2]
        key = digest(version("typst"), self._font.origin, self._template, job.data, kind) + f".{kind}"
        found = self._store.get(key)
        if found is None:
            try:
                found = self._print(job)
            except typst.TypstError as error:
                return _problem(job, error)
            self._store.put(key, found)
        return job.name, found

    def _print(self, job: Job) -> bytes:
        typesetter = getattr(self._here, "typesetter", None)
        if typesetter is None:
            typesetter = self._here.typesetter = typst.Compiler(TEMPLATE, root=TEMPLATE.parent, font_paths=self._fonts)
        inputs = {"data": job.data, "font": self._font.family}
        if job.picture:
            printed = typesetter.compile(format="png", ppi=PIXELS_PER_INCH, sys_inputs=inputs)
        else:  # PDF/UA: tags, title, language and no missing glyph, or Typst refuses
            printed = typesetter.compile(format="pdf", pdf_standards="ua-1", timestamp=0, sys_inputs=inputs)
        if not isinstance(printed, bytes):
            raise TypeError(f"{job.name} has more than one page and no message said so")
        return printed


def _problem(job: Job, error: typst.TypstError) -> Problem:
    """The mistake in a maintainer's terms: which sheet, which language, which paper, how many lines."""
    path = f"data/sheets/{job.sheet}.yml" if job.sheet else "data/sheets.yml"
    paper = PAPERS[job.paper]
    found = _TOO_MANY.search(error.message)
    if not found:
        said = " ".join([error.message, *error.hints])
        return Problem(path, 1, 1, "sheet", f"cannot be printed on {paper} in {LANGUAGES[job.variant]}: {said}")
    return Problem(
        path,
        1,
        1,
        "overflow",
        f"`{job.sheet}` in {LANGUAGES[job.variant]} on {paper} is too long: {_lines(found[1])}",
        "cut lines in `sections`; type is never made smaller",
    )


def _lines(counts: str) -> str:
    """`en 3, zh 0` → `3 lines of English too many`."""
    return " and ".join(_said(*count.split()) for count in counts.split(", ") if not count.endswith(" 0"))


def _said(lang: str, lines: str) -> str:
    return f"{lines} {'line' if lines == '1' else 'lines'} of {LANGUAGES[lang]} too many"
