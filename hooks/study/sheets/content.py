"""A sheet in one language as plain values, which the paper's template prints without knowing the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Literal

from study.figures import inline
from study.guide import Guide
from study.models.base import Lang, Text
from study.models.sheets import CheatRow, Lane, Section, Sheet

Kind = Literal["text", "bold", "code"]
Run = tuple[Kind, str]
"""A stretch of text in one style."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKED = re.compile(r"\*\*(?P<bold>.+?)\*\*|`(?P<code>[^`]+)`")


def content(sheet: Sheet, guide: Guide, lang: Lang) -> dict[str, Any]:
    """What one column of paper says: title, line and sections."""
    writer = _Writer(guide, lang)
    return {
        "lang": lang,
        "title": sheet.title.say(lang),
        "line": writer.runs(sheet.line),
        "sections": [writer.section(section) for section in sheet.sections],
    }


def runs(text: str) -> Iterator[Run]:
    """`text` cut at its marks; links keep their words."""
    text, last = _LINK.sub(r"\1", " ".join(text.split())), 0
    for mark in _MARKED.finditer(text):
        if mark.start() > last:
            yield "text", text[last : mark.start()]
        yield ("bold", mark["bold"]) if mark["bold"] else ("code", mark["code"])
        last = mark.end()
    if last < len(text):
        yield "text", text[last:]


def clocks(minutes: list[int]) -> list[str]:
    """From minute to minute: [5, 3] → ["0–5", "5–8"]."""
    ends = list(accumulate(minutes))
    return [f"{end - spent}–{end}" for spent, end in zip(minutes, ends, strict=True)]


class _Writer:
    """Turns texts into runs in one language, with their figures computed."""

    def __init__(self, guide: Guide, lang: Lang) -> None:
        self._figures = guide.figures
        self._lang = lang

    def runs(self, text: Text) -> list[Run]:
        return list(runs(inline.spell(text.say(self._lang), self._figures, self._lang)))

    def section(self, section: Section) -> dict[str, Any]:
        return {
            "title": self.runs(section.title),
            "bar": [self._slot(row) for row in section.rows] if section.round else [],
            "lanes": [self._lane(lane) for lane in section.lanes],
            "rows": self._rows(section.rows),
            "facts": [{"name": self.runs(f.name), "value": self.runs(f.value)} for f in section.facts],
            "cheat": [self.runs(line) for line in section.cheat],
        }

    def _lane(self, lane: Lane) -> dict[str, Any]:
        return {
            "title": self.runs(lane.title),
            "steps": [self.runs(step) for step in lane.steps],
            "back": self.runs(lane.back) if lane.back else None,
        }

    def _slot(self, row: CheatRow) -> dict[str, Any]:
        return {"minutes": row.minutes, "name": self.runs(row.name)}

    def _rows(self, rows: tuple[CheatRow, ...]) -> list[dict[str, Any]]:
        times = clocks([row.minutes or 0 for row in rows])
        return [
            {"clock": clock if row.minutes else None, "name": self.runs(row.name), "text": self.runs(row.text)}
            for row, clock in zip(rows, times, strict=True)
        ]
