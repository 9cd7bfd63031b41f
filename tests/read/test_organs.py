"""Bodies of a state that a text names without it, and bodies that somebody beside them owns."""

import pytest

from detente.read.article import article

WHOSE = [
    # bodies of few states: the one that the text names
    ("Peru and the United States quarrelled. The Senate refused to ratify.", "Senate", "united_states"),
    ("Iran nationalised the oil. Britain threatened. The Treasury froze sterling.", "Treasury", "united_kingdom"),
    ("Germany and France met. The Senate refused to ratify.", "Senate", "france"),
    ("Peru and Chile met. The House voted.", "House", None),
    # not a name that goes on
    ("The United States waited. The Treasury of the guild was empty.", "Treasury", None),
    # bodies that each state has: the likeliest
    ("Mali closed the border. The presidential guard fought on.", "guard", "mali"),
    ("Chile refused. The general staff in Lima drew up a plan.", "staff", "peru"),
    # bodies that are their owner's
    ("The council of the Organization of American States met in Peru.", "council", "organization_of_american_states"),
    ("Ghana protested. A court in Lima jailed five Ghanaians.", "court", "peru"),
    ("A commission of the League of Nations went to Peru.", "commission", "league_of_nations"),
    ("The League of Nations met. The commission of the League left.", "commission", "league_of_nations"),
    ("Malaysia's premier called a meeting of the National Security Council. Peru protested.", "Council", "malaysia"),
    ("At the White House the National Security Council met. Peru waited.", "Council", "united_states"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "whose"), WHOSE)
def test_whose_a_body_is(text: str, word: str, whose: str | None) -> None:
    read = article(text)
    assert next(read.actor_of(t) for t in read.doc if t.text == word) == whose


RULED_BY_SOLDIERS = [
    "Togo froze assets of Mali's military government. Ghana protested. Togo said the junta must go.",
    "Togo condemned the coup in Mali. Togo closed the border, and the junta expelled an envoy.",
    "Togo waited for Mali's colonels. Togo closed the border after the junta broke its word.",
]


@pytest.mark.parametrize("text", RULED_BY_SOLDIERS)
def test_a_junta_is_of_a_state_that_soldiers_rule(text: str) -> None:
    read = article(text)
    assert next(read.actor_of(t) for t in read.doc if t.text == "junta") == "mali"


BODIES_AGAIN = [
    ("The International Court of Justice met. Peru spoke. The council voted.", "council", None),
    ("The International Court of Justice met. The court ruled against Peru.", "court", "international_court_of_justice"),
    ("The Security Council met. The Monetary Fund waited. The council voted.", "council", "united_nations"),
    ("The International Monetary Fund waited. If the court jails him, Peru will protest.", "court", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "body"), BODIES_AGAIN)
def test_a_body_is_spoken_of_again_by_its_own_noun(text: str, word: str, body: str | None) -> None:
    read = article(text)
    assert next(read.actor_of(t) for t in read.doc if t.text == word) == body
