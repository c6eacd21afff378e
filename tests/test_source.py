"""Reading YAML: plain values, the place of each, and no surprise that a file can hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.source import Document, Place, read


def document(tmp_path: Path, text: str) -> Document:
    (tmp_path / "a.yml").write_text(text, "utf-8")
    found, problems = read(tmp_path, "a.yml")
    assert not problems
    assert found
    return found


def test_plain_scalars_stay_text(tmp_path: Path) -> None:
    value = document(tmp_path, "a: no\nb: 12:30\nc: 2026-11-21\nd: 0x1F\ne: ~\nf: 'null'\n").value
    assert value == {"a": "no", "b": "12:30", "c": "2026-11-21", "d": "0x1F", "e": None, "f": "null"}


def test_places(tmp_path: Path) -> None:
    found = document(tmp_path, "list:\n  - id: 甲\n    text: 词 x\n")
    assert found.place(("list", 0, "text")) == Place(3, 11)
    assert found.place(("list", 0, "text"), key=True) == Place(3, 5)
    assert found.place(("list", 0, "text", "en", 3)) == Place(3, 11), "an absent place falls back to its parent"
    assert found.place(("other",)) == Place(1, 1)


def test_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    found, problems = read(tmp_path, "a.yml")
    assert found
    assert (found.value, problems) == ({"a": "1"}, [])


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: &x [*x]\n", "a: {<<: *x}\n"])
def test_aliases_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yml").write_text(text)
    found, problems = read(tmp_path, "a.yml")
    assert found is None
    assert [p.rule for p in problems] in (["alias"], ["yaml"])


def test_depth_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("[" * 100_000)
    found, problems = read(tmp_path, "a.yml")
    assert found is None
    assert [p.rule for p in problems] == ["depth"]


def test_size_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: " + "x" * 1_000_001)
    assert [p.rule for p in read(tmp_path, "a.yml")[1]] == ["size"]


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_document_or_problems(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.yml").write_bytes(data)
    found, problems = read(folder, "a.yml")
    assert found is not None or problems
