"""data/sheets.yml and data/sheets/<id>.yml: what goes on one sheet of paper, written for recall."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from study.models.base import Entity, Head, Id, Model, PageRef, RefTo, Text
from study.models.framework import Minutes

SheetRef = Annotated[str, RefTo("sheet")]


class Lane(Model):
    """One line of a small diagram: boxes joined by arrows."""

    title: Text
    steps: Annotated[tuple[Text, ...], Field(min_length=2)]
    back: Text | None = None
    """Where a dashed arrow leads from the last box: the loop closes there."""


class CheatRow(Model):
    """A name in bold and what to remember of it."""

    name: Text
    text: Text
    minutes: Minutes | None = None
    """The row's share of the round that its section names; its clock is computed from these."""


class Fact(Model):
    """A name and, at the end of its line, a number. Computed figures as `{=id}`."""

    name: Text
    value: Text


class Section(Entity):
    """A block of a sheet, printed in the order of these fields; at least one of them is there."""

    title: Text
    round: Id | None = None
    """The interview format whose minutes the rows spend, drawn as a bar above them."""
    lanes: tuple[Lane, ...] = ()
    rows: tuple[CheatRow, ...] = ()
    facts: tuple[Fact, ...] = ()
    cheat: tuple[Text, ...] = ()
    """Lines to know by heart, each short enough for one line of paper or two."""

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not (self.lanes or self.rows or self.facts or self.cheat):
            fix = "write `cheat`, `facts`, `rows` or `lanes`, or delete the section"
            raise PydanticCustomError("section", "the section is empty", {"fix": fix})
        return self


class Sheet(Entity):
    """One sheet of paper. What does not fit stops the build: choose again, nothing is shrunk."""

    page: PageRef
    """The page that the sheet condenses; its address and QR code lead there."""
    title: Text
    line: Text
    """What the sheet is good for, in one sentence."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]


class Sheets(Model):
    """data/sheets.yml: the front page of the cheat sheets, in order."""

    page: Head
    edition: date
    """The date that every sheet bears; change it when sheets change."""
    sheets: Annotated[tuple[SheetRef, ...], Field(min_length=1)]
