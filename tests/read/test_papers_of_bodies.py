"""Whose a paper is that speaks: the body that puts it out, not the agency that carries it."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

PAPERS = [
    (
        "LIMA, May 2 - Peru closed its ports. A cabinet statement demanded that Chile withdraw.",
        "peru",
    ),
    (
        "Peru closed its ports. A government statement distributed by Tass said they would stay shut.",
        "peru",
    ),
    ("Peru warned Chile. The statement said that the ports would stay shut.", "peru"),
    ("Peru warned Chile. The statement by Chile said that it would wait.", "chile"),
    ("According to King Omar's memoirs, Peru offered two warships.", "omar"),
    ("An international sailors' federation called for a boycott of Peru.", "sailors_federation"),
    ("Peru's new rulers said that the ports would stay shut.", "peru"),
]


@pytest.mark.parametrize(("text", "speaker"), PAPERS)
def test_whose_paper_it_is(text: str, speaker: str) -> None:
    assert [claim.speaker for claim in extract(article(text))][-1:] == [speaker]


def test_a_communique_is_not_of_the_last_subject_alone() -> None:
    text = "Peru met Chile in Quito. The communique said that the ports would stay shut."
    assert [claim.speaker for claim in extract(article(text))] == ["communique"]


def test_the_press_is_no_body_of_a_state() -> None:
    text = "Peru closed its ports. According to press reports, Chile had drawn up a list."
    assert [claim.speaker for claim in extract(article(text))][-1] != "peru"
