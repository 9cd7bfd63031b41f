"""Against whom a line is drawn: who acts there, who is told of it, or whom its drawer has against it.

A line often bars what anybody might do: "any landing would be met with force". Whose landing
is meant the sentence says by a party that belongs to the act ("a Greek landing", "a landing by
Greece"), by whom it is told ("warned Athens that"), or not at all. Then it is the party that the
drawer has most to do with in the text.
"""

from collections import Counter
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.line import Line
from detente.read.done import parties
from detente.read.done.act import Act
from detente.read.grammar import clauses, stretches

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 5
_UPON = frozenset(("on", "upon", "against", "to", "of", "into", "in", "at"))
_AT_ODDS = frozenset(
    ("ASSAULT", "COERCE", "THREATEN", "SANCTION", "MOBILIZE", "ACCUSE", "REJECT", "PROTEST")
)


def against(article: Article, acts: tuple[Act, ...], line: Line, drawer: str | None) -> str | None:
    """Return the party whose act a line bars, None where nobody can be told."""
    for found in (
        _inside(article, line, drawer),
        _told(article, line, drawer),
        _adversary(article, acts, drawer),
        _beside(article, line, drawer),
    ):
        if found is not None:
            return found
    return None


def _party(article: Article, actor: str | None, drawer: str | None) -> str | None:
    return actor if actor != drawer and article.role_of(actor) == "party" else None


def _inside(article: Article, line: Line, drawer: str | None) -> str | None:
    """Return who acts in the words of the act: "a Greek landing", "a landing by Greece"."""
    for token in stretches.span_at(article.doc, line.act_start, line.act_end):
        found = _party(article, article.actor_of(token), drawer)
        if found is not None and _acts(token):
            return found
    return None


def _acts(token: "Token") -> bool:
    """Say whether a party is who acts: a subject, an owner of an act, or behind "by"."""
    if token.dep_ in {"nsubj", "agent", "csubj"}:
        return True
    if token.dep_ in {"amod", "compound", "nmod"}:
        suffered = token.head.dep_ == "pobj" and token.head.head.lower_ in _UPON
        return token.head.pos_ == "NOUN" and token.head.dep_ != "poss" and not suffered
    return token.dep_ == "pobj" and token.head.lower_ in {"by", "from"}


def _told(article: Article, line: Line, drawer: str | None) -> str | None:
    """Return who is told of the line: "warned Athens that any landing would be met"."""
    token = stretches.span_at(article.doc, line.start, line.end).root
    for _ in range(_FAR):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        whom = clauses.child(token, "dobj", "dative")
        if whom is not None and not line.start <= whom.idx < line.end:
            found = _party(article, parties.actor_near(article, whom), drawer)
            if found is not None:
                return found
    return None


def _adversary(article: Article, acts: tuple[Act, ...], drawer: str | None) -> str | None:
    """Return the party that the drawer has most to do with in the text."""
    if drawer is None:
        return None
    dealt: Counter[str] = Counter()
    for act in acts:
        for other in {act.actor, act.target} if drawer in {act.actor, act.target} else ():
            if _party(article, other, drawer) and other is not None:
                dealt[other] += 2 if act.event in _AT_ODDS else 1
    return max(sorted(dealt), key=lambda each: dealt[each]) if dealt else None


def _beside(article: Article, line: Line, drawer: str | None) -> str | None:
    """Return another party that the sentence names."""
    if drawer is None:
        return None
    for actor in article.actors_in(article.sentence_at(line.start)):
        if _party(article, actor, drawer):
            return actor
    return None
