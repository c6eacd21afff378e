"""The `study` command: check, render, schema. The one place that prints."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from study.build import make
from study.figures.catalog import listing
from study.load import load
from study.problem import report


def main(argv: list[str] | None = None) -> int:
    """Exit code 0: clean · 1: problems, all printed · 2: could not run."""
    parser = argparse.ArgumentParser(prog="study", description="Checks and renders the guide.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="report everything wrong in data/")
    checking.add_argument("--format", choices=["text", "json"], default="text")
    commands.add_parser("figures", help="list the computed figures: id, value in both languages, title")
    args = parser.parse_args(argv)
    root = Path.cwd()
    if not (root / "data").is_dir():
        print("study: no data/ folder here; run it in the root of the guide", file=sys.stderr)
        return 2
    if args.command == "figures":
        print(listing(load(root)[0]))
        return 0
    _, found = make(root)
    print(report(found, args.format))
    return 1 if any(p.severity == "error" for p in found) else 0


if __name__ == "__main__":
    sys.exit(main())
