"""``detente forecast`` on the command line: pages, progress, Ctrl-C, the day of a record."""

import io
import json
import sys

import pytest

from detente.cli import output
from detente.forecast import ensemble

MODEL = """\
detente: 1
title: A strait and a port
decision_makers:
  north:
    name: Norland
    options: {blockade: {label: blockade the port, status: considered}}
    priorities: ["!south.strike", "blockade"]
  south:
    name: Sudland
    options: {strike: {label: strike the ships, reversible: forward}}
    priorities: [{statement: "strike if north.blockade", confidence: 0.6}, "!strike"]
status_quo: []
red_lines: [{by: south, against: north.blockade}]
experts:
  - {by: A. Pilot, of: south.strike, given: north.blockade, words: likely, low: 0.55, high: 0.8}
  - {by: B. Mate, of: south.strike, given: north.blockade | south.strike, low: 0.1, high: 0.2}
"""


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "model.yaml"
    path.write_text(MODEL, encoding="utf-8")
    return path


def test_the_terminal_says_when_which_way_and_under_which_condition(run, model):
    out = " ".join(run("forecast", model, "--horizon", "6 months").out.split())
    assert "By when, in months 1.5 3 4.5 6 Norland blockades the port" in out
    assert "How it may begin" in out
    assert "then Sudland strikes the ships" in out
    assert "What could not be taken back Sudland strikes the ships:" in out
    assert "Sudland, against this: Norland blockades the port: crossed in" in out
    assert (
        "if Norland blockades the port, that Sudland strikes the ships: “likely”, 55 to 80%" in out
    )
    assert "the model, supposing that," in out
    assert "the model can't be asked that" in out
    assert "allowing for model error" in out


def test_no_interval_is_nothing_at_all(run, model):
    model.write_text(MODEL.replace('"blockade"]', '"!blockade"]'), encoding="utf-8")
    out = run("forecast", model).out
    assert "(under 1%)" in out
    assert "(0%)" not in out


def test_doubt_can_be_switched_off_and_must_be_a_probability(run, model):
    assert "model error" not in run("forecast", model, "--doubt", "0").out
    failed = run("forecast", model, "--doubt", "2")
    assert failed.code == 1
    assert "the doubt is 2.0: give a probability, 0 to 1" in failed.err


def test_a_page_is_written_and_never_over_another_file(run, model, tmp_path):
    done = run("forecast", model, "--horizon", "6 months", "--html", "out.html")
    assert done.out.endswith("Wrote out.html.\n")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "By when, and by which way" in page
    assert run("forecast", model, "--html", "out.html").code == 0  # ours may be replaced
    (tmp_path / "mine.html").write_text("<p>mine</p>", encoding="utf-8")
    refused = run("forecast", model, "--html", "mine.html")
    assert refused.code == 1
    assert "wasn't written by 'detente forecast'" in refused.err
    assert run("forecast", model, "--html", "mine.html", "--force").code == 0


@pytest.mark.parametrize(("given", "day"), [((), None), (("--as-of", "2024-10-30"), "2024-10-30")])
def test_the_record_has_a_day_or_none_and_says_so(run, model, tmp_path, given, day):
    done = run("forecast", model, "--save", "record.jsonl", *given)
    lines = (tmp_path / "record.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["as_of"] for line in lines} == {day}
    assert ("says of which day it is" in done.out) == (day is None)
    assert json.loads(lines[0])["hedged"] is not None


def test_a_day_that_is_none_gets_a_sentence(run, model):
    failed = run("forecast", model, "--save", "record.jsonl", "--as-of", "soon")
    assert failed.code == 1
    assert "'soon' is no day: write it as 2024-11-30" in failed.err


def test_both_scores_are_printed(run, model):
    run("forecast", model, "--save", "record.jsonl")
    run("resolve", "record.jsonl", "north.blockade", "yes")
    assert "Allowing for model error: Brier score" in run("score", "record.jsonl").out
    told = json.loads(run("score", "record.jsonl", "--json").out)
    assert told["hedged"]["forecasts"] == told["forecasts"] == 1


def test_ctrl_c_prints_what_is_done_so_far(run, model, monkeypatch):
    whole = ensemble.Task.block

    def stopped(task, span):
        if span[0] >= 2 * ensemble.MOST_BLOCK:
            raise KeyboardInterrupt
        return whole(task, span)

    monkeypatch.setattr(ensemble.Task, "block", stopped)
    done = run("forecast", model, "--draws", "9000", "--json")
    assert done.code == 0
    told = json.loads(done.out)
    assert told["draws"] == 2 * ensemble.MOST_BLOCK
    assert "Stopped after 4,096 of 9,000 draws." in told["notes"]
    low, high = (told["options"]["north.blockade"][end] for end in ("low", "high"))
    assert high - low == pytest.approx(2 * 1.96 * 0.5 / 64, rel=0.2)  # of 4,096 draws


def test_progress_is_shown_to_who_looks_only(monkeypatch):
    with output.advancing("Playing") as tell:
        assert tell is None
    screen = io.StringIO()
    screen.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with output.advancing("Playing", quiet=True) as tell:
        assert tell is None
    with output.advancing("Playing") as tell:
        tell(1, 4)
    assert "Playing" in screen.getvalue()


def test_the_backtest_counts_an_event_once(run):
    told = json.loads(run("backtest", "--draws", "100", "--json").out)
    names = [one["name"] for one in told["verdicts"]]
    assert "cuban_missiles" in names
    assert "cuban_missiles_reversible" not in names
    assert told["hedged_log"] is not None
    assert told["log"] is None  # infinite: one outcome isn't reached
    alone = json.loads(run("backtest", "--alone", "--doubt", "0", "--draws", "100", "--json").out)
    assert alone["hedged_log"] is None


def test_a_record_that_cannot_be_kept_is_told_before_the_work(run, model, tmp_path, monkeypatch):
    def never(*_, **__):
        raise AssertionError

    monkeypatch.setattr(ensemble.Task, "block", never)
    (tmp_path / "other.jsonl").write_text("[1]\n")
    for path, says in (
        ("nowhere/record.jsonl", "its folder isn't there"),
        ("other.jsonl", "other.jsonl:1: this is no line of a record"),
    ):
        failed = run("forecast", model, "--save", path)
        assert (failed.code, failed.out) == (1, "")
        assert says in failed.err
    model.write_text(f"as_of: soon\n{MODEL}", encoding="utf-8")
    failed = run("forecast", model, "--save", "record.jsonl")
    assert "as_of: 'soon' is no day" in failed.err


def test_an_unresolvable_skill_is_not_called_infinite(run, model):
    run("forecast", model, "--save", "record.jsonl")
    run("resolve", "record.jsonl", "north.blockade", "yes")
    assert "infinite" not in run("score", "record.jsonl").out


def test_a_day_of_resolving_that_is_none_gets_a_sentence(run, model):
    run("forecast", model, "--save", "record.jsonl")
    failed = run("resolve", "record.jsonl", "north.blockade", "yes", "--on", "tomorrow")
    assert (failed.code, failed.out) == (1, "")
    assert "'tomorrow' is no day: write it as 2024-11-30" in failed.err
