"""Which acts are open to a choice, and which are history or hearsay.

An act is an option when it isn't done yet, or when it goes on and could be stopped.
What is done and over is history, and saying is no act.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from detente.draft.acts import Act
from detente.draft.lexicon import lexicon
from detente.draft.mention import DONE, HARD, Mention

_PRESSURE = frozenset({"SANCTION", "COERCE", "MOBILIZE"})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_GIVEN = frozenset({"AID", "SUPPORT", "COOPERATE"})
_MEETING = frozenset({"CONSULT", "REQUEST", "AGREE"})
_TRADE = frozenset({"buy", "purchase", "acquire", "acquisition", "sell", "sale"})
_SIMPLE = frozenset({"AID", "COOPERATE", "SUPPORT", None})
_FOREMOST = 4
_UNDER_WAY = re.compile(r"\b(?:is|are|was|were|been|began|keeps?)\s+(?:\w+ly\s+|still\s+)?\w+ing\b")


def is_option(act: Act) -> bool:
    """Whether an act is something to be decided."""
    if act.undo and any(one.now for one in act.said):
        return False
    if _slight(act) or _own_leaving(act) or all(one.role == "hindered" for one in act.said):
        return False
    if any(_open(one) for one in act.said):
        return True
    if act.ended:
        return act.now
    return act.now and _could_stop(act)


def _open(one: Mention) -> bool:
    """Whether a mention is of something that isn't done, or is denied.

    What stands in the way of an act, or is expected of it, says nothing of whether it is done.
    """
    if one.role in {"hindered", "forecast"} and one.claim.kind in {"constraint", "forecast"}:
        return one.status not in DONE and not _of_done(one)
    if one.role == "reply" and one.status in DONE:
        return one.claim.negated  # a bargain that was struck
    return one.status not in DONE or one.role != "act" or one.claim.negated


def _of_done(one: Mention) -> bool:
    """Whether a claim on an act is made of the words that tell it as done."""
    return one.told in DONE


def _could_stop(act: Act) -> bool:
    """Whether an act that is done may go on: it lasts by its nature, or the report says so."""
    if _long_over(act) or _one_favour(act) or _courtesy(act):
        return False
    lasts = act.verb in lexicon().lasting and not _at_a_stroke(act)
    ongoing = any(one.status == "ongoing" for one in act.said)
    arms = act.thing in lexicon().grades["arms"]
    if (
        _bargained(act)
        and not arms
        and not any(_UNDER_WAY.search(one.claim.quote) for one in act.said)
    ):
        return False  # "buys two thirds of its imports there" tells how things are
    if act.event in _MEETING or _bargained(act):
        return ongoing
    if act.event in HARD | _GIVEN:
        return ongoing or lasts
    return lasts and (ongoing or act.event is None)


def _at_a_stroke(act: Act) -> bool:
    """Whether all words for an act are of taking and not of holding: "recaptured the hill"."""
    strokes = lexicon().strokes
    told = [one for one in act.said if one.role == "act"]
    return bool(told) and all(strokes & set(one.sense.words) for one in told)


def _courtesy(act: Act) -> bool:
    """Whether an act is a visit or a good office, which is no choice once it is under way."""
    trifle = lexicon().grades["trifle"]
    return act.verb in trifle or any(trifle & set(one.sense.words[:1]) for one in act.said)


def _one_favour(act: Act) -> bool:
    """Whether an act is a favour told once in the simple past: "Spain trained the general"."""
    told = [one for one in act.said if one.role == "act"]
    return act.event in _SIMPLE and len(told) == 1 and told[0].past


def _bargained(act: Act) -> bool:
    """Whether an act is a purchase or a sale, which is over when it is done."""
    return any(_TRADE & set(one.sense.words) for one in act.said)


def _long_over(act: Act) -> bool:
    """Whether all that is told of an act is of a year long before what the report is about."""
    told = [one for one in act.said if one.role == "act"]
    return bool(told) and all(one.old for one in told)


def with_belligerents(every: Iterable[Act], options: Iterable[Act]) -> list[Act]:
    """Return the options and, for a main party without one, the act of force that it has done.

    What is done and over is history. Where a party is among those that act most, its last
    act of force is taken to go on all the same: a model without one of the two sides of a
    fight answers nothing.
    """
    found = list(options)
    deciding = {act.actor for act in found}
    acted: Counter[str] = Counter()
    last: dict[str, Act] = {}
    for act in every:
        places_ = [one.place for one in act.said if one.role == "act"]
        acted[act.actor] += len(places_)
        if act.now and _may_go_on(act):
            other = last.get(act.actor)
            if other is None or max(places_, default=0) >= other.first:
                last[act.actor] = act
    foremost = sorted(acted, key=lambda one: (-acted[one], one))[:_FOREMOST]
    found += [
        last[actor]
        for actor in foremost
        if actor not in deciding and actor in last and acted[actor] > 1
    ]
    return sorted(found, key=lambda act: act.first)


def with_main(every: Iterable[Act], options: Sequence[Act], main: Collection[str]) -> list[Act]:
    """Return the options and, for one of the two main parties without any, what it has left.

    That is what is open though it hangs on a single place and on words that no list holds;
    else the pressure that it put last on the other, which is taken to go on.
    """
    found = list(options)
    for actor in sorted(set(main) - {act.actor for act in options}):
        mine = [act for act in every if act.actor == actor and not act.generic]
        open_ = [act for act in mine if _open_though_slight(act)]
        pressed = [act for act in mine if act.now and _pressed(act)]
        found += open_ or sorted(pressed, key=lambda act: act.first)[-1:]
    return sorted(found, key=lambda act: act.first)


def _open_though_slight(act: Act) -> bool:
    told = [one for one in act.said if one.role == "act"]
    return bool(act.verb) and not _own_leaving(act) and any(_open(one) and one.sure for one in told)


def _pressed(act: Act) -> bool:
    """Whether an act of pressure that is done could be taken back, or is done again."""
    plain = not (act.undo or _slight(act) or _long_over(act) or _courtesy(act))
    known = act.event != "COERCE" or act.verb in _known_verbs()
    return act.event in _PRESSURE and known and plain and any(one.sure for one in act.said)


def _may_go_on(act: Act) -> bool:
    """Whether an act of force that is done is of a kind that is done again and again."""
    table = lexicon()
    known = act.verb in table.lasting | table.again
    plain = not (act.undo or act.generic or _slight(act) or _long_over(act))
    return act.event in _FORCE and known and plain and any(one.sure for one in act.said)


def goes_on(act: Act) -> bool:
    """Whether an act that is a thing of the past by the report is modelled as going on."""
    return act.now and not is_option(act)


def _own_leaving(act: Act) -> bool:
    """Whether somebody of a party leaves an office and nobody asks the party for it."""
    return act.verb in lexicon().personal and not any(_asked(one, act) for one in act.said)


def _slight(act: Act) -> bool:
    """Whether an act hangs on one place of the text and on words that the lexicon hasn't.

    Such a claim is kept where the reader took it for an act of force or pressure, or for one
    that is not done yet, whose doer the words name and whose verb has an object.
    What is said of one and the same stretch of text, that it is forecast, say, is one word on it.
    """
    if act.generic or act.verb in _known_verbs() or places(act) > 1 or _answered(act):
        return False
    unknown = act.thing not in lexicon().objects.values()
    whole = any(_whole(act, one) for one in act.every)
    return unknown and not whole and (act.every[0].claim.event not in HARD or not act.thing)


def _whole(act: Act, only: Mention) -> bool:
    """Whether a claim says of a named doer what it has not done yet, and to what."""
    open_ = only.claim.kind == "option" and "actor" not in only.claim.inferred
    words = (only.claim.action or "").split()
    more = bool(act.thing) or len(words) > 2  # noqa: PLR2004 - a verb and more
    noun = only.claim.rule.startswith("noun, governed")  # "wants a seat at the table"
    return open_ and (act.undo or (bool(act.verb) and more and not noun))


def _answered(act: Act) -> bool:
    """Whether somebody demands an act, or something hangs on it: no slip of the pen, then."""
    return any(
        _asked(one, act) or one.role == "reply" or one.claim.rule == "conditional"
        for one in act.said
    )


def _asked(one: Mention, act: Act) -> bool:
    return one.status == "demanded" and one.claim.speaker not in {None, act.actor}


def places(act: Act) -> int:
    """Return in how many places of the texts an act is spoken of."""
    found, document, reached = 0, "", 0
    for one in sorted((one.claim for one in act.every), key=lambda c: (c.document, c.start)):
        if one.document != document or one.start >= reached:
            found += 1
            document, reached = one.document, one.end
        reached = max(reached, one.end)
    return found


@cache
def _known_verbs() -> frozenset[str]:
    return frozenset(lexicon().verbs.values())
