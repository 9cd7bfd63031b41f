"""Who summons an envoy or orders him out, where a passive doesn't say: the state he is sent to.

"The Ruritanian ambassador was ordered to leave" is no act of Ruritania, as "the fleet was
ordered to leave" would be. The host is named by its ministry ("was summoned to the State
Department") or by the place ("in Tehran, where the ambassador was called in").
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import Act
from detente.read.done.insiders import there
from detente.read.grammar import clauses
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAVING = frozenset(("leave", "depart", "go", "quit", "vacate"))
_IN = frozenset(("in", "back"))


def envoy(act: Act) -> "Token | None":
    """Return the envoy whom a passive says to be summoned or ordered out."""
    verb = act.head
    if verb.pos_ != "VERB" or not clauses.passive(verb):
        return None
    lemma = verb.lemma_.lower()
    particles = {each.lower_ for each in verb.children if each.dep_ in {"prt", "advmod", "prep"}}
    summoned = lemma == "summon" or (lemma == "call" and "in" in particles)
    inner = clauses.child(verb, "xcomp")
    ousted = lemma in {"order", "tell", "ask"} and inner is not None and inner.lemma_ in _LEAVING
    if not (summoned or ousted):
        return None
    whom = next(iter(clauses.objects(verb)), None)
    if whom is not None and whom.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
        whom = verb.head
    if whom is None and verb.dep_ in {"acl", "relcl"}:
        whom = verb.head
    return whom if whom is not None and _sent(whom) else None


def _sent(whom: "Token") -> bool:
    """Say whether a word names an envoy, or somebody with an envoy's title before the name."""
    titles = (each for each in whom.children if each.dep_ in {"compound", "appos", "amod"})
    return any(each.lemma_.lower() in word_class("envoys") for each in (whom, *titles))


def host(article: Article, act: Act) -> str | None:
    """Return the party that an envoy is sent to, where it summons him or orders him out."""
    whom = envoy(act)
    if whom is None:
        return None
    own = parties.actor_near(article, whom)
    for each in clauses.prepositional(act.head, "to", "into", "at", "in"):
        found = parties.actor_near(article, each)
        if found not in {None, own} and article.role_of(found) == "party":
            return found
    place = there(article, act)
    return place if place != own else None
