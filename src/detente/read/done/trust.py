"""How far a named doer can be trusted: the chance that an analyst would name the same.

What a clause says of its doer is right nine times in ten, what is guessed from the text
around it six times in ten, and which of them are wrong can partly be seen: by how the doer
is named, whether it stands in the act's own sentence, how long ago the text named it, whether
it is a party at all, and by the text: where many are spoken of alike, and persons rather than
states, the reader errs more. The weights of these signs stand in ``lexicon/trust.toml``; ``evaluation/trust.py`` fits them to
``evaluation/dev`` by a logistic regression (Cox 1958) and says how well they do on passages
that were left out of the fit.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import LIKELY, OPEN, Act
from detente.read.done.standoff import Scene, scene
from detente.read.grammar import clauses
from detente.read.text.weights import chance, weights
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = frozenset(("name", "capital", "demonym"))
_PACTS = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_ASKING = frozenset(("REQUEST", "PROTEST", "CONCEDE", "REJECT"))
_LEAST_CHANCE = 0.02
_CROWDED = 5  # actors in one sentence
_CAST = 12  # parties in one text
_FAR = 20  # words
_LONG = 100  # words


def trusted(article: Article, acts: Sequence[Act]) -> tuple[Act, ...]:
    """Return the acts with how far the doer of each can be trusted.

    Parameters
    ----------
    article : Article
        Where they stand.
    acts : sequence of Act
        As `detente.read.done.settle.settle` returns them.

    Returns
    -------
    tuple of Act
        The same acts in the same order; `trust` is between 0 and 1.

    Notes
    -----
    Linear in the acts and the words of their sentences.

    Examples
    --------
    >>> from detente.read.article import article
    >>> from detente.read.done.acts import find
    >>> here = article("Egypt seized the canal. France would take measures, and shots were fired.")
    >>> seized, *_, fired = trusted(here, find(here))
    >>> seized.trust > 0.9 > fired.trust
    True
    """
    stage = scene(article, acts)
    return tuple(replace(act, trust=trust(signs(article, act, stage))) for act in acts)


def trust(seen: Mapping[str, float]) -> float:
    """Return the chance that a doer is right, by the signs that were seen.

    Examples
    --------
    >>> trust({}) > trust({"told by a pronoun": 1.0})
    True
    """
    return chance(weights("trust", "doer"), seen.items())


def signs(article: Article, act: Act, stage: Scene) -> dict[str, float]:
    """Return what speaks for and against the doer of an act, each from 0 to 1 or a log-odds."""
    here = {
        actor
        for actor in article.token_actor[act.head.sent.start : act.head.sent.end]
        if actor is not None
    }
    known = article.cast.get(act.actor) if act.actor is not None else None
    who = _word(article, act.head)
    gap, others = _since(article, act)
    shared = {
        "share": stage.share.get(act.actor or "", 0.0),
        "many parties": min(len(stage.share), _CAST) / _CAST,
        "in the sentence": act.actor in here,
        "speaks": act.actor is not None and article.speaker_of(act.head) == act.actor,
        "a state": known is not None and known.kind == "state",
        "a person": known is not None and known.kind == "person",
        "a party": known is not None and known.role == "party",
        "by a noun": act.head.pos_ in {"NOUN", "PROPN"},
        "a pact": act.event in _PACTS,
        "asks or yields": act.event in _ASKING,
        "an assault": act.event == "ASSAULT",
        "open": act.status in OPEN,
        "by no rule": act.rule in LIKELY,
        "by another's word": _anothers(article, act, who),
        "named long ago": gap / _LONG,
        "others since": min(others, _CROWDED) / _CROWDED,
    }
    guessed = "actor" in act.inferred
    own = (
        _guessed(act) if guessed else _told(article, act, who, "" if known is None else known.kind)
    )
    word = "guessed" if guessed else "told"
    named = {f"{word} {name}": float(value) for name, value in (shared | own).items()}
    text = {"among many": stage.spread, "among persons": stage.personal}
    return {"crowded": min(len(here), _CROWDED) / _CROWDED, word: 1.0} | text | named


def _guessed(act: Act) -> dict[str, float]:
    """Return the signs of a doer that was guessed: how clearly it scored before the others."""
    chance = min(max(act.chance, _LEAST_CHANCE), 1 - _LEAST_CHANCE)
    passive = act.head.pos_ != "NOUN" and clauses.passive(act.head)
    undergone = passive and clauses.child(act.head, "nsubjpass") is not None
    return {"log odds": math.log(chance / (1 - chance)), "undergone": undergone}


def _told(article: Article, act: Act, who: "Token | None", kind: str) -> dict[str, float]:
    """Return the signs of a doer that the clause gives: by what word, and how near."""
    form = None if who is None else _form(article, who)
    return {
        "by name": form in _NAMES,
        "by a common noun": form == "noun",
        "by a pronoun": who is not None and who.pos_ == "PRON",
        "by no mention": form is None,
        "of a group": kind == "group" and act.actor in article.passing,
        "of no sort": not kind,
        "an adjunct": act.head.dep_ in {"pcomp", "acl"},
        "the main verb": act.head.dep_ == "ROOT",
        "far": 1.0 if who is None else min(abs(who.i - act.head.i), _FAR) / _FAR,
        "no target": act.target is None,
        "target guessed": "target" in act.inferred,
        "possible": act.status in {"possible", "demanded"},
    }


def _anothers(article: Article, act: Act, who: "Token | None") -> bool:
    """Say whether the word that should tell the doer stands for somebody else."""
    return who is not None and article.actor_of(who) not in {None, act.actor}


def _since(article: Article, act: Act) -> tuple[int, int]:
    """Return how many words ago the doer was last named or described, and how many others since.

    No more than so many words back, which stand for never.
    """
    others: set[str] = set()
    place = bisect_left(article.mentions, act.head.i, key=lambda each: each.start)
    for mention in reversed(article.mentions[:place]):
        gap = act.head.i - mention.start
        if gap >= _LONG:
            break
        if mention.form == "pronoun":
            continue
        if mention.actor == act.actor:
            return gap, len(others)
        others.add(mention.actor)
    return _LONG, len(others)


def _word(article: Article, head: "Token") -> "Token | None":
    """Return the word that names the doer of an act told by `head`."""
    if head.pos_ != "NOUN":
        return parties.doer(article, head, lexicon())[1]
    owner = clauses.child(head, "poss", "compound", "amod")
    return (
        owner if owner is not None else next(clauses.prepositional(head, "by", "of", "from"), None)
    )


def _form(article: Article, word: "Token") -> str | None:
    """Return how the text speaks of an actor at a word: by name, by a noun, by a pronoun."""
    place = bisect_right(article.mentions, word.i, key=lambda each: each.start) - 1
    if place < 0 or word.i >= article.mentions[place].end:
        return None
    return article.mentions[place].form
