"""Lengths: of the two sides to each other, and of what must fit its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wcwidth import wcswidth

from study.pair import Pair
from study.problem import Problem
from study.rules import RULES
from study.translation.both import Both, Said

GROWTH = 14
"""How many characters longer than an English text of under 20 the Chinese may be."""
BOUNDS: tuple[tuple[int, float, float], ...] = ((150, 0.23, 0.68), (60, 0.165, 0.85), (20, 0.125, 1.2))
"""English length from which they hold, least and greatest ratio without a warning: measured on our own 5,800 pairs."""

LONGEST = 4_000
"""Characters of a text that is compared, so that no text can make a check slow; our longest has 1,200."""


def not_compared(pair: Pair) -> Problem:
    """A text is a few paragraphs at most; one that is longer than `LONGEST` is not compared."""
    size = max(len(pair.en.text), len(pair.zh.text))
    mark = pair.zh.mark(0, 0)
    message = f"the text has {size:,} characters; at most {LONGEST:,} can be compared"
    help = "split it into several texts"
    return Problem(*mark[:3], "T44", message, help, RULES["T44"].severity, (mark, pair.en.mark(0, 0)), pair.key)


def length(it: Both) -> Iterator[Problem]:
    """Visible Chinese characters over English ones stay in measured bounds; from 60 English characters on, a ratio
    outside 0.16 to 1.10 is an error."""
    en, zh = it.en.visible, it.zh.visible
    if not en or not zh:
        return
    ratio = zh / en
    long, short = ("Chinese", "English") if ratio > 0.5 else ("English", "Chinese")
    said = f"the {long} is very long for the {short}: {zh} Chinese characters, {en} English ones"
    help = f"read both; say in the {short} what it leaves out, or shorten the {long}"
    if en >= 60 and not 0.16 <= ratio <= 1.10:
        yield it.whole(Said("T23", said, help))
    elif en < 20:
        if zh > en + GROWTH:
            yield it.whole(Said("T24", said, help))
    else:
        _, least, most = next(bounds for bounds in BOUNDS if en >= bounds[0])
        if not least <= ratio <= most:
            yield it.whole(Said("T24", said, help))


ROOM: tuple[tuple[re.Pattern[str], int, str], ...] = (
    (re.compile(r"#(?:.+/)?page/title$|#front/title$"), 60, "a page's title"),
    (re.compile(r"#(?:.+/)?page/description$|#front/description$"), 200, "a description"),
    (re.compile(r"^data/site\.yml#sections/"), 24, "a name in the navigation"),
    (re.compile(r"^data/site\.yml#doors/[^/]+/text"), 120, "a card's text"),
)
"""Which units have how much room, in columns: a Latin letter takes one, a Han character two."""


def too_long(it: Both) -> Iterator[Problem]:
    """Titles, descriptions, names in the navigation and cards fit their places."""
    for form, room, what in ROOM:
        if not form.search(it.pair.unit):
            continue
        for lang, side in it.sides():
            width = wcswidth(side.text)
            if width > room:
                message = f"{what} is {width} columns wide, its place holds {room} (a Han character takes 2)"
                help = f"shorten it by {width - room} columns"
                yield it.on(lang, Said("T44", message, help), [(0, len(side.text))])
