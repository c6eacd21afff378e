"""Numbers as each language writes them: 20.4 million GPUs ⇄ 2040 万张 GPU, 320 KiB/token, 1.9 trillion ⇄ 1.9 万亿."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from study.figures.evaluate import Result, Results
from study.figures.expression import Binary, Call, Name, Negative, Node, Number
from study.figures.words import RATES_KEPT, WHOLE, WORDS
from study.models.base import Lang
from study.models.figures import Figure, Input

COMPUTED_DIGITS = 3
_SUPERSCRIPT = str.maketrans("0123456789-.", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻·")
_SCALES: dict[Lang, tuple[tuple[int, str], ...]] = {
    "en": ((15, "quadrillion"), (12, "trillion"), (9, "billion"), (6, "million")),
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
}
_LARGE, _SMALL = 16, -5
"""From 10^16, and below 10^-4, numbers are written as powers of ten."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


class Rounded(NamedTuple):
    """A number at its significant digits, and whether nothing was lost."""

    value: Decimal
    exact: bool


def rounded(value: float, digits: int | None) -> Rounded:
    """`value` to `digits` significant digits, half up; None keeps all that a float holds reliably (12)."""
    whole = Decimal(f"{value:.12g}")
    if digits is None or not whole:
        return Rounded(whole.normalize(), True)
    cut = _cut(whole, digits)
    if cut.adjusted() > whole.adjusted():  # 99.96 became 100.0
        cut = _cut(cut, digits)
    exact = math.isclose(float(cut), value, rel_tol=1e-9)
    return Rounded(cut.normalize() if exact else cut, exact)


def _cut(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal((0, (1,), value.adjusted() - digits + 1)), ROUND_HALF_UP)


def number(value: float, digits: int | None, lang: Lang) -> str:
    """`value` as `lang` writes it, with scale words and English thousands separators."""
    cut = rounded(value, digits).value
    size = cut.adjusted() if cut else 0
    if size >= _LARGE or size < _SMALL:
        return f"{_plain(cut.scaleb(-size), lang)} × 10{str(size).translate(_SUPERSCRIPT)}"
    for power, word in _SCALES[lang]:
        scaled = cut.scaleb(-power)
        if size >= power and not _clumsy(scaled, power):
            return f"{_plain(scaled, lang)} {word}"
    return _plain(cut, lang)


def _clumsy(scaled: Decimal, power: int) -> bool:
    """万 with more than two decimals is harder to read than the digits themselves."""
    return power == 4 and -int(scaled.normalize().as_tuple().exponent) > 2


def _plain(value: Decimal, lang: Lang) -> str:
    text = f"{value:,f}" if lang == "en" else f"{value:f}"
    return text.replace("-", "−")


@lru_cache(maxsize=8192)
def amount(value: float, unit: str, digits: int | None, lang: Lang) -> str:
    """`value` with its unit: `$60,000/s` ⇄ `6 万美元/秒`."""
    shown = number(value, digits, lang)
    cents = unit.startswith("USD") and re.fullmatch(r"[\d,]*\.\d", shown)
    return with_unit(shown + "0" if cents else shown, unit, lang)


def with_unit(shown: str, unit: str, lang: Lang) -> str:
    """A number already written, with its unit before or after it."""
    if unit in WHOLE:
        return WHOLE[unit][lang == "zh"].format(shown)
    return _english(shown, unit) if lang == "en" else _chinese(shown, unit)


def _english(shown: str, unit: str) -> str:
    first, *rest = re.split(r"(?=[/*])", unit)
    below = "".join(f"/{_per(part[1:])}" if part[0] == "/" else f"·{part[1:]}" for part in rest)
    if first == "1":
        return shown + below
    if first == "USD":
        return f"${shown}{below}"
    word = WORDS[first].one if first in WORDS and shown == "1" else WORDS[first].many if first in WORDS else first
    return f"{shown}{'' if word in ('%', '×') else ' '}{word}{below}"


def _per(unit: str) -> str:
    return WORDS[unit].per if unit in WORDS else unit


def _chinese(shown: str, unit: str) -> str:
    first, *rest = re.split(r"(?=[/*])", unit)
    kept = first.endswith(RATES_KEPT)
    below = "".join(
        f"/{part[1:] if kept and part == '/s' else _per_zh(part[1:])}" if part[0] == "/" else f"·{part[1:]}"
        for part in rest
    )
    if first == "1":
        return shown + below
    word = WORDS[first].zh if first in WORDS else first
    joined = word == "%" or (_HAN.match(word) and _HAN.match(shown[-1]))
    return f"{shown}{'' if joined else ' '}{word}{below}"


def _per_zh(unit: str) -> str:
    return WORDS[unit].zh_per if unit in WORDS else unit


def digits(figure: Figure) -> int | None:
    """Significant digits that the figure is shown with."""
    return figure.rounding or (COMPUTED_DIGITS if figure.formula is not None else None)


def value(result: Result, lang: Lang) -> str:
    """The figure as it stands in a sentence."""
    return amount(result.magnitude, result.figure.unit, digits(result.figure), lang)


def exact(result: Result) -> bool:
    """Whether the shown value is the value itself, so that `=` and not `≈` stands before it."""
    return rounded(result.magnitude, digits(result.figure)).exact


def given(input: Input, results: Results, lang: Lang) -> str:
    """An input's value with its unit."""
    if input.figure is not None:
        return value(results[input.figure], lang)
    return amount(input.value or 0.0, input.unit or "1", None, lang)


def substitution(result: Result, results: Results, lang: Lang) -> str:
    """The formula with the inputs' values in the places of their names: `100,000 requests/s × 200,000 tokens/request`."""
    inputs = {name: given(each, results, lang) for name, each in result.figure.inputs.items()}
    return _text(result.tree, inputs) if result.tree else value(result, lang)


def spelled(tree: Node) -> str:
    """The formula in plain text, for reading aloud."""
    return _text(tree, {})


_SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 4}
_NAMES = {"log": "ln", "log2": "log₂", "log10": "log₁₀", "phi": "Φ", "sqrt": "√"}


def strength(node: Node) -> int:
    """How tightly a node binds; an operand that binds less needs parentheses."""
    match node:
        case Binary(operator=operator):
            return _STRENGTH[operator]
        case Negative():
            return 3
    return 5


def _text(node: Node, inputs: dict[str, str]) -> str:
    match node:
        case Number(value=value):
            return number(value, None, "en")
        case Name(name=name):
            return inputs.get(name, name.replace("_", " "))
        case Negative(of=of):
            return f"−{_within(of, 3, inputs)}"
        case Binary(operator="**", left=left, right=right):
            return _raised(left, right, inputs)
        case Binary(operator=operator, left=left, right=right):
            mine = _STRENGTH[operator]
            stricter = mine + (operator in "-/")
            return f"{_within(left, mine, inputs)}{_SIGNS[operator]}{_within(right, stricter, inputs)}"
        case Call(function="ceil", arguments=arguments):
            return f"⌈{_text(arguments[0], inputs)}⌉"
        case Call(function="floor", arguments=arguments):
            return f"⌊{_text(arguments[0], inputs)}⌋"
        case Call(function=function, arguments=arguments):
            return f"{_NAMES.get(function, function)}({', '.join(_text(each, inputs) for each in arguments)})"


def _within(node: Node, least: int, inputs: dict[str, str]) -> str:
    text = _text(node, inputs)
    return f"({text})" if strength(node) < least else text


def _raised(base: Node, exponent: Node, inputs: dict[str, str]) -> str:
    below, above = _within(base, 5, inputs), _text(exponent, inputs)
    if isinstance(base, Name) and " " in below:
        below = f"({below})"
    if re.fullmatch(r"\d+", above):
        return below + above.translate(_SUPERSCRIPT)
    return f"{below}^({above})"
