"""Sentences: how many, how they end, words said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from study.problem import Problem
from study.translation.both import Both, Said, quoted
from study.translation.reading import Reading

_END_EN = re.compile(r"[.!?]+[\"'”’)\]*]*(?=\s|$)")
_SHORT = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|cf|al|approx|Fig|Eq|No|Dr|Mr|Ms|Inc|St|U\.S|a\.m|p\.m|resp)\.$|(?:^|[\s(])[A-Z]\.$"
)
_END_ZH = re.compile(r"[。！？]+[”’）》*]*|…{2}|[.!?](?=\s*$)")
_SPARSE = ((90, 0.285), (0, 0.205))
"""English length → the ratio of lengths below which fewer sentences mean that one is missing, not that two were
joined. Measured on our own 1,346 pairs with the last sentence taken away, and the 162 that join some."""
DOUBLED_EN = re.compile(r"\b(?!(?:had|that|bye|so|very|blah)\b)([a-z]{2,}) \1\b")
DOUBLED_ZH = re.compile(
    r"的的|了了|(?<![现正所存])在在|是是(?![否非])|和和(?!气|平|谐)|就就|也也|把把|被被(?!动)|从从|与与|为为|会会(?!议)|要要(?!求|点|件)|而而(?!且)|或或|因因(?!此|为)|都都|都都|还还|能能(?!力|量|耗)"
)
_CLASSES = {"。": ".", ".": ".", "？": "?", "?": "?", "！": "!", "!": "!", "：": ":", ":": ":", "；": ";", ";": ";"}


def sentence_ends(side: Reading) -> list[int]:
    """Where each sentence of a side ends."""
    prose = side.prose
    if side.lang == "zh":
        return [match.end() for match in _END_ZH.finditer(prose)]
    found = [m for m in _END_EN.finditer(prose) if not _SHORT.search(prose[: m.start() + 1][-8:])]
    return [m.end() for m in found]


def sentence_missing(it: Both) -> Iterator[Problem]:
    """The Chinese has as many sentences as the English; one or two fewer is right where it joins them, which its
    length shows."""
    here, there = sentence_ends(it.en), sentence_ends(it.zh)
    gap = len(here) - len(there)
    if gap < 1 or (not there and it.pair.kind in ("label", "heading", "cell", "term")):
        return
    ratio = it.zh.visible / max(it.en.visible, 1)
    if gap > 2 or ratio < next(bound for least, bound in _SPARSE if it.en.visible >= least):
        message = (
            f"the Chinese may lack a sentence: it has {len(there)}, the English {len(here)}, and it is short for them"
        )
        yield it.whole(
            Said("T25", message, "read both; say in the Chinese what it leaves out, or split one of its sentences")
        )


def doubled_word(it: Both) -> Iterator[Problem]:
    """No word stands twice in a row by mistake (`the the`, 的的)."""
    for lang, side in it.sides():
        if found := list((DOUBLED_EN if lang == "en" else DOUBLED_ZH).finditer(side.prose)):
            message = f"a word stands twice: {quoted(m[0] for m in found)}"
            yield it.on(lang, Said("T34", message, "delete one of the two"), [m.span() for m in found])


def end_mark(text: str) -> str:
    """The class of the mark that ends `text`: one of `. ? ! : ;`, or "" for none."""
    return _CLASSES.get(text.rstrip("*_\"'”’）)】》 \n")[-1:], "")


def end_marks_differ(it: Both) -> Iterator[Problem]:
    """Both sides end with a mark or neither does, both or neither with a colon; a heading never ends with 。"""
    en, zh = it.en.text, it.zh.text
    if it.pair.kind == "heading" and zh.endswith("。"):
        yield it.problem(Said("T26", "a heading ends with 。", "delete the 。"), zh=[(len(zh) - 1, len(zh))])
        return
    here, there = end_mark(en), end_mark(zh)
    if (here == "") != (there == "") or (here == ":") != (there == ":"):
        marks = [f"`{mark}`" if mark else "no mark" for mark in (here, there)]
        message = f"the English ends with {marks[0]}, the Chinese with {marks[1]}"
        ends = [(len(text) - 1, len(text)) for text in (en, zh)]
        yield it.problem(
            Said("T26", message, "end both sides with a mark of the same kind (. and 。 are one), or neither"),
            en=ends[:1],
            zh=ends[1:],
        )
