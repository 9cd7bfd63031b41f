"""Red lines by name: "a red line", "crossing that line", "drew the line at"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.line import Line
from detente.read.done.act import Act
from detente.read.grammar import clauses, stretches
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

LITERAL = re.compile(
    r"\bred[ -]?lines?\b|\bcross(?:ing|ed|es)? (?:that|this|a) line\b(?! out\b)|\bline in the sand\b"
    r"|\bdr[ae]w(?:s|n|ing)? the line at\b"
    r"|\ba line (?:has|had) been drawn\b|\b(?:that|this|its|our|their|clear) lines? (?:has|had|have|is|was|were) (?:been )?drawn\b"
    r"|\bdr[ae]wn? (?:a|another) line (?:behind|beyond|across) (?:which|that)\b"
    r"|\b(?:has|had|have) drawn (?:a|their|its|his|our) (?:\w+ )?line\b(?! under)"
    r"|\bline of death\b"
    r"|\blines? (?:that |which )?(?:it|he|she|they|we) (?:will|would|can|could) (?:not|never) cross\b"
    r"|\blines? (?:that )?(?:it|he|she|they|we) (?:has|had|have) (?:\w+ )?drawn\b"
    r"|\blines? (?:that|which) (?:must|should|cannot|could) (?:not )?be crossed\b",
    re.IGNORECASE,
)


def named(article: Article, acts: tuple[Act, ...]) -> Iterator[Line]:
    """Yield the lines that are called red lines, or lines that are crossed."""
    for each in LITERAL.finditer(article.text):
        span = stretches.span_at(article.doc, each.start(), each.end())
        token = span.root
        left = _before_dash(article, span.start)
        if left is not None:
            setter = _setter(article, token)
            start = min([act.start for act in _acts_at(acts, left)] or [stretches.subtree(left)[0]])
            yield Line(
                start,
                _to_dash(article, token, each.end()),
                setter,
                "red line, apposed",
                start,
                left.idx + len(left),
            )
            continue
        verb = clauses.head_verb(token)
        if verb.pos_ not in {"VERB", "AUX"}:
            yield Line(
                *stretches.subtree(verb),
                _setter(article, token),
                "red line",
                *stretches.subtree(verb),
            )
            continue
        start, end = stretches.whole(verb)
        start, end = min(start, each.start()), max(end, each.end())
        setter = _setter(article, token)
        if setter is None and verb.lemma_ in {
            "set",
            "draw",
            "declare",
            "call",
            "describe",
            "issue",
            "establish",
            "lay",
            "regard",
            "see",
            "consider",
            "view",
            "repeat",
        }:
            setter = clauses.agent(verb) or (
                None if clauses.passive(verb) else clauses.subject(verb)
            )
        doer = None
        if verb.lemma_ in {
            "cross",
            "breach",
            "violate",
            "overstep",
            "ignore",
            "test",
            "approach",
            "trample",
        }:
            doer = clauses.subject(verb)
        sentence = article.sentence_at(start)
        act_span = (start, end)
        if not any(start <= act.head.idx < end for act in acts):
            act_span = (sentence.start_char, sentence.end_char)
        if doer is None:
            topic = next(iter(clauses.prepositional(token, "for")), None)
            before = (each for each in clauses.prepositional(verb, "for") if each.i < verb.i)
            setter = setter or next((each for each in before if article.actor_of(each)), None)
            setter = setter or topic
        yield Line(start, end, setter, "red line", *act_span, doer)


def _to_dash(article: Article, token: "Token", at_least: int) -> int:
    """Return where an apposition ends: at the next dash or comma, or with the sentence."""
    end = at_least
    for each in article.doc[token.i + 1 : token.sent.end]:
        if each.is_punct and each.text not in {"'", '"', "-"}:
            break
        end = each.idx + len(each)
    return end


def _acts_at(acts: tuple[Act, ...], token: "Token") -> list[Act]:
    return [act for act in acts if act.head.i == token.i and act.core_start == act.start]


def _before_dash(article: Article, place: int) -> "Token | None":
    """Return the noun just left of the dash or comma before "a red line"."""
    doc = article.doc
    i = place - 1
    while i >= 0 and doc[i].lower_ in {"a", "the", "its", "their", "clear", "another"}:
        i -= 1
    if i < 1 or doc[i].text not in {"—", "--", "-", "–"}:
        return None
    noun = doc[i - 1]
    nouns = lexicon().nouns
    while (
        clauses.lemma(noun) not in nouns
        and noun.dep_ == "pobj"
        and noun.head.head.pos_ == "NOUN"
        and noun.head.head.i < noun.i
    ):
        noun = noun.head.head
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None


def _setter(article: Article, token: "Token") -> "Token | None":
    for each in clauses.kids(token):
        if each.dep_ in {"poss", "amod", "compound"} and article.actor_of(each):
            return each
    for each in clauses.kids(token):
        if each.dep_ in {"acl", "relcl"}:
            by = clauses.agent(each)
            if by is not None:
                return by
            who = clauses.child(each, "nsubj")
            if who is not None and article.actor_of(who):
                return who
    return next(
        (
            each
            for each in clauses.prepositional(token, "of", "for", "by")
            if article.actor_of(each)
        ),
        None,
    )
