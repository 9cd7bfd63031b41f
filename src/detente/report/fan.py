"""The fan: how likely each step is by when, one small picture a step, with its interval.

As `detente.report.charts` it is a plain Vega-Lite specification drawn by vl-convert,
with colours that follow the page.
"""

import json
from collections.abc import Sequence
from typing import Any

from detente.report import words
from detente.report.charts import BAR, FONT, INK, RULE, SOFT, TRACK, embed
from detente.report.content import Fan

MOST_FANS = 8
"""How many steps are drawn; the table beside the picture has them all."""

HEIGHT = 92
TOPS = (0.1, 0.2, 0.4, 0.6)
GAP = 34


def spec(fans: Sequence[Fan], *, width: int = 640, columns: int = 2) -> dict[str, Any]:
    """Return the Vega-Lite specification of the fan.

    Parameters
    ----------
    fans : sequence of Fan
        The steps to be drawn, in this order, row by row.
    width : int
        Width of the whole in pixels.
    columns : int
        Pictures beside each other.

    Returns
    -------
    dict
        A Vega-Lite 6 specification with its data inside; every picture has the same scales.
    """
    across = width // columns - GAP - 12
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "concat": [_panel(fan, across, top(fans)) for fan in fans],
        "columns": columns,
        "spacing": {"row": 22, "column": GAP},
        "padding": {"left": 2, "top": 2, "right": 6, "bottom": 2},
        "background": "transparent",
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {"labelColor": SOFT, "tickColor": RULE, "domainColor": RULE},
        },
    }


def top(fans: Sequence[Fan]) -> float:
    """Return where all scales end: the first of some round figures above every interval."""
    highest = max((high for fan in fans for *_, high in fan.points), default=1.0)
    return next((end for end in TOPS if highest <= 0.9 * end), 1.0)


def _panel(fan: Fan, width: int, end_of_scale: float) -> dict[str, Any]:
    """Return one picture: the band of the interval, the line, and the figure at its end."""
    rows = [
        {"t": round(t, 4), "p": round(p, 6), "low": round(low, 6), "high": round(high, 6)}
        for t, p, low, high in ((0.0, 0.0, 0.0, 0.0), *fan.points)
    ]
    last = rows[-1]
    x = {
        "field": "t", "type": "quantitative",
        "scale": {"domain": [0, last["t"]], "nice": False},
        "axis": {"title": None, "grid": False, "labelFontSize": 11, "tickCount": 3,
                 "labelFlush": True, "labelExpr": _MONTHS},
    }  # fmt: skip
    y = {
        "type": "quantitative", "scale": {"domain": [0, end_of_scale], "nice": False},
        "axis": {"title": None, "values": [0, end_of_scale / 2, end_of_scale], "format": ".0%", "labelFontSize": 11,
                 "gridColor": TRACK, "domain": False, "ticks": False},
    }  # fmt: skip
    end = {"data": {"values": [{**last, "figure": words.percent(last["p"])}]}}
    below = last["p"] > 0.75 * end_of_scale
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "area", "color": BAR, "opacity": 0.65},
         "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}}},
        {"mark": {"type": "line", "color": INK, "strokeWidth": 1.75},
         "encoding": {"x": x, "y": {**y, "field": "p"}}},
        {**end, "mark": {"type": "point", "filled": True, "color": INK, "size": 22, "opacity": 1},
         "encoding": {"x": x, "y": {**y, "field": "p"}}},
        {**end, "mark": {"type": "text", "align": "right", "baseline": "top" if below else "bottom",
                         "dy": 8 if below else -8, "color": INK, "fontSize": 13, "fontWeight": 600},
         "encoding": {"x": x, "y": {**y, "field": "p"},
                      "text": {"field": "figure", "type": "nominal"}}},
    ]  # fmt: skip
    return {
        "title": {
            "text": _lines(fan.clause, max(18, int(width / 7.9))), "anchor": "start",
            "frame": "group", "fontSize": 13, "fontWeight": 600, "color": INK, "offset": 8,
        },
        "data": {"values": rows},
        "width": width,
        "height": HEIGHT,
        "layer": layers,
    }  # fmt: skip


_MONTHS = "datum.value == 0 ? 'now' : datum.label + (datum.value == 1 ? ' month' : ' months')"


def _lines(text: str, room: int) -> list[str]:
    """Break a title into two lines at most."""
    if len(text) <= room:
        return [text]
    cut = text.rfind(" ", 0, room + 1)
    cut = cut if cut > 0 else room
    return [text[:cut].rstrip(), words.shortened(text[cut:].strip(), room)]


def fan_svg(fans: Sequence[Fan], name: str, *, width: int = 640, columns: int = 2) -> str:
    """Draw the fan as an SVG element to be put into a page.

    Parameters
    ----------
    fans : sequence of Fan
        What is drawn; at most 8 are.
    name : str
        Prefix of the ids in the picture, unique in the page.
    width, columns : int
        Of the whole in pixels, and how many pictures stand beside each other.

    Returns
    -------
    str
        One ``<svg>`` element with a title and a description, without scripts,
        styles or references to anything outside; the same bytes every time.
    """
    import vl_convert as vlc

    shown = fans[:MOST_FANS]
    drawn: str = vlc.vegalite_to_svg(json.dumps(spec(shown, width=width, columns=columns)))
    return embed(drawn, name, "How likely each step is, by when", described(shown))


def described(fans: Sequence[Fan]) -> str:
    """Say in words what the picture shows, for those who don't see it."""
    said = []
    for fan in fans:
        t, p, low, high = fan.points[-1]
        middle = fan.points[len(fan.points) // 2 - 1]
        said.append(
            f"{fan.clause}: {words.percent(middle[1])} after {months(middle[0])},"
            f" {words.percent(p)} after {months(t)}, interval {words.interval(low, high)}"
        )
    return ". ".join(said) + "." if said else "There is no step to show."


def months(t: float) -> str:
    """Say how many months, in weeks or days where they are few.

    Examples
    --------
    >>> [months(t) for t in (6.0, 1.0, 2.5, 0.46, 0.1)]
    ['6 months', '1 month', '2.5 months', '2 weeks', '3 days']
    """
    if t >= 0.95:  # noqa: PLR2004 - a month, nearly
        n = f"{t:.1f}".removesuffix(".0")
        return f"{n} month" if n == "1" else f"{n} months"
    days = round(t * 30.4375)
    if days >= 14:  # noqa: PLR2004 - two weeks
        return f"{round(days / 7)} weeks"
    return f"{days} day" if days == 1 else f"{days} days"
