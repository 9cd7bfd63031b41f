"""Conflicts given by edges: states and moves listed one by one, the last mover remembered.

Not every conflict has options. A move may be possible only by way of another
state, or be undone only by somebody else, and then "nobody moves twice in a
row" matters: what the others can do is followed over pairs of a state and who
moved last, as the definition has it.

A reply that leads back to the very state that was left counts as a sanction,
since that is no better than itself; the matrix form of some programs leaves it
out. In option form the question doesn't arise.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from detente.axes import BoolIM
from detente.errors import InputError, ModelError, NotFoundError
from detente.solve.engine import COUNTERED, IMPROVING, SHAPED
from detente.solve.result import Deterred, Move, Witness

State: TypeAlias = str
Place: TypeAlias = "State | Sequence[State]"


@dataclass(frozen=True, eq=False)
class Graph:
    """A conflict whose states and moves are listed.

    Attributes
    ----------
    decision_makers, states : tuple of str
        Their names; everything else counts in this order.
    moves : tuple of tuple of tuple of int
        ``moves[i][s]`` are the states that `i` can move to from `s`, ascending.
    rank : (I, S) array of int32
        Larger is better, equal is indifferent.
    """

    decision_makers: tuple[str, ...]
    states: tuple[str, ...]
    moves: tuple[tuple[tuple[int, ...], ...], ...]
    rank: NDArray[np.int32]

    @classmethod
    def of(
        cls,
        moves: Mapping[str, Iterable[tuple[State, State]]],
        rankings: Mapping[str, Sequence[Place]],
    ) -> "Graph":
        """Return the graph of some moves and rankings, checked.

        Parameters
        ----------
        moves : mapping of str to pairs of states
            The moves of each decision maker, from and to.
        rankings : mapping of str to sequence of states
            Every state, best first; states that stand in a sequence of their
            own are equally good. The first ranking, sorted, names the states.

        Raises
        ------
        ModelError
            If the parts don't fit each other; the message names the part.

        Examples
        --------
        >>> graph = Graph.of(
        ...     {"a": [("peace", "war")], "b": []},
        ...     {"a": ["war", "peace"], "b": [["peace", "war"]]},
        ... )
        >>> graph.states, graph.moves[0], graph.rank.tolist()
        (('peace', 'war'), ((1,), ()), [[0, 1], [0, 0]])
        """
        if not rankings or set(moves) != set(rankings):
            odd = sorted(set(moves) ^ set(rankings))
            raise ModelError(
                f"moves and rankings aren't of the same decision makers: {', '.join(odd) or 'none'}",
                "give each decision maker both",
            )
        names = tuple(sorted(set(_flat(next(iter(rankings.values()))))))
        number = {name: s for s, name in enumerate(names)}
        rank = np.empty((len(rankings), len(names)), dtype=np.int32)
        listed = []
        for i, dm in enumerate(rankings):
            listed_here = _flat(rankings[dm])
            if sorted(listed_here) != list(names):
                raise ModelError(
                    f"the ranking of {dm} doesn't list every state once",
                    f"the states are {', '.join(names)}",
                )
            for level, place in enumerate(reversed(rankings[dm])):
                for name in _flat([place]):
                    rank[i, number[name]] = level
            reached: list[set[int]] = [set() for _ in names]
            for s, q in moves[dm]:
                if s not in number or q not in number or s == q:
                    raise ModelError(
                        f"{dm} can't move from {s!r} to {q!r}", "name two states of the rankings"
                    )
                reached[number[s]].add(number[q])
            listed.append(tuple(tuple(sorted(found)) for found in reached))
        rank.flags.writeable = False
        return cls(tuple(rankings), names, tuple(listed), rank)

    @cached_property
    def gains(self) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """The improvements of each decision maker at each state."""
        return tuple(
            tuple(
                tuple(q for q in reached if self.rank[i, q] > self.rank[i, s])
                for s, reached in enumerate(mine)
            )
            for i, mine in enumerate(self.moves)
        )

    def decision_maker(self, name: str | int) -> int:
        """Return the index of a decision maker."""
        return _index(name, self.decision_makers, "decision maker")

    def state(self, name: str | int) -> int:
        """Return the index of a state."""
        return _index(name, self.states, "state")


@dataclass(frozen=True, slots=True, eq=False)
class GraphStability:
    """Which states of a graph are stable, for whom, under which concept."""

    graph: Graph
    stable: Mapping[str, BoolIM]

    def equilibria(self, concept: str) -> list[str]:
        """Return the names of the states stable for all, in the order of the graph."""
        if concept not in self.stable:
            raise NotFoundError(
                f"no concept {concept!r} here", f"there are {', '.join(self.stable)}"
            )
        held = np.all(self.stable[concept], axis=0)
        return [name for s, name in enumerate(self.graph.states) if held[s]]

    def to_json(self) -> dict[str, Any]:
        """Return JSON values: the shape of ``detente solve``, states by name."""
        graph = self.graph
        return {
            "decision_makers": list(graph.decision_makers),
            "states": list(graph.states),
            "stable": {
                concept: {
                    dm: [name for s, name in enumerate(graph.states) if verdicts[i, s]]
                    for i, dm in enumerate(graph.decision_makers)
                }
                for concept, verdicts in self.stable.items()
            },
            "equilibria": {concept: self.equilibria(concept) for concept in self.stable},
        }


def solve_graph(graph: Graph, concepts: Sequence[str] = SHAPED) -> GraphStability:
    """Return which states of a graph are stable, for whom, under which concept.

    Parameters
    ----------
    graph : Graph
        The conflict.
    concepts : sequence of str
        Any of ``nash gmr smr seq sseq``; ``sim`` needs options.

    Returns
    -------
    GraphStability
        Verdicts under each concept asked for.

    Raises
    ------
    NotFoundError
        If there is no such concept for graphs.

    Notes
    -----
    For each decision maker and improvement, a walk over pairs of state and
    last mover: at worst states squared times decision makers times moves.

    References
    ----------
    L. Fang, K. W. Hipel and D. M. Kilgour, *Interactive Decision Making: The
    Graph Model for Conflict Resolution* (Wiley, 1993).

    Examples
    --------
    b can punish a only in two steps of its own, and nobody moves twice in a row:

    >>> graph = Graph.of(
    ...     {"a": [("s", "q")], "b": [("q", "r"), ("r", "worse")]},
    ...     {"a": ["q", "r", "s", "worse"], "b": [["q", "r", "s", "worse"]]},
    ... )
    >>> "s" in solve_graph(graph).equilibria("gmr")
    False
    """
    for one in concepts:
        _check(one)
    stable = {}
    for one in concepts:
        verdicts = np.array(
            [
                [why(graph, one, i, s).stable for s in range(len(graph.states))]
                for i in range(len(graph.decision_makers))
            ],
            dtype=np.bool_,
        ).reshape(len(graph.decision_makers), len(graph.states))
        verdicts.flags.writeable = False
        stable[one] = verdicts
    return GraphStability(graph, stable)


def why(graph: Graph, concept: str, i: str | int, s: str | int) -> Witness:
    """Return why a state is stable for a decision maker, or why not, by a shortest reply.

    States in the witness are indices into ``graph.states``; otherwise as
    `detente.solve.why.why`.
    """
    _check(concept)
    i, s = graph.decision_maker(i), graph.state(s)
    rank = graph.rank[i]
    deterred = []
    for q in sorted(graph.gains[i][s], key=lambda q: (-rank[q], q)):
        reply = None if concept == "nash" else _sanction(graph, concept, i, s, q)
        if reply is None:
            return Witness(concept, i, s, stable=False, undeterred=Move(i, s, q))
        end = reply[-1].after
        counter = None
        if concept in COUNTERED and graph.moves[i][end]:
            best = max(graph.moves[i][end], key=lambda t: (rank[t], -t))
            counter = Move(i, end, best)
        deterred.append(Deterred(Move(i, s, q), reply, end, counter))
    return Witness(concept, i, s, stable=True, deterred=tuple(deterred))


def _sanction(graph: Graph, concept: str, i: int, s: int, q: int) -> tuple[Move, ...] | None:
    """Return the shortest reply to `q` that leaves `i` no better off than at `s`."""
    rank = graph.rank[i]
    steps = graph.gains if concept in IMPROVING else graph.moves
    came: dict[tuple[int, int], tuple[tuple[int, int], Move] | None] = {(q, i): None}
    todo = deque([(q, i)])  # i has just moved, and is none of the others anyway
    while todo:
        at = todo.popleft()
        for j in range(len(graph.decision_makers)):
            if j in {i, at[1]}:
                continue
            for r in steps[j][at[0]]:
                if (r, j) in came:
                    continue
                came[r, j] = (at, Move(j, at[0], r))
                ends = (r, *graph.moves[i][r]) if concept in COUNTERED else (r,)
                if all(rank[t] <= rank[s] for t in ends):
                    return _path(came, (r, j))
                todo.append((r, j))
    return None


def _path(
    came: Mapping[tuple[int, int], tuple[tuple[int, int], Move] | None], at: tuple[int, int]
) -> tuple[Move, ...]:
    path: list[Move] = []
    while (step := came[at]) is not None:
        at, move = step
        path.append(move)
    return tuple(reversed(path))


def _check(concept: str) -> None:
    if concept == "sim":
        raise InputError("sim needs options: moves at the same time add up", "ask for another")
    if concept not in SHAPED:
        raise NotFoundError(f"no concept {concept!r} for graphs", f"there are {', '.join(SHAPED)}")


def _flat(ranking: Sequence[Place]) -> list[State]:
    return [name for place in ranking for name in ([place] if isinstance(place, str) else place)]


def _index(name: str | int, names: Sequence[str], what: str) -> int:
    if isinstance(name, str):
        if name in names:
            return names.index(name)
    elif 0 <= name < len(names):
        return int(name)
    raise NotFoundError(f"no {what} {name!r}", f"there are {', '.join(names)}")
