"""Plants every kind of fault and counts what the checks find: `python tests/mutation/run.py` refreshes data/quality.yml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from mutation import pages, plant
from study.build import written_pages
from study.checks import twins
from study.load import Files, load
from study.problem import Problem
from study.translation import every
from study.translation.glossary import lexicon

ROOT = Path(__file__).parents[2]
MOST = 60
"""Faults of a kind."""


class Recall(NamedTuple):
    """How many faults of a kind were planted, how many found on the right file and line, and by which rules."""

    planted: int
    found: int
    rules: Mapping[str, int]


def recall(root: Path = ROOT) -> dict[str, Recall]:
    """Kind → recall, for every kind."""
    files, _ = load(root)
    en, zh = written_pages(root, "en"), written_pages(root, "zh")
    counted = {kind: _recall(_in_pairs(kind, files)) for kind in plant.KINDS}
    return counted | {kind: _recall(_in_pages(kind, en, zh)) for kind in (*pages.LOST, "heading-level")}


Case = tuple[Iterable[Problem], str, frozenset[int]]
"""What the checks say of a fault; its file and lines."""


def _in_pairs(kind: str, files: Files) -> Iterator[Case]:
    words = lexicon(files)
    ground = plant.ground(files, words, kind)
    for fault in plant.planted(kind, ground, files, MOST):
        yield every.check_pairs([fault.pair], words), fault.path, fault.lines


def _in_pages(kind: str, en: Mapping[str, str], zh: Mapping[str, str]) -> Iterator[Case]:
    for path, text, lines in pages.planted(kind, zh):
        broken = {**zh, path: text}
        yield [*twins.heading_ids(en, broken), *every.check_pages({}, en, broken)], path, lines


def _recall(cases: Iterable[Case]) -> Recall:
    total = found = 0
    rules: Counter[str] = Counter()
    for problems, path, lines in cases:
        said = {p.rule for p in problems if (p.path == path and p.line in lines) or _marked(p, path, lines)}
        total, found = total + 1, found + bool(said)
        rules.update(said)
    return Recall(total, found, dict(sorted(rules.items())))


def _marked(problem: Problem, path: str, lines: frozenset[int]) -> bool:
    return any(mark.path == path and mark.line in lines for mark in problem.marks)


def table(value: dict[str, Any], counted: Mapping[str, Recall]) -> dict[str, Any]:
    """data/quality.yml with these counts."""
    kinds = [{**kind, **_row(counted[kind["id"]])} for kind in value["kinds"]]
    return {**value, "kinds": kinds}


def _row(counts: Recall) -> dict[str, Any]:
    return {"planted": counts.planted, "found": counts.found, "rules": dict(counts.rules)}


if __name__ == "__main__":
    path = ROOT / "data/quality.yml"
    text = path.read_text("utf-8")
    head = text[: text.index("\n") + 1]
    made = table(yaml.safe_load(text), recall())
    path.write_text(head + yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=120), "utf-8")
