"""Guide + language → Markdown pages. One Jinja template serves both languages."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from study import markdown
from study.guide import Guide
from study.models.base import Lang, Say, Text
from study.pages import Page, pages, source


def render(guide: Guide, lang: Lang) -> dict[str, str]:
    """Source path below the language's folder (`framework/data.md`) → Markdown."""
    env = environment(guide, lang)
    return {source(page.path): _page(env, page) for page in pages(guide)}


def _page(env: Environment, page: Page) -> str:
    text = env.get_template(f"{page.template}.md.jinja").render(page=page, **page.context)
    return markdown.resolve_links(text, page.path, source)


def environment(guide: Guide, lang: Lang) -> Environment:
    """Jinja for one language. `{#id}` must stay Markdown's, so comments are `<# … #>`."""
    env = Environment(
        loader=PackageLoader("study"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 the output is Markdown; `markdown.inline` escapes text from data
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<#",
        comment_end_string="#>",
    )
    env.filters |= filters(lang)
    env.globals |= {
        "guide": guide,
        "lang": lang,
        "ui": _labels(guide, lang),
        **TYPOGRAPHY[lang],
        **_titles(guide),
        "board": lambda b: "",
    }
    return env


TYPOGRAPHY: Mapping[Lang, Mapping[str, str]] = {
    "en": {"space": " ", "comma": ", ", "dash": " — "},
    "zh": {"space": "", "comma": "、", "dash": "："},
}
"""What stands between a label and its text, between items of a list, between a term and what is said of it."""


def filters(lang: Lang) -> dict[str, Callable[..., Any]]:
    """What templates do with a value that may be translated."""

    def pick(value: Text | Say | str) -> str:
        if isinstance(value, str):
            return value
        return value.en if lang == "en" else value.zh

    return {
        "say": lambda value: markdown.inline(pick(value)),
        "cell": lambda value: markdown.cell(pick(value)),
        "prose": lambda value: markdown.paragraphs(pick(value)),
        "plain": lambda value: markdown.plain(pick(value)),
        "quoted": lambda value: json.dumps(markdown.plain(pick(value)), ensure_ascii=False),
        "inline": markdown.inline,
    }


def _titles(guide: Guide) -> dict[str, Callable[[str], Text]]:
    """Page path, stage id or phase id → its title."""
    heads = {f"framework/{stage.id}": stage.page.title for stage in guide.framework.stages}
    for page in pages(guide):
        if head := getattr(page.context.get("it"), "page", None):
            heads[page.path] = head.title
    heads |= {
        "framework": guide.framework.page.title,
        "resources": guide.shelf.page.title,
        "plan": guide.plan.page.title,
    }
    phases = {phase.id: phase.title for phase in guide.phases.phases}
    return {
        "title_of": heads.__getitem__,
        "stage_title": lambda id: heads[f"framework/{id}"],
        "phase_title": phases.__getitem__,
    }


def _labels(guide: Guide, lang: Lang) -> dict[str, str]:
    return {key: text.say(lang) for key, text in guide.ui.labels.items()}
