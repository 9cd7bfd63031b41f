"""Détente reads the reporting on a crisis and answers: will the talk turn into action.

The way of the data is ``read -> draft -> solve -> forecast -> brief``; each
verb is a function of this package, loaded when it is first used.

>>> import detente
>>> elmira = detente.cases.load("elmira")
>>> detente.solve(elmira).equilibria("nash").tolist()
[8, 9, 18, 21, 24, 25]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente import cases as cases
    from detente.draft.drafting import draft as draft
    from detente.forecast.forecasting import forecast as forecast
    from detente.model.conflict import Conflict as Conflict
    from detente.model.formats import load as load
    from detente.read.reading import read as read
    from detente.report.brief import brief as brief
    from detente.solve.solving import solve as solve

__all__ = ["Conflict", "brief", "cases", "draft", "forecast", "load", "read", "solve"]

# name -> (module, attribute); the rooms are packages that can be called
_WHERE = {
    "Conflict": ("detente.model.conflict", "Conflict"),
    "brief": ("detente.report.brief", "brief"),
    "cases": ("detente.cases", None),
    "draft": ("detente.draft", None),
    "forecast": ("detente.forecast", None),
    "load": ("detente.model.formats", "load"),
    "read": ("detente.read", None),
    "solve": ("detente.solve", None),
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    module, attribute = _WHERE[name]
    found = import_module(module)
    return found if attribute is None else getattr(found, attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
