"""Addresses of other sites, as far as one can judge them without asking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from study.ledger import ADDRESS
from study.problem import Mark, Problem

_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|spm|_hs\w+|ref_src)$")
_HOST = re.compile(r"^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+(:\d+)?$")
EXAMPLES = "data/rules.yml"
"""Its wrong examples are wrong on purpose."""


class Found(NamedTuple):
    """An address and where it stands."""

    url: str
    mark: Mark


def written(texts: Mapping[str, str]) -> list[Found]:
    """Every web address in `texts` (path → text of a data file or page), in order."""
    found: list[Found] = []
    for path, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1) if path != EXAMPLES else ():
            for match in ADDRESS.finditer(line) if "http" in line else ():
                url = match.group().rstrip(".,;:")
                found.append(Found(url, Mark(path, number, match.start() + 1, len(url))))
    return found


def forms(addresses: list[Found]) -> Iterator[Problem]:
    """L04: an address is whole, secure and without tracking parameters."""
    for url, mark in addresses:
        parts = urlsplit(url)
        if not _HOST.match(parts.netloc):
            yield _problem(mark, f"`{parts.netloc}` is no name of a host", "write the address whole: https://host/path")
        elif parts.scheme == "http":
            yield _problem(mark, f"`{url}` is not secure", f"use https://{url.removeprefix('http://')} if it answers")
        if tracking := [name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if _TRACKING.match(name)]:
            names = ", ".join(f"`{name}`" for name in tracking)
            yield _problem(mark, f"the address tracks readers: {names}", f"delete {names} from the address")


def spellings(addresses: list[Found]) -> Iterator[Problem]:
    """L04: one page of the web is always addressed in the same way."""
    first: dict[str, Found] = {}
    for found in addresses:
        earlier = first.setdefault(_same(found.url), found)
        if earlier.url != found.url:
            there = earlier.mark
            message = f"`{found.url}` is written `{earlier.url}` at {there.path}:{there.line}"
            yield _problem(found.mark, message, "use one spelling in both places", there)


def _same(url: str) -> str:
    """The address without what seldom makes a difference."""
    parts = urlsplit(url)
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/').removesuffix('/index.html')}?{parts.query}#{parts.fragment}"


def _problem(mark: Mark, message: str, help: str, other: Mark | None = None) -> Problem:
    marks = (mark, other) if other else (mark,)
    return Problem(mark.path, mark.line, mark.column, "L04", message, help, marks=marks)
