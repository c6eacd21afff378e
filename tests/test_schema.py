"""schemas/ is up to date, and accepts the data as an editor reads it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

import tiny
from study.load import FILES, FOLDERS, shapes
from study.schema import schemas

NAMES = sorted(shapes(tiny.ROOT))


def test_schemas_are_up_to_date() -> None:
    expected = dict(schemas())
    found = {f"schemas/{path.name}": path.read_text("utf-8") for path in (tiny.ROOT / "schemas").glob("*.json")}
    assert found == expected, "run `make fix`"


def directive(name: str) -> str:
    """The first line of the data file `name` (without `data/` and `.yml`): where an editor finds its schema."""
    folder, _, _ = name.rpartition("/")
    schema = f"{folder}-each" if folder in FOLDERS and name not in FILES else name.replace("/", "-")
    return f"# yaml-language-server: $schema={'../' * (name.count('/') + 1)}schemas/{schema}.json"


@pytest.mark.parametrize("name", NAMES)
def test_data_names_its_schema_and_fits_it(name: str) -> None:
    path = tiny.ROOT / "data" / f"{name}.yml"
    text = path.read_text("utf-8")
    assert text.splitlines()[0] == directive(name)
    schema = Path(path.parent, directive(name).partition("$schema=")[2])
    value = yaml.load(text, Loader=_Plain)  # noqa: S506 a SafeLoader
    jsonschema.validate(value, json.loads(schema.read_text("utf-8")))


class _Plain(yaml.SafeLoader):
    """Reads a date, `yes` and `no` as editors do (YAML 1.2): as text."""


_Plain.yaml_implicit_resolvers = {
    key: [(tag, regexp) for tag, regexp in found if not tag.endswith((":timestamp", ":bool"))]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
