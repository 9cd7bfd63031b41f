"""An act of a year long before what a report is about is history."""

from detente.draft.background import main_year
from detente.draft.drafting import draft
from detente.read.claim import Document


def labels(text, owner):
    made = draft(Document("d1", "", None, "t", text))
    return [
        one.label
        for maker in made.decision_makers.values()
        if owner in maker.name
        for one in maker.options.values()
    ]


STORY = (
    "The Volta crisis of 1962 was a quarrel between Ghana and Togo.\n"
    "In {} the Ghanaian president fell ill. Benin sent troops to the Togolese border.\n"
    "In May 1962 Ghana threatened to close the border. Togo threatened to bomb the dam at Akosombo. "
    "Benin could recall its ambassador from Togo."
)


def test_a_year_in_the_opening_is_what_a_report_is_about():
    assert main_year("The crisis of 1962 began in May.") == 1962
    assert main_year("Nobody knows when it began.") is None


def test_what_was_years_before_is_no_option():
    assert "send troops to the Togolese border" not in labels(STORY.format(1949), "Benin")


def test_what_was_done_in_that_year_stays():
    assert "send troops to the Togolese border" in labels(STORY.format(1962), "Benin")
