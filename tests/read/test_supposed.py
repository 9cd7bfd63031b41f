"""Clauses that no rule of effects takes up: told where many signs together make it likely."""

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.read.ahead import conditionals
from detente.read.ahead.consequences import by_rule
from detente.read.ahead.supposed import RULE, WEIGHED, chance, clauses_of, weighted
from detente.read.ahead.telling import Scene, signs
from detente.read.article import Article, article
from detente.read.done.acts import find
from detente.read.findings import extract
from detente.read.grammar.predicates import predicates

TEXTS = (
    "Chile closed the port. If Peru answered in kind, both would lose their market within a month.",
    "Togo recalled its envoy, Ghana did the same, and the talks in Geneva were put off.",
    "The blockade ruined the farmers of Malawi and left the ministry without money for wages.",
    "An attack would drive Chad closer to Libya, and Niger would have to pay for it for years.",
    "Kenya may send troops. Who would gain? Uganda said that its exports had fallen by half.",
)


def _scene(text: str) -> tuple[Scene, list, tuple]:
    here = article(text)
    conditions = conditionals.find(here)
    verbs = predicates(here.doc)
    found = by_rule(here, verbs, conditions)
    acts = {act.head.i: act for act in find(here)}
    return Scene(here, acts, conditions, [each[:2] for each in found]), found, verbs


def _told(here: Article) -> list:
    return [claim for claim in extract(here) if claim.kind == "consequence"]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_told_stands_apart_and_says_by_what_it_came(text: str) -> None:
    scene, found, verbs = _scene(text)
    told = weighted(scene, verbs, found)
    spans = sorted(each[:2] for each in told)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    rules = {each[:2]: each[-1] for each in found}
    for start, end, _, _, rule in told:
        if rule.startswith(RULE):
            assert 45 <= int(rule.removeprefix(f"{RULE}, ").removesuffix("%")) <= 100
        else:
            assert rules[start, end] == rule
    gone = set(rules) - {each[:2] for each in told}
    assert {rules[each] for each in gone} <= WEIGHED


@pytest.mark.parametrize("text", TEXTS)
def test_the_signs_of_a_clause_are_the_same_each_time_and_those_of_the_weights(text: str) -> None:
    scene, _, verbs = _scene(text)
    for clause in clauses_of(scene, verbs):
        seen = list(signs(scene, *clause))
        assert seen == list(signs(scene, *clause))
        assert f"verb {clause[0].lemma_.lower()}" in seen
        assert 0 < chance(seen) < 1


def test_each_weight_is_of_a_sign_that_the_reader_can_see() -> None:
    text = files("detente.read").joinpath("lexicon", "consequence_chances.toml").read_text("utf-8")
    weights = tomllib.loads(text)["consequence"]
    seen: set[str] = set()
    for each in TEXTS:
        scene, _, verbs = _scene(each)
        for clause in clauses_of(scene, verbs):
            seen.update(signs(scene, *clause))
    assert "constant" in weights
    assert len(seen & set(weights)) > 60  # the names of the signs are those of the weights
    assert {each.split()[0] for each in seen} >= {"verb", "modal", "subject", "follows", "effect"}


LIKELY = (
    # text, a word of a clause that no rule takes up
    (
        "The strike closed both mines and destroyed what was left of the trust between Chad and Niger.",
        "trust",
    ),
)
PLAIN = (
    "Chile closed the port on Monday. Peru sent a ship, and its crew landed at noon.",
    "Togo's minister met the envoy in Geneva, and both went home on Friday.",
    "Kenya has a long border with Uganda, and its people live from maize.",
)


@pytest.mark.parametrize(("text", "word"), LIKELY)
def test_what_is_coordinated_with_an_effect_is_one(text: str, word: str) -> None:
    assert any(word in claim.quote for claim in _told(article(text)))


@pytest.mark.parametrize("text", PLAIN)
def test_plain_acts_and_states_bring_nothing_about(text: str) -> None:
    assert _told(article(text)) == []


@given(st.lists(st.sampled_from(["modal would", "effect of act", "negated", "as ROOT", "?"])))
@settings(deadline=None, max_examples=30)
def test_a_chance_is_between_nothing_and_certainty_and_unknown_signs_say_nothing(
    seen: list[str],
) -> None:
    assert 0 < chance(seen) < 1
    assert chance(seen) == chance([*seen, "no such sign"])
