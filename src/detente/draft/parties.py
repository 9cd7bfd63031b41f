"""Who decides, and over which options.

The rules, in the order in which they are applied:

1. Only parties decide: no source, no person (an official's state acts).
2. A member that only speaks of its bloc's act doesn't act: the act is the bloc's.
3. An act is an option when it is not done yet, or when it is going on and could
   be stopped. What is done and over is history; saying is no act.
4. A party is a decision maker when it has an option, or when it has drawn a red
   line (a reply that the report doesn't name is then assumed).
5. A main party of which only acts of force that are done are told keeps the last of them.
6. Who has only done a thing or two, each told once, and is nobody's target is a
   bystander where two others still have something to decide.
7. There are at most `MOST_DECIDERS` decision makers and `MOST_OPTIONS` options,
   those most spoken of; the rest is listed and not modelled.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from detente.draft.acts import Act
from detente.draft.blocs import members
from detente.draft.lexicon import lexicon
from detente.draft.mention import DONE, Mention

MOST_DECIDERS = 8
MOST_OPTIONS = 14
MOST_OPTIONS_EACH = 4

_HARD = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_OWN = DONE | {"planned", "threatened"}
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_BETWEEN = frozenset({"mediate"})
_FOREMOST = 4


def for_blocs(mentions: Iterable[Mention]) -> list[Mention]:
    """Give to a bloc what its members say of its acts (rule 2).

    A member that does, plans or threatens the act itself keeps it.
    """
    said = list(mentions)
    own = {
        (one.actor, *one.sense.key)
        for one in said
        if one.status in _OWN or one.role in {"forbidden", "reply"}
    }
    spoken: dict[str, set[tuple[str, str, bool] | str]] = {}
    for one in said:
        spoken.setdefault(one.actor, set()).add(one.sense.generic or one.sense.key)
    given = []
    for one in said:
        blocs = [
            bloc
            for bloc in sorted(members())
            if one.actor in members()[bloc]
            and bloc in spoken
            and (one.sense.key in spoken[bloc] or "military" in spoken[bloc])
        ]
        alone = (one.actor, *one.sense.key) in own or one.sense.generic
        given.append(one if alone or not blocs else replace(one, actor=blocs[0]))
    return given


def is_option(act: Act) -> bool:
    """Whether an act is something to be decided (rule 3)."""
    if act.undo and any(one.now for one in act.said):
        return False
    if _slight(act):
        return False
    if any(one.status not in DONE or one.role != "act" or one.claim.negated for one in act.said):
        return True
    if act.ended:
        return act.now
    ongoing = any(one.status == "ongoing" for one in act.said)
    return act.now and (ongoing or act.verb in lexicon().lasting)


def with_belligerents(every: Iterable[Act], options: Iterable[Act]) -> list[Act]:
    """Return the options and, for a main party without one, the act of force that it has done.

    Rule 3 takes what is done and over for history. Where a party is among those
    that act most, its last act of force is taken to go on all the same: a model
    without one of the two sides of a fight answers nothing.
    """
    found = list(options)
    deciding = {act.actor for act in found}
    acted: Counter[str] = Counter()
    last: dict[str, Act] = {}
    for act in every:
        places = [one.place for one in act.said if one.role == "act"]
        acted[act.actor] += len(places)
        if act.now and act.event in _FORCE and not (act.undo or act.generic or _slight(act)):
            other = last.get(act.actor)
            if other is None or max(places, default=0) >= other.first:
                last[act.actor] = act
    foremost = sorted(acted, key=lambda one: (-acted[one], one))[:_FOREMOST]
    found += [
        last[actor]
        for actor in foremost
        if actor not in deciding and actor in last and acted[actor] > 1
    ]
    return sorted(found, key=lambda act: act.first)


def goes_on(act: Act) -> bool:
    """Whether an act that is a thing of the past by the report is modelled as going on."""
    return act.now and not is_option(act)


def _slight(act: Act) -> bool:
    """Whether an act hangs on one place of the text and on words that the lexicon hasn't.

    Such a claim is kept where the reader took it for an act of force or pressure.
    What is said of one and the same stretch of text, that it is forecast, say, is one word on it.
    """
    if act.generic or act.verb in _known_verbs() or places(act) > 1 or _answered(act):
        return False
    only = act.every[0]
    unknown = act.thing not in lexicon().objects.values()
    return unknown and (only.claim.event not in _HARD or not act.thing)


def _answered(act: Act) -> bool:
    """Whether somebody demands an act, or something hangs on it: no slip of the pen, then."""
    return any(
        (one.status == "demanded" and one.claim.speaker not in {None, act.actor})
        or one.role == "reply"
        or one.claim.rule == "conditional"
        for one in act.said
    )


def grounded(
    options: Iterable[Act], every: Iterable[Act], opposed: AbstractSet[frozenset[str]] = frozenset()
) -> list[Act]:
    """Leave out options whose doer is a guess, of a party of which the text tells no act at all.

    What nothing but the reader's guess gives to a party, and only in one place, is
    an option beside what the party is said to do; it makes nobody a decision maker,
    nor lets one attack another to whom it isn't `opposed` in the report.
    """
    enough = list(options)
    acting = {act.actor for act in every if any(one.sure for one in act.every)}
    return [
        act
        for act in enough
        if not _guessed(act) or (act.actor in acting and not _against_nobody(act, opposed))
    ]


def _against_nobody(act: Act, opposed: AbstractSet[frozenset[str]]) -> bool:
    """Whether a guess makes one attack another with whom the report shows it in no conflict."""
    return act.event == "ASSAULT" and frozenset((act.actor, act.target or "")) not in opposed


def _guessed(act: Act) -> bool:
    return not any(one.sure for one in act.every) and places(act) == 1


def places(act: Act) -> int:
    """Return in how many places of the texts an act is spoken of."""
    places, document, reached = 0, "", 0
    for one in sorted((one.claim for one in act.every), key=lambda c: (c.document, c.start)):
        if one.document != document or one.start >= reached:
            places += 1
            document, reached = one.document, one.end
        reached = max(reached, one.end)
    return places


@cache
def _known_verbs() -> frozenset[str]:
    return frozenset(lexicon().verbs.values())


def chosen(acts: Iterable[Act], setters: Iterable[str]) -> tuple[list[Act], list[Act]]:
    """Return the options of the draft and those left out for the bound (rules 6 and 7).

    Parameters
    ----------
    acts : iterable of Act
        The acts that are options.
    setters : iterable of str
        Who drew red lines: they stay in as long as anybody.

    Returns
    -------
    kept, left : list of Act
        Each in the order of the text.
    """
    acts = list(acts)
    aside = _bystanders(acts, set(setters := list(setters)))
    ranked = sorted((act for act in acts if act.actor not in aside), key=Act.weighs)
    weight: Counter[str] = Counter()
    for act in ranked:
        weight[act.actor] += act.score
    for setter in setters:
        weight[setter] += 8
    first = {act.actor: act.first for act in sorted(ranked, key=lambda act: -act.first)}
    deciders = sorted(weight, key=lambda one: (-weight[one], first.get(one, 0), one))[
        :MOST_DECIDERS
    ]
    kept: list[Act] = []
    each: Counter[str] = Counter()
    tops = {next(act.first for act in ranked if act.actor == dm) for dm in deciders if dm in first}
    for act in sorted(ranked, key=lambda act: (act.first not in tops, *act.weighs())):
        if (
            act.actor in deciders
            and each[act.actor] < MOST_OPTIONS_EACH
            and len(kept) < MOST_OPTIONS
        ):
            kept.append(act)
            each[act.actor] += 1
    kept.sort(key=lambda act: act.first)
    left = sorted((act for act in acts if act not in kept), key=lambda act: act.first)
    return kept, left


def _bystanders(acts: Sequence[Act], setters: AbstractSet[str]) -> set[str]:
    """Return who has nothing left to decide, where at least two others have (rule 6)."""
    mine: dict[str, list[Act]] = {}
    for act in acts:
        mine.setdefault(act.actor, []).append(act)
    deciding = {actor for actor, owned in mine.items() if not all(act.now for act in owned)}
    concerned = {act.target for act in acts} | setters | deciding
    aside = {
        actor
        for actor, owned in mine.items()
        if (actor not in concerned and all(_told_once_done(act) for act in owned))
        or all(act.verb in _BETWEEN and places(act) == 1 for act in owned)
    }
    return aside if len(deciding - aside) >= 2 else set()  # noqa: PLR2004 - a conflict has two sides


def _told_once_done(act: Act) -> bool:
    return places(act) == 1 and act.said[-1].status == "done"
