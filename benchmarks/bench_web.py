"""Time the workbench's pages in this process: no network, no browser.

Run: python benchmarks/bench_web.py

Prints for models that grow how long a page takes that nothing is known of yet,
an edit with the page that answers it (changed, written, solved, drawn, set), and
the pages after it; then the first screen of a workspace with many reports, read
before, and what it weighs; then how long each page takes fifty readers who all
ask at once, on loopback, from another process than the server's. The baseline is
solving the model alone.

    python benchmarks/bench_web.py readers [MODEL]     only the readers, of a model of yours
"""

import http.client
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from starlette.testclient import TestClient

from detente.model.formats import yaml
from detente.solve.solving import solve
from detente.web.app import workbench
from detente.web.workspace import Workspace

MAKERS = 5
PORT = 8321
REPORTS = 50
READERS, ROUNDS = 50, 4
SCREENS = ("/model", "/outcomes", "/outcomes?state=1", "/forecast", "/", "/brief")
SERVER = """
import sys
from pathlib import Path
from detente.web.serving import listening, opened, serve
serve(opened(Path(sys.argv[1])), listening(int(sys.argv[2])), token="once")
"""
ARTICLE = Path(__file__).parent.parent / "examples" / "troops-and-red-lines.txt"


def model(n: int) -> str:
    """Return a model of `n` options, sparse and seeded."""
    rng = random.Random(n)  # noqa: S311 - sizes, not secrets
    options = [(f"d{k % MAKERS}", f"o{k}") for k in range(n)]
    lines = ["title: Large", "decision_makers:"]
    for d in range(MAKERS):
        lines += [f"  d{d}:", "    options:"]
        for dm, option in options:
            if dm == f"d{d}":
                turn = rng.choice(["both", "forward"])
                lines.append(f"      {option}: {{label: take step {option}, reversible: {turn}}}")
        lines.append("    priorities:")
        for _ in range(6):
            (a, x), (b, y) = rng.sample(options, 2)
            lines.append(f'      - "{rng.choice(["!", ""])}{a}.{x} if {b}.{y}"')
    return "\n".join([*lines, "status_quo: []", ""])


def opened(folder: Path) -> TestClient:
    """Return a browser that was let in."""
    client = TestClient(
        workbench(Workspace(folder), port=PORT), base_url=f"http://127.0.0.1:{PORT}"
    )
    client.cookies.set(f"detente-{PORT}", client.app.key.session)
    return client


def timed(call):
    """Return how long a request takes, and its answer."""
    start = time.perf_counter()
    answer = call()
    assert answer.status_code == 200, answer.text
    return time.perf_counter() - start, answer


def edits(client: TestClient, times: int) -> list[float]:
    """Return how long edits take, each with the page that answers it, the fastest first."""
    spent = []
    page = client.get("/model")
    for n in range(times):
        tag = re.search(r'name="tag" value="(\w+)"', page.text)[1]
        form = {"do": "move-statement", "dm": "d1", "at": "0", "to": str(1 + n % 4), "tag": tag}
        took, page = timed(lambda form=form: client.post("/model", data=form))
        spent.append(took)
    return sorted(spent)


def models() -> None:
    """Time the pages on models that grow."""
    print("options  solve alone  first page  edit (median, worst of 9)  outcomes  forecast")
    for n in (6, 8, 10, 12, 14, 16):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "model.yaml").write_text(model(n))
            conflict = yaml.loads(model(n))
            solve(conflict)
            start = time.perf_counter()
            solve(conflict)
            alone = time.perf_counter() - start
            with opened(Path(folder)) as client:
                first = timed(lambda client=client: client.get("/model"))[0]
                spent = edits(client, 9)
                after = timed(lambda client=client: client.get("/outcomes"))[0]
                chances = timed(lambda client=client: client.get("/forecast"))[0]
        print(
            f"{n:7}  {alone:10.3f}s  {first:9.3f}s  {spent[4]:14.3f}s {spent[-1]:.3f}s  "
            f"{after:7.3f}s  {chances:7.2f}s",
            flush=True,
        )


def reports() -> None:
    """Time and weigh the first screen of a workspace with many reports."""
    text = ARTICLE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        space = Workspace(Path(folder))
        for n in range(REPORTS):
            space.add(f"report-{n:02}.txt", f"Report {n}\n\n{text}".encode())
        Path(folder, "model.yaml").write_text(model(12))
        with opened(Path(folder)) as client:
            took, answer = timed(lambda: client.get("/api/read"))
            print(f"{REPORTS} reports, {len(answer.json()['claims'])} claims: read in {took:.1f}s")
        with opened(Path(folder)) as client:
            start = time.perf_counter()
            while "data-events" in (page := client.get("/")).text:
                time.sleep(0.05)
            print(f"opened again, read before: marked after {time.perf_counter() - start:.2f}s")
            took, page = timed(lambda: client.get("/"))
            print(f"the page then: {took:.3f}s, {len(page.content) / 1000:.0f} kB")
            static = re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text)
            weight = sum(len(client.get(one).content) for one in static)
            print(f"with it {len(static)} static files of {weight / 1000:.0f} kB")


def served(folder: Path, port: int) -> tuple[subprocess.Popen, str]:
    """Return a server in a process of its own, and the cookie that opens it."""
    # the server is this benchmark's own, started with its own interpreter
    process = subprocess.Popen([sys.executable, "-c", SERVER, str(folder), str(port)])  # noqa: S603
    for _ in range(200):
        try:
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            asked.request("GET", "/start?token=once")
            return process, asked.getresponse().getheader("set-cookie").split(";")[0]
        except OSError:
            time.sleep(0.1)
    process.terminate()
    raise RuntimeError("the server didn't start")


def read(port: int, cookie: str, path: str, times: int, spent: list[float]) -> None:
    """Ask for a page a few times, as one reader."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(times):
        start = time.perf_counter()
        asked.request("GET", path, headers={"cookie": cookie})
        answer = asked.getresponse()
        answer.read()
        assert answer.status == 200, (path, answer.status)
        spent.append(time.perf_counter() - start)


def readers(text: str, port: int = 8391) -> None:
    """Time fifty readers who ask for the same page at once, page after page."""
    print("page                 one reader   fifty at once: median, p95, worst")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "model.yaml").write_text(text)
        process, cookie = served(Path(folder), port)
        try:
            for path in SCREENS:
                alone: list[float] = []
                read(port, cookie, path, 4, alone)
                spent: list[float] = []
                crowd = [
                    threading.Thread(target=read, args=(port, cookie, path, ROUNDS, spent))
                    for _ in range(READERS)
                ]
                for one in crowd:
                    one.start()
                for one in crowd:
                    one.join()
                spent.sort()
                print(
                    f"{path:19}  {min(alone):9.4f}s  {spent[len(spent) // 2]:20.3f}s"
                    f" {spent[int(len(spent) * 0.95)]:.3f}s {spent[-1]:.3f}s",
                    flush=True,
                )
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    if sys.argv[1:2] == ["readers"]:
        readers(Path(sys.argv[2]).read_text() if sys.argv[2:] else model(12))
    else:
        models()
        reports()
        readers(model(12))
