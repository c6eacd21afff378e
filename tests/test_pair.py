"""Pairs of the data and of pages: what they are called and where each character stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tiny
from study.load import Parsed, load
from study.pair import Pair, Side, data_pairs, page_pairs
from study.source import parse


def pairs(text: str) -> list[Pair]:
    document, problems = parse(text, "data/a.yml")
    assert document
    assert not problems
    return list(data_pairs({"a": Parsed("a", document, None)}))


@pytest.mark.parametrize(
    "written",
    [
        "en: a b c\n  d\nzh: 甲 b，丙\n  丁\n",
        "en: 'a ''b'' c\n  d'\nzh: '甲 b，丙 ''丁'''\n",
        'en: "a \\"b\\" \\u0063\\\n  \\nd"\nzh: "甲\\tb，\\x41丁"\n',
        "en: >-\n  a b\n  c\n\n  d\nzh: |\n  甲 b\n  丙\n",
        "en: >2-\n   a b\n  c\nzh: |+\n\n    甲\n   \n    b\n",
    ],
)
def test_each_character_has_its_place(written: str) -> None:
    text = "# 头\nx:\n- id: y\n  why:\n" + "".join(f"    {line}" for line in written.splitlines(keepends=True))
    (pair,) = pairs(text)
    assert (pair.unit, pair.key) == ("data/a.yml#x/y/why", "data/a.yml#x/y/why")
    lines = text.split("\n")
    for side in (pair.en, pair.zh):
        for character, place in zip(side.text, side.spots(), strict=False):
            shown = lines[place.line - 1][place.column - 1 : place.column]
            assert character.isspace() or shown in (character, "\\")


def test_a_mark_ends_with_its_line() -> None:
    (pair,) = pairs("en: >-\n  one two\n  three\nzh: 一 二\n")
    assert pair.en.mark(4, 13) == ("data/a.yml", 2, 7, 3)
    assert pair.zh.mark(2, 3) == ("data/a.yml", 4, 7, 1)
    assert pair.zh.mark(3, 3) == ("data/a.yml", 4, 8, 0)


def test_items_without_an_id_are_told_apart_by_their_english() -> None:
    first, second = pairs("rules:\n- {en: a, zh: 甲}\n- {en: b, zh: 乙}\n")
    assert first.unit == second.unit == "data/a.yml#rules/*"
    assert first.key != second.key
    assert first.kind == "item"


def test_pages_are_joined_by_their_tree() -> None:
    en = "---\ntitle: T\n---\n\n# T {#t}\n\nOne.\n\n- a\n- b\n\n## U {#u}\n\nOnly here.\n\nTwo.\n"
    zh = "---\ntitle: 题\n---\n\n# 题 {#t}\n\n一。\n\n- 甲\n- 乙\n\n## 段 {#u}\n\n二。\n"
    found = list(page_pairs({"docs/en/a.md": en}, {"docs/zh/a.md": zh}))
    said = [(pair.kind, pair.en.text, pair.zh.text) for pair in found]
    assert said == [
        ("heading", "T", "题"),
        ("heading", "T", "题"),
        ("paragraph", "One.", "一。"),
        ("item", "a", "甲"),
        ("item", "b", "乙"),
    ]
    assert found[-1].zh.mark(0, 1) == ("docs/zh/a.md", 10, 3, 1)


def test_the_real_data_is_placed_exactly() -> None:
    files, _ = load(tiny.ROOT)
    few = [pair for number, pair in enumerate(data_pairs(files)) if number % 20 == 0]
    assert len(few) > 100
    for side in (side for pair in few for side in (pair.en, pair.zh)):
        assert _shown(side) == "".join(side.text.split())


def _shown(side: Side) -> str:
    """What stands in the file at the places of the side's characters that are not blank."""
    lines = (Path(tiny.ROOT) / side.path).read_text("utf-8").split("\n")
    places = zip(side.text, side.spots(), strict=False)
    return "".join(lines[p.line - 1][p.column - 1] for c, p in places if not c.isspace()).replace("\\", '"')


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_page_gives_pairs(en: str, zh: str) -> None:
    for pair in page_pairs({"docs/en/a.md": en}, {"docs/zh/a.md": zh}):
        for side in (pair.en, pair.zh):
            assert len(side.spots()) == len(side.text) + 1
