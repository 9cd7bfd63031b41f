"""Conditions without "if", by turned words: "should talks fail", "had they landed", "were it so"."""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import (
    Conditional,
    before_comma,
    end_of,
    made,
    open_verb,
    part,
    up_to_comma,
)
from detente.read.text.neighbours import word_before
from detente.read.text.words import line_words

if TYPE_CHECKING:
    from spacy.tokens import Token

INVERTED = frozenset(("should", "had", "were"))
_SUBJECT_LIKE = frozenset(("DET", "PRON", "PROPN", "NOUN", "ADJ", "VERB"))
_SHORTEST = 2  # words of "were it so"


def inverted(token: "Token") -> Conditional | None:
    """Read "should", "had" or "were" before its subject at the head of a clause."""
    return _by_parse(token) or _by_comma(token)


def _by_comma(token: "Token") -> Conditional | None:
    """Read "; were it refused, he would resign" by its comma and the modal behind it."""
    if token.lower_ not in INVERTED or token.i == token.sent.start or token.i + 2 >= token.sent.end:
        return None
    before, after = token.doc[token.i - 1], token.doc[token.i + 1]
    if before.text not in {",", ";", ":", "—", "that"} or after.pos_ not in _SUBJECT_LIKE:
        return None
    clause = token.head if token.dep_ in {"aux", "auxpass"} else token
    subjects = [each for each in clauses.kids(clause) if each.dep_ in clauses.SUBJECTS]
    if any(each.i < token.i and each.lower_ != "that" for each in subjects):
        return None
    found = before_comma(token, f"inverted {token.lower_}") or _behind_comma(token)
    if found is None or token.sent[-1].text == "?":
        return None
    inside = stretches.span_at(token.doc, found.condition_start, found.condition_end)
    if token.lower_ == "had" and not any(each.tag_ in {"VBN", "VBD"} for each in inside[2:]):
        return None
    return found if len(inside) > _SHORTEST else None


def _behind_comma(token: "Token") -> Conditional | None:
    """Read "The next may be Cyprus, should the missiles come" by the modal before its comma."""
    words = part(token)
    main = open_verb([each for each in words if each.i < token.i])
    if main is None or word_before(token) != "," or token.lower_ != "should":
        return None
    return made((token.idx, end_of(words)), main, None, f"inverted {token.lower_}")


def _by_parse(token: "Token") -> Conditional | None:  # noqa: PLR0911 - a list of cases
    if token.lower_ not in INVERTED or token.dep_ not in {
        "aux",
        "auxpass",
        "ROOT",
        "advcl",
        "ccomp",
    }:
        return None
    if token.lower_ == "should" and token.dep_ == "aux" and _inverted_behind(token):
        clause = token.head
        main = clause.head
        condition = stretches.subtree(clause)
        if main.i != clause.i and main.pos_ in {"VERB", "AUX"}:
            open_one = _open_before(token, main)
            return made((token.idx, condition[1]), open_one, clause, "inverted should")
    if (
        token.i
        and word_before(token) not in {",", ";", ".", '"', ":", "—", "and", "but", "that"}
        and not token.doc[token.i - 1].is_space
    ):
        return None
    sentence = token.sent
    if token.i == sentence.start and sentence.text.rstrip()[-1:] != "?":
        placed = up_to_comma(token)
        if placed is not None:
            return placed
    clause = token.head if token.dep_ in {"aux", "auxpass"} else token
    who = clauses.child(clause, *clauses.SUBJECTS)
    if who is None or who.i < token.i or clause.i < token.i:
        return None
    main = beyond_teller(clause.head, clause)
    if main.i == clause.i or main.pos_ not in {"VERB", "AUX"}:
        return None
    if token.lower_ != "should" and clauses.modal(main) is None:
        return None
    condition = stretches.subtree(clause)
    return made((token.idx, condition[1]), main, clause, f"inverted {token.lower_}")


def _open_before(token: "Token", main: "Token") -> "Token":
    """Return the verb behind a modal that stands nearest before an inversion: "will kill, should they"."""
    if token.i < main.i or clauses.modal(main) is not None:
        return main
    before = [
        each
        for each in main.doc[main.i + 1 : token.i]
        if each.pos_ == "VERB" and clauses.modal(each) is not None
    ]
    return before[-1] if before else main


def behind_that(token: "Token") -> Conditional | None:
    """Read "known that should they do so, he would reconsider" by its comma."""
    if token.lower_ != "should" or word_before(token) != "that":
        return None
    return before_comma(token, "inverted should")


def _inverted_behind(token: "Token") -> bool:
    """Say whether "should" stands before its subject inside a sentence."""
    clause = token.head
    who = clauses.child(clause, *clauses.SUBJECTS)
    return (
        who is not None and token.i < who.i < clause.i and clause.dep_ in {"advcl", "ccomp", "conj"}
    )


def beyond_teller(verb: "Token", clause: "Token") -> "Token":
    """Return what is said where its teller stands between: "if attacked, he told us, we shall"."""
    above = verb.head
    told = verb.dep_ in {"ccomp", "parataxis"} and clause.i < verb.i < above.i
    if (
        not told
        or above.lemma_.lower() in line_words("voices", "telling")
        or verb.i + 1 == above.i
        or clauses.modal(verb) is not None
    ):
        return verb
    taken = {"ccomp", "xcomp", "parataxis"} & {each.dep_ for each in clauses.kids(verb)}
    apart = any(each.text == "," for each in verb.doc[verb.i : above.i])
    said = clauses.modal(above) is not None or above.pos_ == "AUX" or clauses.finite(above)
    return above if apart and said and not taken else verb


def turned(token: "Token") -> Conditional | None:  # noqa: PLR0911 - a list of cases
    """Return "would have joined had the front collapsed", an inversion behind its main clause."""
    words = part(token)
    before = [each for each in words if each.i < token.i]
    main = open_verb(before)
    if main is None or before[-1].is_punct or before[-1].lower_ in {"that", "and", "but"}:
        return None
    forms = {"VBN", "VBD", "VB"} if token.lower_ == "had" else {"VBN", "VB"}
    verb = next((each for each in words if each.i > token.i and each.tag_ in forms), None)
    if verb is None or (token.lower_ == "should" and verb.tag_ == "VBN"):
        return None
    between = [each for each in words if token.i < each.i < verb.i]
    if token.lower_ == "were" and (
        any(each.is_punct for each in between)
        or not between
        or between[0].pos_ not in {"DET", "PRON", "PROPN", "ADJ", "NOUN"}
        or (before[-1].pos_ in {"NOUN", "PROPN", "PRON"} and before[-1].dep_ in clauses.SUBJECTS)
    ):
        return None
    perfect = any(each.lower_ == "have" for each in main.children)
    if token.lower_ == "had" and not perfect:
        return None
    if not any(each.dep_ in clauses.SUBJECTS for each in between):
        return None
    if any(each.dep_ in clauses.SUBJECTS and each.head.i == token.i for each in before):
        return None
    return made((token.idx, end_of(words)), main, None, f"inverted {token.lower_}")
