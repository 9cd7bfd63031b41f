"""The files of a folder that are articles, and what is said of the others."""

import os
from collections import Counter
from collections.abc import Container, Iterator
from pathlib import Path

_OWN = (".jsonl", ".yaml", ".yml", ".meta.json")  # corrections and models, which aren't articles
_MOST_NAMED = 8


def in_folder(
    path: Path, suffixes: Container[str], unread: list[str] | None = None
) -> Iterator[Path]:
    """Yield the files of a folder that can be articles, hidden ones left out, in their order.

    What is no article by its suffix is passed over and counted; a folder that can't be
    opened is told.
    """

    def closed(trouble: OSError) -> None:
        if unread is not None:
            unread.append(f"{trouble.filename}: can't be opened ({reason(trouble)})")

    passed: Counter[str] = Counter()
    found: list[Path] = []
    for place, folders, names in os.walk(path, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(place, name)
            if name.startswith(".") or name.endswith(_OWN):
                continue
            if file.suffix.lower() in suffixes and file.is_file():
                found.append(file)
            else:
                passed[file.suffix.lower() or name] += 1
    if unread is not None and passed:
        kinds = ", ".join(sorted(passed)[:_MOST_NAMED])
        unread.append(
            f"{path}: {passed.total()} of its files passed over, as they are no articles ({kinds})"
        )
    yield from sorted(found)


def reason(trouble: Exception) -> str:
    """Return why the system refused something, in its own words."""
    return (getattr(trouble, "strerror", None) or str(trouble)).lower()
