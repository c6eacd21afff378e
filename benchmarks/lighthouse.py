"""Runs Lighthouse: `make lighthouse`. The heaviest pattern page, the heaviest stage page and the resources, in both languages.

Mobile preset, simulated throttling, medians of 5, by the npm package in Chromium of this machine; the site is served with
gzip over HTTP/1.1. Writes benchmarks/lighthouse.md.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.site import CACHE, ROOT, built, chromium_path, served
from study.models.base import STAGES

VERSION = "12.8.2"
PORT = 8899
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AUDITS = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "bytes",
}


def install() -> Path:
    """The command of the pinned package, below .cache/."""
    folder = CACHE / "lighthouse"
    command = folder / "node_modules/lighthouse/cli/index.js"
    if not command.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, f"lighthouse@{VERSION}"], check=True)
    return command


def addresses(site: Path) -> Iterator[str]:
    """The pages measured, each in both languages."""
    patterns = [path.parent for path in (site / "patterns").glob("*/index.html")]
    stages = [site / "framework" / stage for stage in STAGES]
    for folder in (heaviest(patterns), heaviest(stages), site / "resources"):
        path = folder.relative_to(site).as_posix()
        yield f"{path}/"
        yield f"zh/{path}/"


def heaviest(folders: list[Path]) -> Path:
    """The folder whose page is the largest."""
    return max(folders, key=lambda folder: (folder / "index.html").stat().st_size)


def run(command: Path, address: str) -> dict[str, float]:
    """One run: category or audit → its score of 100, or its value."""
    flags = "--headless=new --no-sandbox --disable-gpu"
    options = ["--output=json", "--quiet", f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"]
    env = {**os.environ, "CHROME_PATH": chromium_path()}
    done = subprocess.run(["node", command, address, *options], env=env, capture_output=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    scores = {name: 100 * result["categories"][name]["score"] for name in CATEGORIES}
    values = {label: result["audits"][name]["numericValue"] for name, label in AUDITS.items()}
    return {**scores, **values, "requests": len(result["audits"]["network-requests"]["details"]["items"])}


def main() -> None:
    """Measures and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    command = install()
    site = built(CACHE / "site", site_url=f"http://127.0.0.1:{PORT}/")
    rows = []
    with served(site, PORT) as server:
        for address in addresses(site):
            each = [run(command, server.address + address) for _ in range(runs)]
            rows.append([address, *(figure(name, median(one[name] for one in each)) for name in each[0])])
            print(" ".join(rows[-1]), flush=True)
    head = ["page", *CATEGORIES, *AUDITS.values(), "requests"]
    table = "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows])
    about = f"Written by `make lighthouse`: Lighthouse {VERSION}, mobile, simulated throttling, medians of {runs}."
    (ROOT / "benchmarks/lighthouse.md").write_text(f"# Lighthouse\n\n{about}\n\n{table}\n", "utf-8")


def figure(name: str, value: float) -> str:
    """Layout shift to three places, everything else whole."""
    return f"{value:.3f}" if name == "CLS" else f"{value:.0f}"


if __name__ == "__main__":
    main()
