from __future__ import annotations

import pytest

from study.figures.units import COUNTED, UnitError, dimensions, magnitude, pure, quantity


def test_no_quantity_is_infinite() -> None:
    with pytest.raises(UnitError, match=r"1e\+308 TB is too much"):
        quantity(1e308, "TB")


def test_decimal_and_binary_prefixes_are_kept_apart() -> None:
    assert magnitude(quantity(1, "GiB"), "B") == 1024**3
    assert magnitude(quantity(1, "GB"), "B") == 1e9
    assert magnitude(quantity(1, "kB"), "B") == magnitude(quantity(1, "KB"), "B") == 1000


@pytest.mark.parametrize(
    ("value", "unit", "other", "expected"),
    [
        (1, "day", "s", 86_400),
        (1, "year", "day", 365),
        (8, "Gb/s", "GB/s", 1),
        (28.8, "percent", "1", 0.288),
        (1, "pp", "percent", 1),
        (3, "USD/gpu/h", "USD/gpu/day", 72),
        (5, "1/token", "1/token", 5),
    ],
)
def test_converts(value: float, unit: str, other: str, expected: float) -> None:
    assert magnitude(quantity(value, unit), other) == pytest.approx(expected)


@pytest.mark.parametrize("one", COUNTED)
def test_everything_counted_is_a_dimension_of_its_own(one: str) -> None:
    kind = quantity(1, one).dimensionality
    units = (*COUNTED, "B", "s", "FLOP", "USD", "1")
    assert [other for other in units if quantity(1, other).dimensionality == kind] == [one]


def test_says_both_sides_of_a_mismatch() -> None:
    with pytest.raises(UnitError, match=r"the formula gives data / token, the unit `GB` is data"):
        magnitude(quantity(1, "GB/token"), "GB")
    assert dimensions(pure(1)) == "a pure number"
    assert dimensions(quantity(1, "FLOP/token/token")) == "computation / token^2"
    assert dimensions(quantity(1, "1/s")) == "1 / time"


@pytest.mark.parametrize("unit", ["parsec", "GB per s", "GB/", "B**2", "", "1 + 1", "__class__", "GB//s"])
def test_refuses_what_is_no_unit(unit: str) -> None:
    with pytest.raises(UnitError):
        quantity(1, unit)
