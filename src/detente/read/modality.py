"""How an act stands: done, ongoing, planned, threatened, considered, possible, demanded, ruled out.

An act's own tense or modal says it first. Then the words that govern the act
are looked at from the inside out ("refused to consider sending"): each may
set the status, turn it round, or leave it.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.read import clauses
from detente.read.operators import (
    foreseen,
    holds_possible,
    no_choice,
    operator,
    own,
    phrase,
    predicate,
    subjunctive,
    to_come,
    yet_to_come,
)
from detente.read.words import Lexicon, lexicon

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
NEGATED = {
    "planned": "ruled_out",
    "ruled_out": "possible",
    "considered": "ruled_out",
    "possible": "ruled_out",
    "demanded": None,
    "threatened": None,
    "denied": "done",
}
STRONGER = {
    "ruled_out": {"planned", "considered", "possible", "threatened", "demanded"},
    "considered": {"possible", "planned", "ruled_out"},
    "demanded": {"possible", "considered", "planned"},
    "threatened": {"possible", "planned"},
    "planned": {"possible", "considered"},
}
HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
STEPS = 9
ASIDE = clauses.ASIDE | {
    "at",
    "in",
    "by",
    "under",
    "within",
}  # prepositions that lead to no complement


@dataclass(slots=True)
class Standing:
    """How an act stands, and the words that say so.

    `status` is None where nothing is asserted (a purpose, a denied past).
    `cues` are the governing words, innermost first; `doers` says for the
    outermost of them whose act it is, where grammar hands it on.
    """

    status: str | None
    negated: bool = False
    certainty: str = "stated"
    hypothetical: bool = False
    cues: list["Token"] = field(default_factory=list)
    governed: str | None = None
    top: "Token | None" = None
    modal: "Token | None" = None


def standing(head: "Token", words: Lexicon | None = None) -> Standing:
    """Say how the act of a verb or noun stands.

    Parameters
    ----------
    head : Token
        The verb or noun of the act.
    words : Lexicon, optional
        The words; `lexicon()` where not given.

    Returns
    -------
    Standing
        Its status is None where the text asserts nothing of the act.
    """
    words = words or lexicon()
    if head.pos_ in {"NOUN", "PROPN"}:
        found = Standing(_by_modifier(head, words))
        if clauses.negated(head):
            found.negated = True
    else:
        status, helper = own(head, words)
        found = Standing(status, modal=helper)
        if head.dep_ == "conj" and not clauses.finite(head):
            _inherit(head, found, words)
    found.top = head
    turned = found.status == "denied" and head.tag_ == "VB" and not clauses.finite(head)
    if turned:  # "agreed not to use force"
        found.status = "infinitive"
    if (
        found.status in {"ongoing", "done"}
        and head.tag_ in {"VBZ", "VBP", "VBN"}
        and yet_to_come(head)
    ):
        found.status = "possible"
    _climb(head, found, words)
    if found.status in {"infinitive", "planned"} and no_choice(head):
        found.status = "planned"
    if turned:
        refrains = bool(found.cues) and found.status in STRONGER["ruled_out"]
        found.status = "ruled_out" if refrains else "denied"
    if found.status == "denied":
        found.status, found.negated = None, True
    return found


def _by_modifier(noun: "Token", words: Lexicon) -> str | None:
    for each in noun.children:
        if each.dep_ in {"amod", "det", "advmod", "compound"}:
            status = words.modifiers.get(each.lower_)
            if status:
                return status
    return None


def _inherit(verb: "Token", found: Standing, words: Lexicon) -> None:
    """Give a coordinated verb without a tense the tense of the verb before it."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"}:
        first = first.head
        status, helper = own(first, words)
        if first.tag_ == verb.tag_ or helper is not None:
            if status not in {None, "denied"} or clauses.negated(first):
                found.status, found.modal = status, helper
            if clauses.finite(first):
                return


def _climb(head: "Token", found: Standing, words: Lexicon) -> None:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    current = head
    for _ in range(STEPS):
        if current.pos_ in {"VERB", "AUX"} and clauses.conditional(current):
            found.hypothetical = True
            if found.status in {"ongoing", "done", "participle", "infinitive", "planned"}:
                found.status = "possible"
        above = current.head
        if above is current or (current.dep_ not in PATH and current.lower_ != "short"):
            return
        if current.dep_ == "advcl" and not _infinitive_of_adjective(current, above):
            if current is head and to_come(current) == "demanded":
                _apply("demanded", above, found)
            return
        if current.dep_ == "relcl" and not (current.tag_ == "VB" and not clauses.finite(current)):
            return
        if current.dep_ == "conj":
            if clauses.finite(current):
                return
            current = above
            continue
        if current.dep_ in {"nsubj", "nsubjpass"} and above.pos_ in {"VERB", "AUX"}:
            _as_subject(above, found, words)
            return
        if current.dep_ == "nsubj" and above.pos_ == "ADJ":  # "thought a war improbable"
            if operator(above, words) == "possible":
                _apply("possible", above, found)
            return
        if above.pos_ in {"NOUN", "PROPN"} and _closed(current, above, words):
            return
        if (
            above.lemma_ == "be"
            and current.dep_ == "xcomp"
            and current.tag_ in {"VB", "VBN"}
            and found.status == "infinitive"
            and (above.tag_ != "VB" or _one_of_several(above))
            and _of_somebody(above)
        ):
            coming = "considered" if _one_of_several(above) else "planned"
            found.status, found.governed, found.top = coming, coming, above
            return
        if (
            above.lemma_ == "be"
            and current.dep_ == "attr"
            and clauses.child(above, "expl") is not None
        ):
            _as_subject(above, found, words)
            return
        if (
            above.lemma_ == "be"
            and current.dep_ in {"ccomp", "xcomp", "attr"}
            and current.i > above.i
        ):
            subject = clauses.child(above, "nsubj")
            what = (
                words.operators.get(("noun", subject.lemma_.lower()))
                if subject is not None
                else None
            )
            if what is not None and what != "transparent":
                _apply(what, above, found)
                return
        if (
            current.dep_ == "dobj"
            and above.lemma_ in words.classes["holding"]
            and holds_possible(above, words)
        ):
            _apply("possible", above, found)
            return
        coming = to_come(current)
        if coming is not None:
            found.status, found.governed, found.top = coming, coming, above
            if coming != "done":
                found.cues.append(above)
            return
        what = operator(above, words)
        if what is not None and _takes(current, above, what, words):
            _apply(what, above, found)
            _tense_of(above, found, words)
            found.top = above
        elif above.pos_ in {"VERB", "AUX"} and found.status in {"participle", "infinitive"}:
            if (
                current.dep_ in {"acl", "relcl"}
                or above.lemma_ in {"have", "lack", "need"}
                or (above.pos_ == "AUX" and current.dep_ == "dobj")
                or current.pos_ == "NOUN"
            ):
                return
            _tense_of(above, found, words)
            found.top = above
        elif current.dep_ in {"dobj", "pobj", "prep"} and above.pos_ == "VERB":
            status, helper = own(above, words)
            if found.status is None and helper is not None and status in {"possible", "planned"}:
                found.status, found.modal = "possible", helper
            return
        current = above


def _of_somebody(being: "Token") -> bool:
    """Say whether "is to" has a subject, and doesn't make one infinitive equal another."""
    who = clauses.subject(being)
    return who is not None and who.pos_ not in {"VERB", "AUX"}


def _one_of_several(being: "Token") -> bool:
    """Say whether the subject of "is to" is one of several courses: "the second would be to tow it"."""
    who = clauses.child(being, "nsubj")
    return who is not None and (
        who.lower_ in ORDINALS or any(each.lower_ in ORDINALS for each in who.lefts)
    )


def _closed(current: "Token", above: "Token", words: Lexicon) -> bool:
    """Say whether a noun keeps what governs it from its own complements: "weigh a reply to the raid"."""
    if ("noun", above.lemma_.lower()) in words.operators or current.dep_ in {
        "compound",
        "appos",
        "amod",
        "acl",
        "relcl",
        "conj",
    }:
        return False
    return clauses.lemma(above) in words.nouns or not (
        current.dep_ == "prep" and current.lower_ in {"of", "to", "for"}
    )


def _infinitive_of_adjective(verb: "Token", above: "Token") -> bool:
    if verb.tag_ == "VBG" and 0 < verb.i - above.i <= 3 and above.pos_ == "VERB":  # noqa: PLR2004 - "ruled out sending"
        return operator(above, lexicon()) is not None
    return verb.tag_ == "VB" and not clauses.finite(verb) and operator(above, lexicon()) is not None


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
        return False
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


def _apply(what: str, above: "Token", found: Standing) -> None:
    """Let a governing word set, turn or keep the status."""
    denied = clauses.negated(above)
    if above.pos_ == "ADJ" and above.head.pos_ in {"VERB", "AUX"}:
        denied = denied or (clauses.negated(above.head) and what != "possible")
    found.cues.append(above)
    if what in {"transparent", "ongoing"}:
        if what == "ongoing" and found.status in {"infinitive", "participle", "done"}:
            found.status = "ongoing"
        if denied:
            found.status, found.negated = None, True
        return
    if what == "denied":
        if denied:
            return
        found.status, found.negated = None, True
        return
    status: str | None = NEGATED[what] if denied else what
    if status == "demanded" and foreseen(above):
        status = "possible"
    if (
        (
            found.governed is None
            and (
                found.status
                in {None, "infinitive", "participle", "ongoing", "done", "possible", "planned"}
                or (found.status == "demanded" and what in {"planned", "considered"})
            )
        )
        or found.status is None
        or status is None
        or found.status in STRONGER.get(status, ())
    ):
        found.status = status
    found.governed = found.status


def _tense_of(above: "Token", found: Standing, words: Lexicon) -> None:
    """Take the tense of a governing verb where the act has none."""
    if above.pos_ not in {"VERB", "AUX"}:
        return
    status, helper = own(above, words)
    if found.status in {"infinitive", "participle"} and status not in {"infinitive", "participle"}:
        found.status = None if status == "denied" else status
        found.modal = helper
    elif helper is not None and found.status in {"ongoing", "done"} and status:
        found.status, found.modal = status, helper
    elif found.status == "considered" and helper is not None and status == "ruled_out":
        found.status = "ruled_out"


def _as_subject(verb: "Token", found: Standing, words: Lexicon) -> None:
    """Settle an act named by the subject: "a strike could not be ruled out", "talks will resume"."""
    found.top = verb
    what = operator(verb, words)
    status, helper = own(verb, words)
    if what is not None and clauses.passive(verb) and what not in {"transparent", "ongoing"}:
        denied = clauses.negated(verb)
        _apply(what, verb, found)
        if what == "denied" and not denied:
            found.status = None
        return
    to_do = clauses.child(verb, "xcomp")
    if verb.lemma_ == "be" and verb.tag_ != "VB" and to_do is not None and to_do.tag_ == "VB":
        _apply("planned", to_do, found)
        return
    said = predicate(verb, words)
    if said is not None:
        turn, word = said
        _apply(turn, word, found)
        return
    if status == "denied":
        found.status, found.negated = found.status, True
        return
    if found.status in {None, "done"} and status not in {"infinitive", "participle"}:
        found.status, found.modal = status, helper
