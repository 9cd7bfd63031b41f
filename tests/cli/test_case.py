"""``detente case`` as a shell sees it."""

import json

import pytest

from detente.report import changes

FIRST = """Talks in doubt

PORT CITY, Jan. 5, 2030 - France is considering a naval blockade of Italy. Italy warned that it
would close the strait if France imposes a blockade. Italy has set a red line: a French naval blockade of Italy.
"""
SECOND = """A blockade

PORT CITY, Jan. 9, 2030 - France has imposed a naval blockade of Italy. Spain is considering sending ships to Italy.
"""


@pytest.fixture
def reports(tmp_path):
    (tmp_path / "one.txt").write_text(FIRST)
    (tmp_path / "two.txt").write_text(SECOND)


def good(result):
    assert (result.code, result.err) == (0, "")
    return result.out


@pytest.mark.usefixtures("reports")
def test_a_case_from_new_to_score(run, tmp_path):
    assert "Made the case strait" in good(run("case", "new", "strait", "--title", "A strait"))
    out = good(run("case", "add", "strait", "one.txt", "--draws", "20"))
    assert "one.txt: saved as d1" in out
    assert "the model was drafted from it" in out
    out = good(run("case", "add", "strait", "two.txt", "--draws", "20", "--html", "page.html"))
    assert "A red line would be crossed" in out
    assert "went from" not in out
    page = (tmp_path / "page.html").read_text()
    assert "A red line would be crossed" in page
    assert "<script" not in page
    assert "p1" in good(run("case", "proposals", "strait"))
    out = good(run("case", "accept", "strait", "--draws", "20"))
    assert "A red line was crossed" in out
    assert "went from" in out
    assert "m2" in good(run("case", "status", "strait"))
    assert "accepted p1" in good(run("case", "log", "strait"))
    assert "From m1 to m2" in good(run("case", "diff", "strait", "m1"))
    assert "d2" in good(run("case", "search", "strait", "spain"))
    assert "2030-01-09" in good(run("case", "timeline", "strait", "--html", "time.html"))
    assert "Wrote" in good(run("case", "export", "strait", "out"))
    assert "Made the case" in good(run("case", "import", "out", "copy"))
    questions = json.loads(good(run("case", "questions", "strait", "--json")))["questions"]
    good(run("case", "resolve", "strait", questions[0]["question"], "no"))
    assert "Brier" in good(run("case", "score", "strait"))
    assert "Corrected c1" in good(run("case", "correct", "strait", "c1", "status=planned"))


@pytest.mark.usefixtures("reports")
def test_json_is_one_document(run):
    run("case", "new", "strait")
    for verb in (["add", "strait", "one.txt"], ["add", "strait", "two.txt", "--accept"]):
        value = json.loads(good(run("case", *verb, "--draws", "20", "--json")))
        assert set(value) >= {"case", "reports", "proposals", "model", "forecast"}
    assert {one["kind"] for one in value["proposals"]} >= {"crossed"}
    for verb in (
        ["status"],
        ["log"],
        ["proposals", "--all"],
        ["timeline"],
        ["questions"],
        ["diff", "m1"],
        ["search", "italy"],
    ):
        name, *rest = verb
        assert isinstance(json.loads(good(run("case", name, "strait", *rest, "--json"))), dict)


@pytest.mark.usefixtures("reports")
def test_theatres_alone_and_together(run, tmp_path):
    run("case", "new", "strait", "--title", "A strait")
    run("case", "add", "strait", "one.txt", "--no-forecast")
    model = tmp_path / "strait" / "model.yaml"
    model.write_text(
        model.read_text().replace(
            "decision_makers:",
            "theatres: {Sea: [france, italy], Land: [italy]}\ndecision_makers:",
            1,
        )
    )
    out = good(run("case", "theatres", "strait", "--draws", "20", "--html", "link.html"))
    assert "A strait: theatres" in out
    assert "Two theatres share Italy." in out
    page = (tmp_path / "link.html").read_text()
    assert page.count("<table") == 4
    assert "<script" not in page
    value = json.loads(good(run("case", "theatres", "strait", "--draws", "20", "--json")))
    assert set(value) == {"theatres", "shared", "ties", "outcomes", "options"}
    assert value["shared"] == ["italy"]
    run("case", "add", "strait", "two.txt", "--draws", "20")
    assert "By theatre" in good(run("case", "proposals", "strait"))


@pytest.mark.usefixtures("reports")
def test_a_watch_tells_what_it_took_in_and_only_once(run, tmp_path):
    run("case", "new", "strait")
    run("case", "add", "strait", "one.txt", "--no-forecast")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "two.txt").write_text(SECOND)
    watch = ("case", "watch", "strait", "inbox", "--once", "--alerts", "alerts.jsonl")
    out = good(run(*watch))
    assert "d2  report: A blockade" in out
    assert "crossed" in out
    lines = [json.loads(line) for line in (tmp_path / "alerts.jsonl").read_text().splitlines()]
    assert {one["kind"] for one in lines} >= {"report", "crossed"}
    assert good(run(*watch)) == ""
    assert len((tmp_path / "alerts.jsonl").read_text().splitlines()) == len(lines)


@pytest.mark.usefixtures("reports")
def test_a_watch_that_is_set_up_wrongly_says_so(run, tmp_path):
    run("case", "new", "strait")
    (tmp_path / "mail.toml").write_text("[")
    for more in (
        ["--webhook", "ftp://example.org"], ["--webhook", "http://127.0.0.1:1/x"], ["--mail", "ana@b"],
        ["--mail", "ana", "--mail-settings", "mail.toml"],
    ):  # fmt: skip
        result = run("case", "watch", "strait", ".", "--once", *more)
        assert (result.code, result.err.count("\n")) == (1, 1), (more, result)


@pytest.mark.usefixtures("reports")
def test_what_there_is_nothing_to_do_about_is_said(run):
    run("case", "new", "strait")
    run("case", "add", "strait", "one.txt", "--no-forecast")
    assert good(run("case", "accept", "strait")) == "No proposal is open.\n"
    assert good(run("case", "reject", "strait", "all")) == "No proposal is open.\n"
    out = good(run("case", "add", "strait", "one.txt"))
    assert "known already, as d1" in out
    assert "forecast" not in out


@pytest.mark.parametrize(
    "args",
    [
        ["status", "nowhere"], ["add", "nowhere", "one.txt"], ["import", "nowhere", "x"],
        ["new", "x", "--store", "mysql://a/b"],
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence(run, args):
    result = run("case", *args)
    assert result.code == 1
    assert result.err.startswith("detente: ")
    assert result.err.count("\n") == 1


@pytest.mark.usefixtures("reports")
def test_bad_input_to_a_case(run):
    run("case", "new", "strait")
    run("case", "add", "strait", "one.txt", "--no-forecast")
    for args in (
        ["add", "strait", "missing.txt"], ["accept", "strait", "p9"], ["diff", "strait", "m9"],
        ["correct", "strait", "c1", "status=maybe"], ["correct", "strait", "c999", "status=done"],
        ["resolve", "strait", "x.y", "no"], ["score", "strait"], ["new", "strait"],
        ["add", "strait", "two.txt", "--date", "soon"], ["theatres", "strait"],
        ["watch", "strait", "nowhere", "--once"], ["export", "strait", "strait"],
    ):  # fmt: skip
        result = run("case", *args)
        assert (result.code, result.err.count("\n")) == (1, 1), (args, result)


def test_help_loads_no_database():
    import subprocess
    import sys

    code = (
        "import sys; from detente.cli.app import app; import detente;"
        "print([m for m in sys.modules if m.split('.')[0] in {'sqlalchemy', 'alembic', 'pydantic'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_what_is_told_is_escaped():
    line = changes.Line("<b>bold</b>", ("<script>alert(1)</script>",))
    page = changes.page(changes.Told("a & b", "", (changes.Section("x < y", (line,)),)))
    assert "<script" not in page
    assert "&lt;b&gt;bold" in page
    assert "a &amp; b" in page


@pytest.mark.usefixtures("reports")
def test_what_only_does_something_says_so_in_json_too(run):
    def told(*words):
        return json.loads(good(run(*words, "--json")))

    assert told("case", "new", "strait")["case"] == "strait"
    run("case", "add", "strait", "one.txt", "--draws", "20")
    run("case", "add", "strait", "two.txt", "--draws", "20")
    assert told("case", "reject", "strait", "p1") == {"rejected": ["p1"]}
    told_of = told("case", "correct", "strait", "c1", "status=planned")
    assert (told_of["claim"], told_of["changes"]) == ("c1", {"status": "planned"})
    question = told("case", "questions", "strait")["questions"][0]["question"]
    settled = told("case", "resolve", "strait", question, "no")
    assert (settled["question"], settled["outcome"], settled["resolved"] > 0) == (
        question, False, True,
    )  # fmt: skip
    assert told("case", "export", "strait", "out")["files"] > 3
    assert told("case", "import", "out", "copy")["case"] == "strait"
    assert told("convert", "strait/model.yaml", "m.yaml") == {"wrote": "m.yaml", "notes": []}


@pytest.mark.usefixtures("reports")
def test_a_horizon_that_makes_no_sense_keeps_nothing(run):
    run("case", "new", "strait")
    for horizon, says in (("soon", "can't be read"), ("0 days", "lies in the past")):
        failed = run("case", "add", "strait", "one.txt", "--horizon", horizon)
        assert (failed.code, failed.out) == (1, "")
        assert says in failed.err
    assert "No reports" in good(run("case", "status", "strait"))
    good(run("case", "add", "strait", "one.txt", "--draws", "20"))
    past = ("--horizon", "1999-01-01")
    refused = [run("case", "add", "strait", "two.txt", *past)]
    assert "One report" in good(run("case", "status", "strait"))
    good(run("case", "add", "strait", "two.txt", "--no-forecast"))
    refused.append(run("case", "accept", "strait", *past))
    for failed in refused:
        assert (failed.code, failed.out) == (1, "")
        assert "lies in the past on 2030-01-05" in failed.err
    assert "p1" in good(run("case", "proposals", "strait"))


@pytest.mark.usefixtures("reports")
def test_to_look_for_a_store_makes_none(run, tmp_path):
    run("case", "new", "strait")
    for store in ("typo", "sqlite:///typo"):
        for verb in (("case", "status", "strait"), ("team", "list")):
            failed = run(*verb, "--store", store)
            assert failed.code == 1
            assert "there is no store here" in failed.err
    assert not (tmp_path / "typo").exists()


def test_a_store_in_a_file_elsewhere_is_found_again(run, tmp_path, monkeypatch):
    good(run("case", "new", "strait", "--store", "shared.db"))
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert "No reports" in good(run("case", "status", "../strait"))
    assert not (tmp_path / "below" / "shared.db").exists()


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("status=wrong", "status can't be 'wrong': it is one of done, ongoing"),
        ("low=7", "low can't be 7.0: give a number from 0 to 1"),
        ("bananas=3", "a claim has no field 'bananas' to correct: fields are action"),
    ],
)
def test_a_correction_that_makes_no_sense_says_what_would(run, change, says):
    run("case", "new", "strait")
    run("case", "add", "strait", "one.txt", "--no-forecast")
    failed = run("case", "correct", "strait", "c1", change)
    assert (failed.code, failed.out) == (1, "")
    assert says in failed.err
    assert "no version yet on 1990-01-01" in run("case", "diff", "strait", "1990-01-01").err


@pytest.mark.usefixtures("reports")
def test_a_timeline_of_nobody_and_a_model_kept_twice(run, tmp_path):
    run("case", "new", "strait")
    run("case", "add", "strait", "one.txt", "--no-forecast")
    failed = run("case", "timeline", "strait", "--actor", "nobody")
    assert (failed.code, failed.out) == (1, "")
    assert "nothing is told of 'nobody': the reports tell of " in failed.err
    assert "italy" in failed.err
    assert good(run("case", "keep", "strait")) == "Kept model.yaml as m1.\n"
    model = tmp_path / "strait" / "model.yaml"
    model.write_text(model.read_text() + "# mine\n")
    assert good(run("case", "keep", "strait")) == "Kept model.yaml as m2.\n"
    assert good(run("case", "keep", "strait")) == "Kept model.yaml as m2.\n"
    assert "edited model.yaml by hand (model m2)" in " ".join(
        good(run("case", "log", "strait")).split()
    )
