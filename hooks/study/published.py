"""What the site has published: a page or heading id that readers may have linked to never just disappears."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from study.load import Files
from study.models.redirects import Redirect, Redirects
from study.problem import Problem, nearest
from study.source import Document, Loc

PUBLISHED = "data/published.json"
Addresses = Mapping[str, frozenset[str]]
"""Page path without language (`framework/data`) → the ids of its headings; equal in both languages."""
_FILE = TypeAdapter(dict[str, list[str]])


def read(root: Path) -> tuple[Addresses, list[Problem]]:
    """The list of the folder `root`; nothing is published where there is none."""
    path = root / PUBLISHED
    if not path.exists():
        return {}, []
    try:
        found = _FILE.validate_json(path.read_bytes())
    except ValidationError:
        fix = "restore it from git; only `study publish` writes it"
        return {}, [Problem(PUBLISHED, 1, 1, "L05", "the list of published addresses cannot be read", fix)]
    return {page: frozenset(ids) for page, ids in found.items()}, []


def dump(addresses: Addresses) -> str:
    """The list as a file: sorted, one page a line, so that branches merge."""
    lines = [f" {json.dumps(page)}: {json.dumps(sorted(ids))}" for page, ids in sorted(addresses.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def added(published: Addresses, now: Addresses) -> Addresses:
    """Everything published before, and what is there now."""
    none: frozenset[str] = frozenset()
    return {page: published.get(page, none) | now.get(page, none) for page in published.keys() | now.keys()}


def missing(published: Addresses, now: Addresses, files: Files) -> Iterator[Problem]:
    """L05: what was published is still there, or data/redirects.yml says where it went."""
    redirected = {entry.old for _, _, entry in _entries(files)}
    for number, (page, ids) in enumerate(sorted(published.items()), 2):  # `dump` writes one page a line
        if page not in now and page not in redirected:
            yield _gone(number, page, f"the page `{page}` was published and is gone", nearest(page, now))
        for id in sorted(ids - now[page]) if page in now else ():
            if f"{page}#{id}" not in redirected:
                message = f"the heading `{id}` of `{page}` was published and is gone"
                yield _gone(number, f"{page}#{id}", message, nearest(id, now[page]))


def _gone(line: int, address: str, message: str, near: str) -> Problem:
    fix = f"bring it back, or add to data/redirects.yml: {{from: {address}, to: …}}; {near}"
    return Problem(PUBLISHED, line, 1, "L05", message, fix)


def redirect_faults(now: Addresses, files: Files) -> Iterator[Problem]:
    """L05: a redirect leads from what is gone to what is there, and each old address once."""
    seen: set[str] = set()
    for document, position, entry in _entries(files):
        at: Loc = ("redirects", position)
        if entry.old in seen:
            yield document.problem((*at, "from"), "L05", f"`{entry.old}` is redirected twice", "keep one of the two")
        elif there(entry.old, now):
            fix = "delete this redirect, or rename what took its name"
            yield document.problem((*at, "from"), "L05", f"`{entry.old}` still exists", fix)
        seen.add(entry.old)
        page, _, id = entry.new.partition("#")
        if not there(entry.new, now):
            near = nearest(id, now[page]) if page in now else nearest(page, now)
            yield document.problem((*at, "to"), "L05", f"`{entry.new}` does not exist", near)


def there(address: str, now: Addresses) -> bool:
    """Whether the page, and the heading if one is named, exists."""
    page, _, id = address.partition("#")
    return page in now and (not id or id in now[page])


def _entries(files: Files) -> Iterator[tuple[Document, int, Redirect]]:
    if (parsed := files.get("redirects")) and isinstance(parsed.model, Redirects):
        for position, entry in enumerate(parsed.model.redirects):
            yield parsed.document, position, entry
