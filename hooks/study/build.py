"""The steps that the hooks and the command share: data → guide; guide → pages; both → problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from study.check import check
from study.checks import links, twins
from study.diagrams import topology
from study.guide import Guide, guide
from study.load import Files, load
from study.models.base import LANGS, Lang
from study.output import Output
from study.pages import WRITTEN, pages, source
from study.problem import Problem
from study.render import render

Tree = Mapping[str, str]
"""Path of a Markdown page → its text."""


@dataclass(frozen=True)
class Site:
    """A guide without errors and its pages in each language."""

    guide: Guide
    pages: Mapping[Lang, Tree]


def make(root: Path, output: Output | None = None) -> tuple[Site | None, list[Problem]]:
    """The site of the folder `root`, or None when something is wrong; and everything found wrong."""
    files, problems = load(root)
    found = [*problems, *check(files)]
    if _wrong(found):
        return None, found
    it = guide(files)
    made = {lang: render(it, lang, output or Output()) for lang in LANGS}
    found += page_problems(files, it, {lang: {**_written(root, lang), **_generated(made, lang)} for lang in LANGS})
    return (None if _wrong(found) else Site(it, made)), found


def _wrong(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def page_problems(files: Files, it: Guide, made: Mapping[Lang, Tree]) -> Iterator[Problem]:
    """What shows only on the pages: missing twins, different headings, links to anchors that are not there."""
    yield from chain.from_iterable(map(twins.encoding, made.values()))
    yield from twins.missing_pages(made["en"], made["zh"])
    yield from twins.heading_ids(made["en"], made["zh"])
    yield from _written_fences(made)
    by_path = {page.path: f"generated/en/{source(page.path)}" for page in pages(it)}
    by_path |= {name: f"docs/en/{source(name)}" for name in WRITTEN}
    anchors = {path: {id for _, _, id in twins.headings(made["en"].get(uri, ""))} for path, uri in by_path.items()}
    yield from links.link_anchors(files, anchors)


def _written_fences(made: Mapping[Lang, Tree]) -> Iterator[Problem]:
    """The mermaid fences of hand-written pages: drawable, and the same topology in both languages."""
    for tree in made.values():
        for path, text in tree.items():
            if path.startswith("docs/"):
                yield from topology.written(path, text)
    for path, text in made["en"].items():
        other = twins.twin(path)
        if path.startswith("docs/") and other in made["zh"]:
            yield from topology.different(text, made["zh"][other], path, other)


def _written(root: Path, lang: Lang) -> Tree:
    """The hand-written pages; what is not UTF-8 becomes U+FFFD, which `twins.encoding` reports."""
    pages = sorted((root / "docs" / lang).rglob("*.md"))
    return {path.relative_to(root).as_posix(): path.read_text("utf-8", errors="replace") for path in pages}


def _generated(made: Mapping[Lang, Tree], lang: Lang) -> Tree:
    return {f"generated/{lang}/{uri}": text for uri, text in made[lang].items()}
