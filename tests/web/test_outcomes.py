"""The page Outcomes: what is drawn, what is said of states and moves, and what coalitions would do."""

import json
import re
from html import unescape

import pytest

from detente.model.formats import yaml
from detente.solve.solving import solve
from detente.web import answers
from detente.web.graph import drawn, named
from detente.web.kept import part
from detente.web.moves import told
from detente.web.together import coalitions, shaken

FOUR = """\
title: Arms
decision_makers:
  a: {name: Aldova, options: {betray: {label: arm, reversible: forward}}, priorities: ["betray & !b.betray", "!b.betray", "betray"]}
  b: {name: Borland, options: {betray: {label: arm}}, priorities: ["betray & !a.betray", "!a.betray", "betray"]}
status_quo: []
"""


@pytest.fixture(scope="module")
def arms():
    conflict = yaml.loads(FOUR)
    return solve(conflict), answers.spoken(FOUR)


def elements(text):
    return json.loads(unescape(re.search(r'data-graph="([^"]*)"', text)[1]))


def test_canvas_picture_and_tables_show_the_same(client):
    text = client.get("/outcomes").text
    graph = elements(text)
    states = {one["state"] for one in graph["states"]}
    moves = {(one["before"], one["after"]) for one in graph["moves"]}
    assert 0 in states
    assert moves
    picture = text[text.index("<svg") : text.index("</svg>")]
    linked = set(re.findall(r'<a href="/outcomes\?state=(\d+)#why"', picture))
    assert linked == {str(s) for s in states}
    for before, after in moves:
        assert f'<a href="/outcomes?before={before}&amp;after={after}#why"' in picture
        assert f'data-move="{before}-{after}"' in text
    assert all({one["before"], one["after"]} <= states for one in graph["moves"])


def test_the_drawing_never_has_more_than_sixty_outcomes():
    names = [f"o{k}" for k in range(12)]
    options = ", ".join(f"{name}: {{}}" for name in names)
    text = f"decision_makers: {{a: {{options: {{{options}}}, priorities: []}}, b: {{options: {{x: {{}}}}, priorities: []}}}}\nstatus_quo: []\n"
    stability = answers.solved(text)
    outcomes, more = named(stability, answers.spoken(text))
    assert (len(outcomes), more) == (12, 2**13 - 12)
    assert len(answers.held(text).drawn.nodes) <= 60


def test_outcomes_are_named_with_the_present_state_first(arms):
    stability, voice = arms
    outcomes, more = named(stability, voice)
    assert (outcomes[0].state, outcomes[0].letter, outcomes[0].now, more) == (0, "A", True, 0)
    held = [one for one in outcomes if one.concepts]
    assert [one.state for one in held if "nash" in one.concepts] == [3]
    assert len(held[-1].concepts) <= len(held[1].concepts)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (0, 1, "Aldova would gain"),
        (3, 1, "does not do it for its own sake"),
        (1, 0, "can't be taken back"),
        (0, 3, "Aldova and Borland would have to act"),
        (0, 0, "the same state"),
    ],
)
def test_a_move_is_told_of(arms, before, after, said):
    stability, voice = arms
    found = told(stability, voice, before, after)
    lines = [*found.notes, *(line for one in found.verdicts for line in one["sentences"])]
    assert any(said in line for line in lines)
    assert (found.mover is None) == (after in {0, 3} and before != 3)


def test_a_move_is_deterred_exactly_where_no_state_says_otherwise(arms):
    stability, voice = arms
    found = told(stability, voice, 0, 1)
    deterred = {c for one in found.verdicts if one["deterred"] for c in one["concepts"]}
    assert deterred == {c for c in stability.concepts if stability.of(c)[0, 0]}
    assert {c for one in found.verdicts for c in one["concepts"]} == set(stability.concepts)
    assert found.notes == ("This cannot be taken back.",)


def test_what_a_coalition_would_leave_is_what_both_dislike(arms):
    stability, voice = arms
    # mutual armament can't be left: Aldova's step is final; undone, both would go back
    outcomes, _ = named(stability, voice)
    assert shaken(stability, voice, outcomes) == ([], 0)
    text = FOUR.replace("reversible: forward", "reversible: both")
    free, spoken = answers.solved(text), answers.spoken(text)
    found, more = shaken(free, spoken, named(free, spoken)[0])
    assert [(one.state, one.to, one.members, more) for one in found] == [
        (3, (0,), "Aldova and Borland", 0)
    ]


def test_of_many_decision_makers_only_pairs_and_all_together_are_asked():
    assert len(coalitions(5)) == 2**5 - 5 - 1
    assert len(coalitions(9)) == 36 + 1
    assert coalitions(1) == []


def test_the_reasons_alone_are_sent_where_only_they_are_asked_for(client):
    headers = {"hx-target": "why"}
    answer = client.get("/outcomes?state=2", headers=headers)
    assert answer.status_code == 200
    assert answer.text.lstrip().startswith('<section id="why"')
    assert 'data-state="2"' in answer.text
    whole = client.get("/outcomes?state=2").text
    assert re.search(r"<h2 id=\"why-h\">.*?</h2>", answer.text, re.DOTALL)[0] in whole
    move = client.get("/outcomes?before=0&after=1", headers=headers)
    assert 'data-move="0-1"' in move.text


@pytest.mark.parametrize("headers", [{}, {"hx-target": "why"}])
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("before=0&after=1", 200),
        ("before=0", 200),  # half a question is none
        ("before=0&after=9", 404),
        ("before=x&after=1", 422),
        ("before=0&after=-1", 422),
        ("before=0&after=" + "9" * 4000, 422),
        ("before=%00&after=²", 422),
        ("state=9", 404),
        ("state=<script>", 422),
    ],
)
def test_any_state_and_move_can_be_asked_for(client, headers, query, status):
    answer = client.get(f"/outcomes?{query}", headers=headers)
    assert answer.status_code == status
    assert "<script>" not in answer.text.replace('<script src="', "")


@pytest.mark.parametrize("concept", ["", "nash", "seq"])
@pytest.mark.parametrize("dm", ["", "aldova", "borland"])
@pytest.mark.parametrize("taken", ["", "yes", "no"])
def test_states_are_filtered_by_concept_decision_maker_and_option(client, concept, dm, taken):
    stability = answers.solved(client.get("/model.yaml").text)
    who = [one for one in ("aldova", "borland") if dm in {"", one}]
    concepts = [concept] if concept else stability.concepts
    expected = [
        s
        for s in range(4)
        if any(
            all(stability.of(c)[stability.game.decision_maker(i), s] for i in who) for c in concepts
        )
        or not (concept or dm)
    ]
    query = {"concept": concept, "dm": dm}
    if taken:
        query |= {"option": "aldova.close", "taken": taken}
        expected = [s for s in expected if bool(s & 1) == (taken == "yes")]
    text = client.get("/outcomes", params=query).text
    assert int(re.search(r"(\d+) of 4 states", text)[1]) == len(expected)
    table = text[text.index('class="states"') :] if expected else ""
    rows = re.findall(r'<th scope="row"><a href="/outcomes\?state=(\d+)#why"', table)
    assert [int(s) for s in rows] == expected
    assert ("Show all" in text) == any(query.values())


@pytest.mark.parametrize("query", ["dm=odd", "concept=odd", "option=odd", "dm=%00"])
def test_filters_that_name_nothing_are_told(client, query):
    assert client.get(f"/outcomes?{query}").status_code == 404


def test_a_part_is_set_once_for_one_text_and_question():
    calls = []

    def content():
        calls.append(1)
        return {"wrong": "x", "chosen": None, "move": None, "why": None, "nodes": (), "called": {}}

    one = part("why.html.j2", "a model", "asked", content)
    assert part("why.html.j2", "a model", "asked", content) == one
    assert len(calls) == 1
    part("why.html.j2", "another", "asked", content)
    part("why.html.j2", "a model", "else", content)
    assert len(calls) == 3


def test_a_part_that_fails_is_not_kept():
    def fails():
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            part("why.html.j2", "a model", "fails", fails)


def test_the_library_is_there_and_served_to_be_kept(client):
    address = re.search(r'data-library="(/static/cytoscape[^"]+)"', client.get("/outcomes").text)[1]
    answer = client.get(address)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    assert b"Cytoscape" in answer.content[:4000]


def test_the_link_that_keeps_the_library_from_adding_styles_is_there(client):
    # the library looks for an element with this id before it adds a style element
    assert 'id="__________cytoscape_stylesheet"' in client.get("/outcomes").text


def test_the_drawing_is_drawn_from_what_drawn_chose(arms):
    stability, voice = arms
    text = FOUR
    held = answers.held(text)
    again = drawn(answers.plain(text), voice, held.outcomes)
    assert again.svg == held.drawn.svg
    assert again.elements == held.drawn.elements
    assert {node.letter for node in again.nodes} == {
        one["letter"] for one in again.elements["states"]
    }
    assert stability.game.status_quo == 0
