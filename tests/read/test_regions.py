"""Bodies of states by their region: "Caribbean leaders" where the text names Caricom."""

import pytest

from detente.read.article import article

NAMED = [
    ("Caricom met in Lima. Caribbean leaders warned Haiti.", "leaders", "caricom"),
    (
        "ECOWAS warned Niger. The West African heads of state met in Abuja.",
        "heads",
        "ecowas",
    ),
    ("West African leaders gave Mali a month. ECOWAS froze its assets.", "leaders", "ecowas"),
    ("The SADC met. The regional force landed in Mozambique.", "force", "sadc"),
    (
        "Slovenia thanked the European Community. European monitors arrived on Monday.",
        "monitors",
        "european_community",
    ),
    (
        "ASEAN condemned Myanmar. Southeast Asian foreign ministers flew to Hanoi.",
        "ministers",
        "asean",
    ),
]


@pytest.mark.parametrize(("text", "noun", "body"), NAMED)
def test_people_of_a_region_are_its_body(text: str, noun: str, body: str) -> None:
    found = article(text)
    assert [found.actor_of(t) for t in found.doc if t.text == noun] == [body]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Haiti asked for help. Caribbean leaders met in Lima.", "leaders"),  # no body is named
        ("The African Union met in Goma. South African peacekeepers were killed.", "peacekeepers"),
        ("ASEAN met ECOWAS. The regional force landed.", "force"),  # whose region?
    ],
)
def test_people_of_a_region_without_one_body_are_not(text: str, noun: str) -> None:
    found = article(text)
    bodies = {"caricom", "african_union", "asean", "ecowas"}
    assert not bodies & {found.actor_of(t) for t in found.doc if t.text == noun}
