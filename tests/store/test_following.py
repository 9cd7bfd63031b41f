"""Over time: the timeline, questions and their score, theatres, watching."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from store.pages import FIRST, SECOND

from detente.errors import InputError, NotFoundError, SourceError
from detente.model.formats import yaml
from detente.report.timeline import spec, timeline_svg
from detente.store import deciding, growing, questions, theatres, timeline, versions, watching
from detente.store.asking import Chance
from detente.store.days import dateline

QUICK = growing.Asking(draws=20)
LINKED = """\
theatres: {West: [a, b], East: [b, c]}
decision_makers:
  a: {options: [move], priorities: ["move iff b.move"]}
  b: {options: [move], priorities: ["move"]}
  c: {options: [move], priorities: ["!b.move", "move if b.move", "!move"]}
status_quo: []
"""


@pytest.fixture
def followed(case):
    growing.add(case, [FIRST], forecast=QUICK)
    growing.add(case, [SECOND], forecast=QUICK, accept=True)
    return case


def test_a_timeline_is_in_the_order_of_days(followed):
    found = timeline.timeline(followed)
    days = [one.day for one in found.moments]
    assert days == sorted(days)
    assert {one.actor for one in found.moments} == {"aldova", "borland", "cormia"}
    assert {one.actor for one in timeline.timeline(followed, actor="cormia").moments} == {"cormia"}
    assert len(timeline.timeline(followed, most=2).moments) == 2
    assert timeline.timeline(followed, most=2).more


def test_each_option_has_its_history(followed):
    stages = [one for one in timeline.timeline(followed).stages if one.option == "aldova.troops"]
    assert [(one.version, one.status, one.taken) for one in stages] == [
        (1, "considered", False), (2, "done", True),
    ]  # fmt: skip
    assert stages[1].chance.probability == 1


def test_the_picture_of_a_timeline(followed):
    found = timeline.timeline(followed)
    conflict = yaml.load(followed.model_path)
    drawn = spec(found, conflict)
    assert {row["option"] for row in drawn["data"]["values"]} >= {
        "Aldova: deploy troops to the strait"
    }
    svg = timeline_svg(found, conflict)
    assert svg.startswith("<svg")
    assert svg == timeline_svg(found, conflict)
    assert "<script" not in svg


def test_questions_are_resolved_once_and_scored(followed):
    asked = questions.questions(followed, open_only=True)
    assert "borland.blockade" in {one.question for one in asked}
    with pytest.raises(InputError, match="resolved yet"):
        questions.score(followed)
    mine = [one for one in asked if one.question == "borland.blockade"]
    assert questions.resolve(followed, "borland.blockade", outcome=False, on="2030-06-01") == len(
        mine
    )
    report = questions.score(followed)
    assert report.forecasts == len(mine)
    assert report.brier == pytest.approx(sum(one.probability**2 for one in mine) / len(mine))
    with pytest.raises(NotFoundError, match="no open forecast"):
        questions.resolve(followed, "borland.blockade", outcome=False)
    with pytest.raises(InputError, match="no day"):
        questions.resolve(followed, "cormia.weapons", outcome=True, on="soon")


def test_what_was_taken_when_it_was_forecast_is_no_forecast(followed):
    found = [one for one in questions.questions(followed) if one.question == "aldova.troops"]
    assert [one.settled for one in found] == [False, True]
    questions.resolve(followed, "aldova.troops", outcome=True)
    assert questions.score(followed).forecasts == 1


def chances(conflict):
    """Give each option 1 where nothing holds it back, else 0: enough to tell who may move."""
    return {
        name: Chance(float(name not in conflict.infeasible), 0, 0)
        for name in conflict.option_names()
    }


def test_a_theatre_alone_holds_the_others_as_they_are():
    conflict = yaml.loads(LINKED)
    assert theatres.alone(conflict, "West").infeasible == ["c.move"]
    assert theatres.alone(conflict, "East").infeasible == ["a.move"]
    conflict.status_quo = ["c.move"]
    assert theatres.alone(conflict, "West").infeasible == ["!c.move"]
    conflict.status_quo, conflict.feasible = ["c.move"], [0, 4, 5]
    assert theatres.alone(conflict, "West").feasible == [4, 5]
    with pytest.raises(NotFoundError, match="no theatre"):
        theatres.alone(conflict, "North")


def test_what_a_link_changes():
    found = theatres.linked(yaml.loads(LINKED), QUICK)
    assert {(one.theatre, one.option) for one in found} == {
        ("West", "a.move"), ("West", "b.move"), ("East", "b.move"), ("East", "c.move"),
    }  # fmt: skip
    moved = next(one for one in found if (one.theatre, one.option) == ("West", "b.move"))
    assert moved.shift == moved.together.probability - moved.alone.probability
    whole = yaml.loads(LINKED.replace("[a, b]", "[a, b, c]").replace("[b, c]", "[a, b, c]"))
    assert not any(one.shift for one in theatres.linked(whole, QUICK))
    with pytest.raises(NotFoundError, match="no theatres"):
        theatres.linked(yaml.loads("decision_makers: {}"), chances)


REPORT = """Talks in doubt

PORT CITY, Jan. 5, 2030 - France is considering a naval blockade of Italy. Italy warned that it
would close the strait if France imposes a blockade.
"""


def test_watching_takes_in_what_is_new_and_only_that(case, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    assert watching.look(case, str(inbox)) == []
    (inbox / "one.txt").write_text(REPORT)
    found = watching.look(case, str(inbox))
    assert [one.kind for one in found] == ["report"]
    assert watching.look(case, str(inbox)) == []
    (inbox / "two.txt").write_text(
        "Blockade\n\nJan. 9, 2030 - France has imposed a naval blockade of Italy.\n"
    )
    (inbox / "bad.pdf").write_bytes(b"no pdf")
    unread: list[str] = []
    found = watching.look(case, str(inbox), unread=unread)
    assert {one.document for one in found} == {"d2"}
    assert json.loads(found[0].line())["case"] == case.name
    assert len(unread) == 1
    assert versions.current(case).conflict().as_of == "2030-01-05"


def test_watching_a_feed(case, tmp_path):
    item = "<item><title>{0}</title><pubDate>Sat, 05 Jan 2030 10:00:00 GMT</pubDate><description>{1}</description></item>"
    feed = tmp_path / "feed.xml"
    feed.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
        + item.format(
            "One", "France is considering a naval blockade of Italy, officials said on Friday."
        )
        + "</channel></rss>"
    )
    assert [one.kind for one in watching.look(case, str(feed))] == ["report"]
    assert watching.look(case, str(feed)) == []
    with pytest.raises(SourceError, match="--fetch"):
        watching.look(case, "https://example.org/feed")


def test_a_watch_goes_on_after_trouble(monkeypatch):
    naps, said, rounds = [], [], iter([SourceError("gone"), [], KeyboardInterrupt()])

    def once():
        step = next(rounds)
        if isinstance(step, BaseException):
            raise step
        return step

    monkeypatch.setattr(watching.time, "sleep", naps.append)
    with pytest.raises(KeyboardInterrupt):
        watching.watch(once, [], interval=7, trouble=said.append)
    assert naps == [7, 7]
    assert said == ["gone"]


def test_alerts_go_to_a_file_and_to_a_webhook(tmp_path):
    got = []

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self):
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    alert = watching.Alert(
        "2030-01-01T00:00:00Z", "strait", "d1", "a.txt", "crossed", "a line — crossed"
    )
    server = HTTPServer(("127.0.0.1", 0), Ear)
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    trouble: list[str] = []
    watching.to_webhook(f"http://127.0.0.1:{server.server_port}/", trouble.append)(alert)
    thread.join()
    server.server_close()
    assert got == [alert.line().encode()]
    watching.to_webhook(f"http://127.0.0.1:{server.server_port}/", trouble.append)(alert)
    assert "couldn't be delivered" in trouble[0]
    watching.to_file(tmp_path / "alerts.jsonl")(alert)
    watching.to_file(tmp_path / "alerts.jsonl")(alert)
    assert (tmp_path / "alerts.jsonl").read_text() == alert.line() * 2
    with pytest.raises(InputError, match="http"):
        watching.to_webhook("file:///etc/passwd", trouble.append)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("SEOUL, Oct. 30, 2024 - NATO", "2024-10-30"), ("on 4 September 2023, officials", "2023-09-04"),
        ("2025-04-28: it", "2025-04-28"), ("February 30, 2024 and March 1, 2024", "2024-03-01"),
        ("in October", None), ("", None), ("x" * 700 + " Oct. 30, 2024", None),
    ],
)  # fmt: skip
def test_datelines(words, day):
    assert dateline(words) == day


def test_alerts_name_the_weighty_proposals(followed):
    change = growing.Change(
        case="strait", title="", proposed=tuple(deciding_all(followed)),
    )  # fmt: skip
    kinds = {one.kind for one in watching.alerts(followed, change)}
    assert "crossed" in kinds
    assert "confidence" not in kinds


def deciding_all(case):
    with case.reading() as connection:
        return deciding.kept(connection, case.id)
