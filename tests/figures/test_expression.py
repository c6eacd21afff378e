from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.figures.expression import Binary, Call, FormulaError, Name, Negative, Number, names, parse


def test_reads_the_four_kinds_of_node() -> None:
    assert parse("-a + min(2, b)") == Binary(
        "+", Negative(Name("a", 1), 0), Call("min", (Number(2.0, 9), Name("b", 12)), 5), 0
    )


def test_binds_as_arithmetic_does() -> None:
    assert parse("a - b * c ** d") == Binary(
        "-", Name("a", 0), Binary("*", Name("b", 4), Binary("**", Name("c", 8), Name("d", 13), 8), 4), 0
    )


def test_names_in_reading_order() -> None:
    assert [name.name for name in names(parse("ceil(b / a) - -c ** b"))] == ["b", "a", "c", "b"]


REFUSED = {
    "a × b": ("`×` is not allowed in a formula", 2),
    "a ^ b": ("`^` is not allowed in a formula", 2),
    "__import__('os')": ("`'` is not allowed in a formula", 11),
    "eval(a)": ("`eval` is no function of formulas", 0),
    "a.b": ("only arithmetic is allowed here", 0),
    "a // b": ("only arithmetic is allowed here", 0),
    "1 + +a": ("only arithmetic is allowed here", 4),
    "a if b else c": ("only arithmetic is allowed here", 0),
    "(a, b)": ("only arithmetic is allowed here", 0),
    "lambda": ("the formula cannot be read here", 6),
    "a +": ("the formula cannot be read here", 3),
    "  a b": ("the formula cannot be read here", 4),
    "": ("the formula cannot be read here", 0),
    "min(a)": ("`min` takes two or more arguments, not 1", 0),
    "log(a, b)": ("`log` takes one argument, not 2", 0),
    "max(*a)": ("`max` takes two or more arguments, not 1", 0),
    "max(*a, b)": ("only arithmetic is allowed here", 4),
    "log": ("`log` is a function", 0),
    "True": ("only arithmetic is allowed here", 0),
    "2j": ("only arithmetic is allowed here", 0),
    "1e999": ("a number is too large", 0),
    "a" * 301: ("the formula has 301 characters; at most 300 are allowed", 0),
    "(" * 150 + ")" * 150: ("the formula cannot be read here", None),
}


@pytest.mark.parametrize("text", REFUSED)
def test_refuses(text: str) -> None:
    message, at = REFUSED[text]
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert caught.value.message == message or at is None
    assert caught.value.at == at or at is None
    assert caught.value.help


ALPHABET = st.sampled_from(
    [*"ab1.9e+-*/(),_ \t\n", "**", "log", "min", "phi", "if", "not ", "lambda ", "1e9", "×", "\x00", "{", ":="]
)


@given(st.one_of(st.text(max_size=320), st.lists(ALPHABET, max_size=120).map("".join)))
def test_raises_only_its_own_error(text: str) -> None:
    at, used = 0, []
    try:
        used = [name.name for name in names(parse(text))]
    except FormulaError as error:
        at = error.at
    assert 0 <= at <= len(text)
    assert all(name.isidentifier() for name in used)
