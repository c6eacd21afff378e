"""Figures derived again in plain Python, by another route than the engine: bare floats in base units, no formulas shared."""

from __future__ import annotations

import math
from statistics import NormalDist

import pytest

import tiny
from study.figures.catalog import results
from study.load import load

COMPUTED, FAULTS = results(load(tiny.ROOT)[0])
KIB, GIB = 1024, 1024**3

N70 = 70.6e9  # parameters of Llama-3.1-70B
H100 = 989e12 * 0.4  # FLOP/s in practice
KV70 = 2 * 80 * 8 * 128 * 2  # bytes of KV cache a token


def attention(position: float) -> float:
    """FLOP a token spends attending to `position` earlier ones: 4 a layer and dimension."""
    return 4 * 80 * 8192 * position


def prefill_gpus(tokens: float, position: float, speed: float = H100) -> float:
    return tokens * (2 * N70 + attention(position)) / speed


def precision(base: float, recall: float, fpr: float) -> float:
    """In per cent, by counting a million cases."""
    caught, false = 1e6 * base * recall, 1e6 * (1 - base) * fpr
    return 100 * caught / (caught + false)


SE = math.sqrt(0.8 * 0.2 / 1000)  # of one benchmark
DROP = NormalDist(0, SE * math.sqrt(2)).cdf(-0.01)  # by chance, two independent runs
STEP = (2 * N70 + 6 * 200_000 * KV70) / (0.7 * 8 * 3.35e12)  # seconds a decode step

EXPECTED = {
    # long context
    "lcs-cold-tokens-per-second": 2e10,
    "lcs-cold-gpus": prefill_gpus(2e10, 1e5),
    "lcs-cold-gpus-fp8": prefill_gpus(2e10, 1e5, 1979e12 * 0.4),
    "lcs-cold-gpus-linear": 2e10 * 2 * N70 / H100,
    "lcs-hit90-gpus": prefill_gpus(2e9, 1.9e5),
    "lcs-hit99-gpus": prefill_gpus(2e8, 1.99e5),
    "lcs-mean8k-gpus": prefill_gpus(8e8, 4000),
    "lcs-rescoped-gpus": prefill_gpus(8e7, 3600),
    "lcs-tokens-reading-gpus": prefill_gpus(1e5, 1e5),
    "lcs-tokens-reading-nodes": 13,
    "lcs-attention-overhead": attention(1e5) / (2 * N70),
    "lcs-tokens-per-day": 1.728e15,
    "lcs-google-ratio": 1.728e15 * 30 / 1.3e15,
    "lcs-cost-per-second": 60_000,
    "lcs-cost-per-year": 60_000 * 86_400 * 365,
    "lcs-prefill-time": 200_000 * (2 * N70 + attention(1e5)) / (8 * H100),
    "lcs-cached-prefill-time": 10_000 * (2 * N70 + attention(1.95e5)) / (8 * H100),
    "lcs-kv-per-request": 200_000 * KV70 / 1e9,
    "lcs-requests-per-node": (640e9 * 0.9 - 2 * N70) // (200_000 * KV70),
    "lcs-decode-step": STEP * 1000,
    "lcs-decode-nodes": 1e5 * 500 / (6 / STEP),
    "lcs-transfer-one-link": 200_000 * KV70 * 8 / 400e9,
    # KV caches and memory
    "kv-llama-70b": KV70 / KIB,
    "kv-llama-70b-128k-gib": 131_072 * KV70 / GIB,
    "llama-70b-weights-int4": N70 / 2 / 1e9,
    "llama-70b-training-memory": N70 * 16 / 1e12,
    "h100-ridge": 989e12 / 3.35e12,
    "b200-ridge": 2250e12 / 8e12,
    "decode-bound-70b-8h100": 8 * 3.35e12 / (2 * N70),
    "prefill-bound-70b-h100": H100 / (2 * N70),
    "chinchilla-training-flop": 6 * 70e9 * 1.4e12,
    "spec-decode-80-4": sum(0.8**k for k in range(5)),
    "spec-decode-60-4": sum(0.6**k for k in range(5)),
    # RAG
    "rag-fp16-vectors": 1e8 * 1024 * 2 / 1e9,
    "rag-fp16-vectors-gib": 1e8 * 1024 * 2 / GIB,
    "rag-binary-vectors": 1e8 * 1024 / 8 / 1e9,
    "rag-hnsw-m32": 1e8 * 64 * 4 / 1e9,
    "rag-ivfpq": 7.2,
    "rag-fanout-slow": 100 * (1 - math.prod([0.99] * 10)),
    "rag-rerank-h100": 1000 * 100 * 512 * 2 * 86e6 / (989e12 * 0.3),
    "rag-rerank-l4": 1000 * 100 * 512 * 2 * 86e6 / (121e12 * 0.3),
    "rag-latency-budget": 15 + 25 + 2 + 35 + 10,
    "rag-embedding-gpu-hours": 1e11 * 2 * 335e6 / H100 / 3600,
    # agents
    "agent-success-95-20": 100 * math.prod([0.95] * 20),
    "agent-success-99-50": 100 * math.prod([0.99] * 50),
    "agent-required-step": 100 * math.exp(math.log(0.9) / 20),
    "agent-input-tokens": sum(2000 + 800 * step for step in range(20)),
    # evaluation
    "eval-se": 100 * SE,
    "eval-diff-ci": 100 * 1.96 * SE * math.sqrt(2),
    "eval-false-page": 100 * DROP,
    "eval-false-page-any": 100 * (1 - (1 - DROP) ** 10),
    "eval-mde": 100 * (NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(0.8)) * SE * math.sqrt(2),
    "eval-pooled-false-page": 100 * NormalDist(0, math.sqrt(2 * 0.16 / 10_000)).cdf(-0.01),
    "eval-paired-pooled-se": 100 * math.sqrt(0.1 / 10_000),
    "eval-paired-p": 100 * NormalDist().cdf(-0.01 / math.sqrt(0.1 / 10_000)),
    # base rates
    "mod-precision": precision(0.001, 0.9, 0.01),
    "mod-posts-per-second": 100e6 / 86_400,
    "mod-reviewers": 1e6 / (8 * 3600 * 0.8 / 30),
    "fraud-precision": precision(0.001, 0.8, 0.005),
    "fraud-false-alarms": 5000 * 86_400 * 0.999 * 0.005,
    # recommendation, search, driving
    "rec-qps": 2e9 / 86_400,
    "rec-ranked-pairs": 2e9 / 86_400 * 3 * 500,
    "rec-ranking-compute": 2e9 / 86_400 * 3 * 500 * 10e6 / 1e12,
    "rec-embedding-table": 1e9 * 128 * 2 / 1e9,
    "search-l2-pairs": 5e6,
    "search-int8-vectors": 768,
    "drive-camera-rate": 8 * 1920 * 1080 * 3 * 30 / 1e9,
    "drive-camera-per-hour": 8 * 1920 * 1080 * 3 * 30 * 3600 / 1e12,
    "drive-distance": 3.0,
    # metrics
    "metric-f1": 100 * 2 * 80 / (2 * 80 + 20 + 40),
    "metric-f2": 100 * 5 * 80 / (5 * 80 + 4 * 40 + 20),
    "metric-ap": (1 + 2 / 3 + 3 / 5) / 3,
    "metric-ndcg": (7 + 1.5) / (7 + 3 / math.log2(3)),
    "metric-log-loss": -math.log(0.2 * 0.9) / 2,
    "metric-psi": 0.1 * math.log(0.6 / 0.5) + 0.1 * math.log(0.5 / 0.4),
    "metric-ks": 1.36 * math.sqrt(2 / 1000),
    "metric-pass-at-k": 100 * (1 - math.comb(17, 5) / math.comb(20, 5)),
    "metric-kappa": 0.7,
    "metric-downsampling": 100 / 11,
    # traffic, cost, statistics
    "qps-1b-per-day": 1e9 / 86_400,
    "little-in-flight": 5000,
    "downtime-9999": 365 * 24 * 60 / 10_000,
    "downtime-99999": 365 * 24 * 60 / 100_000,
    "cost-per-million-tokens": 3 / (1000 * 3600) * 1e6,
    "prompt-cache-two-uses": 1.35,
    "prompt-cache-break-even": next(n for n in range(1, 9) if 1.25 + 0.1 * (n - 1) < n),
    "prompt-cache-break-even-1h": next(n for n in range(1, 9) if 2 + 0.1 * (n - 1) < n),
    "ab-sample-size": 2 * (NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(0.8)) ** 2 * 0.05 * 0.95 / 0.001**2,
}


@pytest.mark.parametrize("id", EXPECTED)
def test_same_by_another_route(id: str) -> None:
    assert COMPUTED[id].magnitude == pytest.approx(EXPECTED[id], rel=1e-5)


def test_all_are_sound() -> None:
    assert FAULTS == []
    assert len(COMPUTED) >= 70


PUBLISHED_KIB = {
    "kv-llama-70b": 320,
    "kv-llama-8b": 128,
    "kv-mistral-7b": 128,
    "kv-qwen25-7b": 56,
    "kv-opt-13b": 800,
    "kv-gpt-3": 4.5 * 1024,
    "kv-deepseek-v3": 68.6,
}
"""Bytes of KV cache a token from the published shapes: GQA, MHA and MLA."""


@pytest.mark.parametrize("id", PUBLISHED_KIB)
def test_kv_cache_is_within_one_percent_of_the_published_shape(id: str) -> None:
    assert float(COMPUTED[id].amount.magnitude) / KIB == pytest.approx(PUBLISHED_KIB[id], rel=0.01)
