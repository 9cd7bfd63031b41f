"""What each decision maker wants, claim by claim.

Each rule is a generator from the acts and claims of a draft to wishes; what it
does is the first line of its docstring, and all of them are tabled in
``docs/theory/drafting.md``.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from detente.draft.acts import Act, grave, stance
from detente.draft.beliefs import table
from detente.draft.lexicon import lexicon
from detente.draft.links import Link
from detente.draft.mention import DONE, Mention
from detente.draft.sides import Sides
from detente.draft.wishes import Kind, Wish
from detente.model.conflict import Status
from detente.read.claim import Claim

_STRENGTH: tuple[Status, ...] = ("planned", "threatened", "considered", "possible", "demanded")

_FORCES = frozenset({"troops", "ships", "aircraft", "missiles", "tanks", "force", "drones"})

_COST = "acting costs something, all else equal"

_HELPED = "it welcomes what is done in its favour"

_HARMED = "it minds what is done against it"

_RIVAL_HELPED = "it minds what is done for its rival"

_FRIEND_HARMED = "it minds what is done against one that it stands by"


def status(act: Act) -> Status:
    """Return how far an act has gone: the strongest claim, unless it was ruled out last.

    An act that is nowhere said to be done, and of which only a red line or a
    consequence speaks, is ``possible``.
    """
    if act.now:
        last = [one.status for one in act.said if one.now]
        return "ongoing" if "ongoing" in last else "done"
    said = [
        one
        for one in act.said
        if one.status is not None
        and one.status not in DONE
        and one.role != "reply"
        and (act.generic or not one.sense.generic)
    ]
    ruled = [one.place for one in said if one.claim.negated or one.status == "ruled_out"]
    open_ = [one for one in said if one.place not in ruled]
    if ruled and all(one.place < ruled[-1] or one.status == "demanded" for one in open_):
        return "ruled_out"
    found = {one.status for one in open_}
    if any(one.sense.generic and one.status in {"planned", "considered"} for one in act.said):
        found.add("considered")
    for one in act.said:
        if one.role == "reply" and not one.claim.negated:
            meant = one.claim.speaker == act.actor and stance(act) == "against"
            found.add("threatened" if meant or one.status == "threatened" else "possible")
    return next((one for one in _STRENGTH if one in found), "possible")


def own(acts: Iterable[Act], answers: AbstractSet[str]) -> Iterator[Wish]:
    """Take it to want what it does or plans, not what it rules out; the rest is open.

    `answers` are the acts that are somebody's reply to another's: unless their
    owner weighs them itself, they are wanted as replies only.
    """
    figures = table()["own"]
    for act in acts:
        how = status(act)
        claims = _claims(
            one
            for one in act.said
            if one.role == "act" and one.status not in {*DONE, "threatened", None}
        )
        if how in {"done", "ongoing"}:
            now = _claims(one for one in act.said if one.now)
            yield Wish(act.actor, act.option, "committed", figures[how], now)
            yield from _leaving(act, figures)
        elif how == "planned":
            planned = _claims(one for one in act.said if one.status == how and one.role == "act")
            yield Wish(act.actor, act.option, "committed", figures[how], planned)
        elif how == "ruled_out":
            ruled = _claims(
                one for one in act.said if one.claim.negated or one.status == "ruled_out"
            )
            yield Wish(act.actor, f"!{act.option}", "committed", figures[how], ruled)
        elif how in figures and claims and (how == "considered" or act.name not in answers):
            kind: Kind = "raised" if how == "possible" else "open"
            yield Wish(act.actor, act.option, kind, figures[how], claims, sign="unknown")
        if how not in {"done", "ongoing", "planned", "ruled_out"}:
            yield Wish(
                act.actor,
                f"!{act.option}",
                "cost",
                table()["base"]["cost_grave" if grave(act) else "cost"],
                assumed="so grave an act costs much" if grave(act) else _COST,
            )


def _leaving(act: Act, figures: dict[str, float]) -> Iterator[Wish]:
    """Yield the wish to end what it does, where that is planned or considered."""
    ends = {
        how: [one for one in act.ended if one.status == how] for how in ("planned", "considered")
    }
    stop = f"!{act.option}"
    if ends["planned"]:
        yield Wish(act.actor, stop, "committed", figures["planned"], _claims(ends["planned"]))
    elif ends["considered"]:
        claims = _claims(ends["considered"])
        yield Wish(act.actor, stop, "open", figures["considered"], claims, sign="unknown")


def demands(acts: Iterable[Act], deciders: Iterable[str]) -> Iterator[Wish]:
    """Take whoever demands an act, or its end, of another to want it."""
    may, figure = set(deciders), table()["base"]["demand"]
    for act in acts:
        for one in act.every:
            who = one.claim.speaker
            if one.status == "demanded" and who in may and who != act.actor:
                taken = one.claim.negated == (one in act.ended)
                wanted = str(Link(act, taken))
                yield Wish(who or "", wanted, "demand", figure, (one.claim,))


def stakes(acts: Iterable[Act], deciders: Iterable[str], sides: Sides) -> Iterator[Wish]:
    """Assume that it minds what is done against it or for its rival, and welcomes help."""
    may = list(deciders)
    figures = table()["base"]
    for act in acts:
        target, way = act.target, stance(act)
        if target is None or sides.same(target, act.actor):
            continue
        if frozenset((act.actor, target)) in sides.opposed:
            way = _among_opponents(act, way)
        if way is None:
            continue
        helps = (way == "for") is not act.undo
        if target in may:
            claims = _claims(one for one in act.said if one.claim.target == target)
            yield Wish(
                target,
                str(Link(act, helps)),
                "stake",
                figures["helped" if helps else "harmed"],
                claims,
                _HELPED if helps else _HARMED,
            )
        minded = sides.rivals if helps else sides.friends
        for other in may:
            if other not in {target, act.actor} and target in minded.get(other, {}):
                yield Wish(
                    other,
                    f"!{act.name}",
                    "stake",
                    figures["bystander"],
                    (minded[other][target],),
                    _RIVAL_HELPED if helps else _FRIEND_HARMED,
                )


def _among_opponents(act: Act, way: str | None) -> str | None:
    """Return how an act is meant towards an opponent: forces are no help, nor is a vague favour."""
    if act.thing in _FORCES or act.event == "MOBILIZE":
        return "against"
    if way == "for" and act.verb not in lexicon().stance["for"]:
        return None
    return way


def _claims(mentions: Iterable[Mention]) -> tuple[Claim, ...]:
    return tuple(dict.fromkeys(one.claim for one in mentions))
