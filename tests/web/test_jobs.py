"""Long work: told while it goes on, stopped when asked, so much at once and no more."""

import asyncio
import json
import threading
import time

import pytest

from detente.errors import InputError, NotFoundError
from detente.web import jobs_page
from detente.web.jobs import Jobs, StoppedError, TooManyError
from detente.web.reader import GivenUpError, Reader

LONG = "Iran is considering a naval blockade of Israel. Israel may strike Iran if it is imposed. "


@pytest.fixture
def jobs():
    """Return a place for work, left empty."""
    made = Jobs(at_once=2, most=3)
    yield made
    made.close()


def held(job, start, go):
    """Work until it may go on."""
    start.set()
    while not go.wait(0.01):
        job.tell(step="waiting")
    return "found"


def test_what_work_finds_is_kept(jobs):
    job = jobs.start("Adding", lambda job: job.tell(1, 2, "half") or {"a": 1})
    assert job.wait(10)
    assert (job.state, job.found, job.done, job.total, job.step) == ("done", {"a": 1}, 1, 2, "half")
    page = jobs.start("Adding", lambda _: "/there")
    assert page.wait(10)
    assert (page.to, page.found) == ("/there", None)
    assert jobs.of() == [page, job]
    assert jobs.get(job.id) is job


def test_work_that_fails_says_why_and_never_how(jobs):
    def bad(_):
        raise InputError("the sky is low", "wait")

    def worse(_):
        raise RuntimeError("/secret/path")

    one, two = jobs.start("a", bad), jobs.start("b", worse)
    assert one.wait(10)
    assert two.wait(10)
    assert (one.state, one.trouble) == ("failed", "the sky is low: wait")
    assert two.state == "failed"
    assert "secret" not in two.trouble


def test_work_is_stopped_while_it_runs_and_while_it_waits(jobs):
    start, go = threading.Event(), threading.Event()
    first = [jobs.start("a", lambda job: held(job, start, go)) for _ in range(2)]
    waiting = jobs.start("b", lambda job: held(job, start, go))
    assert start.wait(10)
    assert waiting.state == "waiting"
    for job in (waiting, *first):
        job.stop()
    for job in (waiting, *first):
        assert job.wait(10)
        assert (job.state, job.found, job.to) == ("stopped", None, "")
    with pytest.raises(StoppedError):
        first[0].tell()


def test_too_much_work_is_refused_and_later_taken(jobs):
    start, go = threading.Event(), threading.Event()
    under_way = [jobs.start("a", lambda job: held(job, start, go)) for _ in range(3)]
    with pytest.raises(TooManyError, match="under way"):
        jobs.start("b", lambda _: "x")
    go.set()
    assert all(job.wait(10) for job in under_way)
    assert jobs.start("b", lambda _: "x").wait(10)


def test_one_case_doesnt_see_the_work_of_another(jobs):
    job = jobs.start("a", lambda _: "x", room="strait")
    assert job.wait(10)
    assert jobs.of("other") == []
    with pytest.raises(NotFoundError):
        jobs.get(job.id, "other")


def test_old_work_makes_room(jobs, monkeypatch):
    monkeypatch.setattr("detente.web.jobs.KEPT", 4)
    for n in range(10):
        assert jobs.start(str(n), lambda _: "x").wait(10)
    assert [job.said for job in jobs.of()] == ["9", "8", "7", "6"]


def test_reading_is_stopped_with_its_process(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(LONG * 4000)
    reader = Reader(60)
    begun = time.monotonic()
    seen = []

    def tell(done, total):
        seen.append((done, total))
        if reader.runs and time.monotonic() - begun > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        reader.read([path], tell=tell)
    assert not reader.runs  # killed, not left to itself
    assert seen
    path.write_text(LONG)
    pages, unread = reader.read([path])  # and it reads again
    assert pages[0].claims
    assert unread == []
    reader.stop()


def test_a_report_that_takes_too_long_is_given_up(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(LONG)
    reader = Reader(0.0)
    with pytest.raises(GivenUpError, match=r"long\.txt") as stopped:
        reader.read([path])
    assert "more than 0 seconds" in stopped.value.why


# over HTTP


def wait_over(client, name):
    for _ in range(2400):
        job = client.get(f"/api/jobs/{name}").json()
        if job["state"] in {"done", "failed", "stopped"}:
            return job
        time.sleep(0.05)
    raise AssertionError


def test_a_forecast_is_made_as_a_job_and_its_page_then_has_it(client):
    answer = client.post("/forecast", data={"draws": "3000", "seed": "7", "if-aldova.close": "no"})
    assert answer.status_code == 303
    name = answer.headers["location"].rsplit("/", 1)[-1]
    job = wait_over(client, name)
    assert job["state"] == "done"
    assert job["done"] == job["total"] >= 3000
    shown = client.get(f"/jobs/{name}")
    assert shown.status_code == 303
    page = client.get(shown.headers["location"]).text
    assert "3,000 " in page
    odd = client.post("/forecast", data={"draws": "many"})
    assert wait_over(client, odd.headers["location"].rsplit("/", 1)[-1])["state"] == "failed"
    assert "no count" in client.get(odd.headers["location"]).text
    assert client.get("/jobs").text.count("Forecasting") >= 2


def events(text):
    found = []
    for block in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "event" in lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


def desk(client):
    return client.app.app.app.state.bench


def test_stop_is_a_button_and_the_page_tells_how_to_go_on_without_scripts(client):
    start, go = threading.Event(), threading.Event()
    job = desk(client).jobs.start("Adding", lambda job: held(job, start, go))
    assert start.wait(10)
    page = client.get(f"/jobs/{job.id}").text
    assert f'action="/jobs/{job.id}/stop"' in page
    assert "load it now" in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    stopped = client.post(f"/jobs/{job.id}/stop")
    assert stopped.headers["location"] == f"/jobs/{job.id}"
    assert "It was stopped" in client.get(f"/jobs/{job.id}").text
    for path in ("/jobs/none", "/jobs/none/events", "/jobs/none/stop"):
        verb = client.post if path.endswith("stop") else client.get
        assert verb(path).status_code == 404


def listening(client, path, leave, *, heard_first=None):
    """Listen as a browser does, and return what is heard.

    The connection is closed at the first word; with `heard_first` that is called then, and
    listening goes on to the end.
    """
    name, value = f"detente-{client.app.app.port}", client.app.key.session
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(),
        "query_string": b"", "root_path": "", "scheme": "http", "http_version": "1.1",
        "asgi": {"version": "3.0", "spec_version": "2.3"}, "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8321),
        "headers": [(b"host", b"127.0.0.1:8321"), (b"cookie", f"{name}={value}".encode())],
    }  # fmt: skip
    heard = []

    async def run():
        left = asyncio.Event()
        sent = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def receive():
            for message in sent:
                return message
            await left.wait()
            return {"type": "http.disconnect"}

        async def send(message):
            heard.append(message)
            if message["type"] == "http.response.body" and message["body"]:
                (heard_first or left.set)()

        await asyncio.wait_for(client.app(scope, receive, send), leave)

    asyncio.run(run())
    return heard


def test_events_tell_how_far_it_is_until_it_is_over(client):
    start, go = threading.Event(), threading.Event()
    job = desk(client).jobs.start("Adding", lambda job: held(job, start, go))
    assert start.wait(10)
    began, *rest = listening(client, f"/jobs/{job.id}/events", 60, heard_first=go.set)
    headers = dict(began["headers"])
    assert headers[b"content-type"].startswith(b"text/event-stream")
    assert headers[b"cache-control"] == b"no-store"
    told = events(b"".join(one["body"] for one in rest).decode())
    assert told[0][0] == "progress"
    assert told[-1][0] == "over"
    assert told[-1][1]["state"] == "done"


def test_who_stops_listening_leaves_the_work_and_gives_the_place_free(client, monkeypatch):
    monkeypatch.setattr(jobs_page, "places", threading.BoundedSemaphore(1))
    start, go = threading.Event(), threading.Event()
    job = desk(client).jobs.start("Adding", lambda job: held(job, start, go))
    assert start.wait(10)
    for _ in range(3):  # the one place is free each time
        heard = listening(client, f"/jobs/{job.id}/events", 10)
        assert heard[0]["status"] == 200
    assert not job.over  # nobody listens, and it goes on
    jobs_page.places.acquire(blocking=False)
    assert client.get(f"/jobs/{job.id}/events").status_code == 429
    go.set()
    assert job.wait(10)
    assert job.state == "done"


def test_too_much_work_is_told_with_429(client):
    start, go = threading.Event(), threading.Event()
    assert all(job.wait(30) for job in desk(client).jobs.of())  # the reading that it begins with
    many = [desk(client).jobs.start("a", lambda job: held(job, start, go)) for _ in range(8)]
    answer = client.post("/forecast", data={"draws": "100"})
    assert answer.status_code == 429
    assert "under way" in answer.text
    go.set()
    assert all(job.wait(10) for job in many)
