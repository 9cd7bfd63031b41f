"""Threats whose two halves are acts: a hostile one of who speaks, upon another party's act."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.barring import Line
from detente.read.bounds.provocations import (
    DEMANDS,
    benign,
    by_itself,
    doer_of,
    of_talks,
    same_pronoun,
)
from detente.read.bounds.voiced import behind_warning, had_been, likely
from detente.read.done import parties
from detente.read.done.act import Act
from detente.read.grammar import clauses
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modality import HOSTILE
from detente.read.text.words import lexicon, line_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LASTING = frozenset(("continue", "keep", "remain", "stay", "persist", "persevere", "last"))
_LEAVING = frozenset(("resign", "retire"))
_BLOWS = frozenset(("ASSAULT", "COERCE"))


def by_acts(article: Article, acts: tuple[Act, ...], each: Conditional) -> Line | None:
    """Return a threat whose two halves are acts: a hostile one of who speaks, another's act."""
    demands = each.verb.lemma_ == "threaten" or (
        each.verb.dep_ in {"xcomp", "conj"} and behind_warning(each.verb)
    )
    held_out = _held_out(article, each)
    if held_out is not None:
        return line_of(each, "threat with a condition", held_out)
    warned = behind_warning(each.verb) or each.verb.lemma_ in {"warn", "threaten"}
    inside = [a for a in acts if each.condition_start <= a.head.idx < each.condition_end]
    whose = [a.actor for a in inside if a.actor is not None]
    for answer in acts:
        if not each.start <= answer.head.idx < each.end or answer in inside:
            continue
        if not _an_answer(article, each, answer, warned=warned):
            continue
        if each.rule in DEMANDS and demands and answer.event not in _BLOWS:
            continue  # "threatened to resign unless" demands, and bars nothing
        own = article.speaker_of(answer.head) == answer.actor
        if (own or _threatening(article, each, answer, acts)) and answer.actor not in whose:
            return line_of(each, "threat with a condition", answer.actor)
    return None


def _held_out(article: Article, each: Conditional) -> str | None:
    """Return the party that threatens a thing, and no deed: "threatened a general strike if"."""
    thing, who = clauses.child(each.verb, "dobj"), clauses.subject(each.verb)
    if each.verb.lemma_ != "threaten" or each.rule in DEMANDS or thing is None or who is None:
        return None
    hostile = lexicon().nouns.get(clauses.lemma(thing)) in HOSTILE
    doer, first = parties.actor_near(article, who), doer_of(article, each)
    other = parties.actor_near(article, first) if first is not None else None
    return doer if hostile and first is not None and other != doer else None


def _an_answer(article: Article, each: Conditional, answer: Act, *, warned: bool) -> bool:
    """Say whether an act is a hostile one, still to come, that a condition would bring about."""
    if answer.actor is None or answer.status not in {"planned", "threatened", "possible"}:
        return False
    if each.rule == "until" or answer.head.lemma_ in _LEAVING:
        return False  # "threatened to resign if it was not heard"
    if _kind_offer(article, each, answer) or (not warned and _for_kindness(article, each)):
        return False
    untyped = answer.event is None and answer.status == "planned"
    hostile = answer.event in HOSTILE or warned
    if not hostile and not (untyped and article.quoted(answer.head.idx)):
        return False
    passing = likely(answer.head) or had_been(answer.head) or goes_on(answer.head)
    nobodys = by_itself(article, each) or same_pronoun(article, each) or of_talks(article, each)
    return not (passing or nobodys)


def goes_on(head: "Token") -> bool:
    """Say whether what follows only lasts, and answers nothing: "would keep fighting"."""
    above = head.head if head.dep_ in {"xcomp", "nsubj"} else head
    return bool({head.lemma_, above.lemma_} & _LASTING)


def _kind_offer(article: Article, each: Conditional, answer: Act) -> bool:
    """Say whether a kindness is offered for another: "offered to cancel the order if it agreed"."""
    above = answer.head.head.lemma_
    if above in {"offer", "propose", "suggest"}:
        return True
    offered = above == "agree" or answer.head.lemma_ in {"cancel", "lift"}
    return (offered or answer.event in {"RETREAT", "YIELD", "AID"}) and benign(article, each)


def _for_kindness(article: Article, each: Conditional) -> bool:
    """Say whether the condition itself is a kindness: "if the rebels stopped shooting"."""
    first = doer_of(article, each)
    return first is not None and not clauses.negated(first.head) and benign(article, each)


def line_of(each: Conditional, rule: str, actor: str | None) -> Line:
    """Return the line of a conditional: its condition is the act barred."""
    return Line(
        each.start, each.end, None, rule, each.condition_start, each.condition_end, None, actor
    )


def _threatening(article: Article, each: Conditional, answer: Act, acts: tuple[Act, ...]) -> bool:
    """Say whether the answer stands behind a verb of threat or promise of the same party."""
    current = each.verb
    for _ in range(5):
        bare = clauses.modal(current) is None
        if bare and current.lemma_.lower() in line_words("warning") and current.pos_ == "VERB":
            who = clauses.subject(current)
            party = parties.actor_near(article, who) if who is not None else None
            if party is None and who is not None:  # "one of the boats threatened to"
                party = next((act.actor for act in acts if act.head.i == current.i), None)
            return party == answer.actor
        if current.head.i == current.i:
            return False
        current = current.head
    return False
