"""A formula that an author wrote in LaTeX → MathML."""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree

from latex2mathml import exceptions
from latex2mathml.converter import convert

_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_ELEMENTS = frozenset(
    [
        "math",
        "menclose",
        "mfrac",
        "mi",
        "mn",
        "mo",
        "mover",
        "mpadded",
        "mphantom",
        "mroot",
        "mrow",
        "mspace",
        "msqrt",
        "mstyle",
        "msub",
        "msubsup",
        "msup",
        "mtable",
        "mtd",
        "mtext",
        "mtr",
        "munder",
        "munderover",
    ]
)
_LINKING = frozenset(["href", "style", "class", "id"])
"""Attributes that LaTeX could write and that mean more than mathematics."""
_REFUSED: tuple[type[Exception], ...] = (
    *(each for each in vars(exceptions).values() if isinstance(each, type) and issubclass(each, Exception)),
    IndexError,
    KeyError,
    StopIteration,
    TypeError,
    ValueError,
    ElementTree.ParseError,
)
"""What the converter throws at a formula that it cannot read; it has no common class of errors."""


class FormulaError(Exception):
    """LaTeX that cannot be read; says why."""


@lru_cache(maxsize=512)
def mathml(latex: str) -> str:
    """`<math>` of the formula, nothing in it but mathematics. Raises FormulaError."""
    try:
        made: str = convert(latex)
        root = ElementTree.fromstring(made)  # noqa: S314 it was made here
    except _REFUSED as error:
        raise FormulaError(f"`{latex}` is no LaTeX formula that can be read") from error
    for element in root.iter():
        tag = element.tag.removeprefix(_NAMESPACE)
        if tag not in _ELEMENTS or not _LINKING.isdisjoint(element.attrib):
            raise FormulaError(f"`{latex}` holds more than mathematics")
        if (element.text or "").startswith("\\"):
            raise FormulaError(f"`{latex}` holds `{element.text}`, which is no command known here")
    return made
