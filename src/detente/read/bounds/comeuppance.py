"""What a threat says another would come to: regret, loss, war, the end of an agreement."""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.text.words import line_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def regrets(verb: "Token") -> bool:
    """Say whether somebody would come to regret it: "it would regret it for a hundred years"."""
    bitter = {"regret", "rue", "repent", "suffer", "pay"}
    return verb.lemma_.lower() in bitter and not clauses.negated(verb)


def at_war(verb: "Token") -> bool:
    """Say whether war follows: "would be at war", "would mean war", "would start a war"."""
    if clauses.negated(verb) or verb.lemma_ not in {"be", "find", "mean", "start", "go"}:
        return False
    return any(
        each.lemma_.lower() == "war" and each.i > verb.i and each.i - verb.i < _NEAR
        for each in verb.subtree
    )


_NEAR = 6


def open_options(verb: "Token", who: "Token | None") -> bool:
    """Say whether nothing is ruled out: "all options are open", "no means are excluded"."""
    excluding = verb.lemma_ in {"exclude", "rule"}
    if who is not None and who.lemma_.lower() in _MEANS:
        none = clauses.negated(verb) or any(each.lower_ == "no" for each in clauses.kids(who))
        every = any(each.lower_ in {"all", "every"} for each in clauses.kids(who))
        free = any(each.lower_ in {"open", "table", "available"} for each in verb.subtree)
        return (excluding and none) or (every and free and not clauses.negated(verb))
    return excluding and clauses.negated(verb) and not clauses.passive(verb)


_MEANS = frozenset(("option", "mean", "means", "step", "possibility", "measure", "nothing"))


def over(verb: "Token", who: "Token") -> bool:
    """Say whether an agreement or a truce ends: "the truce would be over"."""
    if clauses.lemma(who) not in line_words("over", "things"):
        return False
    if verb.lemma_ in {"end", "lapse", "collapse", "cease", "die"}:
        return not clauses.negated(verb)
    return verb.lemma_ == "be" and any(
        each.lower_ in line_words("over", "ended") for each in clauses.kids(verb)
    )
