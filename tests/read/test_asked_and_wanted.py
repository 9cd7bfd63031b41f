"""Options that stand behind "for", with a day, as what might have been, and with keep."""

import pytest

from detente.read.article import article
from detente.read.findings import extract


def told(text: str, kind: str) -> set[tuple[str, str | None]]:
    return {(claim.quote, claim.status) for claim in extract(article(text)) if claim.kind == kind}


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        ("Estonia asked Britain for a battalion.", "a battalion", "demanded"),
        ("Kuwait has asked Washington for Patriot missiles.", "Patriot missiles", "demanded"),
        ("Haiti appealed to Kenya for a thousand policemen.", "a thousand policemen", "demanded"),
        (
            "Calls for sanctions on Georgia are growing in Brussels.",
            "sanctions on Georgia",
            "demanded",
        ),
        (
            "The prospect of direct talks with Iran remains slim, Riyadh said.",
            "direct talks with Iran",
            "possible",
        ),
        ("Peru might have attacked Leticia.", "Peru might have attacked Leticia", "possible"),
        ("France intends to lodge a complaint.", "intends to lodge a complaint", "planned"),
        (
            "The Security Council meets on Tuesday.",
            "The Security Council meets on Tuesday",
            "planned",
        ),
        (
            "A summit between Egypt and Turkey is scheduled for Friday.",
            "A summit between Egypt and Turkey is scheduled for Friday",
            "planned",
        ),
    ],
)
def test_they_are_options(text: str, quote: str, status: str) -> None:
    assert (quote, status) in told(text, "option")


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked the minister for a battalion commander's name.",
        "Peru might not have attacked Leticia.",
        "Sanctions have hurt Georgia since Tuesday.",
        "Kenya has kept its doors open for years.",
    ],
)
def test_they_are_none(text: str) -> None:
    assert not told(text, "option")
