"""Orders to strike whoever comes: "have orders to fire on anyone", "have been told to hit it if"."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.line import Line, sweeping
from detente.read.bounds.voiced import says
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDERS = frozenset(("order", "instruction", "command", "permission", "authority", "authorisation"))
_TELLING = frozenset(("tell", "order", "instruct", "authorise", "authorize", "command"))
_LETTING = frozenset(("let", "allow", "permit"))


def ordered(article: Article, verb: "Token") -> Line | None:
    """Return "the guards have orders to shoot anyone who enters", "have been told to fire if"."""
    below = _below(verb)
    who = clauses.subject(verb)
    if below is None or who is None or verb.dep_ == "relcl" or not _against(below):
        return None
    drawer = parties.actor_near(article, who) or says(article, verb)
    forces = clauses.lemma(who) in {*word_class("force"), *word_class("people")}
    if not (drawer or forces or who.lower_ in {"we", "they"}):
        return None
    start, end = stretches.whole(verb)
    return Line(
        start, max(end, stretches.subtree(below)[1]), None, "under orders to",
        below.idx, end, None, drawer,
    )  # fmt: skip


def _below(verb: "Token") -> "Token | None":
    """Return what somebody is ordered to do."""
    if verb.lemma_ in _TELLING and clauses.passive(verb):
        return clauses.child(verb, "xcomp")
    if verb.lemma_ not in {"have", "receive", "give"}:
        return None
    order = next((each for each in clauses.objects(verb) if each.lemma_ in _ORDERS), None)
    if order is None or (verb.lemma_ == "give" and not clauses.passive(verb)):
        return None
    return clauses.child(order, "acl", "xcomp") or clauses.child(verb, "xcomp")


def _against(below: "Token") -> bool:
    """Say whether orders are against whoever comes: to fire on anyone, to hit if, to let nobody in."""
    if below.lemma_ in _LETTING:
        return clauses.negated(below) or any(
            each.lower_ in {"nobody", "no", "none"} for each in below.subtree
        )
    key = phrase(below, lexicon())
    verbs = lexicon().verbs
    hostile = {verbs.get(key), verbs.get(below.lemma_.lower())} & {"ASSAULT", "COERCE"}
    if not hostile or clauses.negated(below):
        return False
    whoever = any(map(sweeping, below.subtree)) or any(
        each.lower_ in {"sight", "those"} for each in below.subtree
    )
    return whoever or any(
        each.dep_ == "advcl" and clauses.conditional(each)
        for above in (below, below.head)
        for each in clauses.kids(above)
    )
