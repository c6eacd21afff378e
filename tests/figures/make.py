"""Figures for tests, each in a line."""

from __future__ import annotations

from typing import Any

from study.figures.evaluate import Result, evaluate
from study.models.figures import Figure

NOTE = {"en": "an assumption", "zh": "假设值"}


def figure(id: str, formula: str, unit: str, rounding: int | None = None, **inputs: tuple[float, str] | str) -> Figure:
    """A computed figure; an input is a value with its unit, or the id of another figure."""
    given: dict[str, Any] = {
        name: {"figure": each} if isinstance(each, str) else {"value": each[0], "unit": each[1], "note": NOTE}
        for name, each in inputs.items()
    }
    title = {"en": f"Title of {id}", "zh": f"{id} 的标题"}
    shape = {"id": id, "title": title, "formula": formula, "unit": unit, "rounding": rounding, "inputs": given}
    return Figure.model_validate(shape)


def computed(*figures: Figure) -> dict[str, Result]:
    """The results of sound figures."""
    results, faults = evaluate(figures)
    assert faults == []
    return results


def single(formula: str, unit: str = "1", rounding: int | None = None, **inputs: tuple[float, str] | str) -> Result:
    """The result of one figure; an unused `one` keeps a formula without inputs legal."""
    if not inputs:
        formula, inputs = f"({formula}) * one", {"one": (1.0, "1")}
    return computed(figure("it", formula, unit, rounding, **inputs))["it"]
