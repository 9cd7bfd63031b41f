"""Reports in our own words, read by the reader: the whole way from text to a solved model."""

from pathlib import Path

import pytest

from detente.draft.drafting import draft
from detente.model.build import game
from detente.model.check import faults, warnings
from detente.model.formats.yaml import dumps, loads
from detente.read.claim import Document
from detente.solve.solving import solve

ROOT = Path(__file__).parents[2]
PASSAGES = sorted((ROOT / "evaluation" / "dev").glob("*.txt"))[::5]
HORMUZ = (
    "Iran said that it would close the Strait of Hormuz if the United States imposed sanctions on its "
    "oil. The United States is considering new sanctions. Iran has threatened to attack tankers."
)
KASHMIR = (
    "India has deployed troops to the border. Pakistan demanded that India withdraw its troops. "
    "Pakistan said it would retaliate if India crossed the Line of Control."
)


def note(text):
    return Document("d1", "", "2024-01-01", "note", text)


def statements(conflict, dm):
    return [one.statement for one in conflict.decision_makers[dm].priorities]


def test_the_example_report_gives_a_model_of_its_crisis():
    conflict = draft(ROOT / "examples" / "troops-and-red-lines.txt")
    assert {"nato", "south_korea", "russia", "north_korea"} <= set(conflict.decision_makers)
    assert {
        "nato.troops", "nato.weapons", "south_korea.lethal_weapons", "russia.use_nuclear_weapons",
        "north_korea.troops",
    } <= set(conflict.option_names())  # fmt: skip
    assert {"nato.weapons", "north_korea.troops"} <= set(conflict.status_quo)
    assert {(line.by, line.against) for line in conflict.red_lines} >= {
        ("russia", "nato.troops"),
        ("russia", "south_korea.lethal_weapons"),
    }
    assert any((one.by, one.of) == ("Hong Min", "nato.troops") for one in conflict.experts)
    assert {"france", "lithuania", "hong_min"}.isdisjoint(conflict.decision_makers)
    assert solve(conflict).equilibria("gmr").size


def test_a_threat_with_a_condition():
    conflict = draft(note(HORMUZ))
    assert list(conflict.decision_makers) == ["iran", "united_states"]
    (sanctions,) = conflict.decision_makers["united_states"].options
    assert f"close_strait if united_states.{sanctions}" in statements(conflict, "iran")
    assert "!iran.close_strait" in statements(conflict, "united_states")


def test_a_demand_to_withdraw():
    conflict = draft(note(KASHMIR))
    assert "india.troops" in conflict.status_quo
    assert "!india.troops" in statements(conflict, "pakistan")
    assert any(one.startswith("retaliate if india.") for one in statements(conflict, "pakistan"))


def test_a_text_without_a_crisis():
    conflict = draft(note("The museum opens at ten. Tickets are sold at the door."))
    assert conflict.decision_makers == {}
    assert conflict.open_questions[0].startswith("No conflict was found")


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_every_passage_gives_a_valid_model(path):
    conflict = draft(path)
    assert faults(conflict).found == []
    assert warnings(conflict) == []
    assert loads(dumps(conflict)) == conflict
    if conflict.option_names():
        assert game(conflict).status_quo is not None
    text = path.read_text(encoding="utf-8")
    assert all(kept.quote in text for kept in conflict.evidence.values())
