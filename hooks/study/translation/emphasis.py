"""Emphasis and code as the renderer sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown import Markdown

from study.markdown import inline
from study.problem import Problem
from study.translation.both import NAMES, Both, Said

MARKS = re.compile(r"[*`]|(?<!\w)_+\w")
_CODE = re.compile(r"<code>.*?</code>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LITERAL = re.compile(r"\*\*|__|`|(?<![\w*\\])\*(?=\w)[^*]*\w\*(?!\w)")
HELP = "put the marks directly around the words, with nothing but letters or spaces outside them, and close them"


@lru_cache(maxsize=1)
def _renderer() -> Markdown:
    return Markdown()


def emphasis(it: Both) -> Iterator[Problem]:
    """No mark of emphasis or code stays visible on the page; a different count of bold or slanted words on the two
    sides is a warning."""
    if not (MARKS.search(it.en.text) or MARKS.search(it.zh.text)):
        return
    counts = []
    for lang, side in it.sides():
        html = _CODE.sub("", _renderer().reset().convert(inline(side.text)))
        if left := _LITERAL.search(_TAG.sub("", html)):
            message = f"`{left[0]}` stays visible on the {NAMES[lang]} page"
            at = max(side.text.find(left[0][:2]), 0)
            yield it.on(lang, Said("T40", message, HELP), [(at, at + len(left[0][:2]))])
            return
        counts.append((html.count("<strong>"), html.count("<em>")))
    if counts[0] != counts[1]:
        said = [f"{strong} bold and {slanted} slanted" for strong, slanted in counts]
        message = f"emphasis differs: {said[0]} in English, {said[1]} in Chinese"
        yield it.problem(Said("T40", message, "emphasize the same words on both sides", severity="warning"))
