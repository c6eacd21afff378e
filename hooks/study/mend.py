"""What a machine may mend in a text without knowing what it says: invisible and traditional characters, punctuation,
spaces. Code, addresses and figures are left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from opencc import OpenCC

from study.models.base import Lang
from study.translation.reading import Reading


class Mend(NamedTuple):
    """`text[start:end]` should be `instead`, says `rule`."""

    start: int
    end: int
    instead: str
    rule: str


HAN = r"[\u3400-\u9fff\uf900-\ufaff]"
WIDE = "，。；：！？、（）“”《》「」"
"""Full-width marks; their own width is all the room that they need."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_BLANK = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
_WIDE_ALNUM = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_HAN = re.compile(HAN)
_AS_THEY_ARE = "著乾瞭"
"""Simplified text has these too, in some words and names."""
_HALF = re.compile(rf"(?<={HAN})(?P<mark>[,;:!?])(?P<blank> *)(?!//)|(?<={HAN})(?P<stop>\.)(?P<rest> *)(?=$|\n|{HAN})")
_BRACKETS = re.compile(rf"(?<![A-Za-z0-9]) ?\((?P<inside>[^()（）/+*=×−]*{HAN}[^()（）/+*=×−]*)\) ?")
_TIGHT = re.compile(rf"(?<={HAN})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?={HAN})")
_LOOSE = re.compile(rf"(?<=[{WIDE}]) +(?=[\w{WIDE}])|(?<=[\w]) +(?=[{WIDE}])")
_TWICE = re.compile(rf"(?<={HAN})  +(?=\w)|(?<=\w)  +(?={HAN})")
_WIDE_IN_ENGLISH = re.compile(r"[，。；：！？（）]")
_FULL = str.maketrans(",;:!?.()", "，；：！？。（）")
_HALVED = {"，": ", ", "。": ". ", "；": "; ", "：": ": ", "！": "! ", "？": "? ", "（": " (", "）": ") "}


_CONVERTER = OpenCC("t2s")


@cache
def _simple(character: str) -> str:
    """The simplified form. One character at a time: as phrases, 精确率 重 | 覆盖率 would read as 重覆."""
    return character if character in _AS_THEY_ARE else _CONVERTER.convert(character)


def mends(text: str, lang: Lang) -> Iterator[Mend]:
    """What to mend in one side, in order; no two overlap."""
    prose = Reading(text, lang).prose
    last = 0
    for mend in sorted(chain.from_iterable(rule(prose) for rule in RULES[lang])):
        if mend.start >= last:
            yield mend
            last = max(mend.end, last + (mend.start == mend.end))


def mended(text: str, lang: Lang) -> str:
    """The text after all its mends."""
    for mend in reversed(list(mends(text, lang))):
        text = text[: mend.start] + mend.instead + text[mend.end :]
    return text


def unseen(prose: str) -> Iterator[Mend]:
    """T33: no invisible character stands in a text; blanks are plain spaces."""
    yield from (Mend(*found.span(), "", "T33") for found in _UNSEEN.finditer(prose))
    yield from (Mend(*found.span(), " ", "T33") for found in _BLANK.finditer(prose))


def wide_letters(prose: str) -> Iterator[Mend]:
    """T33: letters and digits have their usual width."""
    for found in _WIDE_ALNUM.finditer(prose):
        yield Mend(*found.span(), "".join(chr(ord(c) - 0xFEE0) for c in found[0]), "T33")


def traditional(prose: str) -> Iterator[Mend]:
    """T29: Chinese is written in simplified characters."""
    for found in _HAN.finditer(prose):
        if (simple := _simple(found[0])) != found[0]:
            yield Mend(*found.span(), simple, "T29")


def half_width(prose: str) -> Iterator[Mend]:
    """T30: punctuation after a Han character, and brackets around Chinese, are full-width."""
    for found in _HALF.finditer(prose):
        yield Mend(*found.span(), (found["mark"] or found["stop"]).translate(_FULL), "T30")
    for found in _BRACKETS.finditer(prose):
        yield Mend(found.start(), found.start("inside"), "（", "T30")
        yield Mend(found.end("inside"), found.end(), "）", "T30")


def full_width(prose: str) -> Iterator[Mend]:
    """T30: English punctuation is half-width."""
    for found in _WIDE_IN_ENGLISH.finditer(prose):
        before, after = prose[: found.start()], prose[found.end() :]
        instead = _HALVED[found[0]]
        instead = instead.lstrip() if before[-1:] in ("", " ") else instead
        yield Mend(*found.span(), instead.rstrip() if after[:1] in ("", " ", ",", ".") else instead, "T30")


def spaces(prose: str) -> Iterator[Mend]:
    """T31: one space stands between Han and Latin letters or digits, none beside a full-width mark."""
    yield from (Mend(*found.span(), " ", "T31") for found in _TIGHT.finditer(prose))
    yield from (Mend(*found.span(), "", "T31") for found in _LOOSE.finditer(prose))
    for found in _TWICE.finditer(prose):
        yield Mend(*found.span(), " ", "T31")


RULES: dict[Lang, tuple[Callable[[str], Iterator[Mend]], ...]] = {
    "en": (unseen, wide_letters, full_width),
    "zh": (unseen, wide_letters, traditional, half_width, spaces),
}
