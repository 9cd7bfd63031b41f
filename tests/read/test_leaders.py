"""Sides that are no state: who leads them, who is of them, what they're called for short."""

import pytest

from detente.read.article import article


def _meant(text: str, word: str) -> str | None:
    read = article(text)
    return read.actor_of([token for token in read.doc if token.text == word][-1])


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            "The oldest movement was Nagriamel, founded by Jimmy Stevens. Stevens attacked the town.",
            "Stevens",
            "nagriamel",
        ),
        (
            "The Rwanda National Congress, a group led from Oslo by Kayumba Nyamwasa, met. Nyamwasa fled.",
            "Nyamwasa",
            "rwanda_national_congress",
        ),
        (
            "Ila Dornay, who leads the Free Orvel Movement, fled. Dornay later returned.",
            "Dornay",
            "free_orvel_movement",
        ),
        (
            "Manila signed a deal with the Moro Islamic Liberation Front. The front kept its arms.",
            "front",
            "moro_islamic_liberation_front",
        ),
        ("The African Union refused. The union imposed sanctions.", "union", "african_union"),
        ("Activists of the Muslim League burned a bus.", "Activists", "muslim_league"),
        ("Members of the Muslim Brotherhood attacked a post.", "Members", "muslim_brotherhood"),
    ],
)
def test_whom_a_leader_a_member_and_a_short_name_mean(text: str, word: str, actor: str) -> None:
    assert _meant(text, word) == actor


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Liberation Front of Orvel fled. Soldiers at the front dug in.", "front"),
        ("The African Union refused. A customs union was formed.", "union"),
        ("The cabinet of Orvel met. The party began at noon.", "party"),
    ],
)
def test_a_plain_noun_is_no_short_name(text: str, word: str) -> None:
    assert _meant(text, word) is None


def test_whoever_has_fighters_of_his_own_is_a_party() -> None:
    text = "Tomas Orvel refused every offer. Orvel's forces held the port, and Orvel warned Kenya."
    assert article(text).cast["tomas_orvel"].role == "party"
    plain = "Tomas Orvel welcomed every offer. Orvel's book on Kenya sold well."
    assert article(plain).cast["tomas_orvel"].role == "source"


def test_an_opposition_goes_by_the_land_it_is_of() -> None:
    read = article("Peru's opposition blocked the road. The opposition rejected the vote.")
    assert "peruvian_opposition" in read.cast


def test_a_listed_leader_of_a_side_keeps_it_while_he_chairs_a_house() -> None:
    text = "On Monday the president of the National Assembly, Juan Guaidó, left for Colombia."
    assert _meant(text, "Guaidó") == "juan_guaido"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Thousands of Libyan demonstrators marched on Cairo.", "demonstrators", "libya"),
        ("Albanian irregulars attacked the garrison.", "irregulars", "albania"),
        ("Nationalists in the Amhara region denounced the deal.", "Nationalists", "amhara"),
        ("Syrian rebels seized the dam.", "rebels", "syrian_rebels"),
        (
            "The Philippine minister, Albert del Rosario, left Peru. Del Rosario said it was over.",
            "Rosario",
            "philippines",
        ),
    ],
)
def test_crowds_are_their_states_and_particles_part_of_a_name(
    text: str, word: str, actor: str
) -> None:
    assert _meant(text, word) == actor
