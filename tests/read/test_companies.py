"""Companies: parties of their own where they act, a state's where the text only names them."""

import pytest

from detente.read.article import article
from detente.read.claim import Document, Reading
from detente.read.reading import read


def _reading(text: str) -> Reading:
    return read(Document(id="d1", title="", date=None, source="note", text=text))


def _doer(text: str, words: str) -> str | None:
    claims = [
        claim
        for claim in _reading(text).claims
        if claim.kind in {"event", "option"} and words in claim.quote
    ]
    assert claims, f"no act for {words!r}"
    return claims[0].actor


ACTING = (
    "Bolivia seized the gas fields. Petrobras suspended its shipments and sued Bolivia. "
    "Brazil condemned the seizure."
)


def test_a_states_company_that_acts_is_a_party() -> None:
    assert _doer(ACTING, "suspended its shipments") == "petrobras"
    assert _doer(ACTING, "condemned the seizure") == "brazil"
    assert {a.id for a in _reading(ACTING).actors if a.role == "party"} == {
        "bolivia",
        "brazil",
        "petrobras",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Georgia accused Gazprom of blackmail. Russia closed the border.",
        "Russia closed the border. Gazprom cut off the gas. Georgia protested.",
    ],
)
def test_a_states_company_that_hardly_acts_is_the_state(text: str) -> None:
    assert {actor.id for actor in _reading(text).actors} == {"georgia", "russia"}


def test_a_company_that_a_text_calls_a_states_acts_for_itself_where_it_does() -> None:
    told = "Tarvon, the Ukrainian state gas company, is in debt. Russia warned Ukraine."
    assert "tarvon" not in {actor.id for actor in _reading(told).actors}
    acting = told + " Tarvon cut off supplies. Tarvon sued Russia. Tarvon then closed the pipeline."
    assert _doer(acting, "sued Russia") == "tarvon"


def test_a_firm_that_only_owns_something_is_a_bystander() -> None:
    text = "Kenya protested. The port, leased from Maersk, was calm. Somalia shelled the town."
    assert "maersk" not in {a.id for a in _reading(text).actors if a.role == "party"}


def _meant(text: str, noun: str) -> list[str | None]:
    found = article(text)
    return [found.actor_of(token) for token in found.doc if token.text == noun]


@pytest.mark.parametrize("noun", ["company", "firm"])
def test_the_company_is_the_one_named_last(noun: str) -> None:
    text = f"Iran seized the refinery of Anglo-Iranian. The {noun} sued Iran."
    assert _meant(text, noun) == ["anglo_iranian_oil_company"]


def test_the_company_is_no_group() -> None:
    text = "Hezbollah shelled the port. The company sued Israel."
    assert _meant(text, "company") != ["hezbollah"]


def test_mercenaries_are_of_a_firm_and_rebels_are_not() -> None:
    text = (
        "Chan hired Tarvoline, a mercenary company, against the rebels. Tarvoline sent guns. "
        "Then the mercenaries landed, and the rebels fled."
    )
    assert _meant(text, "mercenaries") == ["tarvoline"]
    assert "tarvoline" not in _meant(text, "rebels")


@pytest.mark.parametrize(
    ("text", "company", "role"),
    [
        ("Belarus forced a Lufthansa jet to land. Germany protested.", "lufthansa", "bystander"),
        ("Egypt nationalised Barclays. Britain protested.", "barclays", "bystander"),
        ("Lufthansa cut its flights to Belarus. Germany protested.", "lufthansa", "party"),
    ],
)
def test_a_company_named_once_is_a_party_where_it_does_something(
    text: str, company: str, role: str
) -> None:
    assert {a.role for a in _reading(text).actors if a.id == company} == {role}
