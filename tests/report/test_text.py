"""The report for people, word for word."""

from __future__ import annotations

from report.cases import COMMA, LATE, NUMBERS, case
from study.problem import Problem
from study.report import report
from study.report.text import CAP

SHOWN = """\
data/a.yml:5:16: T19: numbers differ
        4 |     en: A cache hit takes about 0.5 ms at 3.5 million QPS.
          |                                 ^^^
        5 |     zh: 缓存命中约需 5 毫秒,350 万 QPS。
          |                      ^
    = in English only: 0.5 ms
    = in Chinese only: 5 ms
    fix: change 5 to 0.5
    or, if it is right as it stands: add l10n_ok: [{id: T19, reason: "…"}] beside en and zh, then `study fix`
    rule: https://g.org/quality/rules/#t19
data/a.yml:5:20: T30: half-width punctuation: `,`
        5 |     zh: 缓存命中约需 5 毫秒,350 万 QPS。
          |                            ^
    fix: write ，
    or, if it is right as it stands: add l10n_ok: [{id: T30, reason: "…"}] beside en and zh, then `study fix`
    rule: https://g.org/quality/rules/#t30
data/b.yml:3:1: T24 (warning): much longer than its English
    rule: https://g.org/quality/rules/#t24
2 errors, 1 warning in 2 files; 1 fixable with `study fix`"""


def test_both_sides_the_difference_the_fix_the_waiver_the_rule() -> None:
    assert report(case(NUMBERS, COMMA, LATE)) == SHOWN


def test_nothing_found() -> None:
    assert report(case()) == "no problems"


def test_a_page_is_waived_by_a_comment() -> None:
    problem = Problem("docs/zh/a.md", 4, 1, "T23", "too long", key="docs/en/a.md#a/*~1")
    assert "write <!-- l10n-ok T23: the reason --> on a line above it" in report(case(problem))


def test_a_rule_that_is_not_about_translation_has_no_page_and_no_waiver() -> None:
    problem = Problem("data/b.yml", 4, 1, "yaml", "a bracket is open", "close it")
    assert report(case(problem)) == (
        "data/b.yml:4:1: yaml: a bracket is open\n    fix: close it\n1 error, 0 warnings in 1 file"
    )


def test_the_problems_of_one_file_are_capped() -> None:
    many = [Problem("data/b.yml", n, 1, "yaml", "no") for n in range(1, CAP + 4)]
    lines = report(case(*many, LATE, Problem("data/c.yml", 1, 1, "yaml", "no"))).split("\n")
    assert lines[-3:] == [
        "data/b.yml: 4 more; mend these first",
        "data/c.yml:1:1: yaml: no",
        "54 errors, 1 warning in 2 files",
    ]
    assert sum(line.startswith("data/b.yml:") for line in lines) == CAP + 1


def test_what_a_text_smuggles_in_is_shown() -> None:
    assert "<U+001B>" in report(case(Problem("data/b.yml", 4, 1, "yaml", "found `\x1b[2J`")))
