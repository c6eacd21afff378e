"""Brackets and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from study.problem import Problem
from study.translation.both import NAMES, Both, Said, quoted
from study.translation.reading import Span

_CLOSES: Mapping[str, str] = {")": "(", "]": "[", "}": "{", "”": "“", "》": "《", "】": "【", "」": "「", "』": "『"}
_OPENS = frozenset(_CLOSES.values())
_FOLDED = str.maketrans("（）［］｛｝", "()[]{}")
ANY = re.compile(r"[\"()\[\]{}“”《》【】「」『』（）［］｛｝]")
_LABEL = re.compile(r"(?:^|[；;：:。.\n]\s*)(?:[0-9]{1,2}|[a-zA-Z])$")
"""What stands before the bracket of `1)` or `a)`, the label of an item."""
_INTERVAL = re.compile(r"\[[^\[\]()]{1,20},[^\[\]()]{1,20}\)|\([^\[\]()]{1,20},[^\[\]()]{1,20}\]")
"""`[0, 1)`."""


def unbalanced(it: Both) -> Iterator[Problem]:
    """Every bracket and quote that opens closes, on each side; full-width and half-width count as one."""
    for lang, side in it.sides():
        prose = _INTERVAL.sub(_spaces, side.prose)
        wrong = [*_unmatched(prose.translate(_FOLDED))]
        if prose.count('"') % 2 and not re.search(r'[0-9]"', prose):
            at = prose.rindex('"')
            wrong.append((at, at + 1))
        if wrong:
            shown = quoted(side.prose[start:end] for start, end in wrong)
            message = f"{shown} has no partner in the {NAMES[lang]}"
            yield it.on(lang, Said("T32", message, "add the missing bracket or quote, or delete this one"), wrong)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _unmatched(prose: str) -> Iterator[Span]:
    """The brackets without a partner."""
    opened: list[tuple[str, int]] = []
    for match in ANY.finditer(prose):
        if match[0] == '"':
            continue
        if match[0] in _OPENS:
            opened.append((match[0], match.start()))
        elif opened and opened[-1][0] == _CLOSES[match[0]]:
            opened.pop()
        elif not (match[0] == ")" and _LABEL.search(prose, 0, match.start())):
            yield match.span()
    yield from ((at, at + 1) for _, at in opened)
