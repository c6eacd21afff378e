"""Emphasis as renderers see it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from markdown import Markdown

from study.markdown import inline
from study.problem import Problem
from study.translation.both import NAMES, Both, Said
from study.translation.reading import OBJECT, Reading, Span

MARKS = re.compile(r"[*`]|(?<!\w)_+\w")
MOST = 60
"""Marks in a text that is rendered; the renderer takes very long over many that do not match."""
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*]*[^\s*])\*\*")
_TAG = re.compile(r"<[^>]+>")
_LITERAL = re.compile(r"\*\*|__|(?<![\w*\\])\*(?=\w)[^*]*\w\*(?!\w)")
_OTHERS = str.maketrans({"`": OBJECT, "[": OBJECT, "]": OBJECT, "<": OBJECT})
HELP = "close the marks and put them directly around the words, with brackets, quotes and punctuation outside"


@lru_cache(maxsize=1)
def _renderer() -> Markdown:
    return Markdown()


def emphasis(it: Both) -> Iterator[Problem]:
    """No mark of emphasis or code stays visible, here or where CommonMark is read, such as on GitHub; a different
    count of bold or slanted words on the two sides is a warning."""
    counts = []
    for lang, side in it.sides():
        html = _rendered(side)
        if left := [*_left(side, html)]:
            shown = side.prose[left[0][0] : left[0][1]]
            message = f"`{shown}` stays visible in the {NAMES[lang]}"
            yield it.on(lang, Said("T40", message, HELP), left)
            return
        counts.append((html.count("<strong>"), html.count("<em>")))
    if counts[0] != counts[1]:
        said = [f"{strong} bold and {slanted} slanted" for strong, slanted in counts]
        message = f"emphasis differs: {said[0]} in English, {said[1]} in Chinese"
        yield it.problem(Said("T40", message, "emphasize the same words on both sides", severity="warning"))


def _rendered(side: Reading) -> str:
    """The prose as HTML; nothing where it has no emphasis or more marks than can be meant."""
    marks = sum(side.prose.count(mark) for mark in "*_")
    return _renderer().reset().convert(inline(side.prose.translate(_OTHERS))) if 0 < marks <= MOST else ""


def _left(side: Reading, html: str) -> Iterator[Span]:
    """The marks that stay visible: backquotes outside code, what the renderer left, what CommonMark would leave."""
    if (at := side.prose.find("`")) >= 0:
        yield at, at + 1
    elif left := _LITERAL.search(_TAG.sub("", html)):
        at = max(side.prose.find(left[0][:2]), 0)
        yield at, at + len(left[0][:2])
    for bold in _BOLD.finditer(side.prose):
        before, after = side.prose[bold.start() - 1 : bold.start()], side.prose[bold.end() : bold.end() + 1]
        if _tight(bold[1][0], before):
            yield bold.start(), bold.start() + 2
        elif _tight(bold[1][-1], after):
            yield bold.end() - 2, bold.end()


def _tight(inside: str, outside: str) -> bool:
    """Whether CommonMark takes a mark between these two for text: punctuation inside it, a letter outside."""
    return _punctuation(inside) and bool(outside) and not outside.isspace() and not _punctuation(outside)


def _punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
