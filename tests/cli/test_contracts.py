"""The JSON of every verb keeps the shape that the house plan promises."""

import json

import pytest
from jsonschema import Draft202012Validator

REPORT = """\
Officials in Aldova warned on Tuesday that any attack on its port would be met with force.
Borland is considering a naval blockade of Aldova. If Borland imposes a blockade, Aldova will
close the strait. Analysts say a blockade is unlikely.
"""
MODEL = """\
detente: 1
title: A strait and a port
decision_makers:
  china:
    options:
      blockade: {label: blockade the port}
    priorities: ["!iran.strike", "blockade"]
  iran:
    options:
      strike: {label: strike the ships, reversible: forward}
    priorities:
      - "!china.blockade"
      - {statement: "strike if china.blockade", confidence: 0.6, order: unknown}
      - "!strike"
status_quo: []
"""
NUMBER = {"type": "number", "minimum": 0, "maximum": 1}
TEXT = {"type": "string"}
MAYBE = {"type": ["string", "null"]}
STATES = {"type": "array", "items": {"type": "integer", "minimum": 0}}


def record(required: dict) -> dict:
    return {"type": "object", "required": list(required), "properties": required}


def listed(item: dict) -> dict:
    return {"type": "array", "items": item}


def mapped(item: dict) -> dict:
    return {"type": "object", "additionalProperties": item}


CLAIM = record(
    {
        "id": TEXT,
        "document": TEXT,
        "kind": {
            "enum": [
                "event",
                "option",
                "red_line",
                "conditional",
                "constraint",
                "consequence",
                "forecast",
                "statement",
                "relation",
            ]
        },
        "actor": MAYBE,
        "action": MAYBE,
        "event": MAYBE,
        "target": MAYBE,
        "status": MAYBE,
        "negated": {"type": "boolean"},
        "speaker": MAYBE,
        "likelihood": MAYBE,
        "date": MAYBE,
        "condition": MAYBE,
        "quote": TEXT,
        "start": {"type": "integer"},
        "end": {"type": "integer"},
    }
)
READ = record(
    {
        "documents": listed(
            record({"id": TEXT, "title": TEXT, "date": MAYBE, "source": TEXT, "text": TEXT})
        ),
        "actors": listed(record({"id": TEXT, "name": TEXT, "mentions": listed({"type": "array"})})),
        "claims": listed(CLAIM),
    }
)
SOLVE = record(
    {
        "title": TEXT,
        "decision_makers": listed(TEXT),
        "options": listed(TEXT),
        "states": STATES,
        "status_quo": {"type": ["integer", "null"]},
        "stable": mapped(mapped(STATES)),
        "equilibria": mapped(STATES),
        "coalition_stable": mapped(STATES),
    }
)
FORECAST = record(
    {
        "horizon": TEXT,
        "draws": {"type": "integer"},
        "seed": {"type": "integer"},
        "options": mapped(
            record(
                {
                    "probability": NUMBER,
                    "low": NUMBER,
                    "high": NUMBER,
                    "experts": {"type": "array"},
                    "drivers": {"type": "array"},
                }
            )
        ),
        "equilibria": listed(record({"state": {"type": "integer"}, "probability": NUMBER})),
    }
)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "strait.yaml"
    path.write_text(MODEL)
    return path


def shown(result) -> dict:
    """Return the one JSON document on stdout, nothing being on stderr."""
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


def test_read(run, report):
    value = shown(run("read", report, "--json"))
    Draft202012Validator(READ).validate(value)
    text = {document["id"]: document["text"] for document in value["documents"]}
    assert value["claims"]
    for claim in value["claims"]:
        assert text[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]


def test_draft(run, report):
    value = shown(run("draft", report, "--json"))
    assert value["detente"] == 1
    assert isinstance(value["decision_makers"], dict)
    assert not (report.parent / "model.yaml").exists()


def test_solve(run, model):
    value = shown(run("solve", model, "--json"))
    Draft202012Validator(SOLVE).validate(value)
    assert value["options"] == ["china.blockade", "iran.strike"]
    assert value["states"] == [0, 1, 2, 3]
    assert list(value["stable"]) == ["nash", "gmr", "smr", "seq", "sseq", "sim"]
    assert set(value["stable"]["nash"]) == {"china", "iran"}


def test_solve_computes_only_what_is_asked(run, model):
    assert list(shown(run("solve", model, "--json", "-c", "seq"))["stable"]) == ["seq"]


def test_forecast(run, model):
    value = shown(run("forecast", model, "--json", "--draws", "200", "--seed", "3"))
    Draft202012Validator(FORECAST).validate(value)
    assert (value["draws"], value["seed"]) == (200, 3)
    assert list(value["options"]) == ["china.blockade", "iran.strike"]


def test_forecast_is_the_same_for_the_same_seed(run, model):
    first = run("forecast", model, "--json", "--seed", "5").out
    assert run("forecast", model, "--json", "--seed", "5").out == first


def test_brief(run, report):
    value = shown(run("brief", report, "--json", "--draws", "100"))
    Draft202012Validator(READ).validate(value["read"])
    Draft202012Validator(SOLVE).validate(value["solve"])
    Draft202012Validator(FORECAST).validate(value["forecast"])
    assert value["model"]["detente"] == 1


def test_cases(run):
    names = [case["name"] for case in shown(run("cases", "--json"))["cases"]]
    assert {"elmira", "garrison", "prisoners_dilemma"} <= set(names)


@pytest.mark.parametrize("name", ["elmira", "garrison", "prisoners_dilemma"])
def test_every_verb_takes_a_case_by_name(run, name):
    Draft202012Validator(SOLVE).validate(shown(run("solve", name, "--json")))
    Draft202012Validator(FORECAST).validate(shown(run("forecast", name, "--json", "-n", "20")))


def test_schema_describes_what_draft_prints(run, report):
    schema = shown(run("schema"))
    Draft202012Validator.check_schema(schema)
    drafted = shown(run("draft", report, "--json"))
    Draft202012Validator(schema).validate(drafted)
