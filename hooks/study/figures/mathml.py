"""Formulas as MathML, made at build time."""

from __future__ import annotations

import html
from decimal import Decimal
from functools import lru_cache

from latex2mathml.converter import convert

from study.figures.expression import Binary, Call, Name, Negative, Node, Number
from study.figures.show import spelled, strength


@lru_cache(maxsize=1024)
def mathml(tree: Node) -> str:
    """`<math>` of the formula, with the same formula in words for readers that know no MathML."""
    alternative = html.escape(spelled(tree), quote=True)
    made: str = convert(latex(tree))
    for tag in ("<mtext>", "</mtext>"):  # MathML takes <mtext> for space, and then sets no space around operators
        made = made.replace(tag, tag.replace("mtext", "mi"))
    return made.replace("<math ", f'<math alttext="{alternative}" ', 1)


def latex(node: Node) -> str:
    """The formula as LaTeX; a name of several letters is upright text, its underscores spaces."""
    match node:
        case Number(value=value):
            return f"{Decimal(f'{value:.12g}'):f}"
        case Name(name=name):
            return name if len(name) == 1 else rf"\text{{{name.replace('_', ' ')}}}"
        case Negative(of=of):
            return f"-{_within(of, 3)}"
        case Binary(operator="/", left=left, right=right):
            return rf"\frac{{{latex(left)}}}{{{latex(right)}}}"
        case Binary(operator="**", left=left, right=right):
            return f"{_within(left, 5)}^{{{latex(right)}}}"
        case Binary(operator="*", left=left, right=right):
            return rf"{_within(left, 2)} \times {_within(right, 2)}"
        case Binary(operator=operator, left=left, right=right):
            return f"{_within(left, 1)} {operator} {_within(right, 2 if operator == '-' else 1)}"
        case Call(function=function, arguments=arguments):
            return _call(function, [latex(argument) for argument in arguments])


def _within(node: Node, least: int) -> str:
    fraction = isinstance(node, Binary) and node.operator == "/" and least <= 2
    return latex(node) if fraction or strength(node) >= least else rf"\left({latex(node)}\right)"


_CALLS = {
    "sqrt": r"\sqrt{{{}}}",
    "exp": r"e^{{{}}}",
    "ceil": r"\left\lceil {} \right\rceil",
    "floor": r"\left\lfloor {} \right\rfloor",
    "log": r"\ln\left({}\right)",
    "log2": r"\log_{{2}}\left({}\right)",
    "log10": r"\log_{{10}}\left({}\right)",
    "phi": r"\Phi\left({}\right)",
    "min": r"\min\left({}\right)",
    "max": r"\max\left({}\right)",
}


def _call(function: str, arguments: list[str]) -> str:
    return _CALLS[function].format(", ".join(arguments))
