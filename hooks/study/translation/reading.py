"""A pair as the rules read it: prose apart from code, addresses, figures and tags, offsets unchanged."""

from __future__ import annotations

import re
from typing import NamedTuple

from study.models.base import Lang

OBJECT = "\ufffc"
"""Stands in prose where something that is not prose was."""
_MARKS = re.compile(
    r"(?P<code>(?<![\\`])(?P<ticks>`+)(?!`)(?P<inside>.{1,500}?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<image>!?)\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<target>[^)>\s]*)>?(?:\s+\"[^\"]*\")?\s*\)"
    r"|(?P<url><?https?://[^\s<>）)，。；]+>?)"
    r"|(?P<figure>\{=[^{}\n]*\})"
    r"|(?P<tag></?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--.{0,500}?-->)"
    r"|(?P<attributes>\{:?\s*[#.][^{}]*\})"
    r"|(?P<note>\[\^[\w-]+\])"
    r"|(?P<math>\$\$.{1,500}?\$\$|\\\(.{1,500}?\\\))"
    r"|(?P<placeholder>\{\{.{0,500}?\}\}|\{[A-Za-z_]\w*\}|%[sd](?![A-Za-z])|%\([a-z_]+\)[sd])",
    re.DOTALL,
)
ANY = re.compile(r"[`\[{<$\\%]|://")
"""What a text holds that is not all prose."""
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Token(NamedTuple):
    """Something in a text that is not prose: what it is, what must be equal, where it stands."""

    what: str
    value: str
    start: int
    end: int


Span = tuple[int, int]


class Reading(NamedTuple):
    """One side's text."""

    text: str
    lang: Lang
    prose: str
    """The text with `OBJECT` in place of each character that is not prose; a link keeps its words."""
    tokens: tuple[Token, ...] = ()
    """What was blanked, in order."""

    def of(self, what: str) -> list[Token]:
        """The tokens of one kind."""
        return [token for token in self.tokens if token.what == what]

    @property
    def visible(self) -> int:
        """How many characters a reader sees, without code and addresses."""
        prose = self.prose.replace(OBJECT, "") if self.tokens else self.prose
        return len(prose.replace("*", "").strip())

    @property
    def han(self) -> bool:
        """Whether there is a Han character in the prose."""
        return _HAN.search(self.prose) is not None


def reading(text: str, lang: Lang) -> Reading:
    """The reading of `text`."""
    if not ANY.search(text):
        return Reading(text, lang, text)
    tokens: list[Token] = []
    parts: list[str] = []
    at = 0
    for match in _MARKS.finditer(text):
        what = next(name for name in _WHATS if match[name] is not None)
        parts += [text[at : match.start()], _blank(match)]
        tokens.append(_token(match, what))
        at = match.end()
    return Reading(text, lang, "".join([*parts, text[at:]]), tuple(tokens))


def _token(match: re.Match[str], what: str) -> Token:
    if what == "code":
        return Token("code", match["inside"], match.start(), match.end())
    if what == "words":
        return Token("image" if match["image"] else "link", match["target"], match.start(), match.end())
    return Token(what, match[0], match.start(), match.end())


_WHATS = ("code", "words", "url", "figure", "tag", "attributes", "note", "math", "placeholder")


def _blank(match: re.Match[str]) -> str:
    """The match's length in `OBJECT`s, except for the words of a link."""
    words = match["words"]
    if words is None:
        return OBJECT * len(match[0])
    before = match.start("words") - match.start()
    return OBJECT * before + words + OBJECT * (len(match[0]) - before - len(words))
