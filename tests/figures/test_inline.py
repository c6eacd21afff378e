from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
import yaml

import tiny
from figures.make import computed, figure
from study.figures import inline
from study.figures.catalog import results
from study.load import load
from study.models.base import LANGS, Citation

LABELS = {
    "en": {
        "figures": "Numbers on this page",
        "figures_intro": "Computed.",
        "figures_checked": "checked",
    },
    "zh": {
        "figures": "本页的数字",
        "figures_intro": "都是算出来的。",
        "figures_checked": "核对于",
    },
}
RESULTS = computed(
    figure("kv", "bytes * tokens", "GB", bytes="per-token", tokens=(200_000.0, "token")),
    figure("per-token", "kinds * width", "KiB/token", kinds=(163_840.0, "1/token"), width=(2.0, "B")),
)


def test_a_reference_becomes_a_link_to_its_card() -> None:
    assert inline.replace("Needs {=kv} each.", RESULTS, "en") == 'Needs <a class="fig" href="#fig-kv">65.5 GB</a> each.'


def test_code_and_unknown_ids_stay() -> None:
    assert inline.replace("`{=kv}` {=nothing}", RESULTS, "en") == "`{=kv}` {=nothing}"
    assert inline.mentioned("{=b} `{=c}` {=a} {=b}") == ["b", "a"]


def test_plain_text_gets_the_value_alone() -> None:
    assert inline.spell("约 {=per-token}", RESULTS, "zh") == "约 320 KiB/token"


def test_the_section_traces_a_number_to_its_inputs() -> None:
    section = inline.section(["kv"], RESULTS, "en", LABELS["en"])
    assert section.startswith("## Numbers on this page {#figures}\n\nComputed.\n\n")
    assert section.index('id="fig-kv"') < section.index('id="fig-per-token"')
    assert "320 KiB/token × 200,000 tokens ≈ <strong" in section
    assert '<a href="#fig-per-token">Title of per-token</a>' in section
    assert "163,840/token × 2 B = <strong" in section
    assert "\n\n" not in section[section.index("<div") :]


def test_no_figures_no_section() -> None:
    assert inline.section([], RESULTS, "en", LABELS["en"]) == ""


def test_a_source_is_a_link_with_its_date() -> None:
    source = Citation(url="https://example.org/a?b&c", kind="paper", checked=date(2026, 11, 21), title="A < B")
    published = RESULTS["kv"].figure.model_copy(
        update={"id": "it", "formula": None, "inputs": {}, "value": 80.0, "source": source}
    )
    card = inline.card(computed(published)["it"], {}, "zh", LABELS["zh"])
    assert '<a href="https://example.org/a?b&amp;c">A &lt; B</a>（核对于 2026-11-21）' in card
    assert "<math" not in card


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_of_the_guide_has_a_card(lang: Literal["en", "zh"]) -> None:
    computed, _ = results(load(tiny.ROOT)[0])
    section = inline.section(computed, computed, lang, LABELS[lang])
    assert section.count('class="fig-card"') == len(computed)
    assert section.count("<div") == section.count("</div>")


def test_every_label_it_prints_exists() -> None:
    labels = yaml.safe_load((tiny.ROOT / "data/ui.yml").read_text("utf-8"))["labels"]
    assert set(inline.LABELS) <= labels.keys()
