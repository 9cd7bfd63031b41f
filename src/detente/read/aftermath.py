"""Effects told by more than a verb: pairs, equations, infinitives, and what follows "if".

Each function looks at one verb and returns the effect that it tells, if any; plain
verbs of effect are in `consequences`.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from detente.read import clauses
from detente.read.article import Article
from detente.read.conditions import Conditional
from detente.read.words import lexicon, table, word_class, words

if TYPE_CHECKING:
    from spacy.tokens import Token

# start, end, the verb of the effect, its cause, the rule
Effect: TypeAlias = "tuple[int, int, Token, Token | None, str]"
_FUTURE = frozenset(("would", "could", "might", "may", "will", "'d", "'ll", "wo"))
_FOLLOWING = frozenset(
    ("if", "inverted had", "inverted were", "inverted should", "without", "unless")
)
_SO = frozenset(("thereby", "thus", "henceforth", "thenceforth"))


@cache
def verbs(part: str, key: str = "verbs") -> frozenset[str]:
    """Return a list of ``consequences.toml`` as a set."""
    return frozenset(words(table("consequences")[part][key]))


@cache
def _pairs() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in table("consequences")["pairs"]["lines"].strip().splitlines():
        names, _, things = line.partition(":")
        for name in names.split():
            found[name] = found.get(name, frozenset()) | frozenset(things.split())
    return found


def act_like(article: Article, noun: "Token | None") -> bool:
    """Say whether a noun is an act or a thing and no party: what has effects."""
    if noun is None:
        return False
    if noun.lower_ in {"which", "this", "that", "these"}:
        return not restrictive(noun)
    if noun.pos_ == "VERB":
        return True
    known = clauses.lemma(noun) in lexicon().nouns or clauses.lemma(noun) in word_class("things")
    return known and noun.pos_ != "PRON" and article.actor_of(noun) is None


def restrictive(noun: "Token") -> bool:
    """Say whether "that" opens a clause that only tells which thing is meant."""
    clause = noun.head
    first = clause.left_edge.i
    return (
        noun.lower_ == "that"
        and clause.dep_ == "relcl"
        and (not first or noun.doc[first - 1].text not in {",", "—"})
    )


def paired(article: Article, verb: "Token") -> "Effect | None":
    """Return "dealt a blow to the talks", "drew Iran into the war", "left it without water"."""
    things = _pairs().get(verb.lemma_.lower())
    cause = clauses.subject(verb)
    if things is None or clauses.passive(verb) or clauses.negated(verb):
        return None
    if cause is None or not (act_like(article, cause) or _thing(article, cause)):
        return None
    if not clauses.finite(verb) and verb.dep_ != "conj":
        return None
    behind = {
        each.lower_ if each.dep_ in {"prep", "prt"} else each.lemma_.lower()
        for each in verb.children
        if each.i > verb.i and each.dep_ in {"dobj", "prep", "prt", "acomp", "dative", "oprd"}
    }
    if not behind & things:
        return None
    return *clauses.whole(verb), verb, cause, "effect, paired"


def _thing(article: Article, noun: "Token") -> bool:
    return (
        noun.pos_ == "NOUN"
        and article.actor_of(noun) is None
        and clauses.lemma(noun) not in {*word_class("people"), *word_class("force")}
        and noun.ent_type_ not in {"DATE", "TIME", "PERSON"}
    )


def slipped(article: Article, verb: "Token") -> "Effect | None":
    """Return "The raid sowed distrust.", where a parser took the verb for a participle."""
    cause = verb.head
    active = verb.dep_ == "acl" and verb.tag_ == "VBN" and cause.dep_ == "ROOT"
    if not active or clauses.agent(verb) is not None or not act_like(article, cause):
        return None
    known = verbs("told") | verbs("strong") | frozenset(_pairs())
    if verb.lemma_.lower() not in known or clauses.child(verb, "dobj") is None:
        return None
    return *clauses.subtree(cause), verb, cause, "effect"


def equated(article: Article, verb: "Token") -> "Effect | None":
    """Return "the upshot was a frozen front", "its effect was to unite them"."""
    cause = clauses.subject(verb)
    if verb.lemma_ != "be" or cause is None or cause.lemma_.lower() not in verbs("outcomes"):
        return None
    del article
    if clauses.negated(verb) or not any(
        each.dep_ in {"attr", "xcomp", "ccomp"} and each.i > verb.i for each in verb.children
    ):
        return None
    return *clauses.whole(verb), verb, cause, "the outcome was"


def infinitive(article: Article, verb: "Token") -> "Effect | None":
    """Return "is likely to lead to war", "threatens to ignite", "served only to unite them"."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "advcl"} or verb.i < above.i:
        return None
    strong = verb.lemma_.lower() in verbs("strong") | verbs("modal") or (
        f"{verb.lemma_.lower()}_{_after(verb)}" in verbs("strong")
    )
    likely = above.pos_ == "ADJ" and above.lower_ in {"likely", "bound", "certain", "sure", "set"}
    top = above.head if likely else above
    threatens = above.lemma_ in {"threaten", "risk", "serve", "help", "tend", "promise"}
    if not strong or not (likely or threatens):
        return None
    cause = clauses.subject(top)
    if not act_like(article, cause) or clauses.negated(top):
        return None
    return *clauses.whole(top), verb, cause, "effect to come"


def thereby(verb: "Token") -> "Effect | None":
    """Return "thereby cut off the island"."""
    so = next((each for each in verb.children if each.lower_ in _SO), None)
    if so is None or so.dep_ != "advmod" or any(each.lower_ == "far" for each in verb.children):
        return None
    if clauses.modal(verb) is not None:
        return None
    if verb.tag_ not in {"VBD", "VBG", "VBN"} or clauses.conditional(verb):
        return None
    return *clauses.whole(verb), verb, clauses.head_verb(verb.head), "thereby"


def consequent(
    article: Article, verb: "Token", conditions: tuple[Conditional, ...]
) -> "Effect | None":
    """Return what follows in a conditional, where it tells an effect and no party's own act."""
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in _FUTURE:
        return None
    if not any(each.verb.i == verb.i and each.rule in _FOLLOWING for each in conditions):
        return None
    who = clauses.subject(verb)
    listed = verb.lemma_.lower() in verbs("modal") | verbs("strong")
    named = who is not None and (who.pos_ == "PROPN" or article.actor_of(who) is not None)
    if named:
        listed = listed and verb.lemma_.lower() in verbs("undergone")
    if listed or _befalls(article, verb, who):
        return *clauses.whole(verb), verb, None, "consequent"
    return None


def _befalls(article: Article, verb: "Token", who: "Token | None") -> bool:
    """Say whether something happens to a thing or a state comes about: no party acts."""
    if who is None:
        return clauses.child(verb, "expl") is not None and not clauses.negated(verb)
    if who.pos_ == "PRON" or clauses.lemma(who) in lexicon().nouns:
        return False
    thing = who.pos_ == "NOUN" and clauses.lemma(who) not in {
        *word_class("people"),
        *word_class("force"),
    }
    if verb.lemma_ == "be":
        return thing and article.actor_of(who) is None
    graded = any(each.lower_ == "as" for each in verb.children)
    passive = clauses.passive(verb) and clauses.agent(verb) is None and not graded
    stands = verb.lemma_.lower() in verbs("stative")
    return thing and article.actor_of(who) is None and not stands and (passive or not _acts(verb))


def _acts(verb: "Token") -> bool:
    return lexicon().verbs.get(verb.lemma_.lower()) is not None


def _after(verb: "Token") -> str:
    return verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
