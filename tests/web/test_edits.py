"""Each change of the page Model: what it does to the file, and what it refuses."""

import pytest
from web.conftest import MODEL

from detente.errors import DetenteError
from detente.model.formats import yaml
from detente.web.edits import EDITS, edited

MAKER = {"dm": "aldova"}


def statements(text: str, dm: str = "aldova") -> list[str]:
    return [one.statement for one in yaml.loads(text).decision_makers[dm].priorities]


@pytest.mark.parametrize("do", sorted(EDITS))
def test_a_change_with_nothing_in_it_is_refused_or_harmless(do):
    if do == "set-title":
        assert yaml.loads(edited(MODEL, do, {})).title == ""
        return
    with pytest.raises(DetenteError):
        edited(MODEL, do, {})


def test_comments_and_order_stand():
    new = edited(MODEL, "add-statement", MAKER | {"statement": "close | borland.blockade"})
    assert "# two ports and a strait" in new
    assert "# it has said so" in new
    changed = [line for line in new.splitlines() if line not in MODEL.splitlines()]
    assert len(changed) == 1


def test_statements_are_moved_set_and_removed():
    moved = edited(MODEL, "move-statement", MAKER | {"at": "0", "to": "2"})
    assert statements(moved) == ["close if borland.blockade", "!close", "!borland.blockade"]
    form = MAKER | {"at": "1", "statement": "close", "confidence": "0.25", "order": "partly"}
    one = yaml.loads(edited(MODEL, "set-statement", form)).decision_makers["aldova"].priorities[1]
    assert (one.statement, one.confidence, one.order) == ("close", 0.25, "partly")
    assert one.assumed == "set by the analyst"
    assert statements(edited(MODEL, "drop-statement", MAKER | {"at": "0"}))[0].startswith("close")


def test_a_new_statement_says_that_no_quote_stands_for_it():
    new = yaml.loads(edited(MODEL, "add-statement", MAKER | {"statement": "close"}))
    one = new.decision_makers["aldova"].priorities[-1]
    assert (one.assumed, one.because) == ("set by the analyst", [])


def test_setting_only_the_confidence_keeps_where_a_statement_comes_from():
    text = MODEL.replace("confidence: 0.6", "confidence: 0.6, assumed: a guess")
    form = MAKER | {"at": "1", "statement": "close if borland.blockade", "confidence": "0.9"}
    one = yaml.loads(edited(text, "set-statement", form)).decision_makers["aldova"].priorities[1]
    assert (one.confidence, one.assumed) == (0.9, "a guess")


@pytest.mark.parametrize(
    ("do", "form", "says"),
    [
        (
            "set-statement",
            {"at": "0", "statement": "close", "confidence": "3"},
            "'confidence' is 3.0: it must be at most 1",
        ),
        (
            "set-statement",
            {"at": "0", "statement": "close", "order": "odd"},
            "'odd' is no order: it is one of",
        ),
        (
            "set-option",
            {"option": "close", "status": "perhaps"},
            "'perhaps' is no status: it is one of",
        ),
        (
            "set-option",
            {"option": "close", "reversible": "no"},
            "'no' is no reversible: it is one of",
        ),
    ],
)
def test_what_a_field_cannot_hold_is_told_in_our_words(do, form, says):
    with pytest.raises(DetenteError) as told:
        edited(MODEL, do, MAKER | form)
    assert str(told.value).startswith(says)


def test_options_are_taken_labelled_added_and_removed():
    new = edited(MODEL, "set-option", MAKER | {"option": "close", "taken": "yes"})
    assert yaml.loads(new).status_quo == ["aldova.close"]
    new = edited(new, "set-option", MAKER | {"option": "close", "taken": "no", "label": "shut it"})
    assert yaml.loads(new).status_quo == []
    assert yaml.loads(new).decision_makers["aldova"].options["close"].label == "shut it"
    new = edited(new, "add-option", MAKER | {"id": "talk", "label": "offer talks"})
    assert yaml.loads(new).option_names()[1] == "aldova.talk"
    assert edited(new, "drop-option", MAKER | {"option": "talk"}).count("talk") == 0


def test_the_status_quo_is_kept_in_the_order_of_the_options():
    new = edited(MODEL, "set-option", {"dm": "borland", "option": "blockade", "taken": "yes"})
    new = edited(new, "set-option", MAKER | {"option": "close", "taken": "yes"})
    assert yaml.loads(new).status_quo == ["aldova.close", "borland.blockade"]


def test_the_day_it_speaks_of_is_a_day_or_open():
    assert yaml.loads(edited(MODEL, "set-title", {"title": "T", "as_of": " "})).as_of == ""
    with pytest.raises(DetenteError, match="'yesterday' is no day: write it as 2024-11-30"):
        edited(MODEL, "set-title", {"title": "T", "as_of": "yesterday"})


def test_parties_and_what_cant_be():
    new = edited(MODEL, "add-maker", {"id": "orlan", "name": "Orlan"})
    assert yaml.loads(new).decision_makers["orlan"].name == "Orlan"
    gone = edited(new, "drop-maker", {"dm": "orlan"})
    assert list(yaml.loads(gone).decision_makers) == ["aldova", "borland"]
    new = edited(MODEL, "add-infeasible", {"statement": "aldova.close & !borland.blockade"})
    assert yaml.loads(new).infeasible == ["aldova.close & !borland.blockade"]
    assert yaml.loads(edited(new, "drop-infeasible", {"at": "0"})).infeasible == []


@pytest.mark.parametrize(
    ("do", "form"),
    [
        ("nothing", {}),
        ("__class__", {}),
        ("add-statement", {"dm": "atlantis", "statement": "close"}),
        ("add-statement", MAKER | {"statement": "close &"}),
        ("add-statement", MAKER | {"statement": "sink"}),
        ("add-statement", MAKER | {"statement": "(" * 9000}),
        ("set-statement", MAKER | {"at": "0", "statement": "close", "confidence": "2"}),
        ("set-statement", MAKER | {"at": "0", "statement": "close", "confidence": "nan"}),
        ("set-statement", MAKER | {"at": "0", "statement": "close", "confidence": "much"}),
        ("set-statement", MAKER | {"at": "0", "statement": "close", "order": "odd"}),
        ("set-statement", MAKER | {"at": "-1", "statement": "close"}),
        ("set-statement", MAKER | {"at": "3", "statement": "close"}),
        ("set-statement", MAKER | {"at": "9" * 5000, "statement": "close"}),
        ("set-statement", MAKER | {"at": "²", "statement": "close"}),
        ("move-statement", MAKER | {"at": "0", "to": "3"}),
        ("set-option", MAKER | {"option": "sink"}),
        ("set-option", MAKER | {"option": "close", "reversible": "maybe"}),
        ("set-option", MAKER | {"option": "close", "status": "odd"}),
        ("add-option", MAKER | {"id": "close"}),
        ("add-option", MAKER | {"id": "two words"}),
        ("add-option", MAKER | {"id": "if"}),
        ("drop-option", MAKER | {"option": "close"}),  # statements speak of it
        ("drop-maker", {"dm": "borland"}),
        ("add-maker", {"id": "aldova"}),
        ("add-maker", {"id": "<script>"}),
        ("add-infeasible", {"statement": "close"}),  # whose?
        ("drop-infeasible", {"at": "0"}),
    ],
)
def test_what_cant_be_is_refused(do, form):
    with pytest.raises(DetenteError) as refused:
        edited(MODEL, do, form)
    assert "Traceback" not in str(refused.value)
