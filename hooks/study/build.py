"""The steps that the hooks and the command share: data → guide; guide → pages; both → problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from study.check import check
from study.checks import links, twins
from study.diagrams import topology
from study.guide import Guide, guide
from study.load import Files, load
from study.lock import LOCK, stale
from study.models.base import LANGS, Lang
from study.pages import WRITTEN, pages, source
from study.pair import Pair, data_pairs, page_pairs
from study.problem import Problem
from study.render import render
from study.translation import every
from study.waivers import Waiver, idle, unwaived, waivers

Tree = Mapping[str, str]
"""Path of a Markdown page → its text."""


@dataclass(frozen=True)
class Site:
    """A guide without errors and its pages in each language."""

    guide: Guide
    pages: Mapping[Lang, Tree]


@dataclass(frozen=True)
class Run:
    """Everything read from a folder and found wrong in it, but for what was not accepted yet."""

    pairs: Sequence[Pair]
    waivers: Sequence[Waiver]
    site: Site | None
    problems: Sequence[Problem]
    lock: str | None


def make(root: Path, *, draft: bool = False) -> tuple[Site | None, list[Problem]]:
    """The site of the folder `root`, or None when something is wrong; and everything found wrong.

    In a draft, a translation that nobody accepted yet is reported and does no harm.
    """
    it = run(root)
    late = list(stale(it.pairs, it.lock)) if it.site else []
    return (it.site if draft or not wrong(late) else None), [*it.problems, *late]


def run(root: Path) -> Run:
    """Reads and checks the folder `root`."""
    files, problems = load(root)
    written = {lang: written_pages(root, lang) for lang in LANGS}
    pairs = [*data_pairs(files), *page_pairs(written["en"], written["zh"])]
    given = list(waivers(files, {**written["en"], **written["zh"]}, pairs))
    lock = (root / LOCK).read_text("utf-8", errors="replace") if (root / LOCK).exists() else None
    found = [*problems, *check(files)]
    if wrong(left := list(unwaived(found, given))):
        return Run(pairs, given, None, [*left, *idle(found, given, whole=False)], lock)
    it = guide(files)
    made = {lang: render(it, lang) for lang in LANGS}
    found += page_problems(files, it, {lang: {**written[lang], **_generated(made, lang)} for lang in LANGS})
    left = [*unwaived(found, given), *idle(found, given)]
    return Run(pairs, given, None if wrong(left) else Site(it, made), left, lock)


def wrong(problems: Iterable[Problem]) -> bool:
    """Whether one of them is an error."""
    return any(problem.severity == "error" for problem in problems)


def page_problems(files: Files, it: Guide, made: Mapping[Lang, Tree]) -> Iterator[Problem]:
    """What shows only on the pages: missing twins, different headings, links to anchors that are not there."""
    yield from chain.from_iterable(map(twins.encoding, made.values()))
    yield from twins.missing_pages(made["en"], made["zh"])
    yield from twins.heading_ids(made["en"], made["zh"])
    yield from _written_fences(made)
    yield from every.check_pages(files, made["en"], made["zh"])
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


def written_pages(root: Path, lang: Lang) -> Tree:
    """The hand-written pages; what is not UTF-8 becomes U+FFFD, which `twins.encoding` reports."""
    pages = sorted((root / "docs" / lang).rglob("*.md"))
    return {path.relative_to(root).as_posix(): path.read_text("utf-8", errors="replace") for path in pages}


def _generated(made: Mapping[Lang, Tree], lang: Lang) -> Tree:
    return {f"generated/{lang}/{uri}": text for uri, text in made[lang].items()}
