"""A pair as the rules read it: prose apart from code, addresses, figures and tags, offsets unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from study.models.base import Lang
from study.pair import Kind, Pair
from study.problem import Problem
from study.rules import RULES

OBJECT = "\ufffc"
"""Stands in prose where something that is not prose was."""
_MARKS = re.compile(
    r"(?P<code>(?<!\\)(?P<ticks>`+)(?P<inside>.+?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<image>!?)\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<target>[^)>\s]*)>?(?:\s+\"[^\"]*\")?\s*\)"
    r"|(?P<url><?https?://[^\s<>）)，。；]+>?)"
    r"|(?P<figure>\{=[^{}\n]*\})"
    r"|(?P<tag></?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--.*?-->)"
    r"|(?P<attributes>\{:?\s*[#.][^{}]*\})"
    r"|(?P<note>\[\^[\w-]+\])"
    r"|(?P<math>\$\$.+?\$\$|\\\(.+?\\\))"
    r"|(?P<placeholder>\{\{.*?\}\}|\{[A-Za-z_]\w*\}|%[sd](?![A-Za-z])|%\([a-z_]+\)[sd])",
    re.DOTALL,
)
_ANY = re.compile(r"[`\[{<$\\%]|://")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Token(NamedTuple):
    """Something in a text that is not prose: what it is, what must be equal, where it stands."""

    what: str
    value: str
    start: int
    end: int


Span = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """One side's text."""

    text: str
    lang: Lang

    @cached_property
    def _read(self) -> tuple[str, tuple[Token, ...]]:
        if not _ANY.search(self.text):
            return self.text, ()
        tokens: list[Token] = []
        parts: list[str] = []
        at = 0
        for match in _MARKS.finditer(self.text):
            parts += [self.text[at : match.start()], _blank(match)]
            tokens.append(_token(match))
            at = match.end()
        return "".join([*parts, self.text[at:]]), tuple(tokens)

    @property
    def prose(self) -> str:
        """The text with `OBJECT` in place of each character that is not prose; a link keeps its words."""
        return self._read[0]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """What was blanked, in order."""
        return self._read[1]

    def of(self, what: str) -> list[Token]:
        """The tokens of one kind."""
        return [token for token in self.tokens if token.what == what]

    @cached_property
    def visible(self) -> int:
        """How many characters a reader sees, without code and addresses."""
        return len("".join(self.prose.replace(OBJECT, "").replace("*", "").split(" "))) + self.prose.count(" ")

    @cached_property
    def han(self) -> bool:
        """Whether there is a Han character in the prose."""
        return bool(_HAN.search(self.prose))


def _token(match: re.Match[str]) -> Token:
    what = match.lastgroup or ""
    what = next(name for name in _WHATS if match[name] is not None)
    value = {"code": match["inside"], "link": match["target"]}.get("link" if what == "words" else what, match[0])
    names = {"words": "image" if match["image"] else "link"}
    return Token(names.get(what, what), value or "", match.start(), match.end())


_WHATS = ("code", "words", "url", "figure", "tag", "attributes", "note", "math", "placeholder")


def _blank(match: re.Match[str]) -> str:
    """The match's length in `OBJECT`s, except for the words of a link."""
    words = match["words"]
    if words is None:
        return OBJECT * len(match[0])
    before = match.start("words") - match.start()
    return OBJECT * before + words + OBJECT * (len(match[0]) - before - len(words))
