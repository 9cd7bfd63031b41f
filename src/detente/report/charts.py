"""The picture of a forecast: how likely each step is, with its interval.

The picture is a Vega-Lite specification, drawn as SVG by vl-convert with no
browser. The specification is a plain dict that Altair reads too
(``alt.Chart.from_dict(spec)``, tested); building it with Altair itself would
add most of a second of import to every brief (decision 010).

Colours are CSS variables with a fallback, so that the picture follows the
page's light or dark scheme and still stands alone.
"""

import json
import re
from collections.abc import Sequence
from html import escape
from typing import Any

from detente.report import words
from detente.report.content import Step

FONT = "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
INK = "var(--ink, #1d1f23)"
SOFT = "var(--soft, #5b6068)"
RULE = "var(--rule, #d5d3cc)"
TRACK = "var(--track, #ecebe6)"
BAR = "var(--bar, #8fb3d4)"
EXPERT = "var(--expert, #9a4a1c)"
MOST_STEPS = 24
WIDE = 480
LANES = 2
HEIGHT = 48

# where one term of estimative probability gives way to the next
_BOUNDS = (0.05, 0.20, 0.45, 0.55, 0.80, 0.95)
_ZONES = ((0.125, "very unlikely"), (0.325, "unlikely"), (0.5, "even"), (0.675, "likely"),
          (0.875, "very likely"))  # fmt: skip


def spec(steps: Sequence[Step], *, width: int = 640) -> dict[str, Any]:
    """Return the Vega-Lite specification of the forecast's picture.

    Parameters
    ----------
    steps : sequence of Step
        The steps to be drawn, in this order from the top.
    width : int
        Width of the plot in pixels; under 480 the words of the scale are left out.

    Returns
    -------
    dict
        A Vega-Lite 6 specification with its data inside.
    """
    rows = [_row(n, step, width) for n, step in enumerate(steps)]
    lanes = [
        [
            {"row": n, "low": view.low, "high": view.high, "by": view.by}
            for n, step in enumerate(steps)
            for view in step.experts[lane::LANES]
        ]
        for lane in range(LANES)
    ]
    scale = {"domain": [0, 1], "nice": False}
    y = {
        "field": "row", "type": "ordinal", "axis": None,
        "scale": {"domain": list(range(len(rows))), "paddingInner": 0, "paddingOuter": 0},
    }  # fmt: skip
    plain = {"field": "low", "type": "quantitative", "scale": scale}
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "rect", "height": 12, "yOffset": 9, "color": TRACK},
         "encoding": {"x": {"field": "zero", "type": "quantitative", "scale": scale}, "x2": {"field": "one"}, "y": y}},
        {"data": {"values": [{"at": at} for at in _BOUNDS]},
         "mark": {"type": "rule", "color": RULE, "strokeWidth": 1, "strokeDash": [1, 3]},
         "encoding": {"x": {"field": "at", "type": "quantitative", "scale": scale}}},
        {"mark": {"type": "rect", "height": 12, "yOffset": 9, "color": BAR},
         "encoding": {"x": {"field": "zero", "type": "quantitative", "scale": scale, "axis": _axis(width)},
                      "x2": {"field": "p"}, "y": y}},
        {"mark": {"type": "rule", "yOffset": 9, "color": INK, "strokeWidth": 1},
         "encoding": {"x": {**plain, "field": "least"}, "x2": {"field": "most"}, "y": y}},
        {"mark": {"type": "rule", "yOffset": 9, "color": INK, "strokeWidth": 4},
         "encoding": {"x": plain, "x2": {"field": "high"}, "y": y}},
        *(
            {"mark": {"type": "tick", "orient": "vertical", "size": 9, "yOffset": 9, "thickness": 1,
                      "color": INK},
             "encoding": {"x": {**plain, "field": end}, "y": y}}
            for end in ("least", "most")
        ),
        {"mark": {"type": "text", "align": "left", "baseline": "bottom", "yOffset": -1,
                  "color": INK, "fontSize": 13, "fontWeight": 600},
         "encoding": {"x": {"field": "zero", "type": "quantitative", "scale": scale}, "y": y,
                      "text": {"field": "label", "type": "nominal"}}},
        {"mark": {"type": "text", "align": "right", "baseline": "bottom", "yOffset": -1,
                  "color": SOFT, "fontSize": 13},
         "encoding": {"x": {"field": "one", "type": "quantitative", "scale": scale}, "y": y,
                      "text": {"field": "figure", "type": "nominal"}}},
    ]  # fmt: skip
    for lane, views in enumerate(lanes):
        if views:
            layers += _experts(views, 19 + 5 * lane, x=plain, y=y)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": rows},
        "width": width,
        "height": HEIGHT * max(1, len(rows)),
        "padding": {"left": 2, "top": 2, "right": 8, "bottom": 2},
        "background": "transparent",
        "layer": layers,
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {"labelColor": SOFT, "tickColor": RULE, "domainColor": RULE},
        },
    }


def _experts(
    views: list[dict[str, Any]], offset: int, *, x: dict[str, Any], y: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return the layers of the experts' ranges: a line between two diamonds."""
    data = {"values": views}
    diamond = {
        "type": "point", "shape": "diamond", "filled": True, "size": 42, "yOffset": offset,
        "color": EXPERT, "opacity": 1,
    }  # fmt: skip
    line = {"type": "rule", "yOffset": offset, "color": EXPERT, "strokeWidth": 2}
    return [
        {"data": data, "mark": line, "encoding": {"x": x, "x2": {"field": "high"}, "y": y}},
        *(
            {"data": data, "mark": diamond, "encoding": {"x": {**x, "field": end}, "y": y}}
            for end in ("low", "high")
        ),
    ]


def forecast_svg(steps: Sequence[Step], name: str, *, width: int = 640) -> str:
    """Draw the forecast as an SVG element to be put into a page.

    Parameters
    ----------
    steps : sequence of Step
        What is drawn; at most 24 are.
    name : str
        Prefix of the ids in the picture, unique in the page.
    width : int
        Width of the plot in pixels.

    Returns
    -------
    str
        One ``<svg>`` element with a title and a description, without scripts,
        styles or references to anything outside; the same bytes every time.

    Notes
    -----
    The first picture of a process takes about half a second, the next ones 30 ms.
    """
    import vl_convert as vlc

    shown = steps[:MOST_STEPS]
    drawn: str = vlc.vegalite_to_svg(json.dumps(spec(shown, width=width)))
    return embed(drawn, name, "How likely each step is", described(shown))


def described(steps: Sequence[Step]) -> str:
    """Say in words what the picture shows, for those who don't see it."""
    said = [
        f"{step.clause}: {words.percent(step.probability or 0)}, "
        f"interval {words.interval(step.low, step.high)}"
        + "".join(
            f"; {view.by} says {words.interval(view.low, view.high)}" for view in step.experts
        )
        for step in steps
    ]
    return ". ".join(said) + "." if said else "There is no step to show."


def embed(svg: str, name: str, title: str, description: str) -> str:
    """Make a drawn SVG fit to stand in a page: one image with a name, no parts of its own."""
    inner = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
    found = re.search(r'viewBox="([^"]*)"', svg[: svg.index(">")])
    box = found[1] if found else "0 0 640 100"
    inner = re.sub(r' (?:aria-[a-z]+|role)="[^"]*"', "", inner)
    inner = re.sub(r' class="[^"]*"', "", inner)
    inner = inner.replace(' pointer-events="none"', "").replace(' opacity="1"', "")
    inner = re.sub(r'<rect [^>]*fill="transparent"/>', "", inner)
    inner = re.sub(r' font-family="[^"]*"', "", inner)
    inner = re.sub(r"<path[^>]* d=\"(?:M0,0h0v0h0Z)?\"[^>]*/>", "", inner)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" '
        f'font-family="{FONT}" aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>'
        f"{inner}</svg>"
    )


def _row(n: int, step: Step, width: int) -> dict[str, Any]:
    p = step.probability or 0.0
    figure = f"{words.percent(p)} · {words.term(p)}" if width >= WIDE else words.percent(p)
    room = width - 7.8 * len(figure) - 10
    return {
        "row": n,
        "zero": 0,
        "one": 1,
        "p": round(p, 6),
        "least": round(step.low if step.range_low is None else step.range_low, 6),
        "most": round(step.high if step.range_high is None else step.range_high, 6),
        "low": round(step.low, 6),
        "high": round(step.high, 6),
        "label": words.shortened(step.clause, max(12, int(room / 7.9))),
        "figure": figure,
    }


def _axis(width: int) -> dict[str, Any]:
    wide = width >= WIDE
    named = " : ".join(f"datum.value == {at} ? '{word}'" for at, word in _ZONES) + " : ''"
    return {
        "title": None,
        "grid": False,
        "domain": False,
        "ticks": False,
        "labelFontSize": 11,
        "labelPadding": 6,
        "values": [at for at, _ in _ZONES] if wide else [0, 0.5, 1],
        "labelExpr": named if wide else "format(datum.value, '.0%')",
        "labelFlush": False if wide else 2,
    }
