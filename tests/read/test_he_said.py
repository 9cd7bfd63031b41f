"""Whom "he said" means, and whose somebody is of whom the text says more than the lists know."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

SPEAKERS = [
    # who is named before a semicolon speaks behind it
    (
        (
            "Chile's premier, Juan Vega, warned Peru. Peru's premier, Luis Castro, wanted a truce; "
            "if Chile shelled the port, he argued, the talks would fail."
        ),
        ["chile", "peru"],
    ),
    # who is spoken of in a quotation doesn't say it
    (
        (
            "Peru closed the border, said Ida Holm, an analyst. \"Chile's president, Juan Vega, wants "
            'a talk. He will yield soon," she said.'
        ),
        ["ida_holm", "ida_holm"],
    ),
    # a person named since somebody was heard
    (
        (
            "Chile's premier, Juan Vega, warned of a war. The key lies with Luis Castro, the "
            "president of Peru. He warned that troops would come."
        ),
        ["chile", "peru"],
    ),
    # but not one who is the subject of a clause beside: the speaker goes on
    (
        (
            "Chile's premier, Juan Vega, warned of a war. Unless Peru's premier, Luis Castro, gives "
            "in, Chile will fight. He added that this was the last word."
        ),
        ["chile", "chile"],
    ),
    # somebody whose state is only guessed speaks in his own name, by a pronoun as well
    (
        ("Peru and Chile quarrelled. When General Omar Holm arrived in Lima, he asked for ships."),
        ["omar_holm"],
    ),
    # a spokesman who was heard in the sentence before
    (
        (
            "The border is closed. The talks go on, a government spokesman in Warsaw said. "
            "He said the bridge would open in May."
        ),
        ["poland", "poland"],
    ),
    # whom an office is over isn't whom it serves
    (
        ("Britain ruled India. Omar Holm, the Secretary of State for India, warned Russia."),
        ["omar_holm"],
    ),
    ("Peru waited. The minister for India, Omar Holm, warned Russia.", ["omar_holm"]),
    ("Peru waited. The president of Peru, Omar Holm, warned Russia.", ["peru"]),
    # where an ambassador is posted
    (
        ("Peru waited. Chile's ambassador to the OAS, Luis Holm, left. Holm said that Peru lied."),
        ["chile"],
    ),
    # a namesake of one of whose state the text never speaks
    ("Peru waited. Luis Hoyos, a farmer, left. Hoyos said that Peru lied.", ["luis_hoyos"]),
    (
        ("Austria-Hungary waited. Alexander Hoyos left. Hoyos said that Serbia lied."),
        ["austria_hungary"],
    ),
    # a last name that is a capital's, too
    (
        ("Malta refused. Prime Minister Joseph Muscat said that Italy had lied."),
        ["joseph_muscat"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_the_speaker_is(text: str, speakers: list[str]) -> None:
    assert [claim.speaker for claim in extract(article(text))] == speakers
