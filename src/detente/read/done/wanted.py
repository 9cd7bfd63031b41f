"""Who is to do what somebody calls for by a noun: "begged Oslo for trawlers", "urged an embargo".

Whoever is begged for a thing is to give it. Where nobody is begged, a state or a body of
states that calls for a measure against foreigners means its own: a parliament that presses
for tariffs wants its government to raise them, not the other side.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import Act
from detente.read.grammar import clauses
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset(("state", "bloc", "alliance", "region"))


def begged(article: Article, act: Act) -> str | None:
    """Return who is asked for what a noun tells, by name: "appealed to Rome for aid".

    Parameters
    ----------
    article : Article
        Where it stands.
    act : Act
        An act that a noun tells and that somebody demands.

    Returns
    -------
    str or None
        A party; None where the words don't say who is asked.
    """
    verb = _calling(act)
    if verb is None or verb.lemma_.lower() not in word_class("begging") or clauses.passive(verb):
        return None
    whom = [*clauses.kids(verb)]
    named = [each for each in whom if each.dep_ in {"dobj", "dative"}]
    named += clauses.prepositional(verb, "to", "with")
    found = (parties.actor_near(article, each) for each in named if each.i < act.head.i)
    return next((each for each in found if article.role_of(each) == "party"), None)


def own_measure(article: Article, act: Act, asking: str | None) -> str | None:
    """Return who calls for a measure that it takes itself, if it takes it against foreigners.

    Parameters
    ----------
    article : Article
        Where it stands.
    act : Act
        An act that a noun tells.
    asking : str or None
        The party that calls for it.
    """
    verb = _calling(act)
    others = {"demand", "insist", *word_class("begging")}  # of somebody else
    if verb is None or asking is None or verb.lemma_.lower() in others:
        return None
    known = article.cast.get(asking)
    if known is None or known.role != "party" or known.kind not in _OWN:
        return None
    measure = act.event == "SANCTION" or act.head.lemma_.lower() in word_class("own_measures")
    return asking if measure else None


def _calling(act: Act) -> "Token | None":
    """Return the verb by which somebody calls for what a noun tells."""
    if act.noun is not act.head or act.status != "demanded" or act.head.pos_ != "NOUN":
        return None
    noun = clauses.conjuncts_head(act.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "a resolution of censure"
        noun = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "for":
        above = clauses.conjuncts_head(noun.head).head  # "called for a ban and for a boycott"
        return above if above.pos_ == "VERB" else None
    asked = noun.dep_ == "dobj" and noun.head.pos_ == "VERB"
    return noun.head if asked and noun.head in act.standing.cues else None
