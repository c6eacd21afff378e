"""data/redirects.yml: where the pages and headings went that were published once."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from study.models.base import Model

Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+(/[a-z0-9-]+)*)?(#[\w-]+)?$")]
"""A page's path without language and slashes around it, with or without a heading's id: `framework/data#drift`."""


class Redirect(Model):
    """An address that no longer exists and the one that took its place."""

    old: Annotated[Address, Field(alias="from", min_length=1)]
    new: Annotated[Address, Field(alias="to")]


class Redirects(Model):
    redirects: tuple[Redirect, ...]
