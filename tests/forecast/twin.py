"""The forecast's slow twin: one reading played from the definitions, in plain Python.

It shares no code with the kernels: states are dicts of moves, reach is a
search, chances come from a matrix exponential or from many steps of the chain.
"""

from itertools import product

import numpy as np
from scipy.linalg import expm

from detente.model.conflict import CONCEPTS


class Twin:
    """A reading of some beliefs, as the definitions have it."""

    def __init__(self, beliefs, reading):
        self.joint = bool(reading[-1])
        self.beliefs, self.game = beliefs, beliefs.game
        self.n_dm = len(beliefs.names)
        at = 0
        self.value = []
        for i, wishes in enumerate(beliefs.wishes):
            size = len(wishes or ())
            self.value.append(self._preference(i, wishes, reading[at : at + size]))
            at += size
        self.types = [CONCEPTS[k] for k in reading[at : at + self.n_dm]]
        at += self.n_dm
        self.barred = {
            one.option for one, b in zip(beliefs.hindrances, reading[at:-1], strict=True) if b
        }

    def _preference(self, i, wishes, row):
        game = self.game
        if wishes is None:
            return {int(s): (int(game.rank[i, s]),) for s in game.states}
        held = sorted((v // 2, k, v % 2) for k, v in enumerate(row) if v >= 0)
        return {
            int(s): tuple(bool(wishes[k].truth[s]) != bool(flip) for _, k, flip in held)
            for s in game.states
        }

    def moves(self, i, s):
        """Return every state that i may go to from s."""
        game = self.game
        found = []
        for q in map(int, game.states):
            changed = [k for k in range(len(game.options)) if (s ^ q) >> k & 1]
            if q == s or any(game.owner[k] != i for k in changed):
                continue
            if all(
                (game.forward[k] and k not in self.barred) if q >> k & 1 else game.backward[k]
                for k in changed
            ):
                found.append(q)
        return found

    def improvements(self, i, s):
        """Return those that i likes better than s."""
        return [q for q in self.moves(i, s) if self.value[i][q] > self.value[i][s]]

    def reach(self, others, s, step):
        """Return s and every state that sequences of the others' steps lead to."""
        seen, todo = {s}, [s]
        while todo:
            here = todo.pop()
            for j in others:
                for q in step(j, here):
                    if q not in seen:
                        seen.add(q)
                        todo.append(q)
        return seen

    def answer(self, concept, i, s, q, partner=None):
        """Return the worst that i can be left with after improving from s to q."""
        value = self.value[i]
        others = [j for j in range(self.n_dm) if j not in (i, partner)]
        if concept == "nash":
            return value[q]
        if concept == "sim":
            joint = product(*[[s, *self.improvements(j, s)] for j in others])
            ends = [q ^ self._together(s, one) for one in joint]
            return min(value[r] for r in ends if r in value)
        step = self.moves if concept in ("gmr", "smr") else self.improvements
        replies = self.reach(others, q, step)
        if concept in ("gmr", "seq"):
            return min(value[r] for r in replies)
        # its own counter-move, but no more than the improvement gives
        best = {r: max(value[t] for t in [r, *self.moves(i, r)]) for r in replies}
        return min(value[q], *best.values())

    @staticmethod
    def _together(s, states):
        total = 0
        for r in states:
            total ^= s ^ r
        return total

    def stable(self, concept, i, s):
        """Say whether every improvement is deterred."""
        return all(
            self.answer(concept, i, s, q) <= self.value[i][s] for q in self.improvements(i, s)
        )

    def equilibrium(self, concept, s):
        """Say whether s is stable for all."""
        return all(self.stable(concept, i, s) for i in range(self.n_dm))

    def pair_answer(self, i, j, s, q):
        """Return the worst that the rest can leave i with after it went to q with j."""
        concept = self.types[i] if self.types[i] != "sim" else "nash"
        return self.answer(concept, i, s, q, partner=j)

    def gains(self, i, j, s, q):
        """Say whether i likes q better and the rest don't deter it, going there with j."""
        now = self.value[i][s]
        return self.value[i][q] > now and self.pair_answer(i, j, s, q) > now

    def together(self, i, j, s):
        """Return the states to which i and j go by changing something each."""
        first = {q ^ s for q in self.all_moves(i, s)}
        other = {q ^ s for q in self.all_moves(j, s)}
        ends = {s ^ a ^ b for a in first for b in other}
        return [
            q
            for q in ends
            if q in self.value[i] and self.gains(i, j, s, q) and self.gains(j, i, s, q)
        ]

    def all_moves(self, i, s):
        """Return where i's options alone could take it, feasible or not."""
        mine = [k for k in range(len(self.game.options)) if self.game.owner[k] == i]
        found = [s]
        for k in mine:
            free = self.game.backward[k] if s >> k & 1 else self.game.forward[k]
            free = free and (s >> k & 1 or k not in self.barred)
            found += [q ^ 1 << k for q in found] if free else []
        return found[1:]

    def leaving(self, s):
        """Return the moves made at s: {state: rate}."""
        found = {}
        for i in range(self.n_dm):
            scored = [
                (self.answer(self.types[i], i, s, q), self.value[i][q], -(s ^ q).bit_count(), q)
                for q in self.improvements(i, s)
            ]
            if self.joint:
                scored += [
                    (self.pair_answer(i, j, s, q), self.value[i][q], -(s ^ q).bit_count(), q)
                    for j in range(self.n_dm)
                    if j != i
                    for q in self.together(i, j, s)
                ]
            scored = [one for one in scored if one[0] > self.value[i][s]]
            best = [one for one in scored if one[:3] == max(scored)[:3]]
            for *_, q in best:
                options = [k for k in range(len(self.game.options)) if (s ^ q) >> k & 1]
                rate = min(self.beliefs.pace[k] for k in options) / len(best)
                found[q] = found.get(q, 0.0) + rate
        return found

    def chain(self):
        """Return the states that play can come to, and the rates between them."""
        states, rates = [self.beliefs.start], {}
        for s in states:
            rates[s] = self.leaving(s)
            states += [q for q in rates[s] if q not in states]
        matrix = np.zeros((len(states), len(states)))
        for a, s in enumerate(states):
            for q, rate in rates[s].items():
                matrix[a, states.index(q)] = rate
        return states, matrix

    def hits(self, target, months):
        """Return the chance of entering a target by then (inf: ever)."""
        states, rates = self.chain()
        inside = np.array([bool(target[s]) for s in states])
        rates = np.where(inside[:, None], 0.0, rates)
        return float(_after(rates, months)[inside].sum())

    def outcome(self, months):
        """Return the chance of each state after some months."""
        states, rates = self.chain()
        return dict(zip(states, _after(rates, months), strict=True))


def _after(rates, months):
    """Return where the chain is after some months, from state 0."""
    generator = rates - np.diag(rates.sum(axis=1))
    if np.isinf(months):
        months = 2.0**40
    return expm(generator * months)[0] if months < 1e3 else _squared(generator, months)


def _squared(generator, months):
    """Square a small step often: stable, as each step is a stochastic matrix."""
    step = expm(generator)
    for _ in range(int(np.log2(months))):
        step = step @ step
        step /= step.sum(axis=1, keepdims=True)
    return step[0]
