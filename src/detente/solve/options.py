"""What an option does: how the equilibria change if it can't be taken, or must be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from detente.model.game import Game
from detente.solve.solving import as_game, solve

STRENGTH = ("nash", "seq", "smr", "gmr")  # strongest first, as in the literature on options


@dataclass(frozen=True, slots=True)
class OptionEffect:
    """What one option does to the equilibria.

    Attributes
    ----------
    option : int
        Its bit.
    taken, not_taken : tuple of int
        The equilibria at which it is taken, and those at which it isn't.
    without, always : tuple of int or None
        The equilibria if it could never be taken, or always had to be; None
        where no feasible state is left.
    """

    option: int
    taken: tuple[int, ...]
    not_taken: tuple[int, ...]
    without: tuple[int, ...] | None
    always: tuple[int, ...] | None

    @property
    def lost_without(self) -> tuple[int, ...]:
        """Equilibria without the option taken that hold only because it could be."""
        return tuple(s for s in self.not_taken if s not in (self.without or ()))

    @property
    def gained_without(self) -> tuple[int, ...]:
        """States that would be equilibria if only it couldn't be taken."""
        return tuple(s for s in self.without or () if s not in self.not_taken)

    def to_json(self, names: Sequence[str]) -> dict[str, Any]:
        """Return JSON values, the option by name."""
        return {
            "option": names[self.option],
            "taken": list(self.taken),
            "not_taken": list(self.not_taken),
            "without": None if self.without is None else list(self.without),
            "always": None if self.always is None else list(self.always),
            "lost_without": list(self.lost_without),
            "gained_without": list(self.gained_without),
        }


def effect_of_options(conflict: Any, concept: str = "seq") -> tuple[OptionEffect, ...]:
    """Return for each option how the equilibria change if it can't or must be taken.

    Parameters
    ----------
    conflict : Conflict, Game or path
        The conflict.
    concept : str
        Under which concept; `strongest` says under which a state holds at all.

    Returns
    -------
    tuple of OptionEffect
        In bit order. An equilibrium in `lost_without` rests on a threat: the
        option isn't taken there, and yet it would fall without it.

    Raises
    ------
    NotFoundError
        If there is no such concept.

    Notes
    -----
    Two solves of half the size for each option.

    Examples
    --------
    Peace holds because b could strike back:

    >>> game = Game.of({"a": ["strike"], "b": ["reply"]}, [[2, 3, 0, 1], [1, 0, 0, 1]])
    >>> reply = effect_of_options(game)[1]
    >>> reply.not_taken, reply.without, reply.lost_without
    ((0,), (1,), (0,))
    """
    game = as_game(conflict)
    held = solve(game, concepts=concept).equilibria(concept).tolist()
    return tuple(
        OptionEffect(
            option=k,
            taken=tuple(s for s in held if s >> k & 1),
            not_taken=tuple(s for s in held if not s >> k & 1),
            without=_held_with(game, k, 0, concept),
            always=_held_with(game, k, 1, concept),
        )
        for k in range(len(game.options))
    )


def strongest(conflict: Any) -> dict[int, str]:
    """Return for each equilibrium the strongest concept under which it is one.

    Strongest first: nash, seq, smr, gmr; states that hold under none are left
    out.

    References
    ----------
    The order of strength is that of K. Alhindi's thesis on option effectiveness
    (University of Waterloo, 2018).

    Examples
    --------
    >>> strongest(Game.of({"a": ["x"], "b": ["y"]}, [[2, 3, 0, 1], [2, 0, 3, 1]]))
    {0: 'seq', 3: 'nash'}
    """
    solved = solve(conflict, concepts=STRENGTH)
    found: dict[int, str] = {}
    for concept in STRENGTH:
        for s in solved.equilibria(concept).tolist():
            found.setdefault(s, concept)
    return dict(sorted(found.items()))


def _held_with(game: Game, k: int, value: int, concept: str) -> tuple[int, ...] | None:
    """Return the equilibria of the conflict in which option `k` is fixed."""
    fits = (np.arange(len(game.feasible)) >> k & 1) == value
    feasible = game.feasible & fits
    if not feasible.any():
        return None
    rank = np.where(feasible, game.rank, -1).astype(np.int32)
    left = replace(game, feasible=feasible, rank=rank, status_quo=None)
    return tuple(solve(left, concepts=concept).equilibria(concept).tolist())
