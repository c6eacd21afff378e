from __future__ import annotations

import pytest

from study.reading import minutes


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>" + "word " * 220 + "</p>", 1),
        ("<p>" + "word " * 221 + "</p>", 2),
        ("<p>" + "字" * 400 + "</p>", 1),
        ("<p>" + "字" * 200 + "word " * 110 + "</p>", 1),
        ("<svg><text>" + "word " * 900 + "</text></svg><p>word</p>", 1),
        ("<p>word</p>" + '<div class="figs">' + "word " * 900 + "</div>", 1),
        ("", 0),
    ],
)
def test_minutes(html: str, expected: int) -> None:
    assert minutes(html) == expected
