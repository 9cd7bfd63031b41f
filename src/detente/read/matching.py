"""When two quotes are the same find, and who is paired with whom.

Two spans of one text match when they share two thirds of the shorter one, or
30 % of what both cover together. Spans are paired one to one so that as many
as possible are paired, and among those pairings the one that overlaps most.
"""

from collections.abc import Sequence
from fractions import Fraction

Span = tuple[int, int]

OF_SHORTER = Fraction(2, 3)
OF_BOTH = Fraction(3, 10)
_REQUIRED = 1000.0  # a pair with a required span outweighs any number of border cases
_OPTIONAL = 1.0


def shared(a: Span, b: Span) -> int:
    """Return how many characters two spans share.

    Examples
    --------
    >>> shared((0, 10), (6, 20))
    4
    """
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def matches(a: Span, b: Span) -> bool:
    """Say whether two spans are the same find.

    Examples
    --------
    Two thirds of the shorter is enough, whatever the longer one is:

    >>> matches((0, 60), (50, 65)), matches((0, 60), (51, 66))
    (True, False)
    """
    common = shared(a, b)
    if not common:
        return False
    lengths = (a[1] - a[0], b[1] - b[0])
    together = sum(lengths) - common
    return common >= OF_SHORTER * min(lengths) or common >= OF_BOTH * together


def together(a: Span, b: Span) -> float:
    """Return the share of what two spans cover that both cover, 0 to 1."""
    common = shared(a, b)
    return common / ((a[1] - a[0]) + (b[1] - b[0]) - common) if common else 0.0


def pair(
    marked: Sequence[Span], claimed: Sequence[Span], optional: Sequence[bool] = ()
) -> list[tuple[int, int]]:
    """Pair marked spans with claimed ones, one to one, at best.

    Parameters
    ----------
    marked, claimed : sequence of (int, int)
        Starts and ends in one text.
    optional : sequence of bool
        Which of the marked spans are border cases; such a one never takes a
        claim away from a required one. Left out: none is.

    Returns
    -------
    list of (int, int)
        Indices into `marked` and `claimed`, ascending; no index stands twice,
        and every pair matches. As many required spans as possible are paired.

    Notes
    -----
    The Hungarian method, O(n²m) for the few dozen claims of a passage.

    Examples
    --------
    Greed would give the long claim to the first mark and leave the second alone:

    >>> pair([(0, 30), (0, 10)], [(0, 11), (0, 40)])
    [(0, 1), (1, 0)]
    """
    soft = list(optional) or [False] * len(marked)
    gains = [
        [
            (_OPTIONAL if soft[m] else _REQUIRED) + together(one, other)
            if matches(one, other)
            else 0.0
            for other in claimed
        ]
        for m, one in enumerate(marked)
    ]
    return [(m, c) for m, c in _best(gains, len(claimed)) if gains[m][c] > 0]


def _best(gains: list[list[float]], columns: int) -> list[tuple[int, int]]:
    """Return the assignment of rows to columns with the greatest sum of gains.

    Rows enter one by one along the cheapest alternating path, with potentials
    that keep reduced costs from going below zero (Kuhn 1955, Munkres 1957).
    Each row has a column of its own beyond the real ones, where it gains 0.
    """
    rows = len(gains)
    width = columns + rows
    cost = [[-gain for gain in row] + [0.0] * rows for row in gains]
    row_level = [0.0] * (rows + 1)
    column_level = [0.0] * (width + 1)
    owner = [0] * (width + 1)  # the row of a column, counted from 1; 0 is none
    for row in range(1, rows + 1):
        owner[0] = row
        column = 0
        least = [float("inf")] * (width + 1)
        came_from = [0] * (width + 1)
        used = [False] * (width + 1)
        while owner[column]:
            used[column] = True
            at = owner[column]
            step, following = float("inf"), 0
            for c in range(1, width + 1):
                if used[c]:
                    continue
                reduced = cost[at - 1][c - 1] - row_level[at] - column_level[c]
                if reduced < least[c]:
                    least[c], came_from[c] = reduced, column
                if least[c] < step:
                    step, following = least[c], c
            for c in range(width + 1):
                if used[c]:
                    row_level[owner[c]] += step
                    column_level[c] -= step
                else:
                    least[c] -= step
            column = following
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    return sorted((owner[c] - 1, c - 1) for c in range(1, columns + 1) if owner[c])
