"""What a label may hold."""

from __future__ import annotations

import pytest

from study.diagrams.labels import bare, longest_word, misread, quoted, units


@pytest.mark.parametrize(
    ("text", "width"), [("p99", 3), ("特征存储", 8), ("KV 缓存", 7), ("é", 2 - 1), ("（SSE）", 7), ("e\u0301", 1)]
)
def test_units(text: str, width: int) -> None:
    assert units(text) == width


def test_longest_word_stops_at_spaces_and_han() -> None:
    assert longest_word("a 特征embedding存储 bb") == "embedding"


@pytest.mark.parametrize(
    "text",
    [
        r"two\nlines",
        "two\nlines",
        "1. first",
        "- item",
        "* item",
        "# head",
        "a `b`",
        "2*3*4",
        "_soft_",
        "[a](b)",
        "a<br/>b",
        "a <b>",
        "a #35; b",
        "a &lt; b",
        'the "open',
        "“open",
    ],
)
def test_misread(text: str) -> None:
    assert list(misread(text))


@pytest.mark.parametrize(
    "text",
    ["p99 < 200 ms", "a -> b", "top 1.5M", "C#", "R&D", 'the "hot" set', "“热”数据", "snake_case", "2 × 3", "50%"],
)
def test_read_as_written(text: str) -> None:
    assert not list(misread(text))


def test_escapes() -> None:
    assert quoted('say "a" < b >  c') == "say “a” #lt; b #gt; c"
    assert bare("a; b #1") == "a, b ＃1"
