"""Effects told by what they follow, each of another crisis, and what only comes later."""

import pytest

from detente.read.ahead import conditionals
from detente.read.ahead.consequences import by_rule
from detente.read.article import article
from detente.read.grammar.predicates import predicates

EFFECTS = [
    "Because of the war, grain prices doubled.",
    "Owing to the blockade, the city ran out of fuel.",
    "Thousands of people have fled because of the fighting.",
    "Consequently, the alliance broke up.",
    "A civil war followed.",
    "The invasion was followed by years of guerrilla war.",
    "Prices have doubled since Russia closed the border.",
    "Oil prices jumped after the attack.",
    "Tensions have soared since Israel struck Iran.",
    "Protests broke out after the government raised the price of bread.",
    "The war began when Iraq invaded Kuwait.",
    "Relations have been strained since Turkey bought the missiles.",
    "Russia closed the border, so the trade stopped.",
    "The border was closed, so that the trade stopped.",
    "It was a heavy blow to the government.",
    "The treaty proved a heavy blow to the Germans.",
    "The battle was a turning point in the war.",
    "The battle marked a turning point in the war.",
    "The result: a frozen conflict.",
    "An apology would be seen as a sign of weakness.",
    "A pull-out would be read as proof of weakness.",
    "The embargo backfired.",
    "The strikes killed any hope of a truce.",
    "The attack earned him the hatred of the people.",
    "The crisis was overshadowed by the arrest of the envoy.",
    "An invasion would have killed thousands.",
    "War could cost a million lives.",
]

NO_EFFECTS = [
    "The talks followed a week of shelling.",
    "Talks followed in Geneva.",
    "The envoy followed him.",
    "Because of his age, the king did not travel.",
    "The army could not advance because of the rain.",
    "Prices rose last year.",
    "Fighting stopped at dusk.",
    "So far, the truce has held.",
    "The president was so angry that he left.",
    "It was a day of mourning.",
    "The village was a point on the road.",
    "The attack killed dozens.",
    "The raid cost 200 million dollars.",
    "The result of the election was a surprise.",
    "The plan would give Kosovo its own police.",
    "The war broke out in July 1914.",
]


def _by_rule(text: str) -> list[str]:
    here = article(text)
    found = by_rule(here, predicates(here.doc), conditionals.find(here))
    return [here.text[start:end] for start, end, *_ in found]


@pytest.mark.parametrize("text", EFFECTS)
def test_the_effect_is_found(text: str) -> None:
    assert len(_by_rule(text)) == 1


@pytest.mark.parametrize("text", NO_EFFECTS)
def test_what_only_comes_later_is_none(text: str) -> None:
    assert _by_rule(text) == []
