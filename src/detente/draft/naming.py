"""Ids that statements can hold, for options and for actors."""

import re
from collections.abc import Iterable
from dataclasses import replace

from detente.draft.acts import Act
from detente.draft.lexicon import key_of, lexicon
from detente.read.claim import Reading

_PLAIN_NAME = {"": "act", "military": "intervention", "any": "response"}
_THING_SAYS_IT = frozenset({"deploy", "supply", "send", "declare", "help", ""})


def name_options(acts: Iterable[Act]) -> None:
    """Give each act a short id that is its own within its actor.

    The object with its marks (``lethal_weapons``), else the verb; ``use_``,
    ``build_`` and the like where the object alone would not say what is done.
    """
    taken: dict[str, set[str]] = {}
    for act in acts:
        mine = taken.setdefault(act.actor, set())
        for candidate in _candidates(act):
            if candidate not in mine:
                act.option = candidate
                mine.add(candidate)
                break


def _candidates(act: Act) -> Iterable[str]:
    marks = [mark for mark in sorted(act.marks) if mark != act.thing]
    said = {key_of(word): word for one in act.said for word in sorted(one.sense.words, key=len)}
    does, what = said.get(act.verb, act.verb), said.get(act.thing, act.thing)
    if act.verb in lexicon().verbs.values():
        does = act.verb
    if act.thing in lexicon().objects.values():
        what = act.thing
    thing = "_".join([*marks, what]) if what else ""
    verb = "_".join([*marks, does]) if does else ""
    both = f"{does}_{thing}" if does and thing else ""
    short = thing if act.verb in _THING_SAYS_IT else both
    plain = short or verb or _PLAIN_NAME.get(act.generic, "act")
    if act.generic and act.said[0].sense.words:
        kinds = [word for word in act.said[0].sense.words if lexicon().generic.get(word)]
        plain = kinds[0] if kinds else plain
    if act.undo:
        plain = f"end_{plain}" if plain != "act" else "withdraw"
    plain = slug(plain)
    yield plain
    if both:
        yield slug(both)
    yield from (f"{plain}_{k}" for k in range(2, 100))


def tidied(reading: Reading) -> Reading:
    """Return the reading with ids of actors that statements can hold."""
    if all(actor.id == slug(actor.id) for actor in reading.actors):
        return reading

    def plain(one: str | None) -> str | None:
        return None if one is None else slug(one)

    return replace(
        reading,
        actors=tuple(replace(actor, id=slug(actor.id)) for actor in reading.actors),
        claims=tuple(
            replace(
                claim,
                actor=plain(claim.actor),
                target=plain(claim.target),
                speaker=plain(claim.speaker),
                doer=plain(claim.doer),
            )
            for claim in reading.claims
        ),
    )


def slug(name: str) -> str:
    """Return a name that statements can hold.

    >>> slug("no-fly zone"), slug("38th parallel"), slug("if")
    ('no-fly_zone', 'a_38th_parallel', 'a_if')
    """
    plain = re.sub(r"[^\w-]+", "_", name.strip().lower()).strip("_-") or "a"
    return f"a_{plain}" if plain[0].isdigit() or plain in {"if", "iff"} else plain
