"""Red lines by verdict: "would be an act of war", "is unacceptable", "out of the question"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from detente.read.ahead.causes import listed as listed_of
from detente.read.article import Article
from detente.read.bounds.line import Line, sweeping
from detente.read.bounds.voiced import SHARED, had_been, likely, says
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.text.phrases import listed, pattern
from detente.read.text.words import lexicon, line_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST_TOO = frozenset(
    ("act of war", "acts of war", "declaration of war", "a line that", "step too far",
     "act of aggression", "acts of aggression", "hostile act", "hostile acts", "worst scenario",
     "worst-case scenario")
)  # fmt: skip
_SOFT = frozenset(("mistake", "error", "scenario", "consequences"))
_HOLDING = frozenset(
    ("call", "consider", "regard", "deem", "declare", "describe", "find", "see", "view", "brand")
)
_BARE = frozenset(("unacceptable", "intolerable", "inadmissible", "impermissible", "indefensible"))


@cache
def _forbidden() -> re.Pattern[str]:
    return pattern(
        [*line_words("forbidden", "words"), *listed("red_lines", "forbidden", "phrases")]
    )


def judged(article: Article) -> Iterator[Line]:
    """Yield what is said to be an act of war, unacceptable, out of the question."""
    for each in _forbidden().finditer(article.text):
        span = stretches.span_at(article.doc, each.start(), each.end())
        verb = clauses.head_verb(span.root)
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        who = clauses.subject(verb)
        plain = each.group().lower()
        if plain.endswith(" acceptable"):
            plain = "unacceptable"  # "is not acceptable"
        drawer = None
        if verb.lemma_ in _HOLDING and plain in line_words("forbidden", "words"):
            thing = clauses.child(verb, "dobj") or clauses.subject(span.root)
            if who is None or thing is None or not _others_act(article, thing, who):
                continue
            drawer, who = who, thing
        elif not _holds(article, verb, who, span.root, plain, each):
            continue
        start, end = stretches.whole(verb)
        start, end = min(start, each.start()), max(end, each.end())
        yield Line(
            start, end, drawer or _to_whom(article, span.root, verb), "said to be unacceptable",
            start, end, who,
        )  # fmt: skip


def _others_act(article: Article, thing: "Token", who: "Token") -> bool:
    """Say whether a thing that a party calls intolerable is an act, or a thing, of another."""
    holder = parties.actor_near(article, who)
    if article.role_of(holder) != "party" or _is_words(thing) or _is_done(thing):
        return False
    return _about_act(thing) or thing.pos_ == "NOUN"


def _is_words(thing: "Token") -> bool:
    """Say whether a noun is of what is said, offered or written, and of no act: "the report"."""
    lemma = thing.lemma_.lower()
    written = lemma in listed_of("causes", "papers") and lemma != "act"
    return lemma in line_words("terms", "nouns") or written


def _is_done(thing: "Token") -> bool:
    """Say whether a noun means the deed of the day, which is only blamed: "called the raid intolerable"."""
    definite = any(each.lower_ in {"the", "this", "these"} for each in thing.lefts)
    bare = not any(each.dep_ == "prep" for each in thing.rights)
    return definite and bare and clauses.lemma(thing) in lexicon().nouns


def _of_any(who: "Token | None") -> bool:
    """Say whether any act of a kind is meant: "a second landing", "any change", "foreign troops"."""
    if who is None or who.pos_ not in {"NOUN", "PROPN"}:
        return False
    set_words = {each.lower_ for each in clauses.kids(who) if each.dep_ in {"det", "poss"}}
    return not set_words or bool(set_words & {"a", "an", "any", "every", "no", "another", "such"})


def _to_whom(article: Article, word: "Token", verb: "Token") -> "Token | None":
    """Return who draws the line in "is unacceptable to Russia", "for Ankara it is a cause for war"."""
    for noun in (
        *clauses.prepositional(word, "to", "for"),
        *clauses.prepositional(verb, "for", "to"),
    ):
        if article.role_of(article.actor_of(noun)) == "party":
            return noun
    return None


def _holds(  # noqa: PLR0917 - the parts of one clause
    article: Article,
    verb: "Token",
    who: "Token | None",
    root: "Token",
    plain: str,
    each: re.Match[str],
) -> bool:
    """Say whether a verdict on an act is one here, of what is or would be."""
    word = plain in line_words("forbidden", "words")
    bare = plain in _BARE
    if word and who is not None and who.lemma_.lower() in line_words("voices", "states"):
        return False
    past = own_past(verb) and not bare and plain != "non-negotiable"
    vetoed = (
        (plain in _PAST_TOO and not _modal_above(verb))
        or likely(verb)
        or had_been(verb)
        or (word and verb.lemma_ not in {"be", "remain"})
        or (word and root.dep_ in {"pobj", "amod"} and not plain.startswith("under"))
        or ("table" in plain and (verb.lemma_ != "be" or clauses.negated(verb)))
        or (plain.startswith("up for") and not clauses.negated(verb))
        or ("consequences" in plain and who is not None and who.lemma_ == "war")
        or (past and "circumstances" not in plain and not _ruled_out_then(article, verb, plain))
        or (plain.rsplit(maxsplit=1)[-1] in _SOFT and says(article, verb) is None)
        or (plain == "out of the question" and not _of_others(article, verb, who, each.start()))
        or (
            "circumstances" in plain
            and verb.lemma_ not in line_words("refusing")
            and not _of_others(article, verb, who, each.start())
        )
        or ("consequences" in plain and says(article, verb) in SHARED)
        or (plain == "casus" and not article.text[each.end() :].startswith(" belli"))
    )
    if vetoed or not bare or clauses.modal(verb) is not None:
        return not vetoed
    if who is not None and (who.lemma_.lower() in line_words("voices", "states") or _is_words(who)):
        return False
    return _bare_verdict(article, verb, who, root, each.start())


def _ruled_out_then(article: Article, verb: "Token", plain: str) -> bool:
    """Say whether a past is only that of a report: "foreign troops, it said, were out of the question"."""
    return plain == "out of the question" and says(article, verb) is not None


def _bare_verdict(
    article: Article, verb: "Token", who: "Token | None", root: "Token", place: int
) -> bool:
    """Say whether what is only called unacceptable is an act that must not be."""
    lasting = who is not None and who.lemma_.lower() in line_words("forbidden", "lasting")
    if own_past(verb) and not (lasting or _of_any(who)):
        return False  # what was done is judged
    if root.lower_ == "unacceptable" and _to_whom(article, root, verb) is not None:
        return True
    if who is not None and who.lower_ == "it" and clauses.child(verb, "ccomp") is not None:
        return article.role_of(article.speaker_of(place)) == "party"
    return _about_act(who) or _said_of_another(article, who, place)


def _of_others(article: Article, verb: "Token", who: "Token | None", place: int) -> bool:
    """Say whether what is out of the question is an act of others, not one's own."""
    speaker = article.speaker_of(place)
    thing = next((each for each in clauses.kids(verb) if each.dep_ == "advcl"), who)
    if thing is None or (speaker is None and _to_whom(article, verb, verb) is None):
        return False
    inside = [*thing.subtree]
    others = [each for each in article.actors_in(inside) if each != speaker]
    return bool(others) or any(each.lower_ == "foreign" for each in inside)


def _modal_above(verb: "Token") -> bool:
    """Say whether a clause, or the one that it hangs on, is behind a modal verb."""
    for _ in range(3):
        if clauses.modal(verb) is not None:
            return True
        verb = verb.head
    return False


def _said_of_another(article: Article, who: "Token | None", place: int) -> bool:
    """Say whether a party calls a thing so that is no offer: missiles, bases, flights."""
    if who is None or who.pos_ != "NOUN" or _is_words(who):
        return False
    return article.role_of(article.speaker_of(place)) == "party"


def _about_act(who: "Token | None") -> bool:
    if who is None or _is_words(who):
        return False
    return (
        who.pos_ == "VERB"
        or clauses.lemma(who) in lexicon().nouns
        or any(sweeping(each) for each in clauses.kids(who))
    )


def own_past(verb: "Token") -> bool:
    """Say whether a verb tells of the past and nothing else."""
    return verb.tag_ == "VBD" and clauses.modal(verb) is None
