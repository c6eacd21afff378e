"""Figures → results: inputs resolved in dependency order, formulas evaluated with units."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from graphlib import CycleError, TopologicalSorter
from typing import cast

from study.figures.expression import Binary, Call, FormulaError, Name, Negative, Node, Number, names, parse
from study.figures.units import Quantity, UnitError, dimensions, magnitude, pure, quantity
from study.models.figures import Figure
from study.problem import nearest
from study.source import Loc

MAX_EXPONENT = 100


@dataclass(frozen=True)
class Fault:
    """What is wrong with a figure: at which of its keys, how far into that value, which rule."""

    figure: str
    loc: Loc
    rule: str
    message: str
    help: str
    offset: int = 0


@dataclass(frozen=True)
class Result:
    """An evaluated figure: `magnitude` in `figure.unit`, and the same amount in root units."""

    figure: Figure
    magnitude: float
    amount: Quantity = field(compare=False)
    tree: Node | None
    """None for a published value."""


Results = Mapping[str, Result]


class _FigureError(Exception):
    """Carries the fault that stops one figure."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def evaluate(figures: Iterable[Figure]) -> tuple[dict[str, Result], list[Fault]]:
    """Every figure that can be evaluated, by id, and what is wrong with the others.

    A figure that leans on a faulty one is left out without a fault of its own.
    """
    known = {figure.id: figure for figure in figures}
    faults = [fault for figure in known.values() for fault in unused(figure)]
    order, cyclic = _order(known)
    results: dict[str, Result] = {}
    for id in order:
        leans = _leans_on(known[id])
        if all(other in results for other in leans):
            try:
                results[id] = result(known[id], results)
            except _FigureError as wrong:
                faults.append(wrong.fault)
    return results, faults + cyclic


def result(figure: Figure, results: Results) -> Result:
    """`figure` evaluated on `results`, which hold every figure it leans on."""
    if figure.value is not None or figure.formula is None:
        amount = _quantity(figure.id, ("unit",), figure.value or 0.0, figure.unit)
        return Result(figure, figure.value or 0.0, amount, None)
    tree = _tree(figure)
    given = {name: _input(figure, name, results) for name in figure.inputs}
    amount = _Evaluator(figure.id, given).value(tree)
    try:
        return Result(figure, _finite(magnitude(amount, figure.unit)), amount, tree)
    except UnitError as error:
        raise _FigureError(
            Fault(figure.id, ("unit",), "unit", str(error), "correct the unit or the formula")
        ) from error
    except OverflowError as error:
        raise _FigureError(
            Fault(figure.id, ("formula",), "formula", "the result is too large", "check the inputs")
        ) from error


def unused(figure: Figure) -> list[Fault]:
    """Every input stands in the formula."""
    if figure.formula is None:
        return []
    try:
        used = {name.name for name in names(parse(figure.formula))}
    except FormulaError:
        return []
    help = "use it in the formula, or delete it"
    return [
        Fault(figure.id, ("inputs", name), "unused-input", f"`{name}` does not stand in the formula", help)
        for name in figure.inputs
        if name not in used
    ]


def _leans_on(figure: Figure) -> list[str]:
    return [each.figure for each in figure.inputs.values() if each.figure is not None]


def _order(figures: Mapping[str, Figure]) -> tuple[list[str], list[Fault]]:
    """Ids so that each comes after those it leans on; the members of a cycle are left out, with one fault a cycle."""
    graph = {id: [other for other in _leans_on(figure) if other in figures] for id, figure in figures.items()}
    faults: list[Fault] = []
    while True:
        try:
            return list(TopologicalSorter(graph).static_order()), faults
        except CycleError as error:
            cycle = cast(list[str], error.args[1])[::-1]
            faults.append(_cycle(figures, cycle))
            graph = {
                id: [other for other in leans if other not in cycle] for id, leans in graph.items() if id not in cycle
            }


def _cycle(figures: Mapping[str, Figure], cycle: list[str]) -> Fault:
    """The fault of a cycle, at the input through which its first figure leans on the next."""
    path = " → ".join(f"`{id}`" for id in cycle)
    name = next(name for name, each in figures[cycle[0]].inputs.items() if each.figure == cycle[1])
    help = "give one of them a value of its own"
    return Fault(cycle[0], ("inputs", name, "figure"), "cycle", f"the figure leans on itself: {path}", help)


def _tree(figure: Figure) -> Node:
    """The parsed formula, all of whose names are inputs."""
    try:
        tree = parse(figure.formula or "")
    except FormulaError as error:
        raise _FigureError(Fault(figure.id, ("formula",), "formula", error.message, error.help, error.at)) from error
    for name in names(tree):
        if name.name not in figure.inputs:
            message, help = f"`{name.name}` is no input", nearest(name.name, figure.inputs)
            raise _FigureError(Fault(figure.id, ("formula",), "unknown-name", message, help, name.at))
    return tree


def _input(figure: Figure, name: str, results: Results) -> Quantity:
    given = figure.inputs[name]
    if given.figure is not None:
        return results[given.figure].amount
    return _quantity(figure.id, ("inputs", name, "unit"), given.value or 0.0, given.unit or "1")


def _quantity(id: str, loc: Loc, value: float, unit: str) -> Quantity:
    try:
        return quantity(value, unit)
    except UnitError as error:
        raise _FigureError(
            Fault(
                id,
                loc,
                "unit",
                str(error),
                "write a known unit, such as `s`, `GB`, `token`, `request` or `USD`, or several joined by `*` and `/`",
            )
        ) from error


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise OverflowError
    return value


@dataclass(frozen=True)
class _Evaluator:
    """Evaluates the tree of one figure."""

    id: str
    inputs: Mapping[str, Quantity]

    def value(self, node: Node) -> Quantity:
        """The amount of `node`; faults carry the offset of the operator's left side or the function."""
        match node:
            case Number(value=value):
                return pure(value)
            case Name(name=name):
                return self.inputs[name]
            case Negative(of=of):
                return cast(Quantity, -self.value(of))
            case Binary(operator="+" | "-" as sign, left=left, right=right):
                return self._sum(sign, self.value(left), self.value(right), node)
            case Binary(operator="**", left=left, right=right):
                return self._power(self.value(left), self.value(right), node)
            case Binary(operator=operator, left=left, right=right):
                return self._product(operator, self.value(left), self.value(right), right)
            case Call(function=function, arguments=arguments):
                return self._call(function, [self.value(argument) for argument in arguments], node)

    def _sum(self, sign: str, left: Quantity, right: Quantity, node: Node) -> Quantity:
        if left.dimensionality != right.dimensionality:
            word = "added to" if sign == "+" else "subtracted from"
            first, second = (right, left)
            raise self._wrong(
                node,
                "unit",
                f"{dimensions(first)} cannot be {word} {dimensions(second)}",
                "bring both to the same dimension",
            )
        return self._checked(cast(Quantity, left + right if sign == "+" else left - right), node)

    def _product(self, operator: str, left: Quantity, right: Quantity, divisor: Node) -> Quantity:
        if operator == "/" and right.magnitude == 0:
            raise self._wrong(divisor, "division", "division by zero", "check the inputs of the divisor")
        return self._checked(left * right if operator == "*" else left / right, divisor)

    def _power(self, base: Quantity, exponent: Quantity, node: Node) -> Quantity:
        power = self._number(exponent, node, "an exponent")
        if abs(power) > MAX_EXPONENT:
            raise self._wrong(
                node, "formula", f"the exponent {power:g} is beyond {MAX_EXPONENT}", "write the formula another way"
            )
        if base.magnitude == 0 and power < 0:
            raise self._wrong(node, "division", "division by zero", "check the base of the power")
        if base.magnitude < 0 and power != int(power):
            raise self._wrong(node, "formula", "a root of a negative number", "check the base of the power")
        try:
            return self._checked(base**power, node)
        except OverflowError as error:
            raise self._wrong(node, "formula", "the result is too large", "check the inputs") from error

    def _call(self, function: str, arguments: list[Quantity], node: Node) -> Quantity:
        if function in ("min", "max"):
            return self._extreme(function, arguments, node)
        if function in ("ceil", "floor"):
            return self._rounded(function, arguments[0], node)
        if function == "sqrt":
            return self._power(arguments[0], pure(0.5), node)
        number = self._number(arguments[0], node, f"the argument of `{function}`")
        try:
            return pure(_finite(_PURE[function](number)))
        except (ValueError, OverflowError) as error:
            raise self._wrong(
                node, "formula", f"`{function}` has no value at {number:g}", "check its argument"
            ) from error

    def _extreme(self, function: str, arguments: list[Quantity], node: Node) -> Quantity:
        if any(argument.dimensionality != arguments[0].dimensionality for argument in arguments):
            said = ", ".join(dimensions(argument) for argument in arguments)
            raise self._wrong(
                node, "unit", f"`{function}` compares different things: {said}", "bring all to the same dimension"
            )
        better = min if function == "min" else max
        return reduce(lambda a, b: a if better(a.magnitude, b.magnitude) == a.magnitude else b, arguments)

    def _rounded(self, function: str, argument: Quantity, node: Node) -> Quantity:
        """Whole counts; a hair's breadth above a whole number (floating point) is that number."""
        number = float(argument.magnitude)
        near = round(number)
        if math.isclose(number, near, rel_tol=1e-12, abs_tol=1e-12):
            number = near
        whole = math.ceil(number) if function == "ceil" else math.floor(number)
        return type(argument)(float(whole), argument.units)

    def _number(self, amount: Quantity, node: Node, what: str) -> float:
        if not amount.dimensionless:
            raise self._wrong(
                node, "unit", f"{what} must be a pure number, not {dimensions(amount)}", "divide by a unit first"
            )
        return float(amount.magnitude)

    def _checked(self, amount: Quantity, node: Node) -> Quantity:
        if not math.isfinite(amount.magnitude):
            raise self._wrong(node, "formula", "the result is too large", "check the inputs")
        return amount

    def _wrong(self, node: Node, rule: str, message: str, help: str) -> _FigureError:
        return _FigureError(Fault(self.id, ("formula",), rule, message, help, node.at))


def phi(z: float) -> float:
    """The standard normal distribution function."""
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


_PURE: Mapping[str, Callable[[float], float]] = {
    "log": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "exp": math.exp,
    "phi": phi,
}
