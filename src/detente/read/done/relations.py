"""Relations that a text states: alliance, membership, hostility.

>>> from detente.read.article import article
>>> [(c.actor, c.action, c.target) for c in extract(article("Japan is an ally of Australia."))]
[('japan', 'ally of', 'australia')]
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.grammar import clauses

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = {
    "ally": "ally of",
    "partner": "partner of",
    "enemy": "enemy of",
    "adversary": "enemy of",
    "foe": "enemy of",
    "rival": "rival of",
    "archrival": "rival of",
    "patron": "patron of",
    "backer": "patron of",
    "proxy": "proxy of",
    "client": "client of",
    "satellite": "client of",
    "member": "member of",
    "supporter": "patron of",
    "protector": "patron of",
    "neighbour": "neighbour of",
    "neighbor": "neighbour of",
}
_VERBS = {"oppose": "opposed to", "support": "patron of", "back": "patron of", "ally": "ally of"}


def extract(article: Article) -> Iterator[Claim]:
    """Yield the relations that a sentence states in so many words."""
    for token in clauses.tokens(article.doc):
        noun = _NOUNS.get(token.lemma_.lower())
        if noun and token.pos_ in {"NOUN", "PROPN"}:
            subject = _bearer(token)
            actor = article.actor_of(subject) if subject is not None else None
            target = _other(article, token)
            if actor and target and actor != target:
                yield _claim(article, token, noun, actor, target, "relation:noun")


def _bearer(token: "Token") -> "Token | None":
    """Return whose relation the noun tells: subject of "is", or what it stands beside."""
    negated = any(child.dep_ == "neg" for child in (*token.children, *token.head.children))
    if token.dep_ in {"attr", "oprd"} and not negated:
        return next((c for c in token.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if token.dep_ == "appos" and token.head.pos_ in {"PROPN", "NOUN"}:
        return token.head
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            return child
    return None


def _other(article: Article, token: "Token") -> str | None:
    for child in token.children:
        if child.dep_ in {"poss", "compound", "amod", "nmod"}:
            actor = article.actor_of(child)
            if actor:
                return actor
        if child.dep_ == "prep" and child.lower_ in {"of", "to", "with"}:
            for leaf in child.children:
                if leaf.dep_ == "pobj" and article.actor_of(leaf):
                    return article.actor_of(leaf)
    return None


def _claim(  # noqa: PLR0917 - the parts of one claim
    article: Article, token: "Token", action: str, actor: str, target: str, rule: str
) -> Claim:
    governor = token.head if token.dep_ in {"attr", "oprd"} else token
    first, last = governor.left_edge, governor.right_edge
    if token.dep_ == "appos":
        first, last = token.head.left_edge, token.right_edge
    return article.claim(
        "relation",
        first.idx,
        last.idx + len(last.text),
        rule=rule,
        tag=f"{actor}-{target}",
        actor=actor,
        action=action,
        target=target,
    )
