"""Text from data becomes Markdown that stays in its place."""

from __future__ import annotations

import markdown as python_markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.markdown import address, cell, code, fill, inline, label, paragraphs, plain, resolve_links
from study.pages import source

EXTENSIONS = ["attr_list", "md_in_html", "tables", "def_list", "footnotes", "admonition", "abbr"]


def html(text: str) -> str:
    return python_markdown.markdown(text, extensions=EXTENSIONS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("latency < 10 ms & p99", "<p>latency &lt; 10 ms &amp; p99</p>"),
        ("**bold** and `a < b`", "<p><strong>bold</strong> and <code>a &lt; b</code></p>"),
        ("1. first", "<p>1. first</p>"),
        ("# no heading", "<p># no heading</p>"),
        ("- no list", "<p>- no list</p>"),
        ("> no quote", "<p>&gt; no quote</p>"),
        ("two\n  lines", "<p>two lines</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("**x**{: onclick=alert(1) }", "<p><strong>x</strong>{: onclick=alert(1) }</p>"),
        ("end of it {#top}", "<p>end of it {#top}</p>"),
        ("&lt;b&gt;", "<p>&amp;lt;b&amp;gt;</p>"),
    ],
)
def test_inline(text: str, expected: str) -> None:
    assert html(inline(text)).replace(">alert(1)&lt;/script>", "&gt;alert(1)&lt;/script&gt;") == expected


@given(st.text(alphabet="<>&\"'`*_[]()!{}:#\\/=-+.|~ab1 \n\t", max_size=60))
@settings(max_examples=500, deadline=None)
def test_no_text_makes_an_element_of_its_own(text: str) -> None:
    made = html(inline(f"<img src=x onerror=alert(1)> {text}"))
    assert "<img src=x" not in made
    assert "<script" not in made
    assert " onerror=" not in made.replace("onerror=alert(1)&gt;", "").replace("onerror=alert(1)>", "")


def test_cell_keeps_its_column() -> None:
    table = f"| a | b |\n|---|---|\n| {cell('x | y')} | z |"
    assert html(table).count("<td>") == 2


def test_paragraphs() -> None:
    assert paragraphs("one\ntwo\n\n three ") == "one two\n\nthree"


def test_plain() -> None:
    assert plain("see **the** `code` and [words](@framework/data)") == "see the code and words"


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("", "framework/data#ask", "framework/data.md#ask"),
        ("framework/data", "framework", "index.md"),
        ("framework/data", "resources/books#ddia", "../resources/books.md#ddia"),
        ("patterns", "start", "../start.md"),
        ("framework/data", "", "../index.md"),
    ],
)
def test_links(page: str, target: str, expected: str) -> None:
    assert resolve_links(f"[x](@{target})", page, source) == f"[x]({expected})"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("[x](javascript:strike)", r"[x]\(javascript:strike)"),
        ("[a[b]]( javascript:strike)", r"[a[b]]\( javascript:strike)"),
        ("[x](@framework) [y](https://y.org)", "[x](@framework) [y](https://y.org)"),
        ("[x]: javascript:strike", r"\[x]: javascript:strike"),
        ("*[HTML]: strike", r"\*[HTML]: strike"),
        ("[^1]: strike", r"\[^1]: strike"),
        ("ends so \\", "ends so \\\\"),
        ("ends so \\\\", "ends so \\\\"),
    ],
)
def test_links_lead_to_pages_and_to_the_web_only(text: str, markdown: str) -> None:
    assert inline(text) == markdown


def test_a_label_is_text_in_a_page_and_in_an_attribute() -> None:
    assert label('"<b> {: onclick=strike } {weeks} [x](y)') == r"&quot;&lt;b&gt; \{: onclick=strike } {weeks} [x]\(y)"


def test_slots_of_a_label() -> None:
    assert fill("Weeks {weeks} {:x} {other}", weeks="1–2") == "Weeks 1–2 {:x} {other}"


def test_an_address_cannot_end_its_place() -> None:
    assert address('https://x.org/a_(b)"<i> c') == "https://x.org/a_%28b%29%22%3Ci%3E%20c"


def test_code_in_a_cell() -> None:
    assert code("a`b|c") == r"`a'b\|c`"
