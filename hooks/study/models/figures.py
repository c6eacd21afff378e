"""data/figures/<topic>.yml: numbers that are computed, and the published constants they start from."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from study.models.base import Citation, Entity, FigureRef, Model, Text, Words

Number = Annotated[float, Field(allow_inf_nan=False)]
Digits = Annotated[int, Field(ge=1, le=9)]


class Input(Model):
    """What a name in a formula stands for: another figure, or a value with its unit and where it comes from."""

    figure: FigureRef | None = None
    value: Number | None = None
    unit: Words | None = None
    source: Citation | None = None
    note: Text | None = None
    """What the value is, in words; an assumption says so."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        """Either `figure`, or `value` with `unit` and a `source` or `note`."""
        given = [self.value, self.unit, self.source, self.note]
        if self.figure is not None:
            whole = all(part is None for part in given)
        else:
            whole = (
                self.value is not None and self.unit is not None and (self.source is not None or self.note is not None)
            )
        if not whole:
            fix = "write `figure:` alone, or `value:` and `unit:` with a `source:` or a `note:`"
            raise PydanticCustomError(
                "input", "an input is another figure or a value that says where it comes from", {"fix": fix}
            )
        return self


class Figure(Entity):
    """A number with its unit: computed by `formula` from `inputs`, or a published `value` with its source."""

    title: Text
    formula: Words | None = None
    inputs: Annotated[dict[str, Input], Field(default_factory=dict)]
    value: Number | None = None
    unit: Words
    """As study.figures.units knows it, such as `GB`, `token/s`, `FLOP/s/gpu` or `1`."""
    rounding: Digits | None = None
    """Significant digits to show; 3 for a computed figure, all of a published value."""
    source: Citation | None = None
    note: Text | None = None
    """What the figure means or leaves out."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        """Either `formula`, or `value` with a `source` or `note`."""
        computed = self.formula is not None and self.value is None and bool(self.inputs)
        published = (
            self.value is not None and self.formula is None and not self.inputs and bool(self.source or self.note)
        )
        if not (computed or published):
            fix = "write `formula:` and `inputs:`, or `value:` with a `source:` or a `note:`"
            raise PydanticCustomError("figure", "a figure is computed or published, not both or neither", {"fix": fix})
        return self


class Figures(Model):
    """A file of data/figures/."""

    figures: Annotated[tuple[Figure, ...], Field(min_length=1)]
