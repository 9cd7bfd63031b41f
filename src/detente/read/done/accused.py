"""Who does what somebody is accused of: not the accuser.

"Peru accused the country of massing troops" may leave it to the text who "the
country" is. Whoever it is, the accusation falls upon it, and so does the deed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.read.done.act import Act
from detente.read.grammar import clauses

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCUSING = frozenset(("accuse", "suspect", "charge", "blame", "denounce", "condemn", "fault"))
_OF = frozenset(("of", "for", "with"))


def by_the_accused(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Give deeds that an accusation tells of to whom the accusation falls upon.

    Parameters
    ----------
    acts : sequence of Act
        Settled: their doers and targets are known as far as they will be.

    Returns
    -------
    tuple of Act
        The same acts in the same order. Only a deed that was given to the accuser, or to
        nobody, has another doer, and its `inferred` says so; who was its target is so no
        longer, where that is the accused.

    Examples
    --------
    >>> from detente.read.article import article
    >>> from detente.read.findings import extract
    >>> text = "Peru met Chile in May. Then Peru accused its neighbour of shelling a post."
    >>> [(claim.event, claim.actor) for claim in extract(article(text)) if claim.kind == "event"]
    [('CONSULT', 'peru'), ('ACCUSE', 'peru'), ('ASSAULT', 'chile')]
    """
    known = {act.head.i: act for act in acts}
    return tuple(_righted(act, known) for act in acts)


def _righted(act: Act, known: Mapping[int, Act]) -> Act:
    charge = _accusation(act.head, known)
    if charge is None or charge.target is None or charge.target == charge.actor:
        return act
    if act.actor not in {charge.actor, None}:
        return act
    target, inferred = act.target, {*act.inferred, "actor"}
    if target == charge.target:
        target = charge.actor
        inferred.add("target")
    return replace(act, actor=charge.target, target=target, inferred=tuple(sorted(inferred)))


def _accusation(head: "Token", known: Mapping[int, Act]) -> Act | None:
    """Return the accusation whose words tell a deed: "accused it of massing and moving troops"."""
    if head.dep_ == "conj" and clauses.finite(head):
        return None  # "accused it of massing troops and broke off relations"
    first = clauses.conjuncts_head(head)
    prep = first.head
    if first.dep_ not in {"pcomp", "pobj"} or prep.dep_ != "prep" or prep.lower_ not in _OF:
        return None
    above = prep.head
    if above.lemma_ not in _ACCUSING:  # a parser may hang "of" on the accused
        above = above.head
    return known.get(above.i) if above.lemma_ in _ACCUSING else None
