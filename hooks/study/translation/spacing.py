"""Spaces between Chinese and everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import autocorrect_py

from study.problem import Problem
from study.translation.both import Both, Said
from study.translation.reading import OBJECT, Span

BATCH = 50
"""Texts a call; the formatter refuses very long input."""
_KEPT = re.compile(
    r"(?<=[\u3400-\u9fff])-(?=[\u3400-\u9fff])|(?<=[0-9])：(?=[0-9])|[\n\u2028\u2029\x85\r\v\f\x1c-\x1e]"
)
"""What the formatter would change and we keep: 训练-服务偏差, 1：200; and line breaks, by which texts are told apart."""
_HAN = re.compile(r"[\u3400-\u9fff]")


def spacing(every: Sequence[Both]) -> Iterator[Problem]:
    """One space between Han and Latin letters, digits or code; none beside full-width punctuation."""
    for start in range(0, len(every), BATCH):
        batch = every[start : start + BATCH]
        texts = [_KEPT.sub(OBJECT, it.zh.prose) for it in batch]
        for it, text, formatted in zip(batch, texts, _format(texts), strict=True):
            spans = [*_moved(text, formatted), *_beside_code(it)] if text != formatted else [*_beside_code(it)]
            if spans:
                message = "spacing: one space between Han and Latin letters, digits or code, none beside ，。“”（）"
                yield it.problem(Said("T31", message, "run `study fix`, or correct it by hand"), zh=spans)


def _format(texts: Sequence[str]) -> list[str]:
    """The texts as AutoCorrect would write them; unchanged where it gives up."""
    try:
        formatted = autocorrect_py.format_for("\n".join(texts), "text").split("\n")
    except ValueError:  # its parser has a limit, and says so this way
        return list(texts) if len(texts) == 1 else [line for text in texts for line in _format([text])]
    return formatted if len(formatted) == len(texts) else list(texts)


def _moved(before: str, after: str) -> Iterator[Span]:
    """Where `after` has a space more or less; nothing where other characters differ too, which is T30's matter."""
    if "".join(before.split()) != "".join(after.split()):
        return
    here = there = 0
    while here < len(before) or there < len(after):
        a, b = before[here : here + 1], after[there : there + 1]
        if a == b:
            here, there = here + 1, there + 1
        elif b == " ":
            yield (max(here - 1, 0), here + 1)
            there += 1
        else:
            yield (here, here + 1)
            here += 1


def _beside_code(it: Both) -> Iterator[Span]:
    """Han that touches a code span."""
    for token in it.zh.of("code"):
        if _HAN.match(it.zh.prose[token.start - 1 : token.start]):
            yield (token.start - 1, token.start + 1)
        if _HAN.match(it.zh.prose[token.end : token.end + 1]):
            yield (token.end - 1, token.end + 1)
