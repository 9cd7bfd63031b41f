"""Model error: what a forecast says once it allows for the model being wrong.

A model that is taken at its word gives 0 % to whatever its wishes don't lead
to, however many draws are made. With the probability `doubt` what it says of
wishes is wrong. Then all that is left is who can do what: the same moves, start,
constraints and paces, played by parties of whom nobody knows what they want,
the *reference*. By the law of total probability

.. math:: P = (1 - d) P_{model} + d P_{reference}.

Both figures are kept: the model's own, and this one beside it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from detente.errors import InputError
from detente.forecast.beliefs import Beliefs
from detente.forecast.defaults import DOUBT
from detente.forecast.played import Played
from detente.forecast.questions import Question
from detente.forecast.result import (
    Forecast,
    OptionForecast,
    QuestionForecast,
    StateForecast,
)

MOST_DRAWS = 512
"""The most draws of the reference: it is weighed little, so it needn't be known as well."""

LEAST_DRAWS = 64
"""The least draws of the reference, for a model with many states."""

WORK = 1 << 22
"""Draws times states of the reference, between the two."""

Hedged = TypeVar("Hedged", OptionForecast, StateForecast, QuestionForecast)


def weight(found: Beliefs, asked: float | None, *, certain: bool) -> float:
    """Return the weight of model error.

    Parameters
    ----------
    found : Beliefs
        What the model says of it.
    asked : float or None
        What was asked for; it goes before the model.
    certain : bool
        Whether nothing in the model is unknown.

    Returns
    -------
    float
        In [0, 1]. Where nobody says, it is 0 if all is known, so that a crisp model
        gets the crisp answer, and `detente.forecast.defaults.DOUBT` otherwise.

    Raises
    ------
    InputError
        If what was asked for is no probability.
    """
    if asked is not None and not 0 <= asked <= 1:
        raise InputError(f"the doubt is {asked}", "give a probability, 0 to 1")
    if asked is not None:
        return asked
    if found.doubt is not None:
        return found.doubt
    return 0.0 if certain else DOUBT


def reference_draws(draws: int, states: int) -> int:
    """Return how many draws the reference gets."""
    return min(draws, MOST_DRAWS, max(LEAST_DRAWS, WORK // states))


def mix(p: float, other: float, doubt: float) -> float:
    """Return a probability that allows for model error.

    Examples
    --------
    >>> mix(0.0, 0.3, 0.1), mix(0.5, 0.3, 0.0)
    (0.03, 0.5)
    """
    return min(1.0, max(0.0, (1 - doubt) * p + doubt * other))


def hedge(found: Forecast, other: Played, doubt: float, asked: Sequence[Question]) -> Forecast:
    """Return a forecast with every probability also given allowing for model error.

    Parameters
    ----------
    found : Forecast
        What the model says.
    other : Played
        The reference, with the same targets.
    doubt : float
        The weight of the reference.
    asked : sequence of Question
        The statements among the targets, behind the options.
    """
    n = len(found.options)
    ends = other.ends(1 << n)
    columns = {one.statement: n + k for k, one in enumerate(asked) if one.kind != "red_line"}

    def with_doubt(one: Hedged, share: float) -> Hedged:
        return replace(one, hedged=mix(one.probability, share, doubt))

    lines = [n + k for k, one in enumerate(asked) if one.kind == "red_line"]
    return replace(
        found,
        doubt=doubt,
        reference=other,
        options={
            name: with_doubt(one, other.share(k))
            for k, (name, one) in enumerate(found.options.items())
        },
        states=tuple(with_doubt(one, float(ends[one.state])) for one in found.states),
        questions=tuple(
            with_doubt(one, other.share(columns[one.statement])) for one in found.questions
        ),
        red_lines_hedged=tuple(
            mix(p, other.share(k), doubt)
            for (_, _, p), k in zip(found.red_lines, lines, strict=True)
        ),
        no_return_hedged=mix(found.no_return, other.share(n + len(asked)), doubt),
    )
