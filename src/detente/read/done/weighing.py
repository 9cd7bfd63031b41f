"""When an act noun without a doer is a choice all the same: weighed, supposed, bargained for.

"A renewed battle is improbable", "a war against Japan would be lost", "in exchange
for smaller exercises", "there will be no talks".
"""

import re
from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.modality import HOSTILE, ORDINALS, Standing
from detente.read.grammar.operators import own
from detente.read.text.words import Lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset(("amod", "compound", "prep", "acl", "nmod"))
_MARK = re.compile(r"\(?(?:\d{1,2}|[a-h])[.)]|\d|[-•–*]|[a-h]")
_BLOWS = frozenset(("ASSAULT", "COERCE"))
_HELD = frozenset(("consider", "regard", "treat", "expect", "view", "see"))
_TIMED = frozenset(("due", "set", "scheduled"))
_ODDS = frozenset(("chance", "prospect", "probability", "likelihood", "odds", "possibility"))
_ONE = frozenset(("a", "an", "any", "another"))
_WILL = frozenset(("will", "would", "'ll", "wo", "shall", "can", "could", "must"))


def weighed(noun: "Token", how: Standing, rule: str) -> bool:
    """Say whether a noun with words of its own is called likely, discussed or asked for."""
    own_words = any(each.dep_ in _OWN for each in noun.children)
    if rule in {"modal", "denied", "heading"}:
        return True
    if not how.cues or not own_words:
        return False
    cue = how.cues[0]
    if cue.pos_ == "VERB" and cue.lemma_ in _HELD and noun.dep_ in {"nsubj", "nsubjpass"}:
        return True
    if cue.pos_ == "ADJ":
        return cue.lower_ in word_class("likely_adjectives") or cue.lower_ in _TIMED
    if cue.pos_ == "NOUN" and how.status == "possible":
        return cue.lemma_.lower() in _ODDS
    return how.status in {"considered", "demanded"} and any(
        each.lower_ in _ONE for each in noun.lefts
    )


def supposed(noun: "Token", words: Lexicon) -> bool:
    """Say whether a noun names what would have effects: "a war against Japan would be lost"."""
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if any(each.lower_ == "any" for each in noun.lefts):
        return True
    return (
        words.nouns[clauses.lemma(noun)] in HOSTILE
        and any(each.lower_ in _ONE for each in noun.lefts)
        and any(each.dep_ in {"amod", "compound", "prep"} for each in noun.children)
    )


def imagined(noun: "Token", words: Lexicon) -> "Token | None":
    """Return the modal in whose clause a blow is only imagined: "hardly be held against an assault"."""
    if noun.dep_ not in {"pobj", "dobj"} or words.nouns[clauses.lemma(noun)] not in _BLOWS:
        return None
    if not any(each.lower_ in _ONE for each in noun.lefts):
        return None
    helper = clauses.modal(clauses.head_verb(noun))
    return helper if helper is not None and helper.lower_ in _WILL else None


def one_course(noun: "Token") -> "Token | None":
    """Return the ordinal that makes a noun one of several courses: "the second, a thrust at Aleppo"."""
    first = clauses.conjuncts_head(noun)
    above = first.head
    if first.dep_ == "attr" and above.lemma_ == "be":
        who = clauses.child(above, "nsubj")
        return who if who is not None and who.lower_ in ORDINALS else None
    return above if first.dep_ == "appos" and above.lower_ in ORDINALS else None


def bargained(noun: "Token", words: Lexicon) -> "Token | None":
    """Return the "for" of "in exchange for" before a noun, where the bargain isn't struck yet."""
    first = clauses.conjuncts_head(noun)
    above = first.head
    if first.dep_ != "pobj" or above.lower_ != "for":
        return None
    if above.head.lower_ not in {"exchange", "return"}:
        return None
    status, _ = own(clauses.head_verb(above), words)
    return None if status == "done" else above


def item(noun: "Token") -> bool:
    """Say whether a noun heads a numbered or dashed entry that is no sentence: "2. A blockade."."""
    if noun.dep_ != "ROOT":
        return False
    doc, first = noun.doc, noun.sent.start
    near = [each.text for each in doc[max(0, first - 3) : noun.i] if not each.is_space]
    return any(_MARK.fullmatch(text) for text in near)


def denied(noun: "Token") -> bool:
    """Say whether a noun is what there will be none of: "there will be no talks"."""
    verb = noun.head
    if noun.dep_ not in {"attr", "nsubj"} or verb.lemma_ != "be":
        return False
    helper = clauses.modal(verb)
    return (
        helper is not None
        and helper.lower_ in _WILL
        and any(each.lower_ == "no" for each in noun.lefts)
        and clauses.child(verb, "expl") is not None
    )
