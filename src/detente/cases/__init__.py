"""Published conflicts, as model files, each with what its source prints.

>>> from detente import cases
>>> cases.load("elmira").title
'Elmira groundwater contamination, 1991'
>>> cases.published("elmira")["right"]["nash"]
[8, 9, 18, 21, 24, 25]

The page "Published cases" says what each source prints, and where that is wrong.
To add a case, write ``models/NAME.yaml`` and ``published/NAME.yaml``.
"""

import difflib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from detente.errors import NotFoundError
from detente.model.conflict import Conflict
from detente.model.formats import yaml, yaml_tree

__all__ = ["load", "names", "path", "published", "text"]


@cache
def _names() -> tuple[str, ...]:
    models = files(__name__) / "models"
    return tuple(sorted(one.name[:-5] for one in models.iterdir() if one.name.endswith(".yaml")))


def names() -> list[str]:
    """Return the names of all cases, in alphabetical order."""
    return list(_names())


def load(name: str) -> Conflict:
    """Return the conflict of a case; a new one each time.

    Raises
    ------
    NotFoundError
        If there is no such case.
    """
    return yaml.loads(text(name), f"{name}.yaml")


def text(name: str) -> str:
    """Return the model file of a case, with its comments.

    Raises
    ------
    NotFoundError
        If there is no such case.
    """
    return _read("models", name)


def path(name: str) -> Path:
    """Return where the model file of a case lies.

    Raises
    ------
    NotFoundError
        If there is no such case.
    """
    _known(name)
    return Path(str(files(__name__) / "models" / f"{name}.yaml"))


def published(name: str) -> dict[str, Any]:
    """Return what is printed about a case, and what is right.

    Returns
    -------
    dict
        ``source``; ``memory``, true if it was written down from memory;
        ``prints``, a list of places with the equilibria printed there, as bit
        masks by concept, and the states ``visible`` there; ``right``, the
        equilibria by the definitions; ``wrong``, where and why the two differ;
        ``outcome``, what happened.

    Raises
    ------
    NotFoundError
        If there is no such case.
    """
    found: dict[str, Any] = yaml_tree.read(_read("published", name), f"{name}.yaml")[0]
    return found


def _read(folder: str, name: str) -> str:
    _known(name)
    return (files(__name__) / folder / f"{name}.yaml").read_text(encoding="utf-8")


def _known(name: str) -> None:
    if name not in _names():
        near = difflib.get_close_matches(name, _names(), n=1)
        todo = f"did you mean {near[0]}?" if near else f"the cases are {', '.join(_names())}"
        raise NotFoundError(f"there is no case {name!r}", todo)
