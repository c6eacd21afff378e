"""Each rule speaks at its wrong example, with the words of the golden file, and is silent at its right one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

import tiny
from study.checks import twins
from study.load import load
from study.pair import Kind, Pair, Side
from study.problem import Problem
from study.rules import RULES
from study.source import Place
from study.translation import every
from study.translation.glossary import Lexicon, lexicon

GOLDEN = Path(__file__).parents[1] / "golden"
CASES: list[dict[str, Any]] = yaml.safe_load((GOLDEN / "translation.yml").read_text("utf-8"))
SAID: Mapping[str, Sequence[str]] = yaml.safe_load((GOLDEN / "translation-says.yml").read_text("utf-8"))
OF_PAGES = frozenset(f"T{n:02}" for n in range(4, 13))


@pytest.fixture(scope="module")
def words() -> Lexicon:
    """The real glossary and wording."""
    return lexicon(load(tiny.ROOT)[0])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_wrong(case: dict[str, Any], words: Lexicon) -> None:
    found = sorted(problems(case, case["wrong"], words))
    assert [str(problem) for problem in found] == [said.rstrip("\n") for said in SAID[case["rule"]]]
    assert case["rule"] in {problem.rule for problem in found}
    assert all(problem.marks and problem.marks[0].line == problem.line for problem in found if problem.key)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_right(case: dict[str, Any], words: Lexicon) -> None:
    assert case["rule"] not in {problem.rule for problem in problems(case, case["right"], words)}


def test_every_rule_of_pairs_and_pages_has_its_examples() -> None:
    elsewhere = {"T01", "T02", "T03", "T41", "T42", "T43", "T45"}  # files, keys, the lock, labels, waivers, built pages
    assert {case["rule"] for case in CASES} == {id for id in RULES if id[0] == "T"} - elsewhere


def problems(case: Mapping[str, Any], example: Any, words: Lexicon) -> Iterator[Problem]:
    if case["rule"] in OF_PAGES:
        en, zh = {"docs/en/a.md": example["en"]}, {"docs/zh/a.md": example["zh"]}
        yield from twins.heading_ids(en, zh)
        yield from every.check_pages({}, en, zh)
    else:
        examples = example if isinstance(example, list) else [example]
        pairs = [pair(each, case, number) for number, each in enumerate(examples)]
        yield from every.check_pairs(pairs, words)


def pair(example: Mapping[str, str], case: Mapping[str, Any], number: int = 0) -> Pair:
    kind: Kind = case.get("kind", "paragraph")
    unit = case.get("unit", f"data/a.yml#a{number}")
    line = 10 * number + 1
    return Pair(unit, unit, kind, side(example["en"], line), side(example["zh"], line + 1))


def side(text: str, line: int) -> Side:
    """A text that stands on one line of a file, behind `en: `."""
    return Side(text, "data/a.yml", lambda: [Place(line, 5 + n) for n in range(len(text) + 1)])
