"""Who speaks for a side: an official tells what his own will do, and foretells nothing by it."""

from typing import TYPE_CHECKING

from detente.read.ahead.likelihood import listed
from detente.read.article import Article
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modals import WILL
from detente.read.text.words import line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST = frozenset(("former", "ex", "retired", "late", "ousted", "deposed", "onetime"))
_OURS = frozenset(("our", "my"))
_THEIRS = frozenset(("his", "her", "its", "their"))
_SHIFTED = frozenset(("would", "'d"))
_UNTIL = frozenset(("until", "till", "unless", "while"))
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


def own_plan(speaker: str, verb: "Token", helper: "Token", who: "Token", *, quoted: bool) -> bool:
    """Say whether somebody tells of himself or his own: "said he would ask", "his troops would not".

    Examples
    --------
    >>> from detente.read.article import article
    >>> doc = article("Okon said his troops would not enter the city.").doc
    >>> own_plan("okon", doc[6], doc[4], doc[3], quoted=False)
    True
    """
    onlooker = speaker.rsplit("_", 1)[-1].removesuffix("s") in line_words("voices", "onlookers")
    shifted = not quoted and not onlooker and helper.lower_ in _SHIFTED
    if shifted and who.lower_ in {"he", "she", "they"}:
        return True
    ours = _OURS if quoted else _THEIRS
    people = word_class("force") | word_class("people") | line_words("voices", "officials")
    if any(each.lower_ in ours and each.dep_ == "poss" for each in clauses.kids(who)):
        return clauses.lemma(who) in people
    held = (each for each in clauses.kids(verb) if each.dep_ == "advcl")
    refused = clauses.negated(verb) and any(clauses.marks(each) & _UNTIL for each in held)
    return refused and not quoted and helper.lower_ in WILL


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
