"""Private people told by their nation, and who serves another's."""

import pytest

from detente.read.article import article
from detente.read.claim import Document
from detente.read.reading import read


def _doers(text: str) -> set[str | None]:
    found = read(Document(id="d", title="", date=None, source="d", text=text))
    return {claim.actor for claim in found.claims if claim.kind == "event"}


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("Peru warned Chile. A Danish surveyor named Omar Holm seized the town.", "denmark"),
        ("Peru warned Chile. A Spanish adventurer, Luis Barro, attacked the port.", "spain"),
        ("Peru warned Chile. The Irish missionary Ida Moss urged the chief to resist.", "ireland"),
        ("Peru sent envoys. Their Dutch adviser, W. H. Kroon, warned Chile.", "netherlands"),
    ],
)
def test_a_private_persons_deeds_are_not_their_nations(text: str, nation: str) -> None:
    assert nation not in _doers(text)


def test_who_does_several_things_is_a_party() -> None:
    text = (
        "Peru warned Chile. A Danish surveyor named Omar Holm seized the town. "
        "Holm attacked the garrison and blockaded the river."
    )
    assert article(text).cast["omar_holm"].role == "party"


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("Peru warned Chile. A Danish general, Omar Holm, seized the town.", "denmark"),
        ("Peru warned Chile. The Dutch ambassador, W. H. Kroon, warned Chile.", "netherlands"),
    ],
)
def test_who_holds_an_office_acts_for_the_nation(text: str, nation: str) -> None:
    assert nation in _doers(text)


def test_a_minister_is_of_a_state_whatever_party_is_his() -> None:
    text = (
        "ROME, May 3 - Italy closed its ports. Deputy Prime Minister Luca Bruni, the head of the "
        "Harbour Party, blamed France. Bruni recalled the envoy."
    )
    read_text = article(text)
    assert {read_text.actor_of(t) for t in read_text.doc if t.text == "Bruni"} == {"italy"}
