"""Kernels of readings: what deters whom, who moves where, and the chains that play makes.

A reading is a row of `configs`: for each wish -1 (not held) or twice its place
plus 1 if it is reversed, then a concept for each decision maker, then for each
constraint whether it binds, last whether two can move together. `p[i, s]` is how decision maker `i` ranks state `s`,
-1 if infeasible. `rules` is ``(masks, up, down, feasible, full)``: the options
of each decision maker, those that may be taken and undone, which states can
be, and whether all can. Arrays in, arrays out; nothing is validated here.

Kernels that call one another stand in one file, however long: Numba keeps what it
compiled by the file that it stands in, and sees no change of what that calls elsewhere.
"""

import math
from typing import Any

import numpy as np
from numba import njit

BIG = np.int64(1) << np.int64(62)
NASH, GMR, SMR, SEQ, SSEQ, SIM = range(6)
OPEN = -2  # an answer not worked out yet
LONGEST = 4000  # moves of a history


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
def scores(truths: Any, wishes: Any, feasible: Any, out: Any) -> None:
    """out[s] = Σ 2**(held - 1 - place) over the held wishes that s fulfils, -1 if infeasible."""
    held = 0
    for j in range(len(wishes)):
        held += wishes[j] >= 0
    for s in range(len(out)):
        out[s] = 0 if feasible[s] else -1
    for j in range(len(wishes)):  # a wish at a time: that is four times as fast as a state
        if wishes[j] >= 0:
            value = np.int64(1) << np.int64(held - 1 - (wishes[j] >> 1))
            wanted = (wishes[j] & 1) == 0
            for s in range(len(out)):
                if feasible[s] and truths[j, s] == wanted:
                    out[s] += value


@njit(cache=True, nogil=True)
def best_within(v: Any, i: int, rules: Any) -> None:
    """v[s] = max v over s and all that `i` reaches from s in one move."""
    masks, up, down, _, _ = rules
    b = 1
    while b <= masks[i]:
        if masks[i] & b:
            for s in range(len(v)):
                if not s & b:
                    low, high = v[s], v[s | b]
                    if up & b and high > low:
                        v[s] = high
                    if down & b and low > high:
                        v[s | b] = low
        b <<= 1


@njit(cache=True, nogil=True)
def worst_by_moves(key: Any, i: int, rules: Any, out: Any) -> None:
    """out[s] = min key over s and all that those other than `i` reach from s."""
    masks, up, down, feasible, full = rules
    for s in range(len(out)):
        out[s] = key[s] if feasible[s] else BIG
    changed = True
    while changed:
        changed = False
        for j in range(len(masks)):
            b = 1
            while j != i and b <= masks[j]:
                if masks[j] & b:
                    for s in range(len(out)):
                        if not s & b:
                            low, high = out[s], out[s | b]
                            if up & b and high < low:
                                out[s] = high
                                changed |= feasible[s]
                            if down & b and low < high:
                                out[s | b] = low
                                changed |= feasible[s | b]
                b <<= 1
            if not full:  # an infeasible state is a bridge within one move only
                for s in range(len(out)):
                    if not feasible[s]:
                        out[s] = BIG
        if full:
            return


@njit(cache=True, nogil=True)
def worst_by_improvements(key: Any, i: int, p: Any, rules: Any, out: Any) -> None:
    """out[s] = min key over s and all that those other than `i` reach by improvements."""
    masks, up, down, feasible, _ = rules
    for s in range(len(out)):
        out[s] = key[s] if feasible[s] else BIG
    changed = True
    while changed:
        changed = False
        for j in range(len(masks)):
            if j == i or masks[j] == 0:
                continue
            for s in range(len(out)):
                if not feasible[s]:
                    continue
                flips = masks[j] & ((~s & up) | (s & down))
                sub, least, mine = flips, out[s], p[j, s]
                while sub:
                    q = s ^ sub
                    if p[j, q] > mine and out[q] < least:
                        least = out[q]
                    sub = (sub - 1) & flips
                if least < out[s]:
                    out[s] = least
                    changed = True


@njit(cache=True, nogil=True)
def answers(concept: int, i: int, p: Any, rules: Any, key: Any, out: Any) -> None:
    """out[q] = the least that `i` can be left with after moving to q, as the concept sees it."""
    feasible = rules[3]
    for s in range(len(out)):
        key[s] = out[s] = p[i, s]
    if concept in (SMR, SSEQ):
        best_within(key, i, rules)
    if concept in (GMR, SMR):
        worst_by_moves(key, i, rules, out)
    elif concept in (SEQ, SSEQ):
        worst_by_improvements(key, i, p, rules, out)
    for s in range(len(out)):
        if not feasible[s]:
            out[s] = -1
        elif p[i, s] < out[s]:
            out[s] = p[i, s]


@njit(cache=True, nogil=True)
def simultaneous(i: int, s: int, q: int, p: Any, rules: Any) -> int:
    """Return the worst p[i] when others add improvements they have at s, all at once, to q."""
    masks, up, down, _, _ = rules
    total = len(masks)
    at = np.zeros(total, np.int64)
    flips = np.zeros(total, np.int64)
    for j in range(total):
        if j != i:
            flips[j] = masks[j] & ((~s & up) | (s & down))
    worst = p[i, q]
    while True:
        j = 0
        while j < total:  # the next combination of improvements; 0 is staying
            if flips[j]:
                sub = (at[j] - flips[j]) & flips[j]
                while sub and p[j, s ^ sub] <= p[j, s]:
                    sub = (sub - flips[j]) & flips[j]
                at[j] = sub
                if sub:
                    break
            j += 1
        if j == total:
            return worst
        r = q
        for other in range(total):
            r ^= at[other]
        if p[i, r] >= 0 and p[i, r] < worst:
            worst = p[i, r]


@njit(cache=True, nogil=True)
def holds(concept: int, p: Any, rules: Any, key: Any, spare: Any, out: Any) -> None:
    """out[s] = whether s is stable for every decision maker (not for SIM)."""
    for s in range(len(out)):
        out[s] = rules[3][s]
    for i in range(len(p)):
        answers(concept, i, p, rules, key, spare)
        best_within(spare, i, rules)
        for s in range(len(out)):
            out[s] &= spare[s] <= p[i, s]


@njit(cache=True, nogil=True)
def ones(bits: int) -> int:
    """Return how many bits are set."""
    count = 0
    while bits:
        bits &= bits - 1
        count += 1
    return count


@njit(cache=True, nogil=True)
def slowest(bits: int, pace: Any) -> float:
    """Return the pace of the slowest of some options."""
    least = np.inf
    for k in range(len(pace)):
        if bits >> k & 1 and pace[k] < least:
            least = pace[k]
    return least


@njit(cache=True, nogil=True)
def left_with(i: int, j: int, q: int, mine: int, play: Any, rules: Any, room: Any) -> int:
    """Return the least that `i` can be left with at q once those but i and j replied.

    Searches from q alone. Something up to `mine` if that is what it comes to, no
    matter how far below; OPEN if the search takes more than an eighth of the states.
    """
    p, _, types, _ = play
    masks, up, down, _, _ = rules
    seen, todo, tick = room[3:6]
    tick[0] += 1
    improving = types[i] in (SEQ, SSEQ)
    counter = types[i] in (SMR, SSEQ)
    worst, left, found = p[i, q], 1, 1
    todo[0], seen[q] = q, tick[0]
    while left:
        left -= 1
        s = todo[left]
        best = p[i, s]
        flips = masks[i] & ((~s & up) | (s & down)) if counter else 0
        sub = flips
        while sub:
            best = max(best, p[i, s ^ sub])
            sub = (sub - 1) & flips
        worst = min(worst, best)
        if worst <= mine:
            return worst
        for k in range(len(masks)):
            if k in (i, j):
                continue
            flips = masks[k] & ((~s & up) | (s & down))
            sub, least = flips, p[k, s] if improving else -1
            while sub:
                r = s ^ sub
                if seen[r] != tick[0] and p[k, r] > least:
                    seen[r], todo[left] = tick[0], r
                    left += 1
                    found += 1
                sub = (sub - 1) & flips
        if j < 0 and found > len(seen) >> 3:
            return OPEN
    return worst


@njit(cache=True, nogil=True)
def gains(i: int, j: int, q: int, mine: int, play: Any, rules: Any, room: Any) -> int:
    """Return what `i`, alone or with j, is left with at q; up to `mine` if it is deterred."""
    p, answer, types, _ = play
    if p[i, q] <= mine:
        return mine
    if types[i] in (NASH, SIM):
        return p[i, q]
    if j >= 0:
        return left_with(i, j, q, mine, play, rules, room)
    if answer[i, q] == OPEN:
        worst = left_with(i, j, q, mine, play, rules, room)
        if worst == OPEN:
            answers(int(types[i]), i, p, rules, room[6], answer[i])
        elif worst > mine:
            answer[i, q] = worst
        else:
            return worst
    return answer[i, q]


@njit(cache=True, nogil=True)
def leaving(s: int, play: Any, rules: Any, pace: Any, room: Any) -> int:
    """Fill `to` and `rate` with the moves made at s; return how many.

    Each mover takes the undeterred improvement with the best answer, then the
    best rank, then the fewest changes; what still ties shares its rate. Where two can
    agree it may also move together with one other, if that is an improvement for both
    from which no replies of the rest deter either.
    """
    p, _, types, agree = play
    masks, up, down, _, _ = rules
    to, rate = room[:2]
    count = 0
    for i in range(len(masks)):
        mine, first = p[i, s], count
        flips = masks[i] & ((~s & up) | (s & down))
        top, second, changes = mine, mine, 0
        for j in range(-1, len(masks) if agree and flips else 0):  # alone first, then with j
            theirs = 0
            if j >= 0:
                theirs = masks[j] & ((~s & up) | (s & down))
                if j == i or theirs == 0:
                    continue
            sub = flips | theirs
            while sub:
                q = s ^ sub
                willing = p[i, q] > mine
                if j >= 0 and willing:
                    willing = bool(sub & flips) and bool(sub & theirs) and p[j, q] > p[j, s]
                a = gains(i, j, q, mine, play, rules, room) if willing else mine
                if a > mine and j >= 0:
                    willing = gains(j, i, q, p[j, s], play, rules, room) > p[j, s]
                if willing and a > mine:
                    if types[i] == SIM and j < 0:
                        a = simultaneous(i, s, q, p, rules)
                    bits = ones(sub)
                    same = a == top and p[i, q] == second and bits == changes
                    if a > top or (
                        a == top
                        and count > first
                        and (p[i, q] > second or (p[i, q] == second and bits < changes))
                    ):
                        top, second, changes, count = a, p[i, q], bits, first
                        same = True
                    if same and count < len(to):
                        to[count], rate[count] = q, slowest(sub, pace)
                        count += 1
                sub = (sub - 1) & (flips | theirs)
        for m in range(first, count):
            rate[m] /= count - first
    return count


@njit(cache=True, nogil=True)
def longer(to: Any, rate: Any, size: int) -> Any:
    """Return longer copies of both."""
    more_to, more_rate = np.zeros(size, np.int64), np.zeros(size)
    for e in range(len(to)):
        more_to[e], more_rate[e] = to[e], rate[e]
    return more_to, more_rate


@njit(cache=True, nogil=True)
def wander(start: int, play: Any, rules: Any, fixed: Any, seed: int, room: Any, out: Any) -> int:
    """Play one history without a chain; return the state at the end. Moves are kept by state."""
    pace, targets, end = fixed
    to, rate, word = room[:3]
    first, path, where = out
    s, now, moves, n = start, 0.0, 0, 0
    known, ptr = np.zeros(LONGEST, np.int64), np.zeros(LONGEST + 1, np.int64)
    edge_to, edge_rate = np.zeros(256, np.int64), np.zeros(256)
    word[0] = seed
    for t in range(len(first)):
        first[t] = 0.0 if targets[t, s] else np.inf
    path[0] = s
    longest = 3 * LONGEST // 4 + int(LONGEST // 4 * uniform(word))  # at random: cycles have periods
    while moves < longest:
        if where[s] < 0:
            count = leaving(s, play, rules, pace, room)
            if ptr[n] + count > len(edge_to):
                edge_to, edge_rate = longer(edge_to, edge_rate, 2 * ptr[n] + count)
            for m in range(count):
                edge_to[ptr[n] + m], edge_rate[ptr[n] + m] = to[m], rate[m]
            known[n], where[s], ptr[n + 1] = s, n, ptr[n] + count
            n += 1
        lo, hi = ptr[where[s]], ptr[where[s] + 1]
        if lo == hi:
            break
        total = 0.0
        for m in range(lo, hi):
            total += edge_rate[m]
        now -= math.log(uniform(word)) / total
        if now > end:
            break
        x, m = uniform(word) * total, lo
        while m < hi - 1 and x > edge_rate[m]:
            x -= edge_rate[m]
            m += 1
        s = edge_to[m]
        moves += 1
        if moves < len(path):
            path[moves] = s
        for t in range(len(first)):
            if targets[t, s] and first[t] == np.inf:
                first[t] = now
    for m in range(n):
        where[known[m]] = -1
    return s


@njit(cache=True, nogil=True)
def unfold(start: int, play: Any, rules: Any, pace: Any, room: Any, out: Any) -> Any:
    """List the states that play can come to and its moves; 0 states if over the limit."""
    to, rate = room[:2]
    states, ptr, where = out
    limit = len(states)
    edge_to, edge_rate = np.zeros(4 * limit, np.int64), np.zeros(4 * limit)
    n, done, edges = 1, 0, 0
    states[0], where[start] = start, 0
    while done < n:
        count = leaving(states[done], play, rules, pace, room)
        if edges + count > len(edge_to):
            edge_to, edge_rate = longer(edge_to, edge_rate, 2 * edges + count)
        for m in range(count):
            q = to[m]
            if where[q] < 0:
                if n == limit:
                    done = -1
                    break
                where[q], states[n] = n, q
                n += 1
            edge_to[edges], edge_rate[edges] = where[q], rate[m]
            edges += 1
        if done < 0:
            break
        done += 1
        ptr[done] = edges
    for m in range(n):
        where[states[m]] = -1
    if done < 0:
        return 0, edge_to[:0], edge_rate[:0]
    return n, edge_to[:edges], edge_rate[:edges]


@njit(cache=True, nogil=True)
def run(configs: Any, draws: Any, model: Any, fixed: Any, flags: Any, out: Any) -> Any:
    """Make the chain of every reading; where it is too large, play its draws outright.

    Returns the moves of all chains one after the other, and where each begins.
    """
    draw_ptr, seeds = draws
    starts, truths, rank, masks, up_all, down, feasible, bind_option, start, most = model
    exact, counted = flags  # counted[c]: draws of the reading whose equilibria are counted
    n_states, states, ptrs, stable, first, settled, paths = out
    size, n_dm, n_wish = len(feasible), len(masks), len(truths)
    full = feasible.sum() == size
    p, answer = np.zeros((n_dm, size), np.int64), np.zeros((n_dm, size), np.int64)
    key, spare = np.zeros(size, np.int64), np.zeros(size, np.int64)
    steady = np.zeros(size, np.bool_)
    where = np.full(size, -1, np.int32)
    lists = (np.zeros(most, np.int64), np.zeros(most), np.zeros(1, np.uint64))
    marks = (np.zeros(size, np.int64), np.zeros(size, np.int32), np.zeros(1, np.int64))
    room = (*lists, *marks, key)
    base = np.zeros(len(configs) + 1, np.int64)
    all_to, all_rate = np.zeros(64, np.int64), np.zeros(64)
    for c in range(len(configs)):
        types = configs[c, n_wish : n_wish + n_dm]
        up = up_all
        for b in range(len(bind_option)):
            if configs[c, n_wish + n_dm + b]:
                up &= ~(1 << bind_option[b])
        rules = (masks, up, down, feasible, full)
        for i in range(n_dm):
            if starts[i, 0] < 0:
                for s in range(size):
                    p[i, s] = rank[i, s]
            else:
                lo, hi = starts[i, 0], starts[i, 1]
                scores(truths[lo:hi], configs[c, lo:hi], feasible, p[i])
        if counted[c]:
            for concept in range(5):
                holds(concept, p, rules, key, spare, steady)
                for s in range(size):
                    if steady[s]:
                        stable[concept, s] += counted[c]
        for i in range(n_dm):
            if types[i] in (SEQ, SSEQ):
                answer[i, :] = OPEN
            elif types[i] in (GMR, SMR):
                answers(int(types[i]), i, p, rules, key, answer[i])
        play = (p, answer, types, configs[c, n_wish + n_dm + len(bind_option)])
        n, base[c + 1] = 0, base[c]
        if exact:
            n, to, rate = unfold(start, play, rules, fixed[0], room, (states[c], ptrs[c], where))
            base[c + 1] += len(to)
            if base[c + 1] > len(all_to):
                all_to, all_rate = longer(all_to, all_rate, 2 * base[c + 1])
            for e in range(len(to)):
                all_to[base[c] + e], all_rate[base[c] + e] = to[e], rate[e]
        n_states[c] = n
        if n == 0:
            for d in range(draw_ptr[c], draw_ptr[c + 1]):
                kept = (first[d], paths[d], where)
                settled[d] = wander(start, play, rules, fixed, seeds[d], room, kept)
    return base, all_to, all_rate
