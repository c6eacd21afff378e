from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from study.figures.expression import parse
from study.figures.mathml import latex, mathml

FORMULAS = {
    "2 * layers * kv_heads": r"2 \times \text{layers} \times \text{kv heads}",
    "(a + b) / (c - d)": r"\frac{a + b}{c - d}",
    "1 - (1 - p) ** n": r"1 - \left(1 - p\right)^{n}",
    "(a / b) ** 2": r"\left(\frac{a}{b}\right)^{2}",
    "a / b * c": r"\frac{a}{b} \times c",
    "-(a + b)": r"-\left(a + b\right)",
    "ceil(a)": r"\left\lceil a \right\rceil",
    "floor(a)": r"\left\lfloor a \right\rfloor",
    "phi(-drop / se)": r"\Phi\left(\frac{-\text{drop}}{\text{se}}\right)",
    "max(a, b) + min(a, 1e6)": r"\max\left(a, b\right) + \min\left(a, 1000000\right)",
    "log(a) + log2(a) + log10(a)": r"\ln\left(a\right) + \log_{2}\left(a\right) + \log_{10}\left(a\right)",
    "sqrt(p * (1 - p) / n) + exp(a)": r"\sqrt{\frac{p \times \left(1 - p\right)}{n}} + e^{a}",
}


@pytest.mark.parametrize("formula", FORMULAS)
def test_is_well_formed_and_says_itself_in_words(formula: str) -> None:
    tree = parse(formula)
    assert latex(tree) == FORMULAS[formula]
    math = ET.fromstring(mathml(tree))  # noqa: S314 our own text
    assert math.tag.endswith("math")
    assert math.get("alttext")
    assert "\\" not in "".join(math.itertext())
    assert math.find(".//{*}mtext") is None
