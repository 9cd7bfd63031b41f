"""Whom "both sides", "neither" and "the two governments" mean as doers of an act.

Two that were named in a row just before ("Chad and Niger ... both refused"), else the two
parties that act most against each other in the whole text. Either of the two is right; the one
that is spoken of more is taken.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import Act
from detente.read.done.standoff import Scene
from detente.read.grammar import clauses
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_TWO = frozenset(("both", "two", "neither", "either"))
_SIDES = frozenset(("side", "party"))
_UP = 8


def one_of_two(article: Article, act: Act, scene: Scene) -> str | None:
    """Return one of the two that do an act, where its doer's word stands for two.

    None where no word does, or where the known doer is one of the two already.
    """
    if act.head.pos_ in {"NOUN", "PROPN"}:
        return None
    who = parties.doer(article, act.head, lexicon())[1]
    if who is None or not for_two(who):
        return None
    outside = {each for each in _above(article, act.head) if each is not None}
    pair = _foes(scene, outside)
    if not pair or act.actor in pair:
        return None
    return max(sorted(pair), key=lambda actor: scene.share.get(actor, 0.0))


def for_two(who: "Token") -> bool:
    """Say whether a word stands for both sides of the quarrel: "both sides", "the two parties"."""
    two = any(each.lower_ in _TWO for each in who.children)
    own = any(each.dep_ in {"poss", "amod", "compound"} for each in who.children)
    return who.lemma_.lower() in _SIDES and not own and (two or who.lower_ == "sides")


def _above(article: Article, verb: "Token") -> Iterator[str | None]:
    """Yield who says, asks or does what governs an act: he speaks of two others."""
    yield article.speaker_of(verb)
    for _ in range(_UP):
        if verb.head.i == verb.i:
            return
        verb, below = verb.head, verb
        if verb.pos_ == "VERB" and below.dep_ in {"ccomp", "xcomp", "relcl"}:
            who = clauses.subject(verb)
            yield None if who is None else parties.actor_near(article, who)


def _foes(scene: Scene, outside: set[str]) -> tuple[str, ...]:
    """Return the two parties that act most against each other, without those who speak of them."""
    known = [actor for actor in sorted(scene.share) if actor not in outside]
    feuds = {
        pair: scene.against[pair[0]][pair[1]]
        for pair in combinations(known, 2)
        if pair[0] in scene.against
    }
    best = max(sorted(feuds), key=lambda pair: feuds[pair], default=())
    return best if best and feuds[best] > 1 else ()
