"""How fast `solve` is, how that grows, and how far it is from what memory allows.

    python benchmarks/bench_solve.py                 # 2^8 to 2^22, about two minutes
    python benchmarks/bench_solve.py --large         # and 2^24
    python benchmarks/bench_solve.py --chart FILE    # write the growth as an SVG
    python benchmarks/bench_solve.py --only growth   # growth, concepts, twin, batch, sim, priorities

Games have ties, infeasible states and options that can't be undone; ranks are
random, which is harder than ranks from priorities. Each figure is the best of
several runs in this process, after a warm-up; for one thread it is processor
time, so that whatever else runs on the machine counts less. "pass" is the time to read the
ranks and write as many bytes as the verdicts have, with NumPy: no solver can
take less.
"""

import argparse
import resource
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from strategies import random_game

from detente.model import build
from detente.model.conflict import Conflict
from detente.solve.batch import solve_many
from detente.solve.engine import SHAPED, verdicts
from detente.solve.rules import Rules
from detente.solve.solving import solve

SHAPE = {"feasible": 0.7, "levels": 200, "irreversible": 0.3}
ACTORS = 4


def options(total, actors=ACTORS):
    """Share the options out among the decision makers."""
    return tuple(total // actors + (i < total % actors) for i in range(actors))


def best(work, seconds=0.5, clock=time.process_time):
    """Return the shortest of several runs, in seconds of processor time."""
    found, end = float("inf"), time.perf_counter() + seconds
    while True:
        start = clock()
        work()
        found = min(found, clock() - start)
        if time.perf_counter() > end:
            return found


def one_pass(game, concepts=5):
    """Time one pass over the ranks and the verdicts."""
    ranks = game.rank.copy()
    out = np.empty((concepts, *game.rank.shape), dtype=np.bool_)

    def touch():
        for row in out:
            np.greater(ranks, 0, out=row)

    return best(touch, 0.2)


def growth(sizes):
    """Print and return the time by number of combinations."""
    print("\nall of nash gmr smr seq sseq, every decision maker, 4 of them")
    print(
        f"{'masks':>7} {'states':>9} {'1 thread':>10} {'2 threads':>10} "
        f"{'ns/state/dm':>11} {'x pass':>7}"
    )
    rows = []
    for bits in sizes:
        game = random_game(bits, options=options(bits), **SHAPE)
        states = len(game.states)
        times = [
            best(partial(solve, game, concepts=SHAPED, threads=n), 0.5, clock)
            for n, clock in ((1, time.process_time), (2, time.perf_counter))
        ]
        each = times[0] / states / ACTORS * 1e9
        ratio = times[0] / one_pass(game)
        rows.append({"bits": bits, "states": states, "seconds": times[0], "each": each})
        print(
            f"2^{bits:<5} {states:>9} {times[0] * 1e3:>7.1f} ms {times[1] * 1e3:>7.1f} ms "
            f"{each:>11.1f} {ratio:>7.1f}"
        )
    return rows


def concepts(sizes=(12, 16, 20)):
    """Print the time of each concept beside one pass over memory."""
    print("\neach concept alone, one thread, times one pass over the ranks and its verdicts")
    print(f"{'masks':>7} " + " ".join(f"{one:>16}" for one in SHAPED))
    for bits in sizes:
        game = random_game(bits, options=options(bits), **SHAPE)
        rules, least = Rules.of(game), one_pass(game, 1)
        cells = []
        for one in SHAPED:
            took = best(partial(verdicts, rules, game.rank, (one,)))
            cells.append(f"{took * 1e3:>8.2f} ms {took / least:>4.0f}x")
        print(f"2^{bits:<5} " + " ".join(f"{cell:>16}" for cell in cells))


def twin(sizes=(4, 5, 6, 7, 8)):
    """Print the ratio to the slow twin of the tests."""
    import oracle

    print("\nagainst the slow twin of the tests, all five concepts")
    for bits in sizes:
        game = random_game(bits, options=options(bits, 3), **SHAPE)
        start = time.perf_counter()
        for one in SHAPED:
            oracle.stable(game, one)
        slow = time.perf_counter() - start
        fast = best(partial(solve, game, concepts=SHAPED, threads=1), 0.1)
        print(f"2^{bits:<3} {slow * 1e3:>9.1f} ms {fast * 1e3:>7.2f} ms {slow / fast:>8.0f} times")


def batch(draws=10_000):
    """Print the time of many preference profiles of one game."""
    game = random_game(1, options=(3, 3, 2, 2), **SHAPE)
    some = [random_game(n, options=(3, 3, 2, 2), levels=64).rank for n in range(100)]
    ranks = [some[n % len(some)] for n in range(draws)]
    print(f"\n{draws} preference profiles of 2^10 masks, 4 decision makers, nash seq gmr")
    solve_many(game, ranks[:64])
    for threads in (1, 2):
        start, cpu = time.perf_counter(), time.process_time()
        solve_many(game, ranks, threads=threads)
        print(
            f"{threads} threads {time.perf_counter() - start:>6.2f} s "
            f"({time.process_time() - cpu:.2f} s of processor time)"
        )


def sim(sizes=(8, 10, 12, 14, 16, 18)):
    """Print the time of simultaneous stability, which isn't linear."""
    print("\nsim, every decision maker, one thread")
    for bits in sizes:
        game = random_game(bits, options=options(bits), **SHAPE)
        took = best(partial(solve, game, concepts="sim", threads=1), 0.2)
        print(f"2^{bits:<5} {took * 1e3:>9.2f} ms {took / len(game.states) * 1e9:>9.0f} ns/state")


def _small():
    conflict = Conflict()
    conflict.add("d0", options=["o0"], priorities=["o0"])
    return conflict


def priorities(sizes=(12, 16, 20)):
    """Print the time from stated priorities to verdicts."""
    print("\nfrom the model: priorities to ranks, then all five concepts")
    rng = np.random.default_rng(0)
    build.game(_small())
    for bits in sizes:
        conflict = Conflict(status_quo=[])
        names = [f"d{i}.o{k}" for i, n in enumerate(options(bits)) for k in range(n)]
        for i, n in enumerate(options(bits)):
            picked = rng.choice(names, size=8, replace=False)
            stated = [f"!{a}" if x % 2 else f"{a} | {picked[x - 1]}" for x, a in enumerate(picked)]
            conflict.add(f"d{i}", options=[f"o{k}" for k in range(n)], priorities=stated)
        conflict.infeasible = [f"{names[0]} & {names[-1]}"]
        built = best(partial(build.game, conflict), 0.2)
        game = build.game(conflict)
        solved = best(partial(solve, game, concepts=SHAPED, threads=1), 0.2)
        print(f"2^{bits:<5} build {built * 1e3:>8.1f} ms   solve {solved * 1e3:>8.1f} ms")


def memory(bits):
    """Print the most memory that a fresh process takes to solve, above the game itself."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[2]);"
        "from strategies import random_game; from detente.solve.solving import solve;"
        "bits = int(sys.argv[1]);"
        "peak = lambda: int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]);"
        "solve(random_game(0, options=(2, 1, 1, 1), irreversible=0.5), concepts='seq');"
        "small = peak();"
        f"game = random_game(bits, options=tuple(bits // 4 + (i < bits % 4) for i in range(4)), **{SHAPE});"
        "made = peak();"
        "solve(game, concepts=['nash', 'gmr', 'smr', 'seq', 'sseq']);"
        "print(small // 1024, made // 1024, peak() // 1024)"
    )
    here = str(Path(__file__).parent.parent / "tests")
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code, str(bits), here], capture_output=True, text=True, check=True
    )
    small, made, most = done.stdout.split()
    print(
        f"2^{bits}: {most} MiB at most; {made} MiB once the game was made, "
        f"{small} MiB with a tiny game solved"
    )


def chart(rows, path):
    """Write the time per state and decision maker as an SVG."""
    import altair as alt

    data = alt.Data(values=[{"options": row["bits"], "ns": round(row["each"], 1)} for row in rows])
    drawn = (
        alt.Chart(data, width=480, height=220)
        .mark_line(point=True)
        .encode(
            x=alt.X("options:Q", title="options (the masks are 2 to this power)"),
            y=alt.Y("ns:Q", title="ns per state and decision maker", scale=alt.Scale(zero=True)),
        )
    )
    drawn.save(path)


def main():
    """Run what was asked for."""
    parts = ("growth", "concepts", "twin", "batch", "sim", "priorities", "memory")
    asked = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    asked.add_argument("--large", action="store_true", help="also 2^24")
    asked.add_argument("--chart", help="write the growth here, as an SVG")
    asked.add_argument("--only", nargs="*", choices=parts, default=parts)
    args = asked.parse_args()
    solve(random_game(0, options=(2, 1, 1, 1), irreversible=0.5))
    sizes = [*range(8, 23, 2), *([24] if args.large else [])]
    if "growth" in args.only:
        rows = growth(sizes)
        if args.chart:
            chart(rows, args.chart)
    for name in ("concepts", "twin", "batch", "sim", "priorities"):
        if name in args.only:
            globals()[name]()
    if "memory" in args.only:
        print("\nmemory of a fresh process")
        for bits in (16, 20, *([24] if args.large else [])):
            memory(bits)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\nmost memory of this process: {peak} MiB")


if __name__ == "__main__":
    main()
