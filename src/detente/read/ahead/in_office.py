"""Who speaks for a side: an official tells what his own will do, and foretells nothing by it."""

from typing import TYPE_CHECKING

from detente.read.ahead.likelihood import listed
from detente.read.article import Article
from detente.read.grammar import clauses, stretches
from detente.read.text.words import line_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST = frozenset(("former", "ex", "retired", "late", "ousted", "deposed", "onetime"))
_NEAR = 7  # words before a name among which its office may stand


def in_office(article: Article, speaker: str) -> bool:
    """Say whether a text gives somebody an office: "the foreign minister, Rene Castro"."""
    known = article.cast.get(speaker)
    if known is None:
        return False
    for _, start, end in known.mentions:
        name = stretches.span_at(article.doc, start, end)
        words = [*_before(name[0]), *_beside(name.root)]
        if any(each.lower_ in listed("announcers") for each in words):
            return not any(each.lower_ in _PAST for each in words)
    return False


def of_several(article: Article, speaker: str) -> bool:
    """Say whether several speak who don't look on: "the skippers", "donors", no "analysts"."""
    last = speaker.rsplit("_", 1)[-1]
    known = article.cast.get(speaker)
    group = known is not None and known.kind == "people"
    return (
        group
        and last.endswith("s")
        and last.removesuffix("s") not in line_words("voices", "onlookers")
    )


def _before(first: "Token") -> "list[Token]":
    """Return the words that lead up to a name: "presidential spokeswoman", "a deputy minister,"."""
    words: list[Token] = []
    for each in reversed(first.doc[max(first.sent.start, first.i - _NEAR) : first.i]):
        if each.pos_ in {"VERB", "AUX", "SCONJ"} or each.text in {".", ";", ":", '"', "”"}:
            break
        words.append(each)
    return words


def _beside(name: "Token") -> "list[Token]":
    """Return the words of an apposition: "Jan Holm, a spokesman for the king"."""
    beside = [each for each in clauses.kids(name) if each.dep_ == "appos"]
    if name.dep_ == "appos":
        beside.append(name.head)
    return [word for each in beside for word in (each, *each.lefts)]
