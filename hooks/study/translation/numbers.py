"""Numbers, units and names that hold digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from study.models.base import Lang
from study.problem import Problem
from study.translation.both import Both, Said, quoted
from study.translation.quantities import Number, digits, in_words
from study.translation.reading import Span
from study.translation.units import FRACTIONS, SECONDS, rivals

_STRICT = frozenset(["%", "$", "€", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "PiB", "‰"])
"""Units that both languages say; others one of them may leave out: 2024 年, 20 分钟 at minute 20."""
_CLOCK = frozenset(["ns", "µs", "ms", "s", "min", "h"])
"""Units of time in which no date is said."""
_ALIKE = ({"%", "pp"}, {"min", "m"})
"""Units that one form may stand for: 5 points, 1 m."""
_NAME = re.compile(r"(?<![A-Za-z0-9_.])[A-Za-z][A-Za-z.+_-]{0,15}?[0-9][A-Za-z0-9.+_-]{0,24}")
_WORD = re.compile(r"^[A-Z]?[a-z]{2,}-(?=[0-9.]+$)")
"""`top-10`, `Day-7`: of a word before a number, only the number must be found."""


def numbers_differ(it: Both) -> Iterator[Problem]:
    """The same numbers on both sides, whatever their notation: 3.5 million = 350 万, 24 hours = 1 天, one = 一; and
    each with the same unit."""
    en, zh = digits(it.en.prose), digits(it.zh.prose)
    if not (_missing(en, zh) or _missing(zh, en) or any(_units_differ(en, zh))):
        return
    en, zh = [*en, *in_words(it.en.prose, "en")], [*zh, *in_words(it.zh.prose, "zh")]
    only_en, only_zh = _missing(en, zh), _missing(zh, en)
    if only_en or only_zh:
        said = [f"{name} only: {quoted(n.text for n in only)}" for name, only in _named(only_en, only_zh)]
        help = "correct the side that is wrong; 3.5 million and 350 万 count as the same"
        at: Lang = "zh" if only_zh or not only_en else "en"
        message = f"numbers differ; {'; '.join(said)}"
        yield it.problem(Said("T19", message, help), at=at, en=_spans(only_en), zh=_spans(only_zh))
    else:
        yield from islice((_unit(it, *wrong) for wrong in _units_differ(en, zh)), 1)


def _named(en: Sequence[Number], zh: Sequence[Number]) -> Iterator[tuple[str, Sequence[Number]]]:
    yield from ((name, only) for name, only in (("in English", en), ("in Chinese", zh)) if only)


def _spans(found: Sequence[Number]) -> list[Span]:
    return [(number.start, number.end) for number in found]


def _missing(here: Sequence[Number], there: Sequence[Number]) -> list[Number]:
    known = frozenset[str]().union(*(number.values for number in there))
    return [number for number in here if number.required and not number.values & known]


Wrong = tuple[Number, Sequence[Number], Lang]
"""A number, its equals on the other side, its own side."""


def _units_differ(en: Sequence[Number], zh: Sequence[Number]) -> Iterator[Wrong]:
    """Numbers whose unit no equal number on the other side has (ms = 毫秒, $ = 美元)."""
    sides: tuple[tuple[Sequence[Number], Sequence[Number], Lang], ...] = ((zh, en, "zh"), (en, zh, "en"))
    for here, there, at in sides:
        used = {number.unit for number in there}
        for number in here:
            if number.unit:
                equals = [other for other in there if other.values & number.values]
                known = number.required or (equals and number.text[:1].isdigit())
                if known and not any(_same(number, it) for it in equals) and not _left_out(number, equals, used):
                    yield number, equals, at


def _same(number: Number, other: Number) -> bool:
    """The same time or share in another unit; or a unit that has no name here."""
    for folded, units in (("t:", SECONDS), ("f:", FRACTIONS)):
        if number.unit in units and other.unit in units:
            return any(value.startswith(folded) for value in number.values & other.values)
    share = any(value.startswith("f:") and value[2:] in other.values for value in number.values)
    return number.unit == other.unit or share or {number.unit, other.unit} in _ALIKE


def _left_out(number: Number, equals: Sequence[Number], used: Set[str]) -> bool:
    """Whether the other side says the number without a unit and may mean this one. Of a number that ends its clause
    (5 minutes and not 15), the unit is one that was said before; any other has none while an equal one has a unit of
    the same kind."""
    bare = [other for other in equals if not other.unit]
    if not bare or number.unit in _STRICT - used:
        return False
    if number.unit in used and any(other.alone for other in bare):
        return True
    others = rivals(number.unit)
    clash = any(other.unit in others and other.text[:1].isdigit() for other in equals)
    said_before = number.unit in _CLOCK - used and used & others & _CLOCK
    required = [other for other in bare if other.required]
    return not clash and not (said_before and required and all(other.alone for other in required))


def _unit(it: Both, number: Number, equals: Sequence[Number], at: Lang) -> Problem:
    there = quoted(f"{other.text} {other.unit}".strip() for other in equals)
    names = ("Chinese", "English") if at == "zh" else ("English", "Chinese")
    message = f"units differ; {names[0]}: `{number.text} {number.unit}`; {names[1]}: {there}"
    own, others = [(number.start, number.end)], _spans(equals)
    help = "correct the side that is wrong; ms and 毫秒 count as the same"
    return it.problem(Said("T20", message, help), zh=own if at == "zh" else others, en=others if at == "zh" else own)


def names_differ(it: Both) -> Iterator[Problem]:
    """A name that holds digits (H100, v1.6, p99) stands on both sides; case, spaces and hyphens do not count."""
    for lang, here in it.sides():
        there = it.zh if lang == "en" else it.en
        found = list(_NAME.finditer(here.prose))
        if not found:
            continue
        text = _folded(there.text)
        missing = [m for m in found if _folded(_WORD.sub("", m[0].rstrip(".-+_s"))) not in text]
        if missing:
            other = "Chinese" if lang == "en" else "English"
            message = f"{quoted(m[0] for m in missing)} is missing in the {other}"
            yield it.on(
                lang,
                Said("T20", message, f"write it in the {other} too, or correct it where it is misspelt"),
                [m.span() for m in missing],
            )
            return


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]", "", text).lower()
