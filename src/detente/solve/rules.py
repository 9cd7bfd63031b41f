"""Who may change what: the part of a game that no preference touches."""

from dataclasses import dataclass

import numpy as np

from detente.axes import BoolM, BoolO, IntS
from detente.model.game import Game


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The moves of a game, laid out for the kernels.

    Options that can't be changed at all are left out.

    Attributes
    ----------
    feasible : (M,) array of bool
        Which masks can be.
    independent : bool
        Does nobody's choice of options limit anybody else's? Then the order of
        moves doesn't matter. False may also mean that nobody has looked.
    bits, up, down : (X,) arrays
        The options that can be changed, by owner; may they be taken, undone?
    first : (I + 1,) array of int
        Decision maker `i` owns ``bits[first[i]:first[i + 1]]``.
    mine, only_up, only_down : (I,) arrays of int
        The same as masks: all that `i` can change, and what only one way.
    """

    feasible: BoolM
    independent: bool
    bits: IntS
    up: BoolO
    down: BoolO
    first: IntS
    mine: IntS
    only_up: IntS
    only_down: IntS

    @classmethod
    def of(cls, game: Game, *, closely: bool = False) -> "Rules":
        """Return the rules of a game; look `closely` at what is independent if it is to be solved."""
        feasible, owner = game.feasible, game.owner
        forward, backward = game.forward, game.backward
        actors = len(game.decision_makers)
        movable = np.flatnonzero(forward | backward)
        bits = movable[np.argsort(owner[movable], kind="stable")].astype(np.int64)
        whose = owner[bits].astype(np.int64)
        masks = np.int64(1) << bits

        def by_owner(chosen: BoolO) -> IntS:
            found = np.zeros(actors, dtype=np.int64)
            np.add.at(found, whose[chosen], masks[chosen])
            return found

        up, down = forward[bits], backward[bits]
        mine = by_owner(up | down)
        return cls(
            feasible=feasible,
            independent=bool(np.all(feasible)) or (closely and _is_product(feasible, mine)),
            bits=bits,
            up=up,
            down=down,
            first=np.searchsorted(whose, np.arange(actors + 1)).astype(np.int64),
            mine=mine,
            only_up=by_owner(up & ~down),
            only_down=by_owner(down & ~up),
        )

    @property
    def movers(self) -> IntS:
        """The decision makers that can change anything at all."""
        return np.flatnonzero(self.mine)

    @property
    def edges(self) -> int:
        """How many moves there are at a state, at most: what a search looks at for each."""
        return sum(1 << int(own).bit_count() for own in self.mine if own)

    @property
    def actors(self) -> int:
        """How many decision makers there are."""
        return len(self.mine)

    def options_of(self, i: int) -> tuple[IntS, BoolO, BoolO]:
        """Return the bits that `i` can change, and which of them can be taken and undone."""
        own = slice(self.first[i], self.first[i + 1])
        return self.bits[own], self.up[own], self.down[own]

    @property
    def rounds(self) -> int:
        """How many rounds of everyone's moves to try before searching instead.

        One reaches all that sequences of moves do where the decision makers'
        choices are independent, since the order of moves then doesn't matter.
        """
        return 1 if self.independent else max(8, self.edges // max(1, len(self.bits)))


def _is_product(feasible: BoolM, mine: IntS) -> bool:
    """Say whether the feasible masks are all combinations of what each owner's options can be."""
    states = np.flatnonzero(feasible)
    rest = len(feasible) - 1 - int(mine.sum())
    combinations = 1
    for own in (*mine.tolist(), rest):
        seen = np.zeros(len(feasible), dtype=np.bool_)
        seen[states & own] = True
        combinations *= int(np.count_nonzero(seen))
    return combinations == len(states)
