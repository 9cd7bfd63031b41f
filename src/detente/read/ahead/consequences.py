"""What an act would bring about, or has brought about.

A verb of effect with a thing or an act as its subject ("an attack would drive
Moscow to ..."), a participle behind a comma ("..., raising fears of war"), or a
phrase ("at the cost of"). What is said not to be undone is marked.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from detente.read.ahead import aftermath, supposed
from detente.read.ahead.causes import listed as listed_of
from detente.read.ahead.consequents import consequent
from detente.read.ahead.effects import Effect, effect
from detente.read.ahead.following import following
from detente.read.ahead.telling import Scene
from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.done import events, parties
from detente.read.done.act import Act
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.predicates import predicates
from detente.read.text.neighbours import word_after
from detente.read.text.phrases import listed, pattern

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@cache
def _irreversible() -> re.Pattern[str]:
    return pattern(listed("consequences", "irreversible"))


@cache
def _listed(part: str) -> frozenset[str]:
    return frozenset(listed("consequences", part))


@cache
def _phrases() -> re.Pattern[str]:
    return pattern(listed("consequences", "phrases"))


def claims(
    article: Article, acts: tuple[Act, ...], conditions: tuple[Conditional, ...]
) -> Iterator[Claim]:
    """Yield each consequence once, the widest clause of those that overlap."""
    verbs = predicates(article.doc)
    found = by_rule(article, verbs, conditions)
    told = [(each[0], each[1]) for each in found]
    scene = Scene(article, {act.head.i: act for act in acts}, conditions, told)
    for each in supposed.weighted(scene, verbs, found):
        yield _claim(article, acts, each)


def by_rule(
    article: Article, verbs: "Sequence[Token]", conditions: tuple[Conditional, ...]
) -> "list[Effect]":
    """Return what rules find, the first of those that overlap.

    Parameters
    ----------
    article : Article
        The text.
    verbs : sequence of Token
        The heads of its clauses.
    conditions : tuple of Conditional
        Its conditionals.
    """
    found = list(_the_more(article, conditions))
    for verb in verbs:
        made = (
            effect(article, verb)
            or aftermath.participle(verb)
            or consequent(article, verb, conditions)
            or aftermath.paired(article, verb)
            or aftermath.slipped(article, verb)
            or aftermath.equated(article, verb)
            or aftermath.infinitive(article, verb)
            or aftermath.thereby(verb)
            or aftermath.without(verb)
            or aftermath.stems(article, verb)
            or aftermath.never_again(verb)
            or following(article, verb)
        )
        if made is not None:
            found.append(made)
    found += _announced(article)
    found += _headed(article)
    kept: list[Effect] = []
    for each in found:
        start, end = each[:2]
        if article.document.text.count(" ", start, end) < 2:  # noqa: PLR2004 - a scrap, not a clause
            continue
        if not any(start < other[1] and other[0] < end for other in kept):
            kept.append(each)
    return kept


def _the_more(article: Article, conditions: tuple[Conditional, ...]) -> "Iterator[Effect]":
    """Yield "the more recruits it will draw" and "the harder it will be" of "The longer it lasts"."""
    for each in conditions:
        if each.rule != "the more":
            continue
        words = stretches.span_at(article.doc, each.condition_end + 1, each.end)
        firsts = [
            word.i
            for word in words
            if word.lower_ == "the"
            and word.i + 1 < words.end
            and article.doc[word.i + 1].tag_ in _COMPARED
        ]
        for first, after in zip(firsts, [*firsts[1:], words.end], strict=True):
            last = after - 1
            while article.doc[last].is_punct or article.doc[last].pos_ in {"CCONJ", "SPACE"}:
                last -= 1
            end = article.doc[last].idx + len(article.doc[last])
            yield article.doc[first].idx, end, each.verb, None, "the more"


_COMPARED = frozenset(("JJR", "RBR"))


def _headed(article: Article) -> "Iterator[Effect]":
    """Yield "The result: a frozen conflict"."""
    for sentence in article.sentences:
        root = sentence.root
        if root.lemma_.lower() not in listed_of("outcomes") or root.i > sentence.start + 2:
            continue
        if root.i + 2 < sentence.end and word_after(root) in {":", "—"}:
            yield *stretches.subtree(root), root, None, "the result:"


def _claim(article: Article, acts: tuple[Act, ...], effect_of: Effect) -> Claim:
    start, end, verb, cause, rule = effect_of
    by: Act | None = None
    if cause is not None:
        first, last = stretches.subtree(cause)
        by = next((act for act in acts if first <= act.head.idx < last), None)
    doer = by.actor if by else None
    if doer is None and cause is not None:
        doer = parties.actor_near(article, cause)
    sentence = article.sentence_at(start)
    if by is None and (doer is None or (cause is not None and cause.pos_ == "PRON")):
        by = next((act for act in acts if sentence.start_char <= act.head.idx < verb.idx), None)
        doer = by.actor if by else doer
    told = next((act for act in acts if start <= act.head.idx < end and act is not by), None)
    return article.claim(
        "consequence",
        start,
        end,
        rule=rule,
        doer=doer,
        actor=told.actor if told else None,
        action=by.action if by else None,
        event=told.event if told else None,
        target=told.target if told else None,
        irreversible=_undone(sentence, verb),
        inferred=told.inferred if told else (),
        because=tuple(events.identity(article, act) for act in (by, told) if act is not None),
    )


def _undone(sentence: "Span", verb: "Token") -> bool:
    """Say whether an effect is said to last: by any such words behind its verb, by plain ones before."""
    return any(
        sentence.start_char + each.start() >= verb.idx
        or each.group().lower() not in _listed("only_behind")
        for each in _irreversible().finditer(sentence.text)
    )


def _announced(article: Article) -> "Iterator[Effect]":
    for each in _phrases().finditer(article.text):
        span = stretches.span_at(article.doc, each.start(), each.end())
        verb = clauses.head_verb(span.root)
        if each.group().lower().startswith(("at the cost", "at the price")):
            start, end = stretches.subtree(span[0])
            yield start, max(end, each.end()), verb, verb, "phrase"
            continue
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        if clauses.passive(verb) and each.group().lower().startswith("the "):
            continue  # "the result was announced"
        start, end = stretches.whole(verb)
        yield min(start, each.start()), max(end, each.end()), verb, clauses.subject(verb), "phrase"
