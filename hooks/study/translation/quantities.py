"""Numbers of a text, as digits and as words, with their scale folded in: 3.5 million = 350 万."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_letters

from study.models.base import Lang
from study.translation.units import FRACTIONS, SECONDS, unit_after, unit_before

_DIGIT = re.compile(r"[0-9]")
_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)*")
_SCALES: Mapping[str, float] = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "K": 1e3,
    "k": 1e3,
    "M": 1e6,
    "B": 1e9,
    "T": 1e12,
}
_BINARY: Mapping[str, float] = {"K": 1024, "k": 1024, "M": 1024**2}
"""128K may be 131,072."""
_SCALE = re.compile(
    r"\s?-?(?P<word>thousand|million|billion|trillion|quadrillion)\b|(?P<letter>[KkMBT])(?![A-Za-z])"
    r"|\s?[多余来]?(?P<han>[十百千万亿]+)(?![克米瓦维字分])"
)
_HAN_SCALES: Mapping[str, float] = {"十": 10, "百": 100, "千": 1e3, "万": 1e4, "亿": 1e8}
_ENDINGS = re.compile(r"(?:st|nd|rd|th|s|x|X|pp)(?![A-Za-z])")
_LETTER = re.compile(r"[A-Za-z_]")
_JOINED = re.compile(r"[A-Za-z][-.]?$|[A-Za-z][A-Za-z0-9.]*-$|[0-9]+[.:/-][0-9]+[.:/-]$")
"""Ends the text before digits that belong to a name: H100, GPT-4, 2024-11-05."""

_JOINS = frozenset(f"{ascii_letters}-.:/")
"""What such a text ends with."""

_HAN_DIGITS: Mapping[str, float] = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?")
_HAN_PART = re.compile(
    r"([零〇一二两三四五六七八九十百千万亿]+|[0-9.]+)\s?分之\s?([零〇一二两三四五六七八九十百千万亿]+|[0-9.]+)"
)
_HAN_TENTHS = re.compile(r"([一二两三四五六七八九]|[0-9])\s?([成折])")
_HAN_WORDS: Mapping[str, float] = {
    "半": 0.5,
    "双": 2,
    "俩": 2,
    "首": 1,
    "单": 1,
    "倍": 2,
    "翻番": 2,
    "成对": 2,
    "每": 1,
}

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_PLAIN: Mapping[str, float] = (
    {word: n for n, word in enumerate(_ONES)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
    | {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}
)
_WORDS: Mapping[str, tuple[float, ...]] = (
    {word: (n,) for word, n in _PLAIN.items()}
    | {word: (n, 1 / n) for n, word in enumerate(_ORDINALS, 1)}
    | {f"{word}s": (1 / n,) for n, word in enumerate(_ORDINALS, 1) if n > 2}
    | {word: (n,) for n, word in enumerate(_MONTHS, 1)}
    | {"half": (0.5, 50), "halves": (0.5, 2), "halve": (0.5, 2), "halved": (0.5,), "quarter": (0.25, 4, 3)}
    | {"twice": (2,), "double": (2,), "doubles": (2,), "doubled": (2,), "doubling": (2,), "both": (2,), "pair": (2,)}
    | {"once": (1,), "single": (1,), "a": (1,), "an": (1,), "each": (1,), "per": (1,), "every": (1,), "another": (1,)}
    | {"triple": (3,), "tenfold": (10,), "zero": (0,), "no": (0,)}
    | {"dozen": (12,), "dozens": (12,), "percent": (1,), "all": (100,), "weekend": (2,)}
)
_EVERY: Mapping[str, str] = {"hourly": "h", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
"""Words for one of a unit."""
_WORD = re.compile(r"[A-Za-z]+")
_ARTICLE = re.compile(r"^ an?(?= )")
"""`half a percent` is half of one."""
_ENDS = re.compile(r"\s*(?:[.,;:!?()，。；：！？、（）]|$)")


@dataclass(frozen=True)
class Number:
    """A number: the values that it may stand for (`t:` in seconds, `f:` as a share), its unit ("" where none is known), its place."""

    values: frozenset[str]
    unit: str
    text: str
    start: int
    end: int
    required: bool
    """Whether the other side must have it too; digits inside a name need not, nor do words."""
    alone: bool = False
    """Whether no word follows, so that its unit is one that was said before: `5 minutes and not 15.`"""


def rounded(value: float) -> str:
    """A value as it is compared."""
    return f"{value:.6g}"


def digits(prose: str) -> list[Number]:
    """The numbers of `prose` that are written in digits."""
    return list(_digits(prose)) if _DIGIT.search(prose) else []


def in_words(prose: str, lang: Lang) -> list[Number]:
    """Every word of `prose` that stands for a number."""
    return list(_english(prose) if lang == "en" else _chinese(prose))


def _digits(prose: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(prose):
        before, after = prose[max(0, match.start() - 12) : match.start()], prose[match.end() : match.end() + 24]
        if match[0].count(".") > 1:
            continue  # a version
        digits = float(match[0].replace(",", ""))
        scale = _SCALE.match(after)
        factor = _factor(scale) if scale else 1.0
        length = scale.end() if scale else 0
        unit = unit_before(before) or unit_after(after[length:])
        name = before[-1:] in _JOINS and _JOINED.search(before) is not None
        glued = not scale and not unit and _LETTER.match(after) and not _ENDINGS.match(after)
        part = digits == 1 and after.startswith("/")  # 1/3 of it: three times less
        value = digits * factor
        values = {rounded(value)}
        if name or glued:
            values.add(rounded(digits))
        if scale and scale["letter"] in _BINARY:
            values.add(rounded(digits * _BINARY[scale["letter"]]))
        if unit in FRACTIONS:
            share = rounded(value * FRACTIONS[unit])
            values |= {share, f"f:{share}"}
        if unit in SECONDS:
            values.add(f"t:{rounded(value * SECONDS[unit])}")
        end = match.end() + length
        text = prose[match.start() : end].strip()
        required = not (name or glued or part)
        alone = not unit and _ENDS.match(prose, end) is not None
        yield Number(frozenset(values), "" if name else unit, text, match.start(), end, required, alone)


def _factor(scale: re.Match[str]) -> float:
    if scale["han"]:
        product = 1.0
        for character in scale["han"]:
            product *= _HAN_SCALES[character]
        return product
    return _SCALES[scale["word"] or scale["letter"]]


def _word(values: Iterator[float] | tuple[float, ...], match: re.Match[str], after: str = "") -> Number:
    unit = unit_after(_ARTICLE.sub("", after)) if after else ""
    numbers = list(values)
    shown = {rounded(value) for value in numbers}
    if unit in SECONDS:
        shown |= {f"t:{rounded(value * SECONDS[unit])}" for value in numbers}
    if unit in FRACTIONS:
        shown |= {f"f:{rounded(value * FRACTIONS[unit])}" for value in numbers}
    return Number(frozenset(shown), unit, match[0], match.start(), match.end(), False)


def _english(prose: str) -> Iterator[Number]:
    """Number words: each by itself, and runs of them as one number (`two thousand four hundred`, `half a million`)."""
    total, run = 0.0, 0.0
    end = -1
    for match in _WORD.finditer(prose):
        word = match[0].lower()
        if word in _EVERY:
            yield _word((1,), match, f" {_EVERY[word]}")
        if word not in _WORDS:
            continue
        after = prose[match.end() : match.end() + 24]
        yield _word(_WORDS[word], match, after)
        if end < 0 or prose[end : match.start()] not in (" ", "-", " and "):
            total, run = 0.0, 0.0
        end = match.end()
        if word in _PLAIN:
            value = _PLAIN[word]
            if value >= 1000:
                total, run = total + (run or 1) * value, 0.0
            else:
                run = (run or 1) * value if value >= 100 or value == 12 else run + value
            yield _word((total + run,), match, after)
        elif word == "half":
            run = 0.5
        elif (ordinal := word.removesuffix("s")) in _ORDINALS:  # two thirds
            yield _word(((total + run) / (_ORDINALS.index(ordinal) + 1),), match)


def _chinese(prose: str) -> Iterator[Number]:
    """Numerals and words that stand for a number."""
    for match in _HAN_NUMBER.finditer(prose):
        after = prose[match.end() : match.end() + 8]
        if len(match[0]) > 1 and all(c in _HAN_DIGITS for c in match[0]):
            yield _word(tuple(_HAN_DIGITS[c] for c in match[0]), match, after)
        yield _word((han_value(match[0]),), match, after)
    for match in _HAN_PART.finditer(prose):
        whole, part = (_mixed(match[n]) for n in (1, 2))
        if whole:
            yield _word((part / whole, *([part] if whole == 100 else [])), match)
    for match in _HAN_TENTHS.finditer(prose):
        tenths = _mixed(match[1])
        yield _word((tenths / 10, tenths * 10, 100 - tenths * 10), match)
    for word, value in _HAN_WORDS.items():
        at = prose.find(word)
        if at >= 0:
            found = re.compile(word).match(prose, at)
            if found:
                yield _word((value,), found, prose[found.end() : found.end() + 8])


def _mixed(text: str) -> float:
    if text[0] in _HAN_DIGITS or text[0] in _HAN_SCALES:
        return han_value(text)
    try:
        return float(text)
    except ValueError:
        return 0.0


def han_value(text: str) -> float:
    """The value of a Chinese numeral: 三百五十万 = 3,500,000; 二点五 = 2.5."""
    whole, _, decimals = text.partition("点")
    total = section = digit = 0.0
    for character in whole:
        if character in _HAN_DIGITS:
            digit = _HAN_DIGITS[character]
            continue
        scale = _HAN_SCALES[character]
        if scale >= 1e4:
            total = (total + section + digit or 1) * scale
            section = digit = 0.0
        else:
            section += (digit or 1) * scale
            digit = 0.0
    value = total + section + digit
    return value + sum(_HAN_DIGITS[c] * 0.1**n for n, c in enumerate(decimals, 1))
