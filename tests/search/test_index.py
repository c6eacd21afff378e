"""What the browser is given: rows of points, ranges of words, names that hold their hash."""

from __future__ import annotations

import json

from study.search.index import RANGE, Entry, files, postings
from study.search.passages import Passage


def entry(*passages: Passage, title: str = "Page", also: dict[str, str] | None = None) -> Entry:
    return Entry("page/", title, passages, also or {})


def points(row: list[int]) -> dict[int, int]:
    """Passage → points of a row."""
    at, found = 0, {}
    for distance, value in zip(row[::2], row[1::2], strict=True):
        at += distance
        found[at] = value
    return found


def test_rare_short_and_in_the_heading_counts_more() -> None:
    rows = postings(
        [
            *(entry(Passage("", "", "other")) for _ in range(90)),  # so that both words are rare
            entry(Passage("", "", "cache cache cache")),
            entry(
                Passage("", "", "cache " + "word " * 60), Passage("a", "cache", "word"), Passage("b", "", "rare cache")
            ),
        ]
    )
    cache, rare = points(rows["cache"]), points(rows["rare"])
    assert set(cache) == {90, 91, 92, 93}
    assert cache[92] > cache[90] > cache[93] > cache[91]
    assert rare[93] > cache[93]


def test_other_names_lead_to_the_entry() -> None:
    rows = postings([entry(Passage("cache", "cache", "Kept near."), also={"cache": "快取"})])
    assert points(rows["快取"]).keys() == {0}


def test_files_hold_all_words_in_order() -> None:
    many = " ".join(f"word{number}" for number in range(4000))
    made = files([entry(Passage("", "Top", many), Passage("x", "汉字", "缓存"))], "zh")
    table = json.loads(made["zh.json"])
    assert table["pages"] == [["page/", "Page", table["pages"][0][2], ["", "Top", "x", "汉字"]]]
    assert json.loads(made[table["pages"][0][2]]) == [many, "缓存"]
    firsts = [first for first, _ in table["words"]]
    assert len(firsts) > 3
    assert firsts == sorted(firsts)
    found: dict[str, list[int]] = {}
    for first, name in table["words"]:
        rows = json.loads(made[name])
        assert next(iter(rows)) == first
        assert len(made[name]) < 1.2 * RANGE
        found |= rows
    assert found.keys() >= {"word0", "word3999", "缓存", "汉字", "top", "page"}
    assert files([entry(Passage("", "Top", "other"))], "zh").keys().isdisjoint(made.keys() - {"zh.json"})
