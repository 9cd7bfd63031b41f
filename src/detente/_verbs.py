"""Let a room be called by its own name: ``detente.read("report.txt")``.

The rooms ``detente.read``, ``draft``, ``solve`` and ``forecast`` are packages,
and the verbs of the same names are what people call. Python binds a package to
its parent's attribute when it is imported, so the package itself is made
callable (see decision 001).
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class Room(ModuleType):
    """A package that can be called."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the room's verb."""
        module, verb = self.__dict__["__verb__"]
        return getattr(import_module(module), verb)(*args, **kwargs)


def make_callable(room: str, module: str, verb: str) -> None:
    """Make the package `room` callable: it does what `module.verb` does.

    The module is imported at the first call, so that importing a room stays cheap.

    Parameters
    ----------
    room : str
        ``__name__`` of the package.
    module, verb : str
        Where the function is.
    """
    package = sys.modules[room]
    package.__class__ = Room
    package.__dict__["__verb__"] = (module, verb)
