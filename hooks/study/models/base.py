"""Building blocks of every data file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = get_args(Lang)

StageId = Literal["requirements", "metrics", "data", "features", "model", "serving", "monitoring"]
STAGES: tuple[StageId, ...] = get_args(StageId)


class Model(BaseModel):
    """Immutable; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


Words = Annotated[
    str,
    StringConstraints(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string", "minLength": 1}, {"type": "number"}]}),
]
"""Text that is the same in both languages, such as a proper name; Markdown inside a line is allowed."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A stable kebab-case name; never derived from a position."""


class Waived(Model):
    """Leave to break a rule of the translation checks here; T43 says what is wrong with one."""

    id: str
    """The rule, such as `T23`."""
    reason: str = ""
    """Why the text is right as it stands."""
    src: str = ""
    """A hash of both sides, which `study fix` writes; the waiver lapses when they change."""


class Text(Model):
    """One thing said in both languages. Inline Markdown; `[words](@framework/data)` links to a page."""

    en: Words
    zh: Words
    l10n_ok: tuple[Waived, ...] = ()

    def say(self, lang: Lang) -> str:
        """The side in `lang`."""
        return self.en if lang == "en" else self.zh


def _web_address(value: str) -> str:
    """Accepts an https or http address with a dotted host and no spaces."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or any(c.isspace() for c in value):
        raise PydanticCustomError("url", "is not a web address", {"fix": "write it whole: https://host/path"})
    return value


Url = Annotated[str, AfterValidator(_web_address)]

Year = Annotated[int, Field(ge=1950, le=2100)]
"""A year of publication; a dated entry also refuses years after its `checked` date."""

SourceKind = Literal["official", "paper", "documentation", "report", "estimate"]
"""official: the maker's own page · documentation: a manual or source file · report: somebody else's account."""


@dataclass(frozen=True)
class RefTo:
    """Marks a field whose value must be the id of something of this kind (see checks/references.py)."""

    kind: Literal["topic", "resource", "pattern", "page", "figure", "term", "board", "input", "sheet"]


TopicRef = Annotated[str, RefTo("topic")]
ResourceRef = Annotated[str, RefTo("resource")]
PatternRef = Annotated[str, RefTo("pattern")]
PageRef = Annotated[str, RefTo("page")]
FigureRef = Annotated[str, RefTo("figure")]
"""The id of a computed figure in data/figures/."""


class Entity(Model):
    """Something with an id that is unique among all entities of the guide."""

    id: Id


class Citation(Model):
    """Where a fact comes from and when somebody last looked."""

    url: Url
    kind: SourceKind
    checked: date
    title: Words


class Head(Model):
    """Title, search-result description and opening paragraph(s) of a page."""

    title: Text
    description: Text
    intro: Text


class Say(Model):
    """A sentence to say aloud in English (`en`), with its Chinese gloss (`zh`)."""

    en: Words
    zh: Words
    l10n_ok: tuple[Waived, ...] = ()


class Question(Model):
    """A question to ask the interviewer and why the answer changes the design."""

    ask: Text
    why: Text
