"""Threats with a condition: "if they cross, we will", "unless it withdrew, it would be bombed".

A condition that another may fulfil, and behind it what it would come to. Which conditionals are
such, and which are fears, offers and plans, is told by their signs (`threat_signs`): those with a
chance of 0.45 or more are threats.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.alternatives import otherwise
from detente.read.bounds.line import Line
from detente.read.bounds.threat_halves import Halves, halves
from detente.read.bounds.threat_signs import signs
from detente.read.bounds.voiced import guessed, had_been, likely, onlooker
from detente.read.done import parties
from detente.read.done.act import OPEN, Act
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modality import HOSTILE
from detente.read.text.weights import chance, weights
from detente.read.text.words import line_words

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST_CHANCE = 0.45
_BEHIND = frozenset(
    ("if", "if not", "inverted should", "inverted were", "unless", "until", "as long as",
     "so long as", "in the event of", "in case of", "or face", "or else", "or",
     "failing which", "absent", "the moment", "before")
)  # fmt: skip
_FAR = 5  # verbs above an answer among which the threat stands
_SAYING = frozenset(("say", "tell", "warn", "add", "write", "declare", "announce", "insist"))


def threats(
    article: Article,
    acts: tuple[Act, ...],
    conditions: tuple[Conditional, ...],
    verbs: "tuple[Token, ...]",
) -> Iterator[Line]:
    """Yield threats with a condition: one party's answer to another's act."""
    for each, both in candidates(article, conditions):
        if likelihood(article, acts, each, both) >= LEAST_CHANCE:
            yield _line_of(article, acts, each, both)
    for verb in verbs:
        line = otherwise(article, verb)
        if line is not None:
            yield line


def candidates(
    article: Article, conditions: Sequence[Conditional]
) -> Iterator[tuple[Conditional, Halves]]:
    """Yield the conditionals that may be threats: not what is guessed, or would be all the same."""
    for found in conditions:
        if found.rule not in _BEHIND:
            continue
        each = parted(article, found)
        both = halves(article, each)
        verb = both.verb
        vetoed = likely(verb) or had_been(verb) or guessed(verb) or _asked_for(verb)
        if not vetoed and not _conceded(article, each) and not onlooker(article, verb.idx):
            yield each, both


def likelihood(article: Article, acts: Sequence[Act], each: Conditional, both: Halves) -> float:
    """Return the chance, 0 to 1, that a conditional is a threat."""
    known = weights("threats", "threat")
    return chance(
        known, ((sign, 1.0) for sign in signs(article, acts, each, both) if sign in known)
    )


def _conceded(article: Article, each: Conditional) -> bool:
    """Say whether what follows would be done all the same: "even if talks failed"."""
    near = article.text[max(each.condition_start - 6, 0) : each.condition_start + 5]
    return "even " in near.lower()


def _asked_for(verb: "Token") -> bool:
    """Say whether a clause only asks what would be: "has not said what it would do if"."""
    asking = (each for each in clauses.kids(verb) if each.tag_ in {"WP", "WRB"})
    return verb.dep_ != "relcl" and any(each.i < verb.i for each in asking)


def _line_of(article: Article, acts: Sequence[Act], each: Conditional, both: Halves) -> Line:
    """Return the line of a conditional: its condition is the act barred."""
    return Line(
        each.start, each.end, None, "threat with a condition", each.condition_start,
        each.condition_end, None, _drawer(article, acts, each, both),
    )  # fmt: skip


def _drawer(article: Article, acts: Sequence[Act], each: Conditional, both: Halves) -> str | None:
    """Return who threatens: whoever speaks, is said to threaten, or would strike."""
    if both.drawer is not None:
        return both.drawer
    above = each.verb
    for _ in range(_FAR):
        bare = above.pos_ == "VERB" and clauses.modal(above) is None
        if bare and above.lemma_.lower() in line_words("warning"):
            who = clauses.subject(above)
            party = parties.actor_near(article, who) if who is not None else None
            party = party or next((act.actor for act in acts if act.head.i == above.i), None)
            return party if article.role_of(party) == "party" else None
        if above.head.i == above.i:
            break
        above = above.head
    after = (act for act in acts if each.start <= act.head.idx < each.end)
    would = (act for act in after if act.status in OPEN and act.event in HOSTILE)
    for act in would:
        inside = each.condition_start <= act.head.idx < each.condition_end
        if act.actor is not None and not inside:
            return act.actor
    if both.who is None or clauses.passive(both.verb):
        return None
    return parties.actor_near(article, both.who)


def parted(article: Article, each: Conditional) -> Conditional:
    """Return a conditional without a comma, parted where "we will" begins: "if they come we will fire".

    A parser takes such an answer for a part of the condition, and what was said for a mere
    verb of saying.
    """
    if article.saying_at(each.verb.idx) is not None and clauses.modal(each.verb) is not None:
        return each
    inside = stretches.span_at(article.doc, each.condition_start, each.condition_end)
    for token in inside:
        helper = token.head if token.dep_ in clauses.SUBJECTS else None
        modal = clauses.modal(helper) if helper is not None else None
        if helper is None or modal is None or modal.lower_ not in {"will", "'ll", "shall"}:
            continue
        later = token.lower_ in {"we", "i"} and token.i > inside.start + 3
        if later and clauses.modal(each.verb) is None and each.verb.lemma_ in _SAYING:
            return replace(each, verb=helper, condition_end=token.idx)
    return each
