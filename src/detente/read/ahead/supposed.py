"""Clauses that no rule takes up and that likely tell a consequence, and rules' that hardly do.

`detente.read.ahead.telling` says which signs are weighed, ``lexicon/consequence_chances.toml``
how much each of them counts.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from detente.read.ahead.causes import act_like
from detente.read.ahead.effects import Effect
from detente.read.ahead.telling import Scene, Span, signs
from detente.read.ahead.words_of_effect import may_tell
from detente.read.grammar import clauses, stretches
from detente.read.text.weights import likelihood, weights

if TYPE_CHECKING:
    from spacy.tokens import Token

# a clause's head, its characters, the lists that its verb stands in
Clause: TypeAlias = "tuple[Token, Span, frozenset[str]]"

LEAST_CHANCE = 0.45
LEAST_OF_RULES = 0.12
WEIGHED = frozenset(
    ("effect", "effect foreseen", "effect told", "effect, paired", "effect of an act foreseen",
     "consequent")
)  # fmt: skip
"""The rules that go by a verb's list alone; where a word says that one thing follows, it counts."""

RULE = "likely"
_LEAST_GAPS = 2  # between the words of a clause; less is a scrap
_NO_CLAUSE = frozenset(("amod", "pcomp", "csubj"))


def chance(seen: Iterable[str]) -> float:
    """Return the chance that an analyst would mark a clause, by the signs that were seen.

    Examples
    --------
    >>> chance(["modal would", "effect of act"]) > chance(["tense VBD", "act of party"])
    True
    """
    return likelihood(weights("consequence_chances", "consequence"), seen)


def clauses_of(scene: Scene, verbs: "Iterable[Token]") -> Iterator[Clause]:
    """Yield the clauses of a text that may tell a consequence, whether rules take them up or not.

    Parameters
    ----------
    scene : Scene
        The text.
    verbs : iterable of Token
        Those that head its clauses.
    """
    for verb in verbs:
        participle = verb.tag_ == "VBG"
        if participle and verb.dep_ in _NO_CLAUSE:
            continue
        known = may_tell(verb)
        if known is None:
            continue
        behind = participle and verb.dep_ in {"advcl", "acl"}
        span = stretches.subtree(verb) if behind else stretches.whole(verb)
        if scene.article.document.text.count(" ", *span) >= _LEAST_GAPS:
            yield verb, span, known


def weighted(scene: Scene, verbs: "Iterable[Token]", found: Iterable[Effect]) -> list[Effect]:
    """Return what rules found, without what hardly is a consequence, and what likely is one beside.

    Parameters
    ----------
    scene : Scene
        The text, with the spans of `found` as ``told``.
    verbs : iterable of Token
        The heads of its clauses.
    found : iterable of Effect
        What rules found; no two of them overlap.

    Returns
    -------
    list of Effect
        No two overlap; those that no rule found have the rule ``likely`` with their
        chance in percent.
    """
    kept = [
        each
        for each in found
        if each[-1] not in WEIGHED or _chance_of(scene, each) >= LEAST_OF_RULES
    ]
    taken = [each[:2] for each in kept]
    likely = sorted(
        (
            (chance(signs(scene, *clause)), clause)
            for clause in clauses_of(scene, verbs)
            if not (_overlaps(clause[1], taken) or clauses.conditional(clause[0]))
        ),
        key=lambda pair: (-pair[0], pair[1][1]),
    )
    for much, (verb, span, _) in likely:
        if much < LEAST_CHANCE:
            break
        if not _overlaps(span, taken):
            taken.append(span)
            kept.append((*span, verb, _cause(scene, verb), f"{RULE}, {much:.0%}"))
    return kept


def _cause(scene: Scene, verb: "Token") -> "Token | None":
    """Return the act or thing that a verb has as its subject."""
    who = clauses.subject(verb)
    return who if act_like(scene.article, who) else None


def _chance_of(scene: Scene, effect: Effect) -> float:
    """Return the chance of what a rule found; 1 where it is no clause of the usual kind."""
    start, end, verb = effect[:3]
    known = may_tell(verb)
    return 1.0 if known is None else chance(signs(scene, verb, (start, end), known))


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
