"""Finds numbers that somebody typed beside a computed one and that say something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from study.figures import show
from study.figures.evaluate import Result, Results
from study.figures.inline import REFERENCE, closure
from study.figures.units import Quantity, quantity
from study.markdown import CODE
from study.models.base import Lang

NEAR = 0.1
"""A typed number of the same unit that is this close to the computed one is meant to be it."""

_SENTENCES = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])")
_NUMBER = r"(?<![\w.,])([0-9][0-9,]*(?:\.[0-9]+)?)"
_SCALE: dict[Lang, dict[str, float]] = {
    "en": {"": 1, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15},
    "zh": {"": 1, "万亿": 1e12, "亿": 1e8, "万": 1e4},
}
_FAMILIES = (
    ("B", "kB", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB"),
    ("us", "ms", "s", "minute", "hour", "day", "week", "month", "year"),
    ("FLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP"),
)
_ALIASES: dict[Lang, dict[str, tuple[str, ...]]] = {
    "en": {
        "s": ("seconds", "second"),
        "ms": ("milliseconds",),
        "hour": ("h",),
        "minute": ("min",),
        "percent": ("percent",),
    },
    "zh": {"ms": ("毫秒",), "s": ("s",)},
}


class Typed(NamedTuple):
    """A number somebody typed: its text, its amount in root units, the half unit of its last digit, where it stands."""

    text: str
    amount: float
    tolerance: float
    start: int
    end: int


def contradictions(text: str, results: Results, lang: Lang) -> Iterator[tuple[Typed, Result]]:
    """Typed numbers that contradict a figure of their sentence.

    A number contradicts a figure when it has the figure's unit (or another prefix of it), is not the figure rounded
    to the digits that were typed, and either differs from it by less than a tenth, or stands directly beside it:
    in brackets of its own, or joined by `=` or `≈`. A number that equals another figure of the sentence, or
    something the figure was computed from, is meant as that and does not count; nor does a number in a code span.
    """
    plain = CODE.sub(lambda span: " " * len(span[0]), text)
    for sentence in _SENTENCES.split(plain):
        references = [match for match in REFERENCE.finditer(sentence) if match[1] in results]
        for reference in references:
            result = results[reference[1]]
            others = [
                each for each in _amounts([match[1] for match in references], results) if each is not result.amount
            ]
            for typed in numbers(sentence, result, lang):
                stray = not any(_says(typed, amount) for amount in (result.amount, *others))
                if stray and (_near(typed, result) or _beside(sentence, reference, typed)):
                    yield typed, result


def _amounts(ids: list[str], results: Results) -> Iterator[Quantity]:
    """Everything that the figures named in a sentence are or were computed from."""
    for id in closure(ids, results):
        yield results[id].amount
        for each in results[id].figure.inputs.values():
            if each.value is not None and each.unit is not None:
                yield quantity(each.value, each.unit)


def numbers(sentence: str, result: Result, lang: Lang) -> Iterator[Typed]:
    """Numbers in `sentence` that have the unit of `result`."""
    taken: set[int] = set()
    for unit in _units(result.figure.unit):
        one = float(quantity(1.0, unit).magnitude)
        for before, after in _forms(unit, lang):
            said = before in sentence and after in sentence  # most are not, and making a pattern costs the most
            for match in _pattern(before, after, lang).finditer(sentence) if said else ():
                if match.start(1) not in taken:
                    taken.add(match.start(1))
                    factor = one * _SCALE[lang][match["scale"] or ""]
                    digits = match[1].replace(",", "")
                    yield Typed(
                        match[0].strip(),
                        float(digits) * factor,
                        _half_digit(digits) * factor,
                        match.start(),
                        match.end(),
                    )


def _units(unit: str) -> list[str]:
    """The unit and those that differ from it by a factor only; none for a bare number."""
    if unit == "1":
        return []
    family = next((family for family in _FAMILIES if unit in family), ())
    return [unit, *(other for other in family if other != unit)]


@cache
def _forms(unit: str, lang: Lang) -> list[tuple[str, str]]:
    """What may stand before and behind a number of this unit, the longest form first."""
    words = {show.with_unit(number, unit, lang).replace(number, "\0", 1) for number in ("1", "2")}
    words |= {f"\0 {alias}" for alias in _ALIASES[lang].get(unit, ())}
    parts = (word.split("\0") for word in sorted(words, key=len, reverse=True))
    return [(before.strip(), after.strip()) for before, after in parts]


@cache
def _pattern(before: str, after: str, lang: Lang) -> re.Pattern[str]:
    scales = "|".join(sorted(filter(None, _SCALE[lang]), key=len, reverse=True))
    ends = rf"\s*(?P<scale>{scales})?\s*{re.escape(after)}(?![A-Za-z0-9/])"
    return re.compile(f"{re.escape(before)}{_NUMBER}{ends}")


def _half_digit(digits: str) -> float:
    """Half a unit of the last digit that matters: 0.05 for 65.5, 50 for 1300."""
    whole, _, decimals = digits.partition(".")
    if decimals:
        return 0.5 * 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return 0.5 * 10.0 ** (zeros if whole.strip("0") else 0)


def _says(typed: Typed, amount: Quantity) -> bool:
    return abs(typed.amount - float(amount.magnitude)) <= typed.tolerance * (1 + 1e-9)


def _near(typed: Typed, result: Result) -> bool:
    computed = float(result.amount.magnitude)
    return abs(typed.amount - computed) < NEAR * abs(computed)


def _beside(sentence: str, reference: re.Match[str], typed: Typed) -> bool:
    """`{=id} (65 GB)`, `65 GB ({=id})`, `{=id} ≈ 65 GB`."""
    if typed.start >= reference.end():
        between, after = sentence[reference.end() : typed.start], sentence[typed.end :]
    else:
        between, after = sentence[typed.end : reference.start()], sentence[reference.end() :]
    bracketed = re.fullmatch(r"\s*[(（]\s*", between) and re.match(r"\s*[)）]", after)
    return bool(bracketed or re.fullmatch(r"\s*[=≈]\s*", between))
