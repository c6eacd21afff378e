"""HTML of a page → XHTML of a book."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from study.epub.xhtml import xhtml


def same(href: str) -> str:
    return href


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<br>b &nbsp;&lt;c</p>", "<p>a<br />b \xa0&lt;c</p>"),
        ('<p>x<a class="headerlink" href="#x">¶</a></p>', "<p>x</p>"),
        ("<p>x<button>press <b>me</b></button>y</p>", "<p>xy</p>"),
        ("<ol><li>x</li><li hidden>what a <b>script</b> shows</li></ol>", "<ol><li>x</li></ol>"),
        ('<p data-x="1" onclick="x()" id="p" tabindex="0">x</p>', '<p id="p">x</p>'),
        ("<p>open<b>never closed</p>", "<p>open<b>never closed</b></p>"),
        (
            '<svg viewBox="0 0 1 1"><marker refX="1"/></svg>',
            '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><marker refX="1" /></svg>',
        ),
    ],
)
def test_converts(html: str, expected: str) -> None:
    assert xhtml(html, same) == expected
    ElementTree.fromstring(f"<div>{xhtml(html, same)}</div>")  # noqa: S314 our own


def test_links_are_resolved() -> None:
    assert xhtml('<a href="../x/#y">z</a>', lambda href: href.upper()) == '<a href="../X/#Y">z</a>'
