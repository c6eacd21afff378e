"""What a rule is given, and how it says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from study.models.base import Lang
from study.pair import Pair
from study.problem import Problem, Severity
from study.rules import RULES
from study.translation.reading import Reading, Span

NAMES = {"en": "English", "zh": "Chinese"}


@dataclass(frozen=True)
class Both:
    """A pair and its two readings."""

    pair: Pair
    en: Reading
    zh: Reading

    @staticmethod
    def of(pair: Pair) -> Both:
        """The readings of `pair`."""
        return Both(pair, Reading(pair.en.text, "en"), Reading(pair.zh.text, "zh"))

    def side(self, lang: Lang) -> Reading:
        """The reading in `lang`."""
        return self.en if lang == "en" else self.zh

    def sides(self) -> Iterator[tuple[Lang, Reading]]:
        """Both languages with their readings."""
        yield "en", self.en
        yield "zh", self.zh

    def problem(
        self,
        rule: str,
        message: str,
        help: str,
        *,
        at: Lang = "zh",
        en: Iterable[Span] = (),
        zh: Iterable[Span] = (),
        severity: Severity | None = None,
    ) -> Problem:
        """A problem on the side `at`, with the spans to underline on each side; without one, its beginning."""
        spans = {"en": list(en) or [(0, 0)], "zh": list(zh) or [(0, 0)]}
        order: tuple[Lang, Lang] = ("en", "zh") if at == "en" else ("zh", "en")
        marks = tuple(self.pair.side(lang).mark(*span) for lang in order for span in spans[lang])
        path, line, column, _ = marks[0]
        return Problem(path, line, column, rule, message, help, severity or RULES[rule].severity, marks, self.pair.key)


def quoted(values: Iterable[str], limit: int = 4) -> str:
    """Values in backquotes, in order, each once; the first few of many."""
    found = list(dict.fromkeys(" ".join(value.split()) for value in values))
    shown = ", ".join(f"`{value[:60]}{'…' if len(value) > 60 else ''}`" for value in found[:limit])
    return f"{shown} …" if len(found) > limit else shown
