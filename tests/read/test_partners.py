"""Whose a second verb is, and the subject that a parser lost: by the form of the verb beside it."""

import pytest

from detente.read.article import article
from detente.read.grammar import clauses

# text, the verb, its subject
SUBJECTS = [
    ("Kenya ordered the envoys to be gone by noon and imposed a ban.", "imposed", "Kenya"),
    ("Chile let Bolivian arms pass through Arica but closed the port.", "closed", "Chile"),
    ("He demanded that Indian troops be withdrawn, and asked to be taken home.", "asked", "He"),
    ("The EU should act now, since Russia may veto it, and should prepare.", "prepare", "EU"),
    (
        "Lavrov said that Kiev had staged it with an eye to the polls, and told its sponsors to wait.",
        "told",
        "Lavrov",
    ),
    # the same subject as the verb that stands nearest, where the forms go together
    ("Peru said that Chile would close the port and build a wall.", "build", "Chile"),
    ("Peru said that Chile had entered a village and shelled the airport.", "shelled", "Chile"),
    # a past tense doesn't go with "having"
    ("Chile accused Peru of having armed rebels and broke off the talks.", "broke", "Chile"),
    # what somebody says goes on behind the words that say who says so
    (
        "Chad had admitted the raid and apologised, he added, and had given an assurance.",
        "given",
        "Chad",
    ),
    # a subject that was taken into a series
    (
        "The Iraqi parliament called for the departure of all troops and Iran walked away from it.",
        "walked",
        "Iran",
    ),
    # an opening of time or place that took the subject in
    ("On 9 August India and the Soviet Union signed a treaty of friendship.", "signed", "India"),
    (
        "In March Poland, which had held Vilnius since 1920, issued an ultimatum.",
        "issued",
        "Poland",
    ),
    ("On 15 December militiamen ambushed a Sudanese patrol.", "ambushed", "militiamen"),
    # a name with a clause of its own that was taken for the whole sentence
    (
        "Saudi Arabia, which fears for its truce with the group, called for calm.",
        "called",
        "Arabia",
    ),
]


@pytest.mark.parametrize(("text", "verb", "who"), SUBJECTS)
def test_subjects(text: str, verb: str, who: str) -> None:
    doc = article(text).doc
    found = clauses.subject(next(each for each in doc if each.text == verb))
    assert found is not None
    assert found.text == who


def test_an_opening_without_a_subject_gives_none() -> None:
    doc = article("On 9 August there was rain. Signed in May, it failed.").doc
    signed = next(each for each in doc if each.text == "Signed")
    found = clauses.subject(signed)
    assert found is None or found.i > signed.i or found.text != "August"
