"""Effects told by more than a verb: pairs, equations, infinitives, what never was again.

Each function looks at one verb and returns the effect that it tells, if any; plain
verbs of effect are in `effects`, what follows "if" is in `consequents`.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from detente.read.ahead.causes import ACTS, act_like, listed, restrictive, sort
from detente.read.ahead.effects import Effect, names
from detente.read.ahead.no_effects import spares
from detente.read.article import Article
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modals import FUTURE
from detente.read.text.words import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORTUNES = frozenset(("lose", "win", "earn", "gain"))
_SO = frozenset(("thereby", "thus", "henceforth", "thenceforth", "consequently", "hence"))
_POLLS = frozenset(("election", "vote", "poll", "referendum", "ballot", "count", "match", "war"))
_PAIRED = frozenset(("dobj", "prep", "prt", "acomp", "dative", "oprd", "advmod"))
_PARTICIPLES_OBJECTS = frozenset(("dobj", "prep", "xcomp", "ccomp", "dative"))
_BEFORE = frozenset((",", "thereby", "thus", "effect"))
_LIKELY = frozenset(("likely", "bound", "certain", "sure", "set", "liable", "apt"))
_TENDING = frozenset(("threaten", "risk", "serve", "help", "tend", "promise", "stand"))


@cache
def pairs() -> Mapping[str, frozenset[str]]:
    """Return the verbs that tell an effect with some word behind them, and those words."""
    found: dict[str, frozenset[str]] = {}
    for line in table("consequences")["pairs"]["lines"].strip().splitlines():
        names, _, things = line.partition(":")
        for name in names.split():
            found[name] = found.get(name, frozenset()) | frozenset(things.split())
    return found


def paired(article: Article, verb: "Token") -> "Effect | None":
    """Return "dealt a blow to the talks", "drew Iran into the war", "left it without water"."""
    things = pairs().get(verb.lemma_.lower())
    if things is None or clauses.passive(verb) or clauses.negated(verb):
        return None
    loose = not clauses.finite(verb) and (verb.dep_ != "conj" or verb.tag_ == "VBG")
    if loose or clauses.conditional(verb) or "whether" in clauses.marks(verb):
        return None
    if not _changes_so(verb, things) or spares(verb):
        return None
    stands, cause = clauses.child(verb, "nsubj"), clauses.subject(verb)
    only_which = stands is not None and restrictive(stands)
    # who loses or wins is a party, also where it is called "it"
    party = verb.lemma_ in _FORTUNES and cause is not None and cause.lower_ == "it"
    kind = sort(article, verb, cause)
    # "the plan would give each side a veto" only says what it lays down
    to_be = kind == "paper" and clauses.modal(verb) is not None
    laid_down = to_be and verb.lemma_.lower() in listed("causes", "laid_down")
    if only_which or party or laid_down or kind not in {*ACTS, "thing"}:
        return None
    return *stretches.whole(verb), verb, cause, "effect, paired"


def _changes_so(verb: "Token", things: frozenset[str]) -> bool:
    """Say whether a verb has behind it one of the things that make it a verb of effect."""
    if verb.lemma_ == "turn" and clauses.child(verb, "dobj") is None:
        return False
    behind = {
        each.lower_ if each.dep_ in {"prep", "prt"} else each.lemma_.lower()
        for each in clauses.kids(verb)
        if each.i > verb.i and each.dep_ in _PAIRED
    }
    behind |= {
        each.lower_ for each in clauses.kids(verb) if each.i > verb.i and each.dep_ == "advmod"
    }
    behind |= {
        far.lemma_.lower()
        for each in clauses.kids(verb)
        if each.dep_ == "prep" and each.i > verb.i
        for far in clauses.kids(each)
        if far.dep_ == "pobj"
    }
    return bool(behind & things) or (verb.lemma_ == "leave" and _in_some_state(verb))


def _in_some_state(verb: "Token") -> bool:
    """Say whether somebody is left in a state: "left them unable to", "left it divided"."""
    state = clauses.child(verb, "oprd", "ccomp")
    if state is not None:
        return not clauses.finite(state)
    thing = clauses.child(verb, "dobj")
    if thing is None:
        return False
    beside = [each for each in clauses.kids(verb) if each.dep_ == "advcl" and each.tag_ == "VBN"]
    if any(each.i == thing.right_edge.i + 1 for each in beside):  # "left it exposed"
        return True
    return any(each.i > thing.i and each.dep_ in {"amod", "acl"} for each in clauses.kids(thing))


def slipped(article: Article, verb: "Token") -> "Effect | None":
    """Return "The raid sowed distrust.", where a parser took the verb for a participle."""
    cause = verb.head
    active = verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and cause.dep_ == "ROOT"
    if not active or clauses.agent(verb) is not None or not act_like(article, cause):
        return None
    known = listed("told") | listed("strong") | frozenset(pairs())
    if not names(verb) & known or clauses.child(verb, "dobj") is None:
        return None
    return *stretches.subtree(cause), verb, cause, "effect"


def equated(article: Article, verb: "Token") -> "Effect | None":
    """Return "the upshot was a frozen front", "the coup was the fruit of their anger"."""
    cause = clauses.subject(verb)
    if verb.lemma_ != "be" or cause is None or clauses.negated(verb):
        return None
    told = [
        each
        for each in clauses.kids(verb)
        if each.dep_ in {"attr", "xcomp", "ccomp", "acomp"} and each.i > verb.i
    ]
    one_of = any(each.dep_ in {"amod", "nummod"} for each in clauses.kids(cause))
    only = any(each.dep_ == "amod" for each in clauses.kids(cause)) or verb.tag_ in {"VBZ", "VBP"}
    polled = any(each.lemma_ in _POLLS for each in clauses.prepositional(cause, "of"))
    if (
        told
        and not polled
        and cause.lemma_.lower() in listed("outcomes")
        and told[0].dep_ != "acomp"
        and not (only and told[0].dep_ == "attr")
        and not (one_of and verb.tag_ in {"VBZ", "VBP"})
    ):
        return *stretches.whole(verb), verb, cause, "the outcome was"
    if any(
        each.lemma_.lower() in listed("outcomes", "fruits")
        and any(act_like(article, far) for far in clauses.prepositional(each, "of"))
        for each in told
    ):
        return *stretches.whole(verb), verb, told[0], "was the fruit of"
    if cause.pos_ == "VERB" and clauses.child(verb, "xcomp") is not None:
        return *stretches.whole(verb), verb, cause, "would be to"
    if any(_verdict(each) for each in told) and act_like(article, cause):
        helper = clauses.modal(verb)
        if helper is not None and helper.lower_ in FUTURE:
            return *stretches.whole(verb), verb, cause, "would be"
    return None


def _verdict(told: "Token") -> bool:
    """Say whether a word tells what an act would amount to: "a gift to", "ruinous", "the end of"."""
    words = [told, *told.conjuncts]
    if any(each.lower_ in listed("verdicts", "adjectives") for each in words):
        return True
    if told.dep_ == "xcomp":
        return bool(names(told) & (listed("strong") | listed("modal")))
    return any(each.lemma_.lower() in listed("verdicts", "nouns") for each in words)


def infinitive(article: Article, verb: "Token") -> "Effect | None":
    """Return "is likely to lead to war", "threatens to ignite", "served only to unite them"."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "advcl"} or verb.i < above.i:
        return None
    if not names(verb) & (listed("strong") | listed("modal") | listed("told")):
        return None
    likely = above.lower_ in _LIKELY and (above.pos_ == "ADJ" or above.lower_ == "bound")
    if likely and above.dep_ == "amod" and above.i > above.head.i:
        return _likely_one(article, verb, above.head)
    top = above.head if likely and above.pos_ == "ADJ" else above
    cause = clauses.subject(top)
    if not likely and above.lemma_ not in _TENDING:
        return None
    if not act_like(article, cause) or clauses.negated(top):
        return None
    return *stretches.whole(top), verb, cause, "effect to come"


def _likely_one(article: Article, verb: "Token", noun: "Token") -> "Effect | None":
    """Return "the second such delivery and one almost certain to deepen the feud"."""
    if noun.lower_ != "one" and not act_like(article, noun):
        return None
    return noun.idx, stretches.whole(verb)[1], verb, noun, "effect to come"


def without(verb: "Token") -> "Effect | None":
    """Return "it could not be kept without driving him into their arms"."""
    if not clauses.negated(verb):
        return None
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in {"can", "could", "ca"}:
        return None
    for each in clauses.kids(verb):
        if each.lower_ != "without" or each.dep_ != "prep":
            continue
        done = clauses.child(each, "pcomp")
        if done is not None and names(done) & (listed("strong") | listed("modal")):
            return *stretches.whole(verb), done, verb, "not without"
    return None


def stems(article: Article, verb: "Token") -> "Effect | None":
    """Return "the quarrel grew out of the treaty", "the crisis arose from a raid"."""
    if verb.lemma_ not in {"arise", "grow", "stem", "result", "spring", "flow"}:
        return None
    cause = next(iter(clauses.prepositional(verb, "from", "out", "of")), None)
    who = clauses.subject(verb)
    if cause is None or who is None or sort(article, verb, who) is None:
        return None
    if not act_like(article, cause) or not clauses.finite(verb):
        return None
    return *stretches.whole(verb), verb, cause, "stems from"


def thereby(verb: "Token") -> "Effect | None":
    """Return "thereby cut off the island"."""
    so = next((each for each in clauses.kids(verb) if each.lower_ in _SO), None)
    if (
        so is None
        or so.dep_ != "advmod"
        or any(each.lower_ == "far" for each in clauses.kids(verb))
    ):
        return None
    if clauses.modal(verb) is not None:
        return None
    if verb.tag_ not in {"VBD", "VBG", "VBN"} or clauses.conditional(verb):
        return None
    return *stretches.whole(verb), verb, clauses.head_verb(verb.head), "thereby"


def participle(verb: "Token") -> "Effect | None":
    """Return ", forcing ships to turn back": a participle without a subject behind a comma."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl", "conj"}:
        return None
    if not names(verb) & (listed("participles") | listed("told") | listed("strong")):
        return None
    if any(each.dep_ in {*clauses.SUBJECTS, "aux", "mark"} for each in clauses.kids(verb)):
        return None
    if not _behind_comma(verb) or spares(verb) or not _affects(verb) or _vows(verb):
        return None
    if verb.lemma_ == "leave" and not _in_some_state(verb) and clauses.child(verb, "prep") is None:
        return None
    return *stretches.subtree(verb), verb, clauses.head_verb(verb.head), "participle"


def _vows(verb: "Token") -> bool:
    """Say whether somebody threatens a step of his own: "threatening to expel them"."""
    return verb.lemma_ == "threaten" and clauses.child(verb, "xcomp") is not None


def _behind_comma(verb: "Token") -> bool:
    first = verb.left_edge.i
    before = verb.doc[first - 1].text if first else ""
    return before in {",", "—", "--", ")"} or verb.doc[verb.i - 1].lower_ in _BEFORE


def _affects(verb: "Token") -> bool:
    """Say whether a participle has an object that can be changed: no "raising the question"."""
    thing = clauses.child(verb, "dobj")
    if thing is not None:
        return thing.lemma_.lower() not in listed("participles", "no_effects")
    if verb.lemma_ == "add":
        return clauses.child(verb, "prep") is not None
    return bool(names(verb) & listed("participles")) and any(
        each.dep_ in _PARTICIPLES_OBJECTS for each in clauses.kids(verb)
    )


def never_again(verb: "Token") -> "Effect | None":
    """Return "trade never recovered", "nobody believed his word again": what an act ended."""
    helper, who = clauses.modal(verb), clauses.subject(verb)
    if helper is not None and helper.lower_ != "would":
        return None
    if not clauses.finite(verb) or clauses.conditional(verb):
        return None
    if who is None or who.lower_ in {"i", "we", "you"}:
        return None
    near = {
        each.lower_
        for above in (verb, *clauses.kids(verb))
        for each in clauses.kids(above)
        if each.dep_ in {"advmod", "neg"}
    }
    again = "again" in near
    if not again and verb.lemma_.lower() not in listed("recovering"):
        return None
    turned = verb.sent[0].lower_ in {"nor", "never"}
    never = turned or bool(near & {"never", "ever"})
    if again:
        # "the objection was not raised again" only tells that it wasn't
        told = never or helper is not None or _nobody(who)
        ended = told and (turned or clauses.negated(verb))
    else:
        ended = never
    return (*stretches.whole(verb), verb, None, "never again") if ended else None


def _nobody(who: "Token") -> bool:
    return who.lower_ in {"nobody", "none"} or any(each.lower_ == "no" for each in who.lefts)
