"""What a cluster costs: the same blocks on two Dask workers and on a pool of two processes.

Run ``python benchmarks/bench_cluster.py [REPETITIONS]`` when the machine is calm.
Both do the same batches of about a second, one after the other, in turns; what
is compared is the wall time of both in the same turn. Starting the workers,
importing and compiling aren't counted on either side.
"""

import os
import statistics
import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parent))

from bench_forecast import made

from detente.forecast.beliefs import beliefs
from detente.forecast.cluster import by_cluster
from detente.forecast.ensemble import Task

OPTIONS = 12
WORKERS = 2
BATCHES = 12

_task: Task | None = None


def keep(task: Task) -> None:
    """Keep what the batches share, once in each process."""
    global _task  # noqa: PLW0603 - what an initialiser is for
    _task = task


def block(span: tuple[int, int]) -> int:
    """Play one batch in a process of the pool; what comes back is as large as on the cluster."""
    assert _task is not None
    return _task.block(span)


def main() -> None:
    """Print the seconds of each turn, and the ratio."""
    from distributed import LocalCluster

    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found = beliefs(made(OPTIONS))
    size = 1 << OPTIONS
    targets = np.array([(np.arange(size) >> k & 1) for k in range(OPTIONS)], dtype=bool)
    task = Task(found, targets, np.linspace(0.5, 6.0, 12), 0, counted=10**9)
    task.block((0, 64))  # compiles
    start = time.perf_counter()
    task.block((0, 256))
    draws = max(64, int(256 / (time.perf_counter() - start)) // 64 * 64)
    spans = [(at, at + draws) for at in range(0, draws * BATCHES, draws)]
    print(f"{BATCHES} batches of {draws} draws on {WORKERS} workers, load {os.getloadavg()[0]:.1f}")
    warnings.simplefilter("ignore")
    with (
        LocalCluster(
            n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, memory_limit=0
        ) as cluster,
        ProcessPoolExecutor(
            WORKERS, mp_context=get_context("spawn"), initializer=keep, initargs=(task,)
        ) as pool,
    ):
        warm = [(at, at + 64) for at in range(0, 64 * 2 * WORKERS, 64)]
        list(pool.map(block, warm))
        list(by_cluster(task, warm, cluster.scheduler_address))
        ratios = []
        for turn in range(turns):
            sides = [
                ("processes", lambda: list(pool.map(block, spans))),
                ("cluster", lambda: list(by_cluster(task, spans, cluster.scheduler_address))),
            ]
            taken = {}
            for name, run in sides if turn % 2 == 0 else sides[::-1]:
                start = time.perf_counter()
                run()
                taken[name] = time.perf_counter() - start
            ratios.append(taken["cluster"] / taken["processes"])
            print(
                f"  processes {taken['processes']:6.2f} s   cluster {taken['cluster']:6.2f} s"
                f"   ratio {ratios[-1]:.3f}   load {os.getloadavg()[0]:.1f}",
                flush=True,
            )
        middle = statistics.median(ratios)
        print(f"Median ratio {middle:.3f}: the cluster takes {100 * (middle - 1):+.1f} %")


if __name__ == "__main__":
    main()
