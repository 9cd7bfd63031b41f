"""Find the acts of a text: what somebody does, did, may do or is told to do.

One pass over the words. A verb is an act by its frame, its type, or the act
noun that a light verb carries ("launched an attack"); a noun is one where no
verb tells the same act. How it stands comes from `modality`, who and upon whom
from `parties`. Events, options, red lines, conditionals, consequences,
constraints and forecasts are all made from what is found here.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.act import OPEN, Act
from detente.read.done.act_nouns import askable, noun_act
from detente.read.done.leftovers import LEAST_CHANCE, left_over
from detente.read.done.listings import entries
from detente.read.done.repeats import again
from detente.read.done.speech_acts import forced
from detente.read.done.verb_acts import verb_act
from detente.read.done.verbs import Typed
from detente.read.grammar import clauses
from detente.read.grammar.operators import phrase, tells_deed
from detente.read.text.words import Lexicon, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


_TALKS = frozenset(
    ("AGREE", "CONSULT", "RETREAT", "NONE", None)
)  # what is agreed or discussed is told by the verb
_PLAIN = frozenset((None, "CONSULT"))
_MEETING = frozenset(("AGREE", "CONSULT"))
_NEAR = 20  # words


def find(
    article: Article,
    words: Lexicon | None = None,
    *,
    least: Mapping[str, float] = LEAST_CHANCE,
) -> tuple[Act, ...]:
    """Return the acts of an article, in the order of their heads.

    Parameters
    ----------
    article : Article
        Parsed and resolved.
    words : Lexicon, optional
        The words; `lexicon()` where not given.
    least : mapping of str to float
        The chance from which on what no rule takes up counts as an option, and as an event.

    Returns
    -------
    tuple of Act
        No two have the same head, and no noun that a verb carries is told again.

    Notes
    -----
    Linear in the number of words.
    """
    words = words or lexicon()
    listed = entries(article.doc)
    verbs = [
        token
        for token in clauses.tokens(article.doc)
        if token.pos_ == "VERB"
        or (token.pos_ == "ADJ" and (token.tag_ == "VBN" or _behind_to(token)))
        or (token.pos_ == "AUX" and token.lemma_ == "be")
    ]
    found: dict[int, Act] = {}
    told: set[int] = set()
    for token in verbs:
        act = verb_act(article, token, words, listed.get(token.i))
        if act is not None:
            found[token.i] = act
            told |= _carried(act, words)
    found |= {
        token.i: act
        for token in verbs
        if token.i not in found and (act := _told_again(article, token, found, words))
    }
    for token in clauses.tokens(article.doc):
        if token.pos_ in {"NOUN", "PROPN"} and token.i not in told:
            act = noun_act(article, token, words, listed.get(token.i))
            if act is not None:
                found[token.i] = act
    found |= {
        token.i: act
        for token in verbs
        if (token.i not in found or found[token.i].event in _PLAIN)
        and (act := forced(article, token, found, words))
    }
    found |= left_over(article, verbs, found, told, words, least=least)
    return tuple(_apart(found[place], found) for place in sorted(found))


def _apart(act: Act, found: Mapping[int, Act]) -> Act:
    """Begin a deed behind the words that tell of it, where they are an act of their own.

    In "Peru accused Chile of shelling a post" the accusation is one act and "shelling a
    post" another.
    """
    if act.status in OPEN or act.start == act.core_start:
        return act
    telling = any(
        act.start <= other.head.idx < act.core_start and other.status not in OPEN
        for place in range(max(0, act.head.i - _NEAR), act.head.i)
        if (other := found.get(place)) is not None
    )
    return replace(act, start=act.core_start) if telling else act


def _behind_to(word: "Token") -> bool:
    """Say whether a parser took a verb for an adjective: "and to free the hostages"."""
    return (
        word.i > 0 and word.doc[word.i - 1].tag_ == "TO" and clauses.child(word, "dobj") is not None
    )


def _told_again(
    article: Article, verb: "Token", found: Mapping[int, Act], words: Lexicon
) -> Act | None:
    """Return the act of a party that "did so", of the type of the act before."""
    event = again(verb, found)
    if event is None:
        return None
    act = verb_act(article, verb, words, None, Typed(event, None, "same again"))
    if act is None or article.role_of(act.actor) != "party":
        return None
    loosely = clauses.modal(verb) is None or verb.dep_ not in {"ROOT", "conj"}
    return None if act.status in OPEN and loosely else act


def _carried(act: Act, words: Lexicon) -> set[int]:
    """Return the places of the act nouns that a verb tells along."""
    held: set[int] = {act.head.i}
    if act.noun is not None:
        held.add(act.noun.i)
    if tells_deed(act.head.head, words):  # "her response was to close the strait" is one act
        held |= {each.i for each in act.head.head.children if each.dep_ == "nsubj"}
    asks = act.head.lemma_.lower() in words.classes["asking_for"]
    meeting = act.event in _MEETING and act.status in {"done", "ongoing"} and not asks
    governs = ("verb", phrase(act.head, words)) in words.operators and act.noun is None
    if governs and not meeting:
        return held
    for each in act.head.children:
        if each.dep_ in {"dobj", "nsubjpass", "attr"} and act.event != "ACCUSE":
            if governs and (
                words.nouns.get(clauses.lemma(each)) not in (_PLAIN if asks else _TALKS)
                or askable(each, words) is not None
            ):
                continue
            held.add(each.i)
            if act.noun is None:
                held |= {far.i for far in each.conjuncts}
        elif each.dep_ == "prep" and meeting:
            held |= {far.i for far in each.children if far.dep_ == "pobj"}
    return held
