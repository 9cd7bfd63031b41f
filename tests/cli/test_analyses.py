"""What a solved conflict is asked further, on Elmira and Syria-Iraq, from the command line."""

import csv
import io
import json

import pytest

GRAPH = """\
moves:
  moe: [[1, 2], [3, 4], [5, 6], [7, 8]]
  uniroyal: [[1, 3], [1, 9], [2, 4], [2, 9], [3, 9], [4, 9], [5, 7], [5, 9], [6, 8], [6, 9], [7, 9], [8, 9]]
  local: [[1, 5], [5, 1], [2, 6], [6, 2], [3, 7], [7, 3], [4, 8], [8, 4]]
rankings:
  moe: [7, 3, 4, 8, 5, 1, 2, 6, 9]
  uniroyal: [1, 4, 8, 5, 9, 3, 7, 2, 6]
  local: [7, 3, 5, 1, 8, 6, 4, 2, 9]
"""


def shown(result) -> dict:
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


def test_the_ministry_and_the_company_would_leave_together(run):
    value = shown(run("solve", "elmira", "--coalitions", "moe+uniroyal", "--json"))
    assert {tuple(one["to"]) for one in value["vulnerable"] if one["state"] == 18} == {(21,)}
    assert 18 not in value["coalition_stable"]["nash"]


def test_the_other_reading_of_a_common_move_is_named(run):
    value = shown(run("solve", "garrison", "--coalitions", "all", "--joint-moves", "--json"))
    assert value["moves"] == "joint"


def test_how_elmira_evolves(run):
    value = shown(run("solve", "elmira", "--evolution", "--json"))
    reached = {one["state"]: one for one in value["reached"]}
    assert reached[18]["improvements"] == [["local_government", 2, 18]]
    assert reached[21]["improvements"] is None


def test_what_cannot_be_taken_back(run):
    points = shown(run("solve", "elmira", "--no-return", "--json"))["no_return"]["points"]
    assert {point["decision_maker"] for point in points} == {"moe", "uniroyal"}


def test_foresight(run):
    value = shown(run("solve", "chicken", "--foresight", "--json"))["foresight"]
    assert value["equilibria"]["2"] == []
    assert value["non_myopic"] == [3]


def test_what_would_change_it(run):
    value = shown(run("solve", "syria_iraq", "--change", "1", "--under", "nash", "--json"))
    assert value["change"]["makes"]
    assert value["change"]["changes"]


def test_the_rankings_that_make_it_stable(run):
    value = shown(run("solve", "syria_iraq", "--conditions", "1", "--under", "seq", "--json"))
    assert value["conditions"][0]["rankings"]["stable"] == 384


def test_what_options_do(run):
    value = shown(run("solve", "elmira", "--effects", "--json"))
    assert [one["option"] for one in value["effects"]] == value["options"]


@pytest.mark.parametrize("form", ["text", "csv", "latex", "html"])
def test_the_tableau(run, form):
    result = run("solve", "syria_iraq", "--table", form)
    assert result.code == 0
    for name in ("release", "escalate", "attack"):
        assert name in result.out


def test_the_tableau_reads_back(run):
    lines = list(csv.reader(io.StringIO(run("solve", "syria_iraq", "--table", "csv").out.strip())))
    column = lines[0].index("6")
    assert [line[column] for line in lines[1:5]] == ["N", "Y", "Y", "E"]


@pytest.mark.parametrize(
    "asked",
    ["--evolution", "--no-return", "--foresight", "--effects"],
)
def test_each_is_told_in_words(run, asked):
    result = run("solve", "elmira" if asked != "--foresight" else "chicken", asked)
    assert (result.code, result.err) == (0, "")
    assert len(result.out.splitlines()) > 3


@pytest.mark.parametrize(
    "args",
    [
        ("--coalitions", "nobody"),
        ("--coalitions", ","),
        ("--change", "0"),
        ("--change", "2", "--under", "hope"),
        ("--conditions", "999"),
        ("--table", "xls"),
    ],
)
def test_what_makes_no_sense_is_refused(run, args):
    result = run("solve", "elmira", *args)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("detente: ")


def test_elmira_with_nine_states_given_by_edges(run, tmp_path):
    path = tmp_path / "graph.yaml"
    path.write_text(GRAPH)
    value = shown(run("graph", path, "--json"))
    assert value["equilibria"]["nash"] == ["5", "8", "9"]
    assert value["equilibria"]["gmr"] == ["1", "4", "5", "8", "9"]


@pytest.mark.parametrize(
    "text",
    [
        "x: 1\n",
        "moves: {a: [[1, 2, 3]]}\nrankings: {a: [1, 2]}\n",
        "moves: {a: 1}\nrankings: {a: [1]}\n",
    ],
)
def test_a_file_that_is_no_graph(run, tmp_path, text):
    path = tmp_path / "graph.yaml"
    path.write_text(text)
    result = run("graph", path)
    assert (result.code, result.out) == (1, "")
    assert "graph.yaml" in result.err
