"""The steps that the hooks and the command share: data → guide or report; pages → problems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from study.check import check
from study.checks import twins
from study.guide import Guide, guide
from study.load import load
from study.models.base import LANGS, Lang
from study.problem import Problem, report
from study.render import render


def load_guide(root: Path) -> tuple[Guide | None, str]:
    """The guide below `root`, or None with the report of what is wrong."""
    files, problems = load(root)
    found = [*problems, *check(files)]
    if any(problem.severity == "error" for problem in found):
        return None, report(found)
    return guide(files), ""


def written(root: Path, lang: Lang) -> dict[str, str]:
    """The hand-written pages in `lang`: path below docs/<lang> → Markdown."""
    folder = root / "docs" / lang
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))}


def twin_problems(root: Path, it: Guide) -> Iterator[Problem]:
    """What differs in structure between the two languages, over generated and hand-written pages."""
    trees = {lang: {f"docs/{lang}/{uri}": text for uri, text in written(root, lang).items()} for lang in LANGS}
    for lang in LANGS:
        trees[lang] |= {f"generated/{lang}/{uri}": text for uri, text in render(it, lang).items()}
    yield from twins.missing_pages(trees["en"], trees["zh"])
    yield from twins.heading_ids(trees["en"], trees["zh"])
