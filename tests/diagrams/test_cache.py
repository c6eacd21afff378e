"""Finished drawings on disk."""

from __future__ import annotations

from pathlib import Path

from study.diagrams.cache import Cache, digest


def test_gives_back_what_was_put(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "folder")
    assert cache.get("key") is None
    cache.put("key", "<svg>图</svg>")
    assert cache.get("key") == "<svg>图</svg>"
    cache.put("key", "other")
    assert cache.get("key") == "other"


def test_leaves_nothing_else(tmp_path: Path) -> None:
    Cache(tmp_path).put("key", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["key.svg"]


def test_half_a_file_is_no_drawing(tmp_path: Path) -> None:
    (tmp_path / "tmpabc.part").write_text("<sv")
    assert Cache(tmp_path).get("tmpabc") is None


def test_parts_do_not_run_together() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("a\0bc")}) == 4
