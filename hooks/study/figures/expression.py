"""Formulas: arithmetic, powers and a few functions, parsed by Python's own parser and checked node by node.

Nothing is ever executed: `parse` turns text into the four kinds of node below and refuses everything else.
"""

from __future__ import annotations

import ast
import math
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

FUNCTIONS: Mapping[str, tuple[int, int | None]] = {
    "log": (1, 1),
    "log2": (1, 1),
    "log10": (1, 1),
    "exp": (1, 1),
    "sqrt": (1, 1),
    "phi": (1, 1),
    "ceil": (1, 1),
    "floor": (1, 1),
    "min": (2, None),
    "max": (2, None),
}
"""Function → least and most number of arguments. `log` is natural; `phi` is the standard normal distribution function."""

MAX_LENGTH = 300
_ALLOWED = re.compile(r"[A-Za-z0-9_+\-*/().,\s]")
_FIXES = {
    "×": "write `*`",
    "·": "write `*`",
    "÷": "write `/`",
    "^": "write `**`",
    "%": "give the input the unit `percent`",
}

Operator = Literal["+", "-", "*", "/", "**"]
_OPERATORS: Mapping[type[ast.operator], Operator] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}


class FormulaError(Exception):
    """A formula that is not allowed; `at` is the offset of the fault in its text."""

    def __init__(self, message: str, at: int = 0, help: str = "") -> None:
        super().__init__(message)
        self.message, self.at, self.help = message, at, help


@dataclass(frozen=True)
class Number:
    """A bare number: a count or a factor without unit."""

    value: float
    at: int = 0


@dataclass(frozen=True)
class Name:
    """An input."""

    name: str
    at: int = 0


@dataclass(frozen=True)
class Negative:
    """A unary minus."""

    of: Node
    at: int = 0


@dataclass(frozen=True)
class Binary:
    """Two nodes and what stands between them."""

    operator: Operator
    left: Node
    right: Node
    at: int = 0


@dataclass(frozen=True)
class Call:
    """One of `FUNCTIONS` with its arguments."""

    function: str
    arguments: tuple[Node, ...]
    at: int = 0


Node = Number | Name | Negative | Binary | Call


def parse(text: str) -> Node:
    """The tree of `text`; raises FormulaError, and nothing else, for what a formula may not hold."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(
            f"the formula has {len(text)} characters; at most {MAX_LENGTH} are allowed",
            help="split it into two figures",
        )
    for at, character in enumerate(text):
        if not (character.isascii() and _ALLOWED.match(character)):
            help = _FIXES.get(character, "use names, numbers, + - * / ** ( ) and functions")
            raise FormulaError(f"`{character}` is not allowed in a formula", at, help)
    line = re.sub(r"\s", " ", text)
    lead = len(line) - len(line.lstrip())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as `1if`: refused below, no need to print
            tree = ast.parse(line.strip(), mode="eval")
        return _Reader(lead).node(tree.body)
    except SyntaxError as error:
        at = lead + error.offset - 1 if error.offset else len(text)  # no offset: the end came too early
        raise FormulaError(
            "the formula cannot be read here", min(at, len(text)), "look for a missing operator or parenthesis"
        ) from error
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        raise FormulaError(
            "the formula is too deeply nested or holds too large a number", help="split it into two figures"
        ) from error


@dataclass(frozen=True)
class _Reader:
    """Turns Python's tree into ours; `lead` is how many spaces stood before the formula."""

    lead: int

    def node(self, tree: ast.expr) -> Node:
        at = self.lead + tree.col_offset
        match tree:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
                return Number(_finite(float(value), at), at)
            case ast.Name(id=name):
                return _name(name, at)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Negative(self.node(operand), at)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
                return Binary(_OPERATORS[type(op)], self.node(left), self.node(right), at)
            case ast.Call(func=ast.Name(id=function), args=arguments, keywords=[]):
                return self._call(function, arguments, at)
        raise FormulaError("only arithmetic is allowed here", at, "use names, numbers, + - * / ** ( ) and functions")

    def _call(self, function: str, arguments: list[ast.expr], at: int) -> Call:
        if function not in FUNCTIONS:
            known = ", ".join(f"`{name}`" for name in FUNCTIONS)
            raise FormulaError(f"`{function}` is no function of formulas", at, f"known: {known}")
        least, most = FUNCTIONS[function]
        if len(arguments) < least or (most is not None and len(arguments) > most):
            wanted = "one argument" if most == 1 else "two or more arguments"
            raise FormulaError(f"`{function}` takes {wanted}, not {len(arguments)}", at, "correct the call")
        return Call(function, tuple(self.node(argument) for argument in arguments), at)


def _name(name: str, at: int) -> Name:
    if name in FUNCTIONS:
        raise FormulaError(f"`{name}` is a function", at, f"write its argument: `{name}(…)`")
    return Name(name, at)


def _finite(value: float, at: int) -> float:
    if not math.isfinite(value):
        raise FormulaError("a number is too large", at, "use a prefix in the unit, such as `TB`")
    return value


def names(node: Node) -> Iterator[Name]:
    """Every input that the formula uses, in the order of reading."""
    match node:
        case Name():
            yield node
        case Negative(of=of):
            yield from names(of)
        case Binary(left=left, right=right):
            yield from names(left)
            yield from names(right)
        case Call(arguments=arguments):
            for argument in arguments:
                yield from names(argument)
