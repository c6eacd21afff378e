"""Asks a model's type what stands at a place: which keys a mapping takes, which marks a field carries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from study.source import Loc


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model whose keys stand at `loc` below `model`; None where it is not a model."""
    here: Any = model
    for step in loc:
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = _field(here, str(step))
            here = field.annotation if field else None
        else:
            here = _item(here)
        here = _bare(here)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def keys(model: type[BaseModel]) -> list[str]:
    """The keys that a mapping of this model takes."""
    return [field.alias or name for name, field in model.model_fields.items()]


Value = tuple[Loc, Any, tuple[Any, ...]]
"""A value with its place and the marks (such as `RefTo`) of its field."""


def walk(value: Any) -> list[Value]:
    """Every value below `value`, in the order in which a file holds them."""
    found: list[Value] = []
    _walk(value, (), (), found)
    return found


def _walk(value: Any, loc: Loc, marks: tuple[Any, ...], found: list[Value]) -> None:
    """Adds `value` and those below it to `found`: one list, since a generator a level costs more than the rest."""
    found.append((loc, value, marks))
    if isinstance(value, str):
        return
    if isinstance(value, BaseModel):
        for name, key, inner_marks in _fields(type(value)):
            _walk(getattr(value, name), (*loc, key), inner_marks, found)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _walk(item, (*loc, position), marks, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _walk(item, (*loc, key), marks, found)


@cache
def _fields(model: type[BaseModel]) -> list[tuple[str, str, tuple[Any, ...]]]:
    """(attribute, key in the file, marks) of each field; a type never changes, so it is asked once."""
    return [(name, field.alias or name, tuple(_marks(field))) for name, field in model.model_fields.items()]


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            return field
    return None


def _marks(field: FieldInfo) -> Iterator[Any]:
    """The field's own marks and those of the type inside its list or option."""
    yield from field.metadata
    yield from _inner_marks(field.annotation)


def _inner_marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for part in get_args(annotation):
        if get_origin(part) is not None:
            yield from _inner_marks(part)


def _bare(annotation: Any) -> Any:
    """Without `Annotated[…]` and `… | None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif type(None) in (options := get_args(annotation)):
            annotation = next(option for option in options if option is not type(None))
        else:
            return annotation


def _item(annotation: Any) -> Any:
    """The type inside a tuple, or of a mapping's values."""
    args = [a for a in get_args(annotation) if a is not Ellipsis]
    return args[-1] if args else None
