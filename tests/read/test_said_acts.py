"""Sayings that are acts of their own, told by their signs."""

import pytest

from detente.read.article import article
from detente.read.bounds import said_acts
from detente.read.reading import extract


def said(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (each.actor, each.event, each.target)
        for each in extract(article(text))
        if each.rule.startswith(said_acts.RULE)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Egypt said that no Israeli ship would ever be let through the strait again.",
            ("egypt", "THREATEN", "israel"),
        ),
        (
            "Iran added that the inspectors had never been promised access to the base.",
            ("iran", "REJECT", None),
        ),
    ],
)
def test_a_saying_with_force_is_an_act(text: str, told: tuple[str, str, str | None]) -> None:
    assert said(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Chile said that the weather had been bad.",
        "Peru said that the talks had lasted six hours.",
        "Analysts said that no Israeli ship would ever be let through the strait again.",
        "Brazil said that it was ready for further contacts.",
    ],
)
def test_a_plain_report_and_a_source_are_none(text: str) -> None:
    assert said(text) == []


def test_what_an_act_tells_already_is_not_told_again() -> None:
    text = "Norway announced that it would not be bound by the ruling."
    assert [each.event for each in extract(article(text)) if each.kind == "event"] == ["REJECT"]
    assert said(text) == []


def test_the_quote_is_the_saying_and_its_speaker_the_doer() -> None:
    text = "Talks had failed. Egypt said that no Israeli ship would ever be let through the strait again."
    claim = next(c for c in extract(article(text)) if c.rule.startswith(said_acts.RULE))
    assert claim.quote == text[claim.start : claim.end]
    assert claim.quote.startswith("Egypt said")
    assert claim.status == "done"
    assert claim.actor == "egypt"


def test_each_stretch_is_weighed_once() -> None:
    text = article("Egypt said that no ship would pass. Egypt said that no plane would land.")
    spans = [(each.quote_start, each.quote_end) for each in said_acts.candidates(text, ())]
    assert len(spans) == len(set(spans)) == 2


def test_the_chance_lies_between_nothing_and_certainty_and_lines_raise_it() -> None:
    plain = said_acts.chance(iter(["verb say", "tells no act"]))
    drawn = said_acts.chance(iter(["verb say", "tells no act", "draws a line"]))
    assert 0 < plain < drawn < 1
