"""What solvers hand on: stability by concept, and a witness for each verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.axes import BoolIM, BoolM, IntS
from detente.errors import NotFoundError
from detente.model.game import Game
from detente.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Move:
    """A decision maker takes the conflict from one state to another."""

    mover: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Deterred:
    """An improvement that isn't made, and why.

    `reply` is the shortest sequence of the others' moves to a state no better
    than the start; `counter` is the best that the decision maker could still
    do from there (None where the concept doesn't ask); for ``sim`` the reply
    is the others' simultaneous moves, each from the starting state, and
    `counter` is None.
    """

    improvement: Move
    reply: tuple[Move, ...]
    sanction: int
    counter: Move | None = None


@dataclass(frozen=True, slots=True)
class Witness:
    """Why a state is stable for a decision maker, or why not.

    Stable: `deterred` has every improvement with its reply (empty: there is
    none to be had). Unstable: `undeterred` is an improvement that nobody
    deters, the best one for the decision maker.
    """

    concept: str
    decision_maker: int
    state: int
    stable: bool
    deterred: tuple[Deterred, ...] = ()
    undeterred: Move | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """Which states are stable, for whom, under which concept.

    Attributes
    ----------
    game : Game
        What was solved.
    stable : mapping of str to (I, 2**O) array of bool
        For each concept asked: is the state stable for the decision maker?
        False where the state is infeasible.
    provenance : Provenance
        Where it comes from.
    """

    game: Game
    stable: Mapping[str, BoolIM]
    provenance: Provenance

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts that were asked for."""
        return tuple(self.stable)

    def of(self, concept: str) -> BoolIM:
        """Return the (I, 2**O) verdicts under a concept.

        Raises
        ------
        NotFoundError
            If that concept wasn't solved for.
        """
        if concept not in self.stable:
            raise NotFoundError(
                f"no concept {concept!r} here", f"solved were {', '.join(self.stable)}"
            )
        return self.stable[concept]

    def equilibrium(self, concept: str) -> BoolM:
        """Return for each mask whether it is stable for all decision makers."""
        return np.all(self.of(concept), axis=0) & self.game.feasible

    def equilibria(self, concept: str) -> IntS:
        """Return the equilibria under a concept, ascending, as bit masks."""
        return np.flatnonzero(self.equilibrium(concept))

    def why(self, concept: str, decision_maker: str | int, state: int) -> Witness:
        """Return the reason for a verdict: see `Witness`."""
        from detente.solve.why import why

        return why(self.game, concept, self.game.decision_maker(decision_maker), state)

    def to_json(self, title: str = "") -> dict[str, Any]:
        """Return the public JSON shape of ``detente solve``."""
        game = self.game
        return {
            "title": title,
            "decision_makers": list(game.decision_makers),
            "options": list(game.options),
            "states": game.states.tolist(),
            "status_quo": game.status_quo,
            "stable": {
                concept: {
                    dm: np.flatnonzero(verdicts[i] & game.feasible).tolist()
                    for i, dm in enumerate(game.decision_makers)
                }
                for concept, verdicts in self.stable.items()
            },
            "equilibria": {concept: self.equilibria(concept).tolist() for concept in self.stable},
            "coalition_stable": {},
            "provenance": self.provenance.to_json(),
        }
