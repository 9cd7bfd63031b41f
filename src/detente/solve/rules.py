"""Who may change what: the part of a game that no preference touches."""

from dataclasses import dataclass

import numpy as np

from detente.axes import BoolM, BoolO, IntO, IntS
from detente.model.game import Game


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The moves of a game, laid out for the kernels.

    Options that can't be changed at all are left out.

    Attributes
    ----------
    feasible : (M,) array of bool
        Which masks can be.
    whole : bool
        Can they all?
    bits, up, down : (X,) arrays
        The options that can be changed, by owner; may they be taken, undone?
    first : (I + 1,) array of int
        Decision maker `i` owns ``bits[first[i]:first[i + 1]]``.
    mine, only_up, only_down : (I,) arrays of int
        The same as masks: all that `i` can change, and what only one way.
    """

    feasible: BoolM
    whole: bool
    bits: IntS
    up: BoolO
    down: BoolO
    first: IntS
    mine: IntS
    only_up: IntS
    only_down: IntS

    @classmethod
    def of(cls, game: Game) -> "Rules":
        """Return the rules of a game."""
        return cls.over(
            game.feasible, game.owner, game.forward, game.backward, len(game.decision_makers)
        )

    @classmethod
    def over(
        cls, feasible: BoolM, owner: IntO, forward: BoolO, backward: BoolO, actors: int
    ) -> "Rules":
        """Return the rules for `actors` decision makers, whatever their options are called."""
        movable = np.flatnonzero(forward | backward)
        bits = movable[np.argsort(owner[movable], kind="stable")].astype(np.int64)
        whose = owner[bits].astype(np.int64)
        masks = np.int64(1) << bits

        def by_owner(chosen: BoolO) -> IntS:
            found = np.zeros(actors, dtype=np.int64)
            np.add.at(found, whose[chosen], masks[chosen])
            return found

        up, down = forward[bits], backward[bits]
        return cls(
            feasible=feasible,
            whole=bool(np.all(feasible)),
            bits=bits,
            up=up,
            down=down,
            first=np.searchsorted(whose, np.arange(actors + 1)).astype(np.int64),
            mine=by_owner(up | down),
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

        One reaches all that sequences of moves do where every mask is
        feasible, since the order of moves then doesn't matter.
        """
        return 1 if self.whole else max(8, self.edges // max(1, len(self.bits)))
