"""`study fix`: what is mechanical, mended in the source text in place, so that comments and layout stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from study import lock
from study.edit import Edit, edited
from study.load import Parsed
from study.lock import LOCK
from study.mend import mended, mends
from study.models.base import LANGS
from study.pair import Pair, data_pairs, page_pairs
from study.problem import Problem
from study.source import parse
from study.waivers import Waiver, waivers

Texts = Mapping[str, str]
"""Path → text of every data file, every hand-written page, and the lock."""


class Content(NamedTuple):
    """What the texts hold, as far as they can be read."""

    pairs: Sequence[Pair]
    waivers: Sequence[Waiver]


def content(texts: Texts) -> Content:
    """The pairs and waivers of the texts, always in the same order."""
    files = dict(_files(texts))
    pages = {path: text for path, text in texts.items() if path.startswith("docs/")}
    en, zh = ({path: pages[path] for path in sorted(pages) if path.startswith(f"docs/{lang}/")} for lang in LANGS)
    pairs = [*data_pairs(files), *page_pairs(en, zh)]
    return Content(pairs, list(waivers(files, pages, pairs)))


def _files(texts: Texts) -> Iterator[tuple[str, Parsed]]:
    for path in sorted(texts):
        if path.endswith(".yml") and (document := parse(texts[path], path)[0]):
            yield path, Parsed(path, document, None)


def fixed(texts: Texts) -> dict[str, str]:
    """The texts that change, by path. What was accepted stays accepted: a comma's width changes no meaning."""
    before = content(texts)
    now = dict(texts)
    while changed := _mended(now, content(now).pairs):  # until nothing is left: one mend may call for another
        now |= changed
    now |= _applied(now, (w.write for w in content(now).waivers if w.write and w.reason and not w.src))
    if LOCK in now:
        now[LOCK] = _kept(now[LOCK], before.pairs, content(now).pairs)
    return {path: text for path, text in now.items() if text != texts[path]}


def _mended(texts: Texts, pairs: Sequence[Pair]) -> dict[str, str]:
    """The mends of every pair; a file whose texts would then read otherwise than meant is left as it is."""
    now = {
        path: text
        for path, text in _applied(texts, chain.from_iterable(map(edits, pairs))).items()
        if text != texts[path]
    }
    after = content({**texts, **now}).pairs
    if len(after) == len(pairs):
        spoilt = {
            side.path
            for old, new in zip(pairs, after, strict=True)
            for lang in LANGS
            if (side := new.side(lang)).path in now and side.text != mended(old.side(lang).text, lang)
        }
        return {path: text for path, text in now.items() if path not in spoilt}
    return {}


def edits(pair: Pair) -> Iterator[Edit]:
    """The mends of both sides of a pair, as edits of their files."""
    for lang in LANGS:
        side = pair.side(lang)
        for mend in mends(side.text, lang):
            mark, was = side.mark(mend.start, mend.end), side.text[mend.start : mend.end]
            yield Edit(mark, was, mend.instead, mend.rule)


def _applied(texts: Texts, wanted: Iterable[Edit]) -> dict[str, str]:
    by_path: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in wanted:
        by_path[edit.mark.path].append(edit)
    return {path: edited(texts[path], some) for path, some in by_path.items()}


def _kept(text: str, before: Sequence[Pair], after: Sequence[Pair]) -> str:
    """The lock in order, where what was accepted before the mends is accepted after them."""
    if len(before) != len(after):
        return lock.in_order(after, text)
    twins = {id(old): new for old, new in zip(before, after, strict=True)}
    units = []
    for change in lock.changes(before, lock.read(text).units):
        if change.pair and change.unit:
            same = change.state == "same"
            units.append(lock.unit_of(twins[id(change.pair)], change.unit.status) if same else change.unit)
    return lock.written(units)


def fixes(problems: Iterable[Problem], texts: Texts) -> dict[Problem, Sequence[Edit]]:
    """What `study fix` does about each problem that it can mend: edits, or none where it rewrites the lock."""
    found = list(problems)
    keys = {problem.key for problem in found}
    held = content(texts)
    by_place: defaultdict[tuple[str, str, int], list[Edit]] = defaultdict(list)
    writes = (w.write for w in held.waivers if w.write and w.reason and not w.src)
    for edit in chain(writes, chain.from_iterable(edits(pair) for pair in held.pairs if pair.key in keys)):
        by_place[edit.rule, edit.mark.path, edit.mark.line].append(edit)
    answers = {problem: _for(problem, by_place) for problem in found}
    return {problem: some for problem, some in answers.items() if some or (problem.path == LOCK and LOCK in texts)}


def _for(problem: Problem, by_place: Mapping[tuple[str, str, int], list[Edit]]) -> list[Edit]:
    """The edits of the problem's rule that touch what it underlines."""
    marks = problem.marks or ()
    return [
        edit
        for mark in marks
        for edit in by_place.get((problem.rule, mark.path, mark.line), ())
        if edit.mark.column <= mark.column + mark.length and mark.column <= edit.mark.column + edit.mark.length
    ]
