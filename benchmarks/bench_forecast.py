"""How long a forecast takes: by draws, by states, by cores, and against plain Python.

Run ``python benchmarks/bench_forecast.py [MODEL]``. The first call compiles or
loads the kernels and isn't counted. Every figure is the best of three, and
each table has its ratios to its own first row, so that a slow machine changes
little.
"""

import random
import resource
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from forecast.makers import crisis
from forecast.twin import Twin

from detente.forecast.beliefs import beliefs
from detente.forecast.ensemble import play
from detente.forecast.forecasting import forecast
from detente.forecast.sampling import sample
from detente.model.conflict import Conflict
from detente.model.formats import load

HORIZON = "6 months"


def made(options: int, makers: int = 4) -> Conflict:
    """Return a conflict of a size, with eight half-known priorities for each decision maker."""
    rng = random.Random(options)  # noqa: S311 - a model made up, no secret
    names = [f"d{i}.o{k}" for i in range(makers) for k in range(options // makers)]
    conflict = Conflict(status_quo=[])
    for i in range(makers):
        conflict.add(
            f"d{i}",
            options={
                f"o{k}": {"reversible": rng.choice(["both", "forward"]), "status": "considered"}
                for k in range(options // makers)
            },
            priorities=[
                {
                    "statement": f"{rng.choice(['', '!'])}{rng.choice(names)}"
                    f" {rng.choice(['&', '|', 'if'])} {rng.choice(names)}",
                    "confidence": 0.8,
                    "order": rng.choice(["known", "unknown"]),
                }
                for _ in range(8)
            ],
        )
    return conflict


def best(run, times: int = 3) -> float:
    """Return the least wall seconds of some runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def table(title: str, rows: list[tuple[str, float, float]]) -> None:
    """Print rows of name, seconds and work, with the seconds for a unit of work beside the first's."""
    print(f"\n{title}")
    _, seconds, work = rows[0]
    for name, taken, size in rows:
        ratio = (taken / size) / (seconds / work)
        print(f"  {name:<28} {taken:8.3f} s   {ratio:6.2f} of the first for each unit of work")


def main() -> None:
    """Print the tables."""
    article = load(sys.argv[1]) if len(sys.argv) > 1 else crisis()
    forecast(article, draws=10, horizon=HORIZON)
    forecast(article, draws=10)

    rows = [
        (f"{n} draws", best(lambda n=n: forecast(article, draws=n, horizon=HORIZON, workers=2)), n)
        for n in (1_000, 3_000, 10_000, 30_000)
    ]
    table("A model of a report's size, six months, two cores; a unit is a draw", rows)

    rows = [
        (f"{w} workers", best(lambda w=w: forecast(article, draws=10_000, workers=w)), 1)
        for w in (1, 2)
    ]
    table("10,000 draws without a horizon; a unit is the whole", rows)

    rows = []
    for options, draws in ((8, 1000), (12, 1000), (16, 1000), (20, 64)):
        conflict = made(options)
        taken = best(
            lambda c=conflict, d=draws: forecast(c, draws=d, horizon=HORIZON, workers=2), 1
        )
        rows.append((f"2^{options} states, {draws} draws", taken, draws * 2**options))
    table("Larger models, two cores; a unit is a draw times a state", rows)
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")

    found = beliefs(crisis())
    targets = [(np.arange(len(found.game.feasible)) >> k & 1).astype(bool) for k in range(6)]
    readings = np.unique(sample(found, 20, 0)[0], axis=0)

    def slow() -> None:
        for reading in readings:
            twin = Twin(found, reading)
            for target in targets:
                twin.hits(target, 6.0)

    fast = best(lambda: play(found, targets, np.array([6.0]), draws=2_000, seed=0, robust=False))
    plain = best(slow, 1)
    each = fast / len(np.unique(sample(found, 2_000, 0)[0], axis=0))
    print(
        f"\nA reading in plain Python takes {plain / len(readings) / each:,.0f} times a compiled one"
    )


if __name__ == "__main__":
    main()
