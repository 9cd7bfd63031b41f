"""Options are verb phrases with an object, in the report's own words."""

import pytest

from detente.draft.drafting import draft
from detente.read.claim import Document

SAID = [
    (
        "Karelia's parliament demanded a formal apology from Finland. Finland refused to apologise.",
        "make a formal apology",
    ),
    (
        "Sweden demanded that Finland hold a plebiscite. Finland might carry out the evacuation of the islands.",
        "evacuate the islands",
    ),
    (
        "Ghana could attack Togo if Togo does not withdraw its troops from the border.",
        "attack Togo",
    ),
    (
        "Norway may send its foreign minister to Iceland. Iceland threatened to close the base.",
        "send its foreign minister to Iceland",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SAID, ids=[words for _, words in SAID])
def test_an_option_is_a_verb_phrase(text, words):
    made = draft(Document("d1", "", None, "t", text))
    labels = [
        one.label for maker in made.decision_makers.values() for one in maker.options.values()
    ]
    assert words in labels


def test_who_has_only_done_a_thing_stands_aside_where_two_others_decide():
    made = draft(
        Document(
            "d1", "", None, "t",
            "Chad may attack Libya. Libya threatened to bomb Chad's airfields. Peru recalled its ambassador."
            " Peru closed its consulate.",
        )
    )  # fmt: skip
    assert {"chad", "libya"} == set(made.decision_makers)


def test_a_main_party_that_only_fought_keeps_its_last_act_of_force():
    made = draft(
        Document(
            "d1", "", None, "t",
            "Azerbaijan shelled Armenian villages on Sunday. Azerbaijan bombed a bridge on"
            " Monday. Armenia may withdraw its troops. Russia may send peacekeepers.",
        )
    )  # fmt: skip
    option = next(iter(made.decision_makers["azerbaijan"].options.values()))
    assert option.assumed == "the report tells it as done; it is taken to go on"
    assert any(name.startswith("azerbaijan.") for name in made.status_quo)
