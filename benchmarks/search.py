"""Compares search engines on the queries of tests/golden/search.yml, over the same pages: `make bench-search`.

Our own index, the theme's (jieba with the glossary as its dictionary, a separator that knows U+200B, split by language)
and Pagefind (over the articles, a language at a time). For each: the share of queries whose page is among the first three, by
kind; bytes compressed from opening to the first result; milliseconds for the same, on this machine without a network.
The table goes into the README.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import material
import yaml
from playwright.sync_api import Browser

from benchmarks.site import CACHE, ROOT, Server, browser, built, served
from study.load import load
from study.models.reference import Glossary

ENGINES = {"ours": "Our index", "material": "Material’s own, split by language", "pagefind": "Pagefind, extended"}
FIRST = {"zh": ("检索增强", "冷启动", "KV 缓存"), "en": ("continuous batching", "two-tower", "NDCG")}
"""Queries whose first result is waited for, each in a fresh browser."""
SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）“”《》·/]+"
START, END = "<!-- make bench-search -->", "<!-- end -->"
HOME = {"en": "", "zh": "zh/"}

ASK = """async ([engine, lang, queries]) => {
  const base = new URL("../", location.href);
  const start = performance.now();
  const find = await (await import(new URL(`bench/${engine}.js`, base))).default(base, lang);
  const found = [];
  for (const query of queries) found.push(await find(query));
  return [found, performance.now() - start];
}"""


@dataclass(frozen=True)
class Score:
    """What was measured of an engine."""

    hits: Mapping[str, tuple[int, int]]
    """Kind → (found, asked)."""
    kilobytes: float
    """The most that the first result of a query took."""
    milliseconds: float


def prepare() -> Path:
    """A site that holds all three indexes."""
    glossary = load(ROOT)[0]["reference/glossary"].model
    assert isinstance(glossary, Glossary)  # noqa: S101
    CACHE.mkdir(parents=True, exist_ok=True)
    words = {form for term in glossary.terms for form in (term.zh, *term.find_zh)}
    (CACHE / "words.txt").write_text("\n".join(sorted(words)), "utf-8")
    search = {"separator": SEPARATOR, "jieba_dict_user": str(CACHE / "words.txt")}
    site = built(CACHE / "search", plugins={"search": search}, strict=False)
    bench = site / "bench"
    shutil.copytree(ROOT / "benchmarks/engines", bench, dirs_exist_ok=True)
    shutil.copytree(next((site / "assets").glob("js.*")), bench / "js", dirs_exist_ok=True)
    for lang, tag in {"en": "en", "zh": "zh-Hans"}.items():
        (bench / f"{lang}.html").write_text(f'<!doctype html><html lang="{tag}"><title>{lang}</title>', "utf-8")
    _split(site, bench)
    options = ["--root-selector", "article", "--exclude-selectors", ".headerlink,.figs,svg,pre"]
    subprocess.run([sys.executable, "-m", "pagefind", "--site", site, "--silent", *options], check=True)
    return site


def _split(site: Path, bench: Path) -> None:
    """The theme's index, a language at a time, and its worker beside the parts that it loads."""
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    for lang in HOME:
        docs = [doc for doc in index["docs"] if doc["location"].startswith("zh/") == (lang == "zh")]
        config = {**index["config"], "lang": ["en", "zh"] if lang == "zh" else ["en"], "separator": SEPARATOR}
        text = json.dumps({"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
        (bench / f"material-{lang}.json").write_text(text, "utf-8")
    theme = Path(material.__path__[0]) / "templates/assets/javascripts"
    shutil.copytree(theme / "lunr", bench / "lunr", dirs_exist_ok=True)
    (bench / "workers").mkdir(exist_ok=True)
    shutil.copy(next((theme / "workers").glob("search.*.min.js")), bench / "workers/search.js")


def measure(engine: str, chromium: Browser, server: Server) -> Score:
    """All queries in one browser for the hits; a fresh one for each first result."""
    gold = yaml.safe_load((ROOT / "tests/golden/search.yml").read_text("utf-8"))
    hits: dict[str, tuple[int, int]] = {}
    for lang, home in HOME.items():
        asked = [(kind, query, pages) for kind, sides in gold.items() for query, pages in sides.get(lang, {}).items()]
        found = ask(chromium, server, engine, lang, [query for _, query, _ in asked])[0]
        for (kind, query, pages), urls in zip(asked, found, strict=True):
            wanted = {f"{home}{page}/" if page else home for page in pages}
            hit = bool(wanted & {"" if url == "./" else url for url in urls[:3]})
            if not hit:
                print(f"{engine}: {query} ({lang}) → {urls[:3]}", file=sys.stderr)
            before = hits.get(kind, (0, 0))
            hits[kind] = (before[0] + hit, before[1] + 1)
    first = [_first(chromium, server, engine, lang, query) for lang, queries in FIRST.items() for query in queries]
    return Score(hits, max(size for size, _ in first) / 1000, median(took for _, took in first))


def _first(chromium: Browser, server: Server, engine: str, lang: str, query: str) -> tuple[int, float]:
    """(bytes, milliseconds) of a first result; the wrapper's own few bytes are ours to count too."""
    runs = [ask(chromium, server, engine, lang, [query])[1:] for _ in range(3)]
    return runs[0][0], median(took for _, took in runs)


def ask(chromium: Browser, server: Server, engine: str, lang: str, queries: list[str]) -> tuple[Any, int, float]:
    """(addresses found for each query, bytes sent, milliseconds), in a fresh browser on an empty page in the language."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{server.address}bench/{lang}.html")
    before = server.sent
    found, took = page.evaluate(ASK, [engine, lang, queries])
    context.close()
    return found, server.sent - before, took


def table(scores: Mapping[str, Score]) -> str:
    """The comparison as Markdown."""
    kinds = list(next(iter(scores.values())).hits)
    head = ["", *(ENGINES[name] for name in scores)]
    rows = [["all queries", *(share(*map(sum, zip(*score.hits.values(), strict=True))) for score in scores.values())]]
    rows += [[kind, *(share(*score.hits[kind]) for score in scores.values())] for kind in kinds]
    rows += [["first result, kB compressed", *(f"{score.kilobytes:.0f}" for score in scores.values())]]
    rows += [["first result, ms", *(f"{score.milliseconds:.0f}" for score in scores.values())]]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def share(found: int, asked: int) -> str:
    """`12 of 13 (92 %)`."""
    return f"{found} of {asked} ({100 * found / asked:.0f}%)"


def main() -> None:
    """Builds, measures, writes the table."""
    site = prepare()
    with served(site) as server, browser() as chromium:
        scores = {engine: measure(engine, chromium, server) for engine in ENGINES}
    write(table(scores))


def write(made: str) -> None:
    """Puts the table into the README, between its two marks."""
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(START)
    readme.write_text(f"{before}{START}\n{made}\n{END}{rest.partition(END)[2]}", "utf-8")
    print(made)


if __name__ == "__main__":
    main()
