"""The question of a draft is the report's own, and no heading."""

import pytest

from detente.draft.drafting import draft
from detente.draft.gravity import gravity
from detente.read.claim import Document

TEXT = (
    "Ghana threatened to bomb Togo's capital. Togo is considering an embargo on Ghana's cocoa. "
    "Ghana may recall its ambassador. Benin offered to mediate between Ghana and Togo."
)


def titled(title, text=TEXT):
    return draft(Document("d1", title, None, "t", text)).title


@pytest.mark.parametrize(
    "heading", ["Background", "What is the dispute about?", "Summary", "Why does it matter?"]
)
def test_a_heading_is_no_title(heading):
    assert titled(heading) == "Will Ghana bomb Togo's capital?"


@pytest.mark.parametrize(
    "title", ["Ghana and Togo: background", "What does Togo want next?", "A dam with a history"]
)
def test_a_title_that_says_something_stays(title):
    assert titled(title) == title


def test_the_question_is_about_those_whom_the_report_is_about():
    text = (
        "Ghana may close the border with Togo. Togo fears that Ghana will close the border. "
        "Togo and Ghana have quarrelled for years. In a far country, Chile could invade Peru."
    )
    assert titled("", text) == "Will Ghana close the border with Togo?"


def test_to_use_a_thing_is_force_only_where_it_is_arms():
    assert gravity("use its influence") < gravity("use force") == gravity("use nuclear weapons")
