"""Every kind of witness has its sentence."""

import pytest
from report import makers

from detente.report import narrate
from detente.report.voice import voice
from detente.solve.result import Deterred, Move, Witness

LEAGUE, TAVIA, KARSK, NORRLAND = range(4)
ESCORTS, MISSILES, MINE, JETS, VOLUNTEERS = (1 << k for k in range(5))
NOW = VOLUNTEERS


@pytest.fixture(scope="module")
def speaking():
    return voice(makers.conflict(), makers.game())


def _deterred(concept, *, reply, sanction, counter=None, who=TAVIA, after=NOW | MISSILES):
    one = Deterred(Move(who, NOW, after), reply, sanction, counter)
    return Witness(concept, who, NOW, stable=True, deterred=(one,))


JETS_REPLY = (Move(KARSK, NOW | MISSILES, NOW | MISSILES | JETS),)


@pytest.mark.parametrize(
    ("witness", "said"),
    [
        (
            Witness("nash", NORRLAND, NOW, stable=True),
            "If Norrland stopped sending volunteers to the Karsk fleet, it would like that less.",
        ),
        (Witness("nash", KARSK, NOW, stable=True), "Karsk gains nothing by moving alone."),
        (
            Witness("nash", TAVIA, NOW | MISSILES, stable=True),
            "Tavia has no move left to make here.",
        ),
        (
            Witness("nash", TAVIA, NOW, stable=False, undeterred=Move(TAVIA, NOW, NOW | MISSILES)),
            "Tavia would gain by supplying coastal missiles to Orlan.",
        ),
        (
            Witness("gmr", TAVIA, NOW, stable=False, undeterred=Move(TAVIA, NOW, NOW | MISSILES)),
            (
                "Tavia would gain by supplying coastal missiles to Orlan, and is not deterred: "
                "no reply would undo that."
            ),
        ),
        (
            _deterred("gmr", reply=JETS_REPLY, sanction=NOW | MISSILES | JETS),
            (
                "If Tavia supplied coastal missiles to Orlan, Karsk could give Norrland fighter jets. "
                "That would leave Tavia worse off, so it does not."
            ),
        ),
        (
            _deterred("seq", reply=JETS_REPLY, sanction=NOW | MISSILES | JETS),
            (
                "If Tavia supplied coastal missiles to Orlan, Karsk would have reason to give "
                "Norrland fighter jets. That would leave Tavia worse off, so it does not."
            ),
        ),
        (
            _deterred("gmr", reply=JETS_REPLY, sanction=NOW),
            (
                "If Tavia supplied coastal missiles to Orlan, Karsk could give Norrland fighter jets. "
                "That would leave Tavia no better off, so it does not."
            ),
        ),
        (
            _deterred(
                "smr",
                who=LEAGUE,
                after=NOW | ESCORTS,
                reply=(
                    Move(KARSK, NOW | ESCORTS, NOW | ESCORTS | MINE),
                    Move(NORRLAND, NOW | ESCORTS | MINE, ESCORTS | MINE),
                ),
                sanction=ESCORTS | MINE,
                counter=Move(LEAGUE, ESCORTS | MINE, MINE),
            ),
            (
                "If the Harbour League sent escorts into the Selin Strait, Karsk could mine the "
                "strait, and then Norrland could stop sending volunteers to the Karsk fleet. That "
                "would leave the Harbour League worse off, even if it then stopped sending escorts "
                "into the Selin Strait, so it does not."
            ),
        ),
        (
            _deterred("sim", reply=(Move(KARSK, NOW, NOW | JETS),), sanction=NOW | MISSILES | JETS),
            (
                "If Tavia supplied coastal missiles to Orlan, Karsk might give Norrland fighter jets "
                "at the same time. That would leave Tavia worse off, so it does not."
            ),
        ),
    ],
    ids=[
        "content_with_one_move",
        "nothing_to_gain",
        "no_move",
        "nash_unstable",
        "gmr_unstable",
        "gmr",
        "seq",
        "no_better_off",
        "smr_path_and_counter",
        "sim",
    ],
)
def test_a_witness_becomes_a_sentence(speaking, witness, said):
    assert narrate.why(speaking, witness) == [said]


def test_a_move_that_only_adds_to_a_plainer_one_is_counted_and_not_told(speaking):
    both = NOW | MINE | JETS
    replies = [(Move(LEAGUE, after, after | ESCORTS),) for after in (NOW | JETS, both)]
    witness = Witness(
        "gmr", KARSK, NOW, stable=True,
        deterred=tuple(
            Deterred(Move(KARSK, NOW, after), reply, after | ESCORTS)
            for after, reply in zip((both, NOW | JETS), replies, strict=True)
        ),
    )  # fmt: skip
    told = narrate.why(speaking, witness)
    assert told[0].startswith("If Karsk gave Norrland fighter jets,")
    assert told[1:] == ["One other move that Karsk would like better meets such a reply too."]


def test_a_plural_party_has_plural_verbs():
    conflict = makers.conflict()
    conflict.decision_makers["tavia"].name = "Tavian rebels"
    told = narrate.why(
        voice(conflict, makers.game()),
        _deterred("gmr", reply=JETS_REPLY, sanction=NOW | MISSILES | JETS),
    )
    assert told[0].endswith("That would leave the Tavian rebels worse off, so they do not.")


def test_a_stable_state_has_no_undeterred_move(speaking):
    with pytest.raises(ValueError, match="no undeterred move"):
        narrate.unstable(speaking, Witness("nash", TAVIA, NOW, stable=True))


def test_what_is_its_own_is_theirs_of_a_plural_party():
    conflict = makers.conflict()
    conflict.decision_makers["tavia"].name = "Tavian rebels"
    conflict.decision_makers["tavia"].options["missiles"].label = "end its siege"
    assert "end their siege" in voice(conflict, makers.game()).phrases
