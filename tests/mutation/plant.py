"""Plants faults in our own content: each kind takes a pair and says what to replace, or that it has no place there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from random import Random
from typing import NamedTuple

import opencc

from study.load import Files
from study.models.base import Lang
from study.pair import Pair, Side, data_pairs
from study.source import Place
from study.spots import line_starts, scalar
from study.translation.glossary import Lexicon
from study.translation.quantities import digits
from study.translation.reading import Token, reading
from study.translation.sentences import sentence_ends

HAN = "\u3400-\u9fff"
QUOTED = frozenset("'\"")


class Edit(NamedTuple):
    """What to do to one side of a pair: put `text` in place of `start` to `end`."""

    lang: Lang
    start: int
    end: int
    text: str


Kind = Callable[[Pair, "Ground"], Edit | None]


@dataclass(frozen=True)
class Ground:
    """What a fault is made of besides its pair."""

    random: Random
    pairs: Sequence[Pair]
    lexicon: Lexicon


@dataclass(frozen=True)
class Planted:
    """A pair with a fault, and the line on which the fault stands."""

    pair: Pair
    path: str
    lines: frozenset[int]


def number(pair: Pair, ground: Ground) -> Edit | None:
    """A number changed on either side."""
    lang: Lang = ground.random.choice(("en", "zh"))
    found = [n for n in digits(reading(pair.side(lang).text, lang).prose) if n.required]
    if not found:
        return None
    one = ground.random.choice(found)
    digit = re.compile("[0-9]").search(pair.side(lang).text, one.start)
    if not digit:
        return None
    other = str((int(digit[0]) + ground.random.randint(1, 8)) % 9 + 1)
    return Edit(lang, digit.start(), digit.end(), other) if other != digit[0] else None


UNITS = {
    "ms": "s",
    "毫秒": "秒",
    "秒": "毫秒",
    "GB": "MB",
    "TB": "GB",
    "MB": "GB",
    "%": "‰",
    "美元": "元",
    "分钟": "小时",
    "小时": "分钟",
    "天": "周",
}
_UNIT = re.compile(rf"(?<=[0-9])( ?)({'|'.join(UNITS)})(?![A-Za-z/])")


def unit(pair: Pair, ground: Ground) -> Edit | None:
    """A unit changed in the Chinese."""
    prose = reading(pair.zh.text, "zh").prose
    found, numbers = list(_UNIT.finditer(prose)), digits(prose)
    found = [m for m in found if any(n.unit and n.end >= m.start() - 1 and n.end <= m.end() for n in numbers)]
    if not found:
        return None
    one = ground.random.choice(found)
    return Edit("zh", one.start(2), one.end(2), UNITS[one[2]])


def sentence(pair: Pair, ground: Ground) -> Edit | None:
    """The last sentence of the Chinese dropped."""
    ends = sentence_ends(reading(pair.zh.text, "zh"))
    if len(ends) < 2 or ends[-1] != len(pair.zh.text) or len(sentence_ends(reading(pair.en.text, "en"))) < 2:
        return None
    return Edit("zh", ends[-2], ends[-1], "")


def other_item(pair: Pair, ground: Ground) -> Edit | None:
    """The Chinese of another pair of about this length."""
    if pair.kind not in ("paragraph", "item") or len(pair.zh.text) < 25:
        return None
    near = [p for p in ground.pairs if p.kind == pair.kind and 0.8 < len(p.zh.text) / len(pair.zh.text) < 1.25]
    other = ground.random.choice(near)
    return Edit("zh", 0, len(pair.zh.text), other.zh.text) if other.zh.text != pair.zh.text else None


def english(pair: Pair, ground: Ground) -> Edit | None:
    """The Chinese left in English."""
    if len(re.findall(r"\b[a-z]{3,}\b", pair.en.text)) < 4 or "\n" in pair.en.text:
        return None
    return Edit("zh", 0, len(pair.zh.text), pair.en.text)


def english_sentence(pair: Pair, ground: Ground) -> Edit | None:
    """The last sentence of the Chinese left in English."""
    ends, zh = sentence_ends(reading(pair.en.text, "en")), sentence_ends(reading(pair.zh.text, "zh"))
    if len(ends) < 2 or len(ends) != len(zh) or ends[-1] != len(pair.en.text) or zh[-1] != len(pair.zh.text):
        return None
    left = pair.en.text[ends[-2] :].strip()
    return Edit("zh", zh[-2], zh[-1], left) if len(left.split()) > 5 else None


def _token(pair: Pair, ground: Ground, what: str) -> Token | None:
    found = reading(pair.zh.text, "zh").of(what)
    return ground.random.choice(found) if found else None


def code(pair: Pair, ground: Ground) -> Edit | None:
    """A code span dropped from the Chinese."""
    one = _token(pair, ground, "code")
    return Edit("zh", one.start, one.end, "它") if one else None


def link(pair: Pair, ground: Ground) -> Edit | None:
    """A link's target changed in the Chinese."""
    one = _token(pair, ground, "link")
    if not one:
        return None
    at = pair.zh.text.index(one.value, one.start)
    return Edit("zh", at, at + len(one.value), "@framework/tips" if one.value != "@framework/tips" else "@plan")


def placeholder(pair: Pair, ground: Ground) -> Edit | None:
    """A computed figure dropped from the Chinese."""
    one = _token(pair, ground, "figure")
    return Edit("zh", one.start, one.end, "若干") if one and pair.zh.text.count(one.value) == 1 else None


def _one(pattern: re.Pattern[str], pair: Pair, ground: Ground) -> re.Match[str] | None:
    found = list(pattern.finditer(reading(pair.zh.text, "zh").prose))
    return ground.random.choice(found) if found else None


TO_TRADITIONAL = opencc.OpenCC("s2t")


def traditional(pair: Pair, ground: Ground) -> Edit | None:
    """A character in its traditional form."""
    found = [(n, t) for n, c in enumerate(pair.zh.text) if (t := TO_TRADITIONAL.convert(c)) != c and c not in "著干"]
    if not found:
        return None
    at, form = ground.random.choice(found)
    return Edit("zh", at, at + 1, form)


def half_comma(pair: Pair, ground: Ground) -> Edit | None:
    """A half-width comma."""
    one = _one(re.compile(f"(?<=[{HAN}])，(?=[{HAN}])"), pair, ground)
    return Edit("zh", one.start(), one.end(), ",") if one else None


def zero_width(pair: Pair, ground: Ground) -> Edit | None:
    """A zero-width space between two characters."""
    one = _one(re.compile(f"(?<=[{HAN}])(?=[{HAN}])"), pair, ground)
    return Edit("zh", one.start(), one.end(), "\u200b") if one else None


def bracket(pair: Pair, ground: Ground) -> Edit | None:
    """A bracket or quote lost."""
    one = _one(re.compile("[（）“”《》]"), pair, ground)
    return Edit("zh", one.start(), one.end(), "") if one else None


def forbidden(pair: Pair, ground: Ground) -> Edit | None:
    """A glossary term in a form that the glossary avoids."""
    for term in ground.lexicon.mentioned(reading(pair.en.text, "en").prose):
        forms = [form for form in term.avoid if form not in ground.lexicon.senses]
        if forms and pair.zh.text.count(term.zh[0]) == 1 and re.search(f"[{HAN}]", term.zh[0]):
            at = pair.zh.text.index(term.zh[0])
            return Edit("zh", at, at + len(term.zh[0]), ground.random.choice(forms))
    return None


def model_name(pair: Pair, ground: Ground) -> Edit | None:
    """The digits of a name such as H100 changed."""
    one = _one(re.compile(r"(?<![A-Za-z0-9.-])[A-Z][A-Za-z]*-?[1-9](?=0*(?![A-Za-z0-9.]))"), pair, ground)
    return Edit("zh", one.end() - 1, one.end(), str((int(one[0][-1]) + 3) % 9 + 1)) if one else None


def spacing(pair: Pair, ground: Ground) -> Edit | None:
    """The space between Han and Latin lost."""
    one = _one(re.compile(f"(?<=[{HAN}]) (?=[A-Za-z])|(?<=[a-z]) (?=[{HAN}])"), pair, ground)
    return Edit("zh", one.start(), one.end(), "") if one else None


def end_mark(pair: Pair, ground: Ground) -> Edit | None:
    """The full stop lost."""
    at = len(pair.zh.text)
    return Edit("zh", at - 1, at, "") if pair.zh.text.endswith("。") and pair.kind != "heading" else None


def emphasis(pair: Pair, ground: Ground) -> Edit | None:
    """One end of an emphasis lost."""
    one = _one(re.compile(r"\*\*"), pair, ground)
    return Edit("zh", one.start(), one.end(), "") if one else None


KINDS: Mapping[str, Kind] = {
    "number": number,
    "unit": unit,
    "sentence": sentence,
    "other-item": other_item,
    "english": english,
    "english-sentence": english_sentence,
    "code": code,
    "link": link,
    "placeholder": placeholder,
    "traditional": traditional,
    "half-comma": half_comma,
    "zero-width": zero_width,
    "bracket": bracket,
    "forbidden": forbidden,
    "model-name": model_name,
    "spacing": spacing,
    "end-mark": end_mark,
    "emphasis": emphasis,
}
"""Kinds planted in a pair; those of pages are in pages.py."""


def planted(kind: str, ground: Ground, files: Files, most: int) -> Iterator[Planted]:
    """At most `most` faults of a kind, in pairs chosen by `ground.random`."""
    texts = {parsed.document.path: parsed.document for parsed in files.values()}
    for pair in ground.random.sample(list(ground.pairs), len(ground.pairs)):
        edit = KINDS[kind](pair, ground)
        document = texts[pair.en.path]
        if edit and (made := _made(pair, edit, document.text, document.place((*pair.loc, edit.lang)))):
            yield made
            most -= 1
            if not most:
                return


def _made(pair: Pair, edit: Edit, source: str, start: Place) -> Planted | None:
    """The pair as it would be read from the file with the edit made in it; None where YAML would need other quotes."""
    side = pair.side(edit.lang)
    spots, starts = side.spots(), line_starts(source)
    first, last = (starts[spots[n].line - 1] + spots[n].column - 1 for n in (edit.start, edit.end))
    if edit.end > edit.start:  # up to the end of the last character, not to where the next one stands
        spot = spots[edit.end - 1]
        last = starts[spot.line - 1] + spot.column
    opening = source[starts[start.line - 1] + start.column - 1]
    if any(mark in edit.text for mark in ("\n", ": ", " #", *QUOTED)) or (edit.start == 0 and opening in QUOTED):
        return None
    changed = source[:first] + edit.text + source[last:]
    text = side.text[: edit.start] + edit.text + side.text[edit.end :]
    if not text.strip() or text != text.strip():
        return None
    new = Side(text, side.path, partial(scalar, changed, start, text))
    lines = frozenset(
        place.line for place in new.spots()[edit.start : max(edit.start + len(edit.text), edit.start + 1)]
    )
    both = replace(pair, zh=new) if edit.lang == "zh" else replace(pair, en=new)
    return Planted(both, side.path, lines)


def ground(files: Files, lexicon: Lexicon, seed: str) -> Ground:
    """The data's pairs, and chance that is the same on every run."""
    return Ground(Random(seed), list(data_pairs(files)), lexicon)  # noqa: S311 no secret
