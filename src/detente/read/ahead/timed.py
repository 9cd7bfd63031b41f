"""When a clause of time is a condition: "until", "once", "while", "when", "before" what is still open.

An act is still open where its own modal says so ("will not talk until"), or where
the words that govern it do: "promised not to fill the lake until", "asked that the
work be stopped until", "ruled out a withdrawal until".
"""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.modality import standing
from detente.read.grammar.modals import WILL
from detente.read.grammar.operators import operator, own
from detente.read.text.neighbours import word_before
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_IDLING = frozenset(
    ("stand", "sit", "look", "watch", "wait", "idle", "ignore", "rest", "go", "stay", "tolerate")
)
_GOVERNED = frozenset(("planned", "ruled_out", "demanded", "threatened"))
_FUTURE = _GOVERNED | {"possible"}
_OPENLY = WILL | {"can", "ca", "must"}
_LIKELY = frozenset(("will", "would", "can", "could", "'ll", "may", "might", "must"))
_PROMISING = frozenset(("promise", "vow", "pledge", "agree", "offer", "undertake"))
_DEMANDING = frozenset(("demand", "insist", "require", "want"))
_REFUSING = frozenset(("refuse", "decline"))
_HOLDING_OUT = frozenset(("refuse", "vow", "insist", "pledge", "threaten", "continue"))
_SUSPENDING = frozenset(
    ("suspend", "freeze", "withhold", "postpone", "boycott", "defer", "shelve", "put_off", "halt")
)
_THOUGH = frozenset((",", "though", "but", "and"))
_TIMES = frozenset(
    (
        "moment",
        "time",
        "day",
        "year",
        "month",
        "hour",
        "week",
        "point",
        "date",
        "age",
        "night",
        "period",
    )
)
_PRESENT = frozenset(("VBZ", "VBP"))
_HINDERED = frozenset(("impossible", "unthinkable", "unacceptable", "inconceivable"))


def still_open(token: "Token", clause: "Token", main: "Token", before: str) -> bool:
    """Say whether a temporal clause is a condition: its main clause still open, or "only" before it.

    Parameters
    ----------
    token : Token
        The word of time.
    clause, main : Token
        The verb behind it, and the verb of the clause that it belongs to.
    before : str
        The word that stands before `token`.
    """
    word = token.lower_
    if before == "only" and word in {"when", "after", "before", "while"}:
        return stance(main) != "done"
    if before == "not" and word == "before":  # "will sign, though not before"
        return word_before(token, 2) in _THOUGH and stance(main) in _FUTURE
    helper = clauses.modal(main)
    if word == "when":
        return helper is not None and _when(token, clause, main, helper)
    if word == "after":
        return helper is not None and main.i < clause.i and _after(token, clause, helper)
    return _LOOKS[word](clause, main)


def stance(main: "Token") -> str | None:
    """Return how a clause stands by its own tense, or by that of the verb that governs it."""
    status, _ = own(main, lexicon())
    if status in {"infinitive", "participle"} and main.head is not main:
        status, _ = own(clauses.head_verb(main.head), lexicon())
    below = clauses.child(main, "xcomp") if main.lemma_ == "be" else None
    to_be = below is not None and below.tag_ == "VB" and clauses.child(below, "aux") is not None
    if to_be and clauses.child(main, "expl") is None and status not in {"planned", "ruled_out"}:
        status = "planned"  # "sanctions are to stay until"
    return status


def governed(clause: "Token", main: "Token") -> bool:
    """Say whether the words that govern an act leave it open: "agreed to hold their fire until"."""
    above = clause.head
    if above.pos_ in {"VERB", "AUX"} and above.i != main.i and not clauses.finite(above):
        found = standing(above)
        return found.status in _GOVERNED and bool(found.cues)
    past = clause.tag_ == "VBD" or any(each.lower_ == "had" for each in clauses.kids(clause))
    plain = main.tag_ == "VBP" and main.lower_ == main.lemma_ and main.i < clause.i
    if plain and past and main.dep_ in {"conj", "ccomp"} and clauses.child(main, "aux") is None:
        return True  # "agreed that talks begin once each had left"
    if own(main, lexicon())[0] == "infinitive":  # "asked that the work be stopped"
        found = standing(main)
        expected = found.status == "possible" and main.head.lemma_ == "expect"
        return (found.status in _GOVERNED or expected) and bool(found.cues)
    if operator(main, lexicon()) not in _GOVERNED:
        return False
    thing = clauses.child(main, "dobj", "xcomp")
    return (
        thing is not None
        and main.i < thing.i < clause.i
        and (thing.pos_ == "VERB" or clauses.lemma(thing) in lexicon().nouns)
    )


def _until(clause: "Token", main: "Token") -> bool:
    status = stance(main)
    if status in _FUTURE or governed(clause, main):
        return True
    if _now(clause) and _now(main):
        return True  # "has suspended talks until they leave", "a thaw is unlikely until"
    if main.lemma_.lower() in _SUSPENDING:
        return clauses.finite(clause) and clauses.child(main, "dobj", "nsubjpass") is not None
    if _denied(main) and status != "done":
        return True
    return main.lemma_.lower() in _HOLDING_OUT and clauses.finite(clause)


def _now(verb: "Token") -> bool:
    """Say whether a clause tells of now: "leave", "has left", "is lifted"."""
    if verb.tag_ in {*_PRESENT, "NNS"}:
        return True
    return verb.tag_ in {"VBN", "VBG"} and any(
        each.tag_ in _PRESENT and each.dep_ in {"aux", "auxpass"} for each in clauses.kids(verb)
    )


def _once(clause: "Token", main: "Token") -> bool:
    if _now(clause) and _now(main):
        return True  # "once there is a price, there is a seller"
    if main.lemma_.lower() in _PROMISING and clauses.child(main, "xcomp") is not None:
        return True
    helper = clauses.modal(main)
    if helper is None:
        return stance(main) == "planned" or governed(clause, main)
    perfect = clauses.perfect(main)
    return (helper.lower_ in _LIKELY and not perfect) or governed(clause, main)


def _when(token: "Token", clause: "Token", main: "Token", helper: "Token") -> bool:
    """Say whether "when" opens a condition: "will sign when they leave", "said it would, when"."""
    if helper.lower_ in {"would", "'d"}:
        had = any(each.lower_ == "had" and each.dep_ == "aux" for each in clauses.kids(clause))
        if clause.tag_ == "VBN" and had:
            return True
        if token.i < main.i or clauses.negated(main) or not clauses.finite(clause):
            return False
        before = token.doc[token.i - 1]  # "at a time when", "on Sundays, when the weather was good"
        return before.lower_ not in _TIMES and (_told(main) or before.text != ",")
    return helper.lower_ in {"will", "'ll", "shall"} and clause.tag_ in {*_PRESENT, "VBN"}


def _told(verb: "Token") -> bool:
    """Say whether a clause is in somebody's words: what would be, and no habit of the past."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb.dep_ in {"ccomp", "acl"}


def _after(token: "Token", clause: "Token", helper: "Token") -> bool:
    """Say whether "after" opens a condition: "might discuss them after Israel had left"."""
    if not token.i:
        return False
    first = token.doc[token.i - 1]
    if first.is_punct or first.ent_type_ in {"DATE", "TIME"} or first.pos_ == "NUM":
        return False
    tags = {each.lower_ for each in clauses.kids(clause) if each.dep_ in {"aux", "auxpass"}}
    if helper.lower_ in {"would", "might", "could", "'d"}:
        return ("had" in tags and clause.tag_ == "VBN") or clause.tag_ in _PRESENT
    return helper.lower_ in {"will", "'ll", "shall", "can", "may"} and _now(clause)


def _before(clause: "Token", main: "Token") -> bool:
    """Say whether "before" opens a condition: "must leave before", "will not talk before"."""
    if _demanded(main):
        return True
    if main.lemma_.lower() in _REFUSING and clauses.child(main, "xcomp") is not None:
        return clauses.finite(clause)
    if main.lemma_ == "have" and clauses.modal(clause) is not None:
        return clauses.child(main, "xcomp") is not None and main.tag_ in _PRESENT
    helper = clauses.modal(main)
    if helper is None or helper.lower_ not in _OPENLY:
        return False
    return clauses.negated(main) or helper.lower_ == "must"


def _denied(main: "Token") -> bool:
    """Say whether a clause denies: "will not", "there can be no peace"."""
    if clauses.negated(main):
        return True
    return any(
        each.lower_ == "no"
        for thing in clauses.kids(main)
        if thing.dep_ in {"attr", "dobj", "nsubj", "nsubjpass"}
        for each in thing.lefts
    )


def _while(clause: "Token", main: "Token") -> bool:
    if main.lemma_.lower() in _REFUSING or _while_denied(clause, main):
        return True
    said = clauses.child(main, "acomp")
    if said is None or main.tag_ not in _PRESENT or not _now(clause):
        return False
    return said.lower_ in _HINDERED or (said.lower_ == "possible" and _denied(main))


def _while_denied(clause: "Token", main: "Token") -> bool:
    """Say whether nothing is to be while something lasts: "there can be no talks while they fire"."""
    helper = clauses.modal(main)
    lasting = {each.lower_ for each in clauses.kids(main) if each.dep_ == "aux"}
    open_still = helper is not None and helper.lower_ in {
        "will", "wo", "can", "ca", "would", "could", "must", "shall", "may",
    }  # fmt: skip
    going = main.lower_ == "going" and clauses.child(main, "xcomp") is not None
    if main.lemma_ in _IDLING - ({"go"} if going else set()):
        return False
    if any(each.lemma_ in _IDLING for each in clauses.kids(main)):
        return False  # "would not stand idle while"
    if not (open_still or going) or not _denied(main) or "have" in lasting:
        return False
    return clause.tag_ != "VBG" or any("aux" in each.dep_ for each in clauses.kids(clause))


def _demanded(verb: "Token") -> bool:
    """Say whether an act is asked for first: "demanded that it be annulled before"."""
    above = verb.head
    asked = verb.dep_ in {"ccomp", "xcomp"} and above.lemma_ in _DEMANDING
    plain = verb.tag_ in {"VB", "VBN"} or (verb.tag_ == "VBP" and above.lemma_ in _DEMANDING)
    return asked and (plain or clauses.modal(verb) is not None)


_LOOKS = {"until": _until, "till": _until, "once": _once, "while": _while, "before": _before}
