"""Verbs that tell no act of their own: part of another's, a count of victims, a mere report."""

from typing import TYPE_CHECKING

from detente.read.done.verbs import casualty, only_said
from detente.read.grammar import clauses
from detente.read.grammar.slips import displaced
from detente.read.text.words import Lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token


_BESIDE = frozenset(("without", "with", "than", "despite", "besides"))


def tells_no_act(verb: "Token", words: Lexicon) -> bool:
    """Say whether a verb is part of another's act, or only counts its victims or reports it."""
    if verb.dep_ in {"aux", "auxpass", "amod", "compound", "prep"} and not displaced(verb):
        return True
    if _compelled(verb) or _tells_nothing(verb):
        return True
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words.turned:
        return True
    if _natural(verb, words):
        return True
    beside = verb.dep_ == "pcomp" and (  # "without sinking a ship", "instead of bombing it"
        verb.head.lower_ in _BESIDE
        or (verb.head.lower_ == "of" and verb.head.head.lower_ in {"instead", "short"})
    )
    return beside or casualty(verb) or only_said(verb, words) or _told_by_subject(verb, words)


def _tells_nothing(verb: "Token") -> bool:
    """Say whether a verb with these words tells no act: "thereby ending the row", "areas claimed by both".

    So it is with "how far will they go" and "will not stand by".
    """
    lemma = verb.lemma_.lower()
    if lemma in {"form", "constitute", "comprise"}:
        thing = clauses.child(verb, "dobj")
        return thing is not None and thing.lemma_.lower() in word_class("portions")
    below = {each.lower_: each for each in clauses.kids(verb)}
    if lemma in {"end", "resolve", "settle", "conclude"} and verb.tag_ == "VBG":
        thing = clauses.child(verb, "dobj")
        row = thing is not None and thing.lemma_.lower() in word_class("quarrels")
        return row and verb.dep_ in {"advcl", "acl"}
    if lemma == "claim":
        inside = verb.dep_ == "acl" and verb.tag_ == "VBN"
        return inside or (verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"})
    if lemma == "ask" and verb.dep_ == "advcl" and verb.tag_ == "VBN":
        return not any(
            each.dep_ in clauses.SUBJECTS for each in below.values()
        )  # "asked about it, he"
    if lemma == "go" and "far" in below:
        return True
    by = below.get("by")
    return lemma == "stand" and by is not None and not any(by.children)


def _compelled(verb: "Token") -> bool:
    """Say whether "forced to" only hands on what somebody does."""
    if verb.lemma_ in {"compel", "oblige"} and verb.dep_ in {"acomp", "xcomp", "oprd"}:
        return True
    return (
        verb.lemma_ in {"compel", "force", "oblige"}
        and clauses.passive(verb)
        and clauses.child(verb, "xcomp") is not None
    )


def _natural(verb: "Token", words: Lexicon) -> bool:
    """Say whether weather or season does it: "winter is closing in"."""
    who = clauses.child(verb, "nsubj")
    return who is not None and who.lemma_.lower() in words.classes["nature"]


def _told_by_subject(verb: "Token", words: Lexicon) -> bool:
    """Say whether the subject is the act and the verb only what it did: "the strike killed ten"."""
    who = clauses.child(verb, "nsubj")
    return (
        who is not None
        and verb.lemma_ in words.happening
        and words.nouns.get(clauses.lemma(who)) not in {None, "NONE"}
        and not clauses.passive(verb)
    )
