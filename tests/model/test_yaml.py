"""model.yaml: what is read, what is refused, what a round trip keeps."""

import difflib

import pytest
from conflicts import conflicts, words
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import DetenteError, ModelError, TooLargeError
from detente.model import formats
from detente.model.build import game
from detente.model.conflict import Conflict, Statement
from detente.model.formats import yaml

TROOPS = """\
detente: 1                                   # version of the format
title: Troops, weapons and red lines, autumn 2024
as_of: 2024-10-30
decision_makers:                             # the first option is bit 0
  nato:
    name: NATO
    options:
      troops: {label: deploy troops, status: considered, reversible: forward, because: [c6, c13]}
    priorities:                              # most important first
      - "!russia.strike"
      - {statement: "!nato.troops", confidence: 0.8, order: unknown, because: [c31]}
  south_korea:
    name: South Korea
    options: {lethal: {label: supply lethal weapons, reversible: forward}}   # or backward
    priorities: ["!russia.technology", "lethal if russia.technology", "!lethal"]

  russia:
    name: Russia
    options: {strike: {reversible: forward}, technology: {reversible: forward}}
    ranking: [0, [1, 2], 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]   # by hand
status_quo: []                               # nothing yet
red_lines: [{by: russia, against: nato.troops, because: [c12]}]
"""


def test_the_example_of_the_plan_is_read_and_makes_a_game():
    found = yaml.loads(TROOPS)
    assert found.as_of == "2024-10-30"
    assert found.option_names() == [
        "nato.troops",
        "south_korea.lethal",
        "russia.strike",
        "russia.technology",
    ]
    assert found.decision_makers["nato"].priorities[1].order == "unknown"
    assert found.decision_makers["russia"].ranking[:2] == [0, [1, 2]]
    assert game(found).rank[2, :4].tolist() == [14, 13, 13, 12]


def test_shorthand_says_the_same_as_what_it_is_short_for():
    short = yaml.loads(
        "decision_makers:\n  a: {options: [x, y], priorities: [x]}\n"
        "  b: {options: {z: tilt, w: }}\n  c:\n"
        "infeasible: x.y | a.x\n".replace("x.y | ", "")
        + "red_lines: [{by: b, against: a.x, because: c1}]\nevidence: {c1: words}\nnotes: one\n"
    )
    long = yaml.loads(
        "detente: 1\ndecision_makers:\n"
        "  a: {options: {x: {}, y: {}}, priorities: [{statement: x}]}\n"
        "  b: {options: {z: {label: tilt}, w: {}}}\n  c: {}\n"
        "infeasible: [a.x]\nred_lines: [{by: b, against: a.x, because: [c1]}]\n"
        "evidence: {c1: {quote: words}}\nnotes: [one]\n"
    )
    assert short == long


def test_yaml_is_that_of_1_2():
    made = yaml.loads(
        "title: NO\nas_of: 2024-10-30\ndecision_makers: {no: {name: yes, options: [on]}}"
    )
    assert (made.title, made.as_of) == ("NO", "2024-10-30")
    assert made.option_names() == ["no.on"]


@given(conflicts())
@settings(max_examples=100)
def test_what_is_written_reads_as_the_same_conflict(conflict):
    text = yaml.dumps(conflict)
    assert yaml.loads(text) == conflict
    assert yaml.dumps(yaml.loads(text)) == text


@given(conflicts(), conflicts())
@settings(max_examples=60)
def test_an_updated_file_says_what_it_should(before, after):
    text = yaml.dumps(before)
    updated = yaml.update(text, after)
    found = yaml.loads(updated)
    assert found == after
    assert found.option_names() == after.option_names()
    assert yaml.update(updated, after) == updated
    assert yaml.update(text, before) == text


SHORT = """\
# by hand
decision_makers:
  # the first
  a: {options: [x, y], priorities: [x, "!y"]}   # short
  b:
    options:
      x: tilt   # a label
      z:
    priorities:
    # before the first
    - "!a.x"   # beside it
    # between
    - x
    # after the last
  c:
infeasible: a.x & a.y
notes: >
  folded
  text
"""


@given(conflicts(), st.sampled_from([TROOPS, SHORT]))
@settings(max_examples=60)
def test_any_hand_written_file_can_be_updated(after, text):
    updated = yaml.update(text, after)
    assert yaml.loads(updated) == after
    assert yaml.loads(updated).option_names() == after.option_names()


@given(st.data())
@settings(max_examples=100)
def test_small_changes_to_a_hand_written_file_keep_the_rest(data):
    text = data.draw(st.sampled_from([TROOPS, SHORT]))
    after = yaml.loads(text)
    makers = list(after.decision_makers)
    touched = data.draw(st.sampled_from(makers))
    maker = after.decision_makers[touched]
    change = data.draw(st.sampled_from(["drop", "insert", "label", "add", "title", "swap"]))
    if change == "drop" and maker.priorities:
        maker.priorities.pop(data.draw(st.integers(0, len(maker.priorities) - 1)))
    elif change == "insert" and maker.priorities:
        at = data.draw(st.integers(0, len(maker.priorities)))
        maker.priorities.insert(at, Statement(statement=after.option_names()[0]))
    elif change == "label" and maker.options:
        maker.options[data.draw(st.sampled_from(list(maker.options)))].label = data.draw(words)
    elif change == "add":
        after.add("new_one", options=["x"], priorities=["!x"])
    elif change == "title":
        after.title = data.draw(words)
    elif change == "swap" and maker.priorities:
        maker.priorities.reverse()
    updated = yaml.update(text, after)
    assert yaml.loads(updated) == after
    assert yaml.loads(updated).option_names() == after.option_names()
    if after == yaml.loads(text):
        assert updated == text
        return
    # at most a few lines differ, and only comments beside what changed may go
    kept = set(text.splitlines()) & set(updated.splitlines())
    assert len(set(text.splitlines()) - kept) <= 4, updated


def changed_lines(before: str, after: str) -> set[str]:
    return set(before.splitlines()) ^ set(after.splitlines())


def test_an_update_changes_only_the_lines_that_changed():
    conflict = yaml.loads(TROOPS)
    conflict.decision_makers["nato"].priorities[0].confidence = 0.5
    conflict.decision_makers["nato"].priorities.append(
        type(conflict.decision_makers["nato"].priorities[0])(statement="south_korea.lethal")
    )
    conflict.decision_makers["south_korea"].options["lethal"].status = "possible"
    updated = yaml.update(TROOPS, conflict)
    assert yaml.loads(updated) == conflict
    assert changed_lines(TROOPS, updated) == {
        '      - "!russia.strike"',
        '      - {statement: "!russia.strike", confidence: 0.5}',
        '      - "south_korea.lethal"',
        "    options: {lethal: {label: supply lethal weapons, reversible: forward}}   # or backward",
        (
            "    options: {lethal: {label: supply lethal weapons, status: possible, "
            "reversible: forward}} # or backward"
        ),
    }


def test_an_update_keeps_comments_where_things_are_added_and_taken_away():
    conflict = yaml.loads(TROOPS)
    del conflict.decision_makers["russia"]
    for maker in conflict.decision_makers.values():
        maker.priorities = maker.priorities[1:2]
    conflict.red_lines = []
    conflict.decision_makers["nato"].priorities[0].statement = "!nato.troops"
    conflict.decision_makers["south_korea"].priorities[0].statement = "lethal"
    updated = yaml.update(TROOPS, conflict)
    assert yaml.loads(updated) == conflict
    for comment in ("# version of the format", "# the first option is bit 0", "# or backward"):
        assert comment in updated
    assert "russia" not in updated


def test_an_update_keeps_odd_layout_elsewhere():
    text = (
        "# mine\ntitle:   'Arms'\ndecision_makers:\n    seoul:\n        options:\n"
        "        -   arms\n        -   talks   # maybe\n\n\nnotes:   [ 'a',   b ]\n"
    )
    conflict = yaml.loads(text)
    conflict.title = "Shells"
    assert yaml.update(text, conflict) == text.replace("  'Arms'", "'Shells'")


def test_order_of_options_is_bit_order_and_an_update_keeps_it():
    text = "decision_makers:\n  a:\n    options:\n      x: {}  # first\n      y: {}\n  b: {options: [z]}\n"
    conflict = yaml.loads(text)
    a = conflict.decision_makers.pop("a")
    a.options = dict(reversed(a.options.items()))
    conflict.decision_makers["a"] = a
    assert conflict.option_names() == ["b.z", "a.y", "a.x"]
    updated = yaml.update(text, conflict)
    assert yaml.loads(updated).option_names() == ["b.z", "a.y", "a.x"]
    assert "# first" in updated


def test_long_quotes_are_cut_and_few_are_shown():
    evidence = {f"c{k}": {"quote": f"{k} " + "word " * 30} for k in range(4)}
    conflict = Conflict(evidence=evidence)
    conflict.add("a", options={"x": {"because": list(evidence)}}, priorities=[])
    conflict.add("b", options={"y": {"label": "l" * 150, "because": ["c0"]}}, priorities=[])
    text = yaml.dumps(conflict)
    line = next(one for one in text.splitlines() if one.strip().startswith("x:"))
    assert line.count("...") == 2
    assert line.endswith("; and 2 more")
    assert "        because: [c0] # c0: “0 word" in text
    assert yaml.loads(text) == conflict


def test_a_conflict_is_compared_by_what_it_says():
    conflict = yaml.loads(TROOPS)
    assert conflict == yaml.loads(TROOPS, "another.yaml")
    assert conflict != yaml.loads(SHORT)
    assert conflict != "a conflict"


def test_quotes_stand_beside_what_rests_on_them():
    conflict = Conflict(evidence={"c1": {"quote": "Talks\n are\t“on” # now\x07"}})
    conflict.add("a", options={"x": {"because": ["c1", "c2"]}}, priorities=[])
    text = yaml.dumps(conflict)
    assert "x: {because: [c1, c2]} # c1: “Talks are “on” # now”\n" in text
    assert yaml.loads(text) == conflict


BAD = [
    ("", "m.yaml: the file is empty: a model needs decision_makers"),
    ("- a\n- b", "m.yaml:1: this is no model: a model file starts with detente: 1, title: ..."),
    (
        "# only a comment",
        "m.yaml:1: this is no model: a model file starts with detente: 1, title: ...",
    ),
    (
        "title: a\ndetente: 2\n",
        (
            "m.yaml:2: the file is of format 2, and this Détente reads format 1: "
            "install a newer Détente"
        ),
    ),
    ("detente: old", "m.yaml:1: 'old' is no detente: it is one of 1"),
    ("titel: Arms", "m.yaml:1: there is no field 'titel': did you mean title?"),
    (
        "decision_makers:\n  a:\n    optoins: [x]",
        "m.yaml:3: there is no field 'optoins': did you mean options?",
    ),
    (
        "decision_makers:\n  a:\n    options:\n      x: {wish: 1}",
        "m.yaml:4: there is no field 'wish': the fields are because, assumed, label, status, reversible",
    ),
    (
        "decision_makers:\n  a:\n    options:\n      x: {reversible: forwards}",
        "m.yaml:4: 'forwards' is no reversible: did you mean forward?",
    ),
    (
        "decision_makers:\n  a:\n    options:\n      x: {status: 7}",
        (
            "m.yaml:4: 7 is no status: it is one of done, ongoing, planned, threatened, considered, "
            "possible, demanded or ruled_out"
        ),
    ),
    ("title: 1984", "m.yaml:1: 'title' should be text and is 1984: put it in quotes"),
    ("title: [a]", "m.yaml:1: 'title' should be text and is ['a']: put it in quotes"),
    (
        "decision_makers: [a]",
        "m.yaml:1: 'decision_makers' should be a map and is ['a']: write key: value",
    ),
    ("decision_makers: {a: b}", "m.yaml:1: 'a' should be a map and is 'b': write key: value"),
    (
        "decision_makers:\n  a:\n    options: [x, x]",
        "m.yaml:3: 'options' should be a map and is ['x', 'x']: write key: value",
    ),
    (
        "decision_makers:\n  a:\n    options: [x]\n    ranking:\n      - 0\n      - [1, two]",
        "m.yaml:6: 'two' can't be ranked: list states as bit masks, a nested list for a tie",
    ),
    (
        "decision_makers:\n  a:\n    priorities:\n      - {statement: x, confidence: 1.5}",
        "m.yaml:4: 'confidence' is 1.5: it must be at most 1",
    ),
    *(
        (
            f"decision_makers:\n  a:\n    priorities:\n      - {{statement: x, confidence: {value}}}",
            f"m.yaml:4: 'confidence' {said}",
        )
        for value, said in {
            "true": "should be a number and is True: correct it",
            "'0.5'": "should be a number and is '0.5': correct it",
            ".nan": "is nan: give a finite number",
        }.items()
    ),
    (
        "decision_makers:\n  a: {options: [x]}\nexperts:\n  - {by: Z, of: a.x, low: 0.8, high: 0.2}",
        "m.yaml:4: low is 0.8 and high is 0.2: low is the lower end of the range: change them round",
    ),
    ("red_lines:\n  - {by: a}", "m.yaml:2: the field 'against' is missing: add it"),
    (
        "decision_makers:\n  a: {options: [x]}\n  a: {options: [y]}",
        "m.yaml:3: 'a' stands twice, first on line 2: keep one of them",
    ),
    (
        "decision_makers:\n  a:\n    options:\n      x: {}\n      x: {}",
        "m.yaml:5: 'x' stands twice, first on line 4: keep one of them",
    ),
    (
        "decision_makers:\n  a:\n    options: [x]\n    priorities:\n      - x\n      - '!y'",
        "m.yaml:6: column 2 of '!y': there is no option 'y': the options are a.x",
    ),
    (
        "decision_makers:\n  a:\n    options: [x]\n    priorities:\n      - !x",
        'm.yaml:5: !x stands without quotes, so YAML takes it for a tag: write "!x"',
    ),
    (
        "decision_makers:\n  a:\n    options: [x]\n    priorities:\n      - !x & !x",
        ('m.yaml:5: a statement stands without quotes: write it as "!russia.strike & nato.arms"'),
    ),
    (
        "title: &t Arms\nsource: *t",
        "m.yaml:1: &t is an anchor: leave it out; put statements in quotes",
    ),
    ("title: *t", "m.yaml:1: *t is an alias: write out what it stands for"),
    ("title: !!str Arms", "m.yaml:1: tag:yaml.org,2002:str Arms stands without quotes"),
    ("title: a\n---\ntitle: b", "m.yaml:2: a second document starts: keep one model in a file"),
    ("title: a\n\tsource: b", "m.yaml:2: the line is indented by a tab: use spaces"),
    (
        "title: a: b",
        "m.yaml:1: a second colon stands in the line: put text that holds a colon in quotes",
    ),
    (
        "notes: [a,\n  b\ntitle: c\n",
        "m.yaml:3: a comma or a bracket is missing: the bracket opens on line 1",
    ),
    (
        "title: 'a\nnotes: b\n",
        "m.yaml:1: what opens on line 1 is never closed: close the bracket or quote",
    ),
    ("title: @home", "m.yaml:1: '@' can't start a value: put the text in quotes"),
    ("notes: " + "[" * 5000, "m.yaml:1: it nests over 20 deep: a model is flatter"),
    ("title: " + "!" * 20_000, "m.yaml:1: 1,000 characters stand without a blank"),
    ("? [a]\n: b", "m.yaml:1: a key is a map, a list or an alias: keys are words"),
    (b"\xff\xfet\x00", "m.yaml: the file is UTF-16, not UTF-8 text: save it as UTF-8"),
    (b"title: a\nnotes: caf\xe9", "m.yaml:2: the text isn't UTF-8: save the file as UTF-8"),
    ("title: a\n# \x0b", "m.yaml:2: the character U+000B can't stand in YAML: take it out"),
    ("title: a\r\nnotes: @x", "m.yaml:2: '@' can't start a value: put the text in quotes"),
    ("title: 'a\u2028b'  @", "m.yaml:"),
    (b"title: \x00", "m.yaml: the file is binary: give a model file, which is text"),
    (b"\x00\x01\xff", "m.yaml: the file is binary: give a model file, which is text"),
    ("title: \ud800", "m.yaml:1: the text holds half of a character: save it as UTF-8"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_each_fault_is_a_sentence_with_its_line(text, message):
    with pytest.raises(ModelError) as raised:
        yaml.loads(text, "m.yaml")
    assert str(raised.value).startswith(message)
    assert str(raised.value).count("\n") == 0


def test_of_very_many_faults_fifty_are_said():
    with pytest.raises(ModelError) as raised:
        yaml.loads("".join(f"wrong{k}: 1\n" for k in range(60)), "m.yaml")
    assert len(str(raised.value).splitlines()) == 51
    assert str(raised.value).endswith("\nand 10 more faults")


def test_a_file_of_very_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr("detente.model.formats.yaml_tree.MOST", 100)
    with pytest.raises(ModelError, match=r"m\.yaml:1: the file has over 100 parts: a model has"):
        yaml.loads(f"notes: [{'a, ' * 100}]", "m.yaml")


def test_all_faults_of_a_file_are_said_at_once():
    with pytest.raises(ModelError) as raised:
        yaml.loads("titel: a\ndecision_makers:\n  a:\n    name: 1\nred_lines: [{by: a}]", "m.yaml")
    assert [one.split(": ")[0] for one in str(raised.value).splitlines()] == [
        "m.yaml:4",
        "m.yaml:5",
        "m.yaml:1",
    ]


def test_faults_found_later_still_know_their_line(tmp_path):
    file = tmp_path / "m.yaml"
    file.write_text(
        TROOPS.replace("13, 14, 15]", "13, 14]").replace(
            "status_quo: []",
            "infeasible: ['russia.strike & !russia.strike | nato.troops']\nstatus_quo: [nato.troops]",
        )
    )
    with pytest.raises(ModelError) as raised:
        game(formats.load(file))
    said = str(raised.value).splitlines()
    assert said[0].startswith(f"{file}:22: the status quo, state 1 (YNNN), is not feasible")
    assert said[1].startswith(f"{file}:20: the ranking: states 1, 3, 5, 7, 9 and 2 more are")


@given(st.text(st.sampled_from("ab:-[]{}!&*|>'\"\n\t #,?@%1.é"), max_size=80))
@settings(max_examples=300)
def test_any_text_is_read_or_refused(text):
    check_refusal(text)


@given(st.data())
@settings(max_examples=300)
def test_a_damaged_file_is_read_or_refused(data):
    text = TROOPS
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 12))
        text = (
            text[:at]
            + data.draw(
                st.text(max_size=4) | st.sampled_from(["\t", "- ", "{", "!", "&a", "*a", ": "])
            )
            + text[at + gone :]
        )
    check_refusal(text)


@given(st.binary(max_size=60), st.integers(0, len(TROOPS)))
def test_damaged_bytes_are_read_or_refused(junk, at):
    raw = TROOPS.encode()
    check_refusal(raw[:at] + junk + raw[at:])


def check_refusal(text):
    try:
        found = yaml.loads(text, "m.yaml")
    except DetenteError as error:
        assert all(line.startswith("m.yaml") for line in str(error).splitlines())  # noqa: PT017 - either is right
        return
    assert yaml.loads(yaml.dumps(found)) == found
    try:
        game(found)
    except DetenteError as error:
        assert str(error)  # noqa: PT017 - either is right


def test_files_that_are_none_are_refused(tmp_path):
    with pytest.raises(ModelError, match="there is no such file"):
        formats.load(tmp_path / "none.yaml")
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(ModelError, match="this is no file"):
        formats.load(tmp_path / "folder.yaml")
    with pytest.raises(ModelError, match="there is no such file"):
        formats.load("a\0b.yaml")
    with pytest.raises(ModelError, match=r"\.docx names no format of models: use one of"):
        formats.load(tmp_path / "a.docx")
    with pytest.raises(ModelError, match="its name has no suffix: use one of"):
        formats.save(Conflict(), tmp_path / "a")
    with pytest.raises(ModelError, match="it is a folder, not a model file: use one of"):
        formats.load(tmp_path)
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(TooLargeError, match=r"has 200\.0 MB, and 5 MB is the limit"):
        formats.load(large)


def test_what_is_saved_is_loaded_and_a_failure_leaves_the_old_file(tmp_path, monkeypatch):
    file = tmp_path / "m.yml"
    conflict = yaml.loads(TROOPS)
    formats.save(conflict, file)
    assert formats.load(file) == conflict
    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", full_disk)
        with pytest.raises(ModelError, match=r"it can't be written: disk full: check the folder"):
            formats.save(Conflict(), file)
    assert formats.load(file) == conflict
    assert [one.name for one in tmp_path.iterdir()] == ["m.yml"]
    with pytest.raises(ModelError, match="it can't be written: No such file"):
        formats.save(Conflict(), tmp_path / "nowhere" / "m.yaml")


def full_disk(*_):
    raise OSError(28, "disk full")


def pop_priority(conflict):
    conflict.decision_makers["b"].priorities.pop(0)


def insert_priority(conflict):
    new = Statement(statement="z", confidence=0.5)
    conflict.decision_makers["b"].priorities.insert(1, new)


def swap_priorities(conflict):
    conflict.decision_makers["b"].priorities.reverse()


def drop_option(conflict):
    del conflict.decision_makers["b"].options["z"]


def label_option(conflict):
    conflict.decision_makers["a"].options["x"].label = "go"


def add_maker(conflict):
    conflict.add("d", options=["q"], priorities=["!q"])


def give_title(conflict):
    conflict.title = "T"


HAND = [
    (pop_priority, ['-    - "!a.x"   # beside it']),
    (insert_priority, ['+    - {statement: "z", confidence: 0.5}']),
    (swap_priorities, ['+    - "x"', "-    - x"]),
    (drop_option, ["-      z:"]),
    (
        label_option,
        [
            '-  a: {options: [x, y], priorities: [x, "!y"]}   # short',
            '+  a: {options: {x: {label: go}, y: {}}, priorities: [x, "!y"]} # short',
        ],
    ),
    (add_maker, ["+  d:", "+    options:", "+      q: {}", "+    priorities:", '+    - "!q"']),
    (give_title, ["+title: T"]),
]


@pytest.mark.parametrize(("change", "lines"), HAND, ids=lambda one: getattr(one, "__name__", ""))
def test_an_update_touches_just_these_lines(change, lines):
    conflict = yaml.loads(SHORT)
    change(conflict)
    diff = difflib.unified_diff(SHORT.splitlines(), yaml.update(SHORT, conflict).splitlines())
    assert [one for one in diff if one[0] in "+-" and one[:3] not in ("+++", "---")] == lines
