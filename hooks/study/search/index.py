"""Passages of a language's pages → files for the browser.

    search/zh.json            pages, their passages, and where each range of words is to be found
    search/zh/words-….json    word → [passage, points, passage, points …], for a range of words in order
    search/zh/text-….json     the text of a page's passages, for the lines shown below a result

Points are BM25's, computed here, so that the browser only adds: rare words, words in headings and short passages count
for more. Names hold a hash of what is inside, so these files may be kept for ever.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from study.search.passages import Passage
from study.search.words import words

TITLE, HEADING, ALSO = 14, 7, 5
"""How many times a word counts in a page's title, in a heading, among the names that an entry also goes by."""
K, B = 1.6, 0.6
"""BM25's: how soon repetition stops to count, and how much length does."""
SCALE = 10
"""Points are whole numbers: BM25 times this."""
RANGE = 12_000
"""Characters in a file of words; about 5 kB compressed."""


@dataclass(frozen=True)
class Entry:
    """A page: its address from the site's root, its title, its passages."""

    url: str
    title: str
    passages: Sequence[Passage]
    also: Mapping[str, str]
    """Anchor → other names, by which a reader may look for the passage."""
    where: str = ""
    """The section of the site, where the title alone could be another page's."""

    @property
    def shown(self) -> str:
        """What the page is called among results."""
        return f"{self.title} · {self.where}" if self.where else self.title


def files(entries: Sequence[Entry], lang: str) -> dict[str, str]:
    """Path below `search/` → text."""
    made: dict[str, str] = {}
    ranges = []
    for first, chunk in _ranges(postings(entries)):
        name = _named(made, f"{lang}/words", chunk)
        ranges.append([first, name])
    pages = [
        [entry.url, entry.shown, _named(made, f"{lang}/text", _json([p.text for p in entry.passages])), _heads(entry)]
        for entry in entries
    ]
    made[f"{lang}.json"] = _json({"pages": pages, "words": ranges})
    return made


def postings(entries: Iterable[Entry]) -> dict[str, list[int]]:
    """Word → [passage, points, …]; passages are counted through all pages, each given as the distance to the one before."""
    bags = [bag for entry in entries for bag in _bags(entry)]
    length = [sum(bag.values()) for bag in bags]
    mean = sum(length) / max(1, len(bags))
    damping = [K * (1 - B + B * size / mean) for size in length]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        for word in bag:
            holders[word].append(number)
    return {word: list(_row(word, holders[word], bags, damping)) for word in sorted(holders)}


def _bags(entry: Entry) -> Iterator[Counter[str]]:
    """How often each word counts in each passage of a page."""
    for position, passage in enumerate(entry.passages):
        bag = Counter(words(passage.text))
        weighed = [(HEADING, passage.heading), (ALSO, entry.also.get(passage.anchor, ""))]
        for weight, text in [*weighed, *([(TITLE, entry.title)] if position == 0 else [])]:
            for word in set(words(text)):
                bag[word] += weight
        yield bag


def _row(word: str, holders: Sequence[int], bags: Sequence[Counter[str]], damping: Sequence[float]) -> Iterator[int]:
    rarity = math.log(1 + (len(bags) - len(holders) + 0.5) / (len(holders) + 0.5))
    before = 0
    for number in holders:
        count = bags[number][word]
        yield number - before
        yield max(1, round(SCALE * rarity * count * (K + 1) / (count + damping[number])))
        before = number


def _ranges(rows: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str]]:
    """(first word, JSON) of each range of words, in order."""
    lines = {word: f"{_json(word)}:{_json(row)}" for word, row in rows.items()}
    total = accumulate(map(len, lines.values()))
    for _, group in groupby(zip(lines, total, strict=True), lambda pair: pair[1] // RANGE):
        inside = [word for word, _ in group]
        yield inside[0], "{" + ",".join(lines[word] for word in inside) + "}"


def _heads(entry: Entry) -> list[str]:
    """Anchor and heading of each passage, in one list."""
    return [text for passage in entry.passages for text in (passage.anchor, passage.heading)]


def _named(made: dict[str, str], stem: str, text: str) -> str:
    """Adds `text` to `made` under a name that holds its hash; gives the name."""
    name = f"{stem}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.json"
    made[name] = text
    return name


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
