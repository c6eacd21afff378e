from __future__ import annotations

from typing import Literal

import pytest

from figures.make import computed, figure
from study.figures.typed import contradictions

RESULTS = computed(
    figure("kv", "bytes * tokens", "GB", bytes=(320.0, "KiB/token"), tokens=(200_000.0, "token")),
    figure("gpus", "a / b", "gpu", a=(20.39e6, "1"), b=(1.0, "1/gpu")),
    figure("rate", "a", "token/s", a=(2e9, "token/s")),
    figure("cost", "a", "USD/s", a=(60_000.0, "USD/s")),
    figure("share", "a", "percent", a=(28.77, "percent")),
    figure("step", "a", "ms", a=(28.5, "ms")),
    figure("budget", "a + b", "ms", a=(75.0, "ms"), b=(12.0, "ms")),
    figure("series", "each ** 3", "percent", each=(99.9, "percent")),
    figure("count", "a", "1", a=(6.0, "1")),
)

SOUND = [
    ("en", "65.5 GB ({=kv}) a request"),
    ("en", "It spends {=budget} of 100 ms, 75 ms of it ranking."),
    ("en", "Three parts at 99.9% give {=series}, short of 99.9%."),
    ("en", "A node keeps {=kv} (61.0 GiB) a request."),
    ("en", "An 80 GB card holds one request of {=kv}."),
    ("en", "It needs {=gpus}. Twenty million GPUs; 21 million GPUs exist nowhere."),
    ("en", "About 20 million GPUs, or {=gpus} to be exact"),
    ("en", "Pages at 1% fire with {=share}."),
    ("en", "Six requests ({=count}) of 6.5 GB"),
    ("en", "Code `66 GB` beside {=kv}"),
    ("en", "{=rate} at 2.1 GB/s and 1.9 billion tokens"),
    ("en", "200,000 tokens at {=rate}"),
    ("zh", "每个请求占 {=kv}，一张卡 80 GB。"),
    ("zh", "需要 {=gpus}（2040 万张 GPU）。"),
    ("zh", "约 2000 万张 GPU，准确说是 {=gpus}"),
    ("zh", "一步 {=step}。另一步 29 ms。"),
]


@pytest.mark.parametrize(("lang", "text"), SOUND)
def test_lets_pass(lang: Literal["en", "zh"], text: str) -> None:
    assert [typed.text for typed, _ in contradictions(text, RESULTS, lang)] == []


WRONG = [
    ("en", "A request takes 67 GB, that is {=kv}.", "67 GB"),
    ("en", "{=kv} (40 GB)", "40 GB"),
    ("en", "40 GB ({=kv})", "40 GB"),
    ("en", "{=kv} = 62 GiB", "62 GiB"),
    ("en", "{=gpus}, so 21 million GPUs", "21 million GPUs"),
    ("en", "{=rate}, not 2.1 billion tokens/s", "2.1 billion tokens/s"),
    ("en", "{=cost}, or $61,000/s", "$61,000/s"),
    ("en", "28.5% of days page ({=share})", "28.5%"),
    ("en", "{=step}, some 29.5 milliseconds", "29.5 milliseconds"),
    ("zh", "需要 {=gpus}，也就是 2100 万张 GPU", "2100 万张 GPU"),
    ("zh", "需要 {=gpus}（1000 万张 GPU）", "1000 万张 GPU"),
    ("zh", "每秒 6.1 万美元/秒，即 {=cost}", "6.1 万美元/秒"),
    ("zh", "一步 {=step}，约 29.5 毫秒", "29.5 毫秒"),
    ("zh", "每秒 {=rate}，也就是 21 亿 token/秒", "21 亿 token/秒"),
]


@pytest.mark.parametrize(("lang", "text", "typed"), WRONG)
def test_finds(lang: Literal["en", "zh"], text: str, typed: str) -> None:
    assert [found.text for found, _ in contradictions(text, RESULTS, lang)] == [typed]


def test_a_number_that_is_another_figure_or_an_input_counts_as_that() -> None:
    text = "Weights of 141 GB and {=kv}: 65.5 GB of {=near}"
    near = figure("near", "x * 1.05", "GB", x="kv")
    both = computed(near, figure("kv", "a", "GB", a=(65.536, "GB")))
    assert list(contradictions(text, both, "en")) == []
