"""How sure the draft is of a priority: a table, and one rule for several sources.

The figures are in ``beliefs.toml``. A claim counts for its base figure times a
factor for its certainty and one for who says it; further independent sources
(another document or another speaker) each take away a share of the doubt.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from detente.read.claim import Claim


@cache
def table() -> dict[str, dict[str, float]]:
    """Return the figures of ``beliefs.toml``."""
    return tomllib.loads(
        files("detente.draft").joinpath("beliefs.toml").read_text(encoding="utf-8")
    )


def confidence(base: float, claims: Iterable[Claim], holder: str) -> float:
    """Return how sure the draft is that `holder` holds a priority.

    Parameters
    ----------
    base : float
        The figure for what is claimed, from the table.
    claims : iterable of Claim
        What it rests on; none where it is assumed.
    holder : str
        The decision maker whose priority it is.

    Returns
    -------
    float
        In [0, 1], with two decimals: the strongest claim's figure, and for
        each further independent source a share of the doubt less. Without
        claims it is `base`.

    Examples
    --------
    >>> confidence(0.6, [], "north")
    0.6
    """
    claims = list(claims)
    if not claims:
        return round(base, 2)
    figures = table()
    strongest = max(
        base * figures["certainty"].get(claim.certainty, 1.0) * _speaker(claim, holder)
        for claim in claims
    )
    sources = len({(claim.document, claim.speaker) for claim in claims})
    doubt = (1 - strongest) * figures["sources"]["doubt_left"] ** (sources - 1)
    return round(min(1 - doubt, figures["sources"]["most"]), 2)


def _speaker(claim: Claim, holder: str) -> float:
    figures = table()["speaker"]
    if claim.speaker is None:
        return figures["reporter"]
    return figures["self" if claim.speaker == holder else "other"]
