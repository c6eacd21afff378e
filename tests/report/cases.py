"""Two problems of a small file, as every form of report shows them."""

from __future__ import annotations

from study.edit import Edit
from study.problem import Mark, Problem
from study.report.case import Case

SOURCE = """\
stages:
- id: cache
  why:
    en: A cache hit takes about 0.5 ms at 3.5 million QPS.
    zh: 缓存命中约需 5 毫秒,350 万 QPS。
"""
NUMBERS = Problem(
    "data/a.yml",
    5,
    16,
    "T19",
    "numbers differ\nin English only: 0.5 ms\nin Chinese only: 5 ms",
    "change 5 to 0.5",
    marks=(Mark("data/a.yml", 5, 16, 1), Mark("data/a.yml", 4, 33, 3)),
    key="data/a.yml#stages/cache/why",
)
COMMA = Problem(
    "data/a.yml",
    5,
    20,
    "T30",
    "half-width punctuation: `,`",
    "write ，",
    marks=(Mark("data/a.yml", 5, 20, 1),),
    key="data/a.yml#stages/cache/why",
)
LATE = Problem("data/b.yml", 3, 1, "T24", "much longer than its English", severity="warning")
FIX = Edit(Mark("data/a.yml", 5, 20, 1), ",", "，", "T30")


def case(*problems: Problem) -> Case:
    return Case(sorted(problems), {"data/a.yml": SOURCE}, {COMMA: [FIX]} if COMMA in problems else {}, "https://g.org/")
