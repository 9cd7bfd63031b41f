"""Who takes part in a text, and who is only named in it."""

import pytest

from detente.read.article import article
from detente.read.claim import Document
from detente.read.reading import read

PASSING = [
    # where something is, what is called after it, whose citizen or thing it is
    ("Peru warned Chile. It had bought wheat from the shores of Denmark.", "denmark"),
    ("Peru warned Chile. The ship lay east of Cyprus.", "cyprus"),
    ("Peru warned Chile. An old Belgian clock stopped.", "belgium"),
    ("Peru warned Chile, which has Ghana and Togo on its mind.", "togo"),
    ("Peru warned Chile at the end of the coast of Norway.", "norway"),
    # groups and camps without a name
    ("Peru accused Chile of arming rebels in the hills.", "rebels"),
    ("Peru warned Chile, and the opposition applauded.", "opposition"),
    # bodies that are only named: a member's, a meeting's, a treaty's
    ("Peru, which has been in the Commonwealth for a year, warned Chile.", "commonwealth"),
    ("Peru warned Chile, once a pupil of the World Bank.", "world_bank"),
    # units of a state's army, ships
    ("Peru warned Chile, and the Armoured Brigade marched.", "armoured_brigade"),
    ("Peru warned Chile and sent the cruiser Mauritius.", "mauritius"),
    ("Peru warned Chile and sent HMS Mauritius. The Mauritius sank a boat.", "mauritius"),
    ("Peru warned Chile while the West looked on.", "west"),
    # where people and things are from, what a vote or a talk is about, what something is called
    ("Peru warned Chile. People from Syria and Yemen had arrived on bicycles.", "syria"),
    ("Peru warned Chile. People from Syria and Yemen had arrived on bicycles.", "yemen"),
    ("Peru warned Chile. The price of votes on Ukraine rose.", "ukraine"),
    ("Peru proposed a conference on Cyprus and warned Chile.", "cyprus"),
    ('Peru warned Chile. "This is our Cuba," a minister in Lima said.', "cuba"),
    ("Peru warned Chile. The ships proved to be German grain carriers.", "germany"),
    ("Peru warned Chile. Ethnic Albanian voters live there, and Peru counts Albanians.", "albania"),
    # a body that is joined, left or met within; a party that is one state's own affair
    ("Peru warned Chile, which did not join NATO.", "nato"),
    ("Peru warned Chile after it was expelled from Comecon.", "comecon"),
    ("Peru warned Chile at the G20 summit.", "g20"),
    (
        "Peru warned Chile. Police held members of the Orvel Liberation Front.",
        "orvel_liberation_front",
    ),
    # somebody whose state no word tells
    ("Peru warned Chile. A ship came from Gibraltar. Orvald called on the pasha.", "gibraltar"),
    ("Peru warned Chile. Some members of the Labour Party may vote against it.", "labour_party"),
]
TAKING_PART = [
    ("Peru warned Chile, and Norway offered to mediate.", "norway"),
    ("Peru warned Chile after the invasion of Cyprus.", "cyprus"),
    ("Peru warned Chile after an embargo on Cyprus.", "cyprus"),
    ("Peru warned Chile. Some 500 policemen from Cyprus crossed the bridge.", "cyprus"),
    ("Peru has backed Chile. So have Norway and Ghana.", "norway"),
    ("Peru warned Chile. Norway and the Arab League appealed for calm.", "arab_league"),
    ("Peru warned Chile. Let Signor Mussolini, who is not ready, wait.", "italy"),
    ("Peru warned Chile. It was Norway that mediated.", "norway"),
    ("Peru warned Chile, and the Labour Party refused. The Labour Party struck.", "labour_party"),
    ("Peru warned Chile about the Belgian embargo.", "belgium"),
    ("Peru warned Chile after an attack on Togo.", "togo"),
    ("Peru warned Chile, and the government of Norway agreed.", "norway"),
    ("Peru, Chile, Norway and Ghana signed.", "ghana"),
    ("Peru sold arms to an alliance of Norway and Ghana.", "norway"),
    (
        "Peru took Chile before the International Court of Justice.",
        "international_court_of_justice",
    ),
    ("Peru warned Chile. NATO's consent came late.", "nato"),
    ("Peru warned Chile. The new masters, the Arakan Army, refused.", "arakan_army"),
    ("Peru bombed positions of the Arakan Army in Chile.", "arakan_army"),
    (
        "Rebels shelled the port. Rebels took the bridge, and the army attacked the rebels.",
        "rebels",
    ),
]


def _roles(text: str) -> dict[str, str]:
    reading = read(Document(id="d", title="", date=None, source="note", text=text))
    return {actor.id: actor.role for actor in reading.actors}


@pytest.mark.parametrize(
    ("text", "actor"), PASSING, ids=[f"{actor}, {text}" for text, actor in PASSING]
)
def test_named_in_passing(text: str, actor: str) -> None:
    roles = _roles(text)
    assert roles.get(actor, "bystander") == "bystander"
    assert roles["peru"] == roles["chile"] == "party"


@pytest.mark.parametrize(
    ("text", "actor"), TAKING_PART, ids=[f"{actor}, {text}" for text, actor in TAKING_PART]
)
def test_takes_part(text: str, actor: str) -> None:
    assert _roles(text)[actor] == "party"


def test_a_bystander_keeps_its_acts() -> None:
    text = "Rebels shelled the port of Callao. Peru accused Chile."
    reading = read(Document(id="d", title="", date=None, source="note", text=text))
    assert ("rebels", "party") not in {(actor.id, actor.role) for actor in reading.actors}
    assert "rebels" in {claim.actor for claim in reading.doubtful if claim.kind == "event"}


@pytest.mark.parametrize(
    ("text", "region", "stands"),
    [
        ("Crimea's parliament voted. The Crimean authorities closed the bridge.", "crimea", True),
        ("Anjouan refused. The talks between Anjouan and Paris failed.", "anjouan", True),
        ("Russia annexed Crimea. The ships came from Crimea.", "crimea", False),
        ("Kenya sent troops to Jubaland and Somalia protested.", "jubaland", False),
    ],
)
def test_a_land_within_a_state_stands_out_by_what_it_does(
    text: str, region: str, *, stands: bool
) -> None:
    read = article(text)
    assert (region in read.cast and region not in read.passing) is stands
