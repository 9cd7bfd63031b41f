"""The conflict as solvers see it: frozen arrays over all combinations of options.

A state is a bit mask: bit `k` is set when option `k` is taken. Arrays run over
all ``2**O`` masks (axis M), so a decision maker's moves are an axis and
nothing needs a table of states by states; infeasible masks have rank -1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from detente.axes import BoolM, BoolO, IntIM, IntO, IntS
from detente.errors import ModelError, NotFoundError
from detente.model.states import n_masks
from detente.provenance import checksum


@dataclass(frozen=True, slots=True, eq=False)
class Game:
    """A conflict in option form, ready to be solved.

    Attributes
    ----------
    decision_makers : tuple of str
        Ids of the I decision makers.
    options : tuple of str
        ``decision_maker.option`` of the O options, in bit order.
    owner : (O,) array of int8
        The decision maker that controls each option.
    forward, backward : (O,) array of bool
        May the option be taken (N to Y), may it be undone (Y to N)?
    feasible : (2**O,) array of bool
        Which combinations of options can be.
    rank : (I, 2**O) array of int32
        How each decision maker ranks each state: 0 for its worst feasible
        state, larger is better, equal is indifferent; -1 where infeasible.
    status_quo : int or None
        Where the conflict is now.

    Notes
    -----
    The arrays are not writeable. Make a game with `detente.model.build.game`
    or `Game.of`; both check what the attributes promise.
    """

    decision_makers: tuple[str, ...]
    options: tuple[str, ...]
    owner: IntO
    forward: BoolO
    backward: BoolO
    feasible: BoolM
    rank: IntIM
    status_quo: int | None = None

    def __post_init__(self) -> None:
        """Close the arrays to writing."""
        for array in (self.owner, self.forward, self.backward, self.feasible, self.rank):
            array.flags.writeable = False

    @classmethod
    def of(
        cls,
        owns: Mapping[str, Sequence[str]],
        payoffs: ArrayLike,
        *,
        feasible: Sequence[int] | None = None,
        reversible: Mapping[str, str] | None = None,
        status_quo: int | None = None,
    ) -> "Game":
        """Return the game of some options and payoffs, checked.

        Parameters
        ----------
        owns : mapping of str to sequence of str
            The options of each decision maker; they take their bits in this order.
        payoffs : (I, S) array of numbers
            What each decision maker gets at each feasible state, states
            ascending; larger is better, only the order counts.
        feasible : sequence of int, optional
            The states that can be, as bit masks; left out: all.
        reversible : mapping of str to {"both", "forward", "backward"}, optional
            Move rules of ``decision_maker.option``; left out: both.
        status_quo : int, optional
            Where the conflict is now.

        Raises
        ------
        ModelError
            If the parts don't fit each other; the message names the part.
        TooLargeError
            If there are more than 24 options.

        Examples
        --------
        >>> chicken = Game.of({"a": ["dare"], "b": ["dare"]}, [[2, 3, 1, 0], [2, 1, 3, 0]])
        >>> chicken.rank.tolist()
        [[2, 3, 1, 0], [2, 1, 3, 0]]
        """
        options = [f"{dm}.{option}" for dm, names in owns.items() for option in names]
        if len(set(options)) < len(options):
            raise ModelError("an option stands twice", "name each once")
        can_be = np.zeros(n_masks(len(options)), dtype=bool)
        listed = range(len(can_be)) if feasible is None else feasible
        if not len(listed) or min(listed) < 0 or max(listed) >= len(can_be):
            raise ModelError(
                f"feasible states must be in 0..{len(can_be) - 1}", "list at least one"
            )
        can_be[list(listed)] = True
        values = np.asarray(payoffs, dtype=float)
        if values.shape != (len(owns), can_be.sum()) or not np.isfinite(values).all():
            raise ModelError(
                f"payoffs of shape {values.shape} don't fit {len(owns)} decision makers "
                f"and {can_be.sum()} feasible states",
                "give one finite number for each",
            )
        rules = dict.fromkeys(options, "both") | dict(reversible or {})
        odd = [n for n, r in rules.items() if n not in options or r not in _RULES]
        if odd:
            raise ModelError(
                f"no such option or rule: {odd[0]!r}", f"rules are {', '.join(_RULES)}"
            )
        if status_quo is not None and not (0 <= status_quo < len(can_be) and can_be[status_quo]):
            raise ModelError(f"the status quo {status_quo} is no feasible state", "choose another")
        rank = np.full((len(owns), len(can_be)), -1, dtype=np.int32)
        for i, row in enumerate(values):
            rank[i, can_be] = np.unique(row, return_inverse=True)[1]
        return cls(
            decision_makers=tuple(owns),
            options=tuple(options),
            owner=np.repeat(
                np.arange(len(owns), dtype=np.int8), [len(names) for names in owns.values()]
            ),
            forward=np.array([rules[name] != "backward" for name in options], dtype=bool),
            backward=np.array([rules[name] != "forward" for name in options], dtype=bool),
            feasible=can_be,
            rank=rank,
            status_quo=status_quo,
        )

    @property
    def states(self) -> IntS:
        """The feasible states, ascending, as bit masks."""
        return np.flatnonzero(self.feasible)

    def decision_maker(self, name: str | int) -> int:
        """Return the index of a decision maker; a negative index never wraps.

        Raises
        ------
        NotFoundError
            If there is no such decision maker.
        """
        return _index(name, self.decision_makers, "decision maker")

    def option(self, name: str | int) -> int:
        """Return the bit of an option, given as ``decision_maker.option``.

        Raises
        ------
        NotFoundError
            If there is no such option.
        """
        return _index(name, self.options, "option")

    def state(self, s: int) -> int:
        """Return `s` if it is a feasible state.

        Raises
        ------
        NotFoundError
            If it isn't.
        """
        if not 0 <= s < len(self.feasible) or not self.feasible[s]:
            raise NotFoundError(
                f"{s} is no feasible state of this conflict",
                f"the feasible states run from {self.states[0]} to {self.states[-1]}",
            )
        return int(s)

    def mask(self, i: int) -> int:
        """Return the bits of the options that `i` controls."""
        return int(sum(1 << k for k in range(len(self.options)) if self.owner[k] == i))

    def taken(self, s: int) -> tuple[str, ...]:
        """Return the options taken at `s`, in bit order."""
        return tuple(name for k, name in enumerate(self.options) if s >> k & 1)

    def legal(self, s: int, q: int) -> bool:
        """Say whether the move rules and feasibility allow going from `s` to `q`.

        Whose options change is not asked here.
        """
        return bool(self.feasible[q]) and all(
            self.forward[k] if q >> k & 1 else self.backward[k]
            for k in range(len(self.options))
            if (s ^ q) >> k & 1
        )

    def moves(self, i: int, s: int) -> list[int]:
        """Return the states that `i` can reach from `s` in one move, ascending.

        Costs ``2**n`` steps for the `n` options of `i`: for asking about one
        state, not for solving.
        """
        mine, fixed = self.mask(i), s & ~self.mask(i)
        found = []
        sub = 0
        while True:
            q = fixed | sub
            if q != s and self.legal(s, q):
                found.append(q)
            sub = (sub - mine) & mine
            if sub == 0:
                return found

    def checksum(self) -> str:
        """Return a checksum of all that solvers see."""
        names = "\n".join((*self.decision_makers, "", *self.options)).encode()
        arrays = (self.owner, self.forward, self.backward, self.feasible, self.rank)
        return checksum(names, repr(self.status_quo).encode(), *(a.tobytes() for a in arrays))


_RULES = ("both", "forward", "backward")


def _index(name: str | int, names: Sequence[str], what: str) -> int:
    if isinstance(name, str):
        if name in names:
            return names.index(name)
    elif 0 <= name < len(names):
        return int(name)
    raise NotFoundError(f"no {what} {name!r}", f"there are {', '.join(names) or 'none'}")
