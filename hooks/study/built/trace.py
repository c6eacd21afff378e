"""From a fault on a built page back to the file and line that an author can mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from study.built.checks import Fault, faults
from study.built.page import read_site
from study.guide import Guide
from study.models.base import LANGS
from study.pages import WRITTEN, Page, data_file, pages, source
from study.problem import Mark, Problem

Sources = Mapping[str, str]
"""Path of a built page (`zh/start/`) → the file it is made from."""


def site_problems(root: Path, guide: Guide, folder: Path, address: str = "") -> list[Problem]:
    """What is wrong in the site built into `folder`, each at its source below `root`."""
    if not (folder / "index.html").is_file():
        return [
            Problem("mkdocs.yml", 1, 1, "L01", f"no site in {folder}", "run `make build` first, and name its folder")
        ]
    return list(traced(root, sources(guide), faults(read_site(folder, address))))


def sources(guide: Guide) -> dict[str, str]:
    """The source of every page in both languages."""
    made: dict[str, str] = {}
    for lang in LANGS:
        prefix = "zh/" if lang == "zh" else ""
        made |= {prefix + _address(page): f"data/{data_file(page)}.yml" for page in pages(guide)}
        made |= {f"{prefix}{name}/": f"docs/{lang}/{source(name)}" for name in WRITTEN}
    return made


def _address(page: Page) -> str:
    return f"{page.path}/".lstrip("/")


def traced(root: Path, of: Sources, found: Iterable[Fault]) -> Iterator[Problem]:
    """One problem for each different fault; one that many pages share (the theme's) is told once a language."""
    groups: dict[tuple[bool, str, str, str], list[Fault]] = {}
    for fault in found:
        said = fault.message.replace(f"/{fault.page} ", "", 1)
        groups.setdefault((fault.page.startswith("zh/"), fault.rule, fault.needle, said), []).append(fault)
    for group in groups.values():
        yield _problem(root, of, group)


def _problem(root: Path, of: Sources, group: list[Fault]) -> Problem:
    first = group[0]
    others = len({fault.page for fault in group}) - 1
    more = f" (and {others} other page{'s' if others > 1 else ''})" if others else ""
    path = of.get(first.page, "mkdocs.yml")
    mark = _mark(root, path, first.needle)
    marks = (mark,) if mark.length else ()
    return Problem(path, mark.line, mark.column, first.rule, first.message + more, first.help, marks=marks)


def _mark(root: Path, path: str, needle: str) -> Mark:
    """Where `needle`, or the tail of the address that it is, stands in the file; its start when nowhere."""
    text = (root / path).read_text("utf-8") if (root / path).is_file() else ""
    parts = urlsplit(needle)
    tail = parts.path.rstrip("/").rpartition("/")[2]
    for words in filter(None, (needle, parts.fragment, tail)):
        if found := re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text):
            line = text.count("\n", 0, found.start()) + 1
            return Mark(path, line, found.start() - text.rfind("\n", 0, found.start()), len(words))
    return Mark(path, 1, 1, 0)
