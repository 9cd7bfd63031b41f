"""A case by date: printed, and drawn as lines of each option's chances."""

import json
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from detente.model.conflict import Conflict
from detente.report import words
from detente.report.charts import FONT, INK, RULE, SOFT, embed
from detente.report.printing import head, say

if TYPE_CHECKING:
    from rich.console import Console

    from detente.store.theatres import Linked
    from detente.store.timeline import Timeline

_COLOURS = ("#1f5a92", "#a04012", "#2c6e49", "#7a3478", "#7a5c00", "#4b5563")
MOST_LINES = 6


def print_timeline(found: "Timeline", console: "Console") -> None:
    """Print what happened by day, and each option's history."""
    if not found.moments and not found.stages:
        say(console, "Nothing has a day yet.")
        return
    head(console, "By day")
    if found.more:
        say(console, "(Earlier moments are left out.)", "dim")
    day = ""
    for one in found.moments:
        if one.day != day:
            day = one.day
            say(console, day, "bold")
        status = f", {one.status}" if one.status else ""
        verdict = f", {one.verdict}" if one.verdict else ""
        say(
            console,
            f"{one.actor} ({one.kind}{status}{verdict}): “{one.quote}” [{one.claim}]",
            indent=2,
            hang=2,
        )
    head(console, "How each option went")
    for option in dict.fromkeys(one.option for one in found.stages):
        steps, last = [], ""
        for stage in found.stages:
            if stage.option != option:
                continue
            chance = f" {words.percent(stage.chance.probability)}" if stage.chance else ""
            now = f"{stage.status or '?'}{' (taken)' if stage.taken else ''}{chance}"
            if now != last:
                steps.append(f"m{stage.version} {stage.day}: {now}")
                last = now
        say(console, f"{option}: {'; '.join(steps)}", indent=2, hang=2)


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
    labels = _labels(conflict)
    rows = [
        {"option": words.shortened(labels.get(name, name), 48), **point}
        for name in moved
        for point in series[name]
    ]
    x = {
        "field": "day", "type": "temporal", "title": None,
        "axis": {"format": "%d %b %Y", "labelAngle": 0, "labelOverlap": True, "grid": False},
    }  # fmt: skip
    y = {
        "field": "p", "type": "quantitative", "scale": {"domain": [0, 1]}, "title": None,
        "axis": {"format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1]},
    }  # fmt: skip
    names = list(dict.fromkeys(row["option"] for row in rows))
    colour = {
        "field": "option", "type": "nominal", "title": None,
        "scale": {"domain": names, "range": list(_COLOURS[: len(names)])},
        "legend": {"orient": "bottom", "columns": 1, "labelLimit": 560, "labelFontSize": 12},
    }  # fmt: skip
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": rows},
        "width": 560,
        "height": 220,
        "background": "transparent",
        "mark": {
            "type": "line",
            "point": {"filled": True, "size": 40},
            "interpolate": "step-after",
        },
        "encoding": {"x": x, "y": y, "color": colour},
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {"labelColor": SOFT, "tickColor": RULE, "domainColor": RULE, "gridColor": RULE},
            "legend": {"labelColor": INK},
        },
    }


def _reach(points: Sequence[dict[str, Any]]) -> float:
    return max(p["p"] for p in points) - min(p["p"] for p in points)


def _labels(conflict: Conflict | None) -> dict[str, str]:
    if conflict is None:
        return {}
    return {
        f"{dm}.{name}": f"{maker.name or dm}: {option.label or name}"
        for dm, maker in conflict.decision_makers.items()
        for name, option in maker.options.items()
    }


def timeline_svg(found: "Timeline", conflict: Conflict | None) -> str:
    """Draw the options' chances over time as an SVG element; empty where nothing was forecast twice."""
    import vl_convert as vlc

    drawn = spec(found, conflict)
    if not drawn["data"]["values"]:
        return ""
    said = [
        f"{row['option']}: {words.percent(row['p'])} on {row['day']}"
        for row in drawn["data"]["values"]
    ]
    svg: str = vlc.vegalite_to_svg(json.dumps(drawn))
    return embed(
        svg, "timeline", "How likely each option was, by day", escape("; ".join(said) + ".")
    )


def print_linked(found: Sequence["Linked"], conflict: Conflict, console: "Console") -> None:
    """Print what the link of theatres changes."""
    labels = _labels(conflict)
    shared = [
        dm for dm in conflict.decision_makers
        if sum(dm in makers for makers in conflict.theatres.values()) > 1
    ]  # fmt: skip
    names = [conflict.decision_makers[dm].name or dm for dm in shared]
    say(console, f"Shared by theatres: {words.listed(names) or 'nobody'}.")
    for theatre in conflict.theatres:
        head(console, theatre)
        for one in found:
            if one.theatre != theatre:
                continue
            change = (
                f"the link changes it by {100 * one.shift:+.0f} points"
                if one.tells
                else "the link changes nothing that can be told"
            )
            say(
                console,
                f"{labels.get(one.option, one.option)}: alone {words.percent(one.alone.probability)},"
                f" together {words.percent(one.together.probability)}; {change}",
                indent=2, hang=2,
            )  # fmt: skip
