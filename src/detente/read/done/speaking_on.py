"""Who goes on to speak in public behind what he said: "Israel said Iran must not ... and threatened"."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.grammar import clauses
from detente.read.text.wordlists import speech_verbs
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST_OR_NOW = frozenset(("VBD", "VBZ", "VBP"))


def speaks_on(article: Article, verb: "Token") -> "Token | None":
    """Return who spoke before a second public act: "Israel said Iran must not ... and threatened".

    The parser hangs it on the verb that was said; it's the speaker's where that
    one has another tense or nobody for its subject.
    """
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return None
    if verb.lemma_.lower() not in word_class("public") or clauses.child(verb, *clauses.SUBJECTS):
        return None
    said = clauses.conjuncts_head(verb)
    for _ in range(4):
        if said.dep_ == "ccomp" and _speaks(said.head):
            break
        if said.dep_ not in {"ccomp", "xcomp", "conj"}:
            return None
        said = said.head
    says = said.head
    if said.dep_ != "ccomp" or not _speaks(says):
        return None
    outer = clauses.subject(says)
    inner = clauses.child(said, *clauses.SUBJECTS)
    known = outer is not None and (article.actor_of(outer) is not None or outer.pos_ == "PRON")
    if inner is None or not known:
        return None
    helped = any(each.dep_ == "aux" for each in said.children)
    either = any(each.dep_ == "cc" and each.lower_ == "or" for each in verb.head.children)
    other = (
        not either  # "said that it had given or promised them arms"
        if helped
        else article.actor_of(inner) is None or _to_the_same(verb, inner)
    )
    return outer if other else None


def _to_the_same(verb: "Token", inner: "Token") -> bool:
    """Say whether it is the doer of before who is spoken to: "said Israel had a right to ..., but urged it"."""
    if verb.lemma_.lower() not in word_class("hands_on") | word_class("addressing"):
        return False
    many = inner.tag_ in {"NNS", "NNPS"} or bool(inner.conjuncts)
    whom = [*clauses.objects(verb), *clauses.prepositional(verb, "on", "upon", "to")]
    return any(each.lower_ in ({"them"} if many else {"it", "him", "her"}) for each in whom)


def _speaks(verb: "Token") -> bool:
    return verb.tag_ in _PAST_OR_NOW and verb.lemma_ in speech_verbs()
