"""Where things are heading: "is heading for war", "more trouble lies ahead", "shows no sign of leaving".

Each function looks at one word and returns the forecast that it makes, if any.
"""

from typing import TYPE_CHECKING

from detente.read.ahead.expected import Found
from detente.read.ahead.likelihood import listed
from detente.read.grammar import clauses, stretches
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST = frozenset(("VBD", "VBN"))
_SPANS = frozenset(("time", "hour", "day", "week", "month", "year", "minute", "when"))
_TOWARDS = frozenset(("for", "to", "toward", "towards", "into"))
_CERTAINTIES = frozenset(("certainty", "conclusion", "inevitability", "given"))
_STRETCHES = frozenset(("year", "month", "week", "decade", "wave", "round", "spate", "period"))
_BLOWS = frozenset(("ASSAULT", "COERCE", "SANCTION", "REJECT"))
_HOLDING_OUT = frozenset(("hold", "have", "see", "give"))


def heading(verb: "Token") -> Found | None:
    """Return "the region is heading for war", "is sliding towards war"; a convoy may head for a port."""
    if clauses.conditional(verb) or verb.dep_ in {"relcl", "acl", "advcl"}:
        return None
    who = clauses.subject(verb)
    if who is None or clauses.passive(verb) or not _going_on(verb):
        return None
    for each in clauses.prepositional(verb, *_TOWARDS):
        if _comes(each):
            return Found(*stretches.whole(verb), verb, "heading for")
    return None


def on_course(noun: "Token") -> Found | None:
    """Return "is on course for war", "are on the brink of war", "on track for a clash"."""
    on = noun.head
    verb = on.head
    if noun.dep_ != "pobj" or on.lower_ != "on" or verb.lemma_ not in {"be", "seem", "remain"}:
        return None
    if verb.tag_ == "VBD":
        return None
    for each in (noun, on, verb):
        if any(_comes(far) for far in clauses.prepositional(each, "of", "for", "to", "with")):
            return Found(*stretches.whole(verb), verb, "on course for")
        done = clauses.child(each, "acl", "xcomp", "advcl")
        dated = done is not None and any(far.ent_type_ in {"DATE", "TIME"} for far in done.subtree)
        if each is noun and done is not None and done.tag_ in {"VB", "VBG"} and not dated:
            return Found(*stretches.whole(verb), verb, "on course for")
    return None


def looms(verb: "Token") -> Found | None:
    """Return "a veto looms", "more trouble lies ahead", "Yemen faces years of war"."""
    who = clauses.child(verb, "nsubj")
    if verb.lemma_ == "face":
        thing = clauses.child(verb, "dobj")
        long = thing is not None and thing.lemma_ in _STRETCHES and _comes(thing)
        faced = long and who is not None and verb.tag_ in {"VBZ", "VBP"}
        return Found(*stretches.whole(verb), verb, "faces years of") if faced else None
    if who is None or verb.tag_ in _PAST or verb.dep_ in {"advcl", "relcl"}:
        return None
    ahead = any(each.lower_ in {"ahead", "store"} for each in verb.subtree if each.i > verb.i)
    if verb.lemma_ == "lie" and not ahead:
        return None
    if not (_comes(who) or any(_comes(each) for each in clauses.prepositional(who, "of"))):
        return None
    return Found(*stretches.whole(verb), verb, "looms")


def certainty(noun: "Token") -> Found | None:
    """Return "a veto is a foregone conclusion", "war is a certainty"."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ not in {"be", "seem", "look"} or verb.tag_ == "VBD":
        return None
    if noun.lemma_ == "conclusion" and not any(each.lower_ == "foregone" for each in noun.lefts):
        return None
    who = clauses.subject(verb)
    if who is None or not _comes(who):
        return None
    return Found(*stretches.whole(verb), verb, "a certainty")


def no_sign(noun: "Token") -> Found | None:
    """Return "shows no sign of leaving", "gives every sign of"; "has little chance of winning"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in {"show", "give", "have", "stand"}:
        return None
    sign = noun.lemma_ in {"sign", "indication"}
    if sign != (verb.lemma_ in {"show", "give"}):
        return None
    scant = any(
        each.lower_ in {"no", "little", "few", "every", "scant", "ample", "slim"}
        for each in noun.lefts
    )
    if not scant or clauses.child(noun, "prep", "acl") is None or verb.tag_ == "VBD":
        return None
    return Found(*stretches.whole(verb), verb, "shows no sign of")


def guess(noun: "Token") -> Found | None:
    """Return "my bet is that they will fold", "the base case is a slow retreat"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    said = clauses.child(verb, "ccomp")
    if said is not None and said.i > verb.i:
        helper = clauses.modal(said)
        to_come = helper is not None or (said.tag_ in {"VBZ", "VBP"} and verb.tag_ != "VBD")
        clear = not clauses.marks(said) & {"how", "when", "where", "why", "whether"}
        return Found(*stretches.whole(verb), said, "the guess is") if to_come and clear else None
    of = any(_comes(each) for each in clauses.prepositional(noun, "of", "for"))
    weighed = noun.lemma_ in {"estimate", "expectation", "forecast", "prediction"}
    if weighed and of and any(each.like_num for each in verb.subtree if each.i > verb.i):
        return Found(*stretches.whole(verb), verb, "the guess is")
    what = clauses.child(verb, "attr")
    known = _called(noun) and what is not None and _comes(what)
    return Found(*stretches.whole(verb), verb, "the guess is") if known else None


def odds(noun: "Token") -> Found | None:
    """Return "the odds are against a truce", "the odds favour a long war"."""
    verb = noun.head
    if noun.lower_ != "odds" or noun.dep_ != "nsubj":
        return None
    weighed = verb.lemma_ in {"favour", "favor", "be", "lie", "look"}
    against = any(each.lower_ in {"against", "with", "on"} for each in clauses.kids(verb))
    if not weighed or not (against or verb.lemma_ in {"favour", "favor"}):
        return None
    return Found(*stretches.whole(verb), verb, "the odds are")


def only_weeks(noun: "Token") -> Found | None:
    """Return "it is only a matter of weeks before the town falls", "a question of when, not if"."""
    verb = noun.head
    spans = [each for each in clauses.prepositional(noun, "of") if each.lemma_.lower() in _SPANS]
    words = [each.lower_ for each in noun.doc[noun.i : noun.i + 3]]
    timed = bool(spans) or words[1:] == ["of", "when"]
    if (
        noun.dep_ not in {"attr", "dobj"}
        or not timed
        or verb.lemma_ not in {"be", "remain", "seem"}
    ):
        return None
    start, end = stretches.whole(verb)
    below = clauses.child(verb, "advcl", "ccomp")
    if (
        below is not None
        and below.i > noun.i
        and {"before", "until", "till"} & clauses.marks(below)
    ):
        end = max(end, stretches.subtree(below)[1])
    return Found(start, max(end, stretches.subtree(noun)[1]), verb, "a matter of time")


def not_if_but_when(noun: "Token") -> Found | None:
    """Return "the question is not if but when China will move"."""
    verb = noun.head
    words = [each.lower_ for each in verb.doc[verb.i : min(verb.i + 7, verb.sent.end)]]
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or not {"if", "whether"} & set(words):
        return None
    if "not" not in words or "when" not in words:
        return None
    start, _ = stretches.whole(verb)
    return Found(start, stretches.subtree(verb)[1], verb, "not if but when")


def seen_doing(verb: "Token") -> Found | None:
    """Return "I don't see them backing down", "cannot see how it holds", "sees no early end"."""
    who = clauses.child(verb, "nsubj")
    if who is None or verb.tag_ == "VBD":
        return None
    did = any(each.lower_ in {"did", "had"} for each in clauses.kids(verb))
    below = clauses.child(verb, "ccomp", "xcomp")
    if clauses.negated(verb) and below is not None and below.tag_ == "VBG" and not did:
        return Found(*stretches.whole(verb), below, "not seen doing")
    thing = clauses.child(verb, "dobj")
    if thing is None or did:
        return None
    if thing.lemma_ in {"end", "prospect", "chance", "hope", "way", "sign", "breakthrough"}:
        scant = {"no", "little", "few", "scant"} & {each.lower_ for each in thing.lefts}
        told = clauses.child(thing, "prep", "acl", "amod") or clauses.child(verb, "prep")
        if scant and told is not None:
            return Found(*stretches.whole(verb), verb, "sees no end")
    return None


def little_hope(noun: "Token") -> Found | None:
    """Return "few hold out much hope", "holds out little hope of a truce", "have no hope that"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in _HOLDING_OUT or verb.tag_ == "VBD":
        return None
    few = clauses.child(verb, "nsubj")
    graded = {"little", "much", "no", "scant", "few", "great"} & {
        each.lower_ for each in noun.lefts
    }
    held = verb.lemma_ != "hold" or clauses.child(verb, "prt") is not None
    if few is None or not graded or not held or clauses.child(noun, "prep", "acl") is None:
        return None
    return Found(*stretches.whole(verb), verb, "little hope of")


def _going_on(verb: "Token") -> bool:
    if verb.tag_ == "VBG":
        return any(each.lower_ in {"is", "are", "'s", "'re", "been"} for each in clauses.kids(verb))
    return verb.tag_ in {"VBZ", "VBP"}


def _called(noun: "Token") -> bool:
    """Say whether a noun is somebody's guess or the likeliest of several: "my bet", "the base case"."""
    return any(
        each.dep_ == "poss" or each.lower_ in {"best", "base", "safest", "central", "likeliest"}
        for each in noun.lefts
    )


def _comes(noun: "Token") -> bool:
    """Say whether a noun is of what may come: an act, a war, a collapse; no talks, no moves."""
    if noun.lower_ in {"more", "worse"}:
        return True
    lemma = noun.lemma_.lower()
    if lemma in _STRETCHES:
        return any(_comes(each) for each in clauses.prepositional(noun, "of"))
    return lemma in listed("befalls") or lexicon().nouns.get(lemma) in _BLOWS
