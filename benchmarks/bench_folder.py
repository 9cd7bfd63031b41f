"""How much memory the reader holds over a long folder, and how fast it gets through.

``python benchmarks/bench_folder.py [articles] [workers]`` writes that many articles
(10,000 unless said) into a folder that it removes again: passages of
``evaluation/dev`` with the states, the numbers and a good share of the names
changed, so that no two are the same and new words keep coming. It reads them
with ``read_each`` and prints, every so often, the memory held, in this process
and in its workers, and the words read a second.
"""

import random
import re
import sys
import tempfile
import time
from pathlib import Path

from detente.read.formats import documents
from detente.read.reading import read_each

STATES = [
    "Peru",
    "Chile",
    "Bolivia",
    "Ghana",
    "Togo",
    "Benin",
    "Kenya",
    "Uganda",
    "Sudan",
    "Chad",
    "Niger",
    "Mali",
    "Egypt",
    "Libya",
    "Tunisia",
    "Jordan",
    "Syria",
    "Iraq",
    "Iran",
    "Oman",
    "Qatar",
    "Kuwait",
    "India",
    "Nepal",
    "Laos",
    "Vietnam",
    "Japan",
    "Fiji",
    "Norway",
    "Sweden",
]
NAMES = re.compile(r"\b[A-Z][a-z]{3,}\b")
SOUNDS = [
    "ba",
    "de",
    "fi",
    "go",
    "lu",
    "ma",
    "ne",
    "pi",
    "ro",
    "sa",
    "te",
    "vu",
    "wo",
    "xa",
    "ye",
    "zi",
    "kra",
    "stel",
    "dor",
    "mun",
]
SHARE = 0.3  # of the names that are changed in each article


def reworded(text: str, chance: random.Random) -> str:
    """Return a text with states, names and numbers changed."""
    changed: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        name = match.group()
        if name not in changed:
            made = "".join(chance.choices(SOUNDS, k=3)).capitalize()
            new = chance.choice(STATES) if name in STATES else made
            changed[name] = new if chance.random() < SHARE else name
        return changed[name]

    text = NAMES.sub(other, text)
    return re.sub(r"\d+", lambda match: str(chance.randint(2, 10 ** len(match.group()))), text)


def held() -> float:
    """Return the memory that this process and its children hold now, in MB."""
    pages = 0
    me = str(Path("/proc/self").resolve().name)
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = status.read_text()
        except OSError:
            continue
        own = status.parent.name == me or f"\nPPid:\t{me}\n" in told
        size = re.search(r"VmRSS:\s+(\d+)", told)
        pages += int(size.group(1)) if own and size else 0
    return pages / 1024


def main() -> None:
    """Write the folder, read it, print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    passages = [path.read_text("utf-8") for path in sorted(Path("evaluation/dev").glob("*.txt"))]
    chance = random.Random(7)  # noqa: S311 - no secret hangs on it
    with tempfile.TemporaryDirectory() as place:
        for number in range(count):
            text = reworded(passages[number % len(passages)], chance)
            Path(place, f"{number:06}.txt").write_text(text, "utf-8")
        print("articles   MB held   words/s   claims")
        words = claims = 0
        began = time.perf_counter()
        for number, page in enumerate(read_each(documents([place]), workers=workers), 1):
            words += page.document.text.count(" ") + 1
            claims += len(page.claims)
            if number in {100, 500} or number % 1000 == 0 or number == count:
                pace = words / (time.perf_counter() - began)
                print(f"{number:8} {held():9.0f} {pace:9.0f} {claims:8}", flush=True)


if __name__ == "__main__":
    main()
