"""The statement language: what it means, how it prints, what it refuses."""

import pickle

import numpy as np
import pytest
from conflicts import formulas, holds, spelled
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import StatementError
from detente.model.conflict import Conflict
from detente.model.expressions import If, Not, Taken
from detente.model.statements import parse, truth

NAMES = ["a.x", "a.y", "b.x", "b.z", "c.strike"]


@given(formulas(5, 12))
def test_truth_is_that_of_the_definition_at_every_state(formula):
    found = parse(spelled(formula, NAMES), NAMES).truth(5)
    assert found.tolist() == [holds(formula, s) for s in range(32)]


@given(formulas(5, 12))
def test_a_statement_prints_as_one_that_means_the_same(formula):
    expression = parse(spelled(formula, NAMES), NAMES)
    assert parse(str(expression), NAMES) == expression
    assert parse(expression.text("a"), NAMES, "a") == expression
    assert set(expression.names) == {NAMES[k] for k in expression.bits()}


@given(formulas(5, 12))
def test_a_negated_expression_is_true_where_the_other_is_false(formula):
    expression = parse(spelled(formula, NAMES), NAMES)
    assert (expression.negated().truth(5) == ~expression.truth(5)).all()
    assert expression.negated().negated() == expression


@given(formulas(5))
def test_printing_needs_no_more_parentheses_than_the_tree_has_inner_parts(formula):
    text = str(parse(spelled(formula, NAMES), NAMES))
    for k, character in enumerate(text):
        if character == "(":
            # leaving out any pair changes the meaning or the grammar
            depth, end = 0, k
            for end in range(k, len(text)):
                depth += (text[end] == "(") - (text[end] == ")")
                if depth == 0:
                    break
            bare = text[:k] + text[k + 1 : end] + text[end + 1 :]
            try:
                assert parse(bare, NAMES) != parse(text, NAMES)
            except StatementError:
                continue


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("x", "a.x"),
        ("!!x", "a.x"),
        ("!!!x", "!a.x"),
        ("x & y | b.z", "a.x & a.y | b.z"),
        ("x | y & b.z", "a.x | a.y & b.z"),
        ("(x | y) & b.z", "(a.x | a.y) & b.z"),
        ("((x & y)) & b.z", "a.x & a.y & b.z"),
        ("x | y if b.z", "a.x | a.y if b.z"),
        ("x if (y if b.z)", "a.x if (a.y if b.z)"),
        ("!(x iff y)", "!(a.x iff a.y)"),
        ("\n x\t&\n y ", "a.x & a.y"),
    ],
)
def test_statements_print_with_as_few_parentheses_as_they_need(text, printed):
    assert str(parse(text, NAMES, "a")) == printed


def test_a_if_b_means_that_b_brings_a():
    expression = parse("a.x if b.x", ["a.x", "b.x"])
    assert expression == If(Taken("a.x", 0), Taken("b.x", 1))
    assert expression.truth(2).tolist() == [True, True, False, True]


def test_names_may_begin_like_operators_and_hold_other_letters():
    names = ["x.iffy", "x.if-not", "république.été_2"]
    assert parse("iffy & if-not", names, "x").names == ("x.iffy", "x.if-not")
    assert str(parse("!république.été_2", names)) == "!république.été_2"
    decomposed = "re\u0301publique.e\u0301te\u0301_2"
    assert parse(decomposed, names).names == ("république.été_2",)


BAD = [
    ("", "a statement is empty: name an option, as in !russia.strike"),
    ("x &", "column 4 of 'x &': it stops too early: an option, ! or ( should stand there"),
    ("(x", "column 3 of '(x': it stops too early: one of & | if iff or ) should stand there"),
    ("x)", "column 2 of 'x)': ')' doesn't fit here: one of & | if iff should stand there"),
    ("x y", "column 3 of 'x y': 'y' doesn't fit here: one of & | if iff should stand there"),
    ("if x", "column 1 of 'if x': 'if' doesn't fit here: an option, ! or ( should stand there"),
    (
        "x if y if b.z",
        (
            "column 8 of 'x if y if b.z': if and iff can't be chained: "
            "put one of the parts in parentheses"
        ),
    ),
    ("x and y", "column 3 of 'x and y': 'and' is no operator here: write &"),
    ("x && y", "column 4 of 'x && y': '&' is no operator here: write & once"),
    ("not x", "column 1 of 'not x': 'not' is no operator here: write !"),
    (
        "y -> x",
        "column 3 of 'y -> x': '->' is no operator here: write if, the other way round",
    ),
    ("~x", "column 1 of '~x': '~' is no operator here: write !"),
    (
        "x $ y",
        (
            "column 3 of 'x $ y': '$' doesn't fit here: "
            "a statement has names, ! & | if iff and parentheses"
        ),
    ),
    (
        "c.strik",
        "column 1 of 'c.strik': there is no option 'c.strik': did you mean c.strike?",
    ),
    ("!strike", "column 2 of '!strike': there is no option 'strike': did you mean c.strike?"),
    (
        "zzz",
        "column 1 of 'zzz': there is no option 'zzz': the options are a.x, a.y, b.x, b.z, c.strike",
    ),
    (
        "(" * 9_999 + "x",
        (
            f"'{'(' * 57}...' nests parentheses 9,999 deep, and 50 is the limit: "
            "write it flatter, or split it into several"
        ),
    ),
    (
        "x & " * 3000 + "x",
        "a statement has 12,001 characters, and 10,000 is the limit: split it into several",
    ),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_what_is_no_statement_is_refused_in_a_sentence(text, message):
    with pytest.raises(StatementError) as raised:
        parse(text, NAMES, "a")
    assert str(raised.value) == message
    assert str(pickle.loads(pickle.dumps(raised.value))) == message  # noqa: S301 - our own
    # a cluster sends an error with its context, and a parser can't be sent
    assert raised.value.__context__ is None


@given(st.text(st.sampled_from("xyz.!&|()if -\n1é$"), max_size=60))
def test_any_text_is_a_statement_or_refused(text):
    try:
        said = str(parse(text, NAMES, "a"))
    except StatementError as error:
        said = str(error)
    assert said
    assert "\n" not in said


def test_long_and_deep_statements_within_the_limits_work():
    deep = "(" * 50 + "x" + ")" * 50
    assert parse(deep, NAMES, "a") == Taken("a.x", 0)
    nested = "x if (" * 49 + "x" + ")" * 49
    assert str(parse(nested, NAMES, "a")).count("if") == 49
    assert parse("!" * 9_999 + "x", NAMES, "a") == Not(Taken("a.x", 0))
    wide = " | ".join(["a.x & a.y"] * 800)
    assert parse(wide, NAMES).truth(5).sum() == 8


@pytest.mark.parametrize(
    ("text", "constant"),
    [("x if x", True), ("x iff !x", False), ("x | !x", True), ("x & !x", False), ("x", None)],
)
def test_what_is_always_true_or_false_is_known(text, constant):
    assert parse(text, NAMES, "a").constant() is constant


def test_truth_over_many_options_repeats_that_over_the_named():
    names = [f"d.o{k}" for k in range(18)]
    found = parse("d.o3 & !d.o11 | d.o17", names).truth(18)
    s = np.arange(1 << 18)
    want = ((s >> 3 & 1) & ~(s >> 11) & 1) | (s >> 17 & 1)
    assert (found == want.astype(bool)).all()
    assert found.flags.writeable
    assert found.flags.owndata


def test_truth_of_a_conflict_resolves_names_inside_their_owner():
    chicken = Conflict()
    chicken.add("left", options=["swerve"])
    chicken.add("right", options=["swerve"])
    assert truth(chicken, "swerve", "right").tolist() == [False, False, True, True]
    with pytest.raises(StatementError, match=r"did you mean left\.swerve or right\.swerve\?"):
        truth(chicken, "swerve")


def test_a_conflict_without_options_says_so():
    with pytest.raises(StatementError, match="there is no option 'x': this conflict has no"):
        parse("x", [])
    with pytest.raises(StatementError, match=r"o6, d\.o7 and 4 more$"):
        parse("x", [f"d.o{k}" for k in range(12)])
