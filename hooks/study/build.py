"""The steps that the hooks and the command share: data → guide; guide → pages; both → problems."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from study import ledger, lock, published
from study.aside import aside
from study.check import check
from study.checks import addresses, links, twins
from study.diagrams import topology
from study.figures.catalog import results
from study.guide import Guide, guide
from study.load import Files, load
from study.lock import Change, Lock
from study.models.base import LANGS, Lang
from study.output import Output
from study.pages import WRITTEN, pages, source
from study.pair import Pair, data_pairs, page_pairs
from study.problem import Problem
from study.render import render
from study.state import State
from study.translation import every
from study.waivers import Waiver, idle, unwaived, waivers

Tree = Mapping[str, str]
"""Path of a Markdown page → its text."""


@dataclass(frozen=True)
class Site:
    """A guide without errors and its pages in each language."""

    guide: Guide
    pages: Mapping[Lang, Tree]
    addresses: published.Addresses


@dataclass(frozen=True)
class Run:
    """Everything read from a folder and found wrong in it, but for what was not accepted yet."""

    pairs: Sequence[Pair]
    waivers: Sequence[Waiver]
    site: Site | None
    problems: Sequence[Problem]
    lock: Lock | None
    changes: Sequence[Change]
    """How the pairs stand to the lock."""


def make(root: Path, output: Output | None = None, *, draft: bool = False) -> tuple[Site | None, list[Problem]]:
    """The site of the folder `root`, or None when something is wrong; and everything found wrong.

    In a draft, a translation that nobody accepted yet is reported and does no harm.
    """
    it = run(root, output)
    late = list(lock.stale(it.lock, it.changes)) if it.site else []
    return (it.site if draft or not wrong(late) else None), [*it.problems, *late]


def run(root: Path, output: Output | None = None) -> Run:
    """Reads and checks the folder `root`."""
    with _uncollected():
        return _run(root, output or Output())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nearly all that a run makes is kept to its end: the collector would go through it many times and free nothing,
    in a fifth of the run's time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _run(root: Path, output: Output) -> Run:
    files, problems = load(root)
    written = {lang: written_pages(root, lang) for lang in LANGS}
    data = list(data_pairs(files))
    pairs = [*data, *page_pairs(written["en"], written["zh"])]
    given = list(waivers(files, {**written["en"], **written["zh"]}, pairs))
    held = _lock(root)
    translated = aside(lambda: list(every.check_data(files, data)))
    changes = list(lock.changes(pairs, held.units if held else []))
    computed = results(files)
    found = [*problems, *check(files, computed)]
    answers, faults = ledger.read(root)
    before, more = published.read(root)
    found += [*faults, *more]
    if wrong(unwaived(found, given)):
        found += translated()
        left = [*unwaived(found, given), *idle(found, given, whole=False)]
        return Run(pairs, given, None, left, held, changes)
    it = guide(files, State(answers, lock.standings(changes), given), computed[0])
    made = {lang: render(it, lang, output) for lang in LANGS}
    trees = {lang: {**written[lang], **_generated(made, lang)} for lang in LANGS}
    now = _addresses(it, trees["en"])
    found += [*published.missing(before, now, files), *published.redirect_faults(now, files)]
    found += [*page_problems(files, trees, now), *translated()]
    left = [*unwaived(found, given), *idle(found, given)]
    return Run(pairs, given, None if wrong(left) else Site(it, made, now), left, held, changes)


def _lock(root: Path) -> Lock | None:
    path = root / lock.LOCK
    return lock.read(path.read_text("utf-8", errors="replace")) if path.exists() else None


def wrong(problems: Iterable[Problem]) -> bool:
    """Whether one of them is an error."""
    return any(problem.severity == "error" for problem in problems)


def page_problems(files: Files, made: Mapping[Lang, Tree], now: published.Addresses) -> Iterator[Problem]:
    """What shows only on the pages: missing twins, different headings, links to anchors that are not there."""
    yield from chain.from_iterable(map(twins.encoding, made.values()))
    yield from twins.missing_pages(made["en"], made["zh"])
    yield from twins.heading_ids(made["en"], made["zh"])
    yield from _written_fences(made)
    yield from every.check_pages(files, made["en"], made["zh"])
    yield from links.link_anchors(files, now)
    texts = {parsed.document.path: parsed.document.text for parsed in files.values()}
    found = addresses.written(texts | {path: text for tree in made.values() for path, text in _docs(tree)})
    yield from addresses.forms(found)
    yield from addresses.spellings(found)


def _docs(tree: Tree) -> Iterator[tuple[str, str]]:
    """The hand-written pages."""
    return ((path, text) for path, text in tree.items() if path.startswith("docs/"))


def _addresses(it: Guide, made: Tree) -> dict[str, frozenset[str]]:
    """Every page with the ids of its headings, which are the same in both languages."""
    by_path = {page.path: f"generated/en/{source(page.path)}" for page in pages(it)}
    by_path |= {name: f"docs/en/{source(name)}" for name in WRITTEN}
    return {path: frozenset(h[2] for h in twins.headings(made.get(uri, ""))) for path, uri in by_path.items()}


def _written_fences(made: Mapping[Lang, Tree]) -> Iterator[Problem]:
    """The mermaid fences of hand-written pages: drawable, and the same topology in both languages."""
    for tree in made.values():
        for path, text in _docs(tree):
            yield from topology.written(path, text)
    for path, text in _docs(made["en"]):
        other = twins.twin(path)
        if other in made["zh"]:
            yield from topology.different(text, made["zh"][other], path, other)


def written_pages(root: Path, lang: Lang) -> Tree:
    """The hand-written pages; what is not UTF-8 becomes U+FFFD, which `twins.encoding` reports."""
    pages = sorted((root / "docs" / lang).rglob("*.md"))
    return {path.relative_to(root).as_posix(): path.read_text("utf-8", errors="replace") for path in pages}


def _generated(made: Mapping[Lang, Tree], lang: Lang) -> Tree:
    return {f"generated/{lang}/{uri}": text for uri, text in made[lang].items()}
