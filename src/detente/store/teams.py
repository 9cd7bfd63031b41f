"""The store of a team: where it is."""

import os

from detente.errors import InputError


def store_of(given: str) -> str:
    """Return the address of a team's store: the one given, else that of ``DETENTE_STORE``.

    Raises
    ------
    InputError
        If there is neither.

    Examples
    --------
    >>> store_of("postgresql://ana@db.example.org/cases")
    'postgresql://ana@db.example.org/cases'
    """
    found = given or os.environ.get("DETENTE_STORE", "")
    if not found:
        raise InputError(
            "the team's store isn't named", "give --store postgresql://USER@HOST/DATABASE"
        )
    return found
