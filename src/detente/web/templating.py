"""Set a page: every text escaped, and what HTML forbids replaced."""

import gzip
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from detente.report import words
from detente.report.outcomes import HOLDS, strongest

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

STATIC = {
    "brief.css": ("detente.report", "templates", "text/css; charset=utf-8"),
    "workbench.css": ("detente.web", "static", "text/css; charset=utf-8"),
    "workbench.js": ("detente.web", "static", "text/javascript; charset=utf-8"),
    "htmx.min.js": ("detente.web", "static", "text/javascript; charset=utf-8"),
    "screens.css": ("detente.web", "static", "text/css; charset=utf-8"),
    "drawing.js": ("detente.web", "static", "text/javascript; charset=utf-8"),
    "statement.js": ("detente.web", "static", "text/javascript; charset=utf-8"),
    "model.js": ("detente.web", "static", "text/javascript; charset=utf-8"),
    "cytoscape.min.js": ("detente.web", "static", "text/javascript; charset=utf-8"),
    "jobs.js": ("detente.web", "static", "text/javascript; charset=utf-8"),
    "workplace.css": ("detente.web", "static", "text/css; charset=utf-8"),
    "mark.svg": ("detente.web", "static", "image/svg+xml"),
}
"""What is served as it is: name -> (package, folder, type). Nothing else can be asked for."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def page(template: str, content: Mapping[str, Any]) -> str:
    """Return a template of this room, filled in."""
    return _environment().get_template(template).render(content)


def made(text: str) -> "Markup":
    """Return markup that was made here from escaped text, as such."""
    from markupsafe import Markup

    return Markup(_FORBIDDEN.sub("\ufffd", text))  # noqa: S704 - only for our own pictures


@cache
def static(name: str) -> tuple[bytes, str]:
    """Return a static file and its type; names are those of `STATIC` only."""
    package, folder, kind = STATIC[name]
    return files(package).joinpath(folder, name).read_bytes(), kind


@cache
def packed(name: str) -> bytes:
    """Return a static file as gzip; the same bytes every time."""
    return gzip.compress(static(name)[0], mtime=0)


@cache
def address(name: str) -> str:
    """Return the address of a static file, which changes with its content."""
    return f"/static/{name}?v={sha256(static(name)[0]).hexdigest()[:12]}"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(
            lambda name: (
                files("detente.web").joinpath("templates", name).read_text(encoding="utf-8")
            )
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    environment.globals["static"] = address
    environment.filters.update(
        percent=words.percent,
        counted=words.counted,
        capital=words.sentence_case,
        term=words.term,
        points=_points,
        concept=lambda one: words.CONCEPTS.get(one, one),
        holds=lambda concepts: HOLDS.get(strongest(concepts), ""),
        span=lambda one: words.interval(one.low, one.high),
        status=lambda one: words.STATUS.get(one, one),
        reversible=lambda one: words.REVERSIBLE.get(one, one),
        kind=lambda one: words.KINDS.get(one, one),
        short=words.shortened,
        filename=lambda one: one.replace("\\", "/").rsplit("/", 1)[-1],
    )
    return environment


def _points(difference: float) -> str:
    """Return a difference of probabilities in points, with its sign.

    Examples
    --------
    >>> _points(0.183), _points(-0.02), _points(0.001)
    ('+18', '−2', '0')
    """
    rounded = round(difference * 100)
    return f"{'+' if rounded > 0 else '−'}{abs(rounded)}" if rounded else "0"


def _clean(value: Any) -> Any:
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return _FORBIDDEN.sub("\ufffd", value)
    return value
