"""The steps together: waivers in force, acceptance, drafts."""

from __future__ import annotations

from pathlib import Path

import tiny
from study.build import make, run
from study.fix import fixed
from study.folder import texts, write


def folder(root: Path, zh: str) -> Path:
    data = tiny.data()
    data["topics"]["topics"][0]["name"]["zh"] = zh
    return tiny.write(root, data)


def test_what_nobody_accepted_stops_all_but_a_draft(site: Path) -> None:
    topics = site / "data/topics.yml"
    topics.write_text(topics.read_text("utf-8").replace("en: Topic", "en: The Topic"), "utf-8")
    stopped, found = make(site)
    draft, the_same = make(site, draft=True)
    assert [problem.rule for problem in found] == [problem.rule for problem in the_same] == ["T41"]
    assert stopped is None
    assert draft


def test_a_waived_error_stops_nothing_until_the_text_changes(tmp_path: Path) -> None:
    root = folder(tmp_path / "guide", "词 Topic 3")
    assert [problem.rule for problem in run(root).problems] == ["T19"]
    topics = root / "data/topics.yml"
    waiver = "    l10n_ok:\n    - id: T19\n      reason: The third of its kind.\n"
    topics.write_text(topics.read_text("utf-8") + waiver, "utf-8")
    assert [problem.rule for problem in run(root).problems] == ["T43"]
    write(root, fixed(texts(root)))
    site, found = make(root)
    assert site
    assert found == []
    topics.write_text(topics.read_text("utf-8").replace("Topic 3", "Topic 4"), "utf-8")
    assert sorted(problem.rule for problem in run(root).problems) == ["T19", "T43"]
