"""How long the check takes, by part, on our data and on ten copies of its pairs: `.venv/bin/python benchmarks/check.py`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from study.build import make
from study.load import load
from study.pair import Pair, Side, data_pairs
from study.source import Place
from study.translation.every import check_pairs
from study.translation.glossary import lexicon
from study.translation.length import LONGEST

T = TypeVar("T")


WORST = ("`", "[", "](", "<", "{{", "1,", "十", "（", '"', "**", "_a", "a.", "A1-", "two ", "的", "甲(")
"""Pieces that, repeated, make careless patterns slow."""


def worst(piece: str) -> Pair:
    """A pair of the longest texts that are compared, made of one piece."""
    side = Side((piece * LONGEST)[:LONGEST], "a.yml", lambda: [Place(1, n + 1) for n in range(LONGEST + 1)])
    return Pair("a.yml#a", "a.yml#a", "paragraph", side, side)


def timed(name: str, work: Callable[[], T]) -> T:
    """The work's value; its time goes to the standard output."""
    wall, processor = perf_counter(), process_time()
    value = work()
    sys.stdout.write(f"{name:32}{perf_counter() - wall:6.2f} s{process_time() - processor:6.2f} s of processor\n")
    return value


def main(root: Path) -> None:
    """Prints the table."""
    timed("whole check", lambda: make(root))
    files, _ = timed("reading the data", lambda: load(root))
    words, pairs = lexicon(files), list(data_pairs(files))

    def found(some: list[Pair]) -> int:
        return sum(1 for _ in check_pairs(some, words))

    for piece in WORST:
        pair = worst(piece)
        timed(f"{LONGEST:,} characters of {piece!r}", partial(found, [pair]))
    for times in (1, 10):
        timed(f"translation, {times * len(pairs):,} pairs", partial(found, pairs * times))


if __name__ == "__main__":
    main(Path.cwd())
