"""A board and a language → Mermaid text that any Mermaid editor draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from study.diagrams.labels import bare, quoted
from study.models.base import Lang, Text
from study.models.board import Edge, Flow, Group, Node, Sequence, Shape

BRACKETS: Mapping[Shape, tuple[str, str]] = {
    "box": ("[", "]"),
    "round": ("(", ")"),
    "pill": ("([", "])"),
    "store": ("[(", ")]"),
    "choice": ("{", "}"),
    "io": ("[/", "/]"),
    "hexagon": ("{{", "}}"),
    "person": ("([", "])"),  # Mermaid has no person; the class `person` adds the pictogram
}

INKS: Mapping[int, str] = {
    1: "#1d5fa8",
    2: "#1d5fa8",
    3: "#23704a",
    4: "#23704a",
    5: "#b8322a",
    6: "#b8322a",
    7: "#8a5a00",
}
"""Stage → marker colour, for other editors; on our pages the colours come from CSS variables."""


def mermaid(board: Flow | Sequence, lang: Lang) -> str:
    """The board's Mermaid text in `lang`; ids and order are the same in both languages."""
    lines = _flow(board, lang) if isinstance(board, Flow) else _sequence(board, lang)
    return "\n".join(lines)


def _flow(board: Flow, lang: Lang) -> Iterator[str]:
    """Nodes (each group where its first node stands), then edges in the order of the data, then stages."""
    yield f"flowchart {board.direction}"
    yield from _nodes(board, lang)
    for edge in board.edges:
        yield f"  {_edge(edge, lang)}"
    yield from _classes(board)


def _nodes(board: Flow, lang: Lang) -> Iterator[str]:
    groups = {id: group for group in board.groups for id in group.nodes}
    nodes = {node.id: node for node in board.nodes}
    drawn: set[str] = set()
    for node in board.nodes:
        group = groups.get(node.id)
        if group is None:
            yield f"  {_node(node, lang)}"
        elif group.id not in drawn:
            drawn.add(group.id)
            yield from _group(group, nodes, lang)


def _group(group: Group, nodes: Mapping[str, Node], lang: Lang) -> Iterator[str]:
    yield f'  subgraph {group.id}["{quoted(group.label.say(lang))}"]'
    for id in group.nodes:
        yield f"    {_node(nodes[id], lang)}"
    yield "  end"


def _node(node: Node, lang: Lang) -> str:
    opening, closing = BRACKETS[node.shape]
    label = "<br/>".join(quoted(text.say(lang)) for text in _lines(node))
    return f'{node.id}{opening}"{label}"{closing}'


def _lines(node: Node) -> tuple[Text, ...]:
    return (node.label, node.note) if node.note else (node.label,)


def _edge(edge: Edge, lang: Lang) -> str:
    arrow = "-->" if edge.line == "solid" else "-.->"
    label = f'|"{quoted(edge.label.say(lang))}"|' if edge.label else ""
    return f"{edge.start} {arrow}{label} {edge.end}"


def _classes(board: Flow) -> Iterator[str]:
    """`class` lines for stages, notes and persons; `classDef` lines colour the stages."""
    classes: dict[str, list[str]] = {f"s{stage}": [n.id for n in board.nodes if n.stage == stage] for stage in INKS}
    classes["noted"] = [n.id for n in board.nodes if n.note]
    classes["person"] = [n.id for n in board.nodes if n.shape == "person"]
    for name, ids in classes.items():
        if ids:
            yield f"  class {','.join(ids)} {name}"
    for stage, ink in INKS.items():
        if classes[f"s{stage}"]:
            yield f"  classDef s{stage} stroke:{ink},stroke-width:2px"


def _sequence(board: Sequence, lang: Lang) -> Iterator[str]:
    yield "sequenceDiagram"
    for actor in board.actors:
        yield f"  participant {actor.id} as {bare(actor.label.say(lang))}"
    for message in board.messages:
        arrow = "->>" if message.line == "solid" else "-->>"
        yield f"  {message.start}{arrow}{message.end}: {bare(message.label.say(lang))}"
