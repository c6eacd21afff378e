"""Units as real dimensions: a token is no byte, a GPU no person, so that adding them is an error.

The registry knows only what stands in `DEFINITIONS`. Decimal prefixes (kB = 1000 B) and binary ones (KiB = 1024 B)
are kept apart; a month has 30 days and a year 365.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import cast

import pint

COUNTED = (
    "token", "request", "query", "document", "chunk", "vector", "component", "parameter", "gpu", "node", "shard", "person",
    "user", "post", "transaction", "pair", "question", "benchmark", "step", "run", "camera", "pixel", "id", "link",
)  # fmt: skip
"""Things that are counted, each a dimension of its own."""

DEFINITIONS = (
    "kilo- = 1e3 = k- = K-",
    "mega- = 1e6 = M-",
    "giga- = 1e9 = G-",
    "tera- = 1e12 = T-",
    "peta- = 1e15 = P-",
    "exa- = 1e18 = E-",
    "milli- = 1e-3 = m-",
    "micro- = 1e-6 = u-",
    "nano- = 1e-9 = n-",
    "kibi- = 1024 = Ki-",
    "mebi- = 1048576 = Mi-",
    "gibi- = 1073741824 = Gi-",
    "tebi- = 1099511627776 = Ti-",
    "second = [time] = s",
    "minute = 60 * second = min",
    "hour = 60 * minute = h",
    "day = 24 * hour",
    "week = 7 * day",
    "month = 30 * day",
    "year = 365 * day",
    "meter = [length]",
    "byte = [data] = B",
    "bit = byte / 8 = b",
    "operation = [computation] = FLOP",
    "dollar = [money] = USD",
    "watt = [power] = W",
    "percent = 0.01",
    "pp = 0.01",
    "times = 1",
    *(f"{name} = [{name}]" for name in COUNTED),
)
_UNIT = re.compile(r"(1|[A-Za-z]+)([*/][A-Za-z]+)*")


class UnitError(Exception):
    """A unit that the registry does not know or cannot convert."""


@cache
def _registry() -> pint.UnitRegistry[float]:
    """The registry, built at first use."""
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(None)
    registry.load_definitions(list(DEFINITIONS))
    return registry


Quantity = pint.Quantity[float]


@lru_cache(maxsize=8192)
def quantity(value: float, unit: str) -> Quantity:
    """`value` in `unit`, expressed in root units (byte, second, FLOP, …). Raises UnitError."""
    found = cast(Quantity, _one(unit) * value)
    if not math.isfinite(found.magnitude):
        raise UnitError(f"{value:g} {unit} is too much to compute with")
    return found


@cache
def _one(unit: str) -> Quantity:
    """One of `unit` in root units."""
    if not _UNIT.fullmatch(unit):
        raise UnitError(f"`{unit}` is not a unit; write names joined by `*` and `/`, or `1`")
    try:
        return cast(Quantity, _registry().Quantity(1.0, "" if unit == "1" else unit).to_root_units())
    except pint.UndefinedUnitError as error:
        names = error.unit_names if isinstance(error.unit_names, str) else ", ".join(error.unit_names)
        raise UnitError(f"`{names}` is no unit known here") from error


def pure(value: float) -> Quantity:
    """A number without unit."""
    return quantity(value, "1")


def magnitude(amount: Quantity, unit: str) -> float:
    """How many `unit` make `amount`; raises UnitError where the dimensions differ."""
    one = quantity(1.0, unit)
    if amount.dimensionality != one.dimensionality:
        raise UnitError(f"the formula gives {dimensions(amount)}, the unit `{unit}` is {dimensions(one)}")
    return float(amount.magnitude) / float(one.magnitude)


def dimensions(amount: Quantity) -> str:
    """What `amount` measures, in words: `data / token`, or `a pure number`."""
    powers = {str(name).strip("[]"): cast(float, power) for name, power in amount.dimensionality.items()}
    above = [_power(name, power) for name, power in sorted(powers.items()) if power > 0]
    below = [_power(name, -power) for name, power in sorted(powers.items()) if power < 0]
    if not powers:
        return "a pure number"
    return " / ".join([" · ".join(above) or "1", *below])


def _power(name: str, power: float) -> str:
    return name if power == 1 else f"{name}^{power:g}"
