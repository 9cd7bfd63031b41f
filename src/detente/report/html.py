"""The brief as one self-contained page: no script, nothing fetched, light and dark.

All text is escaped by the template; the two pictures are made here from escaped
text. The page forbids itself everything by its content security policy but the
one style sheet that it carries, named by its hash.
"""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from detente.forecast.result import Forecast
from detente.model.conflict import Conflict
from detente.report import words
from detente.report.answer import spoken
from detente.report.charts import forecast_svg
from detente.report.content import Content
from detente.report.drawing import COLOURS, badges, drawing
from detente.report.fan import MOST_FANS, fan_svg, months, top
from detente.report.outcomes import HOLDS, strongest
from detente.report.routes import routes
from detente.report.voice import voice

if TYPE_CHECKING:
    from jinja2 import Environment

    from detente.report.brief import Brief
    from detente.report.content import Step

WIDE, NARROW = 640, 324
COLUMNS_OF_TIME = 4
TABLEAU_STATES, TABLEAU_OPTIONS = 12, 40
# what HTML forbids, and the marks that turn text around for readers
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def page(brief: "Brief") -> str:
    """Return a brief as an HTML page.

    Parameters
    ----------
    brief : Brief
        The results.

    Returns
    -------
    str
        A whole document, UTF-8, that needs nothing outside itself. The same
        brief gives the same text. Every ``href="#x"`` in it has its id, and no
        id stands twice.

    Notes
    -----
    About half a second for the first page of a process, most of it for drawing
    the forecast. Long articles and large models are cut short, and the page
    says by how much.
    """
    content = brief.content
    speaking = voice(brief.conflict, brief.game)
    nodes, arrows = routes(brief, content.outcomes)
    style = _style()
    charted = [step for step in (*content.steps, *content.standing) if step.probability is not None]
    return _template().render(
        c=content,
        style=_safe(style),
        policy=_policy(style),
        chart_wide=_chart(charted, "wide", WIDE),
        chart_narrow=_chart(charted, "narrow", NARROW),
        drawing=_safe(drawing(speaking, nodes, arrows, "map")),
        kinds_drawn=sorted({arrow.kind for arrow in arrows}),
        final_drawn=any(arrow.final for arrow in arrows),
        badges=badges(speaking),
        colours=[i % COLOURS for i in range(len(speaking.names))],
        tableau=_tableau(brief),
        **time_ahead(content),
    )


def forecast_page(conflict: Conflict, forecast: Forecast) -> str:
    """Return a forecast by itself as an HTML page, made as a brief is.

    Parameters
    ----------
    conflict : Conflict
        For names and labels.
    forecast : Forecast
        What was forecast.

    Returns
    -------
    str
        A whole document, as `page` returns it.
    """
    from detente.report.forecast_content import compose

    content, ends, speaking = compose(conflict, forecast)
    style = _style()
    charted = [step for step in (*content.steps, *content.standing) if step.probability is not None]
    return str(
        _environment()
        .get_template("forecast.html.j2")
        .render(
            c=content,
            ends=ends,
            style=_safe(style),
            policy=_policy(style),
            chart_wide=_chart(charted, "wide", WIDE),
            chart_narrow=_chart(charted, "narrow", NARROW),
            badges=badges(speaking),
            colours=[i % COLOURS for i in range(len(speaking.names))],
            **time_ahead(content),
        )
    )


def time_ahead(content: Content) -> dict[str, Any]:
    """Return the pictures of the steps by time, and at which times the table has them."""
    fans = content.outlook.fans if content.outlook is not None else ()
    if not fans:
        return {"fan_wide": "", "fan_narrow": "", "fan_times": [], "fan_top": 1.0}
    points = fans[0].points
    step = max(1, len(points) // COLUMNS_OF_TIME)
    picked = list(range(len(points) - 1, -1, -step))[:COLUMNS_OF_TIME][::-1]
    return {
        "fan_wide": _safe(fan_svg(fans, "fan-wide", width=WIDE)),
        "fan_narrow": _safe(fan_svg(fans, "fan-narrow", width=NARROW, columns=1)),
        "fan_top": top(fans[:MOST_FANS]),
        "fan_times": [{"at": m, "says": months(points[m][0])} for m in picked],
    }


def _chart(steps: "list[Step]", name: str, width: int) -> Any:
    return _safe(forecast_svg(steps, name, width=width)) if steps else ""


@cache
def _template() -> Any:
    return _environment().get_template("brief.html.j2")


def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    environment.filters.update(
        percent=words.percent,
        counted=words.counted,
        plain=_plain,
        spoken=spoken,
        holds=lambda concepts: HOLDS.get(strongest(concepts), ""),
        concepts=lambda concepts: words.listed([words.CONCEPTS.get(c, c) for c in concepts]),
        stacked=lambda concepts: " ".join(words.CONCEPTS.get(c, c) for c in concepts),
        span=lambda one: words.interval(one.low, one.high),
        range=lambda pair: words.interval(*pair),
        capital=words.sentence_case,
    )
    return environment


def _read(name: str) -> str:
    return files("detente.report").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _style() -> str:
    return _read("brief.css")


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _safe(text: str) -> Any:
    from markupsafe import Markup

    return Markup(_FORBIDDEN.sub("\ufffd", text))  # noqa: S704 - made here, its texts escaped


def _clean(value: Any) -> Any:
    """Replace what a page may not hold, in every text that the template puts in."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return _FORBIDDEN.sub("\ufffd", value)
    return value


def _plain(text: str) -> str:
    """Take away marks that turn the reading direction, for text inside our own sentences."""
    return _TURNING.sub("", text)


def _tableau(brief: "Brief") -> dict[str, Any]:
    """Return the options and outcomes as analysts write them: Y and N."""
    game = brief.game
    speaking = voice(brief.conflict, game)
    shown = brief.content.outcomes[:TABLEAU_STATES]
    rows = [
        {
            "owner": words.sentence_case(speaking.names[int(game.owner[k])]),
            "act": words.sentence_case(speaking.phrases[k]),
            "cells": ["Y" if one.state >> k & 1 else "N" for one in shown],
        }
        for k in range(min(len(game.options), TABLEAU_OPTIONS))
    ]
    return {
        "outcomes": shown,
        "rows": rows,
        "more_rows": max(0, len(game.options) - TABLEAU_OPTIONS),
        "more_outcomes": len(brief.content.outcomes) - len(shown) + brief.content.more_outcomes,
    }
