"""The chart and the drawing: bounded, deterministic, named, and readable by other tools."""

import re

import pytest
from report import makers, pages

from detente.model.conflict import Conflict
from detente.report.brief import brief
from detente.report.charts import described, forecast_svg, spec
from detente.report.drawing import badges, drawing
from detente.report.routes import MOST_NODES, routes
from detente.report.voice import voice


@pytest.fixture(scope="module")
def made():
    return makers.brief()


@pytest.fixture(scope="module")
def steps(made):
    return (*made.content.steps, *made.content.standing)


def _drawn(made):
    nodes, arrows = routes(made, made.content.outcomes)
    return nodes, arrows, drawing(voice(made.conflict, made.game), nodes, arrows, "map")


def test_altair_reads_the_specification(steps):
    import altair as alt

    assert alt.Chart.from_dict(spec(steps)) is not None


def test_the_chart_is_named_and_the_same_each_time(steps):
    svg = forecast_svg(steps, "one", width=640)
    assert svg == forecast_svg(steps, "one", width=640)
    root = pages.read_svg(svg)
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == "How likely each step is"
    assert root.find(f"{space}desc").text == described(steps)
    assert root.get("aria-labelledby") == "one-title one-desc"
    assert "Ines Vall says 5 to 20%" in described(steps)
    for step in steps:
        assert any(step.clause.startswith(t.text.rstrip("…")) for t in root.iter(f"{space}text"))


def test_a_bar_is_as_long_as_its_probability(steps):
    rows = spec(steps)["data"]["values"]
    assert [row["p"] for row in rows] == [pytest.approx(step.probability) for step in steps]
    svg = forecast_svg(steps, "one", width=600)
    bars = re.findall(r'd="M0,[\d.]+h([\d.]+)v12[^"]*" fill="var\(--bar', svg)
    assert [float(bar) for bar in bars] == [
        pytest.approx(600 * step.probability, abs=0.6) for step in steps
    ]


def test_cards_and_badges_are_links_where_they_are_asked_to_be(made):
    nodes, arrows, _ = _drawn(made)
    svg = drawing(
        voice(made.conflict, made.game), nodes, arrows, "map",
        to=lambda one: ("/x?a=1&b=2", 'why "it"') if one in nodes else ("/y", "move"),
    )  # fmt: skip
    root = pages.read_svg(svg)
    links = list(root.iter("{http://www.w3.org/2000/svg}a"))
    assert [one.get("href") for one in links] == ["/x?a=1&b=2"] * len(nodes) + ["/y"] * len(arrows)
    assert links[0].get("aria-label") == 'why "it"'
    assert root.get("role") == "group"


def test_as_many_outcomes_are_drawn_as_are_asked_for(made):
    few, _ = routes(made, made.content.outcomes, most=1)
    many, _ = routes(made, made.content.outcomes, most=MOST_NODES)
    assert len(few) < len(many) <= MOST_NODES


def test_every_outcome_is_drawn_once_and_every_move_between_two_of_them(made):
    nodes, arrows, svg = _drawn(made)
    assert len({node.state for node in nodes}) == len(nodes) <= MOST_NODES
    assert len({node.letter for node in nodes}) == len(nodes)
    states = {node.state for node in nodes}
    assert all({arrow.move.before, arrow.move.after} <= states for arrow in arrows)
    root = pages.read_svg(svg)
    cards = [g for g in root.iter() if (g.get("class") or "").startswith("card")]
    assert len(cards) == len(nodes)
    assert not re.search(r"nan|inf|None", svg)


def test_moves_are_told_by_kind(made):
    _, arrows, _ = _drawn(made)
    kinds = {(arrow.move.before, arrow.move.after): (arrow.kind, arrow.final) for arrow in arrows}
    assert kinds[16, 18] == ("deterred", True)  # Tavia's missiles, for fear of jets
    assert kinds[18, 26] == ("threatened", True)  # the jets after them, but for the escorts


def test_the_drawing_is_the_same_each_time(made):
    assert _drawn(made)[2] == _drawn(makers.brief())[2]


def test_a_large_conflict_is_drawn_in_bounds():
    large = Conflict(status_quo=[], title="Large")
    for n in range(6):
        large.add(
            f"dm{n}", options=[f"a{n}", f"b{n}"],
            priorities=[f"a{n} iff !dm{(n + 1) % 6}.a{(n + 1) % 6}", f"!b{n}"],
        )  # fmt: skip
    nodes, arrows, svg = _drawn(brief(large, draws=30))
    assert 1 <= len(nodes) <= MOST_NODES
    assert len(arrows) <= 120
    assert len(svg) < 200_000


def test_badges_are_all_different():
    crowd = Conflict(status_quo=[])
    for n in range(30):
        crowd.add(
            f"dm{n}", name="North Korea" if n % 2 else "Norway", options=["x"] if n < 8 else []
        )
    found = badges(voice(crowd))
    assert len(set(found)) == 30
    assert found[:2] == ("N", "NK")
