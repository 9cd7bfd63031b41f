"""A forecast in words and pictures: by when, which way, past which points, under which condition."""

import re

import altair as alt
import pytest
from report import pages

from detente.forecast.forecasting import forecast
from detente.model.conflict import Conflict
from detente.report import fan, words
from detente.report.content import Fan
from detente.report.forecast_content import compose
from detente.report.html import forecast_page

HOSTILE = "close <script>alert(1)</script> & “the” strait"


def strait(label="close the strait", **fields):
    made = Conflict(title="The Selin Strait", as_of="2031-05-01", status_quo=["karsk.patrol"])
    made.add(
        "karsk",
        options={
            "mines": {"label": label, "status": "threatened", "reversible": "forward"},
            "patrol": {"label": "patrol the strait", "status": "ongoing"},
        },
        priorities=["!league.escort", {"statement": "mines", "confidence": 0.5}],
    )
    made.add(
        "league",
        options={"escort": {"label": "send escorts", "status": "considered"}},
        priorities=[{"statement": "escort if karsk.mines", "confidence": 0.7}, "!karsk.mines"],
    )
    said = {
        "red_lines": [{"by": "karsk", "against": "league.escort"}],
        "experts": [
            {"by": "I. Vall", "of": "league.escort", "words": "unlikely", "low": 0.2, "high": 0.45},
            {
                "by": "O. Orm",
                "of": "league.escort",
                "given": "karsk.mines",
                "low": 0.5,
                "high": 0.7,
            },
        ],
        **fields,
    }
    return Conflict.model_validate({**made.model_dump(), **said})


@pytest.fixture(scope="module")
def found():
    return forecast(strait(), draws=600, horizon="6 months")


@pytest.fixture(scope="module")
def html(found):
    return forecast_page(strait(), found)


def test_the_page_is_whole_and_the_same_each_time(found, html):
    read = pages.read(html)
    assert forecast_page(strait(), found) == html
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links} <= set(read.ids)
    assert "<script" not in html
    assert "http://" not in html.replace("http://www.w3.org", "")


def test_every_step_has_its_times_in_a_table_beside_the_picture(found, html):
    plain = re.sub(r"<[^>]+>", " ", html)
    plain = " ".join(plain.split())
    for m in (2, 5, 8, 11):
        p = found.curves["karsk.mines"][m]
        assert f"{words.percent(p)} {words.interval(*found.band('karsk.mines')[m])}" in plain
    assert "1.5 months 3 months 4.5 months 6 months" in plain


def test_content_has_all_that_the_forecast_says(found):
    content, ends, _ = compose(strait(), found)
    outlook = content.outlook
    assert [one.clause for one in outlook.fans] == [
        "Karsk closes the strait",
        "The league sends escorts",
    ]
    assert sum(way.probability for way in outlook.ways) <= 1 + 1e-9
    assert outlook.ways[0].probability == found.ways[0].probability
    assert [one.clause for one in outlook.points] == [
        "Karsk closes the strait",
        "Any way back is lost",
    ]
    assert outlook.points[0].probability == found.options["karsk.mines"].probability
    (said,) = outlook.conditionals
    assert (said.by, said.given, said.of) == (
        "O. Orm",
        "karsk closes the strait",
        "the league sends escorts",
    )
    assert said.model == found.conditionals[0].probability
    assert [one.by for one in content.experts] == ["I. Vall"]
    assert content.red_lines[0].hedged == found.red_lines_hedged[0]
    assert ends[0].probability == found.states[0].probability
    assert any("Model error" in line.text for line in outlook.says)


def test_without_a_horizon_there_is_no_picture_and_the_page_says_so():
    html = forecast_page(strait(), forecast(strait(), draws=50, doubt=0))
    assert "ask for a horizon" in html
    assert "fan-wide" not in html
    assert "Model error:" not in html


def test_text_is_text():
    made = strait(label=HOSTILE)
    html = forecast_page(made, forecast(made, draws=50, horizon="1 year"))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_altair_reads_the_fan(found):
    content, _, _ = compose(strait(), found)
    for width, columns in ((640, 2), (324, 1)):
        alt.Chart.from_dict(fan.spec(content.outlook.fans, width=width, columns=columns))


def test_the_fan_draws_the_numbers(found):
    content, _, _ = compose(strait(), found)
    one = fan.spec(content.outlook.fans)["concat"][0]
    assert [row["p"] for row in one["data"]["values"][1:]] == [
        round(p, 6) for p in found.curves["karsk.mines"]
    ]
    assert all(row["low"] <= row["p"] <= row["high"] for row in one["data"]["values"])
    svg = fan.fan_svg(content.outlook.fans, "x")
    assert svg == fan.fan_svg(content.outlook.fans, "x")
    assert 'id="x-desc"' in svg
    assert "after 3 months" in svg
    assert "var(--bar" in svg


@pytest.mark.parametrize(
    ("high", "end"), [(0.05, 0.1), (0.1, 0.2), (0.3, 0.4), (0.5, 0.6), (0.95, 1.0)]
)
def test_all_scales_end_at_a_round_figure_above_everything(high, end):
    fans = [Fan("a", ((1.0, high, high, high),)), Fan("b", ((1.0, 0.01, 0.0, 0.02),))]
    assert fan.top(fans) == end
    panels = fan.spec(fans)["concat"]
    assert {tuple(one["layer"][0]["encoding"]["y"]["scale"]["domain"]) for one in panels} == {
        (0, end)
    }
