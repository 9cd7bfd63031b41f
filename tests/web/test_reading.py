"""Reports in the browser: read apart, claims put right, hostile ones left to themselves."""

import re
import threading
import time
from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from web.conftest import PORT, REPORT

from detente.errors import InputError
from detente.read.claim import Document
from detente.read.corrections import load
from detente.read.reading import read
from detente.web.app import workbench
from detente.web.readingroom import ReadingRoom
from detente.web.shown import changed
from detente.web.workspace import Workspace

SAID = (
    "Peru accused Chile of arming rebels in Bolivia. Brazil and Ecuador, to which Colombia had "
    "sent envoys, asked that it withdraw, as it had threatened."
)
OPEN = "Iran accused Israel. Masked gunmen attacked a barracks in Haifa."
EVIL = (
    "<script>alert(1)</script> Iran may strike Israel. "
    '"><img src=x onerror=alert(2)> Israel considered a strike on Iran\u202e gnihton. {{ 7*7 }}'
)


def opened(folder, **known) -> TestClient:
    client = TestClient(
        workbench(Workspace(folder), port=PORT, **known),
        base_url=f"http://127.0.0.1:{PORT}",
        follow_redirects=False,
    )
    client.cookies.set(f"detente-{PORT}", client.app.key.session)
    return client


def shown(client, path="/", *, seconds=180.0) -> str:
    """Return the page as it is when the reports are read."""
    end = time.monotonic() + seconds
    while "data-events" in (text := client.get(path).text):
        assert time.monotonic() < end
        time.sleep(0.05)
    return text


def test_from_a_report_to_a_brief(tmp_path):
    with opened(tmp_path) as client:
        assert "Begin with a report" in client.get("/").text
        files = [("files", ("report.txt", REPORT.encode()))]
        assert client.post("/documents", files=files).status_code == 303
        text = shown(client)
        direct = read(tmp_path / "documents" / "report.txt")
        api = client.get("/api/read").json()
        assert [one["quote"] for one in api["claims"]] == [one.quote for one in direct.claims]
        for claim in direct.claims:
            assert f'id="quote-{claim.id}"' in text
        assert "iran" in client.get("/api/model").json()["model"]["decision_makers"]
        for path in ("/model", "/outcomes", "/forecast", "/brief", "/brief/page"):
            assert client.get(path).status_code == 200

        # a claim: its record, a correction, a rejection, one added, one taken back
        claim = next(one for one in direct.claims if one.kind == "option")
        record = client.get(f"/?claim={claim.id}").text
        assert f'<dd dir="auto">{claim.rule}</dd>' in record
        form = {"doc": "d1", "claim": claim.id, "do": "correct", "status": "planned"}
        assert client.post("/claims", data=form | {"kind": "option"}).status_code == 303
        shown(client)
        found = [
            one for one in client.get("/api/read").json()["claims"] if one["rule"] == "analyst"
        ]
        assert [one["status"] for one in found] == ["planned"]
        added = {"doc": "d1", "do": "add", "kind": "forecast", "quote": "blockade of Israel"}
        assert client.post("/claims", data=added | {"actor": "iran"}).status_code == 303
        assert "Added:" in shown(client)
        reject = {"doc": "d1", "claim": "c1", "do": "reject"}
        before = client.get("/api/read").json()["claims"]
        assert client.post("/claims", data=reject).status_code == 303
        shown(client)
        assert len(client.get("/api/read").json()["claims"]) == len(before) - 1
        back = {"doc": "d1", "do": "take-back", "key": "3"}
        assert client.post("/claims", data=back).status_code == 303
        shown(client)
        assert client.get("/api/read").json()["claims"] == before
        file = tmp_path / "documents" / "report.txt.claims.jsonl"
        assert [one.do for one in load(file)] == ["correct", "add"]

        # what can't be is told and nothing is written
        for odd, status in (
            (added | {"quote": "not in the text"}, 422),
            (added | {"kind": "odd"}, 422),
            (added | {"status": "odd"}, 422),
            (added | {"doc": "d9"}, 404),
            (reject | {"claim": "c999"}, 404),
            (reject | {"do": "odd"}, 422),
            (form | {"kind": "option"}, 422),  # nothing changed
            (back | {"key": "99"}, 404),
            (back | {"key": "x"}, 404),
            ({}, 404),
        ):
            assert client.post("/claims", data=odd).status_code == status
        assert [one.do for one in load(file)] == ["correct", "add"]

        # drafting anew takes the place of the model, and is undone
        old = client.get("/api/model").json()
        assert client.post("/draft", data={"tag": "0" * 16}).status_code == 409
        client.post("/model", data={"tag": old["etag"], "do": "set-title", "title": "Mine"})
        tag = client.get("/api/model").json()["etag"]
        assert client.post("/draft", data={"tag": tag}).status_code == 303
        tag = client.get("/api/model").json()["etag"]
        client.post("/model", data={"tag": tag, "do": "undo"})
        assert client.get("/api/model").json()["model"]["title"] == "Mine"

        assert client.post("/documents/remove", data={"name": "../x"}).status_code == 404
        assert client.post("/documents/remove", data={"name": "report.txt"}).status_code == 303
        assert "Begin with a report" in shown(client)
        assert client.get("/api/model").json()["model"]["title"] == "Mine"


def test_a_hostile_article_is_text(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "evil.txt").write_text(EVIL, encoding="utf-8")
    (folder / "two.html").write_text(
        f"<title>{EVIL}</title><p>Iran may strike Israel.</p><script>alert(3)</script>",
        encoding="utf-8",
    )
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 no more of it")
    (folder / "empty.eml").write_bytes(b"\n")
    with opened(tmp_path) as client:
        text = shown(client)
        assert "broken.pdf" in text
        assert str(tmp_path) not in text
        claims = client.get("/api/read").json()["claims"]
        for path in ["/", "/?doc=d1", "/?doc=d2", *(f"/?claim={one['id']}" for one in claims)]:
            text = client.get(path).text
            assert "<script>alert" not in text
            assert "<img" not in text
            assert text.count("<script") == text.count('<script src="/static/')
        assert "{{ 7*7 }}" in client.get("/?claim=" + claims[0]["id"]).text


def test_a_report_that_takes_too_long_is_left_unread(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "slow.txt").write_text(REPORT)
    with opened(tmp_path, seconds=0.0) as client:
        text = shown(client)
        assert re.search(r"slow\.txt: it took more than 0 seconds", text)
        assert client.get("/api/model").status_code == 404
        assert client.get("/model").status_code == 200


def test_what_a_report_does_to_the_reader_is_told(tmp_path, monkeypatch):
    space = Workspace(tmp_path)
    path = space.add("a.txt", b"Iran may strike.")
    room = ReadingRoom(space)

    class Pipe:
        def send(self, _asked):
            pass

        def poll(self, _seconds):
            return True

        def recv(self, said=iter([("open", str(path)), ("failed", "ValueError: odd")])):  # noqa: B008 - one run
            return next(said)

    monkeypatch.setattr(room.reader, "_opened", Pipe)
    look = room.look(wait=30)
    assert not look.busy
    assert look.trouble == ("a.txt: it can't be read (ValueError: odd)",)


def test_reading_is_kept_on_disk(tmp_path):
    space = Workspace(tmp_path)
    space.add("a.txt", REPORT.encode())
    for _ in range(2):
        room = ReadingRoom(space)
        assert room.look(wait=60).reading.claims
        room.close()
    assert len(list((space.kept / "read").glob("*.json"))) == 1


def test_an_empty_folder_is_not_read(tmp_path):
    """Its first page says what to begin with, however slowly a reading would start."""
    space = Workspace(tmp_path)
    room = ReadingRoom(space)
    assert not room.look().busy
    path = space.add("a.txt", REPORT.encode())
    assert room.look(wait=60).reading.claims
    space.remove(path.name)
    assert not room.look(wait=60).reading.documents
    room.close()


@pytest.mark.parametrize("n", [1, 3])
def test_the_nth_of_equal_quotes_is_the_one_rejected(tmp_path, n):
    space = Workspace(tmp_path)
    text = "Iran may strike Israel.\n\n" * 3
    space.add("a.txt", text.encode())
    with opened(tmp_path) as client:
        shown(client)
        claims = [
            one for one in client.get("/api/read").json()["claims"] if one["kind"] == "option"
        ]
        spans = sorted({one["start"] for one in claims})
        assert len(spans) == 3
        chosen = next(one for one in claims if one["start"] == spans[n - 1])
        form = {"doc": "d1", "claim": chosen["id"], "do": "reject"}
        assert client.post("/claims", data=form).status_code == 303
        shown(client)
        left = client.get("/api/read").json()["claims"]
        assert spans[n - 1] not in {one["start"] for one in left if one["kind"] == "option"}


def test_a_look_is_of_one_moment(tmp_path, monkeypatch):
    """A page made of a look that says "reading goes on" asks again, even if it is over by then."""
    space = Workspace(tmp_path)
    space.add("a.txt", b"Iran may strike.")
    room = ReadingRoom(space, seconds=0.0)
    read, seen = room.reader.read, threading.Event()

    def late(*paths, **known):
        assert seen.wait(120)
        return read(*paths, **known)

    monkeypatch.setattr(room.reader, "read", late)
    before = room.look()
    assert before.busy
    seen.set()
    assert before.job.wait(120)
    assert before.busy
    assert not before.trouble
    after = room.look()
    assert not after.busy
    assert after.trouble == ("a.txt: it took more than 0 seconds and was left unread",)
    room.close()


def test_a_fault_while_reading_is_told(tmp_path, monkeypatch):
    space = Workspace(tmp_path)
    space.add("a.txt", b"Iran may strike.")
    room = ReadingRoom(space)

    def broken(*_paths, **_known):
        raise RuntimeError("odd")

    monkeypatch.setattr(room.reader, "read", broken)
    found = room.look(wait=30)
    assert not found.busy
    assert found.trouble == ("Reading stopped by a fault of the program (RuntimeError).",)
    room.close()


def test_what_was_guessed_is_shown_as_guessed(tmp_path, monkeypatch):
    from dataclasses import replace

    from detente.web import reader

    def guessing(*paths, **known):
        pages, unread = read_pages(*paths, **known)
        pages = [
            replace(page, claims=tuple(replace(c, inferred=("actor",)) for c in page.claims))
            for page in pages
        ]
        return pages, unread

    read_pages = reader.Reader.read
    monkeypatch.setattr(reader.Reader, "read", guessing)
    with opened(tmp_path) as client:
        client.post("/documents", files=[("files", ("report.txt", REPORT.encode()))])
        shown(client)
        claim = next(one for one in client.get("/api/read").json()["claims"] if one["target"])
        text = client.get(f"/?claim={claim['id']}").text
    assert re.search(r"<dt>Who</dt><dd[^>]*>[^<]* \(guessed from the text around it\)</dd>", text)
    assert not re.search(r"<dt>to whom</dt><dd[^>]*>[^<]*guessed", text)


def test_a_statement_left_open_is_claimed_by_whoever_says_who_speaks(tmp_path):
    with opened(tmp_path) as client:
        client.post("/documents", files=[("files", ("said.txt", SAID.encode()))])
        text = shown(client)
        assert "Who says it" in text
        assert "<bdi>said.txt</bdi>" in text  # a report without a title goes by its file
        open_ = client.get("/api/read").json()["doubtful"]
        (left,) = [one for one in open_ if one["kind"] == "statement"]
        form = {"doc": left["document"], "claim": left["id"], "do": "correct", "kind": left["kind"]}
        assert client.post("/claims", data=form | {"speaker": left["speaker"]}).status_code == 303
        mine = [one for one in client.get("/api/read").json()["claims"] if one["rule"] == "analyst"]
        assert [(one["kind"], one["speaker"]) for one in mine] == [("statement", left["speaker"])]


def test_what_is_left_open_is_claimed_by_whoever_says_who_acts(tmp_path):
    with opened(tmp_path) as client:
        files = [("files", ("open.txt", OPEN.encode()))]
        assert client.post("/documents", files=files).status_code == 303
        text = shown(client)
        assert "Left open" in text
        (left,) = client.get("/api/read").json()["doubtful"]
        assert left["quote"] in text
        form = {"doc": left["document"], "claim": left["id"], "do": "correct", "kind": left["kind"]}
        assert client.post("/claims", data=form).status_code == 422  # nobody is said to act
        assert client.post("/claims", data=form | {"actor": "iran"}).status_code == 303
        assert "Left open" not in shown(client)
        read_again = client.get("/api/read").json()
        assert read_again["doubtful"] == []
        mine = [one for one in read_again["claims"] if one["rule"] == "analyst"]
        assert [one["actor"] for one in mine] == ["iran"]


def test_a_guess_that_is_right_is_claimed_as_it_stands():
    reading = read(Document("d1", "", None, "note", OPEN))
    guess = replace(reading.doubtful[0], actor="iran")
    form = {"kind": guess.kind, "actor": "iran"}
    assert changed(guess, form, same=True) == {"actor": "iran"}
    with pytest.raises(InputError, match="nothing was changed"):
        changed(guess, form)
