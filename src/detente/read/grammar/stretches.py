"""How far words go in a text, in characters: a clause, a subtree, a span at two places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.read.grammar.clauses import (
    ASIDE,
    BROKEN_OFF,
    COMPLEMENTS,
    DASHES,
    FAR,
    SUBJECTS,
    child,
    kids,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def extent(head: "Token", *, left: Iterable["Token"] = (), clause: bool = True) -> tuple[int, int]:
    """Return the characters of a clause from its subject to its last object.

    Parameters
    ----------
    head : Token
        The verb or noun of the act.
    left : iterable of Token
        Words that belong to it before the head: subject, auxiliaries, a word that governs it.
    clause : bool
        Whether `head` is a verb with complements (else a noun with all its modifiers).

    Returns
    -------
    (int, int)
        Offsets of characters; clauses that hang on it and coordinated verbs are left out.
    """
    kept = [head.i]
    for each in kids(head):
        if clause and each.dep_ in COMPLEMENTS and each.i > head.i:
            if each.lower_ == "according":
                continue
            if each.dep_ == "prep" and each.lower_ in ASIDE and each.right_edge.i - each.i > 3:  # noqa: PLR2004 - "after dawn" stays
                continue
            kept += _within(each)
        elif not clause and each.dep_ not in {"punct", "relcl", "appos", "conj", "cc"}:
            kept += _within(each)
    first, last = min(kept), max(kept)
    for word in left:
        first = min(first, *_near(word)) if word.i < head.i else first
    doc = head.doc
    if not clause:
        dashes = (i - 1 for i in range(head.i + 1, last) if doc[i].text in DASHES)
        last = next(dashes, last)
    while last > first and doc[last].is_punct and doc[last].text not in {'"', ")", "'"}:
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _within(token: "Token", depth: int = 0) -> Iterator[int]:
    """Yield the places of a word and what hangs on it, clauses apart."""
    yield token.i
    if depth > FAR:
        return
    for each in kids(token):
        if each.dep_ in BROKEN_OFF or (each.dep_ in {"punct", "cc"} and each.i >= token.i):
            continue
        if each.dep_ == "conj" and each.pos_ in {"VERB", "AUX"}:
            continue
        yield from _within(each, depth + 1)


def _near(token: "Token") -> Iterator[int]:
    """Yield the places of a word and of what stands before it."""
    yield token.i
    for each in token.lefts:
        if each.dep_ not in {"punct", "advcl", "ccomp", "parataxis"}:
            yield each.left_edge.i


def whole(verb: "Token", *, skip: Iterable["Token"] = ()) -> tuple[int, int]:
    """Return the characters of a verb's clause with its subject and its clausal objects.

    Parameters
    ----------
    verb : Token
        The head of the clause.
    skip : iterable of Token
        Clauses hanging on it that are left out beside adverbial and coordinated ones.

    Returns
    -------
    (int, int)
        Offsets of characters, from the subject to the last object or complement.
    """
    left_out = {each.i for each in skip}
    first = last = verb.i
    for each in kids(verb):
        if each.i in left_out or each.dep_ in {"advcl", "parataxis", "punct", "cc", "mark", "intj"}:
            continue
        if each.dep_ == "conj" or (each.dep_ == "ccomp" and each.i < verb.i):
            continue
        if each.dep_ == "prep" and each.i < verb.i:
            continue
        if each.dep_ == "advmod" and each.i < verb.i - 3 and child(verb, *SUBJECTS) is not None:
            continue
        first, last = min(first, each.left_edge.i), max(last, _right(each))
    doc = verb.doc
    while last > first and doc[last].is_punct and doc[last].text not in {'"', ")", "'"}:
        last -= 1
    while first < last and doc[first].is_punct and doc[first].text not in {'"', "("}:
        first += 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _right(token: "Token") -> int:
    """Return the last place of a phrase, adverbial clauses at its end left out."""
    last = token.i
    for each in kids(token):
        if each.dep_ in {"advcl", "parataxis", "punct"} or (
            each.dep_ == "conj" and each.pos_ == "VERB"
        ):
            continue
        if each.i > token.i:
            last = max(last, _right(each))
    return last


def subtree(token: "Token") -> tuple[int, int]:
    """Return the characters of a word with all that hangs on it, without punctuation at its ends."""
    doc, first, last = token.doc, token.left_edge.i, token.right_edge.i
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    while first < last and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def span_at(doc: "Doc", start: int, end: int) -> "Span":
    """Return the words that characters ``start`` to ``end`` touch.

    Notes
    -----
    O(log n): `Doc.char_span` would look at every word.
    """
    first = max(bisect_right(doc, start, key=_offset) - 1, 0)
    last = max(bisect_left(doc, end, key=_offset), first + 1)
    return doc[first:last]


def _offset(token: "Token") -> int:
    return token.idx
