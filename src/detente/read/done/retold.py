"""The act told before that an act takes up, undoes or is part of: its doer is the same."""

from collections.abc import Sequence

from detente.read.done.act import OPEN, Act
from detente.read.grammar import clauses
from detente.read.text.words import word_class

DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
_UNDOING = (("freeing", "capturing"), ("lifting", "imposing"), ("reopening", "closing"))
_ANOTHER = frozenset(("next", "new", "second", "third", "further", "future", "coming", "latest"))
_ROOT = 4  # letters


def told_before(act: Act, before: Sequence[Act]) -> Act | None:
    """Return the earlier act that a definite noun takes up: "the seizure", "the attacks"."""
    if act.event is None:
        same = (
            each for each in reversed(before) if each.noun is not None and each.actor is not None
        )
        alike = (
            each for each in same if each.noun is not None and each.noun.lemma_ == act.head.lemma_
        )
        return next(alike, None) if act.noun is act.head else None
    unfinished = act.head.tag_ == "VBG" or act.status in OPEN
    kids = {each.lower_ for each in act.head.children} if act.noun is act.head else set()
    definite = bool(kids & DEFINITE) and not kids & _ANOTHER
    if not (unfinished or definite):
        return None
    own = _roots(act)
    before = [each for each in before if each.event == act.event and own & _roots(each)]
    if unfinished:
        things = _things(act)
        for each in reversed(before):
            if each.actor not in {None, act.target} and things & _things(each):
                return each
    if definite:
        for each in reversed(before):
            if each.actor is not None and each.actor != act.target:
                return each
    return None


def in_which(act: Act, before: Sequence[Act]) -> Act | None:
    """Return the blow that somebody died in: "answered with a raid, in which four were killed"."""
    verb = act.head
    if verb.dep_ != "relcl" or not clauses.passive(verb) or clauses.agent(verb) is not None:
        return None
    inside = any(
        each.dep_ == "prep" and each.i < verb.i and any(far.tag_ == "WDT" for far in each.children)
        for each in clauses.kids(verb)
    )
    blows = (each for each in reversed(before) if each.head.sent.start == verb.sent.start)
    return (
        next((each for each in blows if each.event == "ASSAULT" and each.actor), None)
        if inside
        else None
    )


def undone(act: Act, before: Sequence[Act], asking: str | None) -> str | None:
    """Return who did what this act undoes: "the crew was freed" by who had seized it."""
    lemma = clauses.lemma(act.head)
    done = next((done for undoing, done in _UNDOING if lemma in word_class(undoing)), None)
    if done is None or (act.head.pos_ == "VERB" and not clauses.passive(act.head)):
        return None
    things = _things(act)
    for each in reversed(before):
        told = {clauses.lemma(each.head), "" if each.noun is None else clauses.lemma(each.noun)}
        known = each.actor not in {None, asking} and "actor" not in each.inferred
        if not known or each.status in OPEN or not told & word_class(done):
            continue
        if done != "imposing" or things & (told | _things(each)):
            return each.actor
    return None


def _roots(act: Act) -> set[str]:
    """Return the beginnings of the words that tell an act: "seiz" of seizing and of a seizure."""
    told = [act.head, *([] if act.noun is None else [act.noun])]
    return {clauses.lemma(each)[:_ROOT] for each in told}


def _things(act: Act) -> set[str]:
    """Return the lemmas of what an act is done with: "weapon" of "supply lethal weapons"."""
    head = act.head
    if head.pos_ in {"NOUN", "PROPN"}:
        found = {each.lemma_.lower() for each in head.children if each.dep_ == "compound"}
        return (
            found
            | {each.lemma_.lower() for each in clauses.prepositional(head, "of")}
            | {clauses.lemma(head)}
        )
    return {clauses.lemma(each) for each in clauses.objects(head)}
