"""What was forecast stays forecast, and is scored."""

import json

import pytest
from forecast.makers import crisis

from detente.errors import InputError, NotFoundError
from detente.forecast import record, record_lines
from detente.forecast.backtest import Trial, backtest
from detente.forecast.forecasting import forecast
from detente.model.conflict import Conflict


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "record.jsonl"
    found = forecast(crisis(), draws=100, seed=2, horizon="6 months")
    record.save(found, path, as_of="2024-10-30")
    return path, found


def test_a_record_says_question_horizon_model_and_seed(saved):
    path, found = saved
    first = json.loads(path.read_text().splitlines()[0])
    assert first["question"] == "union.escort"
    assert (first["horizon"], first["seed"], first["as_of"]) == ("6 months", 2, "2024-10-30")
    assert first["model"] == found.provenance.model
    assert first["probability"] == found.options["union.escort"].probability
    assert len(record.entries(path)) == len(found.options) + len(found.questions)


def test_saving_twice_adds_nothing(saved):
    path, found = saved
    before = path.read_bytes()
    record.save(found, path, as_of="2024-10-30")
    assert path.read_bytes() == before
    record.save(forecast(crisis(), draws=100, seed=3), path)
    assert path.read_bytes().startswith(before)
    assert len(path.read_bytes()) > len(before)


def test_forecasts_are_resolved_and_scored(saved):
    path, found = saved
    with pytest.raises(InputError, match="no forecast is resolved yet"):
        record.score(path)
    assert record.resolve(path, "harbour.aid", outcome=True, on="2025-02-01") == 1
    assert record.resolve(path, "union.escort", outcome=False) == 1
    told = record.score(path)
    given = [
        found.options["union.escort"].probability,
        1 - found.options["harbour.aid"].probability,
    ]
    assert told.brier == pytest.approx(sum(p**2 for p in given) / 2)
    with pytest.raises(NotFoundError, match=r"no open forecast asks 'harbour\.aid': open are"):
        record.resolve(path, "harbour.aid", outcome=False)


@pytest.mark.parametrize(
    "line", ["no json", "[1]", '{"kind": "rumour"}', '{"kind": "outcome", "id": "x", "outcome": true}',
             '{"kind": "forecast", "id": "x"}']
)  # fmt: skip
def test_a_spoilt_record_gets_a_sentence(saved, line):
    path, _ = saved
    with path.open("a") as file:
        file.write(line + "\n")
    with pytest.raises(InputError, match=r"record\.jsonl:8: this is no line of a record"):
        record.entries(path)


def test_a_missing_or_binary_record_gets_a_sentence(tmp_path):
    with pytest.raises(InputError, match="can't be read"):
        record.score(tmp_path / "nothing.jsonl")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="can't be read"):
        record.entries(tmp_path / "bytes")
    with pytest.raises(InputError, match="can't be written"):
        record.save(forecast(crisis(), draws=5), tmp_path / "no" / "folder")


def one_option(**fields):
    made = Conflict(status_quo=[], **fields)
    made.add("a", options=["act"], priorities=["act"])
    return made


def test_a_backtest_reports_hits_and_misses():
    found = backtest([Trial("hit", one_option(), 1), Trial("miss", one_option(), 0)])
    hit, miss = found.verdicts
    assert (hit.probability, hit.rank, hit.chance) == (1.0, 1, 0.5)
    assert (miss.probability, miss.rank) == (0.0, 0)
    assert found.log == float("inf")
    assert found.options.brier == 0.5
    assert hit.equilibrium == dict.fromkeys(["nash", "gmr", "smr", "seq", "sseq"], 1.0)


def test_a_backtest_needs_outcomes_that_can_be():
    with pytest.raises(InputError, match="nothing to test on"):
        backtest([])
    with pytest.raises(InputError, match="outcome of one is 9"):
        backtest([Trial("one", one_option(), 9)])
    with pytest.raises(InputError, match="state 1, is not feasible"):
        backtest([Trial("one", one_option(infeasible=["a.act"]), 1)])


def test_a_question_that_repeats_an_option_is_counted_once(tmp_path):
    path = tmp_path / "record.jsonl"
    asked = ["union.escort", "union.escort & harbour.aid", "union.escort & harbour.aid"]
    found = forecast(crisis(), draws=50, questions=asked)
    record.save(found, path)
    names = [one.question for one in record.entries(path)]
    assert len(names) == len(set(names)) > len(found.options)
    assert record.resolve(path, "union.escort", outcome=True) == 1


def test_an_outcome_is_true_or_false_and_its_day_is_a_day(saved):
    path, _ = saved
    with pytest.raises(InputError, match="'tomorrow' is no day"):
        record.resolve(path, "union.escort", outcome=True, on="tomorrow")
    first = record.entries(path)[0].id
    with path.open("a") as file:
        file.write(json.dumps({"kind": "outcome", "id": first, "outcome": "no"}) + "\n")
    with pytest.raises(InputError, match="no line of a record"):
        record.entries(path)


def test_a_line_that_does_not_fit_on_the_disk_leaves_the_record_whole(saved, monkeypatch):
    path, _ = saved
    before = path.read_bytes()
    other = forecast(crisis(), draws=50, seed=9)

    def full(file, data):
        file.write(data[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(record_lines, "_write", full)
    with pytest.raises(InputError, match="can't be written: No space left on device"):
        record.save(other, path)
    assert path.read_bytes() == before
    with pytest.raises(InputError, match="No space left"):
        record.save(other, path.with_name("new.jsonl"))
    assert not path.with_name("new.jsonl").exists()


def test_a_last_line_without_its_end_gets_one(saved):
    path, _ = saved
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    record.resolve(path, "union.escort", outcome=True)
    assert [one.outcome for one in record.entries(path)].count(True) == 1
