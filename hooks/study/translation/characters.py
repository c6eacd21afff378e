"""Characters that do not belong: invisible, traditional, half-width in Chinese, full-width or Han in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import opencc

from study.problem import Problem
from study.translation.both import Both, Said, quoted

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00a0\u00ad\u180e\u200b\u200c\u200e\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0e\ufeff\ufff9-\ufffb\ufffd\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
    "|(?<![\U0001f000-\U0001ffff\u2600-\u27bf\ufe0f])\u200d"
)
_TRADITIONAL_KEPT = "乾瞭著藉"
"""Simplified text keeps these in some words: 乾坤, 瞭望, 著作, 慰藉."""
HALF = re.compile(r"[\u3400-\u9fff”’》）】]\s?[,;!?:.(\"']|[,;!?:\"'(][\u3400-\u9fff]|\(")
"""Where half-width punctuation may stand beside Han."""
HALF_AFTER = re.compile(
    r"(?<=[\u3400-\u9fff”’》）】])[,;!?](?![A-Za-z0-9_=/])|(?<=[\u3400-\u9fff”’》）】])[:.](?=\s|$|[\u3400-\u9fff“《])"
)
HALF_BEFORE = re.compile(r"[,;!?:](?=[\u3400-\u9fff])")
HALF_BRACKETS = re.compile(
    r"(?<![A-Za-z0-9_])(?<![-+*/=×÷] )\((?=[^()]*[\u3400-\u9fff])[^()]*\)|(?<=[\u3400-\u9fff])\s?\([^()]*\)(?!\s*=)"
)
_HALF_QUOTES = re.compile(r"[\"'](?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[\"']")
FULL = re.compile("[，。；：！？（）【】《》、　]")
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def invisible(it: Both) -> Iterator[Problem]:
    """No character that cannot be seen or only looks like another: zero-width, control, no-break space, full-width
    letters and digits, U+FFFD."""
    for lang, side in it.sides():
        if found := list(INVISIBLE.finditer(side.text)):
            names = ", ".join(dict.fromkeys(f"U+{ord(m[0]):04X}" for m in found))
            message = f"holds the character {names}, which readers cannot see or tell from another"
            yield it.on(
                lang,
                Said("T33", message, "run `study fix`; what it leaves, delete and type anew"),
                [m.span() for m in found],
            )


@cache
def traditional() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all traditional characters, and each one's simplified form, by OpenCC's table of characters."""
    every = [chr(n) for first, last in ((0x3400, 0x9FFF), (0xF900, 0xFAFF)) for n in range(first, last + 1)]
    simple = opencc.OpenCC("t2s").convert("\n".join(every)).split("\n")
    table = {a: b for a, b in zip(every, simple, strict=True) if a != b and a not in _TRADITIONAL_KEPT}
    return re.compile(f"[{''.join(table)}]"), table


def traditional_characters(it: Both) -> Iterator[Problem]:
    """Chinese is written in simplified characters."""
    pattern, table = traditional()
    if found := list(pattern.finditer(it.zh.text)):
        pairs = "、".join(dict.fromkeys(f"{m[0]} → {table[m[0]]}" for m in found))
        message = f"traditional characters: {quoted(m[0] for m in found)}"
        yield it.problem(
            Said("T29", message, f"run `study fix`, or write the simplified form: {pairs}"),
            zh=[m.span() for m in found],
        )


def half_width(it: Both) -> Iterator[Problem]:
    """Punctuation is full-width beside Han in Chinese, and never full-width in English."""
    prose = it.zh.prose
    found = [m for p in (HALF_AFTER, HALF_BEFORE, HALF_BRACKETS, _HALF_QUOTES) for m in p.finditer(prose)]
    if found:
        found.sort(key=lambda m: m.start())
        message = f"half-width punctuation in Chinese: {quoted(m[0].strip() for m in found)}"
        help = "run `study fix`, or type ，。；：！？（）“” beside Han characters"
        yield it.problem(Said("T30", message, help), zh=[m.span() for m in found])
    if not HAN.search(it.en.prose) and (found := list(FULL.finditer(it.en.prose))):
        message = f"full-width punctuation in English: {quoted(m[0] for m in found)}"
        yield it.problem(Said("T30", message, "type , . ; : ! ? ( ) instead"), at="en", en=[m.span() for m in found])


def han_in_english(it: Both) -> Iterator[Problem]:
    """English holds no Han characters, except where it says that a word is Chinese."""
    if (found := list(HAN.finditer(it.en.prose))) and "Chinese" not in it.en.prose:
        message = f"Chinese in the English text: {quoted(m[0] for m in found)}"
        help = "translate it, or say in the sentence that the word is Chinese"
        yield it.problem(Said("T39", message, help), at="en", en=[m.span() for m in found])
