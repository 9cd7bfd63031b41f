"""Measure the store: bulk import, status, search, and adding to a large case.

    python benchmarks/bench_store.py [CLAIMS] [POSTGRESQL-URL]

The import is compared with plain SQLAlchemy Core inserts of the same rows into
the same tables, on the same disk, in the same run, three times by turns; the
indexes and the words of the search are part of the import. With the address of
an empty database, as ``.ci/postgres`` makes one, the import is measured there
too, each time in a schema of its own.
"""

import itertools
import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import create_engine, insert, select, text

from detente.read.claim import Actor, Claim, Document
from detente.read.shelf import Page
from detente.store import case as cases
from detente.store import exchange, growing, history, tables, taking, versions
from detente.store.importing import import_case
from detente.store.searching import search

PER_DOCUMENT = 10
ROUNDS = 3
VERBS = ("deploy troops", "supply weapons", "blockade the port", "strike the base", "hold talks")
WHO = ("aldova", "borland", "cormia", "dravia")


def page(number: int) -> Page:
    """Return a report of ten claims, in words of its own."""
    text, claims = f"Report {number}\n\n", []
    for k in range(PER_DOCUMENT):
        who, act = WHO[(number + k) % 4], VERBS[(number * 7 + k) % 5]
        sentence = f"{who.title()} plans to {act} in sector {number % 97}"
        start = len(text)
        text += sentence + ". "
        claims.append(
            Claim(
                f"x{k}", "d1", "option", who, act, None, None, "planned", False, None, None, None,  # noqa: FBT003 - a record
                None, sentence, start, start + len(sentence), rule="bench",
            )
        )  # fmt: skip
    actors = tuple(Actor(who, who.title(), (), "party", "state") for who in WHO)
    day = f"20{10 + number % 20}-01-{1 + number % 28:02d}"
    return Page(
        Document("d1", f"Report {number}", day, f"r{number}.txt", text), actors, tuple(claims)
    )


def export_of(folder: Path, documents: int) -> None:
    """Write an export of so many documents, as another machine would hand it over."""
    (folder / "documents").mkdir(parents=True)
    (folder / "case.yaml").write_text("exported: 1\nname: big\ntitle: big\n")
    (folder / "log.jsonl").write_text(
        exchange.line(
            {
                "run": 1,
                "verb": "add",
                "said": "",
                "by": "a",
                "at": "2030-01-01T00:00:00Z",
                "details": {},
            }
        )
    )
    with (folder / "claims.jsonl").open("w") as file:
        place = 0
        for number in range(1, documents + 1):
            one = page(number)
            about = {
                "id": f"d{number}", "title": one.document.title, "date": one.document.date,
                "source": one.document.source, "run": 1, "warnings": [], "again": [],
                "actors": [{"id": a.id, "name": a.name, "role": a.role, "kind": a.kind, "mentions": []} for a in one.actors],
            }  # fmt: skip
            (folder / "documents" / f"d{number}.txt").write_text(one.document.text)
            (folder / "documents" / f"d{number}.json").write_text(json.dumps(about))
            for claim in one.claims:
                place += 1
                file.write(
                    exchange.line(
                        {
                            "id": f"c{place}", "document": f"d{number}", "kind": claim.kind,
                            "quote": claim.quote, "start": claim.start, "end": claim.end,
                            "actor": claim.actor, "action": claim.action, "status": claim.status,
                            "rule": claim.rule, "day": one.document.date, "verdict": "again",
                            "act": f"act|{claim.actor}|{claim.action}|||",
                        }
                    )
                )  # fmt: skip


def timed(work):
    """Return what some work took, in seconds, and what it gave."""
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def plain(big, folder: Path, store: str) -> float:
    """Insert the same documents and claims by plain Core inserts into an empty store; seconds."""
    with big.reading() as connection:
        texts = [dict(row) for row in connection.execute(select(tables.documents)).mappings()]
        rows = [dict(row) for row in connection.execute(select(tables.claims)).mappings()]
        runs = [dict(row) for row in connection.execute(select(tables.runs)).mappings()]
    empty = cases.new(folder, store=store)

    def work():
        with (
            empty.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            connection.execute(insert(tables.runs), runs)
            connection.execute(insert(tables.documents), texts)
            connection.execute(insert(tables.claims), rows)

    spent, _ = timed(work)
    empty.close()
    return spent


def stores(server: str, folder: Path):
    """Yield addresses of empty stores: "" for a file, or a schema of its own on a server."""
    for number in itertools.count():
        if not server:
            yield ""
            continue
        name = f"b{folder.name[-6:].lower()}{number}"
        engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"))
        with engine.begin() as connection:
            connection.execute(text(f'CREATE SCHEMA "{name}"'))
        engine.dispose()
        yield f"{server}?options=-csearch_path%3D{name}"


def importing(folder: Path, claims: int, server: str):
    """Measure the import and plain inserts by turns, after one that warms up; return a case."""
    export_of(folder / "small", 20)
    fresh = stores(server, folder)
    import_case(folder / "small", folder / "warm", store=next(fresh)).close()
    pairs, big = [], None
    for number in range(ROUNDS):
        store = next(fresh)
        spent, big = timed(
            lambda n=number, at=store: import_case(folder / "export", folder / f"big{n}", store=at)
        )
        pairs.append((spent, plain(big, folder / f"plain{number}", next(fresh))))
        if number < ROUNDS - 1:
            big.close()
    ratio = statistics.median(one / other for one, other in pairs)
    every = ", ".join(f"{one:.2f} / {other:.2f} s" for one, other in pairs)
    print(
        f"import of {claims:,} claims / plain inserts, {big.engine.dialect.name}: {every}; ratio {ratio:.2f}"
    )
    return big


def adding(case, first: int, rounds: int = 15) -> tuple[float, float]:
    """Return the median seconds to keep a report that was read: all of it, and without proposing."""
    whole = [
        timed(lambda n=n: growing.add(case, [page(n)]))[0] for n in range(first, first + rounds)
    ]

    def keep(one):
        with case.writing("add") as run:
            taking.put(run, one, taking.keys_of(one))

    bare = [timed(lambda n=n: keep(page(n)))[0] for n in range(first + rounds, first + 2 * rounds)]
    return statistics.median(whole), statistics.median(bare)


def main() -> None:
    """Measure, and print a line for each."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    documents = claims // PER_DOCUMENT
    folder = Path(tempfile.mkdtemp(prefix="bench-store-"))
    try:
        export_of(folder / "export", documents)
        big = importing(folder, claims, "")
        print(
            f"status: {statistics.median(timed(lambda: history.status(big))[0] for _ in range(5)):.3f} s"
        )
        for words in ("sector 42", "blockade the port", "dravia troops sector 13"):
            search(big, words)
            print(
                f"search {words!r}, warm: {statistics.median(timed(lambda w=words: search(big, w))[0] for _ in range(9)):.3f} s"
            )
        empty = cases.new(folder / "empty")
        first = documents + 1
        growing.add(empty, [page(first)])
        with big.writing("edit") as run:  # the same model in both
            versions.put(run, versions.current(empty).text)
        growing.add(big, [page(first)])
        small, small_bare = adding(empty, first + 1)
        large, large_bare = adding(big, first + 1)
        print(
            f"keeping a report that was read: {small_bare * 1e3:.1f} ms in an empty case, {large_bare * 1e3:.1f} ms in the large one; ratio {large_bare / small_bare:.2f}"
        )
        print(
            f"with what it proposes: {small * 1e3:.1f} ms and {large * 1e3:.1f} ms; ratio {large / small:.2f}"
        )
        if len(sys.argv) > 2:
            (folder / "server").mkdir()
            export_of(folder / "server" / "export", documents)
            importing(folder / "server", claims, sys.argv[2]).close()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
