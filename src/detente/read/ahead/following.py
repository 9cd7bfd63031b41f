"""Effects told by what they follow: "because of the war", "riots followed", "prices fell after".

Each function looks at one verb and returns the effect that it tells, if any.
"""

from typing import TYPE_CHECKING

from detente.read.ahead.causes import act_like, listed
from detente.read.ahead.effects import Effect, names
from detente.read.ahead.suffered import suffered
from detente.read.article import Article
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modals import FUTURE
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_BECAUSE = {
    "because": ("because", "of"), "due": ("due", "to"), "owing": ("owing", "to"),
    "thanks": ("thanks", "to"), "as": ("as", "a", "result", "of"),
    "in": ("in", "consequence", "of"), "on": ("on", "account", "of"),
}  # fmt: skip
_LESSONS = frozenset(("lesson", "conclusion", "inference", "moral"))
_AFTER = frozenset(("after", "since", "when", "as", "once"))
_BEHIND = frozenset(("after", "since", "following", "under", "on", "amid", "with"))
_WEIGHTY = frozenset(
    ("heavy", "severe", "serious", "major", "crushing", "grave", "fatal", "big", "terrible", "mortal",
     "hard", "bitter", "huge", "devastating", "great", "decisive", "dangerous")
)  # fmt: skip


def following(article: Article, verb: "Token") -> "Effect | None":
    """Return what follows from a cause that stands beside it, if a verb tells that."""
    return (
        lesson(verb)
        or because_of(article, verb)
        or followed(article, verb)
        or befell(article, verb)
        or so(article, verb)
        or verdict(article, verb)
        or taken_as(article, verb)
        or backfired(article, verb)
        or suffered(article, verb)
    )


def lesson(verb: "Token") -> "Effect | None":
    """Return "the others would draw the lesson that force pays": whoever draws it."""
    if clauses.conditional(verb) or not any(
        each.dep_ == "aux" and each.lower_ in FUTURE for each in clauses.kids(verb)
    ):
        return None
    thing = clauses.child(verb, "dobj")
    concluded = verb.lemma_ in {"conclude", "infer"} and clauses.child(verb, "ccomp") is not None
    drawn = thing is not None and verb.lemma_ in {"draw", "learn"} and thing.lemma_ in _LESSONS
    if not (concluded or drawn):
        return None
    return *stretches.whole(verb), verb, None, "would draw the lesson"


def because_of(article: Article, verb: "Token") -> "Effect | None":
    """Return "Because of the war, prices doubled"; what can't be done for it is hindered."""
    for first in clauses.kids(verb):
        phrase = _BECAUSE.get(first.lower_)
        if phrase is None:
            continue
        ahead = tuple(each.lower_ for each in first.doc[first.i : first.i + len(phrase)])
        if ahead != phrase:
            continue
        noun = next(
            (
                each
                for each in first.subtree
                if each.dep_ in {"pobj", "pcomp"} and (each.i >= first.i + len(phrase))
            ),
            None,
        )
        if noun is None or not act_like(article, noun) or not _told(verb):
            return None
        if clauses.passive(verb) or verb.dep_ == "relcl":
            return None
        start, end = stretches.whole(verb)
        last = stretches.subtree(first)
        return min(start, last[0]), max(end, last[1]), verb, noun, "because of"
    return None


def _told(verb: "Token") -> bool:
    """Say whether something came about or will: no state, nothing denied or hindered."""
    if clauses.negated(verb) or clauses.conditional(verb) or not clauses.finite(verb):
        return False
    helper = clauses.modal(verb)
    if helper is not None and helper.lower_ in {"can", "could", "ca", "must", "should", "may"}:
        return False
    return verb.lemma_ not in {"be", "have", "want", "say", "know", "think", "fear", "hope"} or (
        clauses.passive(verb)
    )


def followed(article: Article, verb: "Token") -> "Effect | None":
    """Return "riots followed", "the raid was followed by years of war"."""
    if verb.lemma_ not in {"follow", "ensue"} or clauses.modal(verb) is not None:
        return None
    if clauses.passive(verb):
        by = clauses.agent(verb) or next(clauses.prepositional(verb, "by"), None)
        who = clauses.subject(verb)
        if by is None or who is None or not act_like(article, who) or not _grave(by):
            return None
        return *stretches.whole(verb), verb, who, "was followed by"
    who = clauses.child(verb, "nsubj")
    if who is None or verb.tag_ not in {"VBD", "VBN"} or not _grave(who):
        return None
    if any(each.dep_ in {"dobj", "prep", "ccomp"} for each in clauses.kids(verb)):
        return None
    return *stretches.whole(verb), verb, None, "followed"


def _grave(noun: "Token") -> bool:
    """Say whether a noun is of a blow, an outbreak, a slump: no talks, no visit."""
    lemma = noun.lemma_.lower()
    if lemma in {"year", "month", "decade", "wave", "week"}:
        return any(_grave(each) for each in clauses.prepositional(noun, "of"))
    return lemma in listed("ensuing")


def befell(article: Article, verb: "Token") -> "Effect | None":
    """Return "prices have doubled since Russia closed the border", "exports fell under the embargo"."""
    harmed = bool(names(verb) & listed("caused")) and clauses.agent(verb) is None
    known = harmed if clauses.passive(verb) else bool(names(verb) & listed("befalling"))
    if not known or not _told(verb):
        return None
    who = clauses.child(verb, *clauses.SUBJECTS)
    if who is None or clauses.lemma(who) not in listed("befallen"):
        return None
    if verb.dep_ in {"relcl", "advcl"}:
        return None
    cause = _cause_beside(article, verb)
    if cause is None and not (
        _by_so_much(verb) and clauses.lemma(who) in listed("befallen", "dear") and not _dated(verb)
    ):
        return None
    return *stretches.whole(verb), verb, cause, "befell after" if cause is not None else "fell by"


def _by_so_much(verb: "Token") -> bool:
    """Say whether a rise or a fall is measured, and no date: "has fallen by a third", "doubled"."""
    if verb.lemma_ in {"double", "treble", "triple", "quadruple", "halve"}:
        return True
    behind = [
        each
        for each in clauses.kids(verb)
        if each.i > verb.i and (each.lower_ in {"by", "to"} or each.dep_ in {"npadvmod", "dobj"})
    ]
    return any(
        far.lower_ in _SHARES or far.text == "%" or far.lemma_ in {"cent", "percent"}
        for each in behind
        for far in each.subtree
    )


def _dated(verb: "Token") -> bool:
    """Say whether a figure is only of a time: "fell by a tenth in June", "has halved since 1990"."""
    timed = {"in", "since", "during", "over", "between", "from"}
    return any(
        each.ent_type_ in _TIMES
        for prep in clauses.kids(verb)
        if prep.lower_ in timed or prep.dep_ == "npadvmod"
        for each in prep.subtree
    )


_SHARES = frozenset(
    ("half", "third", "quarter", "fifth", "sixth", "tenth", "thirds", "quarters", "fifths", "nothing",
     "standstill", "zero", "record", "low", "high")
)  # fmt: skip


def _cause_beside(article: Article, verb: "Token") -> "Token | None":
    """Return the act after which something came: a clause behind "after", a noun behind "under"."""
    for each in clauses.kids(verb):
        if each.dep_ == "advcl" and clauses.marks(each) & _AFTER:
            who = clauses.subject(each)
            acts = clauses.lemma(each) in lexicon().verbs or clauses.lemma(each) in lexicon().frames
            if who is not None and acts and each.tag_ in {"VBD", "VBN", "VBZ"}:
                return each
        if each.dep_ == "prep" and each.lower_ in _BEHIND:
            noun = clauses.child(each, "pobj")
            if noun is not None and act_like(article, noun) and noun.ent_type_ not in _TIMES:
                return noun
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.tag_ == verb.tag_:
        above = verb.head
        own = clauses.child(verb, "nsubj") is not None
        if own and clauses.lemma(above) in lexicon().verbs and clauses.subject(above) is not None:
            return above
    return None


_TIMES = frozenset(("DATE", "TIME"))


def so(article: Article, verb: "Token") -> "Effect | None":
    """Return ", so the trade stopped", ", so that the trade stopped"; an aim has a modal."""
    first = next((each for each in verb.lefts if each.lower_ == "so"), None)
    if first is None or not first.i or verb.doc[first.i - 1].text not in {",", ";"}:
        return None
    helper = clauses.modal(verb)
    that = verb.doc[first.i + 1].lower_ == "that"
    no_longer = any(each.lower_ == "longer" for each in clauses.kids(verb))
    if that and helper is not None and not (no_longer and helper.lower_ == "could"):
        return None
    who = clauses.child(verb, *clauses.SUBJECTS)
    if who is None or who.i < first.i or not (_told(verb) or (that and no_longer)):
        return None
    past = verb.tag_ not in {"VBZ", "VBP"}  # "so that it refers to the people" is an aim
    if article.actor_of(who) is not None and not (that and past):
        return None
    return *stretches.whole(verb), verb, None, "so"


def verdict(article: Article, verb: "Token") -> "Effect | None":
    """Return "it was a heavy blow to", "proved a disaster for", "marked a turning point"."""
    if verb.lemma_ not in {"be", "prove", "mark", "become", "represent", "constitute"}:
        return None
    if clauses.negated(verb) or clauses.conditional(verb) or clauses.modal(verb) is not None:
        return None
    told = clauses.child(verb, "attr", "dobj", "oprd")
    if told is None or not _amounts(told):
        return None
    who = clauses.subject(verb)
    if who is None:
        return None
    taken_up = who.lower_ in {"it", "this", "that", "which"} and article.actor_of(who) is None
    if not taken_up and not act_like(article, who):
        return None
    return *stretches.whole(verb), verb, who, "was a blow"


def _amounts(noun: "Token") -> bool:
    """Say whether a noun weighs what was done: "a heavy blow", "a turning point"."""
    lemma = noun.lemma_.lower()
    if lemma == "point":
        return any(each.lower_ in {"turning", "breaking", "tipping"} for each in noun.lefts)
    if lemma in {"blow", "setback", "defeat"}:
        return any(each.lower_ in _WEIGHTY for each in noun.lefts) or any(
            each.lower_ in {"to", "for"} for each in noun.rights
        )
    behind = any(each.lower_ in {"for", "to", "in"} for each in noun.rights)
    return lemma in listed("weighed") and (behind or lemma == "watershed")


def taken_as(article: Article, verb: "Token") -> "Effect | None":
    """Return "an apology would be read as proof of weakness"."""
    helper = clauses.modal(verb)
    if not clauses.passive(verb) or helper is None or helper.lower_ not in FUTURE:
        return None
    if verb.lemma_ not in {
        "see",
        "read",
        "take",
        "interpret",
        "view",
        "regard",
        "understand",
        "treat",
    }:
        return None
    if clauses.negated(verb) or not act_like(article, clauses.subject(verb)):
        return None
    told = next(clauses.prepositional(verb, "as"), None)
    if told is None or told.lemma_.lower() not in listed("signs"):
        return None
    return *stretches.whole(verb), verb, clauses.subject(verb), "would be taken as"


def backfired(article: Article, verb: "Token") -> "Effect | None":
    """Return "the embargo backfired"."""
    if verb.lemma_ not in {"backfire", "misfire", "boomerang"} or clauses.modal(verb) is not None:
        return None
    who = clauses.child(verb, "nsubj")
    if not clauses.finite(verb) or clauses.negated(verb) or not act_like(article, who):
        return None
    return *stretches.whole(verb), verb, who, "backfired"
