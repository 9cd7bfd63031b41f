"""The page Forecast: curves, ways, drivers, experts, and what-if beside the baseline."""

import re
from itertools import pairwise

import pytest
from report import pages
from starlette.datastructures import QueryParams
from web.conftest import MODEL

from detente.errors import InputError
from detente.model.formats import yaml
from detente.web import answers
from detente.web.curves import Curve, described, drawn, top, when
from detente.web.ordering import reordered
from detente.web.whatif import address, forecasts, question

FEW = {"draws": "200"}


def asked(**more):
    return question(MODEL, QueryParams(FEW | more))


def test_a_question_stands_in_the_address():
    found = asked(**{"if-aldova.close": "yes", "order-aldova": "3, 1 2", "seed": "4"})
    assert found.assume == (("aldova.close", True),)
    assert found.orders == (("aldova", (2, 0, 1)),)
    assert (found.draws, found.seed, found.horizon, found.supposes) == (200, 4, None, True)


@pytest.mark.parametrize("order", ["1 2 3", " 1, 2,3 ", "", "   "])
def test_the_models_own_order_supposes_nothing(order):
    assert not asked(**{"order-aldova": order}).supposes


@pytest.mark.parametrize(
    "order", ["4", "0", "1 1", "x", "-1", "1.5", "²", "1" * 900, "1;2", "\x00"]
)
def test_an_order_of_other_numbers_is_refused(order):
    with pytest.raises(InputError):
        asked(**{"order-aldova": order})


def test_a_new_order_keeps_all_else_of_a_statement_and_drops_what_is_left_out():
    conflict = yaml.loads(MODEL)
    found = reordered(conflict, (("aldova", (1, 0)),))["aldova"]
    assert [one["statement"] for one in found] == ["close if borland.blockade", "!borland.blockade"]
    assert (found[0]["confidence"], found[0]["order"]) == (0.6, "known")
    assert len(conflict.decision_makers["aldova"].priorities) == 3
    assert conflict.decision_makers["aldova"].priorities[1].order == "unknown"


def test_another_order_moves_the_answer_and_the_baseline_stands():
    found = forecasts(MODEL, QueryParams(FEW | {"order-aldova": "2 1 3"}))
    assert found.supposed is not None
    assert found.baseline == answers.foreseen(MODEL, 200, 0, None)
    assert (
        found.supposed.options["aldova.close"].probability
        != found.baseline.options["aldova.close"].probability
    )


def test_news_can_be_supposed_from_the_table_of_drivers(client):
    text = client.get("/forecast?draws=400").text
    link = re.search(r'href="(/forecast\?[^"]*know-[^"]*=yes)"', text)[1].replace("&amp;", "&")
    answer = client.get(link)
    assert answer.status_code == 200
    assert "Suppose <bdi>it is known that" in answer.text
    assert re.search(r'name="know-[^"]*" class="set"', answer.text)
    found = question(MODEL, QueryParams(link.split("?")[1]))
    assert address(found) == link
    (name, so), *_ = found.assume
    assert so
    one = forecasts(MODEL, QueryParams(link.split("?")[1])).supposed
    assert any(name in note for note in one.notes)


def test_a_question_and_its_address_are_the_same():
    found = asked(**{"if-aldova.close": "no", "order-borland": "2 1", "horizon": "6 months"})
    assert question(MODEL, QueryParams(address(found).split("?")[1])) == found


def test_a_forecast_can_be_worked_out_in_the_background(client):
    form = {"draws": "300", "if-aldova.close": "yes", "horizon": "", "order-borland": "2 1"}
    answer = client.post("/forecast", data=form)
    assert answer.status_code == 303
    while (answer := client.get(answer.headers["location"])).status_code == 200:
        pass
    assert answer.headers["location"].startswith("/forecast?")
    assert "What if" in client.get(answer.headers["location"]).text


def test_forcing_and_forbidding_are_shown_in_points(client):
    text = client.get("/forecast?draws=200&if-borland.blockade=yes").text
    row = text[text.index('class="supposed"') :]
    row = row[: row.index("</tr>")]
    assert "<strong>100%</strong>" in row
    assert re.search(r'class="delta up">\+\d+<', row)
    assert "Suppose <bdi>Borland blockades the port, whatever else happens" in text
    text = client.get("/forecast?draws=200&if-borland.blockade=no&order-aldova=2+1+3").text
    assert "never: Borland blockades the port" in text
    assert "Aldova has other priorities" in text
    assert 'name="order-aldova" value="2 1 3"' in text


def test_without_a_horizon_the_page_leads_to_one(client):
    text = client.get("/forecast?draws=200").text
    assert 'class="curve"' not in text
    assert "/forecast?horizon=6+months&amp;draws=200&amp;seed=0" in text
    text = client.get("/forecast?horizon=6+months&draws=200").text
    assert text.count('class="curve"') == 2
    assert "The same as a table" in text


def test_curves_rise_and_end_at_the_probability_of_the_table():
    forecast = answers.foreseen(MODEL, 200, 0, "6 months")
    for name, one in forecast.options.items():
        curve = forecast.curves[name]
        assert all(before <= after + 1e-9 for before, after in pairwise(curve))
        assert curve[-1] == pytest.approx(one.probability)
        assert all(
            low <= p <= high for p, (low, high) in zip(curve, forecast.band(name), strict=True)
        )


@pytest.mark.parametrize(
    ("months", "chance"),
    [
        ((1.0,), (0.5,)),
        ((0.5, 1.0), (0.0, 0.0)),
        ((6.0, 12.0), (1.0, 1.0)),
        ((1.0, 2.0), (0.001, 0.03)),
    ],
)
def test_a_curve_is_a_picture_within_its_frame(months, chance):
    one = Curve('<b> & "x"', months, chance, tuple((p, min(1, p + 0.1)) for p in chance), chance)
    svg = drawn(one, top([one]), "c")
    root = pages.read_svg(svg)
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == '<b> & "x"'
    assert root.find(f"{space}desc").text == described(one)
    numbers = [
        float(n) for d in root.iter(f"{space}path") for n in re.findall(r"[\d.]+", d.get("d"))
    ]
    assert numbers
    assert all(0 <= n <= 260 for n in numbers)


def test_the_axis_is_shared_and_no_larger_than_it_need_be():
    low = Curve("a", (1.0,), (0.02,), ((0.01, 0.04),))
    high = Curve("b", (1.0,), (0.3,), ((0.2, 0.42),))
    assert (top([low]), top([low, high]), top([])) == (0.05, 0.5, 0.05)


@pytest.mark.parametrize(
    ("months", "said"),
    [(0.25, "8 days"), (1.5, "46 days"), (1.0, "1 month"), (3.0, "3 months"), (18.0, "18 months"), (36.0, "3 years"), (0.03, "1 day")],
)  # fmt: skip
def test_spans_are_said(months, said):
    assert when(months) == said


def test_ways_lead_to_the_moves_they_are_made_of(client):
    text = client.get("/forecast?draws=200").text
    ways = text[text.index('class="ways"') :]
    for before, after in re.findall(r"/outcomes\?before=(\d+)&amp;after=(\d+)#why", ways):
        assert client.get(f"/outcomes?before={before}&after={after}").status_code == 200


def test_experts_stand_beside_the_model(client, tag):
    text = MODEL + (
        "experts:\n"
        "  - {by: Ines Vall, of: borland.blockade, words: likely, low: 0, high: 0.001}\n"
        "  - {by: Tom Ode, of: aldova.close, low: 0, high: 1}\n"
    )
    form = {"do": "text", "tag": tag, "text": text}
    assert client.post("/model", data=form).status_code == 303
    page = client.get("/forecast?draws=200").text
    table = page[page.index('class="experts"') :]
    assert "Ines Vall" in table
    assert re.search(r'class="leaves">\d+ points? higher', table)
    assert 'class="stays">Within' in table
    supposed = client.get("/forecast?draws=200&if-aldova.close=yes&if-borland.blockade=yes").text
    assert "Supposed" in supposed[supposed.index('class="experts"') :]


@pytest.mark.parametrize(
    "query", ["order-aldova=9", "order-aldova=1+1", "draws=²", "seed=-1", "draws=" + "1" * 4000]
)
def test_what_cant_be_asked_is_told(client, query):
    answer = client.get(f"/forecast?{query}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_unknown_makers_and_options_in_an_address_change_nothing(client):
    plain = client.get("/forecast?draws=200").text
    assert client.get("/forecast?draws=200&if-x.y=yes&order-nobody=1+2&odd=1").text == plain
    assert client.get("/forecast?draws=200&know-x:+y=yes").status_code == 404
    many = "&".join(f"know-{n}=maybe" for n in range(100))
    assert client.get(f"/forecast?draws=200&{many}").text == plain
