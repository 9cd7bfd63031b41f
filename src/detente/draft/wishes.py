"""What a decision maker is taken to want, and in which order it stands in the draft.

======  ===========  ========================================================
tier    kind         example
======  ===========  ========================================================
0       red line     ``!nato.troops``
1       feared       ``!russia.technology``
2       reply        ``technology if south_korea.lethal_weapons``
3       committed    its own acts: done, going on, planned, ruled out
4       demand       ``!argentina.occupation``
5       stake        assumed: it minds what is done against it
6       open         its own acts that are only considered: the sign is unknown
7       cost         assumed: acting costs something, all else equal
8       raised       its own acts that are only said to be possible: the sign is unknown
======  ===========  ========================================================
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from detente.draft.beliefs import confidence
from detente.model.conflict import Order, Sign, Statement
from detente.read.claim import Claim

MOST_CITED = 12
"""A part of the model names at most so many claims; its confidence counts all of them."""

Kind = Literal[
    "red_line", "feared", "reply", "committed", "demand", "stake", "open", "cost", "raised"
]
_TIERS: tuple[Kind, ...] = (
    "red_line",
    "feared",
    "reply",
    "committed",
    "demand",
    "stake",
    "open",
    "cost",
    "raised",
)
_ORDER: dict[Kind, Order] = {
    "red_line": "known",
    "feared": "partly",
    "reply": "partly",
    "committed": "partly",
    "demand": "partly",
    "stake": "unknown",
    "open": "unknown",
    "cost": "known",
    "raised": "unknown",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """One priority before it is weighed and placed.

    `base` is its figure from the table; `about` names the one act of another
    decision maker (or of its own) that a plain wish speaks of, with its sign.
    """

    owner: str
    statement: str
    kind: Kind
    base: float
    claims: tuple[Claim, ...] = ()
    assumed: str = ""
    sign: Sign = "known"

    @property
    def tier(self) -> int:
        """Its place among the kinds."""
        return _TIERS.index(self.kind)

    @property
    def order(self) -> Order:
        """Whether its place among the priorities is known."""
        return _ORDER[self.kind]


def settled(wishes: Iterable[Wish]) -> dict[str, list[Wish]]:
    """Return each decision maker's wishes, each statement once, most important first.

    Parameters
    ----------
    wishes : iterable of Wish
        In the order of the text.

    Returns
    -------
    dict of str to list of Wish
        By owner. A statement that comes twice keeps its highest tier and the
        claims of both. What is only assumed gives way to what a claim says of
        the same act.
    """
    by_owner: dict[str, dict[str, Wish]] = {}
    for wish in wishes:
        mine = by_owner.setdefault(wish.owner, {})
        other = mine.get(wish.statement)
        mine[wish.statement] = wish if other is None else _merged(other, wish)
    return {owner: _ranked(list(mine.values())) for owner, mine in by_owner.items()}


def _merged(one: Wish, other: Wish) -> Wish:
    """Keep the higher tier, and the stronger claims where the tier is the same."""
    first, second = sorted((one, other), key=lambda wish: (wish.tier, -wish.base))
    told = first.claims if second.assumed and not first.assumed else (*first.claims, *second.claims)
    claims = {claim.id: claim for claim in told}
    equals = [wish for wish in (one, other) if wish.tier == first.tier]
    return replace(
        first,
        claims=tuple(claims.values()),
        assumed=first.assumed if all(wish.assumed for wish in equals) else "",
        sign="known" if "known" in {wish.sign for wish in equals} else "unknown",
    )


def _ranked(wishes: list[Wish]) -> list[Wish]:
    said = {wish.statement: wish.tier for wish in wishes}
    kept = [
        wish
        for wish in wishes
        if not (wish.kind in {"stake", "cost"} and _contradicted(wish, said))
        and not (wish.kind in {"open", "raised"} and _contradicted(wish, said, above=3))
    ]
    return sorted(kept, key=lambda wish: wish.tier)


def _contradicted(wish: Wish, said: dict[str, int], above: int = 4) -> bool:
    opposite = wish.statement[1:] if wish.statement.startswith("!") else f"!{wish.statement}"
    return said.get(opposite, 99) <= above


def stated(wish: Wish) -> Statement:
    """Return a wish as the model's statement, with its confidence and its evidence."""
    return Statement(
        statement=wish.statement,
        confidence=confidence(wish.base, wish.claims, wish.owner),
        order=wish.order,
        sign=wish.sign,
        because=cited(wish.claims),
        assumed=wish.assumed,
    )


def cited(claims: Iterable[Claim]) -> list[str]:
    """Return the ids of the claims that a part of the model names, in their order.

    At most `MOST_CITED`: one of each source first, then the earliest.
    """
    told = list(dict.fromkeys(claims))
    if len(told) > MOST_CITED:
        first = {(claim.document, claim.speaker): k for k, claim in reversed(list(enumerate(told)))}
        ranked = sorted(range(len(told)), key=lambda k: (k not in first.values(), k))
        told = [told[k] for k in sorted(ranked[:MOST_CITED])]
    return list(dict.fromkeys(claim.id for claim in told))
