"""Fences on a page → figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boards import Pages, both, flow, sequence, shapes

WRITTEN = '```mermaid title="Who calls" desc="User calls model."\n%% a comment\nflowchart TB\n  a["A"] --> b["B"]\n```'


def test_a_written_fence_is_drawn(tmp_path: Path) -> None:
    pages = Pages(tmp_path)
    html = pages.html(f"Before.\n\n{WRITTEN}\n\nAfter.")
    assert pages.told == []
    assert html.count("<figure") == 1
    assert "<title " in html
    assert ">Who calls</title>" in html
    assert 'a["A"] --&gt; b' in html  # the source, to copy
    assert "board-steps" not in html


def test_ids_are_unique_on_a_page_and_start_anew_on_the_next(tmp_path: Path) -> None:
    pages = Pages(tmp_path)
    board = shapes()
    html = pages.html(f"{WRITTEN}\n\n{WRITTEN}") + pages.boards(sequence(), flow(), sequence())
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "FIGID" not in html
    for reference in re.findall(r"url\(#([^)]+)\)|aria-labelledby=\"(\S+) (\S+)\"", html):
        assert {name for name in reference if name} <= set(ids)
    assert pages.boards(board) == pages.boards(board)


@pytest.mark.parametrize(
    ("fence", "why"),
    [
        ('```mermaid desc="d"\nflowchart TB\n a --> b\n```', "it has no title"),
        ('```mermaid title="t"\nflowchart TB\n a --> b\n```', "it has no desc"),
        ("```mermaid\nflowchart TB\n a --> b\n```", "it has no title"),
        ('```mermaid title="t" desc="d" descr="x"\nflowchart TB\n a --> b\n```', "did you mean `desc`?"),
        ('```mermaid title="t" desc="d"\nstateDiagram-v2\n a --> b\n```', "draw it as a flowchart"),
        ('```mermaid title="t" desc="d"\npie\n "a": 1\n```', "`pie` is not drawn"),
        ('```mermaid title="t" desc="d"\nflowchart TB\n a --> \n```', "parse error"),
        ('```mermaid title="t" desc="d" steps="[[1]]"\nflowchart TB\n a --> b\n```', "`steps` is not what"),
    ],
)
def test_says_what_is_wrong_and_shows_the_source(tmp_path: Path, fence: str, why: str) -> None:
    pages = Pages(tmp_path)
    html = pages.html(fence)
    assert len(pages.told) == 1
    assert why in pages.told[0]
    assert "<svg" not in html
    assert fence.splitlines()[1].split(" ")[0] in html


def test_steps_show_only_from_two_stages(tmp_path: Path) -> None:
    nodes = [{"id": "a", "label": both("A"), "stage": 3}, {"id": "b", "label": both("B")}]
    captions = [{"stage": 3, "say": both("One stage.")}]
    one = Pages(tmp_path).boards(flow(nodes=nodes, captions=captions))
    assert "board-steps" not in one
    assert "Say: One stage." in one
    assert "board-minute" in one
    assert 'class="board-steps"' in Pages(tmp_path).boards(shapes())


def test_without_a_renderer_the_build_hears_of_it(tmp_path: Path) -> None:
    pages = Pages(tmp_path, tool=None)
    assert "<svg" not in pages.boards(flow())
    assert "mkdocs.fallback.yml" in pages.told[0]


def test_the_browser_build_carries_the_source(tmp_path: Path) -> None:
    pages = Pages(tmp_path, tool=None, browser=True)
    html = pages.boards(flow())
    assert '<pre><code class="mermaid">flowchart TB' in html
    assert pages.told == []


def test_a_drawing_in_the_cache_is_not_drawn_again(tmp_path: Path) -> None:
    Pages(tmp_path).boards(flow())
    [drawn] = tmp_path.iterdir()
    drawn.write_text("<svg>from the cache</svg>", "utf-8")
    assert "from the cache" in Pages(tmp_path).boards(flow())
    assert "from the cache" not in Pages(tmp_path, tool="merman 99").boards(flow())
    assert "from the cache" not in Pages(tmp_path).boards(flow(), lang="zh")


def test_text_cannot_leave_its_place(tmp_path: Path) -> None:
    bad = '</title><script>alert("x")</script>'
    html = Pages(tmp_path).boards(flow(title=both(bad), desc=both(bad), captions=[{"stage": 1, "say": both(bad)}]))
    assert "<script" not in html
