"""What experts expect under a condition, beside the model's own answer to the same."""

from collections.abc import Callable, Mapping

from detente.axes import BoolM
from detente.errors import ModelError
from detente.forecast.beliefs import Beliefs
from detente.forecast.intervals import wilson
from detente.forecast.interventions import suppose
from detente.forecast.played import Played
from detente.forecast.pool import view
from detente.forecast.result import ConditionalForecast, ExpertView
from detente.forecast.unknowns import unknowns
from detente.model.conflict import Conflict
from detente.model.expressions import And, Expression, Not, Taken
from detente.model.statements import parse, truth

MOST = 8
"""The most conditions that the model is asked about: each costs as much as a forecast."""


def conditionals(
    conflict: Conflict,
    found: Beliefs,
    play: Callable[[Beliefs, list[BoolM]], Played],
) -> tuple[tuple[ConditionalForecast, ...], dict[str, Played]]:
    """Answer what experts say under a condition.

    The condition is supposed as `detente.forecast.interventions.suppose` has it: somebody
    sees to it. It is no evidence for what would have led there.

    Parameters
    ----------
    conflict : Conflict
        Its experts are asked for what they suppose.
    found : Beliefs
        What the rest of the forecast believes.
    play : callable
        Draws readings of some beliefs and plays them towards some targets.

    Returns
    -------
    conditionals : tuple of ConditionalForecast
        In the order of the experts; views of the same are together.
    played : dict of str to Played
        The draws behind the answers, by condition.
    """
    views: dict[tuple[str, str], list[ExpertView]] = {}
    for one in conflict.experts:
        if one.given:
            views.setdefault((one.of, one.given), []).append(view(one))
    played: dict[str, Played] = {}
    answers = []
    for given in dict.fromkeys(given for _, given in views):
        asked = [of for of, where in views if where == given]
        supposed = _supposed(conflict, found, given) if len(played) < MOST else None
        if supposed is not None:
            played[given] = play(supposed, [truth(conflict, of) for of in asked])
        for k, of in enumerate(asked):
            experts = tuple(views[of, given])
            if supposed is None:
                answers.append(ConditionalForecast(of, given, experts))
                continue
            p, draws = played[given].share(k), len(played[given].which)
            certain = not unknowns(supposed) and bool(played[given].exact.all())
            low, high = (p, p) if certain else wilson(p, draws)
            answers.append(ConditionalForecast(of, given, experts, p, low, high))
    return tuple(answers), played


def _supposed(conflict: Conflict, found: Beliefs, given: str) -> Beliefs | None:
    """Return the beliefs with a condition made true; None where it can't be."""
    literals = _literals(parse(given, conflict.option_names()))
    if literals is None:
        return None
    names = conflict.option_names()
    try:
        return suppose(found, {names[k]: value for k, value in literals.items()})
    except ModelError:  # play can't begin there
        return None


def _literals(one: Expression) -> Mapping[int, bool] | None:
    """Return a condition as options taken or not; None where it is anything else."""
    match one:
        case Taken(bit=k):
            return {k: True}
        case Not(term=Taken(bit=k)):
            return {k: False}
        case And(terms=terms):
            joined: dict[int, bool] = {}
            for term in terms:
                part = _literals(term)
                if part is None or any(joined.get(k, v) != v for k, v in part.items()):
                    return None
                joined |= part
            return joined
        case _:
            return None
