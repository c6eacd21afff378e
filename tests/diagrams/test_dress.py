"""merman's SVG → ours: a golden outline for each shape, and what holds for every drawing."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import yaml

from boards import CLOCKS, SHAPES, both, flow, sequence, shapes
from study.diagrams.draw import PREFIX, draw
from study.diagrams.dress import dress
from study.diagrams.mermaid import mermaid
from study.diagrams.svg import NS, numbers
from study.models.base import LANGS, Lang
from study.models.board import Shape

GOLDEN = yaml.safe_load((Path(__file__).parents[1] / "golden" / "shapes.yml").read_text("utf-8"))
MINUTES = dict(enumerate(CLOCKS, 1))


def dressed(source: str, minutes: dict[int, str] = MINUTES) -> Element:
    return ElementTree.fromstring(dress(draw(source), "T <1>", "D & more", minutes))  # noqa: S314 our own


def outline(element: Element) -> str:
    """Names, classes and places of an element and what is in it; text, no numbers."""
    name = element.tag.removeprefix(NS) + "".join(f".{c}" for c in element.get("class", "").split())
    stage = f"@{element.get('data-stage')}" if element.get("data-stage") else ""
    inner = [outline(child) for child in element] or ([f"'{element.text}'"] if element.text else [])
    return f"{name}{stage}" + (f"({' '.join(inner)})" if inner else "")


def by_id(root: Element) -> dict[str, Element]:
    return {element.get("data-id", ""): element for element in root.iter() if element.get("data-id")}


def stages(root: Element) -> dict[str, str | None]:
    """Id of each node, edge and group → its stage."""
    return {id: e.get("data-stage") for e in root.iter() if (id := e.get("data-id")) and e.get("class") != "label"}


@pytest.mark.parametrize("shape", SHAPES)
def test_golden_outline_of_each_shape(shape: Shape) -> None:
    assert outline(by_id(dressed(mermaid(shapes(), "zh")))[f"n{SHAPES.index(shape)}"]) == GOLDEN["shapes"][shape]


@pytest.mark.parametrize("lang", LANGS)
def test_golden_outline_of_a_flow(lang: Lang) -> None:
    board = flow(groups=[{"id": "g", "label": {"en": "Group", "zh": "组"}, "nodes": ["b"]}])
    assert outline(dressed(mermaid(board, lang))) == GOLDEN["flow"][lang]


@pytest.mark.parametrize("lang", LANGS)
def test_golden_outline_of_a_sequence(lang: Lang) -> None:
    assert outline(dressed(mermaid(sequence(), lang))) == GOLDEN["sequence"][lang]


def test_a_sequence_ends_below_its_last_message() -> None:
    """A message to oneself hangs lower than others; the renderer's own box cuts it off."""
    talk = [
        {"from": "u", "to": "m", "label": both("ask", "问")},
        {"from": "m", "to": "m", "label": both("think", "想")},
    ]
    root = dressed(mermaid(sequence(messages=talk), "en"))
    _, y, _, height = map(float, root.get("viewBox", "").split())
    loop = next(e for e in root.iter(f"{NS}path") if e.get("data-from") == e.get("data-to") == "m")
    lines = [float(e.get("y2", "")) for e in root.iter(f"{NS}line") if "actor-line" in e.get("class", "")]
    assert max(numbers(loop.get("d", ""))[1::2]) < lines[0] < y + height
    assert lines == lines[:1] * 2


@pytest.mark.parametrize(
    "source",
    [mermaid(shapes(), "en"), mermaid(sequence(), "zh"), "flowchart LR\n a o--o b\n b <--> c\n style a fill:#f00"],
)
def test_no_colour_and_nothing_unused(source: str) -> None:
    root = dressed(source)
    text = ElementTree.tostring(root, encoding="unicode")
    assert not re.search(
        r"\s(fill|stroke|stroke-width|data-look|data-points)=|<(ns0:)?style|#[0-9a-f]{6}|foreignObject", text
    )
    assert {e.get("style") for e in root.iter()} - {None} == {root.get("style")}
    ids = [e.get("id", "") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert all(id.startswith(PREFIX) for id in ids)
    used = {name for e in root.iter() for side in ("start", "end") if (name := e.get(f"marker-{side}", "")[5:-1])}
    assert used == {e.get("id") for e in root.iter(f"{NS}marker")}
    assert all("".join(e.itertext()).strip() for e in root.iter(f"{NS}text"))


def test_frame() -> None:
    root = dressed(mermaid(flow(), "en"))
    assert [child.text for child in root[:2]] == ["T <1>", "D & more"]
    assert root.get("role") == "img"
    _, _, width, height = (root.get("viewBox") or "").split()
    assert (root.get("width"), root.get("height")) == (width, height)
    assert root.get("style") == f"--w:{width};--h:{height}"


def test_an_edge_comes_with_its_later_end_and_a_group_with_its_first_node() -> None:
    found = stages(dressed(mermaid(shapes(), "en")))
    assert [found[f"n{n}"] for n in range(8)] == ["1", "2", "3", "4", "5", "6", "7", None]
    assert [found[f"L_n{n}_n{n + 1}_0"] for n in range(7)] == ["2", "3", "4", "5", "6", "7", "7"]
    assert found["L_n6_n0_0"] == "7"
    assert found["g"] == "4"


def test_a_group_with_a_node_from_the_start_is_there_from_the_start() -> None:
    groups = [{"id": "g", "label": {"en": "G", "zh": "组"}, "nodes": ["n5", "n7"]}]
    assert stages(dressed(mermaid(shapes(groups=groups), "en")))["g"] is None


def test_an_edge_label_comes_with_its_edge() -> None:
    root = dressed(mermaid(shapes(), "en"))
    labels = {e[0].get("data-id"): e.get("data-stage") for e in root.iter() if e.get("class") == "edgeLabel"}
    assert labels == {"L_n3_n4_0": "5", "L_n6_n0_0": "7"}


def test_ids_with_underscores_keep_their_stages() -> None:
    found = stages(dressed("flowchart TB\n a_b --> c\n c --> a_b_c\n class a_b s2\n class c s3\n class a_b_c s5"))
    assert (found["L_a_b_c_0"], found["L_c_a_b_c_0"]) == ("3", "5")


def test_words_of_a_label_stay_apart() -> None:
    root = dressed('flowchart TB\n a["one two<br/>three"] --> b["`plain **bold** end`"]')
    rows = [t.text for t in root.iter(f"{NS}tspan") if t.text]
    assert rows[:2] == ["one two", "three"]
    assert "".join(by_id(root)["b"].itertext()).split() == ["plain", "bold", "end"]


def test_is_small() -> None:
    source = mermaid(shapes(), "en")
    assert len(dress(draw(source), "T", "D", MINUTES)) < len(draw(source)) / 7
