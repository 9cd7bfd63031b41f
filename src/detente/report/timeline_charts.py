"""A case by date as pictures: what each decision maker did and said, and how chances went."""

import json
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from detente.model.conflict import Conflict
from detente.report import words
from detente.report.charts import FONT, INK, RULE, SOFT, embed

if TYPE_CHECKING:
    from detente.store.timeline import Timeline

_COLOURS = tuple(
    f"var(--p{place}, {colour})"
    for place, colour in enumerate(
        ("#1f5a92", "#a04012", "#2c6e49", "#7a3478", "#7a5c00", "#4b5563")
    )
)
MOST_LINES = 6
LANES = {"event": "acts", "forecast": "forecasts"}
"""In which row of a picture a kind of claim stands; what isn't here is a statement."""
_ROWS = ("acts", "statements", "forecasts")
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_WIDTH = 560
_LEFT = 66
"""Room for the words at the left, the same in all parts."""
_X: dict[str, Any] = {
    "field": "day", "type": "temporal", "title": None, "scale": {"padding": 10},
    "axis": {"format": "%d %b %Y", "labelAngle": 0, "labelOverlap": True, "labelFlush": False, "grid": False},
}  # fmt: skip
_Y: dict[str, Any] = {
    "field": "p", "type": "quantitative", "scale": {"domain": [0, 1]}, "title": None,
    "axis": {"format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1], "minExtent": _LEFT},
}  # fmt: skip
_CONFIG: dict[str, Any] = {
    "font": FONT,
    "view": {"stroke": None},
    "axis": {"labelColor": SOFT, "tickColor": RULE, "domainColor": RULE, "gridColor": RULE},
    "legend": {"labelColor": INK},
}


def spec(found: "Timeline", conflict: Conflict | None) -> dict[str, Any]:
    """Return the Vega-Lite specification of the options' chances over the versions' days.

    The options that moved most are drawn, six at most.
    """
    series: dict[str, list[dict[str, Any]]] = {}
    for one in found.stages:
        if one.chance is not None and one.day:
            series.setdefault(one.option, []).append(
                {"day": one.day, "p": round(one.chance.probability, 6), "version": one.version}
            )
    moved = sorted(
        (name for name, points in series.items() if len(points) > 1),
        key=lambda name: (-_reach(series[name]), name),
    )[:MOST_LINES]
    known = labels(conflict)
    rows = [
        {"option": words.shortened(known.get(name, name), 48), **point}
        for name in moved
        for point in series[name]
    ]
    colour = _colour(list(dict.fromkeys(row["option"] for row in rows)))
    return {
        "$schema": _SCHEMA,
        "data": {"values": rows},
        "width": _WIDTH,
        "height": 220,
        "background": "transparent",
        "mark": {
            "type": "line",
            "point": {"filled": True, "size": 40},
            "interpolate": "step-after",
        },
        "encoding": {"x": _X, "y": _Y, "color": colour},
        "config": _CONFIG,
    }


def _reach(points: Sequence[dict[str, Any]]) -> float:
    return max(p["p"] for p in points) - min(p["p"] for p in points)


def _colour(names: Sequence[str]) -> dict[str, Any]:
    return {
        "field": "option", "type": "nominal", "title": None,
        "scale": {"domain": list(names), "range": list(_COLOURS[: len(names)])},
        "legend": {"orient": "bottom", "columns": 1, "labelLimit": _WIDTH, "labelFontSize": 12},
    }  # fmt: skip


def labels(conflict: Conflict | None) -> dict[str, str]:
    """Return what to call each option of a conflict."""
    if conflict is None:
        return {}
    return {
        f"{dm}.{name}": f"{maker.name or dm}: {option.label or name}"
        for dm, maker in conflict.decision_makers.items()
        for name, option in maker.options.items()
    }


def spec_of(found: "Timeline", maker: str, conflict: Conflict | None) -> dict[str, Any]:
    """Return the Vega-Lite specification of one decision maker's picture.

    Above stand its acts, statements and forecasts by day, the larger the more;
    below, on the same days, the chances of its options, with how far each has
    gone where that changes. Either part is left out where there is nothing in it.
    """
    said = Counter(
        (one.day[:10], LANES.get(one.kind, "statements"))
        for one in found.moments
        if one.actor == maker and len(one.day) >= len("2024-10-30")
    )
    parts = [_said(said)] if said else []
    rows = _history(found, maker, conflict)
    if rows:
        parts.append(_chances(rows))
    return {
        "$schema": _SCHEMA, "background": "transparent", "vconcat": parts,
        "resolve": {"scale": {"x": "shared"}}, "config": _CONFIG,
    }  # fmt: skip


def _said(counts: Counter[tuple[str, str]]) -> dict[str, Any]:
    values = [{"day": day, "lane": lane, "n": n} for (day, lane), n in sorted(counts.items())]
    y = {
        "field": "lane", "type": "nominal", "title": None, "sort": list(_ROWS),
        "scale": {"domain": list(_ROWS)}, "axis": {"grid": True, "ticks": False, "domain": False, "minExtent": _LEFT},
    }  # fmt: skip
    size = {
        "field": "n", "type": "quantitative", "legend": None,
        "scale": {"domainMin": 1, "domainMax": max(counts.values()) + 1, "range": [45, 240]},
    }  # fmt: skip
    return {
        "data": {"values": values}, "width": _WIDTH, "height": 26 * len(_ROWS),
        "mark": {"type": "point", "filled": True, "opacity": 0.9, "color": INK},
        "encoding": {"x": _X, "y": y, "size": size},
    }  # fmt: skip


def _history(found: "Timeline", maker: str, conflict: Conflict | None) -> list[dict[str, Any]]:
    """Return what each option of a decision maker was given, the last version of a day."""
    known = labels(conflict)
    last: dict[tuple[str, str], dict[str, Any]] = {}
    for one in found.stages:
        if one.chance is None or not one.day or not one.option.startswith(f"{maker}."):
            continue
        label = known.get(one.option, one.option).removeprefix(_name(maker, conflict) + ": ")
        last[one.option, one.day] = {
            "option": words.shortened(label, 60), "day": one.day,
            "p": round(one.chance.probability, 6), "status": _gone(one.status, taken=one.taken),
        }  # fmt: skip
    names = list(dict.fromkeys(option for option, _ in last))[:MOST_LINES]
    rows = []
    for name in names:
        before = None
        for key in sorted(key for key in last if key[0] == name):
            row = last[key]
            rows.append({**row, "status": row["status"] if row["status"] != before else ""})
            before = row["status"]
    return rows


def _gone(status: str, *, taken: bool) -> str:
    return "taken" if taken else status.replace("_", " ")


def _name(maker: str, conflict: Conflict | None) -> str:
    if conflict is None or maker not in conflict.decision_makers:
        return maker
    return conflict.decision_makers[maker].name or maker


def _chances(rows: list[dict[str, Any]]) -> dict[str, Any]:
    colour = _colour(list(dict.fromkeys(row["option"] for row in rows)))
    line = {"type": "line", "point": {"filled": True, "size": 40}, "interpolate": "step-after"}
    text = {"type": "text", "dy": -9, "align": "left", "fontSize": 11}
    encoding = {"x": _X, "y": _Y, "color": colour}
    shown = {"field": "status", "type": "nominal"}
    return {
        "data": {"values": rows}, "width": _WIDTH, "height": 170,
        "layer": [
            {"mark": line, "encoding": encoding},
            {"mark": text, "encoding": {**encoding, "text": shown}},
        ],
    }  # fmt: skip


def timeline_svg(found: "Timeline", conflict: Conflict | None) -> str:
    """Draw the options' chances over time as an SVG element; empty where nothing was forecast twice."""
    drawn = spec(found, conflict)
    rows = drawn["data"]["values"]
    if not rows:
        return ""
    said = "; ".join(f"{row['option']}: {words.percent(row['p'])} on {row['day']}" for row in rows)
    return _drawn(drawn, "timeline", "How likely each option was, by day", f"{said}.")


def maker_svg(found: "Timeline", maker: str, conflict: Conflict | None) -> str:
    """Draw one decision maker's picture as an SVG element; empty where there is nothing to draw."""
    drawn = spec_of(found, maker, conflict)
    if not drawn["vconcat"]:
        return ""
    said = []
    for part in drawn["vconcat"]:
        for row in part["data"]["values"]:
            if "lane" in row:
                said.append(f"{row['n']} {row['lane']} on {row['day']}")
            else:
                said.append(f"{row['option']}: {words.percent(row['p'])} on {row['day']}")
    title = f"{_name(maker, conflict)}: acts, statements, forecasts and chances, by day"
    name = "timeline-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in maker)
    return _drawn(drawn, name, title, "; ".join(said) + ".")


def _drawn(drawn: dict[str, Any], name: str, title: str, said: str) -> str:
    import vl_convert as vlc

    svg: str = vlc.vegalite_to_svg(json.dumps(drawn))
    return embed(svg, name, title, escape(said))
