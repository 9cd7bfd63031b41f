"""The shipped JSON Schema: current, valid, and at one with what is read."""

import json

import pytest
from conflicts import conflicts
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from detente import cases
from detente.errors import DetenteError
from detente.model import schema
from detente.model.formats import yaml, yaml_tree

VALIDATOR = Draft202012Validator(schema.json_schema())


def test_the_shipped_file_is_current():
    assert schema.shipped() == schema.written(), (
        "write it anew: python -c 'from detente.model import schema; print(schema.written(), end=\"\")'"
        " > src/detente/model/model.schema.json"
    )


def test_it_is_a_schema():
    Draft202012Validator.check_schema(json.loads(schema.shipped()))


def test_every_field_is_described_or_plain():
    described = schema.json_schema()["$defs"]["Option"]["properties"]
    assert all("description" in field for field in described.values())


@given(conflicts())
@settings(max_examples=60)
def test_what_is_written_fits(conflict):
    data, _ = yaml_tree.read(yaml.dumps(conflict), "m.yaml")
    assert list(VALIDATOR.iter_errors(data)) == []


@pytest.mark.parametrize("name", cases.names())
def test_cases_fit(name):
    data, _ = yaml_tree.read(cases.text(name), name)
    assert list(VALIDATOR.iter_errors(data)) == []


SHORTHAND = [
    "decision_makers: {a: {options: [x, y], priorities: [x, {statement: y, confidence: 0.5}]}}",
    "decision_makers: {a: {options: {x: tilt, y: , z: {because: c1}}}, b: }",
    "decision_makers: {a: {options: , priorities: , name: }}\nred_lines: \nstatus_quo: ",
    "infeasible: a.x\nnotes: one\nevidence: {c1: words}\ndecision_makers: {a: {options: [x]}}",
    "decision_makers: {a: {ranking: [0, [1, 2], 3], options: [x, y]}}",
    "decision_makers: {a: {payoffs: {0: 1.5, 1: -2}, options: [x]}}",
    "decision_makers: {été: {weights: {x: 2}, options: [x]}}",
    "{}",
]


@pytest.mark.parametrize("text", SHORTHAND)
def test_shorthand_that_is_read_fits(text):
    yaml.loads(text)
    data, _ = yaml_tree.read(text, "m.yaml")
    assert list(VALIDATOR.iter_errors(data)) == []


WRONG = [
    "- a",
    "detente: 2",
    "titel: a",
    "title: 1",
    "decision_makers: [a]",
    "decision_makers: {a: {options: [x, x]}}",
    "decision_makers: {a: {options: {x: {reversible: forwards}}}}",
    "decision_makers: {a: {options: {x: {wish: 1}}}}",
    "decision_makers: {two words: {options: [x]}}",
    "decision_makers: {a: {options: [1x]}}",
    "decision_makers: {a: {priorities: [{confidence: 0.5}]}}",
    "decision_makers: {a: {priorities: [{statement: x, confidence: 1.5}], options: [x]}}",
    "decision_makers: {a: {ranking: [x]}}",
    "red_lines: [{by: a}]",
    "experts: [{by: a, of: a.x, low: 0.2}]",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_refused_for_its_shape_does_not_fit(text):
    with pytest.raises(DetenteError):
        yaml.loads(text)
    data, _ = yaml_tree.read(text, "m.yaml")
    assert not VALIDATOR.is_valid(data)
