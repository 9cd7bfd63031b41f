"""A whole report on an invented crisis: every kind found, with exact quotes.

The islands, the states' quarrel and the speakers are made up; the report has
each of the forms that a brief needs.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.read.article import article
from detente.read.claim import Document
from detente.read.findings import extract
from detente.read.reading import read

SCRAPS = [
    "if",
    "unless",
    "Iran",
    "attack",
    "would",
    "be",
    "will",
    "not",
    "tolerate",
    "any",
    "red",
    "line",
    "—",
    ",",
    ".",
    '"',
    "in",
    "exchange",
    "for",
    "without",
    "until",
    "only",
    "when",
    "Israel",
    "talks",
    "to",
    "of",
    "and",
    "or",
    "face",
    "could",
    "lead",
    "likely",
    "50",
    "percent",
    "warned",
    "against",
    "should",
    "had",
    "were",
    "\u200f",
    "🙂",
    "(",
    ")",
]

TEXT = """\
As evidence emerges that Serbian troops have been deployed to the Brcko district, Western capitals \
are weighing an answer.

NATO, which has so far limited its help to training, is again discussing a possible troop deployment. \
Meanwhile Hungary spoke for the first time of the possibility of supplying missiles to Serbia.

Debates on a NATO ground deployment—a red line drawn by Russia—and about Hungary's potential \
supply of missiles to Serbia are going on.

Diplomats fear that if the coalition mounts a large counter-strike, it could cause irreversible \
damage to the region.

Germany said it would take measures corresponding to Serbia's moves. Observers argue that NATO lacks \
a plain mandate for an intervention. Jana Horvat, head of the Balkan programme at the Institute for \
Peace in Vienna, predicted a low likelihood of an intervention by NATO.

"If we supply missiles to Serbia, it will bring about an irreversible break with Brussels," the \
Hungarian foreign minister said. Hungary is checking whether its depots hold sufficient stockpiles of \
missiles.
"""


@pytest.fixture(scope="module")
def claims():
    return read(Document(id="d", title="", date=None, source="d", text=TEXT)).claims


def of(claims, kind):
    return [claim for claim in claims if claim.kind == kind]


def test_every_quote_is_exact(claims):
    assert all(TEXT[claim.start : claim.end] == claim.quote for claim in claims)


def test_the_same_text_gives_the_same_claims(claims):
    assert read(Document(id="d", title="", date=None, source="d", text=TEXT)).claims == claims


def test_what_each_claim_is_made_of_is_a_claim(claims):
    ids = {claim.id for claim in claims}
    assert all(set(claim.because) <= ids - {claim.id} for claim in claims)


def test_the_troops_are_an_event(claims):
    found = [c for c in of(claims, "event") if c.event == "MOBILIZE" and c.actor == "serbia"]
    assert any("deployed" in claim.quote for claim in found)


def test_who_considers_what(claims):
    options = {(claim.actor, claim.event) for claim in of(claims, "option")}
    assert {("nato", "MOBILIZE"), ("hungary", "AID")} <= options
    assert any(claim.novel for claim in of(claims, "option") if claim.actor == "hungary")


def test_the_red_line_before_its_dash(claims):
    lines = of(claims, "red_line")
    assert [(line.actor, line.doer, line.event) for line in lines] == [
        ("russia", "nato", "MOBILIZE")
    ]


def test_the_conditionals_and_what_cannot_be_undone(claims):
    assert len(of(claims, "conditional")) == 3
    undone = [claim for claim in of(claims, "consequence") if claim.irreversible]
    assert len(undone) == 2
    assert all(claim.because for claim in undone)


def test_the_constraints(claims):
    words = " ".join(claim.quote for claim in of(claims, "constraint"))
    assert "lacks a plain mandate" in words
    assert "sufficient stockpiles" in words


def test_the_forecast_of_the_expert(claims):
    low = [claim for claim in of(claims, "forecast") if claim.likelihood == "low likelihood"]
    assert [(claim.actor, claim.speaker) for claim in low] == [("nato", "jana_horvat")]
    assert (low[0].low, low[0].high) == (0.20, 0.45)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map(" ".join))
def test_no_heap_of_words_breaks_the_reader(text):
    for claim in extract(article(text)):
        assert claim.quote
        assert text[claim.start : claim.end] == claim.quote
