"""How much memory a solve takes, asked before any of it is taken."""

import os
from pathlib import Path

from detente.errors import TooLargeError

LANE_BYTES = 4 * 8


def needed(masks: int, actors: int, concepts: int, threads: int) -> int:
    """Return about how many bytes solving takes on top of the game, from above.

    Verdicts are a byte each; the orders of the masks by group take 4 bytes for
    each decision maker and mask; each thread works on one block of labels.
    """
    verdicts = concepts * actors
    orders = 2 * 4 * actors
    work = threads * (LANE_BYTES + 4 * 6)
    return masks * (verdicts + orders + work)


def available() -> int:
    """Return how many bytes of memory this machine can still give."""
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    if "SC_PHYS_PAGES" in getattr(os, "sysconf_names", {}):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return 4 << 30


def check(masks: int, actors: int, concepts: int, threads: int) -> None:
    """Refuse what wouldn't fit, before anything is allocated.

    Raises
    ------
    TooLargeError
        With the size asked for and the largest number of options that fits.
    """
    asked, there = needed(masks, actors, concepts, threads), available()
    if asked <= there:
        return
    options = masks.bit_length() - 1
    while options and needed(1 << options, actors, concepts, threads) > there:
        options -= 1
    raise TooLargeError(
        f"solving {masks} states for {actors} decision makers takes about "
        f"{asked / 2**30:.1f} GiB and {there / 2**30:.1f} GiB are free",
        f"ask for fewer concepts, or model at most {options} options",
    )


def check_bytes(asked: int, what: str) -> None:
    """Refuse a result that wouldn't fit, before it is allocated.

    Raises
    ------
    TooLargeError
        With the size asked for and what is free.
    """
    there = available()
    if asked > there:
        raise TooLargeError(
            f"{what} would take {asked / 2**30:.1f} GiB and {there / 2**30:.1f} GiB are free",
            "ask for fewer at a time",
        )
