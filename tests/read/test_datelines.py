"""The day of a plain text: a dateline's or a dated line's, never a sentence's."""

import pytest

from detente.read.text.datelines import dateline, first_day, opening

DATED = [
    ("PARIS, 3 March 1936 - The cabinet met.", "1936-03-03"),
    ("PARIS, March 3, 1936 — The cabinet met.", "1936-03-03"),
    ("SEOUL, Oct. 21, 2024 (Agency) — Talks ended.", "2024-10-21"),
    ("Seoul (Agency), 21 October 2024 — Talks ended.", "2024-10-21"),
    ("2024-10-21\n\nTalks ended in Seoul.", "2024-10-21"),
    ("Talks end\n2024-10-21T08:30:00Z\nBoth sides left.", "2024-10-21"),
    ("Talks end\nPublished: Monday, 21 October 2024, 08:30 GMT\n\nBoth sides left.", "2024-10-21"),
    ("Talks end\n\nBy A. Reporter\n21 Oct 2024\n\nBoth sides left.", "2024-10-21"),
    ("TEHRAN, Iran, Jan. 5, 2020 (Agency) -- Crowds gathered.", "2020-01-05"),
    ("LA PAZ, 5 May 1932 – Patrols clashed.", "1932-05-05"),
    ("LIMA/QUITO, Jan. 27, 1995 - Patrols clashed.", "1995-01-27"),
    ("Lima/Quito: 27 January 1995. Patrols clashed.", None),
    ("LIMA — 27 January 1995. Patrols clashed.", "1995-01-27"),
    ("(Lima, January 27, 1995) – Patrols clashed.", "1995-01-27"),
    ("January 27, 1995 | Lima\nPatrols clashed.", "1995-01-27"),
]
UNDATED = [
    "On 3 March 1936 the cabinet met in Paris.",
    "The treaty of 3 March 1918 - signed at Brest - was void.",
    "SEOUL, Oct. 21 (Agency) — Talks ended.",
    "Talks ended. Nobody knows when.",
    "31 February 2024\n\nTalks ended.",
    "One\nTwo\nThree\nFour\nFive\nSix\n2024-10-21\nTalks ended.",
    "",
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_datelines_are_read(text: str, day: str | None) -> None:
    assert dateline(text) == day


@pytest.mark.parametrize(
    "head",
    [
        "LIMA/QUITO/LA PAZ (Agency), Jan 27, 1995 - ",
        "QUITO (Ecuador), Jan. 27, 1995 - ",
        "TAIPEI, 5 August 2022: ",
        "LIMA/QUITO, Jan. 27, 1995 - ",
        "LIMA — 27 January 1995. ",
        "(Lima, January 27, 1995) – ",
    ],
)
def test_a_dateline_ends_where_the_first_sentence_begins(head: str) -> None:
    assert opening(head + "Patrols clashed.") == len(head)


@pytest.mark.parametrize("text", [*UNDATED, "January 27, 1995 was a Friday."])
def test_no_other_line_has_an_opening(text: str) -> None:
    assert opening(text.split("\n", 1)[0]) == 0


@pytest.mark.parametrize("text", UNDATED)
def test_other_dates_are_not_the_texts(text: str) -> None:
    assert dateline(text) is None


def test_any_full_date_near_the_beginning_can_be_asked_for() -> None:
    assert first_day("The cabinet met on 3 March 1936, and again on 2 May 1936.") == "1936-03-03"
