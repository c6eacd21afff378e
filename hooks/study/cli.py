"""The `study` command. The one place that prints."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from study import ledger, published
from study.build import make
from study.built.trace import site_problems
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
    check.add_argument("--site", type=Path, help="a built site, whose links and languages are checked too")
    render = commands.add_parser("render", help="write the Markdown of every generated page below a folder")
    render.add_argument("folder", type=Path)
    commands.add_parser("figures", help="list the computed figures: id, value in both languages, title")
    links = commands.add_parser("links", help="list the addresses that the pages link to, or judge a run of lychee")
    links.add_argument("--report", type=Path, help="lychee's JSON report; without it, the addresses are listed")
    commands.add_parser("publish", help="note every page and heading of today: from now on none may just disappear")
    commands.add_parser("schema", help="write schemas/ anew from the models")
    return parser


def _check(root: Path, args: argparse.Namespace) -> int:
    site, problems = make(root)
    built = site_problems(root, site.guide, args.site) if site and args.site else []
    print(report([*problems, *built], args.format))
    return 0 if site and not built else 1


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


def _links(root: Path, args: argparse.Namespace) -> int:
    files = [path for part, kind in (("data", "yml"), ("docs", "md")) for path in (root / part).rglob(f"*.{kind}")]
    texts = [path.read_text("utf-8") for path in files if path != root / "data/rules.yml"]  # whose examples are wrong
    addresses = set().union(*map(ledger.addresses, texts))
    if args.report is None:
        print("\n".join(sorted(addresses)))
        return 0
    before, problems = ledger.read(root)
    if problems:
        print(report(problems))
        return 1
    found, today = ledger.answers(json.loads(args.report.read_bytes())), datetime.now(UTC).date().isoformat()
    after = ledger.update(before, addresses, found, today)
    _write(root / ledger.LEDGER, ledger.dump(after))
    lines = list(ledger.dead(after))
    print("\n".join(lines) if lines else f"no dead links among {len(after)}")
    return 1 if lines else 0


def _publish(root: Path, args: argparse.Namespace) -> int:
    """Only adds: what is gone stays on the list, and its redirect with it."""
    site, problems = make(root)
    if site is None:
        print(report(problems))
        return 1
    before, _ = published.read(root)
    now = published.added(before, site.addresses)
    _write(root / published.PUBLISHED, published.dump(now))
    print(f"{len(now)} pages, {len(now.keys() - before.keys())} of them new")
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
    "links": _links,
    "publish": _publish,
    "schema": _schema,
}


if __name__ == "__main__":
    sys.exit(main())
