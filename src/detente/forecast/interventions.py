"""What if: an option forced or forbidden, an unknown settled, before play begins.

An intervention is not a piece of evidence. Forcing an option says "suppose
somebody sees to it that it is taken", and everything else is believed as
before; it does not make more likely whatever would have led there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from detente.errors import ModelError, NotFoundError
from detente.forecast.beliefs import Beliefs
from detente.forecast.unknowns import Unknown, unknowns
from detente.forecast.wishes import Wish
from detente.model.conflict import CONCEPTS, Conflict, Statement


def suppose(beliefs: Beliefs, assume: Mapping[str, bool]) -> Beliefs:
    """Return the beliefs with some things settled.

    Parameters
    ----------
    beliefs : Beliefs
        What is known and unknown.
    assume : mapping of str to bool
        An option, ``dm.option``: True forces it (taken from the start, never
        undone), False forbids it (not taken at the start, never taken). Or the
        name of an unknown, as drivers give it: True or False settles it.

    Returns
    -------
    Beliefs
        With a note for each.

    Raises
    ------
    NotFoundError
        If a name is neither an option nor an unknown of the conflict.
    ModelError
        If play can't begin there, or nothing remains that could be believed.
    """
    known = {one.name: one for one in unknowns(beliefs)}
    for name, value in assume.items():
        if name in beliefs.game.options:
            beliefs = _fix(beliefs, beliefs.game.option(name), value=value)
        elif name in known:
            beliefs = _settle(beliefs, known[name], value=value)
        else:
            raise NotFoundError(
                f"what is assumed, {name!r}, is neither an option nor an unknown here",
                f"the options are {', '.join(beliefs.game.options)}",
            )
        words = "forced" if value else "forbidden"
        if name in known:
            words = "taken as true" if value else "taken as false"
        beliefs = replace(beliefs, notes=(*beliefs.notes, f"Supposed: {name} is {words}."))
    if not beliefs.game.feasible[beliefs.start]:
        raise ModelError(
            f"what is assumed ({', '.join(assume)}) gives a state that isn't feasible to start from",
            "assume something else, or more",
        )
    return beliefs


def with_priorities(conflict: Conflict, changes: Mapping[str, Sequence[Any]]) -> Conflict:
    """Return a copy of the conflict in which some decision makers want something else.

    Parameters
    ----------
    conflict : Conflict
        Left as it is.
    changes : mapping of str to sequence of str or dict
        For each decision maker its new priorities, most important first.

    Raises
    ------
    NotFoundError
        If there is no such decision maker.
    """
    makers = dict(conflict.decision_makers)
    for dm, stated in changes.items():
        if dm not in makers:
            raise NotFoundError(
                f"there is no decision maker {dm!r}", f"there are {', '.join(makers) or 'none'}"
            )
        parsed = [
            Statement(statement=one) if isinstance(one, str) else Statement.model_validate(one)
            for one in stated
        ]
        makers[dm] = makers[dm].model_copy(
            update={"priorities": parsed, "ranking": None, "weights": None, "payoffs": None}
        )
    return conflict.model_copy(update={"decision_makers": makers})


def _fix(beliefs: Beliefs, k: int, *, value: bool) -> Beliefs:
    game = beliefs.game
    forward, backward = game.forward.copy(), game.backward.copy()
    forward[k] = False
    if value:
        backward[k] = False
        start = beliefs.start | 1 << k
    else:
        start = beliefs.start & ~(1 << k)
    return replace(beliefs, game=replace(game, forward=forward, backward=backward), start=start)


def _settle(beliefs: Beliefs, one: Unknown, *, value: bool) -> Beliefs:
    """Settle an unknown where it stands among the columns of a reading."""
    column = one.column
    for i, wishes in enumerate(beliefs.wishes):
        if wishes is not None and column < len(wishes):
            changed = _wish(wishes, column, one.kind, value=value)
            return replace(beliefs, wishes=_swap(beliefs.wishes, i, changed))
        column -= len(wishes or ())
    if column < len(beliefs.foresight):
        concept = CONCEPTS[one.value]
        shares = dict(beliefs.foresight[column])
        left = {c: float(c == concept) if value else w * (c != concept) for c, w in shares.items()}
        total = sum(left.values())
        return replace(
            beliefs,
            foresight=_swap(beliefs.foresight, column, {c: w / total for c, w in left.items()}),
        )
    column -= len(beliefs.foresight)
    if column == len(beliefs.hindrances):
        return replace(beliefs, agreement=float(value))
    settled = replace(beliefs.hindrances[column], binds=float(value))
    return replace(beliefs, hindrances=_swap(beliefs.hindrances, column, settled))


def _wish(wishes: tuple[Wish, ...], at: int, kind: str, *, value: bool) -> tuple[Wish, ...]:
    if kind == "holds":
        return _swap(wishes, at, replace(wishes[at], confidence=float(value)))
    if kind == "wants":
        return _swap(wishes, at, replace(wishes[at], reversed=float(not value)))
    return _swap(wishes, at, replace(wishes[at], pin="first" if value else "last"))


def _swap(parts: tuple[Any, ...], at: int, new: Any) -> tuple[Any, ...]:
    return (*parts[:at], new, *parts[at + 1 :])
