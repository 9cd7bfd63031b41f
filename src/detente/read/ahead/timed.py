"""When a clause of time is a condition: "until", "once", "while", "when", "before" what is still open."""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.operators import own
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_IDLING = frozenset(
    ("stand", "sit", "look", "watch", "wait", "idle", "ignore", "rest", "go", "stay", "tolerate")
)


def still_open(token: "Token", clause: "Token", main: "Token", before: str) -> bool:  # noqa: PLR0912, C901, PLR0911 - a list of cases
    """Say whether a temporal clause is a condition: its main clause still open, or "only" before it."""
    status, _ = own(main, lexicon())
    if status in {"infinitive", "participle"} and main.head is not main:
        status, _ = own(clauses.head_verb(main.head), lexicon())
    word = token.lower_
    below = clauses.child(main, "xcomp") if main.lemma_ == "be" and main.tag_ != "VBD" else None
    if below is not None and below.tag_ == "VB" and status not in {"planned", "ruled_out"}:
        status = "planned"  # "sanctions are to stay until"
    if word in {"when", "after", "before", "while"}:
        if before == "only":
            return status != "done"
        if word == "while":
            return main.lemma_.lower() in {"refuse", "decline"} or _while_denied(clause, main)
        helper = clauses.modal(main)
        if word == "before" and _demanded(main):
            return True
        if helper is None or helper.lower_ not in {
            "will",
            "wo",
            "can",
            "ca",
            "must",
            "shall",
            "'ll",
            "would",
        }:
            return False
        if word == "before":
            return clauses.negated(main) or helper.lower_ == "must"
        first = {each.lower_ for each in clauses.kids(clause) if each.dep_ in {"aux", "auxpass"}}
        if word == "when" and helper.lower_ == "would":
            return "had" in first and clause.tag_ == "VBN"
        return (
            word == "when"
            and helper.lower_ in {"will", "'ll", "shall"}
            and clause.tag_ in {"VBZ", "VBP", "VBN"}
        )
    future = status in {"planned", "ruled_out", "demanded", "possible", "threatened"}
    if word == "once":
        helper = clauses.modal(main)
        if clause.tag_ in {"VBZ", "VBP"} and main.tag_ in {"VBZ", "VBP"}:
            return True  # "once there is a price, there is a seller"
        promised = main.lemma_.lower() in {
            "promise",
            "vow",
            "pledge",
            "agree",
            "offer",
            "undertake",
        }
        if promised and clauses.child(main, "xcomp") is not None:
            return True
        return (
            future
            and helper is not None
            and helper.lower_ in {"will", "would", "can", "could", "'ll", "may", "might", "must"}
        )
    present = clause.tag_ in {"VBZ", "VBP", "NNS"}
    if word in {"until", "till"} and present and main.tag_ == "VBN":
        return True  # "has suspended talks until they leave"
    refusing = main.lemma_.lower() in {"refuse", "vow", "insist", "pledge", "threaten", "continue"}
    return future or (_denied(main) and status != "done") or (refusing and clauses.finite(clause))


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


def _while_denied(clause: "Token", main: "Token") -> bool:
    """Say whether nothing is to be while something lasts: "there can be no talks while they fire"."""
    helper = clauses.modal(main)
    lasting = {each.lower_ for each in clauses.kids(main) if each.dep_ == "aux"}
    open_still = helper is not None and helper.lower_ in {
        "will", "wo", "can", "ca", "would", "could", "must", "shall", "may",
    }  # fmt: skip
    if main.lemma_ in _IDLING or any(each.lemma_ in _IDLING for each in clauses.kids(main)):
        return False  # "would not stand idle while"
    return open_still and _denied(main) and "have" not in lasting and clause.tag_ != "VBG"


def _demanded(verb: "Token") -> bool:
    """Say whether an act is asked for first: "demanded that it be annulled before"."""
    above = verb.head
    asked = verb.dep_ in {"ccomp", "xcomp"} and above.lemma_ in {
        "demand",
        "insist",
        "require",
        "want",
    }
    return asked and (verb.tag_ in {"VB", "VBN"} or clauses.modal(verb) is not None)
