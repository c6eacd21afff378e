"""Which pages the guide has, where they stand and what each template is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from study.guide import Guide
from study.models.base import STAGES, Lang

WRITTEN = ("start", "about")
"""Pages written by hand, below docs/en and docs/zh."""
SECTIONS = ("", "framework", "patterns", "reference", "resources", "cheatsheets", "quality")
"""Pages that open a section of the navigation: their Markdown is that folder's index.md."""
OPENINGS = {
    "": "site",
    "framework": "framework/stages",
    "reference": "reference/index",
    "resources": "resources/index",
    "cheatsheets": "sheets",
    "quality": "rules",
}
"""Page that opens a section → the data file it comes from, where that is not named like it."""
FRAMEWORK = ("whiteboard", "phases", "formats", "signals", "anti-patterns", "tips")
REFERENCE = ("serving", "metrics", "numbers", "trade-offs", "glossary")
QUALITY = ("rules", "status")
RESOURCES = ("books", "blogs", "courses", "platforms", "papers", "repos")


@dataclass(frozen=True)
class Page:
    """A generated page: its path in the site without language, its template, what the template sees."""

    path: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


def pages(guide: Guide) -> Iterator[Page]:
    """Every generated page."""
    yield Page("", "home")
    yield Page("plan", "plan", {"plan": guide.plan})
    yield Page("framework", "framework")
    for position, stage in enumerate(guide.framework.stages):
        yield Page(f"framework/{stage.id}", "stage", {"stage": stage, "slot": guide.whiteboard.slots[position]})
    for name in FRAMEWORK:
        yield Page(f"framework/{name}", name, {"it": getattr(guide, name.replace("-", "_"))})
    yield Page("patterns", "patterns", {"it": guide.patterns})
    for card in guide.patterns.patterns:
        if card.id in guide.worked:
            yield Page(f"patterns/{card.id}", "pattern", {"it": guide.worked[card.id]})
    yield Page("reference", "reference")
    for name in REFERENCE:
        yield Page(f"reference/{name}", name, {"it": getattr(guide, name.replace("-", "_"))})
    yield Page("resources", "resources")
    for name in RESOURCES:
        yield Page(f"resources/{name}", name, {"it": getattr(guide, name)})
    yield Page("cheatsheets", "cheatsheets", {"it": guide.sheets})
    for id in guide.sheets.sheets:
        yield Page(f"cheatsheets/{id}", "cheatsheet", {"sheet": guide.cheats[id]})
    yield Page("quality", "quality")
    for name in QUALITY:
        yield Page(f"quality/{name}", name)


def data_file(page: Page) -> str:
    """The data file (without `data/` and `.yml`) in which most of a generated page stands."""
    if page.path in OPENINGS:
        return OPENINGS[page.path]
    if page.path.startswith("quality/"):
        return OPENINGS["quality"]
    if page.template == "cheatsheet":
        return page.path.replace("cheatsheets", OPENINGS["cheatsheets"])
    return "framework/stages" if page.template == "stage" else page.path


def source(path: str) -> str:
    """The Markdown file of a page, below its language's folder: `framework` → `framework/index.md`."""
    if path in SECTIONS:
        return f"{path}/index.md".lstrip("/")
    return f"{path}.md"


def paths() -> set[str]:
    """Every path that a page can have whatever the patterns are."""
    fixed = {"plan", *SECTIONS, *WRITTEN}
    inner = {f"framework/{name}" for name in (*STAGES, *FRAMEWORK)}
    shelves = {f"reference/{name}" for name in REFERENCE} | {f"resources/{name}" for name in RESOURCES}
    return fixed | inner | shelves | {f"quality/{name}" for name in QUALITY}


Nav = list[Any]
"""MkDocs' navigation: a file, or {title: [entries]}."""


def nav(guide: Guide, lang: Lang) -> Nav:
    """The navigation in `lang`; pages take their titles from themselves."""

    def title(name: str) -> str:
        return escape(guide.site.sections[name].say(lang))

    def section(name: str, children: list[str]) -> dict[str, list[str]]:
        return {title(name): [source(name), *(source(f"{name}/{child}") for child in children)]}

    worked = [card.id for card in guide.patterns.patterns if card.id in guide.worked]
    return [
        source(""),
        source("start"),
        section("framework", [*STAGES, *FRAMEWORK]),
        section("patterns", worked),
        section("reference", list(REFERENCE)),
        section("resources", list(RESOURCES)),
        section("cheatsheets", list(guide.sheets.sheets)),
        source("plan"),
        {title("about"): [source("about"), section("quality", list(QUALITY))]},
    ]
