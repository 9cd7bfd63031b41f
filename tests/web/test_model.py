"""The page Model: what stands beside the priorities, files in and out, statements as they are written."""

import json
import re

import pytest
from web.conftest import MODEL

from detente.errors import DetenteError
from detente.model.formats import gmcr, yaml
from detente.web.edits import edited
from detente.web.exchange import LARGEST, given_out, taken_in

BESIDE = (
    MODEL
    + """\
constraints: [{on: aldova.close, kind: law, says: a treaty forbids it, because: [c1]}]
experts: [{by: Ines Vall, of: borland.blockade, words: likely, low: 0.6, high: 0.8, because: [c1]}]
evidence: {c1: {quote: a treaty forbids it}}
"""
)


def change(client, tag, do, **form):
    return client.post("/model", data={"do": do, "tag": tag} | form)


def part_of(text, do, form, field, at=-1):
    return getattr(yaml.loads(edited(text, do, form)), field)[at]


def test_red_lines_are_added_set_and_removed():
    form = {"dm": "borland", "statement": "aldova.close", "threat": "an answer"}
    new = edited(BESIDE, "add-red-line", form)
    one = yaml.loads(new).red_lines[1]
    assert (one.by, one.against, one.threat, one.assumed) == (
        "borland", "aldova.close", "an answer", "set by the analyst",
    )  # fmt: skip
    assert "# two ports and a strait" in new
    one = part_of(
        new, "set-red-line", form | {"at": "0", "statement": "!aldova.close"}, "red_lines", 0
    )
    assert (one.by, one.against) == ("borland", "!aldova.close")
    assert yaml.loads(edited(new, "drop-red-line", {"at": "0"})).red_lines[0].by == "borland"


def test_constraints_are_added_set_and_removed():
    form = {"on": "borland.blockade", "kind": "money", "says": "it costs much", "binds": "0.25"}
    one = part_of(BESIDE, "add-constraint", form, "constraints")
    assert (one.on, one.kind, one.says, one.binds) == (*list(form.values())[:3], 0.25)
    one = part_of(BESIDE, "set-constraint", form | {"at": "0", "binds": " "}, "constraints")
    assert (one.on, one.binds, one.because, one.assumed) == (
        "borland.blockade", None, [], "set by the analyst",
    )  # fmt: skip
    assert yaml.loads(edited(BESIDE, "drop-constraint", {"at": "0"})).constraints == []


def test_experts_are_added_set_and_removed():
    form = {
        "by": "Tom Ode",
        "statement": "aldova.close",
        "given": "borland.blockade",
        "low": "0.1",
        "high": "0.3",
    }
    one = part_of(BESIDE, "add-expert", form, "experts")
    assert (one.by, one.of, one.given, one.low, one.high) == (
        "Tom Ode", "aldova.close", "borland.blockade", 0.1, 0.3,
    )  # fmt: skip
    same = {
        "at": "0",
        "by": "Ines Vall",
        "statement": "borland.blockade",
        "words": "quite likely",
        "low": "0.6",
        "high": "0.8",
    }
    kept = part_of(BESIDE, "set-expert", same, "experts")
    assert (kept.words, kept.because) == ("quite likely", ["c1"])
    other = part_of(BESIDE, "set-expert", same | {"high": "0.9"}, "experts")
    assert (other.high, other.because, other.assumed) == (0.9, [], "set by the analyst")
    assert yaml.loads(edited(BESIDE, "drop-expert", {"at": "0"})).experts == []


def test_a_decision_maker_is_named_and_looks_ahead_as_said():
    form = {
        "dm": "aldova",
        "name": "The Aldovans",
        "foresight": "yes",
        "nash": "1",
        "seq": "2",
        "gmr": "",
    }
    maker = yaml.loads(edited(BESIDE, "set-maker", form)).decision_makers["aldova"]
    assert (maker.name, maker.foresight) == ("The Aldovans", {"nash": 1.0, "seq": 2.0})
    form = {"dm": "aldova", "foresight": "yes"}
    assert yaml.loads(edited(BESIDE, "set-maker", form)).decision_makers["aldova"].foresight is None


@pytest.mark.parametrize(
    ("do", "form"),
    [
        ("add-red-line", {"dm": "nobody", "statement": "aldova.close"}),
        ("add-red-line", {"dm": "borland", "statement": "aldova.close &"}),
        ("set-red-line", {"dm": "borland", "statement": "aldova.close", "at": "1"}),
        ("drop-red-line", {"at": "-1"}),
        ("add-constraint", {"on": "aldova.sink"}),
        ("add-constraint", {"on": "aldova.close", "kind": "weather"}),
        ("add-constraint", {"on": "aldova.close", "binds": "2"}),
        ("add-constraint", {"on": "aldova.close", "binds": "nan"}),
        ("add-constraint", {"on": "aldova.close", "binds": "often"}),
        ("add-expert", {"by": "x", "statement": "sink", "low": "0", "high": "1"}),
        ("add-expert", {"by": "x", "statement": "aldova.close", "low": "0.9", "high": "0.1"}),
        ("add-expert", {"by": "x", "statement": "aldova.close", "low": "", "high": "1"}),
        ("add-expert", {"by": " ", "statement": "aldova.close", "low": "0", "high": "1"}),
        (
            "add-expert",
            {"by": "x", "statement": "aldova.close", "given": "(", "low": "0", "high": "1"},
        ),
        ("set-maker", {"dm": "nobody"}),
        ("set-maker", {"dm": "aldova", "foresight": "yes", "nash": "-1"}),
        ("set-maker", {"dm": "aldova", "foresight": "yes", "nash": "much"}),
    ],
)
def test_what_cant_stand_is_refused(do, form):
    with pytest.raises(DetenteError) as refused:
        edited(BESIDE, do, form)
    assert "Traceback" not in str(refused.value)


def test_what_is_wrong_is_told_in_the_form_that_it_was_given_in(client, tag, workspace):
    answer = change(
        client, tag, "add-expert", by="Ines", statement="aldova.sink", low="0.1", high="0.2"
    )
    assert answer.status_code == 422
    field = re.search(r'<input id="view-new-of"[^>]*>', answer.text)[0]
    assert 'value="aldova.sink"' in field
    assert 'aria-describedby="view-new-of-wrong"' in field
    assert 'id="view-new-of-wrong"' in answer.text
    assert 'value="Ines"' in answer.text
    answer = change(client, tag, "add-constraint", on="aldova.close", binds="7", says="no")
    assert re.search(
        r'id="hold-new-wrong">&#39;binds&#39; is 7.0. It must be at most 1', answer.text
    )
    assert workspace.model().text == MODEL


@pytest.mark.parametrize("do", ["add-red-line", "add-constraint", "add-expert", "set-maker"])
def test_a_stale_change_is_told_and_nothing_is_lost(client, tag, workspace, do):
    change(client, tag, "set-title", title="Another")
    before = workspace.model().text
    form = {"dm": "aldova", "statement": "borland.blockade", "on": "aldova.close", "by": "x"}
    answer = change(client, tag, do, **form)
    assert answer.status_code == 409
    assert "somebody else" in answer.text
    assert workspace.model().text == before


def test_the_day_it_speaks_of_is_set(client, tag, workspace):
    change(client, tag, "set-title", title="T", as_of="2024-10-30")
    assert yaml.loads(workspace.model().text).as_of == "2024-10-30"


def test_the_page_of_a_version_is_the_same_for_everybody_and_changes_with_it(client, tag):
    one = client.get("/model").text
    assert client.get("/model").text == one
    change(client, tag, "set-title", title="Another title")
    assert "Another title" in client.get("/model").text
    assert '<h1 id="model-h"><bdi>Another title' in client.get("/model").text


# files in and out


def upload(client, tag, name, content):
    return client.post("/model/import", data={"tag": tag}, files={"file": (name, content)})


def test_a_gmcr_file_goes_out_and_comes_back_with_the_same_game(client, tag, workspace):
    out = client.get("/model.gmcr")
    assert out.headers["content-disposition"] == 'attachment; filename="model.gmcr"'
    before = gmcr.loads(out.content)
    answer = upload(client, tag, "strait.gmcr", out.content)
    assert (answer.status_code, answer.headers["location"]) == (303, "/model?said=saved")
    after = yaml.loads(workspace.model().text)
    assert after.option_names() == before.option_names()
    assert client.get("/outcomes").status_code == 200
    tag = client.get("/api/model").json()["etag"]
    assert change(client, tag, "undo").status_code == 303
    assert workspace.model().text == MODEL


def test_a_model_file_is_taken_in_as_it_is(client, tag, workspace):
    text = MODEL.replace("A strait", "The strait")
    assert (
        upload(client, tag, "C:\\x\\other.YAML", text.replace("\n", "\r\n").encode()).status_code
        == 303
    )
    assert workspace.model().text == text


def test_a_first_model_can_be_taken_in(client, workspace):
    workspace.model_path.unlink()
    assert "/model/import" in client.get("/model").text
    assert upload(client, "", "a.yaml", MODEL.encode()).status_code == 303
    assert workspace.model().text == MODEL


@pytest.mark.parametrize(
    "given",
    [
        ("a.exe", b"x", 422),
        ("a", b"x", 422),
        ("../../a.yaml", b"titel: x\n", 422),
        ("a.gmcr", b"{}", 422),
        ("a.gmcr", b"[" * 100_000, 422),
        ("a.json", b"null", 422),
        ("a.csv", b"", 422),
        ("a.yaml", b"\xff\xfe\x00", 422),
        ("a.yaml", b"a: &a [x]\nb: [" + b"*a," * 9 + b"]\n", 422),
        ("a.yaml", b"#" * (LARGEST + 1), 413),
        ("<script>.gmcr", b"{}", 422),
    ],
)
def test_what_is_no_model_is_not_taken_in(client, tag, workspace, given):
    *file, status = given
    answer = upload(client, tag, *file)
    assert answer.status_code == status
    assert 'id="import-wrong"' in answer.text
    assert "<script>" not in answer.text
    assert workspace.model().text == MODEL


def test_an_upload_on_an_older_version_is_refused(client, tag, workspace):
    change(client, tag, "set-title", title="Mine")
    assert upload(client, tag, "a.yaml", MODEL.encode()).status_code == 409
    assert "Mine" in workspace.model().text
    assert client.post("/model/import", data={"tag": tag}).status_code == 422
    assert client.get("/model/import").headers["location"] == "/model"


def test_an_unfinished_model_is_not_given_out_for_others(client, workspace):
    workspace.model_path.write_text("detente: 1\ndecision_makers: {a: {options: [b]}}\n")
    assert client.get("/model.gmcr").status_code == 422
    workspace.model_path.unlink()
    assert client.get("/model.gmcr").status_code == 404


def test_what_a_format_cant_hold_is_told():
    conflict = yaml.loads(MODEL)
    found = given_out(conflict, MODEL, ".gmcr")
    assert json.loads(found.text)["program"] == "detente"
    assert any("red_lines" in one or "red lines" in one for one in found.missing)
    assert given_out(conflict, MODEL, ".yaml").text == MODEL
    with pytest.raises(DetenteError):
        given_out(conflict, MODEL, ".csv")


def test_a_table_of_payoffs_is_taken_in():
    made = taken_in("a.csv", b"a,b,payoff a,payoff b\nx,u,1,2\ny,u,2,1\nx,v,0,0\ny,v,3,3\n")
    assert set(yaml.loads(made).decision_makers) == {"a", "b"}


# statements as they are written


def test_a_statement_is_read_back_as_it_is_written(client):
    said = client.get(
        "/model/check", params={"statement": "close if borland.blockade", "dm": "aldova"}
    )
    assert said.json() == {"reads": "Aldova closes the strait if Borland blockades the port."}
    assert client.get("/model/check", params={"statement": "  "}).json() == {"reads": ""}


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"statement": "close &", "dm": "aldova"}, 200),
        ({"statement": "sink", "dm": "aldova"}, 200),
        ({"statement": "close"}, 200),
        ({"statement": "close", "dm": "nobody"}, 404),
        ({"statement": "!" * 20_000}, 200),
        ({"statement": "(" * 1999}, 200),
        ({"statement": "\x00\u2028<script>"}, 200),
    ],
)
def test_what_is_wrong_with_a_statement_is_told_as_it_is_written(client, query, status):
    answer = client.get("/model/check", params=query)
    assert answer.status_code == status
    assert answer.json()["wrong"]
    assert answer.headers["content-type"] == "application/json"
