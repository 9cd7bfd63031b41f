"""The records of the reading room: documents, actors, claims.

A claim is what a text says somebody did, may do, must not do, expects or
needs, with the exact words it rests on. ``document.text[start:end] == quote``
holds for every claim, always.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, get_args

Kind = Literal[
    "event",  # an act done or ongoing
    "option",  # an act not done: planned, threatened, considered, possible, demanded, ruled out
    "red_line",  # an act that somebody says must not happen
    "conditional",  # if P then Q
    "constraint",  # what stands in the way of an act
    "consequence",  # what an act would bring about
    "forecast",  # somebody's expectation, with its words of likelihood
    "statement",  # what somebody said; its speaker is the point
    "relation",  # alliance, hostility, membership
]
Plover = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "RETREAT",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
PLOVER: tuple[Plover, ...] = get_args(Plover)


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read: plain text, never HTML; all offsets point into `text`."""

    id: str
    title: str
    date: str | None
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody that the documents speak of.

    `role` is ``party`` (may act in the conflict), ``source`` (an expert, an
    official or an institute that is quoted but does not act) or ``bystander``
    (named in passing).
    """

    id: str
    name: str
    mentions: tuple[tuple[str, int, int], ...] = ()
    role: str = "party"
    kind: str = ""  # state, bloc, armed_group, institution, person...


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a text says.

    Attributes
    ----------
    id, document : str
        ``c1``... and the id of its document.
    kind : Kind
        What sort of claim it is.
    actor, target, speaker : str or None
        Ids of actors: who acts (of a red line: who draws it; of a forecast:
        who would act), upon whom, and who says so where it isn't the reporter.
    action : str or None
        The act as a short verb phrase with its object, ``supply lethal weapons``;
        of a red line the forbidden act, of a constraint the hindered one.
    event : str or None
        PLOVER type.
    status : str or None
        ``done ongoing planned threatened considered possible demanded ruled_out``.
    negated : bool
        Whether the act is denied.
    likelihood : str or None
        Words of likelihood as they stand in the text ("low likelihood").
    low, high : float or None
        The range of probability that those words stand for.
    date : str or None
        ISO date or month of the act, as far as the text gives it.
    condition : str or None
        The condition in the text's words, for conditionals and what hangs on them.
    quote, start, end
        ``text[start:end] == quote``.
    rule : str
        The rule or model that made the claim.
    certainty : str
        ``stated``, or hedged: ``reported``, ``indicated``, ``alleged``.
    novel : bool
        Said to be for the first time.
    irreversible : bool
        Said not to be undone.
    doer : str or None
        Of red lines, constraints and consequences: the actor whose act it is
        about, where that isn't `actor`.
    same_as : str or None
        Id of the claim of another document that reports the same act first.
    because : tuple of str
        Ids of claims this one is made of: the halves of a conditional, the
        cause of a consequence, the act that a red line forbids.
    inferred : tuple of str
        Fields that the clause itself doesn't give and the text around it does
        by likelihood alone: ``actor``, ``target``.
    trust : float or None
        Of acts: the chance, 0 to 1, that an analyst would name the same `actor`; of
        statements, the same `speaker`; None where an analyst did, and of other kinds
        (`detente.read.done.trust`, `detente.read.said.doubts`).
    """

    id: str
    document: str
    kind: Kind
    actor: str | None
    action: str | None
    event: str | None
    target: str | None
    status: str | None
    negated: bool
    speaker: str | None
    likelihood: str | None
    date: str | None
    condition: str | None
    quote: str
    start: int
    end: int
    rule: str = ""
    certainty: str = "stated"
    novel: bool = False
    irreversible: bool = False
    low: float | None = None
    high: float | None = None
    doer: str | None = None
    because: tuple[str, ...] = ()
    same_as: str | None = None
    inferred: tuple[str, ...] = ()
    trust: float | None = None


def put_right(claim: Claim, changes: Mapping[str, Any]) -> Claim:
    """Return a claim with fields set by somebody: none of those is inferred any more.

    Whoever looked at a claim stands for all of it: it is trusted.

    Examples
    --------
    >>> known = dict.fromkeys(("action", "event", "status", "speaker", "likelihood", "date"))
    >>> claim = Claim("c1", "d1", "event", "iran", target="iraq", negated=False, condition=None,
    ...     quote="struck", start=0, end=6, inferred=("actor", "target"), trust=0.4, **known)
    >>> right = put_right(claim, {"actor": "israel"})
    >>> right.inferred, right.trust
    (('target',), None)
    """
    inferred = tuple(name for name in claim.inferred if name not in changes)
    return replace(claim, **{"inferred": inferred, "trust": None, **changes})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the documents, who is in them, and what they say.

    `doubtful` are acts whose doer, and statements whose speaker, the reader names with so
    little trust that it doesn't claim them (`detente.read.signing`): an analyst may. Their ids follow those of `claims`.
    `contradictions` are pairs of ids of claims, of which one denies in its report what the
    other says in another.
    """

    documents: tuple[Document, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    doubtful: tuple[Claim, ...] = ()
    contradictions: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the public JSON shape of ``detente read``."""
        actors = []
        for actor in self.actors:
            shown = asdict(actor)
            shown["mentions"] = [list(mention) for mention in actor.mentions]
            actors.append(shown)
        return {
            "documents": [asdict(document) for document in self.documents],
            "actors": actors,
            "claims": [_shown(claim) for claim in self.claims],
            "doubtful": [_shown(claim) for claim in self.doubtful],
            "contradictions": [list(pair) for pair in self.contradictions],
            "warnings": list(self.warnings),
            "versions": dict(self.versions),
        }


def _shown(claim: Claim) -> dict[str, Any]:
    """Return the public JSON shape of a claim."""
    return asdict(claim) | {"because": list(claim.because), "inferred": list(claim.inferred)}
