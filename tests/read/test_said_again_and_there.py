"""Acts told by "did so", "there were", "is under way", "is due in", and plans parted from their infinitive."""

import pytest

from detente.read.article import article
from detente.read.findings import extract


def told(text: str) -> set[tuple[str, str | None, str | None]]:
    return {
        (claim.quote, claim.event, claim.status)
        for claim in extract(article(text))
        if claim.kind in {"event", "option"}
    }


@pytest.mark.parametrize(
    ("text", "quote", "event", "status"),
    [
        (
            "The Netherlands recalled its envoy. Canada followed suit on Tuesday.",
            "Canada followed suit on Tuesday",
            "SANCTION",
            "done",
        ),
        (
            "Norway recognised Palestine. Spain will do so next week.",
            "Spain will do so next week",
            "SUPPORT",
            "planned",
        ),
        (
            "There were clashes between police and students in Tbilisi.",
            "clashes between police and students in Tbilisi",
            "ASSAULT",
            "done",
        ),
        (
            "A naval exercise is under way off Taiwan.",
            "A naval exercise is under way off Taiwan",
            "MOBILIZE",
            "done",
        ),
        (
            "Zelensky is due in Berlin on Friday.",
            "Zelensky is due in Berlin on Friday",
            "CONSULT",
            "planned",
        ),
        (
            "Pressure is mounting on Japan to restrict exports of chips.",
            "mounting on Japan to restrict exports of chips",
            "COERCE",
            "demanded",
        ),
        (
            "Plans are under way to send troops to Haiti.",
            "are under way to send troops to Haiti",
            "MOBILIZE",
            "planned",
        ),
        (
            "The Pentagon is looking at strikes on the island, officials said.",
            "strikes on the island",
            "ASSAULT",
            "considered",
        ),
    ],
)
def test_they_are_acts(text: str, quote: str, event: str, status: str) -> None:
    assert (quote, event, status) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Canada followed the talks with interest.",
        "There was a debate about wheat.",
        "There were no clashes in Tbilisi.",
        "The payment is due in May.",
        "A landing would have given Moscow a pretext.",
        "Prices are rising to match demand.",
    ],
)
def test_they_are_none(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        (
            "Niger's junta promised to hold elections and to free Bazoum.",
            "to free Bazoum",
            "planned",
        ),
        (
            "A Russian delegation is expected in Ankara on Monday.",
            "A Russian delegation is expected in Ankara on Monday",
            "possible",
        ),
    ],
)
def test_whoever_is_expected_and_an_infinitive_like_an_adjective(
    text: str, quote: str, status: str
) -> None:
    assert (quote, status) in {(found, stands) for found, _, stands in told(text)}


def test_who_has_until_a_day_is_told_to() -> None:
    found = told("Iran has until Friday to answer the charges and the rebels have a week to leave.")
    assert "demanded" in {status for _, _, status in found}


def test_the_things_of_a_package_or_dozens_give_the_type() -> None:
    assert {each[1] for each in told("Hezbollah launched dozens of rockets at Haifa.")} == {
        "ASSAULT"
    }
    assert {each[1] for each in told("Brussels will approve a package of sanctions.")} == {
        "SANCTION"
    }
