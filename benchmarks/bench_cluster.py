"""What a cluster costs: the same blocks on two Dask workers and on a pool of two processes.

Run ``python benchmarks/bench_cluster.py [REPETITIONS]`` when the machine is calm.
Both do the same batches of about a second, one after the other, in turns; what
is compared is both in the same turn: the wall time, and the time that all
their processes spent on a processor, which other people's work disturbs less.
Starting the workers, importing and compiling aren't counted on either side.
"""

import os
import statistics
import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import psutil

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parent))

from bench_forecast import made

from detente.forecast.beliefs import beliefs
from detente.forecast.cluster import by_cluster
from detente.forecast.ensemble import Task

OPTIONS = 12
WORKERS = 2
BATCHES = 8

_task: Task | None = None


def keep(task: Task) -> None:
    """Keep what the batches share, once in each process."""
    global _task  # noqa: PLW0603 - what an initialiser is for
    _task = task


def block(span: tuple[int, int]) -> int:
    """Play one batch in a process of the pool; what comes back is as large as on the cluster."""
    assert _task is not None
    return _task.block(span)


def processor() -> float:
    """Return the seconds that this process and all that it started spent on a processor."""
    mine = psutil.Process()
    total = 0.0
    for one in (mine, *mine.children(recursive=True)):
        with suppress(psutil.Error):
            times = one.cpu_times()
            total += times.user + times.system
    return total


def main() -> None:
    """Print the seconds of each turn, and the ratio."""
    from distributed import LocalCluster

    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found = beliefs(made(OPTIONS))
    size = 1 << OPTIONS
    targets = np.array([(np.arange(size) >> k & 1) for k in range(OPTIONS)], dtype=bool)
    task = Task(found, targets, np.linspace(0.5, 6.0, 12), 0, counted=10**9)
    task.block((0, 64))  # compiles
    start = time.process_time()
    task.block((0, 256))
    draws = max(64, int(256 / (time.process_time() - start)) // 64 * 64)
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
        ratios: dict[str, list[float]] = {"wall": [], "processor": []}
        for turn in range(turns):
            sides = [
                ("processes", lambda: list(pool.map(block, spans))),
                ("cluster", lambda: list(by_cluster(task, spans, cluster.scheduler_address))),
            ]
            taken = {}
            for name, run in sides if turn % 2 == 0 else sides[::-1]:
                wall, spent = time.perf_counter(), processor()
                run()
                taken[name] = (time.perf_counter() - wall, processor() - spent)
            for kind, one, other in zip(ratios, taken["cluster"], taken["processes"], strict=True):
                ratios[kind].append(one / other)
            print(
                "  processes {:6.2f} s ({:6.2f} s of processor)".format(*taken["processes"])
                + "   cluster {:6.2f} s ({:6.2f} s)".format(*taken["cluster"])
                + "   ratio {:.3f} ({:.3f})".format(*(one[-1] for one in ratios.values()))
                + f"   load {os.getloadavg()[0]:.1f}",
                flush=True,
            )
        for kind, found_ratios in ratios.items():
            middle = statistics.median(found_ratios)
            print(f"Median ratio of {kind} time {middle:.3f}: {100 * (middle - 1):+.1f} %")


if __name__ == "__main__":
    main()
