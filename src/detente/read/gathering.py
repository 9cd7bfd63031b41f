"""Put what was read of single documents together: one order of claims, one actor of one id."""

from collections.abc import Iterable
from dataclasses import replace

from detente.provenance import versions as package_versions
from detente.read.claim import Actor, Claim, Reading
from detente.read.denials import contradictions
from detente.read.merge import link
from detente.read.shelf import Page
from detente.read.text import language


def gather(pages: Iterable[Page]) -> Reading:
    """Put the pages together: claims numbered, actors of one id made one.

    Parameters
    ----------
    pages : iterable of Page
        In the order in which their documents shall stand.
    """
    pages = list(pages)
    found = [claim for page in pages for claim in page.claims]
    numbered = number([*found, *(claim for page in pages for claim in page.doubtful)])
    claims = link(numbered[: len(found)])
    return Reading(
        documents=tuple(page.document for page in pages),
        actors=merged(actor for page in pages for actor in page.actors),
        claims=claims,
        doubtful=numbered[len(found) :],
        contradictions=contradictions(claims),
        warnings=tuple(warning for page in pages for warning in page.warnings),
        versions=dict(sorted((package_versions("detente") | language.versions()).items())),
    )


def number(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Give claims numbers in the order given, and point ``because`` at the new ids.

    References to a claim that isn't there are dropped, and so is one to itself.
    """
    claims = list(claims)
    new = {
        (claim.document, claim.id): f"c{place}"
        for place, claim in reversed([*enumerate(claims, 1)])
    }
    return tuple(
        replace(
            claim,
            id=f"c{place}",
            because=tuple(
                dict.fromkeys(
                    new[claim.document, cause]
                    for cause in claim.because
                    if new.get((claim.document, cause), f"c{place}") != f"c{place}"
                )
            ),
        )
        for place, claim in enumerate(claims, 1)
    )


def merged(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return actors with all their mentions; a party in one document is a party."""
    found: dict[str, Actor] = {}
    for actor in actors:
        known = found.setdefault(actor.id, actor)
        if known is not actor:
            role = "party" if "party" in {actor.role, known.role} else known.role
            mentions = tuple(dict.fromkeys(known.mentions + actor.mentions))
            found[actor.id] = replace(known, mentions=mentions, role=role)
    return tuple(sorted(found.values(), key=lambda actor: actor.id))
