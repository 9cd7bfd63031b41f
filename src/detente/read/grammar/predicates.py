"""The verbs that head the clauses of a text, for rules that look at each of them."""

from typing import TYPE_CHECKING

from detente.read.grammar.clauses import tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def predicates(doc: "Doc") -> "tuple[Token, ...]":
    """Return the verbs of a text that aren't auxiliaries, in order.

    Notes
    -----
    A module with several rules goes through a text once and hands on what this returns.

    Examples
    --------
    >>> from detente.read.article import article
    >>> [str(verb) for verb in predicates(article("Egypt has closed the canal.").doc)]
    ['closed']
    """
    return tuple(
        token
        for token in tokens(doc)
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}
    )
