"""The pages on quality: made from the rules, the lock and the waivers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tiny
from study.build import Site, make, run
from study.models.base import LANGS
from study.render import verbatim
from study.rules import RULES
from study.waivers import UNWAIVABLE


@pytest.fixture(scope="module")
def real_site() -> Site:
    site, problems = make(tiny.ROOT, draft=True)
    assert site, "\n".join(map(str, problems))
    return site


def test_every_rule_has_an_anchor_that_messages_link_to(real_site: Site) -> None:
    for lang in LANGS:
        text = real_site.pages[lang]["quality/rules.md"]
        assert re.findall(r"\{#([tl]\d\d)\}", text) == [id.lower() for id in RULES]


def test_severity_fix_and_waiver_of_a_rule(real_site: Site) -> None:
    sections = {part[:3]: part for part in real_site.pages["en"]["quality/rules.md"].split("\n### ")}
    assert "Error: stops the build · may be waived" in sections["T19"]
    assert "l10n_ok: [{id: T19, reason: …}]" in sections["T19"]
    assert "Warning · repaired by `study fix` · may be waived" in sections["T31"]
    assert "Error: stops the build · cannot be waived" in sections["T02"]
    assert "l10n_ok" not in sections["T02"]
    assert all(f"l10n_ok: [{{id: {id}," in sections[id] for id in RULES.keys() - UNWAIVABLE)


def test_examples_show_what_cannot_be_seen(real_site: Site) -> None:
    assert "加一层缓&lt;U+200B&gt;存。" in real_site.pages["zh"]["quality/rules.md"]


def test_examples_mean_nothing_to_markdown() -> None:
    text = "# T {#t}\n**b** [x](@y) {=z} `c` <i> a|b &amp;"
    shown = verbatim(text)
    assert not set("#`{[]|*_<>") & set(re.sub(r"&#?\w+;", "", shown))
    assert "&amp;amp;" in shown


def test_the_status_page_counts_the_lock(site: Path) -> None:
    made, _ = make(site, draft=True)
    assert made
    pairs = len(run(site).pairs)
    total = made.guide.state.total
    assert total.pairs == pairs
    row = f"| **Sum** | {pairs} | {total.ok} | 0 | 0 | {total.stale} | {total.new} |"
    assert row in made.pages["en"]["quality/status.md"]
    assert "| `docs/en/start.md` |" in made.pages["zh"]["quality/status.md"]


def test_the_table_of_planted_mistakes(real_site: Site) -> None:
    kinds = real_site.guide.quality.kinds
    text = real_site.pages["en"]["quality/index.md"]
    for kind in kinds:
        share = f"{kind.found / kind.planted:.1%}"
        assert f"| {kind.name.en} | {kind.severity.title()} | {kind.planted} | {kind.found} | {share} |" in text
    errors = [kind for kind in kinds if kind.severity == "error"]
    planted, found = sum(kind.planted for kind in errors), sum(kind.found for kind in errors)
    assert f"| **Sum** | Error | {planted} | {found} | {found / planted:.1%} |" in text


def test_waivers_are_listed_with_their_reasons(tmp_path: Path) -> None:
    data = tiny.data()
    data["topics"]["topics"][0]["name"] = {"en": "Cache", "zh": "Cache", "l10n_ok": [{"id": "T21", "reason": "a name"}]}
    made = run(tiny.write(tmp_path, data)).waivers
    assert [(waiver.rule, waiver.reason) for waiver in made] == [("T21", "a name")]
