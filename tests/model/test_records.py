"""The docs keep up with the records, and the schema's examples load."""

from dataclasses import fields
from pathlib import Path

import pytest

from detente.model import conflict
from detente.model.game import Game
from detente.provenance import Provenance
from detente.read.claim import Actor, Claim, Document, Reading
from detente.solve.result import Deterred, Move, Stability, Witness

PAGE = (Path(__file__).parents[2] / "docs/reference/data-model.md").read_text(encoding="utf-8")
EDITED = [
    conflict.Conflict,
    conflict.DecisionMaker,
    conflict.Option,
    conflict.Statement,
    conflict.RedLine,
    conflict.Constraint,
    conflict.ExpertForecast,
    conflict.Evidence,
]
FROZEN = [Game, Reading, Document, Actor, Claim, Stability, Witness, Deterred, Move, Provenance]


@pytest.mark.parametrize("record", EDITED, ids=lambda one: one.__name__)
def test_every_field_that_people_edit_is_documented(record):
    assert [name for name in record.model_fields if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize("record", FROZEN, ids=lambda one: one.__name__)
def test_every_field_between_rooms_is_documented(record):
    assert [one.name for one in fields(record) if f"`{one.name}`" not in PAGE] == []
