"""JSON Schemas of the data files, from which editors complete and check the YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator

from study.load import FILES, FOLDERS
from study.models.base import Model


def schemas() -> Iterator[tuple[str, str]]:
    """(path of the schema, its text) for every shape of a data file."""
    for name, shape in FILES.items():
        yield f"schemas/{name.replace('/', '-')}.json", _text(shape)
    for folder, shape in FOLDERS.items():
        yield f"schemas/{folder}-each.json", _text(shape)


def _text(shape: type[Model]) -> str:
    return json.dumps(shape.model_json_schema(by_alias=True), indent=1, ensure_ascii=False) + "\n"
