"""Reports that contradict each other: both are kept, and the pair is named."""

from dataclasses import replace

from detente.read.claim import Claim, Document, Reading
from detente.read.denials import contradictions
from detente.read.reading import read

FIRST = "Norway closed the Skagen strait on Thursday. Denmark will send observers to the port."


def both(second: str, first: str = FIRST) -> Reading:
    return read(
        *(Document(f"d{n}", "", None, f"{n}", text) for n, text in ((1, first), (2, second)))
    )


def quotes(reading: Reading) -> list[tuple[str, str]]:
    told = {claim.id: claim.quote for claim in reading.claims}
    return [(told[later], told[earlier]) for later, earlier in reading.contradictions]


def test_a_deed_denied_by_its_doer() -> None:
    ((later, earlier),) = quotes(both("Norway denied that it had closed the Skagen strait."))
    assert later.startswith("Norway denied")
    assert earlier == "Norway closed the Skagen strait on Thursday"


def test_a_deed_that_its_doer_says_was_not() -> None:
    said = "Norway did not close the Skagen strait, its foreign minister said."
    assert len(both(said).contradictions) == 1


def test_a_plan_that_is_ruled_out() -> None:
    ((later, _),) = quotes(both("Denmark ruled out sending observers to the port."))
    assert "sending observers" in later


def test_what_denies_nothing() -> None:
    for second in (
        "Norway denied that it had mined the harbour of Bergen.",
        "Norway closed the Skagen strait.",
        "Sweden denied that it had closed its airspace.",
        "Denmark will not send a gift.",
    ):
        assert both(second).contradictions == ()


def test_one_report_alone_contradicts_nobody() -> None:
    assert (
        read(
            Document(
                "d", "", None, "x", FIRST + " Norway denied that it had closed the Skagen strait."
            )
        ).contradictions
        == ()
    )


def test_it_is_in_the_json() -> None:
    shown = both("Denmark ruled out sending observers to the port.").to_json()
    assert len(shown["contradictions"][0]) == 2


def test_other_days_are_other_acts() -> None:
    known = dict.fromkeys(("event", "target", "speaker", "likelihood", "condition"))
    one = Claim("c1", "d1", "event", "peru", "close the port", status="done", negated=False,
        date="2024-05-03", quote="", start=0, end=0, **known)  # fmt: skip
    other = replace(one, id="c2", document="d2", negated=True)
    assert contradictions([one, other]) == (("c2", "c1"),)
    assert contradictions([one, replace(other, date="2024-05-09")]) == ()
