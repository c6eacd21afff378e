"""A tiny guide: the least data that loads, made from the models themselves, so that a test changes only what it is about."""

from __future__ import annotations

import itertools
import shutil
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

import study.guide
from study import folder, lock
from study.figures.catalog import results
from study.fix import content
from study.guide import Guide
from study.load import FILES, Files
from study.lock import LOCK
from study.models.base import STAGES, RefTo
from study.models.framework import Slot
from study.models.pattern import Pattern, Signal
from study.pages import SECTIONS, WRITTEN
from study.state import State

ROOT = Path(__file__).parent.parent
REFS = {
    "topic": "topic-1",
    "page": "start",
    "pattern": "pattern-1",
    "resource": "book-1",
    "figure": "figure-1",
    "sheet": "sheet-1",
}
MINUTES = [5, 3, 7, 5, 8, 8, 5]
CLOCKS = ["0-5", "5-8", "8-15", "15-20", "20-28", "28-36", "36-41", "41-45"]

Data = dict[str, Any]
"""Name of a data file → its value."""


def data() -> Data:
    """The least value of every data file."""
    made = {name: _Maker().model(shape) for name, shape in FILES.items()}
    made["topics"]["topics"] = [{"id": "topic-1", "name": _text("Topic")}]
    made["resources/books"]["books"][0]["id"] = "book-1"
    made["patterns"]["patterns"][0]["id"] = "pattern-1"
    made["site"]["sections"] = {name: _text(name) for name in (*filter(None, SECTIONS), *WRITTEN)}
    for name in ("ui", "wording"):
        made[name] = yaml.safe_load((ROOT / f"data/{name}.yml").read_text("utf-8"))
    for number, term in enumerate(made["reference/glossary"]["terms"]):
        name = f"Q{chr(97 + number // 26)}{chr(97 + number % 26)}"
        term |= {"en": name, "zh": name}  # which no other text says
    made["rules"]["families"][0]["rules"][0] |= {"id": "T01", "wrong": {"file": "one"}, "right": {"file": "two"}}
    _framework(made)
    made["figures/tiny"] = {
        "figures": [{"id": "figure-1", "title": _text("Figure"), "value": 1, "unit": "GB", "note": _text("note")}]
    }
    made["patterns/pattern-1"] = _pattern()
    made["sheets/sheet-1"] = sheet()
    return made


def _pattern() -> dict[str, Any]:
    """The least pattern: its stages in order, its board drawn in the first, each signal scored once."""
    made = _Maker().model(Pattern) | {"id": "pattern-1"}
    for work, stage in zip(made["stages"], STAGES, strict=True):
        work["stage"] = stage
    made["stages"][0]["board"] = made["boards"][0]["id"]
    for row, signal in zip(made["rubric"], get_args(Signal), strict=True):
        row["signal"] = signal
    return made


def sheet(*, lines: int = 3) -> dict[str, Any]:
    """A cheat sheet of one section, with every kind of content and so many lines."""
    lane = {"title": _text("Lane"), "steps": [_text("One"), _text("Two")], "back": _text("One")}
    section = {
        "id": "section-1",
        "title": _text("Section"),
        "lanes": [lane],
        "rows": [{"name": _text("Row"), "text": {"en": "of **bold** `code`", "zh": "有**粗体**和 `code`"}}],
        "facts": [{"name": _text("Fact"), "value": {"en": "{=figure-1}", "zh": "{=figure-1}"}}],
        "cheat": [_text("Line") for _ in range(lines)],
    }
    return {"id": "sheet-1", "page": "start", "title": _text("Sheet"), "line": _text("Line"), "sections": [section]}


def _framework(made: Data) -> None:
    """Gives the framework the clock that its checks ask for."""
    stages, board, phases = made["framework/stages"], made["framework/whiteboard"], made["framework/phases"]
    stages["round"] = 45
    for stage, id, minutes, clock in zip(stages["stages"], STAGES, MINUTES, CLOCKS, strict=False):
        stage |= {"id": id, "minutes": minutes, "clock": clock}
    stages["buffer"] |= {"minutes": 4, "clock": CLOCKS[-1]}
    board["slots"] = [
        _Maker(f"slot{n}").model(Slot) | {"clock": clock} | ({"stage": STAGES[n]} if n < len(STAGES) else {})
        for n, clock in enumerate(CLOCKS)
    ]
    for phase, (least, most) in zip(phases["phases"], [(5, 10), (10, 15), (15, 20), (5, 5)], strict=True):
        phase["minutes"] = {"least": least, "most": most}
    phases["allocations"] = [{"minutes": [10, 15, 15, 5], "when": _text("always")}]
    for mapping, phase in zip(phases["mapping"], phases["phases"], strict=True):
        mapping |= {"phase": phase["id"], "stages": ["data"]}
    for weeks, span in zip(made["plan"]["weeks"], ("1-2", "3-4", "5-6", "7-8"), strict=True):
        weeks["weeks"] = span
    for form in made["framework/formats"]["formats"]:
        form |= {"total": 45, "parts": [part | {"minutes": m} for part, m in zip(form["parts"], (40, 5), strict=True)]}


def write(root: Path, made: Data) -> Path:
    """The site below `root`: this data, the real hooks, theme and configuration, two hand-written pages."""
    for name, value in made.items():
        path = root / "data" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    for lang, name in itertools.product(("en", "zh"), ("start", "about")):
        page = root / "docs" / lang / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        title, one, text = (name, "One", "Text.") if lang == "en" else (f"词 {name}", "其一", "文字。")
        page.write_text(f"---\ntitle: {title}\n---\n\n# {title} {{#top}}\n\n## {one} {{#one}}\n\n{text}\n", "utf-8")
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("study", "*.egg-info", "__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    accept(root)
    return root


def guide(files: Files) -> Guide:
    """The guide of loaded files, as if nobody had kept anything about them."""
    return study.guide.guide(files, State(), results(files)[0])


def accept(root: Path) -> None:
    """Stands by every translation below `root` as it is."""
    folder.write(root, {LOCK: lock.written(map(lock.unit_of, content(folder.texts(root)).pairs))})


def _text(word: str) -> dict[str, str]:
    return {"en": word, "zh": "词" if word == "word" else f"词 {word}"}


class _Maker:
    """Makes the least value of a type; ids count up so that they are unique in a file."""

    def __init__(self, prefix: str = "") -> None:
        self._count = itertools.count(1)
        self._prefix = prefix

    def model(self, shape: type[BaseModel]) -> dict[str, Any]:
        """A value of `shape` with only its required keys."""
        if {name for name, field in shape.model_fields.items() if field.is_required()} == {"en", "zh"}:
            return _text("word")
        made = {f.alias or name: self._field(f) for name, f in shape.model_fields.items() if f.is_required()}
        if "id" in made and shape.__name__ not in ("Node", "Group", "Actor"):
            made["id"] = f"{self._prefix}{shape.__name__.lower()}-{next(self._count)}"
        if "edges" in made:  # a board: an edge joins the first two nodes
            for node, id in zip(made["nodes"], "ab", strict=True):
                node["id"] = id
            made["edges"][0] |= {"from": "a", "to": "b"}
        return made

    def _field(self, field: FieldInfo) -> Any:
        least = next((m.min_length for m in field.metadata if hasattr(m, "min_length")), 0)
        low = next((m.ge for m in field.metadata if hasattr(m, "ge")), 1)
        mark = next((m for m in field.metadata if isinstance(m, RefTo)), None)
        if any(isinstance(m, AfterValidator) for m in field.metadata):
            return "https://example.org/"
        return REFS[mark.kind] if mark else self._value(field.annotation, least, low)

    def _value(self, kind: Any, least: int = 0, low: int = 1) -> Any:
        origin, args = get_origin(kind), get_args(kind)
        if origin is Annotated:
            field = FieldInfo.from_annotation(kind)
            return self._field(field)
        if origin in (Union, UnionType):
            return self._value(args[0])
        if origin is Literal:
            return args[0]
        if origin is tuple:
            return [self._value(args[0]) for _ in range(least)]
        if origin is dict:
            return {}
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.model(kind)
        return {int: max(low, 2000 if low > 1000 else low), date: "2026-11-21"}.get(kind, "word")
