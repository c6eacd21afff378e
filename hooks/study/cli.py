"""The `study` command: check, render, schema. The one place that prints."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from study.check import check
from study.load import load
from study.problem import report


def main(argv: list[str] | None = None) -> int:
    """Exit code 0: clean · 1: problems, all printed · 2: could not run."""
    parser = argparse.ArgumentParser(prog="study", description="Checks and renders the guide.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="report everything wrong in data/")
    checking.add_argument("--format", choices=["text", "json"], default="text")
    args = parser.parse_args(argv)
    root = Path.cwd()
    if not (root / "data").is_dir():
        print("study: no data/ folder here; run it in the root of the guide", file=sys.stderr)
        return 2
    files, problems = load(root)
    found = [*problems, *check(files)]
    print(report(found, args.format))
    return 1 if any(p.severity == "error" for p in found) else 0


if __name__ == "__main__":
    sys.exit(main())
