"""What a machine may mend in a text without knowing what it says: characters, the width of punctuation, spaces.

It mends what the rules of `translation.characters` and `translation.spacing` find, by the same patterns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from study.models.base import Lang
from study.translation.characters import FULL, HALF_AFTER, HALF_BEFORE, HALF_BRACKETS, INVISIBLE, traditional
from study.translation.reading import Reading, reading
from study.translation.spacing import spaces


class Mend(NamedTuple):
    """`text[start:end]` should be `instead`, says `rule`."""

    start: int
    end: int
    instead: str
    rule: str


LOST = "\ufffd"
"""Stands for a character that was lost; no machine knows which."""
_WIDE = str.maketrans(",;:!?.", "，；：！？。")
_NARROW = {"，": ", ", "、": ", ", "。": ". ", "；": "; ", "：": ": ", "！": "! ", "？": "? ", "（": " (", "）": ") "}
_HAN = re.compile(r"[\u3400-\u9fff]")


def mends(text: str, lang: Lang) -> Iterator[Mend]:
    """What to mend in one side, in order; no two overlap."""
    side = reading(text, lang)
    last = -1
    for mend in sorted(chain.from_iterable(rule(side) for rule in RULES[lang])):
        if mend.start >= last and (mend.start, mend.end) != (last, last):
            yield mend
            last = mend.end


def mended(text: str, lang: Lang) -> str:
    """The text after its mends."""
    return after(text, list(mends(text, lang)))


def after(text: str, some: Sequence[Mend]) -> str:
    """The text after some of its mends."""
    for mend in reversed(some):
        text = text[: mend.start] + mend.instead + text[mend.end :]
    return text


def characters(side: Reading) -> Iterator[Mend]:
    """T33: what cannot be seen goes, other blanks become spaces, full-width letters and digits usual ones."""
    for found in INVISIBLE.finditer(side.text):
        if found[0] != LOST:
            yield Mend(*found.span(), _plain(found[0]), "T33")


def _plain(character: str) -> str:
    if "\uff10" <= character <= "\uff5a":
        return chr(ord(character) - 0xFEE0)
    return " " if character.isspace() else ""


def simplified(side: Reading) -> Iterator[Mend]:
    """T29: traditional characters become simplified ones, but not in code and addresses, which may need them."""
    pattern, table = traditional()
    for found in pattern.finditer(side.prose):
        yield Mend(*found.span(), table[found[0]], "T29")


def widened(side: Reading) -> Iterator[Mend]:
    """T30: punctuation and brackets beside Han become full-width; the spaces around them go. Quotes are left to
    people: a straight one does not say whether it opens."""
    for found in chain(HALF_AFTER.finditer(side.prose), HALF_BEFORE.finditer(side.prose)):
        yield Mend(*_with_blanks(side.prose, found.start(), found.end()), found[0].translate(_WIDE), "T30")
    for found in HALF_BRACKETS.finditer(side.prose):
        start = found.start() + found[0].index("(")
        yield Mend(*_with_blanks(side.prose, start, start + 1), "（", "T30")
        yield Mend(*_with_blanks(side.prose, found.end() - 1, found.end()), "）", "T30")


def _with_blanks(prose: str, start: int, end: int) -> tuple[int, int]:
    """The span with the spaces on its line around it."""
    return len(prose[:start].rstrip(" ")), len(prose) - len(prose[end:].lstrip(" "))


def narrowed(side: Reading) -> Iterator[Mend]:
    """T30: full-width punctuation in English becomes the usual kind, with its space."""
    if _HAN.search(side.prose):
        return
    for found in FULL.finditer(side.prose):
        if instead := _NARROW.get(found[0]):
            before, after = side.prose[: found.start()], side.prose[found.end() :]
            left = instead if before and not before[-1].isspace() else instead.lstrip()
            yield Mend(*found.span(), left.rstrip() if not after or not after[0].isalnum() else left, "T30")


def spaced(side: Reading) -> Iterator[Mend]:
    """T31: one space between Han and Latin letters, digits or code, none beside full-width punctuation."""
    for span, instead in spaces(side):
        yield Mend(*span, instead, "T31")


RULES: dict[Lang, tuple[Callable[[Reading], Iterator[Mend]], ...]] = {
    "en": (characters, narrowed),
    "zh": (characters, simplified, widened, spaced),
}
