"""Slow twins: each concept from its definition, with sets and sequences of moves.

Nothing here is shared with `detente.solve`: games are read as plain numbers,
moves are found by trying all pairs of states, and sequences of the opponents'
moves are followed with the last mover remembered, never twice in a row.
"""

from functools import cache
from itertools import product

from detente.model.game import Game


class Table:
    """A game as plain Python: states, moves and ranks."""

    def __init__(self, game: Game) -> None:
        self.actors = range(len(game.decision_makers))
        self.states = [s for s, can_be in enumerate(game.feasible.tolist()) if can_be]
        self.rank = game.rank.tolist()
        owner, up, down = game.owner.tolist(), game.forward.tolist(), game.backward.tolist()
        self.owned = {i: [k for k in range(len(owner)) if owner[k] == i] for i in self.actors}

        def may(i: int, s: int, q: int) -> bool:
            if s == q:
                return False
            for k in range(len(owner)):
                before, after = s >> k & 1, q >> k & 1
                if before == after:
                    continue
                if owner[k] != i or (after and not up[k]) or (before and not down[k]):
                    return False
            return True

        self._moves = {
            (i, s): frozenset(q for q in self.states if may(i, s, q))
            for i in self.actors
            for s in self.states
        }
        self.reach = cache(self._reach)

    def moves(self, i: int, s: int) -> frozenset[int]:
        """R_i(s)."""
        return self._moves[i, s]

    def better(self, i: int, q: int, s: int) -> bool:
        """Say whether i likes q more than s."""
        return self.rank[i][q] > self.rank[i][s]

    def improvements(self, i: int, s: int) -> set[int]:
        """R_i+(s)."""
        return {q for q in self.moves(i, s) if self.better(i, q, s)}

    def _reach(self, movers: frozenset[int], s: int, *, improving: bool) -> frozenset[int]:
        """R_H(s) or R_H+(s): legal sequences of moves, nobody twice in a row."""
        step = self.improvements if improving else self.moves
        seen, todo = set(), [(s, None)]
        while todo:
            at, last = todo.pop()
            for j in movers:
                if j == last:
                    continue
                for r in step(j, at):
                    if (r, j) not in seen:
                        seen.add((r, j))
                        todo.append((r, j))
        return frozenset(r for r, _ in seen)

    def replies(self, i: int, q: int, *, improving: bool) -> frozenset[int]:
        """Return what the others can reach from q."""
        return self.reach(frozenset(self.actors) - {i}, q, improving=improving)


def nash(g: Table, i: int, s: int) -> bool:
    """There is no improvement."""
    return not g.improvements(i, s)


def gmr(g: Table, i: int, s: int) -> bool:
    """Every improvement meets a reply that is no better."""
    return all(
        any(not g.better(i, r, s) for r in g.replies(i, q, improving=False))
        for q in g.improvements(i, s)
    )


def smr(g: Table, i: int, s: int) -> bool:
    """As gmr, and no counter-move helps."""
    return all(
        any(
            not g.better(i, r, s) and all(not g.better(i, t, s) for t in g.moves(i, r))
            for r in g.replies(i, q, improving=False)
        )
        for q in g.improvements(i, s)
    )


def seq(g: Table, i: int, s: int) -> bool:
    """Every improvement meets an improving reply that is no better."""
    return all(
        any(not g.better(i, r, s) for r in g.replies(i, q, improving=True))
        for q in g.improvements(i, s)
    )


def sseq(g: Table, i: int, s: int) -> bool:
    """As seq, and no counter-move helps."""
    return all(
        any(
            not g.better(i, r, s) and all(not g.better(i, t, s) for t in g.moves(i, r))
            for r in g.replies(i, q, improving=True)
        )
        for q in g.improvements(i, s)
    )


def sim(g: Table, i: int, s: int) -> bool:
    """Every improvement, made while others improve from s too, ends no better."""
    others = [j for j in g.actors if j != i]
    choices = [[s, *sorted(g.improvements(j, s))] for j in others]
    return all(
        any(
            together in g.states and not g.better(i, together, s)
            for picks in product(*choices)
            if any(pick != s for pick in picks)
            for together in [_joint(s, q, *picks)]
        )
        for q in g.improvements(i, s)
    )


def _joint(s: int, *picks: int) -> int:
    """Change all at once what each pick changes; no option has two owners."""
    changed = 0
    for pick in picks:
        changed |= pick ^ s
    return s ^ changed


CONCEPTS = {"nash": nash, "gmr": gmr, "smr": smr, "seq": seq, "sseq": sseq, "sim": sim}


def stable(game: Game, concept: str) -> list[set[int]]:
    """Return the states stable for each decision maker."""
    g = Table(game)
    return [{s for s in g.states if CONCEPTS[concept](g, i, s)} for i in g.actors]


def equilibria(game: Game, concept: str) -> set[int]:
    """Return the states stable for all."""
    return set.intersection(*stable(game, concept))
