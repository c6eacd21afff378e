"""data/resources/*.yml: what to read, ranked with reasons."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from study.models.base import Entity, Head, Model, SourceKind, Text, TopicRef, Url, Words, Year


class Resource(Entity):
    """What every resource says of itself."""

    url: Url
    kind: SourceKind
    checked: date
    """The day somebody last looked at the page behind `url`, or at a stored copy of it."""
    topics: Annotated[tuple[TopicRef, ...], Field(min_length=1)]
    why: Text
    """Why it stands here, at this rank: the reader's reason, in one to three sentences."""
    best_for: Text | None = None
    note: Text | None = None
    """A correction, trap or limit that the reader should know."""


class Dated(Resource):
    """A resource with a year of publication."""

    year: Year

    @model_validator(mode="after")
    def _not_after_check(self) -> Self:
        """Nothing is published after the day it was checked."""
        if self.year > self.checked.year:
            fix = f"correct the year, or the date in `checked` ({self.checked})"
            raise PydanticCustomError(
                "year", "year {year} is after the entry was checked", {"year": self.year, "fix": fix, "at": "year"}
            )
        return self


class Chapter(Model):
    """A chapter or part worth reading first."""

    number: Words
    title: Words
    gives: Text


class Book(Dated):
    """A ranked book; `chapters` are those of the edition a reader would buy today."""

    rank: Annotated[int, Field(ge=1)]
    title: Words
    authors: Words
    publisher: Words
    edition: Text | None = None
    chapters: Annotated[tuple[Chapter, ...], Field(min_length=1)]


class Books(Model):
    page: Head
    books: Annotated[tuple[Book, ...], Field(min_length=1)]


class Link(Model):
    """A named page of a resource."""

    name: Words
    url: Url


BlogStatus = Literal["active", "archive"]


class Blog(Resource):
    name: Words
    status: BlogStatus
    links: tuple[Link, ...] = ()
    reading: tuple[Words, ...] = ()
    """Titles of posts to start with, in order."""


class Blogs(Model):
    page: Head
    blogs: Annotated[tuple[Blog, ...], Field(min_length=1)]


class Course(Resource):
    name: Words
    by: Words
    pricing: Text
    """How one pays (subscription, one-time, freemium); never a price."""


class Courses(Model):
    page: Head
    courses: Annotated[tuple[Course, ...], Field(min_length=1)]


class Platform(Resource):
    name: Words
    use: Text
    """What to look for there, honestly."""
    avoid: Text
    """What not to seek, post or believe there."""


class Platforms(Model):
    page: Head
    rules: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The ethics of using interview reports, as short rules."""
    platforms: Annotated[tuple[Platform, ...], Field(min_length=1)]


class Paper(Dated):
    title: Words
    authors: Words
    venue: Words
    claim: Text
    numbers: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The figures worth knowing by heart."""
    figure: Text
    """The one diagram to be able to redraw."""
    question: Text
    """What an interviewer is likely to ask about it."""
    answer: Text
    """A model answer of two or three sentences."""


class Papers(Model):
    page: Head
    papers: Annotated[tuple[Paper, ...], Field(min_length=1)]


class SourceFile(Model):
    """A file of a repository and what to look for in it."""

    path: Words
    look_for: Text


class Repo(Resource):
    name: Words
    files: Annotated[tuple[SourceFile, ...], Field(min_length=1)]
    question: Text
    """What reading the file lets the reader answer."""


class Repos(Model):
    page: Head
    repos: Annotated[tuple[Repo, ...], Field(min_length=1)]


class Shelf(Model):
    """data/resources/index.yml: the front page of the shelf."""

    page: Head
    rules: Annotated[tuple[Text, ...], Field(min_length=1)]
    """How to use the shelf, in order."""


class Topic(Entity):
    """A subject by which resources are filtered."""

    name: Text


class Topics(Model):
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
