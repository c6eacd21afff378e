"""The rules reference: complete, and each rule's examples do what they say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

import pytest
import yaml

import tiny
from study.checks import twins
from study.load import load
from study.models.rules import RuleEntry, Rules, Sample
from study.pair import Kind, Pair, Side, written
from study.problem import Problem
from study.rules import RULES
from study.source import Place
from study.translation.every import OF_PAGES, check_pairs
from study.translation.glossary import Lexicon, lexicon

ELSEWHERE = {
    **dict.fromkeys(["T01", "T02", "T03", "T42"], "tests/golden/problems.yml"),
    "T41": "tests/test_build.py",
    "T43": "tests/test_waivers.py",
    **dict.fromkeys(["T45", "L01", "L02", "L03"], "tests/built/test_checks.py"),
    "L04": "tests/checks/test_addresses.py",
    "L05": "tests/test_published.py",
    "L06": "tests/test_ledger.py",
}
"""Rules about files as a whole, whose examples are only shown → where they are tested."""
SITE_WIDE = ("T37", "T38")
"""Rules that compare pairs with each other; their examples are lists of pairs."""


@cache
def reference() -> tuple[Rules, Lexicon]:
    files, problems = load(tiny.ROOT)
    assert problems == []
    rules = files["rules"].model
    assert isinstance(rules, Rules)
    return rules, lexicon(files)


ENTRIES = [rule for family in reference()[0].families for rule in family.rules]


def test_every_rule_has_its_entry_in_order() -> None:
    assert [rule.id for rule in ENTRIES] == list(RULES)


@pytest.mark.parametrize("rule", [r for r in ENTRIES if r.id not in ELSEWHERE], ids=lambda rule: rule.id)
def test_the_wrong_example_breaks_the_rule_and_the_right_one_none(rule: RuleEntry) -> None:
    assert rule.id in found(rule, rule.wrong)
    assert found(rule, rule.right) == []


@pytest.mark.parametrize("path", sorted(set(ELSEWHERE.values())))
def test_what_is_tested_elsewhere_is(path: str) -> None:
    text = (tiny.ROOT / path).read_text("utf-8")
    assert [id for id, where in ELSEWHERE.items() if where == path and id not in text] == []


def found(rule: RuleEntry, sample: Sample) -> list[str]:
    """The rules that the example breaks."""
    if rule.kind == "pages":
        return [problem.rule for problem in of_pages(sample)]
    return [problem.rule for problem in check_pairs(pairs(rule, sample), reference()[1])]


def of_pages(sample: Sample) -> Iterator[Problem]:
    assert sample.english
    assert sample.chinese
    en, zh = {"docs/en/x.md": f"{sample.english}\n"}, {"docs/zh/x.md": f"{sample.chinese}\n"}
    yield from twins.heading_ids(en, zh)
    for pages in written(en, zh):
        yield from chain.from_iterable(rule(pages) for rule in OF_PAGES)


def pairs(rule: RuleEntry, sample: Sample) -> Iterator[Pair]:
    if rule.id in SITE_WIDE:
        for position, entry in enumerate(yaml.safe_load(sample.file or "")):
            yield pair("heading", position, entry["title"]["en"], entry["title"]["zh"])
    else:
        assert rule.kind != "pages"
        assert rule.kind != "file"
        yield pair(rule.kind, 0, sample.english or "", sample.chinese or "")


def pair(kind: Kind, position: int, en: str, zh: str) -> Pair:
    key = f"data/x.yml#{position}/page/title" if kind == "heading" else f"data/x.yml#{position}/text"
    return Pair(key, key, kind, side(en, 2 * position + 1), side(zh, 2 * position + 2), ("x", "title"))


def side(text: str, line: int) -> Side:
    return Side(text, "data/x.yml", lambda: [Place(line, n + 1) for n in range(len(text) + 1)])
