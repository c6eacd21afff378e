"""Guide + language → Markdown pages. One Jinja template serves both languages."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from html import escape

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined

from study import formula, lookup, markdown
from study.diagrams.board import Mark, board_markdown
from study.figures import inline
from study.guide import Guide
from study.models.base import Lang, Say, Text
from study.models.board import Flow, Sequence
from study.output import Output
from study.pages import Page, pages, source
from study.report.excerpt import visible
from study.rules import RULES
from study.sheets import paper
from study.waivers import UNWAIVABLE

_MEANS_NOTHING = {ord(char): f"&#{ord(char)};" for char in "#`{[]!|*_"}
TYPOGRAPHY: Mapping[Lang, Mapping[str, str]] = {
    "en": {"space": " ", "comma": ", ", "dash": " — ", "colon": ": "},
    "zh": {"space": "", "comma": "、", "dash": "：", "colon": "："},
}
"""What stands between a label and its text, between items of a list, between a term and what is said of it."""


def render(guide: Guide, lang: Lang, output: Output) -> dict[str, str]:
    """Source path below the language's folder (`framework/data.md`) → Markdown."""
    env = environment(guide, lang, output)
    return {source(page.path): _page(env, page, guide, lang) for page in pages(guide)}


def _page(env: Environment, page: Page, guide: Guide, lang: Lang) -> str:
    text = env.get_template(f"{page.template}.md.jinja").render(page=page, **page.context)
    numbers = inline.section(inline.mentioned(text), guide.figures, lang, lookup.labels(guide, lang))
    text = inline.replace(text, guide.figures, lang)
    return markdown.resolve_links(f"{text}\n{numbers}", page.path, source)


def environment(guide: Guide, lang: Lang, output: Output) -> Environment:
    """Jinja for one language. `{#id}` must stay Markdown's, so comments are `<# … #>`."""
    env = Environment(
        loader=PackageLoader("study"),
        bytecode_cache=FileSystemBytecodeCache(),  # in the system's temporary folder; compiling takes longer than rendering
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 the output is Markdown; `markdown.inline` escapes text from data
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<#",
        comment_end_string="#>",
    )
    env.filters |= filters(guide, lang)
    ui = {name: markdown.label(text) for name, text in lookup.labels(guide, lang).items()}
    env.globals |= {"guide": guide, "lang": lang, "ui": ui, **TYPOGRAPHY[lang]}
    env.globals |= {"rules": RULES, "waivable": RULES.keys() - UNWAIVABLE}
    env.globals |= {"board": _boards(guide, lang), **lookup.functions(guide)}
    env.globals |= {"output": output, **paper.functions(lang, output)}
    return env


def filters(guide: Guide, lang: Lang) -> dict[str, Callable[..., str]]:
    """What templates do with a value that may be translated."""

    def pick(value: Text | Say | str) -> str:
        if isinstance(value, str):
            return value
        return value.en if lang == "en" else value.zh

    def plain(value: Text | Say | str) -> str:
        return plain_text(pick(value), guide, lang)

    return {
        "say": lambda value: markdown.inline(pick(value)),
        "cell": lambda value: markdown.cell(pick(value)),
        "prose": lambda value: markdown.paragraphs(pick(value)),
        "plain": plain,
        "quoted": lambda value: json.dumps(escape(plain(value)), ensure_ascii=False),  # the theme prints it as it is
        "fill": markdown.fill,
        "inline": markdown.inline,
        "code": markdown.code,
        "address": markdown.address,
        "aloud": lambda text, spoken: markdown.inline(inline.spell(text, guide.figures, spoken)),
        "mathml": formula.mathml,
        "verbatim": verbatim,
    }


def verbatim(text: str) -> str:
    """`text` for a `<pre>`: nothing in it means anything to Markdown, and what cannot be seen is named."""
    return escape(visible(text)).translate(_MEANS_NOTHING)


def plain_text(text: str, guide: Guide, lang: Lang) -> str:
    """`text` without Markdown, with its figures spelled out: for descriptions and attributes."""
    return markdown.plain(inline.spell(text, guide.figures, lang))


def _boards(guide: Guide, lang: Lang) -> Callable[[Flow | Sequence], str]:
    """The function by which a template prints a board."""
    stages = guide.framework.stages
    marks = {n: Mark(stage.clock, stage.short.say(lang)) for n, stage in enumerate(stages, 1)}

    def board(it: Flow | Sequence) -> str:
        fence = board_markdown(it, lang, marks, lambda text: plain_text(text, guide, lang))
        return inline.spell(fence, guide.figures, lang)

    return board
