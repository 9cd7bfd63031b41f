"""The curves of a forecast: how likely each step is by each month, with its interval.

One small picture for each option, all to one scale, drawn here as SVG; the page has
the same as a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from detente.report import words

WIDE, HIGH = 260, 132
LEFT, RIGHT, TOP, BOTTOM = 42, 8, 8, 20
STEPS = (0.05, 0.1, 0.25, 0.5, 1.0)
MANY_MONTHS = 2.0
DAYS = 365.25 / 12
"""The days of a month, on the average."""


@dataclass(frozen=True, slots=True)
class Curve:
    """How likely an option is by each of the times, and between what bounds.

    `base` is the baseline's, empty where there is nothing to compare with.
    """

    says: str
    months: tuple[float, ...]
    chance: tuple[float, ...]
    band: tuple[tuple[float, float], ...]
    base: tuple[float, ...] = ()


def top(curves: Sequence[Curve]) -> float:
    """Return the largest value of the axis that all curves share.

    Examples
    --------
    >>> top([Curve("x", (1.0,), (0.07,), ((0.05, 0.09),))])
    0.1
    """
    highest = max(
        (
            max(*(high for _, high in one.band), *one.base, *one.chance)
            for one in curves
            if one.months
        ),
        default=0.0,
    )
    return next((step for step in STEPS if highest <= step), 1.0)


def when(months: float) -> str:
    """Return a span in words.

    Examples
    --------
    >>> when(6.0), when(0.5), when(1.0), when(24.0)
    ('6 months', '15 days', '1 month', '2 years')
    """
    if months < MANY_MONTHS and months != 1:
        days = round(months * DAYS)
        return f"{days} day{'' if days == 1 else 's'}"
    if months >= 24 and months % 12 == 0:  # noqa: PLR2004 - two years
        return f"{months / 12:g} years"
    return f"{months:g} month{'' if months == 1 else 's'}"


def drawn(one: Curve, most: float, name: str) -> str:
    """Draw one curve.

    Parameters
    ----------
    one : Curve
        What is drawn.
    most : float
        The largest value of the axis, from `top`.
    name : str
        Prefix of the ids in the picture, unique in the page.

    Returns
    -------
    str
        One ``<svg>`` element with a title and a description.
    """
    end = one.months[-1]
    across, down = WIDE - LEFT - RIGHT, HIGH - TOP - BOTTOM

    def at(month: float, p: float) -> str:
        return f"{LEFT + across * month / end:.1f} {TOP + down * (1 - min(p, most) / most):.1f}"

    def line(values: Sequence[float]) -> str:
        points = [at(0, 0), *(at(month, p) for month, p in zip(one.months, values, strict=True))]
        return f"M{'L'.join(points)}"

    lows, highs = [low for low, _ in one.band], [high for _, high in one.band]
    back = [at(month, p) for month, p in zip(one.months, lows, strict=True)][::-1]
    band = f"{line(highs)}L{'L'.join([*back, at(0, 0)])}Z"
    grid = "".join(
        f'<path class="grid" d="M{at(0, p)}L{at(end, p)}"/>'
        f'<text x="{LEFT - 5}" y="{float(at(0, p).split()[1]) + 3.5:.1f}" text-anchor="end">'
        f"{100 * p:g}%</text>"
        for p in (0.0, most / 2, most)
    )
    ticks = "".join(
        f'<text x="{float(at(month, 0).split()[0]):.1f}" y="{HIGH - 5}" text-anchor="{anchor}">'
        f"{escape(when(month) if month else 'now')}</text>"
        for month, anchor in ((0.0, "start"), (end, "end"))
    )
    base = f'<path class="base" d="{line(one.base)}"/>' if one.base else ""
    last = at(end, one.chance[-1]).split()
    return (
        f'<svg class="curve" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(one.says)}</title>'
        f'<desc id="{name}-d">{escape(described(one))}</desc>{grid}{ticks}'
        f'<path class="band" d="{band}"/>{base}<path class="line" d="{line(one.chance)}"/>'
        f'<circle class="end" cx="{last[0]}" cy="{last[1]}" r="3"/></svg>'
    )


def described(one: Curve) -> str:
    """Say in words what a curve shows.

    Examples
    --------
    >>> described(Curve("x", (1.0, 2.0), (0.1, 0.2), ((0.1, 0.1), (0.15, 0.25))))
    '10% by 1 month; 20% by 2 months, interval 15 to 25%.'
    """
    ends = [0, len(one.months) // 2, len(one.months) - 1]
    said = []
    for n in dict.fromkeys(ends):
        low, high = one.band[n]
        between = f", interval {words.interval(low, high)}" if low < high else ""
        said.append(f"{words.percent(one.chance[n])} by {when(one.months[n])}{between}")
    return f"{'; '.join(said)}."
