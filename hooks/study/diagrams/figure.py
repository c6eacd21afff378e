"""What a reader sees of one diagram: drawing, stepper, captions, source. HTML text, no state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from study.diagrams.draw import PREFIX
from study.markdown import fill

Labels = Mapping[str, str]
"""The keys of `LABELS` → the words in the page's language."""

LABELS = (
    "board_close",
    "board_copied",
    "board_copy",
    "board_draw",
    "board_drawn",
    "board_full",
    "board_minutes",
    "board_next",
    "board_pause",
    "board_play",
    "board_previous",
    "board_replay",
    "board_say",
    "board_scroll",
    "board_selected",
    "board_source",
    "board_view",
    "board_whole",
)


@dataclass(frozen=True)
class Step:
    """A stage of a board: its number, clock (`8-15`) and name, and what to say while drawing it."""

    stage: int
    clock: str
    name: str
    say: str = ""


@dataclass(frozen=True)
class Figure:
    """A diagram before it is drawn. `steps` are the stages that its nodes have, in order."""

    title: str
    desc: str
    source: str
    id: str = ""
    steps: tuple[Step, ...] = ()

    @property
    def minutes(self) -> dict[int, str]:
        """Stage → clock."""
        return {step.stage: step.clock for step in self.steps}


def page(figure: Figure, svg: str, id: str, labels: Labels) -> str:
    """The figure as HTML on one line, so that no Markdown is found in it; `id` is unique on its page."""
    return _figure(figure, svg.replace(PREFIX, id), _stepper(figure, labels), id, labels)


def undrawn(figure: Figure, id: str, labels: Labels) -> str:
    """The figure where nothing draws at build time: mkdocs-mermaid2-plugin finds the source and has it drawn."""
    return _figure(figure, f'<pre><code class="mermaid">{_lines(figure.source)}</code></pre>', "", id, labels)


def _figure(figure: Figure, drawing: str, stepper: str, id: str, labels: Labels) -> str:
    stages = " ".join(str(step.stage) for step in figure.steps)
    parts = [
        f'<figure class="board" id="{_attr(id)}" data-steps="{stages}">',
        f'<figcaption class="board-title">{_text(figure.title)}</figcaption>',
        '<div class="board-body">',
        _view(figure, drawing, labels),
        _bar(labels),
        stepper,
        _captions(figure, labels),
        "</div>",
        _source(figure, labels),
        "</figure>",
    ]
    return "".join(parts)


def _view(figure: Figure, drawing: str, labels: Labels) -> str:
    """The scrolling window on the drawing: reachable by keyboard, as it may be wider than the page."""
    name = fill(labels["board_view"], title=figure.title)
    return f'<div class="board-view" role="group" tabindex="0" aria-label="{_attr(name)}" data-search-exclude>{drawing}</div>'


def _bar(labels: Labels) -> str:
    """What board.js shows with a drawing: a hint when it is wider than the page, and the way to full screen."""
    full, close = labels["board_full"], labels["board_close"]
    return (
        f'<p class="board-hint" hidden>{_text(labels["board_scroll"])}</p>'
        f'<button type="button" class="board-full" data-open="{_attr(full)}" data-close="{_attr(close)}" hidden>{_text(full)}</button>'
    )


def _stepper(figure: Figure, labels: Labels) -> str:
    """Buttons and a slider, hidden until board.js wakes them: without it the whole board shows."""
    last = len(figure.steps)
    if last < 2:
        return ""
    marks = "".join(f"<span>{_text(_clock(step.clock))}</span>" for step in figure.steps)
    name = _attr(labels["board_replay"])
    return (
        f'<div class="board-steps" role="group" aria-label="{name}" hidden>'
        f"{_button('previous', '←', labels['board_previous'])}"
        f"{_button('play', '▶', labels['board_play'], labels['board_pause'])}"
        f"{_button('next', '→', labels['board_next'])}"
        f'<div class="board-slide"><input type="range" min="1" max="{last}" value="{last}" aria-label="{name}">'
        f'<div class="board-marks" aria-hidden="true">{marks}</div></div>'
        '<p class="board-said" role="status"></p></div>'
    )


def _button(name: str, sign: str, label: str, other: str = "") -> str:
    """A button known by its label; one that toggles carries the other label too."""
    toggle = f' data-play="{_attr(label)}" data-pause="{_attr(other)}"' if other else ""
    return f'<button type="button" class="board-{name}" aria-label="{_attr(label)}" title="{_attr(label)}"{toggle}>{sign}</button>'


def _captions(figure: Figure, labels: Labels) -> str:
    """All captions in a list: what readers without JavaScript, and paper, get of the replay; bare ones only in it."""
    if not figure.steps:
        return ""
    items = "".join(_caption(step, labels) for step in figure.steps)
    whole = f'<li class="board-whole" hidden>{_text(labels["board_whole"])}</li>' if len(figure.steps) > 1 else ""
    lead = f'<p class="board-lead">{_text(labels["board_say"])}</p>' if any(step.say for step in figure.steps) else ""
    return f'{lead}<ol class="board-captions">{items}{whole}</ol>'


def _caption(step: Step, labels: Labels) -> str:
    clock = _clock(step.clock)
    words = fill(labels["board_draw" if step.say else "board_drawn"], minutes=clock, say=step.say)
    mark = f"{fill(labels['board_minutes'], minutes=clock)} · {step.name}"
    bare = "" if step.say else ' class="bare"'
    return (
        f'<li{bare} data-step="{step.stage}"><b class="board-clock">{_text(mark)}</b> <span>{_text(words)}</span></li>'
    )


def _source(figure: Figure, labels: Labels) -> str:
    """The text to paste into any Mermaid editor."""
    done = f'data-copied="{_attr(labels["board_copied"])}" data-selected="{_attr(labels["board_selected"])}"'
    copy = f'<button type="button" class="board-copy" {done} hidden>{_text(labels["board_copy"])}</button>'
    return (
        f'<details class="board-source" data-search-exclude><summary>{_text(labels["board_source"])}</summary>'
        f'{copy}<pre tabindex="0"><code>{_lines(figure.source)}</code></pre></details>'
    )


def _lines(source: str) -> str:
    """Line ends as entities: the figure stays on one line of Markdown."""
    return "&#10;".join(_text(line) for line in source.splitlines())


def _clock(clock: str) -> str:
    return clock.replace("-", "–")


def _text(value: str) -> str:
    return escape(value, quote=False)


def _attr(value: str) -> str:
    return escape(value)
