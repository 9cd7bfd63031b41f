"""Of whom a noun speaks: itself, its owner, its adjective, or what it is part of."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.grammar import clauses
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = frozenset(("poss", "compound", "amod", "nmod"))


def actor_near(article: Article, token: "Token") -> str | None:
    """Return the actor of a noun: its own, its owner's, its adjective's, or of what it is part of."""
    found = article.actor_of(token)
    if found is not None:
        return found
    other = token.lemma_.lower() in word_class("counterparts")
    beside = {"appos", "compound", "amod", "nmod"} if other else _BESIDE
    for each in token.children:
        if each.dep_ in beside and not _backer(each):
            found = article.actor_of(each)
            if found is not None:
                return found
    lettered = _lettered(article, token)
    if lettered is not None:
        return lettered
    for each in clauses.prepositional(token, "of", "from", "in"):
        found = article.actor_of(each)
        if found is not None:
            return found
        for far in each.children:
            if far.dep_ in {"poss", "compound", "amod"} and article.actor_of(far) is not None:
                return article.actor_of(far)
    return None


def _lettered(article: Article, token: "Token") -> str | None:
    """Return whose a ship is by the letters before its name: "the battleship USS Missouri"."""
    if token.lemma_.lower() not in word_class("force"):
        return None
    names = (each for each in token.children if each.dep_ == "appos")
    letters = (far for each in names for far in each.children if far.dep_ == "compound")
    return next((actor for far in letters if (actor := article.actor_of(far)) is not None), None)


def _backer(name: "Token") -> bool:
    """Say whether a name only tells who helps or recognises somebody: "the UN-backed government"."""
    doc, i = name.doc, name.i
    return (
        i + 2 < len(doc) and doc[i + 1].text == "-" and doc[i + 2].lower_ in word_class("backing")
    )
