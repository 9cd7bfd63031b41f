"""By what a party lives: "gets most of its gas from", "half its exports go to", "its biggest market".

Who would act against another by whom it lives has that to think of. Each rule looks at one
verb and wants a share ("most", "70 per cent") of something that is traded.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.grammar import clauses
from detente.read.text.phrases import listed
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_HALVES = ("half", "third", "quarter", "fifth", "tenth", "fifths", "thirds", "quarters")


def _words(part: str) -> frozenset[str]:
    return frozenset(listed("constraints", "dependence", part))


def lives_by(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether a clause tells by what or whom a party lives.

    Examples
    --------
    >>> from detente.read.article import article
    >>> text = article("Nepal gets nearly all its fuel from India.")
    >>> lives_by(text, text.doc[1], text.doc[0])
    True
    """
    if clauses.negated(verb) or clauses.modal(verb) is not None or verb.tag_ == "VBG":
        return False
    if clauses.passive(verb) or any(
        each.lower_ in {"had", "having"} for each in clauses.kids(verb)
    ):
        return False
    lemma = verb.lemma_.lower()
    if lemma == "be" and _first_partner(article, verb):
        return True
    if lemma == "be" or lemma in _words("passing"):
        return _traded_part([who]) and _on_a_way(verb)
    if not _traded_part([*clauses.objects(verb)]):
        return False
    return lemma in _words("supplying") or (lemma in _words("getting") and _on_a_way(verb))


def _on_a_way(verb: "Token") -> bool:
    """Say whether a way or a partner is told: "from India", "through the port"."""
    return any(each.lower_ in _WAYS and each.i > verb.i for each in verb.subtree)


_WAYS = frozenset(("from", "to", "through", "with", "via", "across"))


def _traded_part(things: "list[Token]") -> bool:
    """Say whether a share of something traded is meant: "most of its gas", "70 per cent of exports"."""
    for thing in things:
        inside = [*thing.subtree]
        share = any(
            each.lemma_.lower() in listed("constraints", "burdens", "shares")
            or each.ent_type_ == "PERCENT"
            or each.lower_.rsplit("-", 1)[-1] in _HALVES
            for each in inside
        )
        traded = _words("traded")
        if share and any(clauses.lemma(each) in traded for each in inside):
            return True
    return False


def _first_partner(article: Article, verb: "Token") -> bool:
    """Say whether one is another's first partner in trade: "is by far its biggest market"."""
    what = clauses.child(verb, "attr") or next(clauses.prepositional(verb, "by"), None)  # "by far"
    if what is None or clauses.lemma(what) not in _words("partners"):
        return False
    if not any(each.lower_ in _words("first") for each in what.subtree if each.i <= what.i):
        return False
    owned = [each for each in what.subtree if each.i != what.i]
    return any(
        each.tag_ == "PRP$"
        or article.actor_of(each) is not None
        or each.lemma_.lower() in word_class("people")
        for each in owned
        if parties.actor_near(article, each) is not None or each.tag_ == "PRP$"
    )
