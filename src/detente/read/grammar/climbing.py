"""From an act to the words that govern it, one after the other, as far as they go.

Each step asks whether the word above ends the way, and what it says of the act.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.operators import (
    bare_passive,
    holds_possible,
    operator,
    own,
    phrase,
    predicate,
    subjunctive,
    tells_deed,
    to_come,
)
from detente.read.grammar.turning import Standing, settle_subject, take_tense, turn
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


PATH = frozenset(
    (
        "xcomp",
        "ccomp",
        "pcomp",
        "acl",
        "dobj",
        "nsubj",
        "nsubjpass",
        "pobj",
        "attr",
        "oprd",
        "csubj",
        "csubjpass",
        "conj",
        "compound",
        "dative",
        "relcl",
        "acomp",
        "prep",
        "advcl",
        "agent",
        "appos",
    )
)
STEPS = 9
PRESENTED = frozenset(("planned", "considered", "demanded", "ruled_out", "threatened", "ongoing"))
ASIDE = clauses.ASIDE | {
    "at",
    "in",
    "by",
    "under",
    "within",
}  # prepositions that lead to no complement
ORDINALS = frozenset(
    (
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "last",
        "other",
        "another",
        "one",
        "alternative",
    )
)
_ADDRESSING = frozenset(
    ("tell", "ask", "order", "instruct", "command", "advise", "warn", "announce", "urge", "invite")
)  # "told reporters on his return" speaks of no return
_MANDATIVE = frozenset(("propose", "suggest", "recommend", "advocate", "move"))
_UNSURE = frozenset(("ongoing", "done", "participle", "infinitive", "planned"))


def climb(head: "Token", found: Standing, words: Lexicon) -> None:
    """Let the words that govern an act say how it stands, from the inside out.

    Parameters
    ----------
    head : Token
        The verb or noun of the act.
    found : Standing
        What its own form says; changed in place.
    words : Lexicon
        The words.
    """
    current = head
    for _ in range(STEPS):
        if current.pos_ in {"VERB", "AUX"} and clauses.conditional(current):
            found.hypothetical = True
            if found.status in _UNSURE:
                found.status = "possible"
        above = current.head
        if above.i == current.i or _presented(current, above, found, words):
            return
        if _border(current, above, head, found, words):
            return
        if current.dep_ != "conj":
            if any(ends(current, above, found, words) for ends in _ENDS):
                return
            if not _goes_on(current, above, found, words):
                return
        current = above


def _border(
    current: "Token", above: "Token", head: "Token", found: Standing, words: Lexicon
) -> bool:
    """Say whether a clause ends here that nothing above governs."""
    if current.dep_ not in PATH and current.lower_ != "short":
        return True
    if current.dep_ == "advcl" and not _infinitive_of_adjective(current, above, words):
        if current.i == head.i and to_come(current) == "demanded":
            turn("demanded", above, found)
        return True
    if current.dep_ == "relcl":
        return not (current.tag_ == "VB" and not clauses.finite(current))
    return current.dep_ == "conj" and clauses.finite(current) and not _asked_along(current)


def _asked_along(verb: "Token") -> bool:
    """Say whether a verb is asked for with the one before: "that Peru withdraw and that Brazil pay"."""
    first = clauses.conjuncts_head(verb)
    if first is verb or first.dep_ != "ccomp" or clauses.modal(verb) is not None:
        return False
    bare = verb.tag_ in {"VB", "VBP"} or bare_passive(verb)
    along = verb.tag_ == "VB" or "that" in clauses.marks(verb)
    return bare and along and (subjunctive(first) or bare_passive(first))


def _presented(current: "Token", above: "Token", found: Standing, words: Lexicon) -> bool:
    """Settle an infinitive parted from its noun: "pressure is mounting to act", "plans exist to"."""
    if current.dep_ not in {"advcl", "xcomp"} or current.tag_ != "VB" or current.i < above.i:
        return False
    if above.lemma_ not in words.classes["presenting"] or clauses.finite(current):
        return False
    who = clauses.child(above, "nsubj", "nsubjpass")
    what = words.operators.get(("noun", who.lemma_.lower())) if who is not None else None
    if who is None or what not in PRESENTED:
        return False
    turn("planned" if what == "ongoing" else what, who, found)
    found.top = above
    return True


def _goes_on(current: "Token", above: "Token", found: Standing, words: Lexicon) -> bool:
    """Let the word above say what it says; return whether the one above that may say more."""
    what = operator(above, words)
    if what is not None and _takes(current, above, what, words):
        turn(what, above, found)
        take_tense(above, found, words)
        found.top = above
        return True
    if above.pos_ in {"VERB", "AUX"} and found.status in {"participle", "infinitive"}:
        if (
            current.dep_ in {"acl", "relcl"}
            or above.lemma_ in {"have", "lack", "need"}
            or (above.pos_ == "AUX" and current.dep_ == "dobj")
            or current.pos_ == "NOUN"
        ):
            return False
        take_tense(above, found, words)
        found.top = above
        return True
    if current.dep_ in {"dobj", "pobj", "prep"} and above.pos_ == "VERB":
        status, helper = own(above, words)
        if found.status is None and helper is not None and status in {"possible", "planned"}:
            found.status, found.modal = "possible", helper
        return False
    return True


def _subject(current: "Token", above: "Token", found: Standing, words: Lexicon) -> bool:
    if current.dep_ in {"nsubj", "nsubjpass"} and above.pos_ in {"VERB", "AUX"}:
        settle_subject(above, found, words)
        return True
    if current.dep_ in {"csubj", "csubjpass"} and (said := predicate(above, words)) is not None:
        turn(*said, found)  # "leaving the base was out of the question"
        return True
    if current.dep_ == "nsubj" and above.pos_ == "ADJ":  # "thought a war improbable"
        if operator(above, words) == "possible":
            turn("possible", above, found)
        return True
    return False


def _closed(current: "Token", above: "Token", found: Standing, words: Lexicon) -> bool:
    """Say whether a noun keeps what governs it from its own complements: "weigh a reply to the raid"."""
    del found
    if above.pos_ not in {"NOUN", "PROPN"} or ("noun", above.lemma_.lower()) in words.operators:
        return False
    if current.dep_ in _OWN:
        return False
    return clauses.lemma(above) in words.nouns or not (
        current.dep_ == "prep" and current.lower_ in {"of", "to", "for"}
    )


def _is_to(current: "Token", above: "Token", found: Standing, words: Lexicon) -> bool:
    """Settle "the envoys are to meet", "the second would be to tow it", "her answer was to march"."""
    if above.lemma_ != "be" or current.dep_ != "xcomp" or current.tag_ not in {"VB", "VBN"}:
        return False
    several = _one_of_several(above)
    if (
        not (found.status == "infinitive" or _should_have_been(current))
        or (above.tag_ == "VB" and not several)
        or not _of_somebody(above)
    ):
        return False
    coming = "considered" if several else "planned"
    if tells_deed(above, words):
        coming = "done"
    found.status, found.governed, found.top = coming, coming, above
    return True


def _equated(current: "Token", above: "Token", found: Standing, words: Lexicon) -> bool:
    """Settle "there will be a strike" and "the plan is to strike"."""
    if above.lemma_ != "be":
        return False
    if current.dep_ == "attr" and clauses.child(above, "expl") is not None:
        settle_subject(above, found, words)
        return True
    if current.dep_ not in {"ccomp", "xcomp", "attr"} or current.i < above.i:
        return False
    subject = clauses.child(above, "nsubj")
    what = words.operators.get(("noun", subject.lemma_.lower())) if subject is not None else None
    if what is None or what == "transparent":
        return False
    turn(what, above, found)
    return True


def _held(current: "Token", above: "Token", found: Standing, words: Lexicon) -> bool:
    """Settle "think a strike unlikely"."""
    if (
        current.dep_ != "dobj"
        or above.lemma_ not in words.classes["holding"]
        or not holds_possible(above, words)
    ):
        return False
    turn("possible", above, found)
    return True


def _coming(current: "Token", above: "Token", found: Standing, words: Lexicon) -> bool:
    """Settle "is going to", "means to", "had to", "gave them a week to"."""
    del words
    coming = to_come(current)
    if coming is None:
        return False
    found.status, found.governed, found.top = coming, coming, above
    if coming != "done":
        found.cues.append(above)
    return True


_Ends = Callable[["Token", "Token", Standing, Lexicon], bool]
_ENDS: tuple[_Ends, ...] = (_subject, _closed, _is_to, _equated, _held, _coming)
_OWN = frozenset(("compound", "appos", "amod", "acl", "relcl", "conj"))


def _of_somebody(being: "Token") -> bool:
    """Say whether "is to" has a subject, and doesn't make one infinitive equal another."""
    who = clauses.subject(being)
    return who is not None and who.pos_ not in {"VERB", "AUX"}


def _should_have_been(verb: "Token") -> bool:
    """Say whether "to have" stands before a verb: "the army was to have cleared the plain"."""
    kids = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    return {"to", "have"} <= kids


def _one_of_several(being: "Token") -> bool:
    """Say whether the subject of "is to" is one of several courses: "the second would be to tow it"."""
    who = clauses.child(being, "nsubj")
    return who is not None and (
        who.lower_ in ORDINALS or any(each.lower_ in ORDINALS for each in who.lefts)
    )


def _infinitive_of_adjective(verb: "Token", above: "Token", words: Lexicon) -> bool:
    if verb.tag_ == "VBG" and 0 < verb.i - above.i <= 3 and above.pos_ == "VERB":  # noqa: PLR2004 - "ruled out sending"
        apart = any(each.is_punct for each in verb.doc[above.i + 1 : verb.i])
        return not apart and operator(above, words) is not None
    return verb.tag_ == "VB" and not clauses.finite(verb) and operator(above, words) is not None


def _takes(below: "Token", above: "Token", what: str, words: Lexicon) -> bool:  # noqa: PLR0911 - a list of cases
    """Say whether a governing word takes this word as the act it speaks of."""
    if above.pos_ in {"NOUN", "PROPN"}:
        return below.dep_ in {"acl", "prep", "compound", "relcl", "ccomp", "appos", "amod"} and (
            below.dep_ != "prep"
            or below.lower_ in {"of", "for", "about", "on", "over", "to", "against", "from"}
        )
    if above.pos_ in {"ADJ", "ADV"}:
        return below.dep_ in {"xcomp", "prep", "ccomp", "advcl", "pcomp"}
    if below.dep_ == "prep" and below.lower_ in ASIDE:
        return phrase(above, words).endswith(f"_{below.lower_}")  # "looks at", "put in"
    if below.dep_ == "ccomp" and clauses.finite(below):
        helper = clauses.modal(below)
        if helper is None:
            if what == "considered":
                return above.lemma_ in _MANDATIVE and subjunctive(below)
            return what == "denied" or (what == "demanded" and subjunctive(below))
        if what == "demanded":
            return helper.lower_ in {"must", "should", "ought", "shall"}
        if what == "considered":
            return above.lemma_ in {"propose", "suggest", "recommend", "favour", "favor", "want"}
        return what in {"planned", "threatened", "denied"}
    return below.dep_ in {
        "xcomp",
        "ccomp",
        "dobj",
        "pcomp",
        "prep",
        "advcl",
        "acl",
        "nsubjpass",
    } and (
        below.dep_ != "prep"
        or phrase(above, words).count("_") > 0
        or (
            what in {"demanded", "threatened", "considered", "denied", "planned"}
            and (below.lower_ != "on" or above.lemma_ not in _ADDRESSING)
        )
    )
