"""Whose words a clause is, where a line is drawn in it: "made it plain that it would ...".

`Article.speaker_of` knows the plain sayings. A line is drawn by more: what a party vowed,
let it be understood, was determined to do, or had somebody told.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.grammar import clauses
from detente.read.text.words import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 7
_SHIFTED = frozenset(("would", "should", "might"))
SHARED = frozenset(("united_nations", "un_security_council", "international_criminal_court"))
"""Bodies that warn of what others do, and strike nobody."""
_LIKELY = frozenset(
    ("probably", "likely", "perhaps", "possibly", "presumably", "maybe", "conceivably", "almost",
     "doubtless", "undoubtedly", "supposedly")
)  # fmt: skip
_MESSAGES = frozenset(("message", "warning", "threat", "signal", "notice", "word", "hint"))
_HANGING = frozenset(
    ("ccomp", "conj", "xcomp", "acl", "advcl", "relcl", "acomp", "oprd", "prep", "pobj")
)


def _list(key: str) -> frozenset[str]:
    return frozenset(words(table("red_lines")["voices"][key]))


def says(article: Article, verb: "Token") -> str | None:
    """Return the party whose words a verb stands in, None where it is nobody's.

    Examples
    --------
    >>> from detente.read.article import article
    >>> text = article("Ghana made it plain that any raid would be answered.")
    >>> says(text, text.doc[-2])
    'ghana'
    """
    speaker = article.speaker_of(verb)
    if article.role_of(speaker) == "party":
        return speaker
    return told_by(article, verb)


def told_by(article: Article, verb: "Token") -> str | None:
    """Return the party that stands above a clause as who told, vowed or resolved it."""
    current = verb
    for _ in range(_FAR):
        if current.dep_ not in _HANGING or current.head.i == current.i:
            return None
        current = current.head
        lemma = current.lemma_.lower()
        if lemma in _list("thinking"):
            return None
        if current.pos_ not in {"VERB", "AUX"} or lemma not in _list("telling"):
            continue
        who = clauses.subject(current)
        if clauses.passive(current):
            who = clauses.agent(current)
        found = parties.actor_near(article, who) if who is not None else None
        if article.role_of(found) == "party":
            return found
    return None


def carried_on(article: Article, verb: "Token") -> str | None:
    """Return whose words go on, though no verb of saying stands by: free indirect speech.

    Examples
    --------
    >>> from detente.read.article import article
    >>> text = article("Ghana demanded the port. If it was refused, the fleet would sail.")
    >>> carried_on(text, text.doc[-2])
    'ghana'
    """
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in _SHIFTED or article.saying_at(verb.idx) is not None:
        return None
    told = article.last_saying(verb.idx)
    if told is None or article.role_of(told.speaker) != "party":
        return None
    before, here = article.sentence_at(max(told.end - 1, told.start)), article.sentence_at(verb.idx)
    if here.start - before.end > 1 or "\n" in article.text[told.end : verb.idx]:
        return None
    return told.speaker


def unnamed(article: Article, verb: "Token") -> bool:
    """Say whether somebody of no known party says it, and is no onlooker: "rebels", "a note"."""
    speaker = article.speaker_of(verb)
    if speaker is None:
        return _told_of(verb) is not None
    known = article.cast.get(speaker)
    nameless = known is not None and known.role == "source" and known.name.split()[-1].islower()
    return nameless and not onlooker(article, verb.idx)


def voiced(article: Article, verb: "Token") -> bool:
    """Say whether somebody who may threaten says it, named or not."""
    return says(article, verb) is not None or unnamed(article, verb)


def _told_of(verb: "Token") -> "Token | None":
    """Return the verb or noun by which a clause was told, by nobody named: "was told", "message"."""
    current = verb
    for _ in range(3):
        if current.dep_ not in {"ccomp", "acl", "conj", "oprd"}:
            return None
        current = current.head
        came = clauses.child(current, "nsubj") if current.lemma_ in {"come", "arrive"} else current
        if came is not None and came.pos_ == "NOUN" and came.lemma_ in _MESSAGES:
            return came
        if clauses.passive(current) and current.lemma_.lower() in _list("telling"):
            return current if clauses.agent(current) is None else None
    return None


def onlooker(article: Article, place: int) -> bool:
    """Say whether words are an onlooker's, who draws no line: "analysts say", "historians hold"."""
    speaker = article.speaker_of(place)
    if speaker is None or article.role_of(speaker) == "party":
        return False
    return speaker.rsplit("_", 1)[-1].removesuffix("s") in _list("onlookers")


def likely(verb: "Token") -> bool:
    """Say whether an act is only held likely: "would probably be answered"."""
    return any(each.lower_ in _LIKELY for each in clauses.kids(verb)) or any(
        far.lower_ in _LIKELY
        for each in clauses.kids(verb)
        if each.dep_ == "advmod"
        for far in clauses.kids(each)
    )


def had_been(verb: "Token") -> bool:
    """Say whether an act is only what would have been: "would have forced him to withdraw"."""
    return (
        verb.tag_ == "VBN"
        and any(
            each.lower_ in {"have", "'ve"} and each.dep_ == "aux" for each in clauses.kids(verb)
        )
        and clauses.modal(verb) is not None
    )


def behind_warning(verb: "Token") -> bool:
    """Say whether a clause is what somebody warns of or threatens."""
    current = verb
    for _ in range(3):
        if current.dep_ not in {"ccomp", "conj", "xcomp"}:
            return False
        current = current.head
        if current.lemma_ in {"warn", "threaten", "caution"}:
            return True
    return False


def _undoubted(doubt: "Token") -> bool:
    """Say whether nobody is to doubt it: "let no one doubt that", "should not doubt that"."""
    who = clauses.subject(doubt)
    nobody = who is not None and (who.lower_ in {"nobody", "none"} or clauses.negated(who))
    return nobody or clauses.negated(doubt)


def guessed(verb: "Token") -> bool:
    """Say whether a clause is only what somebody thinks or fears."""
    current = verb
    for _ in range(3):
        if current.dep_ not in {"ccomp", "conj"}:
            return False
        current = current.head
        known = current.tag_ == "VBN" and current.lemma_ == "know"  # "let it be known that"
        known = known or (current.lemma_ == "doubt" and _undoubted(current))
        if current.lemma_.lower() in _list("thinking") and not known:
            return True
    return False
