"""What each role may do: every address of the pages and the API, and nothing that isn't named.

A reader looks, and forecasts (which changes nothing); an editor also changes. An
address without a rule is refused to everybody in a team, so a new one must be
put here first.
"""

import re
from functools import cache

READER, EDITOR = "reader", "editor"

LOOKED_AT = (
    "/", "/case", "/case/changes", "/model", "/outcomes", "/forecast", "/brief", "/brief/page",
    "/brief/markdown", "/brief/{version}", "/brief/{version}/brief.md",
    "/brief/{version}/brief.pdf", "/model.yaml", "/model.gmcr", "/model/check", "/model/import", "/jobs", "/jobs/{name}",
    "/jobs/{name}/events", "/documents", "/documents/remove", "/documents/read", "/claims",
    "/draft", "/case/accept", "/case/reject", "/case/resolve", "/jobs/{name}/stop",
    "/static/{name}",
    "/api/openapi.json", "/api/documents", "/api/read", "/api/model", "/api/solve",
    "/api/why/{state}", "/api/moves/{before}/{after}", "/api/coalitions", "/api/brief", "/api/case",
    "/api/case/log", "/api/case/changes",
    "/api/case/timeline", "/api/case/search", "/api/case/proposals", "/api/case/questions",
    "/api/jobs", "/api/jobs/{name}",
)  # fmt: skip
"""Addresses that GET and HEAD are answered at."""

WORKED_OUT = ("/forecast", "/api/forecast", "/jobs/{name}/stop", "/api/jobs/{name}/stop")
"""Addresses that are written to and change nothing that is kept; a reader stops only their own work."""

CHANGED = (
    "/documents", "/documents/remove", "/documents/read", "/claims", "/draft", "/model", "/model/import",
    "/case/accept", "/case/reject", "/case/resolve", "/api/documents", "/api/model",
    "/api/case/proposals/{name}/accept", "/api/case/proposals/{name}/reject",
    "/api/case/questions",
)  # fmt: skip
"""Addresses at which something is changed."""


def needed(method: str, path: str) -> str | None:
    """Return the role that a request needs; None where no rule names it.

    Examples
    --------
    >>> needed("GET", "/jobs/0a1b"), needed("POST", "/model"), needed("POST", "/nowhere")
    ('reader', 'editor', None)
    """
    if method in {"GET", "HEAD"}:
        return READER if _fits(LOOKED_AT, path) else None
    if method not in {"POST", "PUT"}:
        return None
    if _fits(WORKED_OUT, path):
        return READER
    return EDITOR if _fits(CHANGED, path) else None


def may(role: str, need: str) -> bool:
    """Say whether a role is enough."""
    return role == EDITOR or need == READER


def _fits(templates: tuple[str, ...], path: str) -> bool:
    return any(pattern.fullmatch(path) for pattern in _patterns(templates))


@cache
def _patterns(templates: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile("/".join("[^/]+" if part[:1] == "{" else re.escape(part)
                            for part in one.split("/")))
        for one in templates
    )  # fmt: skip
