"""What units are called in each language. A unit that does not stand here is written as it is: GB, ms, TFLOP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Word(NamedTuple):
    """A unit after one, after many and after `/`, in English; after a number and after `/`, in Chinese."""

    one: str
    many: str
    per: str
    zh: str
    zh_per: str


WORDS: Mapping[str, Word] = {
    "token": Word("token", "tokens", "token", "token", "token"),
    "request": Word("request", "requests", "request", "次请求", "请求"),
    "query": Word("query", "queries", "query", "次查询", "查询"),
    "document": Word("document", "documents", "document", "篇文档", "文档"),
    "chunk": Word("chunk", "chunks", "chunk", "个切块", "切块"),
    "vector": Word("vector", "vectors", "vector", "个向量", "向量"),
    "component": Word("dimension", "dimensions", "dimension", "维", "维"),
    "parameter": Word("parameter", "parameters", "parameter", "个参数", "参数"),
    "gpu": Word("GPU", "GPUs", "GPU", "张 GPU", "GPU"),
    "node": Word("node", "nodes", "node", "个节点", "节点"),
    "shard": Word("shard", "shards", "shard", "个分片", "分片"),
    "person": Word("person", "people", "person", "人", "人"),
    "user": Word("user", "users", "user", "名用户", "用户"),
    "post": Word("post", "posts", "post", "条帖子", "帖子"),
    "transaction": Word("transaction", "transactions", "transaction", "笔交易", "交易"),
    "pair": Word("pair", "pairs", "pair", "对", "对"),
    "question": Word("question", "questions", "question", "道题", "题"),
    "benchmark": Word("benchmark", "benchmarks", "benchmark", "个基准", "基准"),
    "step": Word("step", "steps", "step", "步", "步"),
    "run": Word("run", "runs", "run", "次运行", "运行"),
    "camera": Word("camera", "cameras", "camera", "路摄像头", "摄像头"),
    "pixel": Word("pixel", "pixels", "pixel", "像素", "像素"),
    "id": Word("ID", "IDs", "ID", "个 ID", "ID"),
    "link": Word("link", "links", "link", "条边", "边"),
    "USD": Word("USD", "USD", "USD", "美元", "美元"),
    "us": Word("µs", "µs", "µs", "µs", "µs"),
    "s": Word("s", "s", "s", "秒", "秒"),
    "min": Word("min", "min", "min", "分钟", "分钟"),
    "minute": Word("minute", "minutes", "minute", "分钟", "分钟"),
    "h": Word("h", "h", "h", "小时", "小时"),
    "hour": Word("hour", "hours", "hour", "小时", "小时"),
    "day": Word("day", "days", "day", "天", "天"),
    "week": Word("week", "weeks", "week", "周", "周"),
    "month": Word("month", "months", "month", "个月", "月"),
    "year": Word("year", "years", "year", "年", "年"),
    "meter": Word("m", "m", "m", "米", "米"),
    "percent": Word("%", "%", "%", "%", "%"),
    "pp": Word("pp", "pp", "pp", "个百分点", "百分点"),
    "times": Word("×", "×", "×", "倍", "倍"),
}

WHOLE: Mapping[str, tuple[str, str]] = {
    "USD/Mtoken": ("${} per million tokens", "{} 美元/百万 token"),
    "USD/gpu/h": ("${} per GPU-hour", "{} 美元/GPU 小时"),
    "gpu*h": ("{} GPU-hours", "{} GPU 小时"),
    "gpu*day": ("{} GPU-days", "{} GPU 天"),
    "TFLOP/s/gpu": ("{} TFLOP/s", "{} TFLOP/s"),
    "TB/s/gpu": ("{} TB/s", "{} TB/s"),
    "GB/s/gpu": ("{} GB/s", "{} GB/s"),
    "GB/gpu": ("{} GB", "{} GB"),
    "FLOP/B": ("{} FLOP/byte", "{} FLOP/字节"),
}
"""Units with a name of their own: how the number is written into it. What is per GPU says so in the title."""

RATES_KEPT = ("B", "b", "FLOP")
"""A rate of these keeps its symbol in Chinese: GB/s, not GB/秒."""
