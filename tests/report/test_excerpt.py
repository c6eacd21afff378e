"""Excerpts: the right line, carets below the right columns, nothing invisible."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from study.problem import Mark
from study.report.excerpt import WIDTH, excerpts, visible


def drawn(line: str, *spans: tuple[int, int]) -> list[str]:
    marks = [Mark("a.yml", 1, column, length) for column, length in spans]
    return list(excerpts(marks, {"a.yml": line}))


def test_a_han_character_takes_two_columns() -> None:
    assert drawn("zh: 命中约 5 毫秒", (9, 1), (11, 2)) == [
        "        1 | zh: 命中约 5 毫秒",
        "          |            ^ ^^^^",
    ]


def test_a_place_without_length_gets_one_caret_even_behind_the_end() -> None:
    assert drawn("en: a", (6, 0)) == ["        1 | en: a", "          |      ^"]


def test_invisible_characters_are_named() -> None:
    assert drawn("a\u200bb\u00a0c", (2, 1)) == ["        1 | a<U+200B>b<U+00A0>c", "          |  ^^^^^^^^"]
    assert visible("a\x1b[31m\nb\u202e") == "a<U+001B>[31m\nb<U+202E>"


def test_a_combining_mark_takes_no_column() -> None:
    assert drawn("e\u0301x", (3, 1)) == ["        1 | e\u0301x", "          |  ^"]


def test_a_long_line_is_cut_around_the_mark() -> None:
    shown, carets = drawn("字" * 100 + "5 毫秒" + "字" * 100, (101, 1))
    assert shown.startswith("        1 | …字")
    assert shown.endswith("字…")
    assert wcswidth(shown) <= WIDTH + 16
    assert wcswidth(shown[: shown.index("5")]) == carets.index("^")


def test_marks_too_far_apart_get_a_window_each() -> None:
    lines = drawn("5" + "字" * 200 + "7", (1, 1), (202, 1))
    assert [line[12:].strip("字… ") for line in lines] == ["5", "^", "7", "^"]


def test_two_files_are_named() -> None:
    marks = [Mark("docs/zh/a.md", 2, 1, 1), Mark("docs/en/a.md", 1, 3, 1)]
    assert list(excerpts(marks, {"docs/en/a.md": "a b\n", "docs/zh/a.md": "\n甲\r\n"})) == [
        "    --> docs/en/a.md:1:3",
        "        1 | a b",
        "          |   ^",
        "    --> docs/zh/a.md:2:1",
        "        2 | 甲",
        "          | ^^",
    ]


def test_a_file_that_is_not_there_or_shorter_shows_nothing() -> None:
    assert list(excerpts([Mark("a", 1, 1, 1)], {})) == []
    assert list(excerpts([Mark("a", 9, 1, 1)], {"a": "x"})) == []


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(1, 320), st.integers(0, 20)), min_size=1, max_size=4))
@settings(deadline=None)
def test_any_line_can_be_drawn(line: str, spans: list[tuple[int, int]]) -> None:
    line = line.replace("\n", "")
    shown = drawn(line, *spans)
    assert len(shown) % 2 == 0
    assert all("^" in carets for carets in shown[1::2])
