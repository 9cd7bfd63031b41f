"""How fast a model becomes a game, and how fast files are read.

    python benchmarks/bench_model.py            # 2^12 to 2^20, half a minute
    python benchmarks/bench_model.py --large    # and 2^24

A conflict of five decision makers with eight statements of three options each
is built; "pass" is the time to fill the ranks once, with NumPy: no build can
take less. Then files of growing size are read, beside the parser alone.
"""

import argparse
import resource
import time

import numpy as np
from ruamel.yaml import YAML

from detente.model.build import game
from detente.model.conflict import Conflict
from detente.model.formats import yaml

ACTORS = 5
STATEMENTS = 8


def conflict(options: int, seed: int = 0) -> Conflict:
    """Make a conflict of `options` options spread over five decision makers."""
    rng = np.random.default_rng(seed)
    owns = [[f"o{k}" for k in range(i, options, ACTORS)] for i in range(ACTORS)]
    names = [f"d{i}.{one}" for i, mine in enumerate(owns) for one in mine]
    made = Conflict(status_quo=[])
    for i, mine in enumerate(owns):
        stated = []
        for _ in range(STATEMENTS):
            a, b, c = rng.choice(names, 3, replace=False)
            stated.append(f"{a} & !{b} | {c} if {b}")
        made.add(f"d{i}", options=mine, priorities=stated)
    return made


def best(function, *arguments, times: int = 3) -> float:
    """Return the shortest of a few runs, in seconds of processor time."""
    runs = []
    for _ in range(times):
        start = time.process_time()
        function(*arguments)
        runs.append(time.process_time() - start)
    return min(runs)


def fill(size: int) -> None:
    """Write ranks once."""
    np.zeros((ACTORS, size), dtype=np.int32).fill(1)


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--large", action="store_true", help="2^24 states as well")
    large = arguments.parse_args().large
    game(conflict(5))  # the parser of statements is made once
    print("build: options, seconds, ratio to one pass, peak memory of the process in MiB")
    for options in (12, 16, 20, *((24,) if large else ())):
        made = conflict(options)
        took, floor = best(game, made), best(fill, 1 << options)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"  {options:2d}  {took:7.3f}  {took / max(floor, 1e-6):7.1f}  {peak:5d}")
    print("read: kB, seconds, ratio to the parser alone")
    for claims in (100, 1_000, 10_000):
        made = conflict(12)
        made.evidence = {f"c{k}": {"quote": f"what they said, {k}"} for k in range(claims)}
        text = yaml.dumps(made)
        took = best(yaml.loads, text, times=1)
        parser = best(lambda text=text: list(YAML(typ="safe", pure=True).parse(text)), times=1)
        print(f"  {len(text) / 1000:6.0f}  {took:7.3f}  {took / parser:5.2f}")


if __name__ == "__main__":
    main()
