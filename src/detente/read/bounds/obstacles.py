"""What stands in the way, told by who would not, who alone may, and what is lacking or worn.

Each rule looks at one verb, as those of `hindrances` do: "no Arab state would send troops",
"only the Senate can", "the reserves cover three weeks", "had a single brigade".
"""

from typing import TYPE_CHECKING

from detente.read.ahead.causes import sort
from detente.read.article import Article
from detente.read.done import parties
from detente.read.grammar import clauses
from detente.read.text.phrases import listed
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset(("will", "would", "can", "could", "'ll", "'d"))
_MAY = frozenset(("can", "could", "may", "might"))
_FEW = frozenset(("single", "only", "sole", "lone", "mere", "scant", "few"))


def _words(part: str) -> frozenset[str]:
    return frozenset(listed("constraints", "obstacles", part))


def obstacle(article: Article, verb: "Token") -> str | None:
    """Return the sort of constraint that a verb's clause tells, if it tells one."""
    who = clauses.subject(verb)
    if who is None or clauses.conditional(verb):
        return None
    if _nobody_would(article, verb, who):
        return "opinion"
    if _only_they(verb, who) or _under_orders(verb) or _silent(verb, who):
        return "law"
    if _at_stake(article, verb, who):
        return "opinion"
    if _arduous(article, verb, who) or _has_little(verb) or _worn(verb, who):
        return "capability"
    return None


def _nobody_would(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether nobody of a kind would: "no Arab state would send troops"."""
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in _AHEAD or clauses.passive(verb):
        return False
    if verb.lemma_ in word_class("never_hindered"):
        return False
    none = any(each.lower_ == "no" and each.dep_ == "det" for each in clauses.kids(who))
    among = who.lower_ in {"none", "nobody"} and clauses.child(who, "prep") is not None
    lemma = clauses.lemma(who)
    able = lemma in {*word_class("people"), *_words("takers")} or (
        article.role_of(parties.actor_near(article, who)) == "party"
    )
    return (none and able) or among


def _only_they(verb: "Token", who: "Token") -> bool:
    """Say whether one body alone may: "only the Senate can ratify it"."""
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in _MAY:
        return False
    body = clauses.lemma(who) in {*word_class("people"), *_words("takers")}
    return (body or who.pos_ == "PROPN") and any(
        each.lower_ in {"only", "alone"} and each.dep_ == "advmod" for each in clauses.kids(who)
    )


def _under_orders(verb: "Token") -> bool:
    """Say whether somebody is forbidden: "was forbidden to cross", "are under orders not to"."""
    if not clauses.passive(verb) or clauses.negated(verb):
        return False
    return verb.lemma_.lower() in _words("forbidden") and clauses.child(verb, "xcomp") is not None


def _silent(verb: "Token", who: "Token") -> bool:
    """Say whether a paper gives no power: "its charter says nothing on", "is silent on"."""
    if clauses.lemma(who) not in _words("papers"):
        return False
    thing = clauses.child(verb, "dobj", "acomp")
    return thing is not None and thing.lower_ in {"nothing", "silent", "little"}


def _at_stake(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether somebody has an office to lose or an election ahead."""
    thing = clauses.child(verb, "dobj")
    if thing is None:
        return False
    people = article.actor_of(who) is not None or clauses.lemma(who) in word_class("people")
    if verb.lemma_ == "risk":
        return thing.lemma_.lower() in _words("offices")
    return people and verb.lemma_ == "face" and thing.lemma_.lower() in _words("votes")


def _arduous(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether an act would be slow, costly or dangerous."""
    helper = clauses.modal(verb)
    if verb.lemma_ != "be" or helper is None or helper.lower_ not in {"would", "could", "will"}:
        return False
    if clauses.negated(verb) or sort(article, verb, who) not in {"act", "abstract"}:
        return False
    said = [
        each for each in clauses.kids(verb) if each.dep_ in {"acomp", "attr"} and each.i > verb.i
    ]
    said += [far for each in said for far in each.conjuncts]
    said = [each for each in said if clauses.child(each, "xcomp") is None]  # "hard to resist"
    return any(each.lower_ in _words("arduous") for each in said)


def _has_little(verb: "Token") -> bool:
    """Say whether somebody has a single brigade, or neither fuel nor crews."""
    thing = clauses.child(verb, "dobj")
    if verb.lemma_ != "have" or thing is None or clauses.modal(verb) is not None:
        return False
    lemma = clauses.lemma(thing)
    few = any(each.lower_ in _FEW for each in clauses.kids(thing))
    if few and lemma in {*word_class("force"), *lexicon().classes["arms"], *_words("means")}:
        return True
    neither = any(each.lower_ == "neither" for each in (*clauses.kids(verb), *clauses.kids(thing)))
    return neither and lemma in {
        *word_class("force"),
        *lexicon().classes["arms"],
        *_words("means"),
    }


def _worn(verb: "Token", who: "Token") -> bool:
    """Say whether means are lacking, worn or closed: "reserves cover three weeks"."""
    lemma = clauses.lemma(who)
    name = verb.lemma_.lower()
    if name == "recover" and verb.tag_ == "VBG":
        return clauses.child(verb, "prep") is not None
    if name in {"suffice", "last"} and clauses.negated(verb):
        return lemma in {*word_class("force"), *_words("means")}
    if lemma in _words("stocks") and name in {"cover", "last", "suffice"}:
        return any(each.ent_type_ in {"DATE", "TIME", "CARDINAL"} for each in verb.subtree)
    if lemma in _words("economy") and name in _words("shrinking"):
        return True
    if lemma in _words("ways"):
        shut = name in {"close", "block", "freeze", "shut"} and clauses.passive(verb)
        return shut or any(each.lower_ in _words("shut") for each in clauses.kids(verb))
    return False
