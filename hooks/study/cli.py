"""The `study` command. The one place that prints."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from study.build import make
from study.figures.catalog import listing
from study.load import load
from study.problem import report
from study.schema import schemas


def main(argv: list[str] | None = None) -> int:
    """Exit code 0: clean · 1: problems, all printed · 2: could not run."""
    args = _parser().parse_args(argv)
    root = Path.cwd()
    if not (root / "data").is_dir():
        print("study: no data/ folder here; run it in the root of the guide", file=sys.stderr)
        return 2
    return COMMANDS[args.command](root, args)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="study", description="Checks and renders the guide.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="report everything wrong in data/ and docs/")
    check.add_argument("--format", choices=["text", "json"], default="text")
    render = commands.add_parser("render", help="write the Markdown of every generated page below a folder")
    render.add_argument("folder", type=Path)
    commands.add_parser("figures", help="list the computed figures: id, value in both languages, title")
    commands.add_parser("schema", help="write schemas/ anew from the models")
    return parser


def _check(root: Path, args: argparse.Namespace) -> int:
    site, problems = make(root)
    print(report(problems, args.format))
    return 0 if site else 1


def _render(root: Path, args: argparse.Namespace) -> int:
    """`FOLDER/en/framework/data.md` and so on, with the hand-written pages: the whole site for another engine."""
    site, problems = make(root)
    if site is None:
        print(report(problems))
        return 1
    for lang, pages in site.pages.items():
        for uri, text in pages.items():
            _write(args.folder / lang / uri, text)
    for path in sorted((root / "docs").rglob("*.md")):
        _write(args.folder / path.relative_to(root / "docs"), path.read_text("utf-8"))
    return 0


def _figures(root: Path, args: argparse.Namespace) -> int:
    print(listing(load(root)[0]))
    return 0


def _schema(root: Path, args: argparse.Namespace) -> int:
    for path, text in schemas():
        _write(root / path, text)
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


COMMANDS: Mapping[str, Callable[[Path, argparse.Namespace], int]] = {
    "check": _check,
    "render": _render,
    "figures": _figures,
    "schema": _schema,
}


if __name__ == "__main__":
    sys.exit(main())
