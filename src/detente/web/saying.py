"""An error as a page says it: sentences, and no folder of the server's."""

import re
from pathlib import PurePath

from detente.errors import DetenteError

_FILE = re.compile(r"[^:\n]{1,200}\.[A-Za-z0-9]{1,8}(?::\d+)?: ")


def place(where: str) -> str:
    """Return a place as a page names it: a file without its folder, and no folder of the server.

    Examples
    --------
    >>> place("/srv/cases/strait"), place("/srv/cases/strait/model.yaml:3"), place("a.txt:1")
    ('', 'model.yaml:3', 'a.txt:1')
    """
    if not PurePath(where).is_absolute():
        return where
    last = PurePath(where).name
    return last if _FILE.match(f"{last}: ") else ""


def sentence(error: DetenteError) -> str:
    """Say an error as a sentence or two.

    Examples
    --------
    >>> from detente.errors import InputError
    >>> sentence(InputError("the horizon lies in the past", "give a later one"))
    'The horizon lies in the past. Give a later one.'
    >>> sentence(InputError("the report is empty", where="a note.txt"))
    'a note.txt: the report is empty.'
    """
    parts = [part for part in (place(error.where), error.what) if part]
    told = ": ".join(parts)
    if not _FILE.match(told):  # a file is called as it is called
        told = f"{told[:1].upper()}{told[1:]}"
    told = f"{told}."
    return f"{told} {error.todo[:1].upper()}{error.todo[1:]}." if error.todo else told
