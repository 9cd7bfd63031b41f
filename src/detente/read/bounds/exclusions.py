"""What nobody may do: "no ship would pass", "whoever tries will pay", "told to keep out".

Each function looks at one verb of what a party says, vows or warns of, and returns the
line that it draws.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.line import Line
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_OUT = frozenset(("out", "off", "away", "clear"))
_MAY = frozenset(("could", "would", "might", "may", "will", "can", "shall"))
_TALKING = frozenset(
    ("talk", "negotiation", "dialogue", "peace", "ceasefire", "cease-fire", "truce")
)
_HELD = frozenset(("until", "till", "while", "as", "so", "unless", "without", "before"))
_WELCOME = frozenset(
    ("win", "agree", "comply", "accept", "surrender", "withdraw", "release", "help")
)
_ANYBODY = frozenset(("anyone", "anybody"))


def whoever(article: Article, verb: "Token", lemma: str, drawer: str | None) -> Line | None:
    """Return "whoever tries will pay", "the first soldier to land would start a war"."""
    del article
    who, helper = clauses.subject(verb), clauses.modal(verb)
    shared = verb.dep_ == "conj" and clauses.child(verb, *clauses.SUBJECTS) is None
    if who is None or helper is None or who.i > verb.i or shared or verb.dep_ == "relcl":
        return None
    if helper.lower_ not in {"could", "would", "might", "will"}:
        return None
    told = any(each.dep_ in {"relcl", "acl"} for each in clauses.kids(who))
    first = told and any(each.lower_ == "first" for each in clauses.kids(who))
    those = told and who.lower_ == "those" and lemma in line_words("reprisals", "finding")
    anybody = told and who.lower_ in _ANYBODY
    named = any(each.lower_ in {"whoever", "whosoever"} for each in who.subtree)
    if not (first or those or anybody or named) or lemma in line_words("answered", "kind_verbs"):
        return None
    if any(each.lemma_.lower() in _WELCOME for each in who.subtree):
        return None  # "whoever wins the vote will face a hard winter"
    start, end = stretches.whole(verb)
    return Line(start, end, None, "whoever", *stretches.subtree(who), who, drawer)


def nobody(article: Article, verb: "Token", lemma: str, drawer: str | None) -> Line | None:
    """Return "nobody could take a drop of our water", "no ship would pass"."""
    who, helper = clauses.subject(verb), clauses.modal(verb)
    if who is None or helper is None or helper.lower_ not in _MAY:
        return None
    if verb.dep_ in {"conj", "relcl"} or parties.actor_near(article, who) == drawer:
        return None
    none = who.left_edge.lower_ == "not" or any(
        each.lower_ == "no" or each.dep_ == "neg" for each in clauses.kids(who)
    )
    barred = none and who.lemma_.lower() in line_words("reprisals", "barred")
    if not (barred or who.lower_ == "nobody") or not _deed(verb, lemma, who):
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, None, "nobody may", start, end, who, drawer)


def _deed(verb: "Token", lemma: str, who: "Token") -> bool:
    """Say whether a verb is of what might be done against somebody's will."""
    let_be = lemma in line_words("reprisals", "let_be")
    if clauses.passive(verb) and lemma in {"give", "surrender", "cede", "yield"}:
        return False  # "not an inch would be given away": one's own act
    if clauses.passive(verb) or lemma == "be":
        return let_be and lemma != "be"
    if who.lower_ not in {"nobody", "one"}:
        return True
    verbs = lexicon().verbs
    return (
        let_be
        or lemma in verbs
        or phrase(verb, lexicon()) in verbs
        or (lemma in line_words("provoking"))
    )


def there_would(article: Article, verb: "Token", lemma: str, drawer: str | None) -> Line | None:
    """Return "there would be costs for any intervention", "there will be no more coups"."""
    if lemma != "be" or clauses.child(verb, "expl") is None:
        return None
    what = clauses.child(verb, "attr")
    if what is None:
        return None
    priced = what.lemma_.lower() in line_words("reprisals", "prices") and not clauses.negated(what)
    promised = (
        verb.head.lemma_ in {"promise", "assure", "pledge", "give"} or verb.head.pos_ == "NOUN"
    )
    barred = (
        not promised
        and any(each.lower_ == "no" for each in what.doc[what.left_edge.i : what.i])
        and (_act_like(what) or what.lemma_.lower() in line_words("reprisals", "barred"))
        and _of_others(article, what, drawer)
    )
    barred = barred or _no_question(article, what, drawer)
    barred = barred or (clauses.negated(what) and _no_talks_until(verb, what))
    if not priced and not barred:
        return None
    start, end = stretches.whole(verb)
    conditioned = [each for each in _hung(verb) if each.i > verb.i]
    end = max([end, *(stretches.subtree(each)[1] for each in conditioned)])
    return Line(start, end, None, "there would be", what.left_edge.idx, end, None, drawer)


def _of_others(article: Article, what: "Token", drawer: str | None) -> bool:
    """Say whether a deed is another's: "no more coups", "no Russian base", not "no early return"."""
    told = [*clauses.kids(what), *clauses.prepositional(what, "by", "from")]
    return any(
        each.lower_ in {"more", "further", "another", "foreign", "outside"}
        or article.actor_of(each) not in {None, drawer}
        for each in told
        if each.dep_ in {"amod", "compound", "nmod", "pobj"}
    )


def _no_question(article: Article, what: "Token", drawer: str | None) -> bool:
    """Say whether another's deed is out of question: "there can be no question of foreign troops"."""
    if what.lemma_ != "question" or not any(each.lower_ == "no" for each in what.lefts):
        return False
    return any(
        _of_others(article, each, drawer) for each in clauses.prepositional(what, "of", "about")
    )


def _no_talks_until(verb: "Token", what: "Token") -> bool:
    """Say whether talks are refused while another does a thing: "no talks until they leave"."""
    if what.lemma_.lower() not in _TALKING:
        return False
    hung = [*_hung(verb), *_hung(what)]
    return any(
        word.lower_ in _HELD
        for each in hung
        for word in (each, *clauses.kids(each), *each.doc[each.left_edge.i : each.left_edge.i + 2])
    )


def _hung(word: "Token") -> "list[Token]":
    """Return the clauses that hang on a word, those behind "as long as" too."""
    below = [*clauses.kids(word)]
    below += [far for each in below if each.lower_ == "long" for far in clauses.kids(each)]
    return [each for each in below if each.dep_ == "advcl"]


def _act_like(who: "Token") -> bool:
    return clauses.lemma(who) in lexicon().nouns or who.pos_ == "VERB"


def kept_out(article: Article, verb: "Token") -> Line | None:
    """Return "warned Uganda to keep out of the lake", "told them to stay away"."""
    whom = clauses.child(verb, "dobj", "dative")
    below = clauses.child(verb, "xcomp", "ccomp")
    if (
        below is None
        or below.i < verb.i
        or below.lemma_ not in {"keep", "stay"}
        or below.tag_ != "VB"
    ):
        return None
    barred = whom or clauses.subject(below)
    if barred is None or clauses.modal(below) is not None:
        return None
    out = any(each.lower_ in _OUT for each in below.subtree)
    if not out or article.role_of(parties.actor_near(article, barred)) != "party":
        return None
    if barred.lemma_.lower() in word_class("own_people"):
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, clauses.subject(verb), "told to keep out", below.idx, end, barred)
