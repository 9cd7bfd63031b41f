"""Acts that no rule takes up, and that an analyst would likely mark all the same.

What isn't done may be somebody's choice, what is done or goes on an event: "the parliament
doubled its war credits", "kept part of its troops on the border".
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.act import OPEN, Act
from detente.read.done.act_nouns import likely_deed, supposed_act
from detente.read.done.chances import chance, of_act, of_noun, of_verb
from detente.read.done.no_acts import tells_no_act
from detente.read.done.otherwise import likeliest
from detente.read.done.verb_acts import stands, verb_act
from detente.read.done.verbs import Typed, named_none
from detente.read.grammar import clauses
from detente.read.text.wordlists import listed
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST_CHANCE = {"option": 0.28, "event": 0.42, "event by a noun": 0.5}
"""From which chance on an act counts that no rule takes up, by the kind of claim it makes."""

_THOUGHTS = listed("untyped", "thoughts")
_AS_NOUN = frozenset(("dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj", "appos"))
_OBJECTS = frozenset(("dobj", "nsubjpass"))


def left_over(
    article: Article,
    verbs: Sequence["Token"],
    found: Mapping[int, Act],
    told: set[int],
    words: Lexicon,
    *,
    least: Mapping[str, float] = LEAST_CHANCE,
) -> dict[int, Act]:
    """Return the acts that no rule takes up and that an analyst would likely mark.

    Parameters
    ----------
    article : Article
        Where they stand.
    verbs : sequence of Token
        Those that may tell an act.
    found : mapping of int to Act
        The acts that the rules found, by the places of their heads.
    told : container of int
        The places of the nouns that an act tells along.
    words : Lexicon
        The words.
    least : mapping of str to float
        The chance from which on they count, of options, of events and of those told by a noun.

    Returns
    -------
    dict of int to Act
        By the places of their heads; none of them is in `found`.
    """
    near: dict[int, list[Act]] = {}
    for act in found.values():
        near.setdefault(act.head.sent.start, []).append(act)
    governing = {
        cue.i for act in found.values() if act.status in OPEN for cue in act.standing.cues
    }  # "will try to reopen it" is one act
    free = (
        each
        for each in verbs
        if each.pos_ == "VERB" and each.i not in found and each.i not in governing
    )
    known = told | governing | found.keys()
    nouns = (
        each for each in clauses.tokens(article.doc) if each.pos_ == "NOUN" and each.i not in known
    )
    likely: dict[int, Act] = {}
    for act in (*_by_verbs(article, free, words), *_by_nouns(article, nouns, words)):
        beside = near.get(act.head.sent.start, [])
        kind = "option" if act.status in OPEN else "event"
        noun = kind == "event" and act.head.pos_ == "NOUN"
        needed = least["event by a noun" if noun else kind]
        if chance(signs(article, act, beside, words), kind) >= needed:
            likely[act.head.i] = act
    return likely


def signs(article: Article, act: Act, beside: Sequence[Act], words: Lexicon) -> Iterator[str]:
    """Yield what speaks for and against an act that no rule takes up.

    Parameters
    ----------
    article : Article
        Where it stands.
    act : Act
        As `left_over` makes it.
    beside : sequence of Act
        Those of the same sentence that the rules found.
    words : Lexicon
        The words.
    """
    of_head = of_noun if act.head.pos_ == "NOUN" else of_verb
    yield from of_head(article, act.head, act.standing, words)
    yield from of_act(act, beside)


def _by_verbs(article: Article, verbs: Iterator["Token"], words: Lexicon) -> Iterator[Act]:
    for verb in verbs:
        if tells_no_act(verb, words):
            continue
        what = Typed(likeliest(verb, words), None, "likely")
        how = stands(verb, what, words)
        if how is None or (how.status in OPEN and verb.lemma_.lower() in _THOUGHTS):
            continue
        act = verb_act(article, verb, words, None, what)
        if act is None:
            continue
        if act.status in OPEN or not (
            _attributes(article, verb) or named_none(verb, article, words)
        ):
            yield act


def _attributes(article: Article, verb: "Token") -> bool:
    """Say whether a verb only gives a statement to its speaker: "Togo has indicated that"."""
    return any(
        each.quote_start <= verb.idx < each.quote_end and not each.start <= verb.idx < each.end
        for each in article.sayings
    )


def _by_nouns(article: Article, nouns: Iterator["Token"], words: Lexicon) -> Iterator[Act]:
    for noun in nouns:
        if noun.dep_ not in _AS_NOUN or _never_came(noun):
            continue
        direct = noun.dep_ in _OBJECTS and ("verb", noun.head.lemma_.lower()) in words.operators
        known = clauses.lemma(noun) in words.nouns or noun.lemma_.lower() in words.asked
        act = supposed_act(article, noun, words) if direct or known else None
        if act is None and clauses.lemma(noun) in words.nouns:
            act = likely_deed(article, noun, words)
        if act is not None:
            yield act


def _never_came(noun: "Token") -> bool:
    """Say whether it is told what an act that was not done would have done: "a landing would have given"."""
    return (
        noun.dep_ == "nsubj" and clauses.modal(noun.head) is not None and clauses.perfect(noun.head)
    )
