"""Reports that tell of different crises: which belong together, and which don't."""

from collections import Counter

from detente.read.claim import Document, Reading

LEAST = 0.2
"""Share of a report's acts that a party must take part in to be one of its main parties."""

ACTS = frozenset({"event", "option"})


def crises(reading: Reading) -> list[tuple[Document, ...]]:
    """Return the reports grouped by crisis: those of a group are tied by main parties.

    A party is a main party of a report if it does or suffers a fifth of its
    acts. Two reports that share one belong together, and so does what
    belongs together with either.

    Parameters
    ----------
    reading : Reading
        What was read.

    Returns
    -------
    list of tuple of Document
        In the order of the reports; each report stands in one group at most,
        one without acts in none. A crisis with two parties that changed sides
        between reports is still one.

    Examples
    --------
    >>> crises(Reading((), (), ()))
    []
    """
    groups: list[tuple[set[str], list[Document]]] = []
    for document, parties in zip(reading.documents, _main(reading), strict=True):
        if not parties:
            continue
        known, members = set(parties), [document]
        for group in [one for one in groups if one[0] & parties]:
            groups.remove(group)
            known |= group[0]
            members = [*group[1], *members]
        groups.append((known, members))
    order = {document.id: n for n, document in enumerate(reading.documents)}
    sorted_ = [tuple(sorted(members, key=lambda d: order[d.id])) for _, members in groups]
    return sorted(sorted_, key=lambda members: order[members[0].id])


def foremost(reading: Reading, members: tuple[Document, ...], most: int = 2) -> list[str]:
    """Return the names of the parties that take part in most acts of some reports."""
    inside = {document.id for document in members}
    names = {actor.id: actor.name for actor in reading.actors}
    counted: Counter[str] = Counter()
    for document, held in _counts(reading).items():
        if document in inside:
            counted += held
    ranked = sorted(counted, key=lambda one: (-counted[one], one))
    return [names.get(one, one) for one in ranked[:most]]


def _main(reading: Reading) -> list[set[str]]:
    counts = _counts(reading)
    found = []
    for document in reading.documents:
        held = counts.get(document.id, Counter())
        least = LEAST * sum(held.values())
        found.append({party for party, times in held.items() if times >= least})
    return found


def _counts(reading: Reading) -> dict[str, Counter[str]]:
    """Return for each report in how many acts each party takes part."""
    found: dict[str, Counter[str]] = {}
    for claim in reading.claims:
        if claim.kind in ACTS:
            held = found.setdefault(claim.document, Counter())
            held.update({party for party in (claim.actor, claim.target) if party})
    return found
