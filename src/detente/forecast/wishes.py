"""What each decision maker may want: the statements of the model, and what it leaves unsaid."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from detente.axes import BoolM
from detente.errors import ModelError, TooLargeError
from detente.forecast.defaults import WISH
from detente.model.conflict import Conflict, DecisionMaker, Order
from detente.model.game import Game
from detente.model.statements import truth

MOST_WISHES = 60
"""The most statements of one decision maker whose order can be sampled."""


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """A statement that a decision maker may want to be true.

    Attributes
    ----------
    text : str
        The statement.
    truth : (2**O,) array of bool
        Where it is true.
    confidence : float
        Probability that it is held at all.
    order : {"known", "partly", "unknown"}
        Whether its place is known.
    reversed : float
        Probability that its falsehood is wanted instead.
    assumed : str
        Why it is there though no priority says so; "" for what the model states.
    pin : {"", "first", "last"}
        Whether it comes before or after all others, whatever else is known.
    """

    text: str
    truth: BoolM
    confidence: float = 1.0
    order: Order = "known"
    reversed: float = 0.0
    assumed: str = ""
    pin: Literal["", "first", "last"] = ""


def silent(maker: DecisionMaker) -> bool:
    """Say whether a model is silent about what a decision maker prefers."""
    given = (maker.priorities, maker.ranking, maker.weights, maker.payoffs)
    return all(one is None for one in given)


def without_gaps(conflict: Conflict) -> Conflict:
    """Return the conflict with indifference where nothing is said of a preference."""
    makers = {
        dm: maker.model_copy(update={"priorities": []}) if silent(maker) else maker
        for dm, maker in conflict.decision_makers.items()
    }
    return conflict.model_copy(update={"decision_makers": makers})


def wishes_of(conflict: Conflict, dm: str, game: Game, notes: list[str]) -> tuple[Wish, ...] | None:
    """Return what a decision maker may want, most important first; None where it is ranked."""
    maker = conflict.decision_makers[dm]
    if not silent(maker) and maker.priorities is None:
        return None
    stated = [
        Wish(
            text=one.statement,
            truth=truth(conflict, one.statement, dm),
            confidence=probability(one.confidence, f"{dm}: {one.statement}", "confidence"),
            order=one.order,
            reversed=0.5 if one.sign == "unknown" else 0.0,
        )
        for one in maker.priorities or []
    ]
    _agree(stated, dm, game)
    found = [*stated, *_unsaid(conflict, dm, game, stated, notes)]
    if len(found) > MOST_WISHES:
        raise TooLargeError(
            f"{dm} has {len(found)} statements, and {MOST_WISHES} is the limit of a forecast",
            "leave out the least important ones",
        )
    return tuple(found)


def _agree(stated: list[Wish], dm: str, game: Game) -> None:
    """Refuse two statements that are held for sure, in a known place, and deny each other."""
    sure: dict[bytes, Wish] = {}
    for one in stated:
        if one.confidence < 1 or one.order != "known" or one.reversed > 0:
            continue
        where = one.truth[game.feasible]
        other = sure.get((~where).tobytes())
        if other is not None and where.any() and not where.all():
            raise ModelError(
                f"{dm} wants both {other.text!r} and {one.text!r} for sure: they contradict each other",
                "keep one of them, or give each a confidence below 1",
            )
        sure[where.tobytes()] = one


def _unsaid(
    conflict: Conflict, dm: str, game: Game, stated: list[Wish], notes: list[str]
) -> list[Wish]:
    """Return the wishes on which the model is silent though an answer hangs on them."""
    maker = conflict.decision_makers[dm]
    if not maker.options:
        return []
    wordless = silent(maker)
    found = []
    for k, name in enumerate(game.options):
        owner, _, option = name.partition(".")
        mine = owner == dm
        status = conflict.decision_makers[owner].options[option].status if mine else None
        taken = (np.arange(len(game.feasible)) >> k & 1).astype(np.bool_)
        if wordless:
            why = "nothing says what it wants"
        elif mine and status is not None and not any(_settles(one, k) for one in stated):
            why = f"no priority that is held for sure speaks of it; its status is {status}"
        else:
            continue
        wanted = WISH[status] if status is not None else 0.5
        order: Order = "unknown" if wordless else "known"
        found.append(Wish(name, taken, order=order, reversed=1.0 - wanted, assumed=why))
        if not wordless and not any(_hangs_on(one, k) for one in stated):
            notes.append(
                f"Nothing says whether {dm} wants {name} for itself; as it is {status},"
                f" {wanted:.0%} of the readings have it so, as the least of its wishes."
            )
    if wordless:
        notes.append(f"Nothing says what {dm} wants: its wishes are drawn at random.")
    return found


def _settles(one: Wish, k: int) -> bool:
    """Say whether a wish is held for sure and hangs on the option."""
    return one.confidence == 1 and _hangs_on(one, k)


def _hangs_on(one: Wish, k: int) -> bool:
    halves = one.truth.reshape(-1, 2, 1 << k)
    return bool((halves[:, 0] != halves[:, 1]).any())


def at_random(game: Game) -> tuple[Wish, ...]:
    """Return the wishes of one of whom nothing is known: each option, for or against, in any order."""
    masks = np.arange(len(game.feasible))
    return tuple(
        Wish(name, (masks >> k & 1).astype(np.bool_), order="unknown", reversed=0.5)
        for k, name in enumerate(game.options[:MOST_WISHES])
    )


def probability(value: float, what: str, name: Literal["confidence", "binds"]) -> float:
    """Check that a number of the model is a probability.

    Raises
    ------
    ModelError
        If it lies outside [0, 1].
    """
    if not 0 <= value <= 1:
        raise ModelError(f"{what}: {name} is {value}", "a probability lies between 0 and 1")
    return value
