"""What the condition of a threat is: another's act, a kindness, one's own need, or nobody's deed."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.barring import sweeping
from detente.read.bounds.deeds import deed, measures, strikes
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

DEMANDS = frozenset(("unless", "until", "as long as", "so long as"))
_NEEDING = frozenset(
    (
        "see", "feel", "think", "want", "wish", "need", "have", "find", "deem", "receive", "get",
        "decide",
    )
)  # fmt: skip


def doer_of(article: Article, each: Conditional) -> "Token | None":
    """Return the subject of a condition."""
    inside = stretches.span_at(article.doc, each.condition_start, each.condition_end)
    return next((token for token in inside if token.dep_ in clauses.SUBJECTS), None)


def _inside(article: Article, each: Conditional) -> "list[Token]":
    span = stretches.span_at(article.doc, each.condition_start, each.condition_end)
    return [token for token in span if token.pos_ in {"VERB", "NOUN"}]


def benign(article: Article, each: Conditional) -> bool:
    """Say whether a condition is a kindness: "if the sanctions were lifted", "if asked"."""
    if each.rule in DEMANDS:
        return False
    return any(
        token.pos_ == "VERB"
        and not clauses.negated(token)
        and token.lemma_.lower() in line_words("benign")
        for token in _inside(article, each)
    )


def _asked(verb: "Token") -> bool:
    """Say whether somebody would be asked to: "if invited", "if it was asked to"."""
    return verb.tag_ == "VBN" and verb.lemma_.lower() in {"ask", "invite", "request", "elect"}


def provoked(article: Article, each: Conditional) -> bool:
    """Say whether a condition is a hostile act: "if the town was shelled", "in case of an attack"."""
    if each.rule in {"unless", "until"}:
        return False
    for token in _inside(article, each):
        if lexicon().nouns.get(clauses.lemma(token)) in {"ASSAULT", "COERCE"}:
            return True
        if token.pos_ == "VERB" and not clauses.negated(token):
            key = phrase(token, lexicon())
            if key in line_words("provoking") or token.lemma_.lower() in line_words("provoking"):
                return True
    return False


def only_then(article: Article, each: Conditional) -> bool:
    """Say whether a condition is set for what is granted: "would come only if it was asked to"."""
    words = article.text[max(each.condition_start - 6, 0) : each.condition_start + 5].lower()
    return "only " in words and not (strikes(each.verb) and provoked(article, each))


def conceded(article: Article, each: Conditional) -> bool:
    """Say whether what follows would be done all the same: "even if talks failed"."""
    return (
        "even " in article.text[max(each.condition_start - 6, 0) : each.condition_start + 5].lower()
    )


def of_talks(article: Article, each: Conditional) -> bool:
    """Say whether a condition is how talks end, which is nobody's act: "if diplomacy failed"."""
    first = doer_of(article, each)
    return (
        first is not None
        and not clauses.passive(first.head)
        and first.lemma_.lower() in line_words("voices", "talks")
    )


def by_itself(article: Article, each: Conditional) -> bool:
    """Say whether a condition comes about by nobody's act: "if tension rose", "if they could be found"."""
    first = doer_of(article, each)
    if first is None:
        return any(map(_asked, _inside(article, each)))
    if first.lower_ == "nothing":
        return True  # "if nothing was done"
    if clauses.passive(first.head):
        helper = clauses.modal(first.head)
        inverted = each.rule == "inverted should"  # "should a single soldier be hurt"
        return (helper is not None and not inverted) or _asked(first.head)
    return first.lemma_.lower() in line_words("voices", "by_itself") or _befalls(article, first)


def _befalls(article: Article, first: "Token") -> bool:
    """Say whether a thing only happens: "if the fighting went on", "if the virus returns"."""
    verb = first.head
    if first.pos_ != "NOUN" or clauses.child(verb, "dobj", "ccomp") is not None:
        return False
    if first.lemma_.lower() in line_words("voices", "mutual"):
        return True
    men = {*word_class("force"), *word_class("people")}
    if clauses.lemma(first) in men or any(map(sweeping, clauses.kids(first))):
        return False
    nobodys = parties.actor_near(article, first) is None
    return nobodys and verb.lemma_.lower() in line_words("voices", "happening")


def same_pronoun(article: Article, each: Conditional) -> bool:
    """Say whether one and the same "he" fulfils the condition and acts upon it."""
    first = doer_of(article, each)
    who = clauses.subject(each.verb)
    if first is None or who is None or clauses.passive(first.head):
        return False
    return first.lower_ == who.lower_ in {"he", "she"} and not strikes(each.verb)


def own_condition(article: Article, each: Conditional, drawer: str | None) -> bool:
    """Say whether the condition is the speaker's own act, or nobody's: "if talks fail"."""
    subject = doer_of(article, each)
    if subject is None:
        return False
    verb = subject.head
    if clauses.passive(verb):
        return False
    doer = parties.actor_near(article, subject)
    answering = clauses.subject(each.verb)
    apart = subject.lower_ == "they" and answering is not None and answering.lower_ != "they"
    blow = subject.lower_ in {"it", "they", "he"} and strikes(each.verb)
    if (apart or blow) and _does(verb):
        return False
    hostile = lexicon().nouns.get(clauses.lemma(subject)) in {"ASSAULT", "COERCE", "MOBILIZE"}
    forced = measures(deed(each.verb)) or (hostile and clauses.lemma(subject) != "war")
    nobodys = clauses.lemma(subject) in lexicon().nouns or subject.lower_ in word_class("things")
    refused = clauses.lemma(subject) in {"answer", "reply", "response", "apology", "agreement"}
    nobodys = nobodys and not forced and not (refused and clauses.negated(subject))
    return (doer is not None and doer == drawer) or (doer is None and nobodys)


def _does(verb: "Token") -> bool:
    """Say whether a condition is a deed, and no need or wish of the speaker's own."""
    return verb.pos_ == "VERB" and verb.lemma_ not in _NEEDING and clauses.modal(verb) is None
