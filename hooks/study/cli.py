"""The `study` command. The one place that prints."""

from __future__ import annotations

import argparse
import difflib
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from study import ledger, lock, published
from study.build import make, run, wrong
from study.built.trace import site_problems
from study.figures.catalog import listing
from study.fix import fixed
from study.folder import texts, write
from study.load import load
from study.lock import LOCK, STATUSES
from study.report import FORMATS, case, github, report
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
    check.add_argument("--format", choices=list(FORMATS), default="text")
    check.add_argument("--site", type=Path, help="a built site, whose links and languages are checked too")
    fix = commands.add_parser("fix", help="mend what is mechanical: spaces, punctuation, characters, the lock's order")
    fix.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    accept = commands.add_parser("accept", help="say that both languages say the same, as they stand now")
    accept.add_argument("what", nargs="*", help="files or units; all that is new or changed on both sides otherwise")
    accept.add_argument("--status", choices=STATUSES, help="who stands by it: ok (somebody), machine, reviewed")
    commands.add_parser("status", help="how the translations of each file stand")
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
    found = case(root, [*problems, *built], os.environ.get("SITE_URL", "/"))
    if said := report(found, args.format):
        print(said)
    if args.format == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(github.summary(found))
    return 0 if site and not built else 1


def _fix(root: Path, args: argparse.Namespace) -> int:
    before = texts(root)
    changed = fixed(before)
    for path in sorted(changed):
        old, new = before[path].splitlines(keepends=True), changed[path].splitlines(keepends=True)
        print("".join(difflib.unified_diff(old, new, path, path, n=1)), end="")
    if not args.dry_run:
        write(root, changed)
    count = f"{len(changed)} file{'s' * (len(changed) != 1)}"
    print(f"{count} {'would change' if args.dry_run else 'changed'}" if changed else "nothing to mend")
    return 0


def _accept(root: Path, args: argparse.Namespace) -> int:
    """Refuses while another check fails: what is wrong is not worth standing by."""
    it = run(root)
    if it.site is None:
        print(report(case(root, (problem for problem in it.problems if wrong([problem])))))
        print("nothing accepted: mend these first")
        return 1
    before = it.lock.units if it.lock else []
    units, taken, left = lock.accepted(it.pairs, before, args.what, args.status)
    write(root, {LOCK: lock.written(units)})
    for state, count in Counter(change.state for change in taken).items():
        print(f"accepted: {count} {state}")
    for change in left:
        if change.pair:
            print(f"left: {change.state}: study accept '{change.pair.key}'")
    print(f"{len(units)} units in {LOCK}")
    return 1 if left else 0


def _status(root: Path, args: argparse.Namespace) -> int:
    it = run(root)
    rows = lock.standings(it.changes)
    width = max((len(row.path) for row in rows), default=0)
    print(f"{'file':{width}}  pairs     ok  machine  reviewed  stale    new")
    for row in [*rows, lock.total(rows)]:
        print(
            f"{row.path:{width}}  {row.pairs:5}  {row.ok:5}  {row.machine:7}  {row.reviewed:8}  {row.stale:5}  {row.new:5}"
        )
    return 0


def _render(root: Path, args: argparse.Namespace) -> int:
    """`FOLDER/en/framework/data.md` and so on, with the hand-written pages: the whole site for another engine."""
    site, problems = make(root)
    if site is None:
        print(report(case(root, problems)))
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
        print(report(case(root, problems)))
        return 1
    found, today = ledger.answers(json.loads(args.report.read_bytes())), datetime.now(UTC).date().isoformat()
    after = ledger.update(before, addresses, found, today)
    _write(root / ledger.LEDGER, ledger.dump(after))
    lines = list(ledger.dead(after))
    print("\n".join(lines) if lines else f"no dead links among {len(after)}")
    return 1 if lines else 0


def _publish(root: Path, args: argparse.Namespace) -> int:
    """Only adds: what is gone stays on the list, and its redirect with it."""
    it = run(root)
    if it.site is None:
        print(report(case(root, it.problems)))
        return 1
    before, _ = published.read(root)
    now = published.added(before, it.site.addresses)
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
    "fix": _fix,
    "accept": _accept,
    "status": _status,
    "render": _render,
    "figures": _figures,
    "links": _links,
    "publish": _publish,
    "schema": _schema,
}
