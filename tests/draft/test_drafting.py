"""Readings in, conflicts out: a table of what the rules make of hand-made readings."""

import dataclasses

import pytest
from draft import readings

from detente.draft.drafting import draft
from detente.model.build import game
from detente.model.check import faults, warnings
from detente.model.formats.yaml import dumps, loads
from detente.read.claim import Actor, Claim, Document, Reading
from detente.solve.solving import solve

NAMES = sorted(readings.ALL)


@pytest.fixture(params=NAMES)
def reading(request):
    return readings.ALL[request.param]()


def statements(conflict, dm):
    return [one.statement for one in conflict.decision_makers[dm].priorities]


def grounded(conflict):
    """Every part that must say where it comes from."""
    yield from conflict.red_lines
    yield from conflict.constraints
    yield from conflict.experts
    for maker in conflict.decision_makers.values():
        yield maker
        yield from maker.options.values()
        yield from maker.priorities


# --- what the rules make of the readings ---------------------------------------------------


def test_the_troops_report_has_four_decision_makers_and_their_options():
    conflict = draft(readings.troops_and_weapons())
    assert {dm: list(maker.options) for dm, maker in conflict.decision_makers.items()} == {
        "north_korea": ["troops"],
        "nato": ["weapons", "troops"],
        "russia": ["retaliate", "use_nuclear_weapons", "technology"],
        "south_korea": ["lethal_weapons"],
    }
    assert conflict.status_quo == ["north_korea.troops", "nato.weapons"]
    options = {name: maker.options for name, maker in conflict.decision_makers.items()}
    assert options["nato"]["troops"].status == "considered"
    assert options["south_korea"]["lethal_weapons"].reversible == "forward"
    assert "c16" in options["south_korea"]["lethal_weapons"].because


def test_members_that_speak_of_their_blocs_act_do_not_decide():
    conflict = draft(readings.troops_and_weapons())
    assert not {"france", "lithuania", "hong_min"} & set(conflict.decision_makers)
    assert {"c6", "c7"} <= set(conflict.decision_makers["nato"].options["troops"].because)


def test_a_member_that_plans_the_act_itself_keeps_it():
    reading = readings.troops_and_weapons()
    claims = tuple(
        dataclasses.replace(claim, status="planned") if claim.actor == "france" else claim
        for claim in reading.claims
    )
    assert "france" in draft(dataclasses.replace(reading, claims=claims)).decision_makers


def test_red_lines_head_the_priorities_and_are_recorded():
    conflict = draft(readings.troops_and_weapons())
    assert statements(conflict, "russia")[:2] == ["!nato.troops", "!south_korea.lethal_weapons"]
    assert [(line.by, line.against) for line in conflict.red_lines] == [
        ("russia", "nato.troops"),
        ("russia", "south_korea.lethal_weapons"),
    ]


def test_feared_replies_become_conditional_priorities_of_the_feared():
    conflict = draft(readings.troops_and_weapons())
    assert "technology if south_korea.lethal_weapons" in statements(conflict, "russia")
    assert "use_nuclear_weapons if nato.troops" in statements(conflict, "russia")
    assert statements(conflict, "south_korea")[0] == "!russia.technology"
    assert "!russia.use_nuclear_weapons" in statements(conflict, "nato")


def test_a_conditional_of_its_own_becomes_an_if():
    conflict = draft(readings.troops_and_weapons())
    assert "lethal_weapons if north_korea.troops" in statements(conflict, "south_korea")
    (measures,) = [
        one
        for one in conflict.decision_makers["south_korea"].priorities
        if one.statement == "lethal_weapons if north_korea.troops"
    ]
    assert (measures.confidence, measures.because) == (0.5, ["c11"])
    assert "take phased measures" in measures.assumed
    assert "attack if united_kingdom.ships" in statements(draft(readings.islands()), "argentina")
    assert "release_water if iraq.agree" in statements(draft(readings.river()), "syria")


def test_unless_turns_the_condition_round():
    assert "patrol if china.exercise" in statements(draft(readings.strait()), "japan")


def test_what_is_only_considered_has_an_unknown_sign_and_place():
    conflict = draft(readings.troops_and_weapons())
    (mine,) = [
        one
        for one in conflict.decision_makers["south_korea"].priorities
        if one.statement == "lethal_weapons"
    ]
    assert (mine.sign, mine.order) == ("unknown", "unknown")
    assert 0 < mine.confidence < 1
    assert any("South Korea would rather" in question for question in conflict.open_questions)


def test_the_demand_to_end_an_act_is_a_wish_against_it():
    conflict = draft(readings.islands())
    assert "!argentina.occupy_islands" in statements(conflict, "united_kingdom")
    assert "argentina.occupy_islands" in conflict.status_quo


def test_a_threat_answers_the_demand_that_is_not_met():
    assert "strike if !syria.release_water" in statements(draft(readings.river()), "iraq")


def test_ruled_out_stays_ruled_out():
    conflict = draft(readings.river())
    assert conflict.decision_makers["iraq"].options["agree"].status == "ruled_out"
    assert "!agree" in statements(conflict, "iraq")


def test_a_red_line_without_a_reply_gets_an_assumed_one():
    conflict = draft(readings.strait())
    retaliate = conflict.decision_makers["china"].options["retaliate"]
    assert retaliate.assumed
    assert not retaliate.because
    assert "retaliate if taiwan.independence" in statements(conflict, "china")
    assert "!china.retaliate" in statements(conflict, "taiwan")


def test_status_quo_and_escalation_are_two_options():
    options = draft(readings.strait()).decision_makers["united_states"].options
    assert list(options) == ["weapons", "long_range_missiles"]
    assert [option.status for option in options.values()] == ["ongoing", "considered"]


def test_what_was_undone_long_ago_is_no_option():
    assert list(draft(readings.enclave()).decision_makers["france"].options) == ["more_weapons"]


def test_more_of_what_is_not_there_is_infeasible():
    reading = readings.strait()
    arms = next(claim for claim in reading.claims if claim.action == "sell arms to Taiwan")
    more = dataclasses.replace(
        arms, id="c99", action="sell more arms to Taiwan", status="planned", start=arms.start + 1
    )
    conflict = draft(dataclasses.replace(reading, claims=(*reading.claims, more)))
    assert conflict.infeasible == ["united_states.more_weapons & !united_states.weapons"]


def test_constraints_and_forecasts_hang_on_their_options():
    conflict = draft(readings.troops_and_weapons())
    assert [(one.on, one.kind) for one in conflict.constraints] == [
        ("nato.troops", "law"),
        ("south_korea.lethal_weapons", "capability"),
    ]
    (expert,) = conflict.experts
    assert (expert.by, expert.of, expert.low, expert.high) == (
        "Hong Min",
        "nato.troops",
        0.05,
        0.25,
    )


# --- what holds of every draft --------------------------------------------------------------


def test_every_part_names_claims_that_are_kept_or_says_why(reading):
    conflict = draft(reading)
    texts = {document.id: document.text for document in reading.documents}
    for part in grounded(conflict):
        assert part.because or part.assumed
        assert set(part.because) <= set(conflict.evidence)
    for kept in conflict.evidence.values():
        assert texts[kept.document][kept.start : kept.end] == kept.quote


def test_it_builds_solves_and_survives_the_file(reading):
    conflict = draft(reading)
    assert game(conflict).status_quo is not None
    assert solve(conflict).equilibria("gmr").size
    assert loads(dumps(conflict)) == conflict
    assert warnings(conflict) == []


def test_it_is_the_same_twice_and_in_any_order_of_claims(reading):
    first = dumps(draft(reading))
    shuffled = sorted(reading.claims, key=lambda claim: claim.quote[::-1])
    actors = tuple(reversed(reading.actors))
    assert (
        dumps(draft(dataclasses.replace(reading, claims=tuple(shuffled), actors=actors))) == first
    )


def test_an_unrelated_claim_removes_nothing(reading):
    before = draft(reading)
    document = reading.documents[0]
    stranger = Claim(
        id="c900", document=document.id, kind="option", actor="ruritania", action="build a base",
        event="MOBILIZE", target=None, status="considered", negated=False, speaker=None,
        likelihood=None, date=None, condition=None, quote=document.text[-3:],
        start=len(document.text) - 3, end=len(document.text),
    )  # fmt: skip
    after = draft(
        dataclasses.replace(
            reading,
            claims=(*reading.claims, stranger),
            actors=(*reading.actors, Actor("ruritania", "Ruritania")),
        )
    )
    assert (
        "ruritania.base" in after.option_names() or "ruritania.build_base" in after.option_names()
    )
    assert set(before.option_names()) <= set(after.option_names())
    for dm in before.decision_makers:
        assert set(statements(before, dm)) <= set(statements(after, dm))
    assert set(before.evidence) <= set(after.evidence)


def test_a_title_given_is_the_title(reading):
    assert draft(reading, title="Mine").title == "Mine"


# --- the edges ------------------------------------------------------------------------------


def empty(text="Nothing happened."):
    return Reading((Document("d1", "Calm", "2024-01-02", "calm.txt", text),), (), ())


def test_a_text_without_a_crisis_gives_an_empty_conflict_and_a_plain_question():
    conflict = draft(empty())
    assert conflict.decision_makers == {}
    assert len(conflict.open_questions) == 1
    assert conflict.open_questions[0].startswith("No conflict was found")
    assert (conflict.title, conflict.as_of) == ("Calm", "2024-01-02")
    assert faults(conflict).found == []
    assert loads(dumps(conflict)) == conflict


def test_no_document_at_all():
    conflict = draft(Reading((), (), ()))
    assert conflict.title == "No conflict found"
    assert conflict.as_of == ""


def test_one_decision_maker_alone_is_valid_and_said():
    reading = readings.strait()
    alone = tuple(claim for claim in reading.claims if claim.action == "sell arms to Taiwan")
    conflict = draft(dataclasses.replace(reading, claims=alone))
    assert list(conflict.decision_makers) == ["united_states"]
    assert "who else decides" in conflict.open_questions[0]
    assert game(conflict).states.tolist() == [0, 1]


def test_there_is_a_bound_and_what_is_left_out_is_named():
    text = "x" * 400
    actors = tuple(Actor(f"a{k}", f"A{k}") for k in range(12))
    things = ["a base", "a dam", "ships", "missiles", "tanks"]
    claims = tuple(
        Claim(
            id=f"c{k}-{j}", document="d1", kind="option", actor=f"a{k}", action=f"build {thing}",
            event="MOBILIZE", target=None, status="considered", negated=False, speaker=None,
            likelihood=None, date=None, condition=None, quote="xx", start=6 * k + j, end=6 * k + j + 2,
        )
        for k in range(12)
        for j, thing in enumerate(things)
    )  # fmt: skip
    conflict = draft(Reading((Document("d1", "", None, "x", text),), actors, claims))
    assert len(conflict.decision_makers) == 8
    assert len(conflict.option_names()) == 14
    assert any(note.startswith("Left out") for note in conflict.notes)


def test_ids_that_statements_cannot_hold_are_made_plain():
    reading = readings.river()
    claims = tuple(
        dataclasses.replace(
            claim,
            actor="Iraq (1975)" if claim.actor == "iraq" else claim.actor,
            target="Iraq (1975)" if claim.target == "iraq" else claim.target,
            speaker="Iraq (1975)" if claim.speaker == "iraq" else claim.speaker,
        )
        for claim in reading.claims
    )
    actors = tuple(
        dataclasses.replace(actor, id="Iraq (1975)") if actor.id == "iraq" else actor
        for actor in reading.actors
    )
    conflict = draft(dataclasses.replace(reading, claims=claims, actors=actors))
    assert list(conflict.decision_makers) == ["syria", "iraq_1975"]
    assert game(conflict).status_quo is not None
