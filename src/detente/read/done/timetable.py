"""Acts of nouns that have a day: "a visit planned for May", "talks that were due to start on Monday".

What has a day is planned, whatever became of it: "called off a visit planned for May".
"""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses

if TYPE_CHECKING:
    from spacy.tokens import Token

_SET = frozenset(("plan", "schedule", "set", "slate", "bill", "timetable", "fix", "pencil"))
_DUE = frozenset(("due", "set", "scheduled", "slated", "billed"))
_BEGINNING = frozenset(
    ("begin", "start", "open", "resume", "take", "convene", "reconvene", "hold", "meet", "continue")
)
_PARTS = frozenset(("round", "series", "session", "day", "phase", "set"))
_DATES = frozenset(("DATE", "TIME"))


def timetabled(noun: "Token") -> "Token | None":
    """Return the word by which a noun has a day to come, None where it has none.

    Examples
    --------
    >>> from detente.read.article import article
    >>> timetabled(article("Kenya called off a visit planned for this month.").doc[4]).text
    'planned'
    """
    whole = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _PARTS:
        whole = noun.head.head  # "a round of talks, which was due to start"
    for each in (*clauses.kids(noun), *(clauses.kids(whole) if whole.i != noun.i else ())):
        if each.i > noun.i and each.dep_ in {"acl", "amod", "relcl", "appos", "advcl"}:
            found = _day_of(each)
            if found is not None:
                return found
    above = whole.head
    return _day_of(above) if whole.dep_ in clauses.SUBJECTS and above.i > whole.i else None


def _day_of(word: "Token") -> "Token | None":
    """Return the word that sets a day: "planned for May", "was due to start on Monday"."""
    if word.tag_ == "VBN" and word.lemma_ in _SET:
        return word if _dated(word) or _begins(word) else None
    if word.lower_ in _DUE and word.pos_ == "ADJ":
        return word if _begins(word) or _dated(word) else None
    if word.lemma_ != "be":
        return None
    due = clauses.child(word, "acomp", "oprd")
    return due if due is not None and due.lower_ in _DUE and _begins(due) else None


def _begins(word: "Token") -> bool:
    """Say whether a thing is to begin: "due to open", "set to take place"."""
    below = clauses.child(word, "xcomp", "ccomp")
    return below is not None and below.tag_ == "VB" and below.lemma_ in _BEGINNING


def _dated(word: "Token") -> bool:
    """Say whether a day stands behind: "for Monday", "in October"."""
    return any(each.ent_type_ in _DATES for each in clauses.prepositional(word, "for", "on", "in"))
