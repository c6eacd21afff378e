"""Reads a YAML file into plain values that remember where they stood.

Plain scalars stay text (`no` is not false, `12:30` is not 750): the model of the file decides their
type. Only what a data file needs is accepted: no aliases, tags or second documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from study.problem import Problem

Loc = tuple[str | int, ...]
MAX_BYTES = 1_000_000
MAX_DEPTH = 24
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_NULLS = {"", "~", "null"}
_FIXES: Mapping[str, str] = {
    "mapping values are not allowed": "put the text in quotes, because it holds a colon followed by a space",
    "expected ',' or": "close the bracket on this line or the one above, or put text that holds a bracket in quotes",
    "cannot start any token": "put the text in quotes, because it starts with a character that means something in YAML",
    "could not find expected ':'": "write a colon and a space after the key, or indent the line if it continues a text",
    "unexpected end of stream": "close the quotes that this text opens",
    "": "look at this line and the one above: a missing colon or quote, or wrong indentation",
}
"""Words of libyaml's message → what a maintainer can do about it."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where the wheel has it


class Place(NamedTuple):
    """A position in a file, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """A file's value with the place of every value and key in it."""

    path: str
    value: Any
    values: Mapping[Loc, Place] = field(repr=False)
    keys: Mapping[Loc, Place] = field(repr=False)
    text: str = field(default="", repr=False)
    """The file as it was read, without its byte order mark."""

    def place(self, loc: Loc, *, key: bool = False) -> Place:
        """The place of `loc`, or of its nearest ancestor that stands in the file."""
        first, second = (self.keys, self.values) if key else (self.values, self.keys)
        while loc and loc not in first and loc not in second:
            loc = loc[:-1]
        return first.get(loc) or second.get(loc) or Place(1, 1)

    def problem(self, loc: Loc, rule: str, message: str, fix: str = "", *, key: bool = False) -> Problem:
        """A problem at `loc` of this file."""
        return Problem(self.path, *self.place(loc, key=key), rule, message, fix)


class RefusedError(Exception):
    """A file that cannot be read on; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read(root: Path, name: str) -> tuple[Document | None, list[Problem]]:
    """The file `root/name`, or None with the problem that stopped the reading."""
    try:
        return parse(_text(root / name, name), name)
    except RefusedError as refused:
        return None, [refused.problem]


def parse(text: str, name: str) -> tuple[Document | None, list[Problem]]:
    """The YAML `text` of the file `name`, or None with the problem that stopped the reading."""
    try:
        builder = _Builder(name, text)
        for event in _events(text, name):
            builder.take(event)
        return builder.document(), builder.problems
    except RefusedError as refused:
        return None, [refused.problem]


def _text(path: Path, name: str) -> str:
    """The file's text; refuses one that is missing, huge, not UTF-8 or indented by tabs."""
    try:
        data = path.read_bytes()
    except OSError as error:
        fix = "restore it from git, or correct its name"
        raise RefusedError(Problem(name, 1, 1, "file", f"cannot be read ({error.strerror})", fix)) from error
    if len(data) > MAX_BYTES:
        message = f"is {len(data):,} bytes; a data file holds at most {MAX_BYTES:,}"
        raise RefusedError(Problem(name, 1, 1, "size", message, "split it, one entity a file"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        fix = "save the file as UTF-8 (in many editors: Save with encoding)"
        raise RefusedError(Problem(name, line, column, "encoding", message, fix)) from error
    if tab := _TAB.search(text):
        line = text.count("\n", 0, tab.end()) + 1
        message, fix = "a tab is used for indentation", "use two spaces a level"
        raise RefusedError(Problem(name, line, tab.end() - tab.start(), "tab", message, fix))
    return text


def _events(text: str, name: str) -> Iterator[yaml.Event]:
    """libyaml's event stream, its errors as `RefusedError`."""
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = " ".join(filter(None, [error.context, error.problem])) or "not valid YAML"
        fix = next((fix for words, fix in _FIXES.items() if words in said), _FIXES[""])
        raise RefusedError(Problem(name, line, column, "yaml", said, fix)) from error
    except yaml.YAMLError as error:  # a reader error has no mark: a character YAML forbids
        line, column = _forbidden(text)
        fix = "delete the invisible control character"
        raise RefusedError(Problem(name, line, column, "yaml", str(error).splitlines()[0], fix)) from error


def _forbidden(text: str) -> Place:
    """Where the first character that YAML does not allow stands."""
    found = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    at = found.start() if found else 0
    return Place(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


@dataclass
class _Frame:
    """A mapping or list that is still open."""

    container: dict[str, Any] | list[Any]
    loc: Loc
    key: str | None = None


class _Builder:
    """Builds the value from events without recursion, so that depth cannot exhaust the stack."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._text = text
        self.problems: list[Problem] = []
        self._value: Any = None
        self._stack: list[_Frame] = []
        self._values: dict[Loc, Place] = {}
        self._keys: dict[Loc, Place] = {}
        self._documents = 0

    def document(self) -> Document:
        return Document(self.path, self._value, self._values, self._keys, self._text)

    def take(self, event: yaml.Event) -> None:
        """One event of the stream."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_tag(event)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._refuse_tag(event)
                self._open({}, event)
            case yaml.SequenceStartEvent():
                self._refuse_tag(event)
                self._open([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()
            case yaml.AliasEvent():
                fix = "write the value out; anchors and aliases are not used in data files"
                self._refuse(event, "alias", f"`*{event.anchor}` is an alias", fix)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._refuse(event, "yaml", "`---` starts a second document", "one document a file")

    def _refuse(self, event: yaml.Event, rule: str, message: str, fix: str) -> None:
        raise RefusedError(Problem(self.path, *_place(event), rule, message, fix))

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag and event.tag != "!":
            fix = "remove it; put quotes around text that starts with `!`"
            self._refuse(event, "tag", f"`{event.tag}` is a YAML tag", fix)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            self._take_key(frame, event)
            return
        plain_null = not event.style and event.value in _NULLS
        self._add(None if plain_null else event.value, event)

    def _take_key(self, frame: _Frame, event: yaml.ScalarEvent) -> None:
        loc = (*frame.loc, event.value)
        if loc in self._keys:
            first = self._keys[loc].line
            message, fix = f"`{event.value}` stands twice", f"keep one; the other is on line {first}"
            self.problems.append(Problem(self.path, *_place(event), "T03", message, fix))
            self._forget(loc)
        self._keys[loc] = _place(event)
        frame.key = event.value

    def _forget(self, loc: Loc) -> None:
        """Drops the places of a value that a second key of the same name replaces."""
        for places in (self._keys, self._values):
            for old in [key for key in places if key[: len(loc)] == loc]:
                del places[old]

    def _open(self, container: dict[str, Any] | list[Any], event: yaml.Event) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            self._refuse(event, "yaml", "a list or mapping is used as a key", "use a plain word as key")
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(
                event, "depth", f"more than {MAX_DEPTH} levels deep", "indent it less: take some of the levels away"
            )
        loc = self._add(container, event)
        self._stack.append(_Frame(container, loc))

    def _add(self, value: Any, event: yaml.Event) -> Loc:
        """Puts a value into the open container and remembers its place."""
        loc: Loc = ()
        if not self._stack:
            self._value = value
        elif isinstance(container := self._stack[-1].container, list):
            loc = (*self._stack[-1].loc, len(container))
            container.append(value)
        else:
            frame = self._stack[-1]
            key, frame.key = frame.key or "", None
            loc = (*frame.loc, key)
            container[key] = value
        self._values[loc] = _place(event)
        return loc


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
