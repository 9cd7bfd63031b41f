"""What a claim is to those that are known: first, same, again, stronger, weaker, contradicted.

Two claims are about one thing when they are of one sort (an act done or
thought of, a red line, a condition, a constraint, a consequence, a forecast)
and speak of one act of one actor. Among those the latest word counts:

============  ===============================================================
verdict       the claim
============  ===============================================================
first         speaks of an act that no claim of another document spoke of
same          reports an act that is known as done, of the same day
again         says no more and no less than the last word
stronger      is further on: considered, then planned; alleged, then stated
weaker        is less far on
contradicted  denies what was said, or says what was denied
============  ===============================================================
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.draft.mentions import mentions, ordered
from detente.read.claim import Claim, Reading

VERDICTS = ("first", "same", "again", "stronger", "weaker", "contradicted")
_SORTS = {"event": "act", "option": "act"}
_FAR = {
    "possible": 1, "considered": 2, "demanded": 2, "threatened": 3, "planned": 4, "ongoing": 5,
    "done": 5,
}  # fmt: skip
_SURE = {"alleged": 0, "indicated": 1, "reported": 2, "stated": 3}
_DONE = frozenset({"done", "ongoing"})


@dataclass(frozen=True, slots=True)
class Known:
    """What is needed of a known claim to match another with it."""

    number: int
    document: int
    status: str | None
    negated: bool
    date: str | None
    certainty: str
    low: float | None = None
    high: float | None = None


def act_keys(reading: Reading) -> dict[str, str]:
    """Return for each claim that speaks of an act which one that is, as a text.

    Claims in different words have the same key when verb, object and marks of
    escalation agree, as the draft understands them.
    """
    claims = ordered(reading)
    kinds = {claim.id: claim.kind for claim in claims}
    found = {}
    for one in mentions(reading, claims):
        sense = one.sense
        parts = (
            _SORTS.get(kinds[one.claim.id], kinds[one.claim.id]),
            one.actor,
            sense.generic or sense.verb,
            sense.thing,
            "+".join(sorted(sense.marks)),
            "end" if sense.undo else "",
        )
        found[one.claim.id] = "|".join(parts)
    return found


def verdict(claim: Claim, known: Sequence[Known]) -> tuple[str, int | None]:
    """Return what a claim is to the known ones of its act, and which it was matched with.

    Parameters
    ----------
    claim : Claim
        A new one.
    known : sequence of Known
        Claims of the same act in other documents, oldest first.

    Examples
    --------
    >>> from dataclasses import replace
    >>> new = Claim("c2", "d2", "option", "nato", "send troops", None, None, "planned", False,
    ...             None, None, None, None, "", 0, 0)
    >>> last = Known(1, 1, "considered", False, None, "stated")
    >>> verdict(new, []), verdict(new, [last]), verdict(replace(new, negated=True), [last])
    (('first', None), ('stronger', 1), ('contradicted', 1))
    """
    if not known:
        return "first", None
    same = next((one for one in known if _same_act(claim, one)), None)
    if same is not None:
        return "same", same.number
    last = known[-1]
    if denies(claim.status, negated=claim.negated) != denies(last.status, negated=last.negated):
        return "contradicted", last.number
    denied = denies(claim.status, negated=claim.negated)
    step = 0.0 if denied else _strength(claim) - _strength(last)
    if not step:
        step = _sureness(claim.certainty) - _sureness(last.certainty)
    return ("stronger" if step > 0 else "weaker" if step < 0 else "again"), last.number


def denies(status: str | None, *, negated: bool) -> bool:
    """Say whether a claim says that an act isn't, or won't be."""
    return negated or status == "ruled_out"


def _same_act(claim: Claim, one: Known) -> bool:
    """Whether both report one act that is done, none of their days differing."""
    if claim.kind != "event" or claim.status not in _DONE or one.status not in _DONE:
        return False
    if claim.negated or one.negated or not claim.date or not one.date:
        return False
    short = min(len(claim.date), len(one.date))
    return claim.date[:short] == one.date[:short]


def _strength(one: Claim | Known) -> float:
    if one.low is not None and one.high is not None:  # a forecast: how likely
        return round((one.low + one.high) / 2, 3)
    return _FAR.get(one.status or "", 0)


def _sureness(word: str) -> int:
    return _SURE.get(word, _SURE["stated"])


def last_known(claims: Iterable[tuple[Claim, int, int]]) -> list[Known]:
    """Return what matching needs of claims with their numbers and their documents'."""
    return [
        Known(
            number,
            document,
            claim.status,
            claim.negated,
            claim.date,
            claim.certainty,
            claim.low,
            claim.high,
        )
        for claim, number, document in claims
    ]
