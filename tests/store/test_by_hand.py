"""What a person does to a case besides deciding: claims by hand, steps back, another's name."""

import pytest
from store.pages import FIRST

from detente.errors import InputError, NotFoundError
from detente.store import by_hand, clock, records, versions
from detente.store.correcting import correct
from detente.store.growing import add
from detente.store.history import log
from detente.store.searching import search
from detente.store.stepping import step, steps


def standing(case):
    with case.reading() as connection:
        return records.of_documents(connection, case.id, [1])


def test_a_claim_is_added_found_and_taken_back(case):
    add(case, [FIRST])
    before = standing(case)
    name = by_hand.add(case, "d1", "event", "blockade the port", {"actor": "borland"})
    made = next(one for one in standing(case) if one.id == name)
    assert (made.kind, made.actor, made.rule) == ("event", "borland", "analyst")
    assert FIRST.document.text[made.start : made.end] == made.quote
    assert [one.do for one in by_hand.fixes(case, "d1")] == ["add"]
    assert name in {hit.id for hit in search(case, "blockade port")[1]}
    by_hand.take_back(case, name)
    assert standing(case) == before


def test_a_correction_and_a_rejection_are_taken_back(case):
    add(case, [FIRST])
    before = standing(case)
    correct(case, "c1", {"status": "planned", "kind": "option"})
    correct(case, "c2", {"reject": True})
    assert [(one.claim, one.do, one.known) for one in by_hand.fixes(case, "d1")] == [
        ("c1", "correct", {"status": "planned"}),
        ("c2", "reject", {}),
    ]
    by_hand.take_back(case, "c1")
    by_hand.take_back(case, "c2")
    assert by_hand.fixes(case, "d1") == []
    assert standing(case) == before
    for odd in ("c1", "c99", "d1", ""):
        with pytest.raises(NotFoundError):
            by_hand.take_back(case, odd)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (("d1", "event", "not in the text", {}), InputError),
        (("d1", "event", "  ", {}), InputError),
        (("d1", "odd", "blockade", {}), InputError),
        (("d1", "event", "blockade", {"status": "odd"}), InputError),
        (("d9", "event", "blockade", {}), NotFoundError),
        (("c1", "event", "blockade", {}), NotFoundError),
    ],
)
def test_what_cant_be_added_leaves_nothing(case, given, error):
    add(case, [FIRST])
    before = standing(case), len(log(case))
    with pytest.raises(error):
        by_hand.add(case, *given)
    assert (standing(case), len(log(case))) == before


def edited(case, title):
    with case.writing("edit") as run:
        text = versions.latest(run.connection, case.id).text
        return versions.put(run, f"{text}# {title}\n")


def test_steps_go_back_and_forward_until_something_new(case):
    add(case, [FIRST])
    texts = [versions.current(case).text, edited(case, "a").text, edited(case, "b").text]

    def go(way):
        with case.writing(way) as run:
            return step(run, way).text

    assert go("undo") == texts[1]
    assert go("undo") == texts[0]
    with pytest.raises(NotFoundError):
        go("undo")
    assert go("redo") == texts[1]
    with case.reading() as connection:
        where = steps(connection, case.id)
        assert (len(where.past), len(where.future)) == (2, 1)
        assert len(versions.every(connection, case.id)) == 6  # nothing is taken away
    edited(case, "c")
    with pytest.raises(NotFoundError):
        go("redo")
    assert go("undo") == texts[1]


def test_work_for_another_is_written_beside_their_name(case):
    with clock.acting("ana"):
        add(case, [FIRST])
    edited(case, "a")
    names = [entry.by for entry in log(case)]
    assert names[0] == "ana"
    assert names[-1] == clock.who() != "ana"
