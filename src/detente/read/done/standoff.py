"""The parties of a text as they stand against each other: who acts against whom, how often, how hard."""

import math
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.read.article import Article
from detente.read.done.act import OPEN, Act
from detente.read.grammar import clauses
from detente.read.grammar.modality import HOSTILE
from detente.read.text.words import word_class

BY_FORCE = frozenset(("ASSAULT", "MOBILIZE", "RETREAT", "COERCE"))
VERBAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_CAST = 12  # actors of one text
WINDOW = 40  # words before a sentence in which a party is still near


@dataclass(frozen=True, slots=True)
class Scene:
    """The parties of a text: who stands against whom, and how much they are spoken of.

    `share` and `force` are a party's mentions and its acts by force, of those of
    the party that has most; `fighting` are those who have struck or been struck.
    `spread` is how evenly the mentions fall on all the actors, 0 where one has them
    all and 1 from a dozen on; `personal` is the share that name a person.
    """

    against: Mapping[str, Counter[str]]
    share: Mapping[str, float]
    force: Mapping[str, float]
    fighting: frozenset[str | None] = frozenset()
    spread: float = 0.0
    personal: float = 0.0


def scene(article: Article, acts: Sequence[Act]) -> Scene:
    """Return the parties of an article, by what its acts say of them."""
    counts = Counter(
        actor
        for actor in article.token_actor
        if actor is not None and article.role_of(actor) == "party" and actor not in article.passing
    )
    force = Counter(act.actor for act in acts if act.actor is not None and act.event in BY_FORCE)
    most, strongest = max(counts.values(), default=1), max(force.values(), default=1)
    return Scene(
        opponents(acts),
        {actor: count / most for actor, count in counts.items()},
        {actor: count / strongest for actor, count in force.items()},
        frozenset(
            side
            for act in acts
            if act.event == "ASSAULT" and act.status not in OPEN
            for side in (act.actor, act.target)
        ),
        _spread(Counter(actor for actor in article.token_actor if actor is not None).values()),
        sum(each.form == "person" for each in article.mentions) / max(len(article.mentions), 1),
    )


def _spread(counts: Iterable[int]) -> float:
    """Return how evenly counts fall, 0 to 1: the entropy (Shannon 1948), a dozen alike as most."""
    counts = tuple(counts)
    shares = [count / sum(counts) for count in counts]
    return min(-sum(share * math.log(share) for share in shares) / math.log(_CAST), 1.0)


def opponents(acts: Sequence[Act]) -> dict[str, Counter[str]]:
    """Count for each party whom it acts upon or is acted upon by, hostile acts twice."""
    found: dict[str, Counter[str]] = {}
    for act in acts:
        if act.actor is not None and act.target is not None and act.actor != act.target:
            weight = 2 if act.event in HOSTILE else 1
            found.setdefault(act.actor, Counter())[act.target] += weight
            found.setdefault(act.target, Counter())[act.actor] += weight
    return found


def hostility(foes: Counter[str], actor: str) -> float:
    """Return how much two parties act against each other, 0 to 1."""
    return min(foes.get(actor, 0), 4) / 4


def unarmed(article: Article, actor: str | None) -> bool:
    """Say whether a party is a body or a person, without an army of its own."""
    known = article.cast.get(actor) if actor is not None else None
    armed = {"state", "armed_group", "group", "region", "alliance", "bloc"}
    return known is not None and known.kind not in armed


def who_counts(article: Article, act: Act) -> str | None:
    """Return who only counts the dead or the fled: "At least 25 were killed, the mayor says"."""
    verb = act.head
    who = clauses.subject(verb) if verb.pos_ == "VERB" else None
    if who is None or verb.lemma_.lower() not in word_class("suffered"):
        return None
    people = who.lemma_.lower() in word_class("victims") or who.like_num or who.pos_ == "NUM"
    return article.speaker_of(verb) if people else None


def named_once(article: Article, act: Act, beside: Container[str | None]) -> str | None:
    """Return the party named nearest, where no other than the doer is spoken of twice."""
    away: dict[str, int] = {}
    for place, actor in enumerate(article.token_actor):
        if actor is None or actor == act.actor or actor in beside:
            continue
        if article.role_of(actor) == "party":
            gap = abs(place - act.head.i)
            away[actor] = min(away.get(actor, gap), gap)
    return min(sorted(away), key=lambda actor: away[actor], default=None)
