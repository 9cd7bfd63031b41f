"""Whose inside somebody acts in who has no state by name: students, a court, the opposition.

A text that is about one state's inside says so by a word beside them ("Niger's
new rulers", "members of his coalition"), by the place ("In Chile the
opposition"), by whom they turn to ("students urged the president"), or by the
place that the report is sent from.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.act import Act
from detente.read.done.groupings import grouping, member
from detente.read.grammar import clauses
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_LANDS = frozenset({"state", "region"})
_BODIES = frozenset({"bloc", "institution"})
_BESIDE = frozenset({"poss", "amod", "compound", "nmod"})
_WITHIN = ("of", "in", "at", "from")
_OFTEN = 4  # mentions from which on a crowd is a party of its own
_HEAD = 200  # characters that a dateline stands in


def insider(article: Article, act: Act) -> bool:
    """Say whether an act's doer is taken for people or a body without a state: "students"."""
    known = article.cast.get(act.actor) if act.actor is not None else None
    if known is None:
        return False
    if grouping(known.id):
        return member(article, known.id, act.target) is not None
    last = known.id.rsplit("_", 1)[-1]
    if known.role == "source":
        body = known.kind in {"people", "institution", "person"}
        return body or last in word_class("commissions")
    seldom = len(known.mentions) < _OFTEN
    return seldom and known.kind == "group" and last in word_class("insiders")


def home(article: Article, act: Act, who: "Token | None") -> str | None:
    """Return the state or body whose inside the doer of an act belongs to, as far as words say."""
    if grouping(act.actor):
        return member(article, act.actor, act.target)
    if who is None:
        return None
    kinds = _BODIES if who.lemma_.lower() in word_class("commissions") else _LANDS
    for each in _beside(who):
        actor = article.actor_of(each)
        if actor is not None and _is(article, actor, kinds | _LANDS):
            return actor
    if kinds is _BODIES:
        return _named_last(article, who, kinds)
    return there(article, act) or _turned_to(article, act) or _sent_from(article)


def _beside(who: "Token") -> Iterator["Token"]:
    """Yield the words that may tell whose somebody is, those beside them first."""
    for each in who.children:
        if each.dep_ in _BESIDE:
            yield each
    for each in clauses.prepositional(who, *_WITHIN):
        yield each
        yield from (far for far in each.children if far.dep_ in _BESIDE)


def there(article: Article, act: Act) -> str | None:
    """Return the state in whose land a sentence sets its scene, before the act or at its end."""
    sentence = act.head.sent
    for mention in article.mentions:
        if sentence.start <= mention.start < sentence.end and mention.place:
            before = article.doc[mention.start].head.lower_
            if before in {"in", "at", "across"} and _is(article, mention.actor, _LANDS):
                return mention.actor
    return None


def _turned_to(article: Article, act: Act) -> str | None:
    """Return the state of the person whom they turn to or against: "the opposition accused him"."""
    for each in clauses.objects(act.head):
        actor = article.actor_of(each)
        human = each.ent_type_ == "PERSON" or each.lower_ in {"him", "her"}
        if actor is not None and (human or each.lemma_.lower() in {"president", "premier"}):
            return actor if _is(article, actor, _LANDS) else None
    return None


def _sent_from(article: Article) -> str | None:
    """Return the state in whose capital a report was written."""
    for mention in article.mentions:
        if article.doc[mention.start].idx > _HEAD:
            return None
        if mention.place and mention.form == "capital" and mention.start == 0:
            return mention.actor if _is(article, mention.actor, _LANDS) else None
    return None


def _named_last(article: Article, who: "Token", kinds: frozenset[str]) -> str | None:
    """Return the actor of these kinds that was named last before a word."""
    for i in range(who.i - 1, -1, -1):
        actor = article.token_actor[i]
        if actor is not None and _is(article, actor, kinds):
            return actor
    return None


def _is(article: Article, actor: str, kinds: frozenset[str]) -> bool:
    known = article.cast.get(actor)
    return known is not None and known.role == "party" and known.kind in kinds
