"""Who is a party after all: what a text's names and its claims together say of each.

`detente.read.who.standing` tells parties from bystanders by the use of their names
alone, before any act is known. Here the acts are known too. How often, where and
by what word somebody is named, whether a list knows them, and whether claims have
them do something are signs, and a logistic regression (Cox 1958) makes of them the
chance that an analyst would name them as a party. It overrules the first verdict
only where it speaks against it: a party with a small chance is a bystander, a
bystander with a fair one a party. It does so in no text shorter than those that it
was fitted to, and makes no party of a group without a name of its own or of a land
within a state. The weights stand in ``lexicon/standing.toml``;
``evaluation/standing.py`` fits them to ``evaluation/dev``.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.claim import Actor, Claim
from detente.read.signing import signed
from detente.read.text.weights import chance, weights
from detente.read.who.actors import gazetteer
from detente.read.who.standing import UNNAMED

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.read.spans import Mention

LEAST_PARTY = 0.3
LEAST_BYSTANDER = 0.5

_OWN_RULES = frozenset(("group", "region"))  # of which a chance makes no party
_DEEDS = frozenset(("event", "option"))
_FEW = 2  # mentions of one sort; more count no more
_LEAST_SENTENCES, _FEW_SENTENCES, _MANY_SENTENCES, _MANY_PARTIES = 6, 10, 40, 12
_DEPTH = 6  # words of one name


def told_apart(article: Article, claims: Sequence[Claim]) -> Iterator[Actor]:
    """Yield the actors of an article's cast, bystanders with the role of one.

    Parameters
    ----------
    article : Article
        Where they are named.
    claims : sequence of Claim
        All that were found in it.

    Notes
    -----
    Linear in the mentions and the claims.

    Examples
    --------
    >>> from detente.read.article import article
    >>> from detente.read.reading import extract
    >>> here = article("Peru shelled the port of Arica. Chile accused it of a crime.")
    >>> [(each.name, each.role) for each in told_apart(here, extract(here))]
    [('Peru', 'party'), ('Chile', 'party')]
    """
    seen = signs(article, claims) if len(article.sentences) >= _LEAST_SENTENCES else {}
    for actor in article.cast.values():
        stands = actor.id not in article.passing
        loose = actor.kind in _OWN_RULES or actor.id in UNNAMED
        if actor.role == "party" and actor.id in seen and (stands or not loose):
            stands = party_chance(seen[actor.id]) >= (LEAST_PARTY if stands else LEAST_BYSTANDER)
        yield actor if stands else replace(actor, role="bystander")


def party_chance(seen: Mapping[str, float]) -> float:
    """Return the chance that somebody is a party, by the signs that were seen.

    Examples
    --------
    >>> party_chance({"does": 1.0}) > party_chance({"only a place": 1.0})
    True
    """
    known = weights("standing", "party")
    return chance(known, ((sign, much) for sign, much in seen.items() if sign in known))


def signs(article: Article, claims: Sequence[Claim]) -> dict[str, dict[str, float]]:
    """Return what speaks for and against each party or bystander of an article, each 0 to 1.

    Parameters
    ----------
    article : Article
        Where they are named.
    claims : sequence of Claim
        All that were found in it; those that the reader leaves open aren't looked at.
    """
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        if article.role_of(mention.actor) == "party":
            named[mention.actor].append(mention)
    deeds, suffered, said = _claimed(claims)
    most = max((len(_sentences(article, each)) for each in named.values()), default=1)
    found: dict[str, dict[str, float]] = {}
    for actor, mentions in named.items():
        sentences = _sentences(article, mentions)
        counts = Counter(sort for each in mentions for sort in _sorts(article, each))
        about = {
            "does": deeds[actor] > 0,
            "does more": deeds[actor] > 1,
            "suffers": suffered[actor] > 0,
            "suffers more": suffered[actor] > 1,
            "speaks": said[actor] > 0,
            "several sentences": len(sentences) > 1,
            "many sentences": len(sentences) > _FEW,
            "share": len(sentences) / most,
            "late": min(sentences) / len(article.sentences),
            "unlisted": actor not in gazetteer().kinds,
            "a place": sum(each.place for each in mentions) / len(mentions),
            "only a place": all(each.place for each in mentions),
            "a long text": _between(len(article.sentences), _FEW_SENTENCES, _MANY_SENTENCES),
            "many parties": min(len(named) / _MANY_PARTIES, 1),
            f"kind {article.cast[actor].kind}": True,
        }
        found[actor] = {sort: min(count, _FEW) / _FEW for sort, count in counts.items()}
        found[actor] |= {sign: float(much) for sign, much in about.items() if much}
    return found


def _between(count: int, least: int, most: int) -> float:
    """Return how far a count is from the least to the most, 0 to 1."""
    return min(max((count - least) / (most - least), 0.0), 1.0)


def _claimed(claims: Sequence[Claim]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count for each actor the claims that it does, suffers or says."""
    deeds: Counter[str] = Counter()
    suffered: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for claim in signed(claims)[0]:
        if claim.kind in _DEEDS:
            deeds[claim.actor or ""] += 1
            suffered[claim.target or ""] += 1
        elif claim.kind == "statement":
            said[claim.speaker or ""] += 1
    return deeds, suffered, said


def _sentences(article: Article, mentions: Sequence["Mention"]) -> set[int]:
    """Return the numbers of the sentences that name somebody."""
    starts = [article.doc[each.start].idx for each in mentions]
    return {
        max(bisect_right(article.sentences, start, key=lambda span: span.start_char) - 1, 0)
        for start in starts
    }


def _sorts(article: Article, mention: "Mention") -> Iterator[str]:
    """Yield by what form, in which place of its clause and behind what word somebody is named."""
    head = _top(article, article.doc[mention.start], mention.actor)
    yield f"by {mention.form}"
    yield f"as {head.dep_}"
    if head.dep_ == "pobj":
        yield f"after {head.head.lower_}"


def _top(article: Article, word: "Token", actor: str) -> "Token":
    """Return the head of the name that a word begins: "League" of "Arab League"."""
    for _ in range(_DEPTH):
        inside = word.dep_ in {"compound", "pobj", "prep", "amod", "nmod"}
        if not inside or article.token_actor[word.head.i] != actor:
            break
        word = word.head
    return word
