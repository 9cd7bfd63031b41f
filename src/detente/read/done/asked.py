"""Who is to do what a condition demands: not who demands it.

"Truman threatened Stalin with war unless the troops left": the addressee is to act.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import Act
from detente.read.grammar import clauses
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modality import HOSTILE
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_UP = 6
_PRONOUNS = frozenset(("they", "it", "he", "she", "his", "its", "their", "her"))


def demanded_of(
    article: Article,
    act: Act,
    conditions: Sequence[Conditional],
    acts: Sequence[Act],
) -> str | None:
    """Return who is to do an act that a condition demands, None where it says so itself.

    Parameters
    ----------
    article : Article
        Where it stands.
    act : Act
        The act, with the doer that its clause gives.
    conditions : sequence of Conditional
        Of the article; those that make demands.
    acts : sequence of Act
        All acts of the article.
    """
    if act.status != "demanded" or act.event in HOSTILE:
        return None
    within = next(
        (each for each in conditions if each.condition_start <= act.head.idx < each.condition_end),
        None,
    )
    if within is None:
        return None
    demander, addressee = _sides(article, within.verb)
    if addressee is None:
        addressee = next(
            (
                each.target
                for each in acts
                if each.head.i == within.verb.i and each.actor == demander
            ),
            None,
        )
    if demander is None or addressee is None:
        return None  # "Peru can do little more unless it changes a law", "unless they are freed"
    if act.actor is not None and (act.actor != demander or not _by_pronoun(act)):
        return None
    return addressee if addressee != demander else None


def _sides(article: Article, verb: "Token") -> tuple[str | None, str | None]:
    """Return who makes a condition, and to whom, by the verb that hangs on it and those above."""
    current = verb
    who = clauses.subject(verb)
    demander = parties.actor_near(article, who) if who is not None else None
    for _ in range(_UP):
        told = next((each for each in current.children if each.dep_ in {"dobj", "dative"}), None)
        addressing = current.lemma_.lower() in word_class("addressing")
        if told is not None and addressing and (named := article.actor_of(told)) is not None:
            above = clauses.subject(current)
            found = parties.actor_near(article, above) if above is not None else None
            return (found or demander), named
        if current.head.i == current.i or current.dep_ not in {"ccomp", "xcomp", "conj", "advcl"}:
            break
        current = current.head
    return demander or article.speaker_of(verb), None


def _by_pronoun(act: Act) -> bool:
    """Say whether an act's doer is a pronoun, or a pronoun's: "unless its forces withdrew"."""
    who = clauses.subject(act.head) if act.head.pos_ in {"VERB", "AUX"} else act.head
    if who is None:
        return True
    return who.lower_ in _PRONOUNS or any(
        each.dep_ == "poss" and each.lower_ in _PRONOUNS for each in who.children
    )
