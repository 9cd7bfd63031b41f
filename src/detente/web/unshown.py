"""What stands in an answer's place where there is none: a way to a model, or what is wrong."""

from fastapi import Request, Response

from detente.errors import DetenteError
from detente.web.bench import Bench, screen, status_of
from detente.web.saying import sentence

_EMPTY = {
    "/outcomes": ("Nothing to solve yet", "Outcomes are worked out of a model of the crisis."),
    "/forecast": ("Nothing to forecast yet", "A forecast is made of a model of the crisis."),
}


def unshown(request: Request, desk: Bench, here: str, error: DetenteError) -> Response:
    """Return the page that says why there is no answer.

    Parameters
    ----------
    request, desk
        Of whom, and of what.
    here : str
        The page that was asked for: ``/outcomes`` or ``/forecast``.
    error : DetenteError
        Why it can't be shown.
    """
    try:
        missing = desk.workspace.model() is None
    except DetenteError:
        missing = False
    if not missing:
        return screen(
            request, "trouble.html.j2", here, status=status_of(error), trouble=sentence(error)
        )
    heading, says = _EMPTY[here]
    more = "Add a report and one is drafted from it, take one in from a file, or start with none."
    return screen(
        request, "nothing.html.j2", here, status=404, heading=heading, says=f"{says} {more}"
    )
