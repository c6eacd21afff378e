"""Blocks carry names that both languages share."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import build
from study.stamps import Page, different, stamp


def names(html: str) -> list[str]:
    return [block.id for block in stamp(html)[1]]


def test_called_by_the_heading_before_and_a_count() -> None:
    html = '<h1 id="top">A</h1><p>b</p><h2 id="ask">C <a href="#ask">¶</a></h2><ul><li>d</li><li>e</li></ul>'
    assert stamp(html)[0] == (
        '<h1 data-b="top" id="top">A</h1><p data-b="top.1">b</p>'
        '<h2 data-b="ask" id="ask">C <a href="#ask">¶</a></h2>'
        '<ul><li data-b="ask.1">d</li><li data-b="ask.2">e</li></ul>'
    )


def test_called_by_its_own_id() -> None:
    assert names('<h2 id="a">A</h2><p id="cache">b</p><figure id="x"></figure>') == ["a", "cache", "a.1"]


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        ("<ul><li>a<ul><li>b</li></ul><p>c</p></li><li>d</li></ul>", ["li", "li"]),
        ("<div><p>a</p><div><p>b</p></div></div>", ["p", "p"]),
        ('<div class="fig-card x"><div><p>a</p></div><p>b</p></div><p>c</p>', ["div", "p"]),
        ("<table><caption>a</caption><tr><th>b</th></tr><tr><td><p>c</p></td></tr></table>", ["tr", "tr"]),
        ("<figure><figcaption>a</figcaption><pre>b</pre></figure><pre><code>c</code></pre>", ["figure", "pre"]),
        ("<dl><dt>a</dt><dd><p>b</p><p>c</p></dd></dl>", ["dt", "dd"]),
        ("<details><summary>a</summary><p>b</p></details>", ["summary", "p"]),
        ("<nav><ul><li>a</li></ul></nav><form><p>b</p></form><p>c</p>", ["p"]),
        ('<p title="a > b">c</p><param><link>', ["p"]),
    ],
)
def test_blocks_are_outermost(html: str, tags: list[str]) -> None:
    assert [block.tag for block in stamp(html)[1]] == tags


def page(path: str, html: str) -> Page:
    return Page(path, "# T {#top}\n\n## One {#one}\n", stamp(html)[1])


EN = page("docs/en/a.md", '<h1 id="top">T</h1><h2 id="one">One</h2><p>A &amp; <b>b</b>.</p><p>More.</p>')


def test_the_same_blocks() -> None:
    zh = page("docs/zh/a.md", '<h1 id="top">题</h1><h2 id="one">一</h2><p>甲。</p><p>乙。</p>')
    assert list(different(EN, zh)) == []


@pytest.mark.parametrize(
    ("zh", "said"),
    [
        ("<p>甲。</p>", "after `one.1`: a paragraph, “More.” in English, nothing in Chinese (docs/zh/a.md:3)"),
        (
            "<ul><li>甲。</li></ul><p>乙。</p>",
            "after `one`: a paragraph, “A & b.” in English, a list item, “甲。” in Chinese (docs/zh/a.md:3)",
        ),
    ],
)
def test_where_blocks_part(zh: str, said: str) -> None:
    (problem,) = different(EN, page("docs/zh/a.md", f'<h1 id="top">题</h1><h2 id="one">一</h2>{zh}'))
    assert (problem.path, problem.line, problem.rule) == ("docs/en/a.md", 3, "blocks")
    assert problem.message == f"blocks part {said}"


def test_a_build_with_different_blocks_fails(site: Path) -> None:
    """HTML is the author's own affair to the checks of Markdown; what the pages come to is not."""
    for lang, html in (("en", "<p>One more.</p>"), ("zh", "<ul><li>还有一条。</li></ul>")):
        path = site / f"docs/{lang}/start.md"
        path.write_text(f"{path.read_text('utf-8')}\n{html}\n", "utf-8")
    result = build(site)
    assert result.returncode != 0
    said = (
        "blocks: blocks part after `one.1`: a paragraph, “One more.” in English, a list item, “还有一条。” in Chinese"
    )
    assert f"docs/en/start.md:7:1: {said} (docs/zh/start.md:7)" in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


def test_both_languages_of_a_built_page_share_their_names(site: Path) -> None:
    assert build(site).returncode == 0
    found = [
        re.findall(r' data-b="([^"]+)"', (site / "site" / lang / "framework/data/index.html").read_text("utf-8"))
        for lang in ("", "zh")
    ]
    assert found[0] == found[1]
    assert {"top", "ask", "ask.1"} <= {*found[0]}
