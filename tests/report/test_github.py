"""Annotations of a GitHub workflow, and its summary."""

from __future__ import annotations

from report.cases import COMMA, LATE, NUMBERS, case
from study.problem import Problem
from study.report import report
from study.report.github import summary


def test_one_command_a_problem() -> None:
    assert report(case(NUMBERS, LATE), "github").split("\n") == [
        "::error file=data/a.yml,line=5,endLine=5,col=16,endColumn=17,title=T19::"
        "numbers differ%0Ain English only: 0.5 ms%0Ain Chinese only: 5 ms%0Afix: change 5 to 0.5",
        "::warning file=data/b.yml,line=3,endLine=3,col=1,endColumn=2,title=T24::much longer than its English",
        "1 error, 1 warning in 2 files",
    ]


def test_nothing_ends_a_command_early() -> None:
    said = report(case(Problem("data/a,b:c.yml", 1, 2, "yaml", "100%\r\n::error::x")), "github").split("\n")
    assert said[0].startswith("::error file=data/a%2Cb%3Ac.yml,line=1,")
    assert said[0].endswith("::100%25<U+000D>%0A::error::x")
    assert len(said) == 2


def test_the_summary_is_a_table() -> None:
    bar = Problem("data/c.yml", 1, 1, "yaml", "a | b\n<b>`c`")
    assert summary(case(COMMA, bar)) == (
        "### study check\n\n| Place | Rule | What is wrong | Fix |\n| --- | --- | --- | --- |\n"
        "| data/a.yml:5:20 | [T30](https://g.org/quality/rules/#t30) | half-width punctuation: \\`,\\` | write ， |\n"
        "| data/c.yml:1:1 | yaml | a \\| b<br>&lt;b&gt;\\`c\\` |  |\n\n"
        "2 errors, 0 warnings in 2 files; 1 fixable with `study fix`\n"
    )
    assert summary(case()) == "### study check\n\nno problems\n"


def test_a_long_summary_says_what_it_leaves_out() -> None:
    many = [Problem("data/b.yml", n, 1, "yaml", "no") for n in range(1, 503)]
    assert "\nand 2 more\n" in summary(case(*many))
