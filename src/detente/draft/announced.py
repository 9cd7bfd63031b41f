"""For whom somebody acts who speaks of what he will do, or announces that it will be done.

"He would cut the number of staff, he said" is his government's step and not the one of
whoever was named before; so is what a minister announced "would be brought to parity".
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping

from detente.read.claim import Claim, Reading

OF_HIMSELF = re.compile(
    r"^(?:[A-Z]\w+, )?(?:(?:he|she) (?:said|added|warned|announced|told \w+),? )?(?:that )?"
    r"(?:he|she) (?:would|will|could|may|might)\b"
)
_ANNOUNCED = re.compile(
    r"(?P<who>[A-Z][\w’'-]+)(?:, [^,.;]{1,60},)? (?:then |later |also )?"
    r"(?:announced|decreed|ordered|promised|pledged|vowed)(?: on \w+)?(?: that)? $"
)
_ITSELF = re.compile(r"^(?:announced|decreed|ordered|promised|pledged|vowed)(?: on \w+)? that\b")
_PASSIVE = re.compile(
    r"\b(?:would|will|could|may) (?:\w+ly |soon )?be \w+(?:ed|en|wn|ught|ut|pt|nt|ld)\b"
)
_BY = re.compile(r"\bby (?:the |its )?[A-Z]")
_NAME = re.compile(r"(?P<who>[A-Z][\w’'-]+)(?:, [^,.;]{1,60},)? (?:then |later |also )?$")


def acting_for(reading: Reading, parties: Collection[str]) -> dict[str, str]:
    """Return for each person whose acts the report tells the party to which it gives them.

    Parameters
    ----------
    reading : Reading
        Its events: a quote that begins with the person's name, done by a party.
    parties : collection of str
        Ids of those who decide.
    """
    found: dict[str, Counter[str]] = {}
    people = [(a.id, a.name.split()[-1]) for a in reading.actors if a.kind == "person" and a.name]
    for claim in reading.claims:
        if claim.kind != "event" or claim.actor not in parties:
            continue
        for person, last in people:
            head = claim.quote[: len(last) + _TITLE]
            if re.search(rf"^(?:[A-Z][\w’'-]* )*{re.escape(last)}\b", head):
                found.setdefault(person, Counter())[claim.actor or ""] += 1
    return {
        person: max(sorted(given), key=given.__getitem__)
        for person, given in found.items()
        if len(given) == 1
    }


def announcer(claim: Claim, before: str, acts: Mapping[str, str]) -> str | None:
    """Return for whom somebody acts who announces a passive that names no doer, else nobody."""
    if "actor" not in claim.inferred or _BY.search(claim.quote):
        return None
    if not _PASSIVE.search(claim.quote):
        return None
    found = _NAME.search(before) if _ITSELF.match(claim.quote) else _ANNOUNCED.search(before)
    if found is None:
        return None
    return next(
        (party for person, party in acts.items() if person.endswith(found["who"].lower())), None
    )


_TITLE = 40
