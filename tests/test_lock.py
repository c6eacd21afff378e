"""The lock: what changed since somebody stood by both sides."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study import lock
from study.fix import content
from study.lock import LOCK, Unit
from study.pair import Pair
from study.problem import Problem

NAMED = "a:\n  en: One {}\n  zh: 一\n"
LISTED = "rules:\n- {en: One, zh: 一}\n- {en: Two, zh: 二}\n- {en: One, zh: 一}\n"


def pairs(text: str) -> Sequence[Pair]:
    return content({"data/x.yml": text}).pairs


def held(text: str) -> str:
    return lock.written(map(lock.unit_of, pairs(text)))


def stale(pairs: Sequence[Pair], text: str | None) -> Iterator[Problem]:
    held = None if text is None else lock.read(text)
    return lock.stale(held, lock.changes(pairs, held.units if held else []))


def said(text: str, before: str | None) -> list[str]:
    return [f"{p.path}:{p.line}:{p.column}: {p.message}" for p in stale(pairs(text), before)]


def test_nothing_changed() -> None:
    for text in (NAMED, LISTED):
        assert said(text, held(text)) == []


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (NAMED, NAMED.replace("One", "1"), ["data/x.yml:3:7: the English has changed since this Chinese was accepted"]),
        (NAMED, NAMED.replace("一", "1"), ["data/x.yml:2:7: the Chinese has changed since this English was accepted"]),
        (NAMED, "a:\n  en: 1\n  zh: 1\n", ["data/x.yml:3:7: both sides have changed since they were accepted"]),
        (
            NAMED,
            NAMED + "b: {en: x, zh: y}\n",
            ["data/x.yml:4:16: nobody has accepted yet that both sides say the same"],
        ),
        (NAMED, "c: d\n", [f"{LOCK}:2:1: `data/x.yml#a` is in the lock, and the guide no longer says it"]),
        (
            LISTED,
            LISTED.replace("Two", "2"),
            ["data/x.yml:3:15: the English has changed since this Chinese was accepted"],
        ),
        (
            LISTED,
            LISTED.replace("二", "2"),
            ["data/x.yml:3:8: the Chinese has changed since this English was accepted"],
        ),
        (LISTED, "rules:\n- {en: Two, zh: 二}\n- {en: One, zh: 一}\n", []),
        (
            LISTED,
            "rules:\n- {en: One, zh: 二}\n- {en: Two, zh: 一}\n",
            [
                "data/x.yml:2:8: the Chinese has changed since this English was accepted",
                "data/x.yml:3:8: the Chinese has changed since this English was accepted",
            ],
        ),
    ],
)
def test_the_side_that_may_be_behind_is_named(before: str, now: str, expected: list[str]) -> None:
    assert said(now, held(before)) == expected


def test_folding_into_lines_is_no_change() -> None:
    folded = "a:\n  en: >-\n    One\n    {}\n  zh: 一\n"
    assert said(folded, held(NAMED)) == []


def test_without_a_lock_nothing_is_accepted() -> None:
    assert said(NAMED, None) == [f"{LOCK}:1:1: is missing, so no translation has been accepted"]


def test_a_merge_that_left_marks_or_disorder_is_put_in_order() -> None:
    head, first, second, foot = held("a: {en: A, zh: 甲}\nb: {en: B, zh: 乙}\n").splitlines()
    text = "\n".join([head, "<<<<<<< HEAD", second, first, first, foot, ""])
    faults = lock.read(text).faults
    assert list(faults) == [2, 4, 5]
    now = pairs("a: {en: A, zh: 甲}\nb: {en: B, zh: 乙}\n")
    assert lock.in_order(now, text) == "\n".join([head, first, second, foot, ""])
    assert len(list(stale(now, text))) == 3


@given(st.lists(st.tuples(*[st.text(max_size=8)] * 3), max_size=6), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_units_makes_no_difference(parts: list[tuple[str, str, str]], chance: random.Random) -> None:
    units = [Unit(*part) for part in parts]
    text = lock.written(units)
    chance.shuffle(units)
    assert lock.written(units) == text
    assert lock.read(text).units == sorted(set(units))
    assert not lock.read(text).faults


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    assert len(lock.read(text).faults) <= text.count("\n") + 1


def test_what_changed_on_one_side_must_be_named() -> None:
    old = "a: {en: A, zh: 甲}\nb: {en: B, zh: 乙}\n"
    now = pairs("a: {en: A1, zh: 甲}\nb: {en: B1, zh: 乙1}\nc: {en: C, zh: 丙}\n")
    before = lock.read(held(old)).units
    units, taken, left = lock.accepted(now, before, [], None)
    assert [change.state for change in taken] == ["both changed", "new"]
    assert [change.pair.key for change in left if change.pair] == ["data/x.yml#a"]
    assert [p.message for p in stale(now, lock.written(units))] == [lock.MESSAGES["English changed"][0]]
    units, taken, left = lock.accepted(now, units, ["data/x.yml#a"], "reviewed")
    assert ([change.state for change in taken], left) == (["English changed"], [])
    assert list(stale(now, lock.written(units))) == []
    assert [unit.status for unit in units] == ["reviewed", "ok", "ok"]


@pytest.mark.parametrize("name", ["data/x.yml", "data", "data/", "data/x.yml#a", "data/x.yml#a/b"])
def test_a_file_or_a_part_of_it_can_be_named(name: str) -> None:
    now = pairs("a:\n  b: {en: A, zh: 甲}\n")
    assert len(lock.accepted(now, [], [name], None)[0]) == 1
    assert lock.accepted(now, [], ["data/x.y", "dat", "data/x.yml#a/bc"], None)[0] == []


def test_where_each_file_stands() -> None:
    now = pairs("a: {en: A, zh: 甲}\nb: {en: B, zh: 乙}\nc: {en: C, zh: 丙}\n")
    units = [lock.unit_of(now[0], "reviewed"), lock.unit_of(now[1])._replace(en="0")]
    (row,) = lock.standings(lock.changes(now, units))
    assert row == ("data/x.yml", 0, 0, 1, 1, 1)
    assert lock.total([row, row])[1:] == (0, 0, 2, 2, 2)
    assert row.pairs == 3
