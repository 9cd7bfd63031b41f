"""Threats by an alternative: "leave now, or we will", "otherwise it would take measures".

Each function looks at one verb, of what would be done, and returns the line that it draws.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.comeuppance import at_war, regrets
from detente.read.bounds.deeds import deed, measures, strikes, to_come
from detente.read.bounds.line import Line
from detente.read.bounds.voiced import had_been, likely, onlooker, says, unnamed
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.text.words import line_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def otherwise(article: Article, verb: "Token") -> Line | None:
    """Return the line of a verb that tells what would be done if not."""
    if verb.dep_ == "conj":
        return _or_we(article, verb) or _one_more(article, verb)
    if any(each.lower_ in {"otherwise", "failing"} for each in clauses.kids(verb)):
        return _failing_that(article, verb)
    return None


def _or_we(article: Article, verb: "Token") -> Line | None:
    """Return "either they lay down their arms or we shall fight", "leave now, or we will ..."."""
    above = verb.head
    who = clauses.child(verb, "nsubj")
    if who is None or clauses.negated(verb) or not to_come(verb, first=False):
        return None
    if not any(each.dep_ == "cc" and each.lower_ == "or" for each in clauses.kids(above)):
        return None
    drawer = says(article, verb)
    party = parties.actor_near(article, who)
    first = who.lower_ == "we" and article.quoted(verb.idx)
    other = clauses.child(above, "nsubj")
    bound = clauses.modal(above)
    must = bound is not None and bound.lower_ in {"must", "should"} and other is not None
    hurts = must and (regrets(verb) or at_war(verb) or verb.lemma_ in {"face", "follow"})
    if not first and (drawer is None or (party != drawer and not hurts)):
        return None
    ordered = above.tag_ == "VB" and other is None
    told = other is not None and parties.actor_near(article, other) not in {None, party}
    if not (ordered or told):
        return None
    start, end = stretches.subtree(above)
    return Line(
        min(start, above.left_edge.idx),
        end,
        None,
        "do it, or we will",
        start,
        verb.idx,
        other,
        drawer,
    )


def _failing_that(article: Article, verb: "Token") -> Line | None:
    """Return "Otherwise, the king said, he would take measures"."""
    who = clauses.child(verb, "nsubj")
    if who is None or clauses.negated(verb) or not to_come(verb, first=False):
        return None
    drawer, party = says(article, verb), parties.actor_near(article, who)
    if drawer is None and article.role_of(party) == "party" and not onlooker(article, verb.idx):
        drawer = party if article.speaker_of(verb) is not None else None
    own = drawer is not None and party == drawer
    ours = who.lower_ == "we" and (drawer is not None or unnamed(article, verb))
    told = deed(verb)
    hurts = strikes(verb) or measures(told) or told.lemma_.lower() in line_words("reprisals")
    if not (own or ours) or not hurts or likely(verb) or had_been(verb):
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, None, "otherwise", start, end, None, drawer)


def _one_more(article: Article, verb: "Token") -> Line | None:
    """Return "one more rocket and we will march"."""
    thing, who = verb.head, clauses.child(verb, "nsubj")
    if thing.pos_ not in {"NOUN", "PROPN"} or who is None or not to_come(verb, first=False):
        return None
    if not any(each.lower_ in {"more", "another"} for each in clauses.kids(thing)):
        return None
    drawer = says(article, verb)
    if drawer is None or parties.actor_near(article, who) != drawer:
        return None
    start, end = stretches.subtree(thing)[0], stretches.whole(verb)[1]
    return Line(start, end, None, "one more, and we will", start, verb.idx, None, drawer)
