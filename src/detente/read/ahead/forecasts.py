"""Who expects what: forecasts, with their words of likelihood and the range they stand for.

A forecast is an adjective or adverb of likelihood ("an attack is unlikely"), a
verb or noun of expecting ("analysts expect", "predicted a low likelihood of"),
or a modal that somebody says of another's act ("Paris would not stand by, the
expert said").
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.ahead import likelihood
from detente.read.ahead.chances import chance, graded_nouns
from detente.read.ahead.expected import Found
from detente.read.ahead.expecting import expecting, granted
from detente.read.ahead.foretold import foretold, of_the_present
from detente.read.ahead.likelihood import Likelihood, band_range
from detente.read.ahead.likely import likely
from detente.read.ahead.outlooks import outlook
from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.done import events, parties
from detente.read.done.act import Act
from detente.read.grammar import clauses, stretches
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Span


_HOPING = frozenset(("hope", "hop", "trust"))  # "hop" is what the parser makes of "hoped"


def claims(article: Article, acts: tuple[Act, ...]) -> Iterator[Claim]:
    """Yield each forecast once."""
    taken: list[tuple[int, int]] = []
    now = of_the_present(article)
    for sentence in article.sentences:
        for each in (*_by_word(sentence), *foretold(article, sentence, now=now)):
            if any(each.start < end and start < each.end for start, end in taken):
                continue
            if each.rule == "not excluded" and _own_option(article, each):
                continue
            taken.append((each.start, each.end))
            words = likelihood.find(article.text[sentence.start_char : sentence.end_char])
            yield _claim(article, acts, sentence, words, each)


def _own_option(article: Article, each: Found) -> bool:
    """Say whether a party only keeps its options open: "Paris said troops could not be ruled out"."""
    speaker = article.speaker_of(each.verb)
    return speaker is not None and article.role_of(speaker) == "party"


def _claim(
    article: Article,
    acts: tuple[Act, ...],
    sentence: "Span",
    words: tuple[Likelihood, ...],
    each: Found,
) -> Claim:
    inside = [
        word for word in words if each.start - 45 <= sentence.start_char + word.start < each.end
    ]
    word = _strongest(inside)
    if word is not None and _denied(article, sentence, word):
        word = word.denied()
    low, high = (word.low, word.high) if word else band_range("expected")
    act = next(
        (a for a in acts if each.start <= a.head.idx < each.end and a.head.i >= each.verb.i - 6),
        None,
    )
    act = act or next((a for a in acts if each.start <= a.head.idx < each.end), None)
    who = clauses.subject(each.verb)
    actor = act.actor if act else None
    below = next(
        (n for n in each.verb.children if n.dep_ in {"ccomp", "xcomp"} and n.i > each.verb.i), None
    )
    if below is not None and not clauses.passive(each.verb):
        who = clauses.subject(below) or who
    if actor is None and who is not None:
        actor = parties.actor_near(article, who)
    speaker = (
        article.speaker_of(each.start)
        or article.speaker_of(each.end - 1)
        or _expecter(article, each)
    )
    return article.claim(
        "forecast",
        each.start,
        each.end,
        rule=each.rule,
        actor=actor,
        action=act.action if act else None,
        event=act.event if act else None,
        target=act.target if act else None,
        status="possible" if act else None,
        likelihood=word.words if word else None,
        low=low,
        high=high,
        speaker=speaker,
        because=(events.identity(article, act),) if act else (),
        inferred=act.inferred if act else (),
    )


def _strongest(words: list[Likelihood]) -> Likelihood | None:
    """Return the word that says most: a figure, a phrase, then a word; expectations and modals last."""
    rank = {"figure": 0, "expected": 3, "open": 2, "some": 2}
    return min(words, key=lambda word: (rank.get(word.band, 1), -len(word.words)), default=None)


def _denied(article: Article, sentence: "Span", word: Likelihood) -> bool:
    lower = word.words.lower()
    if " " in lower and lower.startswith(("no ", "little", "by no")):
        return False
    if {"hardly", "scarcely", "barely", "not", "cannot"} & set(lower.split()) or "n't" in lower:
        return False
    span = stretches.span_at(
        article.doc, sentence.start_char + word.start, sentence.start_char + word.end
    )
    if clauses.negated(span.root):
        return True
    above = span.root.head
    if span.root.dep_ in {"acomp", "advmod", "oprd", "aux", "attr"} and above.pos_ in {
        "VERB",
        "AUX",
    }:
        return clauses.negated(above)
    return False


def _expecter(article: Article, each: Found) -> str | None:
    above = each.verb.head
    for verb in (each.verb, above):
        if verb.lemma_.lower() in word_class("expecting") and not clauses.passive(verb):
            who = clauses.subject(verb)
            if who is not None:
                return article.actor_of(who)
    return None


def _by_word(sentence: "Span") -> Iterator[Found]:
    """Yield what adjectives, adverbs, verbs, nouns and phrases of expectation make."""
    for token in sentence:
        lemma = token.lemma_.lower()
        found = likely(token)
        expects = lemma in word_class("expecting") or lemma in _HOPING
        if found is None and token.pos_ == "VERB" and expects:
            found = expecting(token)
        if found is None and token.tag_ == "VBN":
            found = granted(token)
        if found is None and token.pos_ == "NOUN" and lemma in graded_nouns():
            found = chance(token)
        if found is not None:
            yield found
        phrase = outlook(token)
        if phrase is not None:
            yield phrase
