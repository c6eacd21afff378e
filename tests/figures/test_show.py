from __future__ import annotations

import pytest

from figures.make import computed, figure, single
from study.figures import show

WRITTEN = [
    (20.4e6, "gpu", 3, "20.4 million GPUs", "2040 万张 GPU"),
    (3e9, "token/s", 3, "3 billion tokens/s", "30 亿 token/秒"),
    (320, "KiB/token", 3, "320 KiB/token", "320 KiB/token"),
    (1.8933e12, "USD/year", 2, "$1.9 trillion/year", "1.9 万亿美元/年"),
    (60_000, "USD/s", 3, "$60,000/s", "6 万美元/秒"),
    (9.6, "USD", 3, "$9.60", "9.60 美元"),
    (0.8333, "USD/Mtoken", 2, "$0.83 per million tokens", "0.83 美元/百万 token"),
    (28.77, "percent", 3, "28.8%", "28.8%"),
    (1.7889, "pp", 3, "1.79 pp", "1.79 个百分点"),
    (8, "times", 3, "8×", "8 倍"),
    (745_641, "user", 6, "745,641 users", "745641 名用户"),
    (335_123, "gpu", 3, "335,000 GPUs", "33.5 万张 GPU"),
    (61.0352, "GiB", 3, "61.0 GiB", "61.0 GiB"),
    (1, "gpu", 3, "1 GPU", "1 张 GPU"),
    (12.64, "us", 3, "12.6 µs", "12.6 µs"),
    (25.5, "s", 3, "25.5 s", "25.5 秒"),
    (52.56, "minute", 3, "52.6 minutes", "52.6 分钟"),
    (3, "meter", 2, "3 m", "3 米"),
    (26.8, "TB/s", 3, "26.8 TB/s", "26.8 TB/s"),
    (5.374, "TB/h", 2, "5.4 TB/h", "5.4 TB/小时"),
    (47.04, "gpu*h", 2, "47 GPU-hours", "47 GPU 小时"),
    (1.728e15, "token/day", 3, "1.73 quadrillion tokens/day", "1730 万亿 token/天"),
    (5.88e23, "FLOP", 3, "5.88 × 10²³ FLOP", "5.88 × 10²³ FLOP"),
    (3.2e-7, "1", 2, "3.2 × 10⁻⁷", "3.2 × 10⁻⁷"),
    (0, "1", 3, "0", "0"),
    (-2.5, "GB", 3, "−2.5 GB", "−2.5 GB"),
    (99.96, "percent", 3, "100%", "100%"),
    (999_999, "user", 3, "1.00 million users", "100 万名用户"),
]


@pytest.mark.parametrize(("value", "unit", "digits", "en", "zh"), WRITTEN)
def test_each_language_writes_numbers_its_own_way(value: float, unit: str, digits: int, en: str, zh: str) -> None:
    assert show.amount(value, unit, digits, "en") == en
    assert show.amount(value, unit, digits, "zh") == zh


def test_rounding_knows_whether_something_was_lost() -> None:
    assert show.exact(single("a * b", "KiB", a=(2.0, "1"), b=(160.0, "KiB")))
    assert not show.exact(single("a / 3", a=(1.0, "1")))


def test_substitution_puts_values_in_the_places_of_names() -> None:
    rate = figure("rate", "a * b", "token/s", a=(1e5, "request/s"), b=(2e5, "token/request"))
    gpus = figure(
        "gpus",
        "ceil(rate / (speed - 1 / day)) ** 2 * -(p - p) / max(p, 2)",
        "1",
        rate="rate",
        speed=(1e9, "token/s"),
        day=(1.0, "s/token"),
        p=(5.0, "percent"),
    )
    results = computed(rate, gpus)
    assert show.substitution(results["rate"], results, "en") == "100,000 requests/s × 200,000 tokens/request"
    assert show.substitution(results["rate"], results, "zh") == "10 万次请求/秒 × 20 万 token/请求"
    said = "⌈20 billion tokens/s ÷ (1 billion tokens/s − 1 ÷ 1 s/token)⌉² × −(5% − 5%) ÷ max(5%, 2)"
    assert show.substitution(results["gpus"], results, "en") == said


def test_powers_of_amounts_have_parentheses() -> None:
    result = single("step ** steps + 2 ** steps", step=(95.0, "percent"), steps=(20.0, "1"))
    assert show.substitution(result, {"it": result}, "en") == "95%²⁰ + 2²⁰"
    rate = single("rate ** n", "token/s", rate=(3.0, "token/s"), n=(1.0, "1"))
    assert show.substitution(rate, {"it": rate}, "en") == "(3 tokens/s)¹"


def test_the_formula_can_be_spelled() -> None:
    result = single("kv_heads * log2(n) + sqrt(n) - exp(-n)", kv_heads=(8.0, "1"), n=(4.0, "1"))
    assert result.tree is not None
    assert show.spelled(result.tree) == "kv heads × log₂(n) + √(n) − exp(−n)"
