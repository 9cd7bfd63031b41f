"""One act with two sources."""

from dataclasses import replace

from detente.read.claim import Claim, Document
from detente.read.gathering import gather
from detente.read.merge import link
from detente.read.reading import read

ONE = Claim(
    "c1",
    "d1",
    "event",
    "iran",
    "strike the port of Haifa",
    "ASSAULT",
    "israel",
    "done",
    False,  # noqa: FBT003 - taken by position
    None,
    None,
    None,
    None,
    "",
    0,
    0,
)


def test_the_same_act_in_another_document_is_linked() -> None:
    two = replace(ONE, id="c2", document="d2", action="struck Haifa's port", target=None)
    assert [claim.same_as for claim in link([ONE, two])] == [None, "c1"]


def test_a_third_report_names_the_first() -> None:
    two = replace(ONE, id="c2", document="d2")
    three = replace(ONE, id="c3", document="d3")
    assert [claim.same_as for claim in link([ONE, two, three])] == [None, "c1", "c1"]


def test_what_differs_is_kept_apart() -> None:
    for other in (
        replace(ONE, id="c2"),  # the same document
        replace(ONE, id="c2", document="d2", negated=True),  # a contradiction
        replace(ONE, id="c2", document="d2", actor="iraq"),
        replace(ONE, id="c2", document="d2", target="jordan"),
        replace(ONE, id="c2", document="d2", action="mine the strait"),
        replace(ONE, id="c2", document="d2", kind="option", status="possible"),
        replace(replace(ONE, date="2024-01"), id="c2", document="d2", kind="event", event="AID"),
    ):
        assert link([ONE, other])[1].same_as is None


def test_dates_agree_as_far_as_both_go() -> None:
    first = replace(ONE, date="2024-05-03")
    month = replace(ONE, id="c2", document="d2", date="2024-05")
    other = replace(ONE, id="c2", document="d2", date="2024-06")
    assert link([first, month])[1].same_as == "c1"
    assert link([first, other])[1].same_as is None


def test_both_claims_of_two_papers_stay_in_the_reading() -> None:
    papers = [
        Document(f"d{n}", "", None, f"paper {n}", text)
        for n, text in ((1, "Iran attacked Israel on Monday."), (2, "Iran has attacked Israel."))
    ]
    reading = read(*papers)
    events = [claim for claim in reading.claims if claim.kind == "event"]
    assert [event.document for event in events] == ["d1", "d2"]
    assert events[1].same_as == events[0].id


def test_nothing_gathers_into_an_empty_reading() -> None:
    reading = gather([])
    assert reading.claims == reading.actors == reading.documents == ()


def test_a_target_that_was_guessed_parts_no_reports() -> None:
    two = replace(ONE, id="c2", document="d2", target="jordan", inferred=("target",))
    assert link([ONE, two])[1].same_as == "c1"
