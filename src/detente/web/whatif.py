"""What if: options forced or forbidden, priorities in another order, beside the baseline.

A question stands in the page's address, so that it can be sent on: ``if-a.arm=yes``
forces an option and ``no`` forbids it; ``know-`` and the name of an unknown settles
that; ``order-a=2 1`` puts the second priority of `a` first, and one whose number is
left out is dropped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from detente.errors import InputError, NotFoundError
from detente.forecast.result import Forecast
from detente.model.conflict import Conflict
from detente.web import answers
from detente.web.ordering import Orders

LONGEST = 9
MOST_HORIZON = 40
MOST_ORDER = 1000
MOST_KNOWN = 16
KNOW = "know-"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a forecast."""

    draws: int
    seed: int
    horizon: str | None
    assume: tuple[tuple[str, bool], ...] = ()
    orders: Orders = ()

    @property
    def supposes(self) -> bool:
        """Whether anything is supposed that the model doesn't say."""
        return bool(self.assume or self.orders)


@dataclass(frozen=True, slots=True, eq=False)
class WhatIf:
    """A question with its answer, and the baseline's where something is supposed."""

    question: Question
    baseline: Forecast
    supposed: Forecast | None

    @property
    def shown(self) -> Forecast:
        """The forecast that is asked for."""
        return self.supposed or self.baseline


def question(text: str, query: QueryParams) -> Question:
    """Return what an address asks of the forecast of a model.

    Raises
    ------
    InputError
        If a number is none, or an order isn't one of the priorities there are.
    """
    conflict = answers.conflict(text)
    names = answers.game(text).options
    known = sorted(key for key in query if key.startswith(KNOW))[:MOST_KNOWN]
    asked = [(name, f"if-{name}") for name in names] + [(key[len(KNOW) :], key) for key in known]
    assume = tuple(
        (name, said == "yes")
        for name, key in asked
        if (said := query.get(key, "")) in {"yes", "no"}
    )
    orders = tuple(
        (dm, order)
        for dm in conflict.decision_makers
        if (order := _order(conflict, dm, query.get(f"order-{dm}", ""))) is not None
    )
    return Question(
        draws=_count(query.get("draws", ""), "draws", answers.usual_draws(text)),
        seed=_count(query.get("seed", ""), "seed", 0),
        horizon=query.get("horizon", "").strip()[:MOST_HORIZON] or None,
        assume=assume,
        orders=orders,
    )


def address(asked: Question, **more: str) -> str:
    """Return the address of a question, with some of its fields put otherwise."""
    query = {"horizon": asked.horizon or "", "draws": str(asked.draws), "seed": str(asked.seed)}
    for name, said in asked.assume:
        query[f"{KNOW if ':' in name else 'if-'}{name}"] = "yes" if said else "no"
    query |= {f"order-{dm}": " ".join(str(n + 1) for n in order) for dm, order in asked.orders}
    return f"/forecast?{urlencode({name: one for name, one in (query | more).items() if one})}"


def forecasts(text: str, query: QueryParams) -> WhatIf:
    """Return what an address asks with its answers; a job makes them ahead, and they are kept."""
    asked = question(text, query)
    baseline = answers.foreseen(text, asked.draws, asked.seed, asked.horizon)
    supposed = None
    if asked.supposes:
        supposed = answers.foreseen(
            text, asked.draws, asked.seed, asked.horizon, asked.assume, asked.orders
        )
    return WhatIf(asked, baseline, supposed)


def _order(conflict: Conflict, dm: str, given: str) -> tuple[int, ...] | None:
    """Return the order that is supposed, by number from 0; None where it is the model's own."""
    stated = conflict.decision_makers[dm].priorities or []
    if not given.strip() or not stated:
        return None
    said = re.split(r"[\s,]+", given.strip()[:MOST_ORDER].strip(","))
    if any(not re.fullmatch(r"[0-9]{1,4}", one) for one in said):
        raise InputError(
            f"{given.strip()[:40]!r} is no order of the {len(stated)} priorities of {dm}",
            f"write their numbers, from 1 to {len(stated)}, the most important first",
        )
    return order_of(conflict, dm, [int(one) for one in said])


def order_of(conflict: Conflict, dm: str, numbers: Sequence[int]) -> tuple[int, ...] | None:
    """Return an order of somebody's priorities, by number from 0; None if it is the model's own.

    Parameters
    ----------
    conflict : Conflict
        The model.
    dm : str
        Whose priorities.
    numbers : sequence of int
        Their numbers, from 1, the most important first.

    Raises
    ------
    NotFoundError
        If there is no such decision maker.
    InputError
        If a number stands for no priority, or stands twice.
    """
    if dm not in conflict.decision_makers:
        raise NotFoundError(
            f"there is no decision maker {dm!r}", f"there are {', '.join(conflict.decision_makers)}"
        )
    size = len(conflict.decision_makers[dm].priorities or ())
    if not size or any(not 1 <= one <= size for one in numbers):
        shown = " ".join(map(str, numbers[:20]))
        raise InputError(
            f"{shown!r} is no order of the {size} priorities of {dm}",
            f"write their numbers, from 1 to {size}, the most important first",
        )
    if len(set(numbers)) < len(numbers):
        raise InputError(f"in the order of {dm} a number stands twice", "name each once")
    order = tuple(one - 1 for one in numbers)
    return None if order == tuple(range(size)) else order


def _count(given: str, name: str, default: int) -> int:
    said = given.strip()
    if not said:
        return default
    if not re.fullmatch(rf"[0-9]{{1,{LONGEST}}}", said):
        raise InputError(f"{name} {said[:20]!r} is no count", "write a whole number")
    return int(said)
