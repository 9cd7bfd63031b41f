"""How long the workbench takes over a case of 50 reports and 1,000 claims: each page, first and again.

    python benchmarks/bench_case.py [REPORTS]

The reports are made up here, twenty claims each; the model is drafted from the
first, and what the second proposes is carried in. The pages are asked for in
this process, so no network is measured.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from starlette.testclient import TestClient

from detente.read.claim import Actor, Claim, Document
from detente.read.shelf import Page
from detente.store import growing, versions
from detente.store.case import new
from detente.store.history import status
from detente.web.app import workbench

WHO = {"aldova": "Aldova", "borland": "Borland", "cormia": "Cormia"}
ACTS = (
    "deploy troops to the strait", "blockade the port", "supply weapons to Aldova",
    "strike the harbour", "close the strait", "sanction the banks", "recall the envoy",
    "test a missile", "call up reserves", "sign a treaty", "mine the strait", "share satellites",
)  # fmt: skip
SAYS = {
    "considered": "is considering whether to", "planned": "plans to",
    "threatened": "threatens to", "done": "has begun to", "ruled_out": "has ruled out to",
}  # fmt: skip
EACH = 20
PAGES = ("/case", "/", "/model", "/outcomes", "/forecast", "/brief", "/case?q=troops")


def page(number: int, chance: random.Random) -> Page:
    """Return a report with `EACH` claims."""
    text, claims = f"Day {number}\n\n", []
    for place in range(EACH):
        who, act, state = chance.choice([*WHO]), chance.choice(ACTS), chance.choice([*SAYS])
        sentence = f"{WHO[who]} {SAYS[state]} {act}"
        start = len(text)
        text += f"{sentence}. "
        claims.append(
            Claim(
                f"x@{place}", "d1", "event" if state == "done" else "option", who, act, None, None,
                state, negated=False, speaker=None, likelihood=None, date=None, condition=None,
                quote=sentence, start=start, end=start + len(sentence),
            )
        )  # fmt: skip
    actors = tuple(Actor(name, said, (("d1", text.find(said), text.find(said) + len(said)),))
                   for name, said in WHO.items() if said in text)  # fmt: skip
    day = f"2030-{1 + number // 28:02d}-{1 + number % 28:02d}"
    return Page(Document("d1", f"Day {number}", day, f"{number}.txt", text), actors, tuple(claims))


def main() -> None:
    """Make the case, ask for its pages twice, and print what each took."""
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    chance = random.Random(1)  # noqa: S311 - made-up reports
    with tempfile.TemporaryDirectory() as folder:
        case = new(Path(folder) / "case")
        for number in range(reports):
            growing.add(case, [page(number, chance)], accept=number == 1)
        known = status(case)
        options = len(versions.current(case).conflict().option_names())
        print(
            f"{known.documents} reports, {known.claims} claims, {options} options,"
            f" {len(known.open)} proposals"
        )
        at = "http://127.0.0.1:1"
        with TestClient(workbench(case, port=1), base_url=at) as client:
            client.get("/start", params={"token": client.app.key.token}, follow_redirects=False)
            for path in PAGES:
                spent = []
                for _ in range(2):
                    start = time.perf_counter()
                    answer = client.get(path)
                    spent.append(time.perf_counter() - start)
                    assert answer.status_code == 200
                print(
                    f"{path:16} {spent[0]:6.3f} s first, {spent[1]:6.3f} s again,"
                    f" {len(answer.content) / 1000:4.0f} kB"
                )


if __name__ == "__main__":
    main()
