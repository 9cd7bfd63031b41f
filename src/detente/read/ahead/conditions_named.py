"""Conditions by that name: "laid down three conditions for a truce", "on two conditions", "the price"."""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional, part
from detente.read.text import neighbours
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_SETTING = frozenset(("set", "lay", "list", "name", "impose", "attach", "lay_down", "put"))
CONDITIONS = frozenset(("condition", "precondition", "prerequisite", "pre-condition", "price"))
_MAKING = frozenset(("make", "call", "see", "consider", "regard", "name", "declare"))


def named(noun: "Token") -> Conditional | None:
    """Return "laid down three conditions for a truce", "is a precondition for talks"."""
    thing = next(clauses.prepositional(noun, "for", "of", "to"), None)
    if noun.lower_ == "price":
        return _price(noun, thing)
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lower_ == "one":
        noun, verb = verb.head, verb.head.head  # "made it one of four conditions for releasing"
    if noun.dep_ == "pobj" and verb.lower_ == "on":
        return _on_conditions(noun, clauses.head_verb(verb.head))
    if verb.pos_ not in {"VERB", "AUX"} or clauses.conditional(verb):
        return None
    acted = thing is not None and (
        thing.pos_ == "VERB" or clauses.lemma(thing) in lexicon().nouns or _bargained(thing)
    )
    return _around(noun, verb, "a condition for") if acted and _makes(noun, verb) else None


def _makes(noun: "Token", verb: "Token") -> bool:
    """Say whether a verb makes or calls something a condition."""
    if noun.dep_ == "attr" and verb.lemma_ in {"be", "remain", "become"}:
        return True
    if noun.dep_ in {"dobj", "oprd", "attr", "ccomp"}:
        return verb.lemma_ in _SETTING | _MAKING and clauses.subject(verb) is not None
    return verb.lemma_ in _MAKING


def _on_conditions(noun: "Token", verb: "Token") -> Conditional | None:
    """Return "would stay on two conditions: no bases and no flags", "agreed on one condition"."""
    counted = any(
        each.dep_ == "nummod" or each.lower_ in {"certain", "several", "these", "those", "such"}
        for each in noun.lefts
    )
    if not counted or verb.pos_ != "VERB" or verb.i > noun.i or noun.lower_ == "price":
        return None
    before = neighbours.before(noun.head)
    if (
        before is not None and before.text == ","
    ):  # "can live with a force that they pay for, on two conditions"
        verb = next((each for each in part(noun) if clauses.modal(each) is not None), verb)
        verb = verb if verb.i < before.i else clauses.head_verb(noun.head.head)
    return _around(noun, verb, "on conditions")


def _price(noun: "Token", thing: "Token | None") -> Conditional | None:
    """Return "the price of a truce would be the release of all hostages"."""
    verb = noun.head
    helper = clauses.modal(verb)
    if verb.lemma_ != "be" or thing is None:
        return None
    told = noun.dep_ == "attr" and verb.tag_ in {
        "VBZ",
        "VBP",
    }  # "a withdrawal is the price of peace"
    if not told and (noun.dep_ != "nsubj" or helper is None):
        return None
    if (
        clauses.lemma(thing) not in lexicon().nouns
        and thing.pos_ != "VERB"
        and not _bargained(thing)
    ):
        return None
    return _around(noun, verb, "the price of")


def _bargained(thing: "Token") -> bool:
    return thing.lemma_.lower() in {
        "recognition", "ceasefire", "truce", "membership", "peace", "talk", "deal", "vote", "loan",
        "treaty", "accession", "entry", "support", "consent", "election", "normalisation",
        "normalization", "restoration", "independence", "admission", "credit",
    }  # fmt: skip


def _around(noun: "Token", verb: "Token", rule: str) -> Conditional:
    """Return a clause as a conditional whose condition is what it names."""
    start, end = stretches.whole(verb)
    far = max((each.i for each in noun.subtree), default=noun.i)
    end = max(end, noun.doc[far].idx + len(noun.doc[far]))
    after = noun.doc[far + 1] if far + 1 < noun.sent.end else None
    if after is not None and after.text == ":":
        last = next(each for each in reversed(noun.sent) if not each.is_punct)
        end = max(end, last.idx + len(last))
    return Conditional(verb, start, end, noun.left_edge.idx, end, rule)
