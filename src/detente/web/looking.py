"""A page for somebody who may look at a case and not change it."""

import re

from detente.web import roles

_FORM = re.compile(
    r"""(<form method="post" action="(?P<path>[^"]*)"[^>]*>)(?P<inside>.*?)(</form>)""", re.DOTALL
)
_HANDLES = (' id="drop"', ' draggable="true"')


def looked_at(text: str) -> str:
    """Return a page whose forms show what stands in them, and can't be sent.

    Only templates write quotation marks bare, so no word of a report is taken for a
    form. What a reader may do (forecast, stop work of their own) stays as it is.

    Examples
    --------
    >>> looked_at('<form method="post" action="/model"><button>Undo</button></form>')
    '<form method="post" action="/model"><fieldset disabled class="looked-at"><button>Undo</button></fieldset></form>'
    >>> looked_at('<form method="post" action="/jobs/1/stop"><button>Stop</button></form>')
    '<form method="post" action="/jobs/1/stop"><button>Stop</button></form>'
    """
    for handle in _HANDLES:
        text = text.replace(handle, "")
    return _FORM.sub(_shut, text)


def _shut(found: re.Match[str]) -> str:
    if roles.needed("POST", found["path"]) != roles.EDITOR:
        return found[0]
    inside = f'<fieldset disabled class="looked-at">{found["inside"]}</fieldset>'
    return f"{found[1]}{inside}{found[4]}"
