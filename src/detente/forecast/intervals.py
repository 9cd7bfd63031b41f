"""How far a share that was counted may be from the truth."""

from math import sqrt

Z = 1.959963984540054
"""Two-sided 95 % of the normal distribution."""


def wilson(share: float, n: float, z: float = Z) -> tuple[float, float]:
    """Return the Wilson interval of a share among `n` independent draws.

    Parameters
    ----------
    share : float
        In [0, 1].
    n : float
        Draws, above 0.
    z : float
        Width in standard errors; 1.96 is 95 %.

    Returns
    -------
    low, high : float
        ``0 <= low <= share <= high <= 1``. For a mean of chances instead of
        yes and no it is on the wide side, as chances vary less.

    References
    ----------
    .. [1] E. B. Wilson, "Probable inference, the law of succession, and
       statistical inference", *JASA* 22 (1927).

    Examples
    --------
    >>> low, high = wilson(0.0, 100)
    >>> low, round(high, 3)
    (0.0, 0.037)
    """
    centre = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return (
        max(0.0, min(share, (centre - half) / scale)),
        min(1.0, max(share, (centre + half) / scale)),
    )
