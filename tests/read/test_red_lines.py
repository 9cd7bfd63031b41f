"""Red lines, with and without the words: who draws them, against whose act."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

# sentence, words of the quote, who draws it, whose act ("*": any)
LINES = [
    ("Crossing Turkey's red line, Greece extended its waters.", "red line", "turkey", "*"),
    (
        "Officials in Kuwait warned that any attack would be met with force.",
        "attack",
        "kuwait",
        "*",
    ),
    ("The sale of jets to Taiwan is a red line for China.", "red line", "china", "*"),
    (
        "A Ukrainian strike on Moscow—a red line drawn by Russia—is being discussed.",
        "strike",
        "russia",
        "ukraine",
    ),
    (
        "Any attack on Taiwan would be regarded as an act of war, Japan said.",
        "Any attack",
        "japan",
        "*",
    ),
    (
        "Pakistan said that any attempt to divert the river would be considered an act of war.",
        "divert",
        "pakistan",
        "*",
    ),
    ("Egypt will not tolerate a Turkish base in Libya.", "not tolerate", "egypt", "turkey"),
    ("Finland would never accept Russian troops on its soil.", "never accept", "finland", "russia"),
    ("Iran warned Israel against attacking its reactors.", "against attacking", "iran", "israel"),
    (
        "China warned the United States not to sell submarines to Taiwan.",
        "not to sell",
        "china",
        "united_states",
    ),
    ("Any Serbian incursion will be met with force, NATO said.", "incursion", "nato", "serbia"),
    (
        "Israel said that Iran must not be allowed to build a bomb.",
        "must not be allowed",
        "israel",
        "iran",
    ),
    (
        "North Korea threatened to shell Seoul if South Korea dropped leaflets.",
        "leaflets",
        "north_korea",
        "south_korea",
    ),
    (
        "Russia would regard a Swedish base there as a provocation.",
        "provocation",
        "russia",
        "sweden",
    ),
    (
        "Every ship that enters the zone will be fired on, Argentina announced.",
        "Every ship",
        "argentina",
        "*",
    ),
    ("For Greece, crossing Turkey's red line would carry risks.", "red line", "turkey", "greece"),
    (
        "Any Iranian attack would trigger a devastating response, Israel warned.",
        "devastating",
        "israel",
        "iran",
    ),
    (
        "Sending troops to Georgia would be unacceptable, Russia said.",
        "unacceptable",
        "russia",
        "*",
    ),
]

NO_LINES = [
    "Russia attacked Georgia in 2008.",
    "The committee would not accept late papers.",
    "France could not accept the proposal at first.",
    "The Red Line of the metro was closed.",
    "Iran considers the offer.",
    "Britain warned that rain was coming.",
    "The port was closed at any moment of danger.",
]


@pytest.mark.parametrize(("text", "words", "actor", "doer"), LINES)
def test_a_red_line_has_who_draws_it_and_whose_act_it_bars(text, words, actor, doer):
    found = [claim for claim in extract(article(text)) if claim.kind == "red_line"]
    assert len(found) == 1, [claim.quote for claim in found]
    assert words in found[0].quote
    assert actor in ("*", found[0].actor)
    assert doer in ("*", found[0].doer)


@pytest.mark.parametrize("text", NO_LINES)
def test_no_red_line_is_drawn_where_none_is_said(text):
    assert [claim.quote for claim in extract(article(text)) if claim.kind == "red_line"] == []


def test_a_red_line_points_at_the_claim_of_the_act():
    claims = list(
        extract(
            article("Any Chinese attack on Taiwan would be regarded as an act of war, Japan said.")
        )
    )
    line = next(claim for claim in claims if claim.kind == "red_line")
    assert set(line.because) <= {claim.id for claim in claims}


def test_a_line_before_a_dash_forbids_the_noun_left_of_it():
    text = "Turkish troop landings—a red line drawn by Greece—are being discussed."
    line = next(claim for claim in extract(article(text)) if claim.kind == "red_line")
    assert line.quote == "Turkish troop landings—a red line drawn by Greece"
    assert (line.actor, line.doer) == ("greece", "turkey")
