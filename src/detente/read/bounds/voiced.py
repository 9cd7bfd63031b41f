"""Whose words a clause is, where a line is drawn in it: "made it plain that it would ...".

`Article.speaker_of` knows the plain sayings. A line is drawn by more: what a party vowed,
let it be understood, was determined to do, or had somebody told.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.grammar import clauses
from detente.read.text.words import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 7
_HANGING = frozenset(
    ("ccomp", "conj", "xcomp", "acl", "advcl", "relcl", "acomp", "oprd", "prep", "pobj")
)


def _list(key: str) -> frozenset[str]:
    return frozenset(words(table("red_lines")["voices"][key]))


def says(article: Article, verb: "Token") -> str | None:
    """Return the party whose words a verb stands in, None where it is nobody's.

    Examples
    --------
    >>> from detente.read.article import article
    >>> text = article("Ghana made it plain that any raid would be answered.")
    >>> says(text, text.doc[-2])
    'ghana'
    """
    speaker = article.speaker_of(verb)
    if article.role_of(speaker) == "party":
        return speaker
    return told_by(article, verb)


def told_by(article: Article, verb: "Token") -> str | None:
    """Return the party that stands above a clause as who told, vowed or resolved it."""
    current = verb
    for _ in range(_FAR):
        if current.dep_ not in _HANGING or current.head is current:
            return None
        current = current.head
        lemma = current.lemma_.lower()
        if lemma in _list("thinking"):
            return None
        if current.pos_ not in {"VERB", "AUX"} or lemma not in _list("telling"):
            continue
        who = clauses.subject(current)
        if clauses.passive(current):
            who = clauses.agent(current)
        found = parties.actor_near(article, who) if who is not None else None
        if article.role_of(found) == "party":
            return found
    return None


def official(article: Article, verb: "Token") -> bool:
    """Say whether a nameless official, officer or envoy says it: somebody's, if not by name."""
    speaker = article.speaker_of(verb) or ""
    last = speaker.rsplit("_", 1)[-1].removesuffix("s")
    return last in _list("officials")


def onlooker(article: Article, place: int) -> bool:
    """Say whether words are an onlooker's, who draws no line: "analysts say", "historians hold"."""
    speaker = article.speaker_of(place)
    if speaker is None or article.role_of(speaker) == "party":
        return False
    return speaker.rsplit("_", 1)[-1].removesuffix("s") in _list("onlookers")


def behind_warning(verb: "Token") -> bool:
    """Say whether a clause is what somebody warns of or threatens."""
    current = verb
    for _ in range(3):
        if current.dep_ not in {"ccomp", "conj", "xcomp"}:
            return False
        current = current.head
        if current.lemma_ in {"warn", "threaten", "caution"}:
            return True
    return False


def guessed(verb: "Token") -> bool:
    """Say whether a clause is only what somebody thinks or fears."""
    current = verb
    for _ in range(3):
        if current.dep_ not in {"ccomp", "conj"}:
            return False
        current = current.head
        if current.lemma_.lower() in _list("thinking"):
            return True
    return False
