"""Kernels of chains: hitting chances, long-run shares, chances by a time, histories.

A chain has `n` states, 0 the one it starts from; the moves out of state `s` are
the entries ``ptr[s]`` to ``ptr[s + 1]`` of `to` and `rate` (per month). Arrays
in, arrays out; nothing is validated here.
"""

import math
from typing import Any

import numpy as np
from numba import njit

STILL = 1e-15


@njit(cache=True, nogil=True)
def uniform(state: Any) -> float:
    """Advance a one-word generator (splitmix64) and return a number in (0, 1)."""
    state[0] += np.uint64(0x9E3779B97F4A7C15)
    z = state[0]
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z ^= z >> np.uint64(31)
    return (np.float64(z >> np.uint64(11)) + 0.5) / 9007199254740992.0


@njit(cache=True, nogil=True)
def hitting(rates: Any, n: int, target: Any) -> float:
    """Return the chance that the chain ever enters a target from state 0.

    States are eliminated one by one (Grassmann, Taksar and Heyman: no
    subtraction, so no digits are lost); what can't leave any more is a trap.
    """
    if target[0]:
        return 1.0
    work = np.empty((n, n))
    for a in range(n):
        for b in range(n):
            work[a, b] = rates[a, b]
    alive = np.ones(n, np.bool_)
    trap = np.zeros(n, np.bool_)
    for k in range(n - 1, 0, -1):
        if target[k]:
            continue
        out = 0.0
        for j in range(n):
            if j != k and alive[j]:
                out += work[k, j]
        if out == 0.0:
            trap[k] = True
            continue
        alive[k] = False
        for a in range(n):
            if alive[a] and a != k and work[a, k] > 0.0 and not target[a] and not trap[a]:
                share = work[a, k] / out
                for j in range(n):
                    if alive[j] and j != a:
                        work[a, j] += share * work[k, j]
    good = bad = 0.0
    for j in range(1, n):
        if alive[j]:
            if target[j]:
                good += work[0, j]
            else:
                bad += work[0, j]
    return good / (good + bad) if good > 0.0 else 0.0


@njit(cache=True, nogil=True)
def resting(rates: Any, n: int, out: Any) -> None:
    """out[s] = long-run share of time at s, from state 0: closed classes, then within them."""
    reach = np.zeros((n, n), np.bool_)
    for a in range(n):
        for b in range(n):
            reach[a, b] = rates[a, b] > 0.0 or a == b
    for k in range(n):
        for a in range(n):
            if reach[a, k]:
                for b in range(n):
                    reach[a, b] |= reach[k, b]
    for s in range(n):
        out[s] = 0.0
    seen = np.zeros(n, np.bool_)
    target = np.zeros(n, np.bool_)
    members = np.zeros(n, np.int64)
    for a in range(n):
        if seen[a] or not reach[0, a]:
            continue
        closed = True
        for b in range(n):
            if reach[a, b] and not reach[b, a]:
                closed = False
        if not closed:
            continue
        size = 0
        for b in range(n):
            target[b] = reach[a, b]
            if target[b]:
                seen[b] = True
                members[size] = b
                size += 1
        chance = hitting(rates, n, target)
        share = stationary(rates, members, size)
        for m in range(size):
            out[members[m]] = chance * share[m]


@njit(cache=True, nogil=True)
def stationary(rates: Any, members: Any, n: int) -> Any:
    """Return the share of time that a closed class spends at each of its members."""
    work = np.zeros((n, n))
    for a in range(n):
        for b in range(n):
            if a != b:
                work[a, b] = rates[members[a], members[b]]
    leave = np.zeros(n)
    for k in range(n - 1, 0, -1):
        for b in range(k):
            leave[k] += work[k, b]
        for a in range(k):
            for b in range(k):
                if a != b:
                    work[a, b] += work[a, k] * work[k, b] / leave[k]
    share = np.zeros(n)
    share[0] = total = 1.0
    for k in range(1, n):
        for a in range(k):
            share[k] += share[a] * work[a, k]
        share[k] /= leave[k]
        total += share[k]
    for k in range(n):
        share[k] /= total
    return share


@njit(cache=True, nogil=True)
def poisson(mean: float, terms: int, out: Any) -> None:
    """out[k] = chance of k events; what lies beyond the last term is added to it."""
    total = 0.0
    for k in range(terms):
        if mean > 0.0:
            out[k] = math.exp(k * math.log(mean) - mean - math.lgamma(k + 1.0))
        else:
            out[k] = 1.0 if k == 0 else 0.0
        total += out[k]
    out[terms - 1] += max(0.0, 1.0 - total)


@njit(cache=True, nogil=True)
def step(vector: Any, after: Any, chain: Any, top: float, stop: Any) -> float:
    """One step of the chain watched at the ticks of a clock of rate `top` (uniformisation).

    Returns how much it changed anything.
    """
    n, ptr, to, rate = chain
    for s in range(n):
        after[s] = 0.0
    for s in range(n):
        mass = vector[s]
        if mass == 0.0:
            continue
        left = mass
        if not stop[s]:
            for e in range(ptr[s], ptr[s + 1]):
                share = mass * rate[e] / top
                after[to[e]] += share
                left -= share
        after[s] += max(left, 0.0)
    change = 0.0
    for s in range(n):
        change += abs(after[s] - vector[s])
        vector[s] = after[s]
    return change


@njit(cache=True, nogil=True)
def spread(
    chain: Any, top: float, weights: Any, stop: Any, work: Any, enters: bool, out: Any
) -> None:
    """out[g, s] = chance of s after the g-th time; if `enters`, out[g, 0] of any state in `stop`."""
    n = chain[0]
    vector, after = work
    n_times, terms = weights.shape
    for g in range(n_times):
        for s in range(1 if enters else n):
            out[g, s] = 0.0
    for s in range(n):
        vector[s] = 0.0
    vector[0] = 1.0
    still = False
    for k in range(terms):
        mass = 0.0
        for s in range(n):
            if stop[s]:
                mass += vector[s]
        for g in range(n_times):
            weight = weights[g, k]
            if still:  # nothing changes any more: the rest of the ticks at once
                for m in range(k + 1, terms):
                    weight += weights[g, m]
            if enters:
                out[g, 0] += weight * mass
            else:
                for s in range(n):
                    out[g, s] += weight * vector[s]
        if still:
            return
        still = step(vector, after, chain, top, stop) < STILL


@njit(cache=True, nogil=True)
def by_time(chain: Any, hit: Any, times: Any, work: Any, curve: Any, final: Any) -> None:
    """curve[g, t] = chance that target t is entered by times[g]; final[0, s] = of s at the end."""
    n, ptr, _, rate = chain
    top = 1e-9
    for s in range(n):
        leave = 0.0
        for e in range(ptr[s], ptr[s + 1]):
            leave += rate[e]
        top = max(top, leave)
    mean = top * times[-1]
    terms = int(mean + 9.0 * math.sqrt(mean) + 25.0)
    weights = np.zeros((len(times), terms))
    for g in range(len(times)):
        poisson(top * times[g], terms, weights[g])
    stop = np.zeros(n, np.bool_)
    last = np.zeros((1, terms))
    poisson(mean, terms, last[0])
    spread(chain, top, last, stop, work, False, final)
    entered = np.zeros((len(times), 1))
    for t in range(len(hit)):
        some = False
        for s in range(n):
            stop[s] = hit[t, s]
            some |= stop[s]
        if some:
            spread(chain, top, weights, stop, work, True, entered)
        for g in range(len(times)):
            curve[g, t] = entered[g, 0] if some else 0.0


@njit(cache=True, nogil=True)
def history(
    ptr: Any, to: Any, rate: Any, hit: Any, end: float, word: Any, first: Any, path: Any
) -> int:
    """Play one history; first[t] = when target t is entered; return the state at the end."""
    s, now, moves = 0, 0.0, 0
    for t in range(len(first)):
        first[t] = 0.0 if hit[t, 0] else np.inf
    path[0] = 0
    longest = 3000 + int(1000 * uniform(word))  # at random, as cycles have periods
    while moves < longest and ptr[s] < ptr[s + 1]:
        total = 0.0
        for e in range(ptr[s], ptr[s + 1]):
            total += rate[e]
        now -= math.log(uniform(word)) / total
        if now > end:
            break
        x, e = uniform(word) * total, ptr[s]
        while e < ptr[s + 1] - 1 and x > rate[e]:
            x -= rate[e]
            e += 1
        s = to[e]
        moves += 1
        if moves < len(path):
            path[moves] = s
        for t in range(len(first)):
            if hit[t, s] and first[t] == np.inf:
                first[t] = now
    return s


@njit(cache=True, nogil=True)
def solve(chains: Any, draws: Any, targets: Any, times: Any, endless: bool, out: Any) -> None:
    """Fill the chances of every chain that has states, and the histories of its draws."""
    n_states, states, ptrs, base, edge_to, edge_rate = chains
    draw_ptr, seeds = draws
    chances, curves, outcome_state, outcome_chance, first, settled, paths = out
    limit = states.shape[1]
    hit = np.zeros((len(targets), limit), np.bool_)
    dense, final = np.zeros((limit, limit)), np.zeros((1, limit))
    work = (np.zeros(limit), np.zeros(limit))
    word = np.zeros(1, np.uint64)
    for c in range(len(n_states)):
        n = n_states[c]
        if n == 0:
            continue
        ptr = ptrs[c]
        to, rate = edge_to[base[c] : base[c + 1]], edge_rate[base[c] : base[c + 1]]
        for t in range(len(targets)):
            for s in range(n):
                hit[t, s] = targets[t, states[c, s]]
        if endless:
            for s in range(n):
                for q in range(n):
                    dense[s, q] = 0.0
                for e in range(ptr[s], ptr[s + 1]):
                    dense[s, to[e]] += rate[e]
            for t in range(len(targets)):
                chances[c, t] = curves[c, 0, t] = hitting(dense, n, hit[t])
            resting(dense, n, final[0])
        else:
            by_time((n, ptr, to, rate), hit, times, work, curves[c], final)
            for t in range(len(targets)):
                chances[c, t] = curves[c, len(times) - 1, t]
        for s in range(n):
            outcome_state[c, s], outcome_chance[c, s] = states[c, s], final[0, s]
        for d in range(draw_ptr[c], draw_ptr[c + 1]):
            word[0] = seeds[d]
            s = history(ptr, to, rate, hit, times[-1], word, first[d], paths[d])
            settled[d] = states[c, s]
            for m in range(paths.shape[1]):
                if paths[d, m] >= 0:
                    paths[d, m] = states[c, paths[d, m]]
