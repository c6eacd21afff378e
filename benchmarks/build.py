"""Times builds: `make bench`. Ours, with all checks and diagrams, against plain MkDocs, static-i18n and Material on the same pages.

The plain site has the pages of `study render`, the same theme, the same Markdown extensions and the theme's own search; no
hooks. Builds alternate in one run; each is a fresh process; medians of processor seconds, which a busy machine disturbs less
than the clock. Growth is ours with 100, 200 and 400 pages a language (it has 66), the added ones copies of those written by hand. Writes
benchmarks/build.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import yaml
from mkdocs.utils.yaml import yaml_load

from benchmarks.site import CACHE, ROOT

PAGES = (100, 200, 400)
"""Pages a language."""


class Took(NamedTuple):
    """Seconds of a build: of the processor, by the clock."""

    cpu: float
    clock: float


def timed(root: Path) -> Took:
    """A fresh `mkdocs build` in `root`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(CACHE / "built")]
    start = time.perf_counter()
    with (CACHE / "build.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=root, stdout=log, stderr=log, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit((CACHE / "build.log").read_text())
    return Took(used.ru_utime + used.ru_stime, time.perf_counter() - start)


def rendered() -> Path:
    """The pages of both languages as Markdown."""
    folder = fresh(CACHE / "rendered")
    subprocess.run([sys.executable, "-m", "study", "render", str(folder)], cwd=ROOT, check=True)
    return folder


def plain(pages: Path) -> Path:
    """A site without hooks over the same pages."""
    root = fresh(CACHE / "plain")
    shutil.copytree(pages, root / "docs")
    for home in (root / "docs").glob("*/index.md"):  # ours has a template of its own
        home.write_text(home.read_text("utf-8").replace("template: home.html\n", ""), "utf-8")
    with (ROOT / "mkdocs.yml").open("rb") as file:
        ours = yaml_load(file)
    kept = {key: ours[key] for key in ("site_name", "site_url", "markdown_extensions")}
    theme = {key: ours["theme"][key] for key in ("name", "language", "font", "palette", "features")}
    i18n = {"docs_structure": "folder", "languages": ours["plugins"]["i18n"]["languages"]}
    config = {**kept, "theme": theme, "plugins": {"search": {}, "i18n": i18n}}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return root


def grown(pages: Path, count: int) -> Path:
    """Our site with `count` pages a language: copies of the hand-written ones, which pass every check, beside them."""
    root = fresh(CACHE / f"grown-{count}")
    for name in ("hooks", "overrides", ".cache"):  # drawings and sheets are there, as in the other builds
        (root / name).symlink_to(ROOT / name)
    for name in ("docs", "data"):
        shutil.copytree(ROOT / name, root / name)
    text = (ROOT / "mkdocs.yml").read_text("utf-8").replace("strict: true", "strict: false")
    (root / "mkdocs.yml").write_text(text.replace("omitted_files: warn", "omitted_files: ignore"), "utf-8")
    models = sorted(path.stem for path in (ROOT / "docs/en").glob("*.md"))
    missing = count - sum(1 for _ in (pages / "en").rglob("*.md"))
    for number in range(missing):
        name = models[number % len(models)]
        for lang in ("en", "zh"):
            shutil.copy(ROOT / f"docs/{lang}/{name}.md", root / f"docs/{lang}/{name}-{number}.md")
    subprocess.run([sys.executable, "-m", "study", "accept"], cwd=root, check=True)
    return root


def fresh(folder: Path) -> Path:
    """`folder`, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def alternated(roots: dict[str, Path], runs: int) -> dict[str, Took]:
    """Name → median build, in turns; one build of each before, for caches."""
    took: dict[str, list[Took]] = {name: [] for name in roots}
    for turn in range(runs + 1):
        for name, root in roots.items():
            one = timed(root)
            if turn:
                took[name].append(one)
    middle: Callable[[list[Took], int], float] = lambda each, at: median(one[at] for one in each)  # noqa: E731
    return {name: Took(middle(each, 0), middle(each, 1)) for name, each in took.items()}


def main() -> None:
    """Measures and writes the tables."""
    runs = argparse.ArgumentParser(description=__doc__)
    runs.add_argument("--runs", type=int, default=3)
    number = runs.parse_args().runs
    pages = rendered()
    took = alternated({"ours": ROOT, "plain": plain(pages)}, number)
    growth = alternated({str(count): grown(pages, count) for count in PAGES}, number)
    text = report(took, growth, number)
    (ROOT / "benchmarks/build.md").write_text(text, "utf-8")
    print(text)


def report(took: dict[str, Took], growth: dict[str, Took], runs: int) -> str:
    """Both tables as Markdown."""
    ours, other = took["ours"], took["plain"]
    (few, some, many), (least, middle, most) = PAGES, (growth[str(count)].cpu for count in PAGES)
    early, late = (middle - least) / (some - few), (most - middle) / (many - some)
    off = middle / (least + (most - least) * (some - few) / (many - few)) - 1
    lines = [
        f"# Builds timed\n\nWritten by `make bench`, medians of {runs}, in turns.\n",
        "| | ours | plain | ratio |\n| --- | --- | --- | --- |",
        f"| processor, s | {ours.cpu:.1f} | {other.cpu:.1f} | {ours.cpu / other.cpu:.2f} |",
        f"| clock, s | {ours.clock:.1f} | {other.clock:.1f} | {ours.clock / other.clock:.2f} |",
        "\n| pages a language | processor, s |\n| --- | --- |",
        *(f"| {count} | {one.cpu:.1f} |" for count, one in growth.items()),
        f"\nA page more costs {early:.3f} s from {few} to {some} pages and {late:.3f} s from there: ratio {late / early:.2f}; "
        f"{some} pages lie {off:+.0%} off the straight line from {few} to {many}.\n",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
