"""Which claims the reader signs, and which it leaves open.

An act whose doer is right less than seven times in ten is no claim that an analyst would
sign, nor is a statement with a speaker in like doubt: the chances are fitted to texts that the
reader was tuned on, and on others a speaker with three in four is right one time in two. What
is left open isn't thrown away: it is kept apart, with the words it rests on and the guess, for
somebody who knows better. What another claim is made of stays: the halves of a conditional,
the cause of an effect, the act that a red line forbids.
"""

from collections.abc import Container, Sequence
from dataclasses import replace

from detente.read.claim import Actor, Claim, Reading
from detente.read.who.actors import plain_name

LEAST_TRUST = {"event": 0.69, "option": 0.68, "statement": 0.79}


def signed(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Part the claims of a document: those the reader signs, and those it leaves open.

    Parameters
    ----------
    claims : sequence of Claim
        With provisional ids.

    Returns
    -------
    (tuple of Claim, tuple of Claim)
        Both in the order given; together they are all of `claims`. No claim of the
        first is made of one of the second.

    Examples
    --------
    >>> from detente.read.article import article
    >>> from detente.read.reading import extract
    >>> signed(extract(article("Egypt seized the canal.")))[1]
    ()
    """
    needed = {cause for claim in claims for cause in claim.because}
    kept: list[Claim] = []
    left: list[Claim] = []
    for claim in claims:
        doubted = claim.trust is not None and claim.trust < LEAST_TRUST.get(claim.kind, 0.0)
        (left if doubted and claim.id not in needed else kept).append(claim)
    return tuple(kept), tuple(left)


def whole(reading: Reading) -> Reading:
    """Return a reading whose claims are all that were found, in the order of the text.

    Examples
    --------
    >>> whole(Reading((), (), ())).claims
    ()
    """
    return with_doubtful(reading, frozenset(claim.id for claim in reading.doubtful))


def with_doubtful(reading: Reading, ids: Container[str]) -> Reading:
    """Return a reading that claims, too, what it left open under these ids."""
    if not any(claim.id in ids for claim in reading.doubtful):
        return reading
    taken = [claim for claim in reading.doubtful if claim.id in ids]
    order = {document.id: place for place, document in enumerate(reading.documents)}
    claims = sorted(
        (*reading.claims, *taken),
        key=lambda claim: (order.get(claim.document, len(order)), claim.start, claim.end),
    )
    left = tuple(claim for claim in reading.doubtful if claim.id not in ids)
    return replace(reading, claims=tuple(claims), doubtful=left)


def with_named(actors: tuple[Actor, ...], claims: tuple[Claim, ...]) -> tuple[Actor, ...]:
    """Return the actors with those that only the claims of an analyst or a model name."""
    known = {actor.id for actor in actors}
    named = {
        name
        for claim in claims
        if claim.rule.startswith(("analyst", "llm:"))
        for name in (claim.actor, claim.target, claim.speaker, claim.doer)
        if name and name not in known
    }
    return actors + tuple(Actor(id=name, name=plain_name(name)) for name in sorted(named))
