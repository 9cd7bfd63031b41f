"""A case in the workbench: what came to it, what waits, one model for several people."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient
from store.pages import FIRST, SECOND
from web.conftest import MODEL, PORT, REPORT

from detente.errors import InputError, NotFoundError, TooLargeError
from detente.model.formats import yaml
from detente.store import growing, versions
from detente.store.case import new, open_case
from detente.store.growing import Asking
from detente.web.app import workbench
from detente.web.casespace import CaseSpace
from detente.web.serving import opened
from detente.web.workspace import StaleError, tag_of

ALL = {"which": "all"}


@pytest.fixture
def folder(tmp_path):
    """Return the folder of a case to which two reports came."""
    case = new(tmp_path / "strait", title="A strait and a port")
    growing.add(case, [FIRST], forecast=Asking(draws=50))
    growing.add(case, [SECOND])
    case.close()
    return tmp_path / "strait"


@pytest.fixture
def client(folder):
    """Return a browser on the case."""
    with TestClient(
        workbench(open_case(folder), port=PORT),
        base_url=f"http://127.0.0.1:{PORT}",
        follow_redirects=False,
    ) as one:
        start = one.get("/start", params={"token": one.app.key.token})
        assert start.headers["location"] == "/case"
        yield one


def finished(client, answer):
    """Return the page of what a piece of work came to."""
    assert answer.status_code == 303
    path = answer.headers["location"]
    name = path.rsplit("/", 1)[-1]
    for _ in range(600):
        state = client.get(f"/api/jobs/{name}").json()["state"]
        if state in {"done", "failed", "stopped"}:
            return client.get(path).text
        threading.Event().wait(0.1)
    raise AssertionError


def test_a_case_is_opened_by_its_folder(folder):
    case = opened(folder)
    assert case.title == "A strait and a port"
    case.close()


def test_every_page_of_a_case_is_shown(client):
    for path in ("/case", "/", "/model", "/outcomes", "/forecast", "/brief", "/jobs"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert '<a href="/case"' in answer.text
    text = client.get("/case").text
    assert "2 reports" in text or "Two reports" in text
    assert "What was done" in text
    assert 'action="/documents/remove"' not in client.get("/").text


def test_proposals_are_accepted_one_by_one_and_rejected_with_a_reason(client):
    waiting = client.get("/api/case/proposals").json()["proposals"]
    assert len(waiting) > 1
    text = client.get("/case").text
    for one in waiting:
        assert f'aria-label="Accept {one["id"]}"' in text
    before = client.get("/api/case").json()["model"]
    told = finished(client, client.post("/case/accept", data={"which": waiting[0]["id"]}))
    assert "What changed" in told
    assert client.get("/api/case").json()["model"] == before + 1
    why = {"which": waiting[1]["id"], "why": "a rumour"}
    assert client.post("/case/reject", data=why).status_code == 303
    left = {one["id"] for one in client.get("/api/case/proposals").json()["proposals"]}
    assert not left & {waiting[0]["id"], waiting[1]["id"]}
    assert "a rumour" in str(client.get("/api/case/log").json())
    text = client.get("/case/changes", params={"a": f"m{before}", "b": f"m{before + 1}"}).text
    assert f"From m{before} to m{before + 1}" in text
    for odd in ({}, {"which": "p99"}, {"which": waiting[0]["id"]}, {"which": "<b>"}):
        assert client.post("/case/accept", data=odd).status_code in {404, 422}
        assert client.post("/case/reject", data=odd).status_code in {404, 422}


def test_a_question_is_resolved_and_scored(client):
    asked = client.get("/api/case/questions").json()["questions"]
    one = next(one for one in asked if one["outcome"] is None and not one["settled"])
    for odd in ({"outcome": "yes"}, {"question": one["question"]},
                {"question": one["question"], "outcome": "yes", "on": "soon"}):  # fmt: skip
        assert client.post("/case/resolve", data=odd).status_code in {404, 422}
    form = {"question": one["question"], "outcome": "no", "on": "2030-06-01"}
    assert client.post("/case/resolve", data=form).status_code == 303
    text = client.get("/case").text
    assert "Brier score" in text
    assert f"{one['probability'] ** 2:.3f}" in text  # one forecast, and it didn't happen


def test_words_are_found_and_lead_to_the_claim(client):
    text = client.get("/case", params={"q": "troops strait"}).text
    claim = re.search(r'href="(/\?claim=c\d+#record)"', text[text.index('id="search"') :])[1]
    assert '<section id="record"' in client.get(claim).text
    assert "Nothing was found" in client.get("/case", params={"q": "nowhere"}).text
    assert client.get("/case", params={"q": "?!"}).status_code == 422


def test_claims_are_put_right_in_the_store(client):
    doc = {"doc": "d1"}
    reject = doc | {"claim": "c1", "do": "reject"}
    assert client.post("/claims", data=reject).status_code == 303
    assert client.post("/claims", data=reject).status_code == 404  # it isn't there any more
    text = client.get("/?doc=d1").text
    assert "Rejected:" in text
    assert 'id="quote-c1"' not in text
    back = doc | {"do": "take-back", "key": "c1"}
    assert client.post("/claims", data=back).status_code == 303
    assert 'id="quote-c1"' in client.get("/?doc=d1").text
    correct = doc | {"claim": "c1", "do": "correct", "kind": "option", "status": "planned"}
    assert client.post("/claims", data=correct).status_code == 303
    add = doc | {"do": "add", "kind": "event", "quote": "blockade the port", "actor": "borland"}
    assert client.post("/claims", data=add).status_code == 303
    text = client.get("/?doc=d1").text
    assert "Corrected:" in text
    assert "Added:" in text
    for odd in (add | {"quote": "nowhere"}, add | {"kind": "odd"}, doc | {"do": "odd", "claim": "c1"},
                doc | {"claim": "c999", "do": "reject"}, reject | {"doc": "d2"}, {}):  # fmt: skip
        assert client.post("/claims", data=odd).status_code in {404, 422}
    assert client.post("/documents/remove", data={"name": "a"}).status_code == 422


def test_drafting_anew_is_a_version_that_can_be_undone(client):
    tag = client.get("/api/model").json()["etag"]
    assert client.post("/draft", data={"tag": "0" * 16}).status_code == 409
    assert client.post("/draft", data={"tag": tag}).status_code == 303
    now = client.get("/api/model").json()["etag"]
    if now != tag:  # else the draft is what stood there
        undone = client.post("/model", data={"do": "undo", "tag": now})
        assert undone.status_code == 303
        assert client.get("/api/model").json()["etag"] == tag


def test_a_report_that_is_dropped_is_read_taken_in_and_told(client):
    files = [("files", ("monday.txt", REPORT.encode())), ("files", ("bad.pdf", b"%PDF-1.7 no"))]
    told = finished(client, client.post("/documents", files=files))
    assert "1 new report" in told or "One new report" in told
    assert "bad.pdf" in told
    assert "/tmp" not in told  # noqa: S108 - no path of ours is shown
    assert client.get("/api/case").json()["documents"] == 3
    assert "monday.txt" in client.get("/api/documents").json()["documents"]
    again = finished(client, client.post("/documents", files=files[:1]))
    assert "known" in again
    assert client.get("/api/case").json()["documents"] == 3
    for odd in ([("files", ("a.exe", b"x"))], [("files", ("a.txt", b" "))]):
        assert client.post("/documents", files=odd).status_code == 422


def test_a_hostile_report_is_text(client, folder):
    evil = "<script>alert(1)</script> Iran may strike Israel on Monday, <img src=x> {{ 7*7 }}."
    case = open_case(folder)
    from dataclasses import replace

    page = replace(SECOND, document=replace(SECOND.document, title=evil, source=evil, text=evil),
                   claims=())  # fmt: skip
    growing.add(case, [page])
    case.close()
    for path in ("/case", "/", "/?doc=d3", "/case?q=strike"):
        text = client.get(path).text
        assert "<script>alert" not in text
        assert "<img" not in text
        assert "{{ 7*7 }}" in text


def test_an_edit_by_hand_is_kept_and_a_broken_one_is_shown(client, folder):
    path = folder / "model.yaml"
    text = path.read_text()
    path.write_text(text + "# by hand\n")
    model = client.get("/api/model").json()
    assert model["yaml"].endswith("# by hand\n")
    assert "model.yaml by hand" in str(client.get("/api/case/log").json())
    path.write_text("decision_makers: [")
    page = client.get("/model")
    assert page.status_code == 200
    assert "decision_makers: [" in page.text
    broken = tag_of("decision_makers: [")
    mended = {"do": "text", "tag": broken, "text": text}
    assert client.post("/model", data=mended).status_code == 303
    assert path.read_text() == text


def test_of_two_who_change_one_version_the_later_is_told(client):
    tag = client.get("/api/model").json()["etag"]
    first = {"do": "set-title", "title": "First", "tag": tag}
    assert client.post("/model", data=first).status_code == 303
    late = client.post("/model", data=first | {"title": "Second"})
    assert late.status_code == 409
    assert "changed by somebody else" in late.text
    text = client.get("/api/model").json()["yaml"]
    put = client.put("/api/model", content=text, headers={"if-match": f'"{tag}"'})
    assert put.status_code == 412
    assert client.get("/api/model").json()["model"]["title"] == "First"


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_of_many_at_once_one_is_saved_and_none_is_lost(tmp_path, kind, request):
    store = request.getfixturevalue("database") if kind == "postgresql" else ""
    made = new(tmp_path / "one", store=store, name="one")
    CaseSpace(made).save(MODEL, on=None)
    others = [new(tmp_path / f"copy{n}", store=store, join=True, name="one")
              for n in range(3)] if store else []  # fmt: skip
    spaces = [CaseSpace(one) for one in [made, *others]] * (1 if store else 4)
    tag = tag_of(MODEL)
    gate = threading.Barrier(len(spaces))

    def change(n):
        gate.wait()
        try:
            return spaces[n].save(f"{MODEL}# {n}\n", on=tag).text
        except StaleError:
            return None

    with ThreadPoolExecutor(len(spaces)) as pool:
        done = list(pool.map(change, range(len(spaces))))
    won = [one for one in done if one is not None]
    with made.reading() as connection:
        every = [one.text for one in versions.every(connection, made.id)]
    assert every == [MODEL, *won]
    assert len(won) == 1
    for one in [made, *others]:
        one.close()


def test_versions_are_named_by_number_and_by_tag(folder):
    case = open_case(folder)
    space = CaseSpace(case)
    assert space.version("m1") == space.version(tag_of(space.version("m1")))
    for odd in ("m0", "m99999999999999", "0" * 16, "x", ""):
        with pytest.raises(NotFoundError):
            space.version(odd)
    with pytest.raises((StaleError, InputError)):
        space.step(-1, on="0" * 16)
    yaml.loads(space.version("m1"))
    case.close()


def test_a_folder_has_no_case(tmp_path):
    from detente.web.workspace import Workspace

    with TestClient(
        workbench(Workspace(tmp_path), port=PORT), base_url=f"http://127.0.0.1:{PORT}"
    ) as one:
        one.get("/start", params={"token": one.app.key.token})
        assert one.get("/case").status_code == 404
        assert one.get("/api/case").status_code == 404
        assert '<a href="/case"' not in one.get("/").text


def test_what_came_in_is_kept_where_it_cant_be_forecast(client, monkeypatch):
    def refused(*_args, **_more):
        raise TooLargeError("a forecast of 30 options would take 9 GiB", "split the model")

    monkeypatch.setattr("detente.forecast.forecasting.forecast", refused)
    before = client.get("/api/case").json()
    told = finished(client, client.post("/case/accept", data={"which": before["open"][0]["id"]}))
    assert "is kept, but nothing was forecast" in told
    assert client.get("/api/case").json()["model"] == before["model"] + 1
    files = [("files", ("monday.txt", REPORT.encode()))]
    told = finished(client, client.post("/documents", files=files))
    assert "is kept, but nothing was forecast" in told
    assert "d3" in told
    assert client.get("/api/case").json()["documents"] == 3


ODD = ("", " ", "\x00", "c", "m", "m0", "c" + "9" * 30, "m" + "9" * 30, "d" + "9" * 30, "p" + "9" * 30,
       "9999-99-99", "2024-11-30T99:99:99Z", "'; drop table runs; --", "\ud800", "ß" * 300, "<b>",
       "../../x")  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_whatever_is_asked_of_a_case_is_answered(client, odd):
    from urllib.parse import quote

    text = quote(odd, errors="surrogatepass")
    for path in ("/case?q={}", "/case?actor={}", "/case/changes?a={}", "/case/changes?a=m1&b={}",
                 "/?doc={}", "/?claim={}", "/jobs/{}", "/brief/{}", "/api/read?document={}",
                 "/api/case/changes?a={}", "/api/case/search?q={}", "/api/case/timeline?actor={}"):  # fmt: skip
        assert client.get(path.format(text)).status_code < 500, path
    plain = odd.encode("utf-8", "replace").decode()
    for path, names in (("/case/accept", ("which",)), ("/case/reject", ("which", "why")),
                        ("/case/resolve", ("question", "outcome", "on")),
                        ("/claims", ("doc", "claim", "do", "key", "quote", "kind"))):  # fmt: skip
        answer = client.post(path, data=dict.fromkeys(names, plain))
        assert answer.status_code in {303, 404, 422}, path
    take_back = {"doc": "d1", "do": "take-back", "key": plain}
    assert client.post("/claims", data=take_back).status_code in {404, 422}
    added = {"doc": plain, "do": "add", "kind": "event", "quote": "port"}
    assert client.post("/claims", data=added).status_code in {404, 422}


def test_no_fault_names_a_folder_of_the_server(client, folder):
    """Of a team's server that is nobody's business, and on a page it is noise."""
    for path, form in (
        ("/case/accept", {"which": "p999"}),
        ("/case/reject", {"which": "p999"}),
        ("/case/resolve", {"question": "nobody.nothing", "outcome": "no"}),
    ):
        answer = client.post(path, data=form)
        assert answer.status_code == 404
        assert str(folder.parent) not in answer.text
    for path in ("/api/case/changes?a=m9", "/case/changes?a=m9", "/api/case/proposals/p999/accept"):
        answer = client.post(path) if path.endswith("accept") else client.get(path)
        assert answer.status_code == 404
        assert str(folder.parent) not in answer.text


def test_a_proposal_accepted_twice_at_once_is_carried_in_once(client, folder):
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: client.post("/case/accept", data=ALL), range(4)))
    told = [finished(client, one) if one.status_code == 303 else one.text for one in answers]
    assert any("What changed" in one for one in told)
    assert not any(str(folder.parent) in one for one in told)
    with open_case(folder).reading() as connection:
        assert [one.number for one in versions.every(connection, 1)] == [1, 2]
