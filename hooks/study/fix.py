"""`study fix`: what is mechanical, mended in the source text in place, so that comments and layout stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from study import lock
from study.edit import Edit, edited, holds
from study.load import Parsed
from study.lock import LOCK
from study.mend import Mend, after, mends
from study.models.base import LANGS, Lang
from study.pair import Pair, Side, data_pairs, page_pairs
from study.problem import Problem
from study.source import parse
from study.waivers import Waiver, waivers

Texts = Mapping[str, str]
"""Path → text of every data file, every hand-written page, and the lock."""


PASSES = 4
"""One mend may call for another: a space where a zero-width character stood."""


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
    for _ in range(PASSES):
        if not (changed := _mended(now, content(now).pairs)):
            break
        now |= changed
    now |= _applied(now, (w.write for w in content(now).waivers if w.write and w.reason and not w.src))
    if LOCK in now:
        now[LOCK] = _kept(now[LOCK], before.pairs, content(now).pairs)
    return {path: text for path, text in now.items() if text != texts[path]}


class Plan(NamedTuple):
    """A mend of one side and the edit of its file that makes it."""

    mend: Mend
    edit: Edit


def plans(side: Side, lang: Lang, source: str) -> list[Plan]:
    """The mends of a side that can be made in place: the piece stands in its file `source` as it reads."""
    return [plan for plan in _wanted(side, lang) if holds(source, plan.edit)]


def _wanted(side: Side, lang: Lang) -> Iterator[Plan]:
    for mend in mends(side.text, lang):
        mark, was = side.mark(mend.start, mend.end), side.text[mend.start : mend.end]
        yield Plan(mend, Edit(mark, was, mend.instead, mend.rule))


def _mended(texts: Texts, pairs: Sequence[Pair]) -> dict[str, str]:
    """The mends of every pair; a file whose texts would then read otherwise than meant is left as it is."""
    planned = {
        (n, lang): plans(pair.side(lang), lang, texts[pair.side(lang).path])
        for n, pair in enumerate(pairs)
        for lang in LANGS
    }
    now = _applied(texts, (plan.edit for some in planned.values() for plan in some))
    then = content({**texts, **now}).pairs
    if len(then) != len(pairs):
        return {}
    spoilt = {
        side.path
        for (n, lang), some in planned.items()
        if (side := pairs[n].side(lang)).path in now
        and then[n].side(lang).text != after(side.text, [plan.mend for plan in some])
    }
    return {path: text for path, text in now.items() if path not in spoilt}


def _applied(texts: Texts, wanted: Iterable[Edit]) -> dict[str, str]:
    by_path: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in wanted:
        by_path[edit.mark.path].append(edit)
    return {path: edited(texts[path], some) for path, some in by_path.items()}


def _kept(text: str, before: Sequence[Pair], after: Sequence[Pair]) -> str:
    """The lock in order, where what was accepted before the mends is accepted after them.

    Of a file that says nothing now, because it is missing or cannot be read, all stays: it may come back.
    """
    files = {_file(pair.unit) for pair in after}
    twins = dict(zip(map(id, before), after, strict=True)) if len(before) == len(after) else {}
    units = []
    for change in lock.changes(before if twins else after, lock.read(text).units):
        if change.pair and change.state == "same" and twins:
            units.append(lock.unit_of(twins[id(change.pair)], change.unit.status if change.unit else "ok"))
        elif change.unit and (change.pair or _file(change.unit.unit) not in files):
            units.append(change.unit)
    return lock.written(units)


def _file(unit: str) -> str:
    return unit.partition("#")[0]


def fixes(problems: Iterable[Problem], texts: Texts) -> dict[Problem, Sequence[Edit]]:
    """What `study fix` does about each problem that it can mend: edits, or none where it rewrites the lock."""
    found = list(problems)
    keys = {problem.key for problem in found}
    held = content(texts)
    by_place: defaultdict[tuple[str, str, int], list[Edit]] = defaultdict(list)
    writes = (w.write for w in held.waivers if w.write and w.reason and not w.src)
    sides = [(pair.side(lang), lang) for pair in held.pairs if pair.key in keys for lang in LANGS]
    made = (plan.edit for side, lang in sides for plan in plans(side, lang, texts[side.path]))
    for edit in chain(writes, made):
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
