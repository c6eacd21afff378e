"""The tiny guide with markup and scripts in every text and every address of every data file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

import tiny
from study import folder
from study.build import make
from study.fix import content
from study.load import FILES, FOLDERS
from study.lock import digest
from study.models.base import Citation, Model, Text
from study.shape import model_at
from study.source import Loc

STRIKE = "document.documentElement.dataset.struck=document.URL"
TEXT = (
    f'"><script>{STRIKE}</script><img src=x onerror="{STRIKE}"><svg onload={STRIKE}>'
    f"' onfocus={STRIKE} {{: onclick={STRIKE} }} {{{{ evil }}}} {{% evil %}} </textarea></title></style></script>"
    f'--> &lt;script&gt; <JavaScript:{STRIKE}> " | `` ` `` \\'
)
"""Ends what it may stand in, then strikes: by a script, an event, an attribute list, an address."""
ADDRESS = f'https://example.org/"><script>{STRIKE}</script><a/onclick="{STRIKE}">)'
PLAIN = {"unit", "formula", "find_en", "find_zh", "nodes", "edges", "groups", "actors", "messages"}
"""Words of a small language of their own and the labels inside boards: checks refuse markup there."""


def data() -> tiny.Data:
    """The tiny guide, its optional texts filled in, in which each text is TEXT and each address is ADDRESS."""
    made = tiny.data()
    for name, value in made.items():
        model = FILES.get(name) or FOLDERS[name.split("/", maxsplit=1)[0]]
        for loc in list(_mappings(value)):
            if here := model_at(model, loc):
                _complete(here, _at(value, loc))
        for loc in list(_strings(value)):
            _strike(model, value, loc)
    return made


def write(root: Path) -> Path:
    """The site of these texts below `root`; where they are too long for their place, with leave."""
    made = data()
    made["rules"]["families"][0]["rules"][0]["id"] = "T44"  # the page on quality links to what is waived
    strict = tiny.write(root / "strict", made)
    pairs = {pair.key: pair for pair in content(folder.texts(strict)).pairs}
    for key in {problem.key for problem in make(strict)[1] if problem.rule == "T44"}:
        pair = pairs[key]
        name = pair.en.path.removeprefix("data/").removesuffix(".yml")
        leave = {"id": "T44", "reason": "all that may break out", "src": digest(pair.en.text, pair.zh.text)}
        _at(made[name], pair.loc)["l10n_ok"] = [leave]
    return tiny.write(root / "lenient", made)


def _mappings(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    if isinstance(value, dict):
        yield loc
    for key, item in _items(value):
        yield from _mappings(item, (*loc, key))


def _strings(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    if isinstance(value, str):
        yield loc
    for key, item in _items(value):
        yield from _strings(item, (*loc, key))


def _items(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _at(value: Any, loc: Loc) -> Any:
    for key in loc:
        value = value[key]
    return value


def _complete(model: type[BaseModel], mapping: dict[str, Any]) -> None:
    """Adds the optional texts and sources of `model` that `mapping` lacks."""
    text = {"en": "word", "zh": "词"}
    source = {"url": "https://example.org/", "kind": "paper", "checked": "2026-11-21", "title": "word"}
    for name, field in model.model_fields.items():
        if name in mapping or field.is_required():
            continue
        for kind, made in ((Text, text), (Citation, source)):
            if kind in get_args(field.annotation):
                mapping[name] = [dict(made)] if Ellipsis in get_args(field.annotation) else dict(made)


def _strike(model: type[Model], value: Any, loc: Loc) -> None:
    """Puts TEXT at `loc`, or ADDRESS where only an address may stand; ids and names of kinds stay."""
    *above, key = loc
    holder = _at(value, tuple(above))
    before = holder[key]
    if PLAIN & set(loc) or not (before == "https://example.org/" or key in ("en", "zh") or before == "word"):
        return
    holder[key] = TEXT
    try:
        model.model_validate(value)
    except ValidationError:
        holder[key] = ADDRESS
