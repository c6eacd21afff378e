"""data/rules.yml: the rules reference and the words of the pages on quality."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from study.models.base import Entity, Head, Model, Text, Words

SampleKind = Literal["paragraph", "heading", "label", "cell", "item", "pages", "file"]
"""A pair of texts by what it is on the page · an excerpt of two Markdown pages · an excerpt of one file."""


class Sample(Model):
    """What an author writes: both languages, or a piece of one file. The keys keep checks of content away from it."""

    english: Words | None = None
    chinese: Words | None = None
    file: Words | None = None

    @model_validator(mode="after")
    def _both_or_file(self) -> Self:
        """Either both languages or a file."""
        if (self.english is None) != (self.chinese is None) or (self.english is None) == (self.file is None):
            fix = "write `english:` and `chinese:`, or only `file:`"
            raise PydanticCustomError("sample", "an example shows both languages, or one file", {"fix": fix})
        return self


class RuleEntry(Model):
    """One rule, for somebody who writes content and does not program."""

    id: Annotated[str, StringConstraints(pattern=r"^[TL][0-9]{2}$")]
    title: Text
    why: Text
    """What it asks for and what goes wrong for the reader without it."""
    kind: SampleKind = "paragraph"
    wrong: Sample
    right: Sample


class Family(Entity):
    """Rules about one matter, under a heading of their own."""

    title: Text
    rules: Annotated[tuple[RuleEntry, ...], Field(min_length=1)]


class Rules(Model):
    page: Head
    """The rules reference."""
    quality: Head
    status: Head
    waiving: Annotated[tuple[Text, ...], Field(min_length=1)]
    """How an exception is made, step by step."""
    families: Annotated[tuple[Family, ...], Field(min_length=1)]
