"""How much of an analyst's model a draft finds, on short reports of many crises.

`crises.toml` has the reports and what is expected. The floors are the figures
that were reached, less two: single cases may change sides when the reader gets
better, the sum mustn't fall.
"""

import re
import tomllib
from pathlib import Path

import pytest

from detente.draft.drafting import draft
from detente.model.build import game
from detente.model.check import faults
from detente.model.conflict import Conflict, DecisionMaker
from detente.read.claim import Document

CRISES = tomllib.loads(Path(__file__).with_name("crises.toml").read_text(encoding="utf-8"))[
    "crisis"
]
FEWEST_DECIDERS = 45
FEWEST_OPTIONS = 63
MOST_OTHERS = 8
MOST_NEVER = 1


def drafted(crisis):
    return draft(Document("d1", "", None, "t", " ".join(crisis["text"].split())))


@pytest.fixture(scope="module")
def drafts():
    return [(crisis, drafted(crisis)) for crisis in CRISES]


def makers(conflict: Conflict, names: str) -> list[DecisionMaker]:
    """Return the decision makers that one of the names ("Zambara|junta") means."""
    wanted = [name.lower() for name in names.split("|")]
    return [
        maker
        for maker in conflict.decision_makers.values()
        if any(name in maker.name.lower() for name in wanted)
    ]


def has_option(conflict: Conflict, owner: str, words: str) -> bool:
    return any(
        word in option.label.lower()
        for maker in makers(conflict, owner)
        for option in maker.options.values()
        for word in words.split("|")
    )


def never_of(conflict: Conflict, owner: str, words: str) -> bool:
    """Return whether a draft has an option that it must not have; of anybody, without an owner."""
    everybody = "|".join(maker.name for maker in conflict.decision_makers.values())
    return bool(everybody) and has_option(conflict, owner or everybody, words)


def test_recall_of_who_decides_and_of_what(drafts):
    wanted = [(name, made) for crisis, made in drafts for name in crisis["deciders"]]
    found = [name for name, made in wanted if makers(made, name)]
    options = [(one, made) for crisis, made in drafts for one in crisis["options"]]
    there = [one for one, made in options if has_option(made, *one)]
    others = sum(
        all(maker not in makers(made, name) for name in crisis["deciders"])
        for crisis, made in drafts
        for maker in made.decision_makers.values()
    )
    said = (
        f"deciders {len(found)}/{len(wanted)}, options {len(there)}/{len(options)}, others {others}"
    )
    assert len(found) >= FEWEST_DECIDERS, said
    assert len(there) >= FEWEST_OPTIONS, said
    assert others <= MOST_OTHERS, said


def test_few_options_are_nonsense(drafts):
    made_all = [
        (crisis["name"], *one)
        for crisis, made in drafts
        for one in crisis.get("never", ())
        if never_of(made, *one)
    ]
    assert len(made_all) <= MOST_NEVER, made_all


LOOSE = re.compile(
    r"\b(?:you|us|me)\b|\b(?:and|or|the|an?|of|to|with)$|\b(?:either|both|each) of them\b"
    r"|\ban [b-df-gj-np-tv-z]|\ba [aeio]|\bfor most of\b|\b(?:tomorrow|yesterday|at once)$"
)


def test_labels_hang_together(drafts):
    labels = [
        option.label
        for _, made in drafts
        for maker in made.decision_makers.values()
        for option in maker.options.values()
    ]
    assert [label for label in labels if LOOSE.search(label)] == []


def test_who_decides_nothing_stands_aside(drafts):
    assert not [name for crisis, made in drafts for name in crisis["aside"] if makers(made, name)]


def test_each_draft_is_a_model_with_its_grounds(drafts):
    for _, made in drafts:
        assert faults(made).found == []
        assert game(made).status_quo is not None
        for maker in made.decision_makers.values():
            for part in (*maker.options.values(), *(maker.priorities or ())):
                assert part.because or part.assumed
