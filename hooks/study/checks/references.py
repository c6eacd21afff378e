"""Ids: unique in the guide, and every reference names one that exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from study.load import Files
from study.models.base import Entity, RefTo
from study.pages import paths
from study.problem import Problem, nearest
from study.source import Document, Loc

LISTS: Mapping[str, tuple[str, str]] = {
    "topics": ("topics", "topic"),
    "patterns": ("patterns", "pattern"),
    "resources/books": ("books", "resource"),
    "resources/blogs": ("blogs", "resource"),
    "resources/courses": ("courses", "resource"),
    "resources/platforms": ("platforms", "resource"),
    "resources/papers": ("papers", "resource"),
    "resources/repos": ("repos", "resource"),
}
"""File → the key of its list and the kind of thing that the list defines."""
FOLDER_LISTS: Mapping[str, tuple[str, str]] = {"figures": ("figures", "figure")}
"""Folder → the same for each file in it."""


def lists(files: Files) -> dict[str, tuple[str, str]]:
    """The lists of the files there are."""
    inner = {name: FOLDER_LISTS[folder] for name in files if (folder := name.partition("/")[0]) in FOLDER_LISTS}
    return {name: each for name, each in LISTS.items() if name in files} | inner


def known_ids(files: Files) -> dict[str, set[str]]:
    """Kind → its ids, read from the raw values so that one bad entry does not hide the others.

    A kind is left out when a file that defines some of it could not be read at all.
    """
    known: dict[str, set[str]] = {kind: set() for _, kind in (*LISTS.values(), *FOLDER_LISTS.values())}
    for name, (key, kind) in lists(files).items():
        known[kind] |= set(_ids(files[name].document.value, key))
    for name in LISTS.keys() - files.keys():
        known.pop(LISTS[name][1], None)
    known["page"] = paths() | {name for name in files if name.startswith("patterns/")}
    known["sheet"] = {name.removeprefix("sheets/") for name in files if name.startswith("sheets/")}
    known["page"] |= {f"cheatsheets/{id}" for id in known["sheet"]}
    return known


def _ids(value: Any, key: str) -> Iterator[str]:
    entries = value.get(key) if isinstance(value, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield entry["id"]


def duplicate_ids(files: Files) -> Iterator[Problem]:
    """An id names one thing: no two entities of a file, and no two of a kind, share theirs."""
    for parsed in files.values():
        seen: dict[str, tuple[Document, Loc]] = {}
        for loc, value, _ in parsed.values:
            if isinstance(value, Entity) and loc:
                yield from _unique(value.id, (*loc, "id"), parsed.document, seen)
    for kind in {kind for _, kind in lists(files).values()}:
        yield from _duplicates_of(kind, files)


def _duplicates_of(kind: str, files: Files) -> Iterator[Problem]:
    """Two entries of one kind in different files that share an id."""
    seen: dict[str, tuple[Document, Loc]] = {}
    for name, (key, other) in lists(files).items():
        if other == kind:
            document = files[name].document
            for position, id in enumerate(_ids(document.value, key)):
                if id in seen and seen[id][0] is not document:
                    yield from _unique(id, (key, position, "id"), document, seen)
                seen.setdefault(id, (document, (key, position, "id")))


def _unique(id: str, loc: Loc, document: Document, seen: dict[str, tuple[Document, Loc]]) -> Iterator[Problem]:
    if id in seen:
        other, where = seen[id]
        line = other.place(where).line
        yield document.problem(
            loc, "duplicate-id", f"`{id}` is taken", f"choose another; the first stands at {other.path}:{line}"
        )
    seen.setdefault(id, (document, loc))


def unknown_references(files: Files, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    """A reference is the id of something that exists."""
    for parsed in files.values():
        for loc, value, marks in parsed.values:
            for mark in marks:
                ids = known.get(mark.kind) if isinstance(mark, RefTo) else None
                if ids is not None and isinstance(value, str) and value not in ids:
                    message = f"`{value}` is no {mark.kind}"
                    yield parsed.document.problem(loc, "unknown-id", message, nearest(value, ids))


def misnamed_files(files: Files) -> Iterator[Problem]:
    """A file of a folder bears the name of the id in it."""
    for name, parsed in files.items():
        if isinstance(parsed.model, Entity) and parsed.model.id != name.rpartition("/")[2]:
            message = f"`{parsed.model.id}` stands in {name}.yml"
            yield parsed.document.problem(
                ("id",), "file-name", message, f"rename the file to {parsed.model.id}.yml, or correct the id"
            )
