"""Time the workbench's pages in this process: no network, no browser.

Run: python benchmarks/bench_web.py

Prints for models that grow how long a page takes that nothing is known of yet,
an edit with the page that answers it (changed, written, solved, drawn, set), and
the pages after it; then the first screen of a workspace with many reports, read
before, and what it weighs. The baseline is solving the model alone.
"""

import random
import re
import tempfile
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
            while "Reading:" in (page := client.get("/")).text:
                time.sleep(0.05)
            print(f"opened again, read before: marked after {time.perf_counter() - start:.2f}s")
            took, page = timed(lambda: client.get("/"))
            print(f"the page then: {took:.3f}s, {len(page.content) / 1000:.0f} kB")
            static = re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text)
            weight = sum(len(client.get(one).content) for one in static)
            print(f"with it {len(static)} static files of {weight / 1000:.0f} kB")


if __name__ == "__main__":
    models()
    reports()
