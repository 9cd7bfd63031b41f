"""Ids made from the names that other programs' files have."""

import re
import unicodedata
from collections.abc import Iterable

from detente.model.statements import RESERVED


def ids(names: Iterable[str], fallback: str) -> list[str]:
    """Return ids made from names, each once, in the same order.

    Parameters
    ----------
    names : iterable of str
        The names, any text.
    fallback : str
        What an id starts with where the name gives no letter to start with.

    Examples
    --------
    >>> ids(["Air strike!", "air  strike", "155mm shells", "if", "…"], "option")
    ['air_strike', 'air_strike_2', 'option_155mm_shells', 'option_if', 'option']
    """
    made: list[str] = []
    for name in names:
        flat = unicodedata.normalize("NFKC", name).lower()
        slug = re.sub(r"\W+", "_", flat).strip("_")[:40].strip("_")
        if not re.match(r"[^\W\d_]", slug) or slug in RESERVED:
            slug = f"{fallback}_{slug}".strip("_")
        unique, n = slug, 2
        while unique in made:
            unique, n = f"{slug}_{n}", n + 1
        made.append(unique)
    return made
