"""Spaces between Chinese and everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import autocorrect_py

from study.problem import Problem
from study.translation.both import Both, Said
from study.translation.reading import OBJECT, Reading, Span

BATCH = 50
"""Texts a call; the formatter refuses very long input."""
_KEPT = re.compile(
    r"(?<=[\u3400-\u9fff])-(?=[\u3400-\u9fff])|(?<=[0-9])：(?=[0-9])|[\n\u2028\u2029\x85\r\v\f\x1c-\x1e]"
)
"""What the formatter would change and we keep: 训练-服务偏差, 1：200; and line breaks, by which texts are told apart."""
_LETTERS = "\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_WIDE = "\u3000-\u303f\uff00-\uffef“”‘’…—·"
_MAYBE = re.compile(
    rf"[{_LETTERS}][^\s{_LETTERS}{_WIDE}]|[^\s{_LETTERS}{_WIDE}][{_LETTERS}]|[\s{_WIDE}]\s|\s[{_WIDE}]"
    rf"|[{_LETTERS}]\s[{_LETTERS}]"
)
"""Where a space may be missing, or be one too many; the formatter leaves the spaces of other texts alone."""
_HAN = re.compile(r"[\u3400-\u9fff]")


def spacing(every: Sequence[Both]) -> Iterator[Problem]:
    """One space between Han and Latin letters, digits or code; none beside full-width punctuation."""
    kept = ((it, _KEPT.sub(OBJECT, it.zh.prose)) for it in every)
    some = [(it, text) for it, text in kept if _MAYBE.search(text)]
    for start in range(0, len(some), BATCH):
        batch = some[start : start + BATCH]
        for (it, text), formatted in zip(batch, _format([text for _, text in batch]), strict=True):
            spans = [*map(_shown, _moved(text, formatted)), *map(_shown, _beside_code(it.zh))]
            if spans:
                message = "a space is missing or too much: one between Han and Latin letters, digits or code, none beside ，。“”（）"
                yield it.problem(Said("T31", message, "run `study fix`, or correct it by hand"), zh=spans)


def _format(texts: Sequence[str]) -> list[str]:
    """The texts as AutoCorrect would write them; unchanged where it gives up."""
    try:
        formatted = autocorrect_py.format_for("\n".join(texts), "text").split("\n")
    except ValueError:  # its parser has a limit, and says so this way
        return list(texts) if len(texts) == 1 else [line for text in texts for line in _format([text])]
    return formatted if len(formatted) == len(texts) else list(texts)


def spaces(side: Reading) -> Iterator[tuple[Span, str]]:
    """The pieces of one Chinese text whose spaces are wrong, and what should stand there."""
    text = _KEPT.sub(OBJECT, side.prose)
    yield from _moved(text, _format([text])[0])
    yield from _beside_code(side)


def _shown(change: tuple[Span, str]) -> Span:
    """What to underline: where a space is missing, the characters on both sides."""
    (start, end), _ = change
    return (max(start - 1, 0), end + 1) if start == end else (start, end)


def _moved(before: str, after: str) -> Iterator[tuple[Span, str]]:
    """Where `after` has a space more or less; nothing where other characters differ too, which is T30's matter."""
    if before == after or "".join(before.split()) != "".join(after.split()):
        return
    here = there = 0
    while here < len(before) or there < len(after):
        a, b = before[here : here + 1], after[there : there + 1]
        if a == b:
            here, there = here + 1, there + 1
        elif b == " ":
            yield (here, here), " "
            there += 1
        else:
            yield (here, here + 1), ""
            here += 1


def _beside_code(side: Reading) -> Iterator[tuple[Span, str]]:
    """Han that touches a code span."""
    for token in side.of("code"):
        if _HAN.match(side.prose[max(token.start - 1, 0) : token.start]):
            yield (token.start, token.start), " "
        if _HAN.match(side.prose[token.end : token.end + 1]):
            yield (token.end, token.end), " "
