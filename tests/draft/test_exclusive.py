"""What one decision maker can't do at once, and what is told twice in other words."""

import pytest

from detente.draft.drafting import draft
from detente.model.build import game
from detente.read.claim import Document


def drafted(text):
    return draft(Document("d1", "", None, "t", text))


def labels(made, owner):
    return [
        one.label
        for maker in made.decision_makers.values()
        if owner in maker.name
        for one in maker.options.values()
    ]


def test_a_truce_rules_out_the_war_that_goes_on():
    made = drafted(
        "Ghana is bombing Togo's capital. Togo demanded that Ghana agree to a ceasefire. "
        "Togo threatened to mine the harbour of Accra."
    )
    assert made.infeasible == ["ghana.strike & ghana.ceasefire"]
    assert game(made).status_quo is not None


def test_a_truce_may_follow_a_strike_that_is_only_threatened():
    made = drafted(
        "Ghana threatened to bomb Togo's capital. Togo demanded that Ghana agree to a ceasefire."
    )
    assert made.infeasible == []


@pytest.mark.parametrize(
    "again", ["It urged Ghana to release them at once.", "Ghana could release them."]
)
def test_what_a_pronoun_stands_for_is_one_option(again):
    made = drafted(
        f"Togo demanded that Ghana release the fishermen. {again} Togo may close the border."
    )
    assert labels(made, "Ghana") == ["release the fishermen"]


def test_how_trade_goes_is_no_option():
    made = drafted(
        "Ghana buys two thirds of its cement from Togo. Togo threatened to close the border. "
        "Ghana may recall its ambassador from Togo."
    )
    assert not [label for label in labels(made, "Ghana") if "cement" in label]


def test_arms_that_are_sold_are_an_option():
    made = drafted(
        "Benin sells arms to Ghana. Togo demanded that Benin stop selling arms to Ghana. "
        "Togo threatened to close the border."
    )
    assert any("arms" in label for label in labels(made, "Benin"))


def test_going_to_the_council_is_an_option():
    made = drafted(
        "Ghana will take the matter to the Security Council if Togo closes the border. "
        "Togo threatened to close the border."
    )
    assert any("Security Council" in label for label in labels(made, "Ghana"))


def test_an_attack_that_would_be_treated_as_war_threatens_an_answer():
    made = drafted(
        "Ghana warned that an attack on its ships would be treated as an act of war. "
        "Togo is considering an attack on Ghana's ships."
    )
    assert not [label for label in labels(made, "Ghana") if "treat" in label]
