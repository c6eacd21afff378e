"""What stays of a style sheet."""

from __future__ import annotations

import pytest

from study.assets.styles import sheet, words

USED = words(['<p class="a b-c">'], ["x.classList.add('made')"])


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{color:red}.gone{color:red}", ".a{color:red}"),
        (".a,.gone,p{margin:0}", ".a,p{margin:0}"),
        ('.made .b-c::after{content:","}', '.made .b-c::after{content:","}'),
        ("@media print{.gone{top:0}}@media print{.a{top:0}}", "@media print{.a{top:0}}"),
        (".a:not(.gone),:is(.gone,p) .a{top:0}", ".a:not(.gone),:is(.gone,p) .a{top:0}"),
        ("[dir=rtl] .a{left:0}[dir=ltr] .a{left:0}", "[dir=ltr] .a{left:0}"),
        (".a\\:b{top:0}@keyframes x{0%{top:0}}", "@keyframes x{0%{top:0}}"),
        (
            ':root{--md-idle:url("data:;{}");--md-a:var(--md-b);--md-b:1;--own:2}p{top:var(--md-a)}',
            ":root{--md-a:var(--md-b);--md-b:1;--own:2}p{top:var(--md-a)}",
        ),
    ],
)
def test_sheet(css: str, kept: str) -> None:
    assert sheet([css], USED) == kept


def test_idle_variables_go_with_what_only_they_read() -> None:
    assert sheet([":root{--md-a:var(--md-b);--md-b:1}"], USED) == ":root{}"
