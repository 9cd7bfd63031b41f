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
