from __future__ import annotations

import tiny
from study.figures.catalog import by_file, figures, listing
from study.load import load

FILES, _ = load(tiny.ROOT)


def test_lists_every_figure_with_both_values() -> None:
    lines = listing(FILES).splitlines()
    assert sum(line.startswith("data/figures/") for line in lines) == len(list(by_file(FILES)))
    assert sum(line.startswith("  ") for line in lines) == len(list(figures(FILES))) >= 70
    assert any("20.4 million GPUs | 2040 万张 GPU" in line for line in lines)
    assert not any("faulty" in line for line in lines)
