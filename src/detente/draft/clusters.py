"""Mentions of one act in different words made one act.

Two mentions of an actor are one act when verb, object and direction agree. The
marks of escalation (``lethal``, ``nuclear``, ``more``) part what is done from
what is not: where weapons are supplied now and lethal weapons are considered,
these are two acts; where nothing is supplied, "weapons" is short for "lethal
weapons". The end of an act ("withdraw troops") is the act with a minus. An act
named only by its kind ("intervention", "measures") is the act of that kind
that is spoken of most.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from detente.draft.acts import Act
from detente.draft.kinds import settle
from detente.draft.lexicon import lemma, lexicon, tokens
from detente.draft.mention import DONE, Mention

_THERE = frozenset({"occupy", "invade", "attack"})

_BODIES = frozenset({"troops", "ships", "force", "territory", "islands", "weapons", "tanks"})

_BARE = re.compile(
    r"\w+(?: (?:up|out|back|over|down|in|off|immediately|at once))*$"
    r"|\w+(?: \w+)? (?:them|it|him|her|one|all of them)(?: (?:back|out|over|in|down|up|immediately))*"
    r"(?: (?:to|from|in|at|for|by|with|before|until) .*)?$"
)

_MASS = frozenset({"nuclear", "chemical", "biological"})

_GOING_ON = frozenset({"continue", "keep", "maintain"})


def acts(mentions: Iterable[Mention]) -> list[Act]:
    """Cluster mentions into acts.

    Returns
    -------
    list of Act
        In the order of their first mention; every mention is in at most one.
    """
    groups: dict[tuple[str, str, str, bool], list[Mention]] = defaultdict(list)
    general: list[Mention] = []
    for one in mentions:
        if one.sense.generic:
            general.append(one)
        else:
            groups[(one.actor, *one.sense.key)].append(one)
    found = [
        act
        for (actor, verb, thing, undo), said in groups.items()
        if not undo
        for act in _by_marks(actor, verb, thing, said)
    ]
    found = _narrowed(_objectless_joined(_verbless_joined(found)))
    for (actor, verb, thing, undo), said in groups.items():
        if undo:
            _end(found, actor, verb, thing, said)
    settle(found, general)
    return sorted(found, key=lambda act: act.first)


def _by_marks(actor: str, verb: str, thing: str, said: Sequence[Mention]) -> list[Act]:
    """Part one verb and object by marks of escalation, as far as they matter."""
    plain = [one for one in said if not one.sense.marks]
    marked: list[Act] = []
    for one in sorted((one for one in said if one.sense.marks), key=lambda one: one.place):
        fits = [
            act for act in marked if act.marks <= one.sense.marks or act.marks >= one.sense.marks
        ]
        if fits:
            fits[0].marks |= one.sense.marks
            fits[0].said.append(one)
        else:
            marked.append(Act(actor, verb, thing, one.sense.marks, [one]))
    if not marked:
        return [Act(actor, verb, thing, said=list(plain))]
    further = min(marked, key=Act.weighs)
    under_way = any(one.now for one in plain)
    short = [one for one in plain if not under_way or not (one.status in DONE or _goes_on(one))]
    stay = [one for one in plain if one not in short]
    further.said += short
    further.said.sort(key=lambda one: one.place)
    return [*marked, *([Act(actor, verb, thing, said=stay)] if stay else [])]


def _goes_on(one: Mention) -> bool:
    """Whether the words say that the act goes on as it is: "keep supplying weapons"."""
    return bool(_GOING_ON & {lemma(word) for word in tokens(one.claim.action or "")})


def _verbless_joined(found: list[Act]) -> list[Act]:
    """Give an object without a verb ("lethal weapons") to the actor's act with that object."""
    kept = []
    for act in found:
        hosts = [
            other
            for other in found
            if not act.verb
            and other.verb
            and (other.actor, other.thing) == (act.actor, act.thing)
            and (other.marks >= act.marks)
        ]
        if hosts:
            min(hosts, key=Act.weighs).said.extend(act.said)
        else:
            kept.append(act)
    for act in kept:
        act.said.sort(key=lambda one: one.place)
    return kept


def _objectless_joined(found: list[Act]) -> list[Act]:
    """Give an act whose object is a pronoun or unsaid to the one of its verb just before it.

    "Free the crew ... free them", "use chemical weapons ... use chemical agents".
    """
    kept = list(found)
    for act in found:
        hosts = [
            (abs(act.first - other.first), other.first > act.first, other)
            for other in kept
            if other is not act
            and (other.actor, other.verb, other.now) == (act.actor, act.verb, act.now)
            and act.verb in lexicon().verbs.values()
            and act.verb not in lexicon().whole
            and _short_for(act, other)
        ]
        if hosts:
            host = min(hosts, key=lambda each: each[:2])[2]
            host.said = sorted((*host.said, *act.said), key=lambda one: one.place)
            kept.remove(act)
    return kept


def _short_for(act: Act, other: Act) -> bool:
    """Whether an act is told with a pronoun, or without an object, that another of its verb has."""
    if act.verb == "use" and act.marks & other.marks & _MASS:
        return True
    unsaid = all(_BARE.match(one.claim.action or "") for one in act.said)
    return unsaid and bool(other.thing) and not act.thing and act.marks <= other.marks


def _narrowed(found: list[Act]) -> list[Act]:
    """Give an act of a broad verb ("attack") to the actor's narrower one ("strike")."""
    broad, kept = lexicon().broad, list(found)
    for act in found:
        hosts = [
            other
            for other in kept
            if other is not act
            and other.actor == act.actor
            and other.verb in broad.get(act.verb, ())
            and other.now == act.now
            and act.marks <= other.marks
        ]
        if hosts:
            host = min(hosts, key=Act.weighs)
            host.said = sorted((*host.said, *act.said), key=lambda one: one.place)
            kept.remove(act)
    return kept


def _end(found: list[Act], actor: str, verb: str, thing: str, said: list[Mention]) -> None:
    """Put mentions of an end with the act that ends; without one it is an act itself."""
    mine = [act for act in found if act.actor == actor and not act.undo]
    fits = [
        act
        for act in mine
        if (thing and act.thing == thing and verb in {"", act.verb})
        or (verb and act.verb == verb and not thing)
    ]
    if not fits and not verb:
        running = [act for act in mine if act.now and act.verb in lexicon().lasting | _THERE]
        fits = _there(running) if not thing or thing in _BODIES else []
        alone = not thing and len(running) == 1 and not all(map(_goes_away, said))
        fits = fits or (running if alone else [])
    if fits:
        running = [act for act in fits if act.now] or fits
        min(running, key=Act.weighs).ended.extend(said)
    else:
        found.append(Act(actor, verb, thing, said[0].sense.marks, list(said), undo=True))


def _goes_away(one: Mention) -> bool:
    """Whether somebody leaves a place, which ends nothing but being there."""
    return bool(lexicon().kinds["away"] & set(one.sense.words))


def _there(running: list[Act]) -> list[Act]:
    """Return the acts that a withdrawal would end: being in a place by force, else troops sent."""
    by_force = [act for act in running if act.verb in _THERE]
    return by_force or [act for act in running if act.verb == "deploy"]
