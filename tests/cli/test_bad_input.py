"""Bad input gets one sentence, exit code 1, no traceback, and loses nothing."""

from pathlib import Path

import pytest

HEAD = "detente: 1\n"
TWO = (
    "decision_makers:\n  a: {options: [x], priorities: [x]}\n  b: {options: [y], priorities: [y]}\n"
)
MODELS = {
    "empty": ("", "empty"),
    "binary": (b"\x00\x01\x02\xff" * 50, ""),
    "duplicate key": (HEAD + TWO + "title: t\ntitle: u\n", ":6"),
    "option twice": (
        HEAD
        + "decision_makers:\n  a:\n    options:\n      x: {}\n      x: {}\n    priorities: []\n",
        ":6",
    ),
    "unknown option": (HEAD + TWO.replace("[x]}", '["zz"]}', 1), "zz"),
    "syntax": (HEAD + TWO.replace("priorities: [x]", 'priorities: ["x &"]'), ":3"),
    "no feasible state": (HEAD + TWO + 'infeasible: ["a.x | !a.x"]\n', "feasible"),
    "status quo not feasible": (HEAD + TWO + 'infeasible: ["a.x"]\nstatus_quo: [a.x]\n', "quo"),
    "alias bomb": (
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{c}: &{c} [{', '.join([f'*{p}'] * 9)}]\n"
            for p, c in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "",
    ),
    "too many options": (
        HEAD
        + "decision_makers:\n  a: {priorities: [], options: ["
        + ", ".join(f"o{k}" for k in range(25))
        + "]}\n",
        "24",
    ),
    "no preferences": (HEAD + "decision_makers:\n  a: {options: [x]}\n", "a"),
    "a list": ("- 1\n- 2\n", ""),
    "newer format": ("detente: 99\n" + TWO, "99"),
    "deep": (HEAD + TWO.replace("[x]}", f'["{"(" * 5000}x{")" * 5000}"]}}', 1), ""),
}


@pytest.fixture
def refused(run):
    """Return a function that runs a command and checks how it was refused."""

    def check(*args, says: str = "", code: int = 1):
        result = run(*args)
        assert result.code == code
        assert result.out == ""
        assert "Traceback" not in result.err
        assert result.err.startswith("detente: ")
        assert says in result.err
        return result.err

    return check


@pytest.mark.parametrize("verb", ["solve", "forecast", "brief"])
@pytest.mark.parametrize("name", MODELS)
def test_model_file(refused, tmp_path, verb, name):
    if name == "no preferences" and verb == "forecast":
        pytest.skip("a forecast samples preferences that nobody states, and says so")
    content, says = MODELS[name]
    path = tmp_path / "bad.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    message = refused(verb, path, says=says)
    assert "bad.yaml" in message


@pytest.mark.parametrize("verb", ["read", "draft", "brief"])
@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("blank.txt", b"  \n\n "), ("binary.txt", bytes(range(256)) * 40)],
)
def test_report(refused, tmp_path, verb, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    message = refused(verb, path)
    assert name in message
    assert sorted(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("verb", ["read", "draft", "brief", "solve", "forecast"])
def test_missing(refused, verb):
    assert "nowhere.yaml" in refused(verb, "nowhere.yaml")


def test_report_of_200_megabytes(refused, tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    assert "50" in refused("read", path)


def test_text_without_a_crisis_is_an_empty_but_valid_answer(run, tmp_path):
    path = tmp_path / "cake.txt"
    path.write_text("Mix the flour with two eggs and some milk. Bake it for forty minutes.\n")
    result = run("brief", path)
    assert result.code == 0
    assert (tmp_path / "brief.html").exists()
    assert run("solve", "model.yaml", "--json").code in {0, 1}


def test_unknown_concept(refused):
    assert "nsh" in refused("solve", "elmira", "-c", "nsh")


def test_state_that_is_not_feasible(refused):
    refused("solve", "elmira", "--why", "0")


def test_unknown_case(refused):
    assert "elmira" in refused("solve", "elmyra")


def test_no_draws_is_bad_usage(run):
    assert run("forecast", "elmira", "--draws", "0").code == 2


def test_unknown_verb_is_bad_usage(run):
    assert run("foretell").code == 2


def test_a_model_that_was_edited_is_never_replaced(run, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("Iran is considering a blockade of the strait. Israel may strike Iran.\n")
    assert run("draft", report).code == 0
    assert run("draft", report).code == 0  # what the same command wrote may be replaced
    model = tmp_path / "model.yaml"
    edited = model.read_text() + "# my own remark\n"
    model.write_text(edited)
    for verb in ("draft", "brief"):
        result = run(verb, report)
        assert result.code == 1
        assert "model.yaml" in result.err
    assert model.read_text() == edited
    assert run("draft", report, "--force").code == 0
    assert "my own remark" not in model.read_text()


def test_a_foreign_file_is_never_replaced(run, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("Iran is considering a blockade of the strait. Israel may strike Iran.\n")
    (tmp_path / "brief.html").write_text("<p>mine</p>")
    result = run("brief", report)
    assert result.code == 1
    assert (tmp_path / "brief.html").read_text() == "<p>mine</p>"
    assert not (tmp_path / "model.yaml").exists()


def test_our_own_fault_is_said_to_be_ours(run, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("detente.cases.names", broken)
    result = run("cases")
    assert result.code == 70
    assert "fault of Détente's own" in result.err
    assert "Traceback" not in result.err


def test_outputs_never_replace_what_is_read_or_each_other(refused, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("Iran is considering a blockade of the strait. Israel may strike Iran.\n")
    before = report.read_bytes()
    assert "replace" in refused("brief", report, "--html", report, "--force")
    assert "replace" in refused("draft", report, "-o", report, "--force")
    assert "one file" in refused("brief", report, "--html", "a.html", "--model", "a.html")
    assert report.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device file")
def test_a_device_is_no_place_to_write(refused, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("Iran is considering a blockade of the strait. Israel may strike Iran.\n")
    assert "no ordinary file" in refused("draft", report, "-o", "/dev/full", "--force")


def test_a_label_is_never_markup(run, tmp_path):
    path = tmp_path / "marks.yaml"
    path.write_text(
        HEAD
        + 'decision_makers:\n  a: {options: {x: {label: "[/red] go [x]"}}, priorities: [x]}\n'
        + "  b: {options: [y], priorities: [y]}\n"
    )
    result = run("solve", path)
    assert result.code == 0
    assert "[/red] go [x]" in result.out


def test_weights_beyond_a_float(refused, tmp_path):
    path = tmp_path / "heavy.yaml"
    path.write_text(
        HEAD + 'decision_makers:\n  a: {options: [x], weights: {x: 1.0e+308, "!x": 1.0e+308}}\n'
    )
    assert "scale them down" in refused("solve", path)
