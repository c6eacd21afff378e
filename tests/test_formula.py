"""LaTeX that authors write → MathML, or an error that says why."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.formula import FormulaError, mathml


def test_a_formula_becomes_mathml() -> None:
    assert "<msup><mi>x</mi><mn>2</mn></msup>" in mathml("x^2")
    assert "&#x0003C;" in mathml("x_{<t}")


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        ("x^", "`x^` is no LaTeX formula that can be read"),
        (r"\frac{1}{", "can be read"),
        (r"\text{<img src=//other.example/x>}", "can be read"),
        (r"\text{<b>x</b>}", "holds more than mathematics"),
        (r"\href{javascript:x()}{y}", "holds more than mathematics"),
        (r"\fraction{1}{2}", r"holds `\fraction`, which is no command known here"),
    ],
)
def test_what_is_no_formula(latex: str, said: str) -> None:
    with pytest.raises(FormulaError) as error:
        mathml(latex)
    assert said in str(error.value)


PARTS = [
    *"x1^_{}[]()&|'",
    "\\",
    "$",
    "\\frac",
    "\\sqrt",
    "\\left",
    "\\right",
    "\\text",
    "<b>",
    "\\begin{matrix}",
    "\\of",
]
PARTS += ["\\end{matrix}", "\\sum", "\\limits", "\\hspace", "\\genfrac", "\\binom", "\\substack", "\\skew", "\\style"]


@given(st.lists(st.sampled_from(PARTS), max_size=9).map("".join))
def test_any_text_is_a_formula_or_not(latex: str) -> None:
    with suppress(FormulaError):
        assert mathml(latex).startswith("<math")
