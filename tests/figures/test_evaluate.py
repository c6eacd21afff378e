from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.make import computed, figure, single
from study.figures.evaluate import evaluate, phi


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("2 + 3 * 4 ** 2", 50),
        ("-2 ** 2", -4),
        ("7 / 2 - 1", 2.5),
        ("log(exp(2)) + log2(8) + log10(1000)", 8),
        ("sqrt(2) ** 2", 2),
        ("min(3, 1, 2) + max(3, 1)", 4),
        ("ceil(0.1 + 0.2 - 0.3) + ceil(2.1) + floor(2.9)", 5),
        ("ceil(0.7 * 10)", 7),
        ("phi(0)", 0.5),
        ("phi(-1.959964)", 0.025),
    ],
)
def test_computes(formula: str, expected: float) -> None:
    assert single(formula).magnitude == pytest.approx(expected, rel=1e-6)


def test_units_cancel_and_convert() -> None:
    assert single("size * tokens", "GiB", size=(320.0, "KiB/token"), tokens=(131_072.0, "token")).magnitude == 40
    assert single("a + b", "GB", a=(1.0, "GB"), b=(500.0, "MB")).magnitude == 1.5
    assert single("ceil(a / b)", "node", a=(9.0, "gpu"), b=(8.0, "gpu/node")).magnitude == 2
    assert single("sqrt(a * a)", "token", a=(3.0, "token")).magnitude == 3


def test_figures_lean_on_each_other_in_any_order() -> None:
    last = figure("last", "2 * x", "token", x="first")
    first = figure("first", "a", "token", a=(3.0, "token"))
    assert computed(last, first)["last"].magnitude == 6


def test_a_figure_that_leans_on_a_faulty_one_has_no_fault_of_its_own() -> None:
    bad = figure("bad", "a / 0", "1", a=(1.0, "1"))
    results, faults = evaluate([bad, figure("good", "2 * x", "1", x="bad")])
    assert results == {}
    assert [fault.figure for fault in faults] == ["bad"]


def test_two_cycles_are_told_apart() -> None:
    ring = [
        figure("a", "x", "1", x="b"),
        figure("b", "x", "1", x="a"),
        figure("c", "x", "1", x="c"),
        figure("d", "x", "1", x="a"),
    ]
    results, faults = evaluate(ring)
    assert results == {}
    assert sorted(fault.rule for fault in faults) == ["cycle", "cycle"]


def test_phi_is_the_normal_distribution() -> None:
    assert phi(1.0) + phi(-1.0) == pytest.approx(1)
    assert phi(-10) > 0


def test_a_sum_that_is_too_large() -> None:
    results, [fault] = evaluate([figure("it", "ceil(a + a)", "1", a=(1e308, "1"))])
    assert (results, fault.message) == ({}, "the result is too large")


FORMULAS = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            "0",
            "2",
            "1e300",
            "1e308",
            "+",
            "-",
            "*",
            "/",
            "**",
            "(",
            ")",
            "log(a)",
            "exp(b)",
            "sqrt(-a)",
            "ceil(a)",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
UNITS = st.sampled_from(["1", "GB", "token/s", "percent"])


@given(FORMULAS, NUMBERS, UNITS, NUMBERS, UNITS)
def test_any_formula_gives_a_finite_result_or_a_fault(formula: str, a: float, one: str, b: float, other: str) -> None:
    results, faults = evaluate([figure("it", formula, "1", a=(a, one), b=(b, other))])
    assert all(math.isfinite(result.magnitude) for result in results.values())
    assert results or faults
