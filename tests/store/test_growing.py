"""Reports come in: what is kept, what is proposed, what the analyst's word does to it."""

import json

import pytest
from sqlalchemy import insert, select, text
from store.pages import FIRST, SECOND, page

from detente.errors import InputError, NotFoundError
from detente.model.formats import yaml
from detente.report import changes
from detente.store import correcting, deciding, growing, history, versions
from detente.store.case import open_case
from detente.store.engine import told
from detente.store.searching import search
from detente.store.tables import GROWING, claims, documents


def model(case):
    return yaml.load(case.model_path)


def kinds(change):
    return {one.kind: one for one in change.proposed}


def test_the_first_report_drafts_the_model(case):
    change = growing.add(case, [FIRST])
    assert change.drafted
    assert change.model_after == 1
    assert change.proposed == ()
    assert model(case).option_names() == ["aldova.troops", "borland.blockade"]


def test_a_later_report_proposes_and_leaves_the_model(case):
    growing.add(case, [FIRST])
    before = case.model_path.read_bytes()
    found = kinds(growing.add(case, [SECOND]))
    assert case.model_path.read_bytes() == before
    assert found["crossed"].about == "aldova.troops"
    assert "Borland's red line is crossed" in found["crossed"].said
    assert found["option"].about == "cormia.weapons"
    assert found["confidence"].steps[0]["confidence"] > found["confidence"].steps[0]["was"]


def test_what_is_accepted_goes_into_the_model(case):
    growing.add(case, [FIRST])
    growing.add(case, [SECOND])
    change = growing.accept(case, deciding.chosen(case, ["all"]))
    now = model(case)
    assert change.model_after == 2
    assert now.status_quo == ["aldova.troops"]
    assert now.decision_makers["aldova"].options["troops"].status == "done"
    assert "weapons" in now.decision_makers["cormia"].options
    assert now.as_of == "2030-02-01"
    with case.reading() as connection:
        assert all(one.accepted for one in deciding.kept(connection, case.id))


def test_every_claim_a_model_names_has_its_quote_in_its_document(case):
    growing.add(case, [FIRST, SECOND], accept=True)
    with case.reading() as connection:
        words = dict(connection.execute(select(documents.c.number, documents.c.text)).all())
    evidence = model(case).evidence
    assert "c5" in evidence
    for one in evidence.values():
        assert words[int(one.document[1:])][one.start : one.end] == one.quote


def test_reports_at_once_and_one_after_the_other_end_alike(new):
    one, two = new("one"), new("two")
    growing.add(one, [FIRST, SECOND], accept=True)
    growing.add(two, [FIRST], accept=True)
    growing.add(two, [SECOND], accept=True)
    assert one.model_path.read_bytes() == two.model_path.read_bytes()


def test_accepting_changes_one_by_one_ends_as_accepting_all(new):
    one, two = new("one"), new("two")
    for case in (one, two):
        growing.add(case, [FIRST, SECOND])
    growing.accept(one, deciding.chosen(one, ["all"]))
    for proposal in deciding.chosen(two, ["all"]):
        growing.accept(two, [proposal])
    assert model(one) == model(two)


def test_a_comment_by_hand_outlives_what_is_accepted(case):
    growing.add(case, [FIRST])
    words = case.model_path.read_text()
    words = words.replace("status_quo: []", "status_quo: []  # checked by phone")
    case.model_path.write_text(words.replace("name: Aldova", "name: The Republic of Aldova"))
    growing.add(case, [SECOND], accept=True)
    now = case.model_path.read_text()
    assert "# checked by phone" in now
    assert "The Republic of Aldova" in now
    with case.reading() as connection:
        assert [one.number for one in versions.every(connection, case.id)] == [1, 2, 3]


def test_what_was_rejected_is_not_proposed_again(case):
    growing.add(case, [FIRST])
    growing.add(case, [SECOND])
    deciding.reject(case, deciding.chosen(case, ["all"]), "a rumour")
    again = page(("cormia", "supply weapons to Aldova", "considered"), title="Weapons again")
    assert "option" not in kinds(growing.add(case, [again]))


def test_a_known_text_is_not_kept_twice(case):
    growing.add(case, [FIRST])
    change = growing.add(case, [FIRST])
    assert change.taken[0].known
    assert history.status(case).documents == 1
    with case.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM sightings")).scalar() == 1


def test_verdicts_are_kept_with_the_claims(case):
    growing.add(case, [FIRST, SECOND])
    with case.reading() as connection:
        rows = connection.execute(select(claims.c.number, claims.c.verdict, claims.c.earlier))
        found = {number: (word, earlier) for number, word, earlier in rows}
    assert found[1] == ("first", None)
    assert found[5] == ("stronger", 1)
    assert found[6] == ("first", None)


def test_a_decided_proposal_cannot_be_decided_again(case):
    growing.add(case, [FIRST, SECOND])
    growing.accept(case, deciding.chosen(case, ["p1"]))
    with pytest.raises(NotFoundError, match="was decided already"):
        deciding.chosen(case, ["p1"])
    with pytest.raises(NotFoundError, match="is not there"):
        deciding.chosen(case, ["p99"])


@pytest.mark.parametrize("verb", ["UPDATE {} SET id = id", "DELETE FROM {}"])
@pytest.mark.parametrize(
    "table",
    [
        name
        for name in GROWING
        if name not in {"outcomes", "forecasts", "corrections", "sightings", "decisions"}
    ],
)
def test_what_is_kept_is_never_changed(case, table, verb):
    growing.add(case, [FIRST, SECOND])
    with pytest.raises(InputError, match="never changed"), case.writing("test") as run:
        run.connection.execute(text(verb.format(table)))


def test_a_correction_counts_and_what_was_read_stays(case):
    growing.add(case, [FIRST])
    correcting.correct(case, "c1", {"actor": "cormia"}, why="a misprint")
    found = growing.add(case, [SECOND]).proposed
    assert found
    with case.reading() as connection:
        assert (
            connection.execute(select(claims.c.actor).where(claims.c.number == 1)).scalar()
            == "aldova"
        )
        from detente.store import records

        assert records.by_number(connection, case.id, [1])[0].actor == "cormia"


def test_a_correction_proposes_what_it_changes(case):
    growing.add(case, [FIRST])
    numbers = correcting.correct(case, "c3", {"status": "done"}, why="seen by satellite")
    with case.reading() as connection:
        new = [one for one in deciding.kept(connection, case.id) if one.number in numbers]
    assert (new[0].kind, new[0].about) == ("moved", "borland.blockade")
    assert all("c3" in one.because for one in new)
    assert new[0].because[0] == "c3"
    growing.accept(case, new)
    assert model(case).status_quo == ["borland.blockade"]
    assert correcting.correct(case, "c3", {"novel": True}) == []


def test_what_is_accepted_is_shown_with_its_quotes(case):
    growing.add(case, [FIRST, SECOND])
    change = growing.accept(case, deciding.chosen(case, ["all"]))
    said = {
        line.text: line.quotes
        for section in changes.told(change).sections
        for line in section.lines
    }
    assert any(
        "Aldova has begun to deploy troops to the strait" in quotes for quotes in said.values()
    )


def test_a_rejected_claim_is_left_out(case):
    growing.add(case, [FIRST])
    correcting.correct(case, "c3", {"reject": True})
    with case.reading() as connection:
        from detente.store import records

        assert [one.id for one in records.by_number(connection, case.id, [2, 3, 4])] == ["c2", "c4"]


@pytest.mark.parametrize(
    "changes", [{}, {"quote": "x"}, {"status": "maybe"}, {"negated": "no"}, {"low": 2}]
)
def test_a_correction_that_cannot_be(case, changes):
    growing.add(case, [FIRST])
    with pytest.raises(InputError):
        correcting.correct(case, "c1", changes)


def test_search_finds_documents_and_claims(case):
    growing.add(case, [FIRST, SECOND])
    found, said = search(case, "supply weapons")
    assert [one.id for one in found] == ["d2"]
    assert [one.id for one in said] == ["c6"]
    assert search(case, "submarine") == ([], [])
    assert search(case, "\"') OR 1=1; --")[1] == []
    with pytest.raises(InputError, match="no word"):
        search(case, "—")


def test_the_log_says_who_did_what(case, monkeypatch):
    monkeypatch.setenv("DETENTE_USER", "ana")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")
    growing.add(case, [FIRST, SECOND], accept=True)
    found = history.log(case)
    assert [one.verb for one in found] == ["add", "add", "accept"]
    assert {one.by for one in found} == {"ana"}
    assert {one.at for one in found} == {"2030-01-01T00:00:00Z"}
    assert [one.model for one in found] == [1, None, 2]
    assert growing.add(case, [SECOND], forecast=growing.Asking(draws=5)).moves == ()
    again = history.log(case)[-1]
    assert (again.verb, again.document, again.known) == ("add", "d2", True)


def test_a_diff_says_what_came_between(case):
    growing.add(case, [FIRST, SECOND], accept=True)
    found = history.diff(case, "m1")
    assert (found.a, found.b) == (1, 2)
    assert [name for name, *_ in found.documents] == ["d2"]
    assert {one.kind for one in found.accepted} >= {"option", "crossed"}
    assert any(line.startswith("+") and "aldova.troops" in line for line in found.lines)
    assert history.diff(case, "m2").lines == ()
    assert not any("quote:" in line for line in found.lines)
    with pytest.raises(InputError, match="no version"):
        history.diff(case, "yesterday")


def test_a_day_of_a_diff_is_one_of_the_log_or_one_that_the_models_speak_of(case, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2208988800")  # 2040-01-01
    growing.add(case, [FIRST, SECOND], accept=True)
    assert history.diff(case, "2030-01-20").a == 1
    assert history.diff(case, "2030-02-20").a == 2
    assert history.diff(case, "2040-01-01").a == 2
    with pytest.raises(NotFoundError, match="no version yet on 2029"):
        history.diff(case, "2029-12-31")


def test_forecasts_are_kept_once_and_their_moves_have_causes(case):
    asking = growing.Asking(draws=40)
    growing.add(case, [FIRST], forecast=asking)
    growing.add(case, [SECOND], forecast=asking)
    change = growing.accept(case, deciding.chosen(case, ["all"]), forecast=asking)
    moved = {one.question: one for one in change.moves}["aldova.troops"]
    assert moved.after.probability == 1
    assert moved.before.probability < 1
    crossed = next(one for one in change.proposed if one.kind == "crossed")
    assert moved.causes[0].proposal == crossed.name
    with case.reading() as connection:
        entries = connection.execute(text("SELECT entry FROM forecasts")).scalars().all()
    assert len(entries) == len(set(entries)) == 5


def test_two_edits_at_once_are_not_merged_silently(new, store):
    if not store:
        pytest.skip("a folder of one's own has one model")
    ours = new(store=store)
    growing.add(ours, [FIRST])
    theirs = new("other/strait", store=store, join=True)
    versions.current(theirs)
    theirs.model_path.write_text(theirs.model_path.read_text() + "# theirs\n")
    versions.current(theirs)
    ours.model_path.write_text(ours.model_path.read_text() + "# ours\n")
    with pytest.raises(InputError, match="edited here and, meanwhile, in the store"):
        versions.current(ours)
    assert "# theirs" in (ours.folder / versions.THEIRS).read_text()
    assert versions.keep(ours).number == 3
    assert not (ours.folder / versions.THEIRS).exists()


def test_an_edit_that_makes_no_model_is_refused_and_kept(case):
    growing.add(case, [FIRST])
    case.model_path.write_text("decision_makers: [")
    with pytest.raises(InputError, match=r"model\.yaml"):
        growing.add(case, [SECOND])
    assert case.model_path.read_text() == "decision_makers: ["
    assert history.status(case).documents == 1


def test_odd_characters_are_kept_in_place(case):
    odd = page(("aldova", "deploy troops", "planned"), title="Nul \0 and half \ud800 and 🚀")
    growing.add(case, [odd])
    reopened = open_case(case.folder)
    found = history.status(reopened)
    assert found.documents == 1
    reopened.close()


def test_an_error_of_the_database_is_one_sentence(case):
    with pytest.raises(InputError) as caught, told("here"), case.writing("test") as run:
        run.connection.execute(insert(documents), {"number": 1})
    assert "\n" not in str(caught.value)


def test_steps_are_json(case):
    growing.add(case, [FIRST, SECOND])
    with case.reading() as connection:
        for one in deciding.kept(connection, case.id):
            assert json.loads(json.dumps(deciding.told(one)))["id"] == one.name


def test_a_proposal_that_was_decided_meanwhile_is_told_and_not_decided_again(case):
    growing.add(case, [FIRST])
    growing.add(case, [SECOND])
    mine, theirs = deciding.chosen(case, []), deciding.chosen(case, [])
    deciding.accept(case, theirs[:1])
    before = history.log(case)
    _, done, failed = deciding.accept(case, mine[:1])
    assert (done, [(one.name, why) for one, why in failed]) == (
        [], [(mine[0].name, "was decided already, by somebody else")],
    )  # fmt: skip
    with pytest.raises(NotFoundError, match=f"{mine[0].name} was decided already"):
        deciding.reject(case, mine[:2])
    assert history.log(case) == before  # what did nothing isn't in the log
    _, done, failed = deciding.accept(case, mine)
    assert [one.name for one in done] == [one.name for one in mine[1:]]
    assert [one.name for one, _ in failed] == [mine[0].name]
