"""Acts named only by their kind: "measures", "intervention", "help", "respond in kind".

Such a word means the act that was just spoken of, or the one act of its kind that the
actor still has before it; else it is an act of its own where its words say enough, and
otherwise nothing.
"""

from collections import defaultdict

from detente.draft.acts import Act, hostile, military, stance
from detente.draft.lexicon import lexicon
from detente.draft.mention import DONE, HARD, Mention

_TURNS = frozenset({"respond", "react", "move", "step", "draw", "support", "suspend", "renew"})

_WITH = frozenset({"COOPERATE", "AID", "SUPPORT"})

_TELLING = (("support",), ("back",), ("help",), ("pressure",))

_TOGETHER = frozenset({"cooperation", "co-operation", "collaboration"})

_JUST_NOW = 120


def settle(found: list[Act], general: list[Mention]) -> None:
    """Give each act named only by its kind to the act it means, or let it stand."""
    left: dict[tuple[str, str, bool, str], list[Mention]] = defaultdict(list)
    for one in sorted(general, key=lambda one: one.place):
        host = _host(found, one)
        if host is not None:
            (host.ended if one.sense.undo else host.said).append(one)
        elif one.sense.generic == "military" or _stands_alone(one):
            told = "" if one.sense.generic == "military" else one.sense.words[0]
            left[one.actor, one.sense.generic, one.sense.undo, told].append(one)
    for act in found:
        act.said.sort(key=lambda one: one.place)
    found += [
        Act(actor, "", "", said=said, generic=kind, undo=undo)
        for (actor, kind, undo, _), said in left.items()
    ]


def _host(found: list[Act], one: Mention) -> Act | None:
    """Return the act that a word for its kind means: the one just spoken of, else a likely one."""
    hosts = _meant(found, one)
    near = _close_by(hosts, one)
    if near is not None:
        return near
    if one.sense.generic == "any":  # "help", "a step" far from it may be anything
        hosts = [act for act in hosts if _announces_it(act, one, alone=len(hosts) == 1)]
    return min(hosts, key=Act.weighs, default=None)


def _announces_it(act: Act, one: Mention, *, alone: bool) -> bool:
    """Whether measures and answers that are announced are an act spoken of elsewhere.

    That is force or pressure threatened against the same one, or the one act of force,
    pressure or arms that the actor still has before it.
    """
    claim = one.claim
    threat = one.role in {"reply", "forbidden"} or claim.status in {"threatened", "planned"}
    if not threat or act.now or claim.event not in lexicon().stance["against_events"]:
        return False
    grades = lexicon().grades
    if alone and (act.verb in grades["force"] | grades["pressure"] or act.thing in grades["arms"]):
        return True
    told = {said.status for said in act.said}
    against = {claim.target, act.target} - {None}
    same = len(against) < 2  # noqa: PLR2004 - as far as the report says
    return same and bool(told & {"threatened", "planned"})


def _stands_alone(one: Mention) -> bool:
    """Whether a word for any act is one itself: "helps Iran", "threatened retaliatory measures"."""
    claim = one.claim
    if one.role != "act" or not claim.target:
        return False
    announced = claim.event in HARD and claim.status in {"threatened", "planned"}
    telling = bool(claim.event) and one.sense.words[:1] in _TELLING
    return announced or telling or _told_whole(one)


def _told_whole(one: Mention) -> bool:
    """Whether the words say more than that something is done: "respond in kind", "move on Assab"."""
    words = (one.claim.action or "").lower().split()
    open_ = one.sure and one.status not in DONE and not one.claim.negated
    return open_ and len(words) > 1 and words[0] in _TURNS


def _close_by(hosts: list[Act], one: Mention) -> Act | None:
    """Return the act that was just spoken of: "considers recognition, a step that..."."""
    near = [
        (one.claim.start - said.claim.start, -said.place, act)
        for act in hosts
        for said in act.said
        if said.claim.document == one.claim.document
        and 0 <= one.claim.start - said.claim.start <= _JUST_NOW
    ]
    return min(near, key=lambda each: each[:2])[2] if near else None


def _meant(found: list[Act], one: Mention) -> list[Act]:
    """Return the acts that a word for their kind may mean here."""
    mine = [act for act in found if act.actor == one.actor and not act.generic and not act.undo]
    current = [act for act in mine if act.now]
    open_ = [act for act in mine if not act.now]
    mine = current if one.now or (one.sense.undo and current) else open_
    if one.sense.generic == "military":
        mine = [act for act in mine if military(act)]
    event, ways = one.claim.event, lexicon().stance
    if _TOGETHER & set(one.sense.words):
        if one.sense.undo:
            return []  # "end that cooperation" is no end of a war
        event = "COOPERATE"
    if event is None:
        return mine
    if one.sense.generic == "any" and event in _WITH:
        mine = [*current, *open_]  # "supports them" says that it helps, not with what
    if event in ways["against_events"]:
        if one.sense.generic == "any":  # "measures" may be weapons for a foe, but no cargo by ship
            return [act for act in mine if _pressing(act)]
        return [act for act in mine if stance(act) != "for"]
    if one.sense.generic == "military":
        return [act for act in mine if act.now or stance(act) == "for"] if event in _WITH else mine
    return [act for act in mine if act.event == event or _alike(act, one)]


def _pressing(act: Act) -> bool:
    """Whether an act is one of force or pressure, or has to do with arms."""
    return hostile(act) or act.thing in lexicon().grades["arms"]


def _alike(act: Act, one: Mention) -> bool:
    """Whether an act helps the same one as a mention of support does."""
    return stance(act) == "for" and one.claim.event in _WITH and act.target == one.claim.target
