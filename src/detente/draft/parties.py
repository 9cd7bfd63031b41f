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

from detente.draft.acts import Act
from detente.draft.blocs import members
from detente.draft.choices import places
from detente.draft.mention import DONE, Mention

MOST_DECIDERS = 8
MOST_OPTIONS = 14
MOST_OPTIONS_EACH = 4

_OWN = DONE | {"planned", "threatened"}
_BETWEEN = frozenset({"mediate"})


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
    for act in sorted(
        ranked, key=lambda act: (act.first not in tops, _passing(act), *act.weighs())
    ):
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


def _passing(act: Act) -> bool:
    """Whether an act is done and told once, so that anything still open goes before it."""
    return act.now and places(act) == 1


def _told_once_done(act: Act) -> bool:
    return places(act) == 1 and act.said[-1].status == "done"
