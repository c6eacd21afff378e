"""merman's SVG → the figure's SVG: our colours, titles, stages, sizes; nothing unused."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from study.diagrams.draw import PREFIX
from study.diagrams.svg import (
    NS,
    Box,
    add,
    curve_extent,
    drop,
    extent,
    has_class,
    number,
    numbers,
    round_numbers,
    shift,
    tag,
    with_class,
)

VERSION = "2"
"""Part of every cache key: raise it when the same input is dressed differently."""

ROW = 22.0
"""Height that merman gives a row of text, for the size it measures."""
PITCH = 19.5
"""Height that a row takes at 15 px; Han characters want that much air."""
BASELINE = 5.3
"""From a row's middle down to its baseline at 15 px."""

_NODE_ID = re.compile(rf"^{PREFIX}-flowchart-(.+)-\d+$")
_STAGE = re.compile(r"^s([1-7])$")
_OURS = (
    "style",
    "fill",
    "stroke",
    "stroke-width",
    "data-look",
    "data-color-id",
    "data-points",
    "data-et",
    "data-edge",
    "name",
)
"""Attributes that fix a colour, or that only merman's own scripts read."""
_CLASSES = {"default", "basic", "edge-thickness-normal", "edge-pattern-solid", "outer-path"}
"""Classes that no rule of ours uses."""


def dress(svg: str, title: str, desc: str, minutes: Mapping[int, str]) -> str:
    """The finished SVG; its ids start with `PREFIX`. `minutes` (stage → clock) become badges on the nodes."""
    ElementTree.register_namespace("", NS.strip("{}"))
    root = ElementTree.fromstring(svg)  # noqa: S314 merman made it
    _clean(root)
    for path in list(with_class(root, "outer-path")):
        _pill(path)
    for text in root.iter(f"{NS}text"):
        _text(text)
    for node in with_class(root, "node"):
        _name_shape(node)
    _groups(root)
    stages = _nodes(root)
    _edges(root, stages)
    _details(root)
    _badges(root, minutes)
    _lifelines(root)
    _strip(root)
    _markers(root)
    _frame(root, title, desc)
    round_numbers(root)
    return ElementTree.tostring(root, encoding="unicode")


def _clean(root: Element) -> None:
    """Without styles, shadows, gradients, symbols, backgrounds of text and labels that say nothing."""
    drop(root, lambda e: tag(e) in ("style", "filter", "linearGradient", "symbol"))
    drop(root, lambda e: tag(e) == "rect" and (has_class(e, "background") or not e.attrib))
    drop(root, lambda e: tag(e) == "text" and not "".join(e.itertext()).strip())
    for _ in range(3):  # an empty label is nested three deep
        drop(root, lambda e: tag(e) in ("g", "defs") and len(e) == 0)


def _pill(path: Element) -> None:
    """merman draws a stadium as long curves; a rounded rectangle is the same outline."""
    curves = path.findall(f"{NS}path")
    if tag(path) != "g" or not curves:
        return
    box = curve_extent(curves[0])
    for curve in curves:
        path.remove(curve)
    add(
        path,
        "rect",
        x=number(box.x),
        y=number(box.y),
        width=number(box.width),
        height=number(box.height),
        rx=number(box.height / 2),
    )


def _text(text: Element) -> None:
    """One tspan a row, rows spaced around the middle of the label; sequence diagrams keep their places."""
    if text.get("dominant-baseline"):
        _settle(text)
    rows = [row for row in text if has_class(row, "row")]
    for position, row in enumerate(rows):
        _join(row)
        row.attrib = {"x": "0", "y": number(len(rows) * ROW / 2 + (position - (len(rows) - 1) / 2) * PITCH + BASELINE)}
    if rows:
        text.attrib = {"text-anchor": "middle"}


def _settle(text: Element) -> None:
    """Sequence text by its baseline: browsers differ in where the middle of a line of Han characters is."""
    lower = BASELINE + (16 if text.attrib.pop("dy", "") == "1em" else 0)
    for name in ("dominant-baseline", "alignment-baseline"):
        text.attrib.pop(name, None)
    text.set("text-anchor", "middle")
    text.set("y", number(float(text.get("y", "0")) + lower))


def _join(row: Element) -> None:
    """merman sets each word by itself; plain ones become one text."""
    if any(
        word.get("font-style", "normal") != "normal" or word.get("font-weight", "normal") != "normal" for word in row
    ):
        for word in row:
            word.attrib = {key: value for key, value in word.attrib.items() if key.startswith("font-")}
        return
    row.text = "".join(row.itertext())
    for word in list(row):
        row.remove(word)


def _groups(root: Element) -> None:
    """A group's title stands at its left, where edges from above do not cross it."""
    for group in with_class(root, "cluster"):
        box = extent(group[0])
        for label in with_class(group, "cluster-label"):
            label.set("transform", f"translate({number(box.x + 12)},{number(box.y + 3)})")
            for text in label.iter(f"{NS}text"):
                text.set("text-anchor", "start")


def _nodes(root: Element) -> dict[str, int]:
    """Marks nodes and groups with their stage; node id → stage, 0 for one that is there from the start."""
    stages: dict[str, int] = {}
    members: list[tuple[tuple[float, float], int]] = []
    for node in with_class(root, "node"):
        stage = _stage(node)
        if name := _NODE_ID.match(node.get("id", "")):
            stages[name[1]] = stage
            node.set("data-id", name[1])
        members.append((shift(node), stage))
        _mark(node, stage)
    for group in with_class(root, "cluster"):
        box = extent(group[0])
        inside = [stage for place, stage in members if box.holds(*place)]
        _mark(group, min(inside, default=0))
        group.set("data-id", group.get("id", "").removeprefix(f"{PREFIX}-"))
    return stages


def _stage(node: Element) -> int:
    found = [int(match[1]) for name in node.get("class", "").split() if (match := _STAGE.match(name))]
    return max(found, default=0)


def _mark(element: Element, stage: int) -> None:
    if stage:
        element.set("data-stage", str(stage))


def _edges(root: Element, stages: Mapping[str, int]) -> None:
    """An edge appears with the later of its ends; its label with it."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in root.iter():
        if (edge := element.get("data-id", "")).startswith("L_"):
            stage = max((stages[end] for end in _ends(edge, stages)), default=0)
            _mark(parents[element] if has_class(element, "label") else element, stage)


def _ends(edge: str, nodes: Mapping[str, int]) -> tuple[str, ...]:
    """`L_a_b_0` → ("a", "b"), also where the ids hold underscores."""
    parts = edge.removeprefix("L_").rpartition("_")[0].split("_")
    splits = (("_".join(parts[:n]), "_".join(parts[n:])) for n in range(1, len(parts)))
    return next((ends for ends in splits if ends[0] in nodes and ends[1] in nodes), ())


def _details(root: Element) -> None:
    """A node's note is its last row; a person is a pill with a head and shoulders on its left end."""
    for node in with_class(root, "node"):
        if has_class(node, "noted"):
            list(node.iter(f"{NS}tspan"))[-1].set("class", "note")
        if has_class(node, "person"):
            mark = add(node, "g", class_="person-mark", transform=f"translate({number(_outline(node).x - 4)},0)")
            add(mark, "circle", r="10")
            add(mark, "path", d="M0,-6.2a3,3 0 1 0 .1,0zM-5.4,5.6a5.4,5 0 0 1 10.8,0z")


def _badges(root: Element, minutes: Mapping[int, str]) -> None:
    """A badge with the minutes of its stage on the left upper corner of each node."""
    for node in with_class(root, "node"):
        clock = minutes.get(int(node.get("data-stage", "0")))
        if clock:
            x, y = _corner(node)
            width = 6.6 * len(clock) + 14
            badge = add(node, "g", class_="board-minute", transform=f"translate({number(x)},{number(y)})")
            add(badge, "rect", x=number(-width / 2), y="-8", width=number(width), height="16", rx="8")
            add(badge, "text", clock.replace("-", "–") + "′", y="3.8", text_anchor="middle")


def _lifelines(root: Element) -> None:
    """Lifelines end a little below what happens last, and the drawing below them: the renderer lets both run on."""
    lines = list(with_class(root, "actor-line"))
    if not lines:
        return
    x, y, width, _ = numbers(root.get("viewBox", ""))
    end = max(_bottom(element) for element in root.iter() if element not in lines) + 12
    for line in lines:
        line.set("y2", number(end))
    root.set("viewBox", f"{x} {y} {width} {end + 8 - y}")


def _bottom(element: Element) -> float:
    """The lowest point of a line, a curve or a box of a sequence diagram; of anything else, none."""
    match tag(element):
        case "line":
            return max(float(element.get("y1", "0")), float(element.get("y2", "0")))
        case "path" if "messageLine" in element.get("class", ""):
            box = curve_extent(element)
            return box.y + box.height
        case "rect":
            return float(element.get("y", "0")) + float(element.get("height", "0"))
        case _:
            return 0.0


def _corner(node: Element) -> tuple[float, float]:
    """Where a badge sits: on the outline near the left upper corner, on a diamond in the middle of that side."""
    box = _outline(node)
    if has_class(node, "choice"):
        return box.x + box.width / 4, box.y + box.height / 4
    return box.x + 13, box.y


def _outline(node: Element) -> Box:
    return extent(next(part for part in node.iter() if tag(part) in ("rect", "circle", "polygon", "path")))


def _name_shape(node: Element) -> None:
    """A diamond gets the class `choice`: its corner is empty, so its badge sits elsewhere."""
    for polygon in node.findall(f"{NS}polygon"):
        points = numbers(polygon.get("points", ""))
        if len(points) == 8 and points[0] * 2 == points[2]:
            node.set("class", f"{node.get('class')} choice")


def _strip(root: Element) -> None:
    """No colours and no classes but those that board.css knows."""
    for element in root.iter():
        for name in _OURS:
            element.attrib.pop(name, None)
        if (id := element.get("id")) and not id.startswith(PREFIX):
            element.set("id", f"{PREFIX}-{id}")  # sequence diagrams number their actors
        if classes := element.get("class"):
            kept = dict.fromkeys(c for c in classes.split() if c not in _CLASSES and not _STAGE.match(c))
            element.set("class", " ".join(kept))
            if not kept:
                del element.attrib["class"]


def _markers(root: Element) -> None:
    """Only the arrow heads in use, with short ids, in one <defs>."""
    used: dict[str, None] = {}
    for element in root.iter():
        for side in ("marker-start", "marker-end"):
            if name := element.get(side, ""):
                used[name[5:-1]] = None
    found = {marker.get("id", ""): marker for marker in root.iter(f"{NS}marker")}
    drop(root, lambda e: tag(e) in ("marker", "defs"))
    defs = Element(f"{NS}defs")
    root.insert(0, defs)
    for name in used:
        marker = found[name]
        marker.attrib = {key: value for key, value in marker.attrib.items() if key != "class"}
        defs.append(marker)
    for _ in range(2):
        drop(root, lambda e: tag(e) == "g" and len(e) == 0)


def _frame(root: Element, title: str, desc: str) -> None:
    """Size in pixels from the start, so that nothing shifts; a name and a description for screen readers."""
    x, y, width, height = numbers(root.get("viewBox", ""))
    width, height = math.ceil(width), math.ceil(height)
    kind = "sequence" if root.get("aria-roledescription") == "sequence" else "flow"
    root.attrib = {
        "class": f"board-svg {kind}",
        "viewBox": f"{number(x)} {number(y)} {width} {height}",
        "width": str(width),
        "height": str(height),
        "style": f"--w:{width};--h:{height}",
        "role": "img",
        "aria-labelledby": f"{PREFIX}-title {PREFIX}-desc",
    }
    for name, text in (("desc", desc), ("title", title)):
        element = Element(f"{NS}{name}", {"id": f"{PREFIX}-{name}"})
        element.text = text
        root.insert(0, element)
