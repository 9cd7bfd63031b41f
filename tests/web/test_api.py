"""The REST API: the shapes of the command line, tags against lost changes, faults as JSON."""

import json
import re

import pytest
from web.conftest import MODEL

from detente import cases
from detente.forecast.forecasting import forecast
from detente.model.formats import yaml
from detente.solve.solving import solve


def test_solve_is_what_the_function_says(client):
    conflict = yaml.loads(MODEL)
    shown = client.get("/api/solve").json()
    assert shown == json.loads(json.dumps(solve(conflict).to_json(conflict.title)))


def test_forecast_is_what_the_function_says(client):
    shown = client.post("/api/forecast", json={"draws": 50, "seed": 3}).json()
    direct = forecast(yaml.loads(MODEL), draws=50, seed=3).to_json()
    assert shown == json.loads(json.dumps(direct))


def test_a_forecast_takes_another_order_of_priorities(client):
    plain = client.post("/api/forecast", json={"draws": 50}).json()["options"]
    other = client.post("/api/forecast", json={"draws": 50, "orders": {"aldova": [2, 1, 3]}}).json()
    same = client.post("/api/forecast", json={"draws": 50, "orders": {"aldova": [1, 2, 3]}}).json()
    assert same["options"] == plain
    assert other["options"]["aldova.close"]["probability"] != plain["aldova.close"]["probability"]


def test_a_move_is_told_of_concept_by_concept(client):
    found = client.get("/api/moves/0/2").json()
    assert (found["decision_maker"], found["before"], found["after"]) == ("borland", 0, 2)
    assert [one["concept"] for one in found["verdicts"]].count("nash") == 1
    assert all(one["sentences"] for one in found["verdicts"])
    both = client.get("/api/moves/0/3").json()
    assert (both["decision_maker"], both["verdicts"]) == (None, [])
    assert "more than one move" in both["notes"][0]
    assert client.get("/api/moves/0/9").status_code == 404
    assert client.get("/api/moves/0/-1").status_code == 422


def test_a_forecast_takes_what_is_assumed(client):
    shown = client.post("/api/forecast", json={"draws": 50, "assume": {"aldova.close": False}})
    assert shown.json()["options"]["aldova.close"]["probability"] == 0
    assert client.post("/api/forecast").json()["draws"] == 1000


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"draws": 0}, 422),
        ({"draws": 20_001}, 422),
        ({"seed": -1}, 422),
        ({"odd": 1}, 422),
        ({"assume": {"aldova.sink": True}}, 404),
        ({"assume": {"aldova.close": "x"}}, 422),
        ({"orders": {"nobody": [1]}}, 404),
        ({"orders": {"aldova": [4]}}, 422),
        ({"orders": {"aldova": [1, 1]}}, 422),
        ({"orders": {"aldova": [0]}}, 422),
        ({"orders": {"aldova": ["x"]}}, 422),
        ({"horizon": "soon"}, 422),
        ([], 422),
    ],
)
def test_what_a_forecast_cant_use_is_told(client, body, status):
    answer = client.post("/api/forecast", json=body)
    assert answer.status_code == status
    assert set(answer.json()) == {"what", "todo", "where"}


def test_why_has_every_concept_and_decision_maker(client):
    shown = client.get("/api/why/3").json()
    assert shown["state"] == 3
    assert "aldova" in json.dumps(shown["why"])
    assert client.get("/api/why/9").status_code == 404
    for odd in ("-1", "x", "9" * 30):
        assert client.get(f"/api/why/{odd}").status_code == 422


def test_the_model_is_put_on_the_version_it_was_made_of(client, workspace):
    got = client.get("/api/model")
    assert got.headers["etag"] == f'"{got.json()["etag"]}"'
    assert got.json()["model"] == yaml.loads(MODEL).model_dump(mode="json")
    new = MODEL.replace("A strait", "The strait")
    headers = {"if-match": got.headers["etag"], "content-type": "application/yaml"}
    put = client.put("/api/model", content=new, headers=headers)
    assert put.status_code == 200
    assert workspace.model().text == put.json()["yaml"] == new
    late = client.put("/api/model", content=MODEL, headers=headers)
    assert late.status_code == 412
    assert workspace.model().text == new
    assert client.put("/api/model", content=MODEL).status_code == 428
    assert client.put("/api/model", content=MODEL, headers={"if-match": "*"}).status_code == 412


def test_a_first_model_is_put_on_nothing(client, workspace):
    workspace.model_path.unlink()
    assert client.get("/api/model").status_code == 404
    assert client.put("/api/model", content=MODEL, headers={"if-match": '"x"'}).status_code == 412
    assert client.put("/api/model", content=MODEL, headers={"if-match": "*"}).status_code == 200
    assert workspace.model().text == MODEL


@pytest.mark.parametrize(
    "content",
    [b"", b"titel: x", b"\xff\xfe", b"\x00", b"a: *b", b"[" * 5000, b"x" * 5_000_001, b"&a [*a]"],
)
def test_what_is_no_model_is_refused(client, workspace, content):
    tag = client.get("/api/model").headers["etag"]
    answer = client.put("/api/model", content=content, headers={"if-match": tag})
    assert answer.status_code in {413, 422}
    assert answer.json()["what"]
    assert workspace.model().text == MODEL


def test_a_model_that_is_too_large_to_answer_is_told(client, workspace):
    options = ", ".join(f"o{n}" for n in range(19))
    workspace.model_path.write_text(
        f"decision_makers: {{a: {{options: [{options}], priorities: []}}}}\nstatus_quo: []\n"
    )
    for path in ("/api/solve", "/outcomes", "/forecast", "/brief"):
        assert client.get(path).status_code == 413
    assert client.get("/model").status_code == 200


def test_reports_are_taken_in_and_listed(client):
    files = [("files", ("../a.txt", b"Iran may strike Israel.")), ("files", ("a.txt", b"x"))]
    added = client.post("/api/documents", files=files)
    assert (added.status_code, added.json()) == (
        201,
        {"documents": ["a.txt", "a (2).txt"], "job": None},
    )
    assert client.get("/api/documents").json() == {"documents": ["a (2).txt", "a.txt"], "job": None}
    for odd in ([("files", ("a.exe", b"x"))], [("files", ("a.txt", b""))]):
        assert client.post("/api/documents", files=odd).status_code == 422
    assert client.post("/api/documents").status_code == 422


def test_a_report_sent_twice_is_one_report(client):
    files = [("files", ("a.txt", b"Iran may strike Israel."))]
    for _ in range(3):
        assert client.post("/api/documents", files=files).json()["documents"] == ["a.txt"]
    assert client.get("/api/documents").json()["documents"] == ["a.txt"]


CASE = (
    "", "/log", "/changes", "/timeline", "/search", "/proposals", "/proposals/{name}/accept",
    "/proposals/{name}/reject", "/questions",
)  # fmt: skip


def test_the_description_names_every_address_and_only_those_that_are_there(client):
    described = client.get("/api/openapi.json").json()
    assert set(described["paths"]) == {
        "/api/documents",
        "/api/read",
        "/api/model",
        "/api/solve",
        "/api/why/{state}",
        "/api/forecast",
        "/api/brief",
        "/api/jobs",
        "/api/moves/{before}/{after}",
        "/api/coalitions",
        "/api/jobs/{name}",
        "/api/jobs/{name}/stop",
        *(f"/api/case{part}" for part in CASE),
    }
    for path, verbs in described["paths"].items():
        for verb, known in verbs.items():
            assert known["summary"]
            assert {"401", "403", "421"} <= set(known["responses"])
            if verb == "get":
                answer = client.get(re.sub(r"\{(state|before|after)\}", "0", path))
                absent = "{name}" in path or path.startswith("/api/case")  # it is a folder
                assert answer.status_code in ({404, 422} if absent else {200})
                assert answer.headers["content-type"] == "application/json"


def test_brief_is_of_a_version(client):
    tag = client.get("/api/model").json()["etag"]
    assert client.get(f"/api/brief?version={tag}").json()["title"] == "A strait and a port"
    assert client.get("/api/brief?version=0123456789abcdef").status_code == 404
    assert client.get("/api/brief?version=../x").status_code == 422


def test_coalitions_are_those_of_the_page(client, workspace):
    assert client.get("/api/coalitions").json() == {"coalitions": [], "more": 0}
    workspace.model_path.write_text(yaml.dumps(cases.load("prisoners_dilemma")))
    (one,) = client.get("/api/coalitions").json()["coalitions"]
    assert set(one) == {"state", "members", "to", "more_to", "act", "kept_by"}
    assert set(one["members"]) == set(client.get("/api/model").json()["model"]["decision_makers"])
    assert f"/outcomes?state={one['to'][0]}" in client.get("/outcomes").text
    assert one["state"] in client.get("/api/solve").json()["equilibria"]["nash"]


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/api/brief?seed=x", "'seed' should be a whole number and is 'x'"),
        ("/api/brief?seed=-1", "'seed' is '-1'"),
        ("/api/brief?version=../x", "'version' can't be '../x'"),
        ("/api/why/first", "'state' should be a whole number and is 'first'"),
    ],
)
def test_a_parameter_that_makes_no_sense_is_told_in_our_words(client, path, what):
    told = client.get(path).json()
    assert (told["what"], bool(told["todo"])) == (what, True)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("{", "this is no JSON"),
        ('{"draws": 0}', "'draws' is 0"),
        ('{"draws": "many"}', "'draws' should be a whole number and is 'many'"),
        ('{"assume": {"aldova.close": "perhaps"}}', "'aldova.close' should be true or false"),
        ('{"assume": []}', "'assume' should be a map and is []"),
    ],
)
def test_a_body_that_makes_no_sense_is_told_in_our_words(client, body, what):
    answer = client.post(
        "/api/forecast", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 422
    assert answer.json()["what"].startswith(what)


def test_addresses_that_arent_there_are_told_as_json(client):
    answer = client.get("/api/nowhere")
    assert (answer.status_code, answer.json()["what"]) == (404, "there is no such page")
    assert client.post("/api/solve").status_code == 405
