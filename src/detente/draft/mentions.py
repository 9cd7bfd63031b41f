"""Where a reading speaks of somebody's act: the raw material of options.

Claims of kind ``event`` and ``option`` speak of their actor's act. The other
kinds say something about an act: that it is forbidden, would be the reply to
another, is hindered, would follow, is forecast. They point to the act's own
claim where the reader saw it; where it didn't, their words are read. Claims
are taken in the order of their text, whatever the order in which they came.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from detente.draft.background import old, simple_past
from detente.draft.blocs import standing
from detente.draft.freed import freed, let_go
from detente.draft.lexicon import lexicon, tokens
from detente.draft.mention import ACTS, DONE, Mention
from detente.draft.owners import Guesses, named_at, rightful
from detente.draft.spoken import act_of, forbidden
from detente.draft.together import in_condition, read_together
from detente.draft.words import NOTHING, Sense
from detente.read.claim import Claim, Reading

_ROLES = {
    "red_line": "forbidden",
    "conditional": "reply",
    "constraint": "hindered",
    "consequence": "effect",
    "forecast": "forecast",
}


_OWN_MASTER = 3
"""A person who does so many acts of his own is a party."""

# what even a source may propose to those who decide, see `both`
_PROPOSED_BY_ANY = frozenset({"ceasefire"})


def ordered(reading: Reading) -> list[Claim]:
    """Return the claims in the order of the documents and of their text."""
    rank = {document.id: k for k, document in enumerate(reading.documents)}

    def place(claim: Claim) -> tuple[int | str, ...]:
        return (
            rank.get(claim.document, len(rank)),
            claim.document,
            claim.start,
            claim.end,
            claim.kind,
            claim.actor or "",
            claim.action or "",
            claim.id,
        )

    return sorted(reading.claims, key=place)


def parties(reading: Reading) -> dict[str, str]:
    """Return id and name of everybody who may act, sources left out.

    A person acts for a state or a movement, but for one of whom the report tells several
    acts and of no party behind him: a chieftain, a governor who has broken away.
    """
    acted = Counter(claim.actor for claim in reading.claims if claim.kind in ACTS)
    return {
        actor.id: actor.name or actor.id
        for actor in sorted(reading.actors, key=lambda one: one.id)
        if actor.role == "party" and (actor.kind != "person" or acted[actor.id] >= _OWN_MASTER)
    }


def names(reading: Reading) -> frozenset[str]:
    """Return the words by which actors are called, but for words that name acts."""
    texts = {document.id: document.text for document in reading.documents}
    called = [actor.name for actor in reading.actors]
    called += [actor.id.replace("_", " ") for actor in reading.actors]
    called += [
        texts[document][start:end]
        for actor in reading.actors
        for document, start, end in actor.mentions
        if document in texts and end - start < 60  # noqa: PLR2004 - longer is no name
    ]
    forms = lexicon().forms
    return frozenset(word for text in called for word in tokens(text) if word not in forms)


def mentions(reading: Reading, claims: Iterable[Claim]) -> list[Mention]:
    """Return what the claims say of the parties' acts, in the order given.

    Parameters
    ----------
    reading : Reading
        Who is who.
    claims : iterable of Claim
        Its claims, in order.

    Returns
    -------
    list of Mention
        At most one for each claim, none of them of a source, a person, or of
        mere talk.
    """
    claims = [let_go(claim, reading) for claim in read_together(claims)]
    may_act, called = parties(reading), names(reading)
    doubtful = Guesses(reading)
    texts = {document.id: document.text for document in reading.documents}
    dates = {document.id: document.date or "" for document in reading.documents}
    told = {
        key: replace(
            one,
            sure=not doubtful.of(one),
            old=old(
                one.claim, texts.get(one.claim.document, ""), dates.get(one.claim.document, "")
            ),
            past=simple_past(one.claim, texts.get(one.claim.document, "")),
        )
        for key, one in _direct(claims, may_act, called)
    }
    free = {claim.id: open_ for claim in claims if (open_ := freed(claim, reading))}
    direct = {
        key: one
        for key, one in rightful(told, named_at(reading)).items()
        if not any(_inside(one, other) for other in free.values())
    }
    found = list(direct.values())
    for place, claim in enumerate(claims):
        role = _ROLES.get(claim.kind)
        if role is None:
            continue
        host = _host(claim, direct)
        if host is not None:
            found.append(replace(host, claim=claim, role=role, place=place, told=host.claim.status))
            continue
        claim = free.get(claim.id, claim)  # noqa: PLW2901 - what it sets free is what it is about
        doer, spoken = _own_words(claim, may_act, called)
        if doer is not None and spoken:
            one = Mention(claim, doer, spoken, role, place)
            found.append(replace(one, sure=not doubtful.of(one)))
    return sorted(found, key=lambda one: one.place)


def _inside(one: Mention, free: Claim) -> bool:
    """Whether an act is what its doer would no longer hold back: "a reason to deny it missiles"."""
    claim = one.claim
    within = claim.document == free.document and free.start <= claim.start and claim.end <= free.end
    return within and one.sense.deny and one.actor == free.actor


def _direct(
    claims: Iterable[Claim], may_act: Mapping[str, str], called: frozenset[str]
) -> Iterator[tuple[str, Mention]]:
    """Yield the acts that claims speak of outright, by the claim's id.

    An act without a doer, or one demanded by its own doer, is the one actor's
    that is said to consider the same, or to be doing what shall end.
    """
    nobody: list[tuple[int, Claim, Sense]] = []
    known: dict[tuple[str, str, bool], list[Mention]] = {}
    for place, claim in enumerate(claims):
        if claim.kind not in {"event", "option"} or (claim.actor and claim.actor == claim.target):
            continue
        spoken = act_of(claim, called)
        if not spoken:
            continue
        if claim.actor is None or (claim.status == "demanded" and claim.speaker == claim.actor):
            nobody.append((place, claim, spoken))
        elif claim.actor in may_act or spoken.verb in _PROPOSED_BY_ANY:
            mention = Mention(claim, claim.actor, spoken, "act", place)
            known.setdefault(spoken.key, []).append(mention)
            yield claim.id, mention
    for place, claim, spoken in nobody:
        if claim.status in DONE or spoken.generic:
            continue
        if spoken.undo:
            same = {
                one.actor
                for (_, thing, undo), said in known.items()
                for one in said
                if thing == spoken.thing and thing and not undo and one.now
            }
        else:
            same = {
                one.actor
                for one in known.get(spoken.key, ())
                if not one.now and one.sense.marks >= spoken.marks
            }
        same.discard(claim.speaker or "")
        bloc = standing(claim.speaker, same)
        alone = len(same) == 1 and (claim.actor is None or spoken.undo)
        if bloc or alone:
            yield claim.id, Mention(claim, bloc or same.pop(), spoken, "act", place)


def _host(claim: Claim, direct: Mapping[str, Mention]) -> Mention | None:
    """Return the mention of the act that a claim is about, among those it points to."""
    told = [direct[other] for other in claim.because if other in direct]
    if claim.kind == "conditional":
        told = [one for one in told if not in_condition(claim, one.claim)]
        own = [one for one in told if one.actor == claim.actor]
        return max(own, key=lambda one: (bool(one.sense.thing), -one.place), default=None)
    if claim.kind == "consequence":
        return next((one for one in told[1:] if one.actor == claim.actor), None)
    if claim.kind == "red_line":
        return next((one for one in told if one.actor not in {claim.actor, None}), None)
    return next(iter(told), None)


def _own_words(
    claim: Claim, may_act: Mapping[str, str], called: frozenset[str]
) -> tuple[str | None, Sense]:
    """Return whose act a claim's own words speak of, and which."""
    doer = claim.actor
    if claim.kind == "red_line":
        doer = claim.doer
    elif claim.kind == "constraint":
        doer = claim.doer or claim.actor
    elif claim.kind == "consequence" and (claim.doer is None or claim.doer == claim.actor):
        return None, NOTHING
    if doer not in may_act or doer == claim.target:
        return None, NOTHING
    spoken = act_of(claim, called)
    if claim.kind == "red_line":
        spoken = forbidden(claim.action or "", spoken, called)
    return doer, spoken
