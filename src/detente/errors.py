"""The tree of errors: each is a sentence for the person who made the input.

::

    DetenteError
    ├── InputError (ValueError)          what was handed in can't be used
    │   ├── SourceError                  an article, feed or folder that can't be read
    │   ├── ModelError                   a model file, or a part of one
    │   │   └── StatementError           a statement in it
    │   └── TooLargeError                it wouldn't fit; says the limit and the size
    ├── NotFoundError (LookupError)      a name that isn't there: decision maker, option, state, case
    ├── OutputExistsError (ValueError)   a file that would be overwritten
    └── ModelMissingError (LookupError)  the language model isn't installed

A message says what is wrong and what to do, and ``where`` says the place
(``file:line`` as far as it is known).

Examples
--------
>>> str(InputError("the file is empty", "give it some text", where="a.txt:1"))
'a.txt:1: the file is empty: give it some text'
"""

from typing import Any


class DetenteError(Exception):
    """The root: whatever Détente raises for a person to read.

    Parameters
    ----------
    what : str
        What is wrong, as a clause without a full stop.
    todo : str, optional
        What to do about it.
    where : str, optional
        The place: a file, ``file:line``, or the part of a model.
    """

    def __init__(self, what: str, todo: str = "", *, where: str = "") -> None:
        self.what = what
        self.todo = todo
        self.where = where
        super().__init__(": ".join(part for part in (where, what, todo) if part))

    def at(self, where: str) -> "DetenteError":
        """Return the same error, said of the place `where`."""
        return type(self)(self.what, self.todo, where=where)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by parts, so that an error crosses process borders whole."""
        return (_rebuild, (type(self), self.what, self.todo, self.where))


def _rebuild(kind: type[DetenteError], what: str, todo: str, where: str) -> DetenteError:
    return kind(what, todo, where=where)


class InputError(DetenteError, ValueError):
    """What was handed in can't be used."""


class SourceError(InputError):
    """An article, a feed or a folder that can't be read."""


class ModelError(InputError):
    """A model, or a part of one, that makes no conflict."""


class StatementError(ModelError):
    """A statement that can't be parsed, or that names what isn't there."""


class TooLargeError(InputError):
    """What was asked wouldn't fit; the message says the limit and the size."""


class NotFoundError(DetenteError, LookupError):
    """A name that isn't there: a decision maker, an option, a state, a case."""


class OutputExistsError(DetenteError, ValueError):
    """A file that would be overwritten and wasn't made by the same command."""


class ModelMissingError(DetenteError, LookupError):
    """The language model isn't installed; the message has the command."""
