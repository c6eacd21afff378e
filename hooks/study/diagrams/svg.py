"""Small tools on an SVG tree: removal, numbers, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

NS = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+\.\d{2,}(e-?\d+)?")
_NUMBERS = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_GEOMETRY = (
    "d",
    "points",
    "transform",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "width",
    "height",
    "viewBox",
)


class Box(NamedTuple):
    """A rectangle by its left upper corner and size."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


def tag(element: Element) -> str:
    """The element's name without namespace."""
    return element.tag.removeprefix(NS)


def has_class(element: Element, name: str) -> bool:
    """Whether `name` is one of the element's classes."""
    return name in element.get("class", "").split()


def with_class(root: Element, name: str) -> Iterator[Element]:
    """Every element below `root` of that class."""
    return (element for element in root.iter() if has_class(element, name))


def drop(root: Element, unwanted: Callable[[Element], bool]) -> None:
    """Removes every element that `unwanted` says yes to, with what is in it."""
    for parent in list(root.iter()):
        for child in list(parent):
            if unwanted(child):
                parent.remove(child)


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """A new last child; a trailing `_` of an attribute is not part of its name."""
    child = SubElement(
        parent, NS + name, {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    )
    child.text = text or None
    return child


def numbers(text: str) -> list[float]:
    """Every number in an attribute such as `points` or `transform`."""
    return [float(number) for number in _NUMBERS.findall(text)]


def number(value: float) -> str:
    """At most one decimal, none when it is zero."""
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0") if abs(value) < 0.05 else f"{value:.1f}".removesuffix(".0")
    )


def shift(element: Element) -> tuple[float, float]:
    """The element's `translate`."""
    found = numbers(element.get("transform", ""))
    return (found[0], found[1]) if len(found) >= 2 else (0.0, 0.0)


def round_numbers(root: Element) -> None:
    """One decimal is a tenth of a pixel."""
    for element in root.iter():
        for name in _GEOMETRY:
            if value := element.get(name):
                element.set(name, _NUMBER.sub(lambda m: number(float(m[0])), value))


def extent(shape: Element) -> Box:
    """The box around a node's outline, in the node's own coordinates."""
    x, y = shift(shape)
    match tag(shape):
        case "rect":
            return Box(*(float(shape.get(name, "0")) for name in ("x", "y", "width", "height")))
        case "circle":
            r = float(shape.get("r", "0"))
            return Box(-r, -r, 2 * r, 2 * r)
        case "polygon":
            found = numbers(shape.get("points", ""))
            return _around(found[0::2], found[1::2], x, y)
        case _:  # a cylinder's path starts at the left, its transform is the left upper corner
            return Box(x, y, -2 * x, -2 * y)


def curve_extent(path: Element) -> Box:
    """The box around a path of absolute coordinates only."""
    found = numbers(path.get("d", ""))
    return _around(found[0::2], found[1::2], *shift(path))


def _around(xs: list[float], ys: list[float], x: float, y: float) -> Box:
    return Box(min(xs) + x, min(ys) + y, max(xs) - min(xs), max(ys) - min(ys))
