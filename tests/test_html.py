from __future__ import annotations

import pytest

from study.html import End, Start, pieces


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("a &lt; b &amp; c&nbsp;d", ["a < b & c\xa0d"]),
        ('<p class="x y" id=z>1</p>', [Start("p", {"class": "x y", "id": "z"}, closed=False), "1", End("p")]),
        ("<path d='M0' viewBox=\"0 0\"/>", [Start("path", {"d": "M0", "viewBox": "0 0"}, closed=True)]),
        ('<a title="1 > 0 &quot;" hidden>', [Start("a", {"title": '1 > 0 "', "hidden": ""}, closed=False)]),
        ('<a href="x/">', [Start("a", {"href": "x/"}, closed=False)]),
        ("<br />1<!-- <b> -->2", [Start("br", {}, closed=True), "1", "2"]),
        ("1 < 2 <3", ["1 ", "<", " 2 ", "<", "3"]),
        ("", []),
    ],
)
def test_pieces(html: str, made: list[object]) -> None:
    assert list(pieces(html)) == made


def test_classes() -> None:
    (start,) = pieces('<p class=" a  b ">')
    assert isinstance(start, Start)
    assert start.classes == {"a", "b"}
