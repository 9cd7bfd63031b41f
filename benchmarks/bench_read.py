"""How fast the reader is, beside spaCy alone on the same text in the same run.

``python benchmarks/bench_read.py [texts...]`` prints, for texts of growing size,
words a second of spaCy's own pipeline as its model ships it, of the whole reader,
and their ratio;
then the memory after reading more and more documents, and what a second
process gains: seconds by the clock, which depend on who else uses the machine,
and of processor, which don't. Without arguments it reads the passages of ``evaluation/dev``.
"""

import resource
import sys
import time
from pathlib import Path

import spacy

from detente.read.claim import Document
from detente.read.reading import read_each, read_page
from detente.read.text import language

ROUNDS = 5


def texts() -> list[str]:
    """Return the texts to read."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(Path("evaluation/dev").glob("*.txt"))
    return [path.read_text("utf-8") for path in paths]


def best(*works) -> list[float]:
    """Return the shortest of a few runs of each, in seconds of this process, run in turn."""
    times = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            began = time.process_time()
            work()
            taken.append(time.process_time() - began)
    return [min(taken) for taken in times]


def megabytes() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def documents(found: list[str], count: int) -> list[Document]:
    """Return `count` documents made of the texts, round and round."""
    return [
        Document(f"d{n}", "", "2024-05-03", "bench", found[n % len(found)]) for n in range(count)
    ]


def plain() -> str:
    """Return the name of the language model in use, to load it as spaCy ships it."""
    meta = language.model().meta
    return f"{meta['lang']}_{meta['name']}"


def main() -> None:
    """Print the table."""
    found = texts()
    nlp = spacy.load(plain())
    read_page(documents(found, 1)[0])

    print("documents   words   spaCy words/s   reader words/s   ratio")
    for count in (1, 4, 16, 31):
        some = documents(found, count)
        words = sum(len(one.text.split()) for one in some)
        alone, whole = best(
            lambda some=some: list(nlp.pipe(one.text for one in some)),
            lambda some=some: list(read_each(some)),
        )
        print(
            f"{count:9} {words:7} {words / alone:15.0f} {words / whole:16.0f} {alone / whole:7.2f}"
        )

    print("\ndocuments   MB held")
    for count in (10, 100, 400):
        for _ in read_each(documents(found, count)):
            pass
        print(f"{count:9} {megabytes():9.0f}")

    print("\nprocesses   seconds   of processor   so long with a core for each")
    for count in (100, 300):
        some = documents(found, count)
        for workers in (1, 2):
            began, worked = time.perf_counter(), processor()
            for _ in read_each(some, workers=workers):
                pass
            taken, worked = time.perf_counter() - began, processor() - worked
            print(f"{workers:9} {taken:9.1f} {worked:14.1f} {worked / workers:12.1f} ({count})")


def processor() -> float:
    """Return the seconds of processor that this process and its ended children have used."""
    own, theirs = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime


if __name__ == "__main__":
    main()
