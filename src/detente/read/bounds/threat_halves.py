"""The two halves of a conditional: what would be done, upon what, and whose words they are."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.deeds import deed, frame
from detente.read.bounds.voiced import SHARED, carried_on, onlooker, says, unnamed
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANYBODY = frozenset(("anyone", "anybody", "nobody", "whoever", "someone"))


@dataclass(frozen=True, slots=True)
class Halves:
    """The verb of what is threatened, and of what it would answer, with whose words it is."""

    verb: "Token"
    who: "Token | None"
    deed: "Token"
    drawer: str | None
    voice: str
    first: "Token | None"
    condition: "Token | None"


def halves(article: Article, each: Conditional) -> Halves:
    """Return the two halves of a conditional, and who says it where that is known."""
    verb = frame(each.verb)
    drawer, voice = _voice(article, verb)
    inside = stretches.span_at(article.doc, each.condition_start, each.condition_end)
    first = next((token for token in inside if token.dep_ in clauses.SUBJECTS), None)
    condition = first.head if first is not None else None
    if condition is None:
        condition = next((token for token in inside if token.pos_ == "VERB"), None)
    return Halves(verb, clauses.subject(verb), deed(verb), drawer, voice, first, condition)


def _voice(article: Article, verb: "Token") -> tuple[str | None, str]:
    """Return the party whose words a verb stands in, and of what kind the voice is."""
    drawer = says(article, verb)
    if drawer is not None:
        return drawer, "shared" if drawer in SHARED else "party"
    drawer = carried_on(article, verb)
    if drawer is not None:
        return drawer, "shared" if drawer in SHARED else "carried on"
    if article.speaker_of(verb) is None:
        return None, "message" if unnamed(article, verb) else "text"
    if onlooker(article, verb.idx):
        return None, "onlooker"
    return None, "unnamed" if unnamed(article, verb) else "source"


def whose(article: Article, token: "Token | None", drawer: str | None) -> str:
    """Return of what kind a subject is: who speaks, another party, men, an act, a thing."""
    if token is None:
        return "nobody"
    if token.lower_ in {"we", "i", "you"}:
        return "you" if token.lower_ == "you" else "first"
    pronoun = "pronoun " if token.pos_ == "PRON" else ""
    actor = parties.actor_near(article, token)
    if actor is not None:
        role = article.role_of(actor)
        return pronoun + ("named" if role != "party" else "drawer" if actor == drawer else "party")
    if token.lower_ in _ANYBODY:
        return "anybody"
    return pronoun.strip() or _of_noun(clauses.lemma(token))


def _of_noun(lemma: str) -> str:
    if lemma in word_class("force") or lemma in word_class("people"):
        return "men"
    return "act" if lemma in lexicon().nouns else "thing"


def event(verb: "Token") -> str | None:
    """Return the type of act that a verb tells, with its particle or without."""
    words = lexicon()
    return words.verbs.get(phrase(verb, words)) or words.verbs.get(verb.lemma_.lower())
