"""Why a noun tells an act and doesn't only name one: asked for, governed, a subject, a heading."""

from typing import TYPE_CHECKING

from detente.read.done.act import OPEN
from detente.read.done.weighing import denied, imagined, item, supposed
from detente.read.grammar import clauses
from detente.read.grammar.modality import HOSTILE, Standing
from detente.read.grammar.modals import WILL
from detente.read.grammar.operators import own, phrase
from detente.read.text.words import NO_TYPE, Lexicon, lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token


_HAPPENING = HOSTILE | {"CONSULT", "RETREAT"}
_SEEN = HOSTILE | {"CONSULT", "PROTEST", "THREATEN"}
_HELD = frozenset(("SANCTION", "COERCE"))
_SAID = frozenset(("proposal", "offer", "demand", "request", "appeal", "ultimatum"))


def rule_of(
    noun: "Token", how: Standing, words: Lexicon, *, named: str | None, target: str | None
) -> str | None:
    """Return the rule by which a noun tells an act, None where it tells none.

    Parameters
    ----------
    noun : Token
        The noun.
    how : Standing
        How its act stands; set where the rule says more.
    words : Lexicon
        The words.
    named, target : str or None
        Its doer and its target, where the words beside it name them.
    """
    lemma = clauses.lemma(noun)
    if lemma not in words.nouns:
        return _asked(noun, how, words)
    weak = lemma in words.weak
    rule = (
        "denied"
        if denied(noun)
        else _goes_on(noun, how)
        or _why_noun(
            noun, how, words, named=named is not None, targeted=target is not None, weak=weak
        )
    )
    if (
        noun.dep_ == "conj"
        and weak
        and named is None
        and not (rule == "governed" and how.status in {"demanded", "considered", "planned"})
    ):
        return None
    return rule


def _asked(noun: "Token", how: Standing, words: Lexicon) -> str | None:
    """Say whether a thing is asked for, promised or proposed: "demanded an apology"."""
    if not how.cues or how.status not in OPEN - {"possible"} or noun.dep_ == "nsubj":
        return None
    first = clauses.conjuncts_head(noun)
    if all(each.dep_ in {"punct", "cc", "conj"} for far in (noun, first) for each in far.children):
        return None  # "asked for troops" says nothing of which
    cue = how.cues[0]
    if cue.pos_ not in {"VERB", "NOUN"} or _needed(cue):
        return None
    lemma = cue.lemma_.lower()
    thing = words.asked.get(noun.lemma_.lower()) != NO_TYPE  # "asked for an explanation" is talk
    with_for = thing and lemma in words.classes["asking_with_for"] and _behind_for(noun)
    wanted = lemma == "want" and noun.dep_ == "dobj" and lemma in words.classes["wishing"]
    if lemma in words.classes["asking_for"] or with_for or wanted:
        return "asked for"
    return None


def _needed(cue: "Token") -> bool:
    """Say whether a thing, not somebody, asks for it: "revision requires a new fact"."""
    return cue.lemma_ == "require" and not clauses.passive(cue)


def _behind_for(noun: "Token") -> bool:
    """Say whether a noun, or the first of its series, stands behind "for": "asked them for tanks"."""
    first = clauses.conjuncts_head(noun)
    return first.dep_ == "pobj" and first.head.lower_ == "for"


def _happens(verb: "Token", words: Lexicon) -> bool:
    """Say whether a verb tells its subject as something that happened: "talks collapsed"."""
    if verb.lemma_ == "take":
        thing = clauses.child(verb, "dobj")
        return thing is not None and thing.lemma_ == "place"
    if verb.lemma_ == "be":
        under = (each.lower_ for each in clauses.prepositional(verb, "under", "in"))
        now = any(each.lower_ in {"underway", "afoot"} for each in verb.children)
        return now or any(each in {"way", "progress"} for each in under)
    return phrase(verb, words) in words.happening


def _why_noun(
    noun: "Token", how: Standing, words: Lexicon, *, named: bool, targeted: bool, weak: bool
) -> str | None:
    """Return the reason why an act noun is told as an act, None where it is only named."""
    lemma = clauses.lemma(noun)
    if how.cues and how.status in OPEN:
        refused = how.status == "ruled_out" and words.nouns[lemma] in {"AGREE", NO_TYPE}
        return None if refused or lemma in word_class("only_talk") else "governed"
    helper = None if weak or how.cues or how.status in OPEN else imagined(noun, words)
    if helper is not None:
        how.status, how.modal = "possible", helper
        return "modal"
    if how.status in OPEN and (named or (not weak and targeted)) and not _lies_aside(noun, how):
        return "modified"
    if item(noun) or _heads(noun, words):
        how.status = "considered"
        return "heading"
    one = any(each.lower_ in {"a", "an", "any"} for each in noun.children)
    on_modal = how.modal is not None and how.status in OPEN
    if on_modal and (not weak or supposed(noun, words)) and (named or targeted or one):
        return "modal"
    return _why_told(noun, how, words, named=named, targeted=targeted, weak=weak)


def _lies_aside(noun: "Token", how: Standing) -> bool:
    """Say whether a noun only stands by what may happen: "will meet at Russia's request"."""
    if noun.dep_ != "pobj":
        return False
    return how.modal is not None or noun.head.lower_ in {
        "after",
        "following",
        "under",
        "at",
        "since",
    }


def _goes_on(noun: "Token", how: Standing) -> str | None:
    """Return "goes on" where what is under way is to continue: "the operation will continue"."""
    verb = noun.head
    definite = any(each.lower_ in {"the", "this", "its", "our", "their"} for each in noun.lefts)
    planned = (
        noun.dep_ in clauses.SUBJECTS
        and definite
        and how.modal is not None
        and how.modal.lower_ in WILL
        and not clauses.negated(verb)
        and (_carried_on(noun, verb) or _in_force(noun, verb))
    )
    if not planned:
        return None
    how.status = "planned"
    return "goes on"


def _carried_on(noun: "Token", verb: "Token") -> bool:
    known = noun.lemma_.lower() in word_class("carried_on")
    return known and verb.lemma_ in {"continue", "go", "proceed", "resume"}


def _in_force(noun: "Token", verb: "Token") -> bool:
    """Say whether a measure is to stay: "the sanctions would remain in force"."""
    if verb.lemma_ not in {"stay", "remain"}:
        return False
    held = noun.lemma_ == "measure" or lexicon().nouns.get(clauses.lemma(noun)) in _HELD
    where = clauses.prepositional(verb, "in")
    return held and any(each.lower_ in {"force", "place", "effect"} for each in where)


def _heads(noun: "Token", words: Lexicon) -> bool:
    """Say whether a blow stands alone as a heading: "A strike on the reactor."."""
    return (
        noun.dep_ == "ROOT"
        and words.nouns[clauses.lemma(noun)] in HOSTILE
        and any(each.lower_ in {"a", "an"} for each in noun.lefts)
    )


def _there_was(verb: "Token") -> bool:
    """Say whether a verb tells that something was: "there were clashes"."""
    if verb.lemma_ != "be" or clauses.child(verb, "expl") is None or clauses.negated(verb):
        return False
    status, _ = own(verb, lexicon())
    return status in {"done", "ongoing"}


def _by_clause(
    noun: "Token", how: Standing, words: Lexicon, *, named: bool, weak: bool
) -> str | None:
    """Return the reason why a subject is told as something that happened: "talks collapsed"."""
    if clauses.modal(noun.head) is not None and how.status not in OPEN:
        return None  # "a landing would have given them a pretext"
    told = named or not weak or words.nouns[clauses.lemma(noun)] in _HAPPENING
    if told and _happens(noun.head, words):
        return "subject"
    return "named" if named and not weak else None


def _why_told(
    noun: "Token", how: Standing, words: Lexicon, *, named: bool, targeted: bool, weak: bool
) -> str | None:
    """Return the reason why an act noun is told as something that happened."""
    lemma = clauses.lemma(noun)
    if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"}:
        return _by_clause(noun, how, words, named=named, weak=weak)
    if noun.dep_ == "attr" and words.nouns[lemma] in _SEEN and _there_was(noun.head):
        return "subject"
    if weak:
        return "named" if named and lemma in _SAID and how.status is None else None
    if named and (targeted or noun.dep_ in {"dobj", "pobj", "attr", "ROOT", "conj", "nsubj"}):
        return "named"
    if targeted and noun.dep_ in {"dobj", "pobj", "attr", "ROOT", "conj"}:
        status, _ = own(clauses.head_verb(noun), words)
        return "targeted" if status in {"done", "participle"} else None
    return None
