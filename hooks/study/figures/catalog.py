"""All figures of the guide, by file."""

from __future__ import annotations

from collections.abc import Iterator

from study.figures import show
from study.figures.evaluate import Fault, Results, evaluate
from study.load import Files
from study.models.figures import Figure, Figures


def figures(files: Files) -> Iterator[Figure]:
    """Every figure of every file that loaded."""
    for _, each in by_file(files):
        yield from each


def by_file(files: Files) -> Iterator[tuple[str, tuple[Figure, ...]]]:
    """Name of a file → its figures."""
    for name, parsed in files.items():
        if isinstance(parsed.model, Figures):
            yield name, parsed.model.figures


def results(files: Files) -> tuple[Results, list[Fault]]:
    """Every figure evaluated, and what is wrong with the others."""
    return evaluate(figures(files))


def listing(files: Files) -> str:
    """For writers: each figure's id, its value in English and in Chinese, its titles."""
    found, _ = results(files)
    lines: list[str] = []
    for name, each in by_file(files):
        lines += ["", f"data/{name}.yml"]
        for figure in each:
            result = found.get(figure.id)
            values = (
                f"{show.value(result, 'en')} | {show.value(result, 'zh')}" if result else "(faulty: run `study check`)"
            )
            lines.append(f"  {figure.id:<44} {values} | {figure.title.en} | {figure.title.zh}")
    return "\n".join(lines[1:])
