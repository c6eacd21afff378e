"""Numbers and their units: what is the same, said in two languages, and what is not."""

from __future__ import annotations

import pytest

from study.pair import Pair, Side
from study.source import Place
from study.translation.both import Both
from study.translation.numbers import numbers_differ

SAME = [
    ("Stock in 1 minute, new listings in 10.", "库存 1 分钟，新商品 10 分钟。"),
    ("15 seconds a box: 20 boxes cost 5 minutes and not 15.", "一个框 15 秒，20 个框花 5 分钟，而不是 15 分钟。"),
    ("Staffed 24/7, paged in 5 minutes.", "7×24 小时值班，5 分钟内响应。"),
    ("S1 1 h · S2 24 h", "S1 1 小时 · S2 24 小时"),
    ("1 minute each, hourly.", "每次 1 分钟，1 小时一次。"),
    ("An error rate of 0.1%.", "错误率 1‰。"),
    ("Under half a percent of users.", "不到用户的 0.5%。"),
    ("At 50% load.", "负载一半时。"),
    ("30-90+ days", "30-90 天以上"),
    ("3.5 million in 24 hours.", "1 天 350 万。"),
]
OTHER_UNIT = [
    ("Stock in 1 minute, new listings in 10.", "库存 1 分钟，新商品 10 小时。"),
    ("15 seconds a box: 20 boxes cost 5 minutes and not 15.", "一个框 15 秒，20 个框花 5 分钟，而不是 15 小时。"),
    ("S1 1 h · S2 24 h", "S1 1 分钟 · S2 24 小时"),
    ("90% true and 1% false positives, one threshold.", "真阳性率 90%、假阳性率 1‰，一个阈值。"),
    ("Keep one percent of traffic.", "留 1‰ 的流量。"),
    ("Two promises: 2 seconds at p95, else 60 seconds.", "两份承诺：p95 2 毫秒，其余 60 秒。"),
    ("Under half a percent of users.", "不到用户的 0.5‰。"),
    ("At 50% recall. The other half goes to people.", "召回率 50‰，剩下一半交给人。"),
    ("30-90+ days", "30-90 周以上"),
]


def said(en: str, zh: str) -> list[str]:
    """The rules that speak at these two texts."""
    return [problem.rule for problem in numbers_differ(Both.of(Pair("a", "a", "paragraph", side(en), side(zh))))]


def side(text: str) -> Side:
    return Side(text, "data/a.yml", lambda: [Place(1, 1)] * (len(text) + 1))


@pytest.mark.parametrize(("en", "zh"), SAME)
def test_the_same(en: str, zh: str) -> None:
    assert said(en, zh) == []


@pytest.mark.parametrize(("en", "zh"), OTHER_UNIT)
def test_another_unit(en: str, zh: str) -> None:
    assert said(en, zh) == ["T20"]
