"""Clauses that tell a hindrance by their make: "would have to", "could do little", "not yet ready".

Each rule looks at one verb, so a pass over a text is linear. What they find is
turned into claims by `detente.read.bounds.constraints`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from detente.read.article import Article
from detente.read.bounds.burdens import burden
from detente.read.bounds.obstacles import obstacle
from detente.read.bounds.reasons import fear, reason
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.predicates import predicates
from detente.read.text.phrases import listed
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# start, end, the sort of constraint, the verb of its clause
Hindrance: TypeAlias = "tuple[int, int, str, Token]"

_ABLE = frozenset({"can", "could", "ca"})
_FORESEEN = frozenset({"would", "will", "must", "'d", "'ll"})
_LITTLE = frozenset({"little", "nothing", "none", "nobody"})
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_NOT_HINDERED = frozenset(
    (
        "tolerate", "allow", "permit", "rule", "stand", "exclude", "accept", "stay", "look", "live",
        "agree", "want", "refrain", "assure", "reckon", "confirm", "verify", "identify", "comment",
        "sleep", "tell", "remember", "explain", "understand", "recall", "speak", "describe", "trust",
    )
)  # fmt: skip
_OFF_THE_POINT = frozenset(
    ("resign", "go", "choose", "decide", "end", "bear", "be", "quit", "consider")
)


def _words(part: str) -> frozenset[str]:
    return frozenset(listed("constraints", "clauses", part))


def about_party(article: Article, sentence: "Span") -> bool:
    """Say whether a sentence speaks of a party or of its people."""
    return (
        any(
            article.actor_of(token) is not None or token.lemma_.lower() in word_class("people")
            for token in sentence
        )
        or article.speaker_of(sentence) is not None
    )


def find(article: Article) -> Iterator[Hindrance]:
    """Yield the clauses that tell a hindrance by their make, in the order of the text."""
    for verb in predicates(article.doc):
        sort = _sort(article, verb)
        if sort is None or not about_party(article, verb.sent):
            sort = burden(article, verb)
        if sort is None and (reason(verb) or fear(verb)):
            sort = "opinion"
        if sort is not None:
            yield *stretches.whole(verb), sort, verb


def _sort(article: Article, verb: "Token") -> str | None:
    if _unable(article, verb) or _in_need(article, verb) or _doing_little(article, verb):
        return "capability"
    if _weak(article, verb) or _unready(verb) or _weather(verb) or _busy(verb):
        return "capability"
    return "law" if _barred(verb) else obstacle(article, verb)


def _somebody(article: Article, who: "Token | None") -> bool:
    if who is None:
        return False
    lemma = who.lemma_.lower()
    return (
        parties.actor_near(article, who) is not None
        or lemma in word_class("people")
        or lemma in lexicon().classes["force"]
    )


def _unable(article: Article, verb: "Token") -> bool:
    """Say whether a party or an act is not able: "could not guarantee", "cannot reach"."""
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in _ABLE or not clauses.negated(verb):
        return False
    who = clauses.subject(verb)
    if who is None or verb.pos_ != "VERB" or verb.lemma_ in _NOT_HINDERED:
        return False
    if clauses.conditional(verb) or _of_what(verb):
        return False
    if clauses.passive(verb):
        return who.pos_ == "NOUN" and verb.lemma_ in _words("done")
    if verb.lemma_ in word_class("never_hindered"):
        return False
    return who.pos_ != "PRON" or parties.actor_near(article, who) is not None


def _of_what(verb: "Token") -> bool:
    """Say whether a clause only tells what thing is meant: "burned what they could not carry"."""
    return any(
        each.dep_ == "dobj" and each.lower_ in {"what", "whatever"} for each in clauses.kids(verb)
    )


def _in_need(article: Article, verb: "Token") -> bool:
    """Say whether a party would first have to do, or needs, something: "would have to cross Sudan"."""
    lemma = verb.lemma_.lower()
    if lemma not in {"have", "need", "require"} or clauses.negated(verb):
        return False
    if not _somebody(article, clauses.subject(verb)):
        return False
    if lemma == "have":
        helper = clauses.modal(verb)
        to_do = clauses.child(verb, "xcomp")
        return (
            helper is not None
            and helper.lower_ == "would"
            and to_do is not None
            and to_do.tag_ in {"VB", "VBN"}
            and to_do.lemma_ not in _OFF_THE_POINT
            and not any(each.lower_ == "nowhere" for each in verb.subtree)
            and not clauses.passive(to_do)
            and clauses.child(verb, "dobj") is None
        )
    return clauses.child(verb, "dobj", "ccomp") is not None and lemma == "need"


def _doing_little(article: Article, verb: "Token") -> bool:
    """Say whether little or nothing can be done: "could do little", "no pressure could be applied"."""
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in _ABLE:
        return False
    thing = clauses.child(verb, "dobj")
    if thing is not None and thing.lower_ in _LITTLE and _somebody(article, clauses.subject(verb)):
        return True
    who = clauses.child(verb, "nsubjpass", "nsubj")
    if any(each.lower_ in _HARDLY for each in clauses.kids(verb)):
        return verb.lemma_ not in _NOT_HINDERED and not clauses.passive(verb) and verb.tag_ == "VB"
    nothing = who is not None and (
        who.lower_ in {"nothing", "little"}
        or any(each.lower_ == "no" and each.dep_ == "det" for each in clauses.kids(who))
    )
    return nothing and clauses.passive(verb) and verb.lemma_ in _words("done")


def _weak(article: Article, verb: "Token") -> bool:
    """Say whether a party or its forces are said to be weak: "the army is tired"."""
    if verb.lemma_ not in {"be", "remain", "look", "seem", "grow"} or clauses.negated(verb):
        return False
    who = clauses.subject(verb)
    if not _somebody(article, who) and not (
        who is not None and who.lemma_.lower() in _words("resources")
    ):
        return False
    said = [each for each in clauses.kids(verb) if each.dep_ in {"acomp", "attr", "oprd"}]
    said += [far for each in said for far in each.conjuncts]
    return any(each.lower_ in _words("weak") for each in said)


def _unready(verb: "Token") -> bool:
    """Say whether something is not ready: "the harvest is not yet in", "will not be complete"."""
    if verb.lemma_ != "be" or not clauses.negated(verb):
        return False
    who = clauses.child(verb, "nsubj")
    if who is None or who.pos_ == "PRON":
        return False
    said = [each for each in clauses.kids(verb) if each.dep_ in {"acomp", "attr", "advmod", "prep"}]
    yet = any(each.lower_ == "yet" for each in clauses.kids(verb))
    return any(
        each.i > verb.i
        and (each.lower_ in _words("ready") or (yet and each.lower_ in {"in", "over"}))
        for each in said
    )


def _weather(verb: "Token") -> bool:
    """Say whether weather or season stands in the way: "the rains will close the tracks"."""
    who = clauses.child(verb, "nsubj")
    return (
        who is not None
        and who.lower_ in _words("weather")
        and verb.lemma_.lower() in _words("hinders")
    )


def _busy(verb: "Token") -> bool:
    """Say whether somebody has other things to see to: "had the Ruhr to think about"."""
    other = clauses.child(verb, "relcl", "xcomp", "acl")
    thing = clauses.child(verb, "dobj")
    if verb.lemma_ != "have" or thing is None:
        return False
    below = [other] if other is not None else []
    below += [each for each in clauses.kids(thing) if each.dep_ in {"relcl", "acl"}]
    return any(each.lemma_ in {"worry", "think", "attend", "contend", "reckon"} for each in below)


def _barred(verb: "Token") -> bool:
    """Say whether a body or a rule bars: "the Senate has told him not to ask", "the law forbids it"."""
    who = clauses.subject(verb)
    if who is None or clauses.passive(verb) or who.lemma_.lower() not in _words("bodies"):
        return False
    lemma = verb.lemma_.lower()
    paper = who.lemma_.lower() in _words("papers")
    now = verb.tag_ in {"VBZ", "VBP"}
    if paper and lemma in {"require", "oblige", "compel", "limit", "restrict", "confine"}:
        asked = clauses.child(verb, "dobj", "ccomp", "xcomp") is not None
        return asked and (not clauses.negated(verb) or lemma in {"oblige", "compel"})
    if lemma in _words("bars"):  # what a body bars or vetoes, it does
        return paper and now and not clauses.negated(verb)
    if lemma in _words("grants") | (_words("binds") if paper else frozenset()):
        return clauses.negated(verb)
    return lemma in {"tell", "urge", "order"} and any(
        each.dep_ == "xcomp" and clauses.negated(each) for each in clauses.kids(verb)
    )
