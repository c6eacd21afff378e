"""Text that was left in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from study.problem import Problem
from study.translation.both import Both, Said
from study.translation.glossary import Lexicon

_WORD = re.compile(r"(?<![A-Za-z0-9_./@-])[a-z]{3,}(?![A-Za-z0-9_/@^]|[.-][A-Za-z0-9])")
_STRETCH = re.compile(r"[A-Za-z0-9’'*. -]+")
"""Words with nothing but spaces between: prose, and no list of names."""
RUN = re.compile(r"(?<![A-Za-z0-9_./@-])[a-z]+(?:[ ,]+[a-z][a-z'’-]*){4,}")
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|（[^（）]*）|\*[^*]+\*")


def untranslated(it: Both, lexicon: Lexicon) -> Iterator[Problem]:
    """The Chinese is not the English again, nor English prose without a Han character; terms that Chinese engineers
    leave in English may stay."""
    if it.zh.han or it.pair.kind == "term":
        return
    words = [word for word in _WORD.findall(it.zh.prose) if word not in lexicon.kept]
    prose = any(len([w for w in _WORD.findall(run) if w in words]) > 2 for run in _STRETCH.findall(it.zh.prose))
    same = it.en.text == it.zh.text
    short = it.pair.kind in ("heading", "label")
    if prose or (same and len(words) >= (1 if short else 2)):
        message = "the Chinese is left in English"
        yield it.problem(Said("T21", message, "write it in Chinese"), zh=[(0, len(it.zh.text))])


def english_run(it: Both) -> Iterator[Problem]:
    """No five English words in a row inside Chinese, outside quotes, brackets and titles."""
    if not it.zh.han:
        return
    prose = _QUOTED.sub(lambda m: " " * len(m[0]), it.zh.prose)
    for match in RUN.finditer(prose):
        message = f"English words in the Chinese: `{match[0][:60]}`"
        yield it.problem(
            Said("T22", message, "translate them, or put them in “quotes” if they are quoted"), zh=[match.span()]
        )
