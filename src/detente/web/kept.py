"""Parts of pages, kept as they were set.

What a page shows of a model is a function of the model's text and of what was
asked, so the same part is set once and then only sent: many people look at the
same page far more often than one of them changes it.
"""

import threading
from collections.abc import Callable, Hashable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from detente.web.templating import made, page

if TYPE_CHECKING:
    from markupsafe import Markup

MOST_PARTS = 96
MOST_CHARACTERS = 24_000_000
"""The oldest go when there are more parts, or more characters in them, than this."""

_parts: dict[Hashable, str] = {}
_lock = threading.Lock()


def part(
    template: str, text: str, asked: Hashable, content: Callable[[], dict[str, Any]]
) -> "Markup":
    """Return a part of a page, set now or before.

    Parameters
    ----------
    template : str
        The part's template.
    text : str
        The model that it is about.
    asked : hashable
        All else that the part depends on.
    content : callable
        Returns what fills the template; called only if the part isn't kept.

    Returns
    -------
    Markup
        The part; what raises an error isn't kept.
    """
    key = (template, sha256(text.encode("utf-8", "surrogatepass")).digest(), asked)
    with _lock:
        found = _parts.pop(key, None)
        if found is not None:
            _parts[key] = found  # the last to go
    if found is None:
        found = page(template, content())
        with _lock:
            _parts[key] = found
            size = sum(map(len, _parts.values()))
            while len(_parts) > 1 and (len(_parts) > MOST_PARTS or size > MOST_CHARACTERS):
                size -= len(_parts.pop(next(iter(_parts))))
    return made(found)
