"""What an act would bring about, or has brought about.

A verb of effect with a thing or an act as its subject ("an attack would drive
Moscow to ..."), a participle behind a comma ("..., raising fears of war"), or a
phrase ("at the cost of"). What is said not to be undone is marked.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from detente.read import aftermath, clauses, events, parties
from detente.read.act import Act
from detente.read.aftermath import Effect, restrictive, verbs
from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.conditions import Conditional
from detente.read.operators import own, phrase
from detente.read.phrases import listed, pattern
from detente.read.words import lexicon, word_class

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
    found: list[Effect] = []
    for verb in article.doc:
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
            continue
        made = (
            _effect(article, verb)
            or _participle(verb)
            or aftermath.consequent(article, verb, conditions)
            or aftermath.paired(article, verb)
            or aftermath.slipped(article, verb)
            or aftermath.equated(article, verb)
            or aftermath.infinitive(article, verb)
            or aftermath.thereby(verb)
        )
        if made is not None:
            found.append(made)
    found += _announced(article)
    taken: list[tuple[int, int]] = []
    for each in found:
        start, end = each[:2]
        if article.document.text.count(" ", start, end) < 2:  # noqa: PLR2004 - a scrap, not a clause
            continue
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        yield _claim(article, acts, each)


def _claim(article: Article, acts: tuple[Act, ...], effect_of: Effect) -> Claim:
    start, end, verb, cause, rule = effect_of
    by: Act | None = None
    if cause is not None:
        first, last = clauses.subtree(cause)
        by = next((act for act in acts if first <= act.head.idx < last), None)
    doer = by.actor if by else None
    if doer is None and cause is not None:
        doer = parties.actor_near(article, cause)
    sentence = article.sentence_at(start)
    if by is None and (doer is None or (cause is not None and cause.pos_ == "PRON")):
        by = next((act for act in acts if sentence.start_char <= act.head.idx < verb.idx), None)
        doer = by.actor if by else doer
    effect = next((act for act in acts if start <= act.head.idx < end and act is not by), None)
    return article.claim(
        "consequence",
        start,
        end,
        rule=rule,
        doer=doer,
        actor=effect.actor if effect else None,
        action=by.action if by else None,
        event=effect.event if effect else None,
        target=effect.target if effect else None,
        irreversible=_undone(sentence, verb),
        because=tuple(events.identity(article, act) for act in (by, effect) if act is not None),
    )


def _undone(sentence: "Span", verb: "Token") -> bool:
    """Say whether an effect is said to last: by any such words behind its verb, by plain ones before."""
    return any(
        sentence.start_char + each.start() >= verb.idx
        or each.group().lower() not in _listed("only_behind")
        for each in _irreversible().finditer(sentence.text)
    )


def _effect(article: Article, verb: "Token") -> "Effect | None":  # noqa: C901, PLR0911 - a list of cases
    if "whether" in clauses.marks(verb):
        return None
    key = phrase(verb, lexicon())
    lemma = verb.lemma_.lower()
    following = f"{lemma}_{_after(verb)}"
    status, helper = own(verb, lexicon())
    strong = key in verbs("strong") or following in verbs("strong") or lemma in verbs("strong")
    cause = clauses.subject(verb)
    linked = (
        cause is not None
        and not restrictive(cause)
        and (
            cause.lower_ in {"which", "that", "this", "these"}
            or (cause.lower_ == "it" and article.actor_of(cause) is None)
        )
    )
    acted = linked or (
        cause is not None
        and (
            cause.pos_ == "VERB"
            or clauses.lemma(cause) in lexicon().nouns
            or clauses.lemma(cause) in word_class("things")
        )
        and cause.pos_ != "PRON"
        and article.actor_of(cause) is None
    )
    if lemma == "take" and cause is not None and cause.lower_ == "it":
        return None
    foreseen = helper is not None and (
        lemma in verbs("modal") or (acted and lemma not in word_class("without_effect"))
    )
    told = (
        acted
        and lemma in verbs("told")
        and status in {"done", "ongoing"}
        and clauses.child(verb, "dobj", "ccomp") is not None
    )
    thing = (
        helper is not None
        and helper.lower_ in {"would", "could", "might", "will"}
        and cause is not None
        and cause.pos_ == "NOUN"
        and cause.ent_type_ not in {"DATE", "TIME", "PERSON"}
        and clauses.lemma(cause)
        not in {*lexicon().nouns, *word_class("people"), *word_class("force")}
        and article.actor_of(cause) is None
        and lemma not in word_class("without_effect")
        and not clauses.passive(verb)
    )
    weak = not strong and (lemma in verbs("stative") or _only_tells_which(verb))
    if weak or not (strong or foreseen or told or thing):
        return None
    if verb.tag_ in {"VBZ", "VBP"} and helper is None and not acted:
        return None
    if clauses.conditional(verb) or (status in {"participle", "infinitive"} and helper is None):
        return None
    if helper is not None and helper.lower_ in {"must", "should", "ought"}:
        return None
    if clauses.passive(verb):
        return _caused(article, verb, lemma)
    if cause is None or (
        clauses.negated(verb) and helper is not None and helper.lower_ in {"can", "could", "ca"}
    ):
        return None
    way = clauses.child(verb, "dobj", "prep")
    if (
        lemma == "lead"
        and way is not None
        and any(each.ent_type_ == "GPE" for each in way.children)
    ):
        return None
    if not thing and not _inanimate(article, cause, strong=strong):
        return None
    if status == "denied" and helper is None:
        return None
    if helper is None and not any(each.dep_ in _AFFECTED for each in verb.children):
        return None
    start, end = clauses.whole(verb)
    return start, end, verb, cause, "effect"


def _only_tells_which(verb: "Token") -> bool:
    """Say whether a verb's clause begins with "that" and only tells which thing is meant."""
    who = clauses.child(verb, "nsubj")
    return verb.dep_ == "relcl" and who is not None and restrictive(who)


_AFFECTED = frozenset(("dobj", "ccomp", "xcomp", "prep", "dative", "oprd"))


def _caused(article: Article, verb: "Token", lemma: str) -> "Effect | None":
    """Return a passive with its cause: "the crisis was sparked by the deployment"."""
    by = clauses.agent(verb)
    if by is None or lemma not in verbs("caused") or article.actor_of(by) is not None:
        return None
    who = clauses.subject(verb)
    start, end = clauses.whole(verb)
    if verb.dep_ == "acl" and who is not None:
        start = min(start, who.left_edge.idx)
    return start, end, verb, by, "caused by"


def _after(verb: "Token") -> str:
    return verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""


def _inanimate(article: Article, cause: "Token", *, strong: bool) -> bool:
    """Say whether a subject is an act or a thing, not a person or a party."""
    if cause.pos_ == "VERB":
        return True
    if cause.lower_ in {"it", "this", "that"} and any(
        each.dep_ == "advcl" and clauses.conditional(each) for each in cause.head.children
    ):
        return True
    if (
        cause.lower_ == "it"
        and cause.head.dep_ == "ccomp"
        and parties.said_by_party(article, cause.head)
    ):
        return False
    lemma = cause.lemma_.lower()
    if (
        lemma in lexicon().nouns
        or cause.lower_ in word_class("things")
        or lemma in word_class("things")
    ):
        return article.actor_of(cause) is None or cause.pos_ == "NOUN"
    if article.actor_of(cause) is not None or cause.pos_ in {"PROPN", "PRON"}:
        return False
    return strong and cause.pos_ == "NOUN" and lemma not in word_class("people")


def _participle(verb: "Token") -> "Effect | None":
    """Return ", forcing ships to turn back": a participle without a subject behind a comma."""
    if (
        verb.tag_ != "VBG"
        or verb.dep_ not in {"advcl", "acl", "conj"}
        or verb.lemma_.lower() not in verbs("participles") | verbs("told")
    ):
        return None
    if any(each.dep_ in {*clauses.SUBJECTS, "aux", "mark"} for each in verb.children):
        return None
    first = verb.left_edge.i
    before = verb.doc[first - 1].text if first else ""
    if before not in {",", "—", "--", ")"} and verb.doc[verb.i - 1].lower_ not in {
        ",",
        "thereby",
        "thus",
    }:
        return None
    if not any(each.dep_ in {"dobj", "prep", "xcomp", "ccomp", "dative"} for each in verb.children):
        return None
    thing = clauses.child(verb, "dobj")
    if thing is not None and thing.lemma_ in {
        "possibility",
        "prospect",
        "question",
        "issue",
        "hand",
        "voice",
    }:
        return None
    start, end = clauses.subtree(verb)
    return start, end, verb, clauses.head_verb(verb.head), "participle"


def _announced(article: Article) -> "Iterator[Effect]":
    for each in _phrases().finditer(article.text):
        span = clauses.span_at(article.doc, each.start(), each.end())
        verb = clauses.head_verb(span.root)
        if each.group().lower().startswith(("at the cost", "at the price")):
            start, end = clauses.subtree(span[0])
            yield start, max(end, each.end()), verb, verb, "phrase"
            continue
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        start, end = clauses.whole(verb)
        yield min(start, each.start()), max(end, each.end()), verb, clauses.subject(verb), "phrase"
