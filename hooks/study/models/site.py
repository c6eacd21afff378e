"""data/site.yml and data/ui.yml: the site's own words."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from study.models.base import Entity, Head, Id, Model, PageRef, Text, Words
from study.models.framework import Ink
from study.problem import Severity


class Door(Model):
    """A way into the guide from the home page."""

    title: Text
    text: Text
    page: PageRef
    ink: Ink


class Site(Model):
    """data/site.yml: the home page and the names of the navigation's sections."""

    page: Head
    motto: Text
    doors: Annotated[tuple[Door, ...], Field(min_length=3)]
    sample: Text
    """The paragraph that the home page shows in both languages."""
    sections: dict[Id, Text]
    """Section of the navigation, or page written by hand → its name."""


class Interface(Model):
    """data/ui.yml: every label that a template prints."""

    labels: dict[str, Text]


class Wording(Model):
    """data/wording.yml: what the checks of translation must know about words, beside the glossary."""

    names: tuple[Words, ...]
    """Names as their owners spell them."""
    free: tuple[Words, ...]
    """Latin words that stand in Chinese though the English beside them says something else."""
    said: dict[str, tuple[Words, ...]]
    """Acronym of the English → what Chinese may say instead."""
    loose: tuple[Id, ...]
    """Glossary terms whose English is an everyday word too, or that Chinese often leaves out."""
    senses: tuple[Words, ...]
    """Forms that the glossary avoids for one term and that are right in another sense."""


class FaultKind(Entity):
    """A kind of fault that the tests plant in our own content, and how many of those planted the checks found."""

    name: Text
    severity: Severity
    planted: int
    found: int
    """On the right file and line."""
    rules: dict[str, int]
    """Rule → how many of the faults it found."""


class Quality(Model):
    """data/quality.yml: written by tests/mutation/run.py, but for the names."""

    kinds: tuple[FaultKind, ...]
