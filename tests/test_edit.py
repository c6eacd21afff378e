"""Edits in place."""

from __future__ import annotations

from study.edit import Edit, edited
from study.problem import Mark


def edit(line: int, column: int, was: str, text: str) -> Edit:
    return Edit(Mark("a", line, column, len(was)), was, text, "T30")


def test_pieces_are_replaced_from_the_end() -> None:
    edits = [edit(1, 2, "b", "xyz"), edit(1, 4, "d", ""), edit(2, 1, "", "!"), edit(2, 2, "\r", "\r")]
    assert edited("abcd\ne\r\nf", edits) == "axyzc\n!e\r\nf"


def test_of_two_that_overlap_the_first_is_made() -> None:
    assert edited("abcd", [edit(1, 2, "bc", "x"), edit(1, 3, "c", "y")]) == "axd"


def test_a_piece_that_reads_otherwise_is_left() -> None:
    assert edited('"a\\u200b"', [edit(1, 3, "\u200b", "")]) == '"a\\u200b"'
