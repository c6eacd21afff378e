"""Boards: what their drawing could not show, or would show wrongly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from study.diagrams.labels import (
    BOX,
    LINE,
    RESERVED_IN_FLOWS,
    RESERVED_IN_SEQUENCES,
    WORD,
    longest_word,
    misread,
    units,
)
from study.load import Files
from study.models.base import LANGS, Text
from study.models.board import Edge, Flow, Message, Sequence
from study.problem import Problem, nearest
from study.source import Document, Loc

_MENTION = re.compile(r"\{=[a-z0-9-]+\}")


class _Board(NamedTuple):
    """A board and where it stands."""

    document: Document
    loc: Loc
    it: Flow | Sequence

    def problem(self, place: Loc, rule: str, message: str, fix: str) -> Problem:
        return self.document.problem((*self.loc, *place), rule, message, fix)


class _Label(NamedTuple):
    """A label, its place in the board, and the units that it may take."""

    place: Loc
    text: Text
    limit: int


def boards(files: Files) -> Iterator[Problem]:
    """Every rule below, for each board of the data."""
    for parsed in files.values():
        for loc, value, _ in parsed.values:
            if isinstance(value, Flow | Sequence):
                yield from _rules(_Board(parsed.document, loc, value))


def _rules(board: _Board) -> Iterator[Problem]:
    yield from _ids(board)
    yield from _ends(board)
    yield from _labels(board)
    if isinstance(board.it, Flow):
        yield from _unreached(board, board.it)
        yield from _groups(board, board.it)
        yield from _captions(board, board.it)


def _names(it: Flow | Sequence) -> list[tuple[Loc, str]]:
    """The id of everything in the board that has one, with its place."""
    if isinstance(it, Sequence):
        return [(("actors", n, "id"), actor.id) for n, actor in enumerate(it.actors)]
    nodes: list[tuple[Loc, str]] = [(("nodes", n, "id"), node.id) for n, node in enumerate(it.nodes)]
    return nodes + [(("groups", n, "id"), group.id) for n, group in enumerate(it.groups)]


def _ids(board: _Board) -> Iterator[Problem]:
    """An id names one thing of its board, and is no word of Mermaid's."""
    reserved = RESERVED_IN_FLOWS if isinstance(board.it, Flow) else RESERVED_IN_SEQUENCES
    seen: set[str] = set()
    for place, id in _names(board.it):
        if id in seen:
            yield board.problem(place, "duplicate-id", f"`{id}` is taken in this board", "choose another id")
        if id in reserved:
            yield board.problem(
                place, "board-id", f"`{id}` is a word of Mermaid's grammar", f"write `{id}1`, or another id"
            )
        seen.add(id)


def _ends(board: _Board) -> Iterator[Problem]:
    """An edge or message runs between nodes or actors of its board."""
    key = "edges" if isinstance(board.it, Flow) else "messages"
    known = {id for place, id in _names(board.it) if place[0] != "groups"}
    for position, line in enumerate(_lines(board.it)):
        for end, id in (("from", line.start), ("to", line.end)):
            if id not in known:
                yield board.problem(
                    (key, position, end), "unknown-node", f"`{id}` is not in this board", nearest(id, known)
                )


def _lines(it: Flow | Sequence) -> tuple[Edge | Message, ...]:
    return it.edges if isinstance(it, Flow) else it.messages


def _unreached(board: _Board, flow: Flow) -> Iterator[Problem]:
    """Each node is the end of an edge."""
    reached = {id for edge in flow.edges for id in (edge.start, edge.end)}
    for position, node in enumerate(flow.nodes):
        if node.id not in reached:
            message = f"no edge reaches `{node.id}`"
            yield board.problem(
                ("nodes", position, "id"), "unreached-node", message, "draw an edge from or to it, or remove it"
            )


def _groups(board: _Board, flow: Flow) -> Iterator[Problem]:
    """A group holds nodes of its board, and a node is in one group."""
    known, times = {node.id for node in flow.nodes}, Counter(id for group in flow.groups for id in group.nodes)
    for n, group in enumerate(flow.groups):
        for position, id in enumerate(group.nodes):
            if id not in known:
                yield board.problem(
                    ("groups", n, "nodes", position), "unknown-node", f"`{id}` is not in this board", nearest(id, known)
                )
            elif times[id] > 1:
                message, fix = f"`{id}` stands in {times[id]} groups", "leave it in one"
                yield board.problem(("groups", n, "nodes", position), "group-overlap", message, fix)


def _captions(board: _Board, flow: Flow) -> Iterator[Problem]:
    """A caption belongs to a stage that some node has; a stage has at most one."""
    stages = {node.stage for node in flow.nodes}
    seen: set[int] = set()
    for position, caption in enumerate(flow.captions):
        if caption.stage not in stages:
            message, fix = f"no node has stage {caption.stage}", "give a node this `stage`, or remove the caption"
            yield board.problem(("captions", position, "stage"), "caption-stage", message, fix)
        if caption.stage in seen:
            message = f"stage {caption.stage} has two captions"
            yield board.problem(("captions", position, "stage"), "caption-stage", message, "join them")
        seen.add(caption.stage)


def _labels(board: _Board) -> Iterator[Problem]:
    """A label fits its box, and Mermaid reads it as it is written, in both languages."""
    for label in _texts(board.it):
        for lang in LANGS:
            for rule, message, fix in _label(label.text.say(lang), label.limit, isinstance(board.it, Sequence)):
                yield board.problem((*label.place, lang), rule, message, fix)


def _texts(it: Flow | Sequence) -> Iterator[_Label]:
    if isinstance(it, Sequence):
        yield from (_Label(("actors", n, "label"), actor.label, LINE) for n, actor in enumerate(it.actors))
        yield from (_Label(("messages", n, "label"), message.label, BOX) for n, message in enumerate(it.messages))
        return
    for n, node in enumerate(it.nodes):
        yield _Label(("nodes", n, "label"), node.label, BOX)
        if node.note:
            yield _Label(("nodes", n, "note"), node.note, LINE)
    yield from (_Label(("edges", n, "label"), edge.label, LINE) for n, edge in enumerate(it.edges) if edge.label)
    yield from (_Label(("groups", n, "label"), group.label, LINE) for n, group in enumerate(it.groups))


def _label(text: str, limit: int, sequence: bool) -> Iterator[tuple[str, str, str]]:
    """Rule, message and fix of each thing wrong with one label."""
    text = _MENTION.sub("0" * 8, text)  # a computed figure: about as wide as `20 GB/day`
    if units(text) > limit:
        message = (
            f"the label is {units(text)} units wide, its place holds {limit} (a Latin letter is 1, a Han character 2)"
        )
        yield (
            "label-length",
            message,
            f"shorten it by {units(text) - limit}; details belong in a note, a caption or the text",
        )
    if units(word := longest_word(text)) > WORD:
        yield (
            "label-length",
            f"`{word}` cannot be wrapped and is {units(word)} units wide, a line holds {WORD}",
            "shorten it or put a space in it",
        )
    for advice in misread(text):
        yield "label-text", "Mermaid would misread the label", advice
    if sequence and (found := next((c for c in ";#" if c in text), None)):
        yield "label-text", f"`{found}` ends a line in a sequence diagram", "use a comma, or a word"
