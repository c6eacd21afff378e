"""Puts figures into text: `{=id}` becomes the value, and a section at the end of the page shows where it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

from study.figures import show
from study.figures.evaluate import Result, Results
from study.figures.mathml import mathml
from study.markdown import label, outside_code
from study.models.base import Citation, Lang
from study.models.figures import Figure, Input

REFERENCE = re.compile(r"\{=([^{}\n]*)\}")
"""A figure in a text; what stands in it may be no id, which a check reports."""

LABELS = ("figures", "figures_intro", "figures_checked")
"""The labels of data/ui.yml that this module prints."""

Pick = Callable[[Result], str]


def mentioned(text: str) -> list[str]:
    """The ids in `text` outside code spans, in order, each once."""
    found: dict[str, None] = {}

    def note(part: str) -> str:
        found.update(dict.fromkeys(match[1] for match in REFERENCE.finditer(part)))
        return part

    outside_code(text, note)
    return list(found)


def replace(markdown: str, results: Results, lang: Lang) -> str:
    """Escaped Markdown with each `{=id}` as a link to the figure's card; unknown ids stay as they are."""
    return _replace(markdown, results, lambda result: link(result, lang))


def spell(text: str, results: Results, lang: Lang) -> str:
    """Plain text with each `{=id}` as its value, for descriptions, diagrams and attributes."""
    return _replace(text, results, lambda result: show.value(result, lang))


def link(result: Result, lang: Lang) -> str:
    """The value as a link to its card: it works without a script, and opens a popover with one."""
    id = result.figure.id
    return f'<a class="fig" href="#fig-{id}">{escape(show.value(result, lang))}</a>'


def _replace(text: str, results: Results, shown: Pick) -> str:
    def one(match: re.Match[str]) -> str:
        return shown(results[match[1]]) if match[1] in results else match[0]

    return outside_code(text, lambda part: REFERENCE.sub(one, part))


def closure(ids: Iterable[str], results: Results) -> list[str]:
    """`ids` in order, then every figure they lean on, so that each number can be traced to its sources."""
    found = dict.fromkeys(id for id in ids if id in results)
    queue = list(found)
    for id in queue:
        for each in results[id].figure.inputs.values():
            if each.figure is not None and each.figure not in found:
                found[each.figure] = None
                queue.append(each.figure)
    return list(found)


def section(ids: Iterable[str], results: Results, lang: Lang, labels: Mapping[str, str]) -> str:
    """Markdown of the section "numbers on this page"; empty when the page has none.

    Cards keep the order of the data, for two languages may mention the same numbers in different order.
    """
    asked = set(ids)
    shown = closure((id for id in results if id in asked), results)
    cards = [card(results[id], results, lang, labels) for id in shown]
    if not cards:
        return ""
    heading = f"## {label(labels['figures'])} {{#figures}}"
    body = "\n".join(['<div class="figs">', *cards, "</div>"])
    return f"{heading}\n\n{label(labels['figures_intro'])}\n\n{body}\n"


def card(result: Result, results: Results, lang: Lang, labels: Mapping[str, str]) -> str:
    """One figure as HTML without blank lines: title, formula, substitution, result, inputs, note."""
    figure = result.figure
    parts = [
        f'<p class="fig-card__title">{escape(figure.title.say(lang))}</p>',
        *_working(result, results, lang),
        *_inputs(figure, results, lang, labels),
        *_note(figure, lang, labels),
    ]
    return f'<div class="fig-card" id="fig-{figure.id}">\n' + "\n".join(parts) + "\n</div>"


def _working(result: Result, results: Results, lang: Lang) -> Iterator[str]:
    value = f'<strong class="fig-card__value">{escape(show.value(result, lang))}</strong>'
    if result.tree is None:
        yield f'<p class="fig-card__sum">{value}</p>'
        return
    sign = "=" if show.exact(result) else "≈"
    yield f'<p class="fig-card__formula">{mathml(result.tree)}</p>'
    yield f'<p class="fig-card__sum">{escape(show.substitution(result, results, lang))} {sign} {value}</p>'


def _inputs(figure: Figure, results: Results, lang: Lang, labels: Mapping[str, str]) -> Iterator[str]:
    if figure.inputs:
        rows = (_input(name, each, results, lang, labels) for name, each in figure.inputs.items())
        yield f'<dl class="fig-card__inputs">{"".join(rows)}</dl>'


def _input(name: str, input: Input, results: Results, lang: Lang, labels: Mapping[str, str]) -> str:
    value = escape(show.given(input, results, lang))
    says = [_named(input, results, lang)] if input.figure or input.note else []
    if input.source:
        says.append(_source(input.source, lang, labels))
    stop = ": " if lang == "en" else "："
    return f"<dt>{escape(name.replace('_', ' '))}</dt><dd>{value}{stop}{_joined(says, lang)}</dd>"


def _named(input: Input, results: Results, lang: Lang) -> str:
    if input.figure is not None:
        title = escape(results[input.figure].figure.title.say(lang))
        return f'<a href="#fig-{input.figure}">{title}</a>'
    return escape(input.note.say(lang)) if input.note else ""


def _note(figure: Figure, lang: Lang, labels: Mapping[str, str]) -> Iterator[str]:
    says = [escape(figure.note.say(lang))] if figure.note else []
    if figure.source:
        says.append(_source(figure.source, lang, labels))
    if says:
        yield f'<p class="fig-card__note">{(" " if lang == "en" else "").join(says)}</p>'


def _source(source: Citation, lang: Lang, labels: Mapping[str, str]) -> str:
    opening, closing = ("(", ")") if lang == "en" else ("（", "）")
    checked = f"{labels['figures_checked']} {source.checked.isoformat()}"
    space = " " if lang == "en" else ""
    return f'<a href="{escape(source.url, quote=True)}">{escape(source.title)}</a>{space}{opening}{escape(checked)}{closing}'


def _joined(parts: list[str], lang: Lang) -> str:
    return ("; " if lang == "en" else "；").join(parts)
