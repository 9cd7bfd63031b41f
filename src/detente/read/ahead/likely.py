"""Adjectives and adverbs of likelihood: "is unlikely", "remain possible", "will probably"."""

from typing import TYPE_CHECKING

from detente.read.ahead.expected import Found
from detente.read.ahead.likelihood import listed
from detente.read.grammar import clauses, stretches
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAKES = frozenset(("make", "render", "leave", "find"))
_EITHER = frozenset(("possible", "impossible"))
_ALSO_OTHER = frozenset(("certain", "possible", "impossible", "remote"))  # words with other senses
_PLACES = frozenset(("acomp", "oprd", "attr", "ccomp", "ROOT", "conj", "xcomp", "advmod", "amod"))
_ENDS = frozenset(
    (
        "end",
        "outcome",
        "result",
        "course",
        "scenario",
        "answer",
        "response",
        "target",
        "move",
        "step",
    )
)
_STANDING = frozenset(("be", "remain", "seem"))


def likely(token: "Token") -> Found | None:
    """Return the forecast that an adjective or adverb of likelihood makes, if it makes one."""
    lower = token.lower_
    if lower in word_class("likely_adjectives") and token.pos_ in {"ADJ", "ADV"}:
        return _adjective(token)
    if lower in word_class("likely_adverbs") and token.dep_ == "advmod":
        return _adverb(token)
    return None


def _adverb(token: "Token") -> Found | None:
    """Return "will probably leave", "probably wants"."""
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    present = verb.tag_ in {"VB", "VBZ", "VBP"} and verb.lemma_ != "be"
    if clauses.modal(verb) is None and not present:
        return None
    return Found(*stretches.whole(verb), verb, "adverb of likelihood")


def _adjective(token: "Token") -> Found | None:
    """Return "is unlikely to", "we think it likely that", "made war inevitable"."""
    verb = clauses.head_verb(token.head)
    if token.dep_ not in _PLACES or verb.pos_ not in {"VERB", "AUX"}:
        return None
    lower = token.lower_
    made = verb.lemma_ in _MAKES and (verb.tag_ in {"VBD", "VBN"} or lower in _EITHER)
    if made or verb.lemma_ == "sound":  # "Paris had sounded doubtful"
        return None
    if verb.lemma_ in word_class("holding") and verb.i < token.i:
        return Found(*_wide(verb, token), verb, "held likely")
    if not _of_what_comes(token, verb):
        return None
    held = verb.dep_ in {"advcl", "xcomp", "ccomp"} and verb.tag_ == "VB"
    if held and verb.head.lemma_ in word_class("holding"):
        return Found(*_wide(verb.head, token), verb.head, "held likely")
    return Found(*_wide(verb, token), verb, "adjective of likelihood")


def _of_what_comes(token: "Token", verb: "Token") -> bool:
    if token.dep_ == "advmod" and token.lower_ != "likely":
        return False
    if token.dep_ == "amod" and not _about_to_be(token):
        return False
    return token.lower_ not in _ALSO_OTHER or _forward(token, verb)


def _about_to_be(token: "Token") -> bool:
    """Say whether an adjective grades what something is: "war is a likely end", "the likeliest end is"."""
    noun = token.head
    if token.lower_ == "plausible" and noun.lemma_.lower() not in _ENDS:
        return False
    if noun.dep_ == "attr":
        return noun.head.lemma_ in _STANDING
    best = (
        token.lower_ in {"likeliest", "likelier"}
        or noun.lemma_.lower() in _ENDS
        or any(each.lower_ in {"most", "more"} for each in token.children)
    )
    return best and noun.dep_ == "nsubj" and noun.head.lemma_ in _STANDING


def _forward(token: "Token", verb: "Token") -> bool:
    """Say whether a word with other meanings speaks of what is to come."""
    who = clauses.subject(verb)
    if (
        any(each.dep_ in {"xcomp", "ccomp"} for each in token.children)
        and token.lower_ == "certain"
    ):
        return True
    return (
        who is not None
        and (who.lemma_.lower() in lexicon().nouns or who.lemma_.lower() in listed("befalls"))
        and verb.lemma_ in {"be", "remain", "seem", "appear"}
    ) or (token.lower_ != "possible" and verb.lemma_ in {"look", "seem", "appear", "prove"})


def _wide(verb: "Token", token: "Token") -> tuple[int, int]:
    start, end = stretches.whole(verb)
    first, last = stretches.subtree(token)
    return min(start, first), max(end, last)
