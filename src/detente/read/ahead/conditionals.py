"""If P then Q: conditionals, with both halves.

A conditional is a clause behind if, unless, provided that, as long as..., an
inverted one ("should talks fail", "had they landed"), or a phrase that stands
for one ("in exchange for", "in the event of", "without"). Until, once, when and
after make one only where the main clause isn't told as past.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.ahead import bargains, terms
from detente.read.ahead.bargains import bargain
from detente.read.ahead.stakes import depends, or_else
from detente.read.ahead.terms import term
from detente.read.ahead.timed import still_open
from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.done import events
from detente.read.done.act import Act
from detente.read.grammar import clauses, conditions, stretches
from detente.read.grammar.conditions import (
    Conditional,
    asking,
    before_comma,
    by_comma,
    by_phrase,
    made,
    part,
    up_to_comma,
)
from detente.read.text.words import line_words

if TYPE_CHECKING:
    from spacy.tokens import Token


PLAIN = frozenset(("if", "unless", "provided", "providing", "lest", "supposing"))
_IDLE = frozenset(("then", "now", "recently", "need", "necessary", "possible"))
OPEN_ONLY = frozenset(("until", "till", "once", "when", "after", "before", "while"))


_INVERTED = frozenset(("should", "had", "were"))
_TRIGGERS = PLAIN | OPEN_ONLY | _INVERTED | conditions.TRIGGERS | bargains.TRIGGERS | terms.TRIGGERS


def find(article: Article) -> tuple[Conditional, ...]:
    """Return the conditionals of an article, in order; one for each condition."""
    found: dict[tuple[int, int], Conditional] = {}
    for token in clauses.tokens(article.doc):
        if token.lower_ not in _TRIGGERS:
            continue
        for each in (
            _clause(token) or by_comma(token),
            _behind_that(token) or _inverted(token),
            by_phrase(token),
            or_else(token),
            depends(token),
            bargain(token),
            term(token),
        ):
            if each is not None:
                found.setdefault((each.condition_start, each.condition_end), each)
    kept: list[Conditional] = []
    for each in sorted(
        found.values(), key=lambda item: (item.condition_start, -item.condition_end)
    ):
        if not kept or each.condition_start >= kept[-1].condition_end:
            kept.append(each)
    return tuple(kept)


def claims(
    article: Article, acts: tuple[Act, ...], found: tuple[Conditional, ...]
) -> Iterator[Claim]:
    """Yield each conditional, made of the acts in its halves."""
    for each in found:
        halves = [act for act in acts if each.start <= act.head.idx < each.end]
        then = next(
            (
                act
                for act in halves
                if not each.condition_start <= act.head.idx < each.condition_end
            ),
            None,
        )
        yield article.claim(
            "conditional",
            each.start,
            each.end,
            rule=each.rule,
            condition=article.document.text[each.condition_start : each.condition_end],
            actor=then.actor if then else None,
            action=then.action if then else None,
            event=then.event if then else None,
            target=then.target if then else None,
            status=then.status if then else None,
            because=tuple(events.identity(article, act) for act in halves),
            inferred=then.inferred if then else (),
        )


def _clause(token: "Token") -> Conditional | None:  # noqa: C901, PLR0911 - a list of cases
    if token.lower_ not in PLAIN and token.lower_ not in OPEN_ONLY:
        return None
    clause = token.head
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in _IDLE:
        return None
    if not _taken_for_noun(token, clause) and clause.pos_ not in {"VERB", "AUX"}:
        return _elliptic(token)
    if clause.i < token.i:
        return _elliptic(token)
    if token.dep_ not in {"mark", "advmod", "prep"} or clause.dep_ in {"relcl", "ROOT"}:
        return None
    before = token.nbor(-1).lower_ if token.i else ""
    asked = token.i and token.lower_ == "if" and asking(token.nbor(-1))
    if before == "as" or asked or (clause.dep_ == "ccomp" and asking(clause.head)):
        return None
    main = _main(clause)
    if main is None or not any(each.i == main.i for each in part(token)):
        return None  # beyond a semicolon, where commas must tell
    if token.i and token.nbor(-1).text == ":" and main.i < token.i:
        return None  # "made an offer: if he yielded, they would"
    if token.lower_ in OPEN_ONLY and not still_open(token, clause, main, before):
        return None
    condition = stretches.subtree(clause)
    start = token.idx if before not in {"only", "even", "except"} else token.nbor(-1).idx
    if condition[0] > start or start - condition[0] > 30:  # noqa: PLR2004 - words before the mark
        condition = (start, condition[1])
    return made((min(start, max(condition[0], start)), condition[1]), main, clause, token.lower_)


def _taken_for_noun(token: "Token", clause: "Token") -> bool:
    """Say whether a verb was taken for a plural behind "if": "if Russia attacks"."""
    known = token.lower_ in PLAIN | {"until", "till", "once"}
    return known and clause.dep_ == "advcl" and clause.tag_ in {"NNS", "NNPS"}


def _elliptic(token: "Token") -> Conditional | None:
    """Unless and until before a noun or participle: "until a ceasefire", "unless attacked"."""
    if token.lower_ in {"until", "till"} and token.dep_ == "prep":
        return _until_noun(token)
    if token.lower_ != "unless" or token.i + 1 >= len(token.doc):
        return None
    main = clauses.head_verb(token.head)
    if main.pos_ not in {"VERB", "AUX"}:
        return None
    return made((token.idx, stretches.subtree(token.head)[1]), main, None, "unless")


def _until_noun(token: "Token") -> Conditional | None:
    """Return "until Armenia withdraws" where the verb was taken for a noun."""
    noun = clauses.child(token, "pobj")
    named = noun is not None and any(
        each.dep_ == "compound" and each.pos_ == "PROPN" for each in noun.lefts
    )
    main = _main(noun) if noun is not None and noun.tag_ == "NNS" and named else None
    if noun is None or main is None or main.pos_ not in {"VERB", "AUX"}:
        return None
    if not still_open(token, noun, main, ""):
        return None
    return made((token.idx, stretches.subtree(token)[1]), main, None, "until")


def _main(clause: "Token") -> "Token | None":
    """Return the verb of the clause that a condition belongs to.

    Behind a verb of saying it is the thing said: "warned it would strike if...".
    """
    above = clause.head
    if above.dep_ == "prep" and clause.dep_ == "pobj":
        above = above.head
    if above is clause:
        return None
    if above.pos_ not in {"VERB", "AUX"}:
        above = clauses.head_verb(above)
    for _ in range(3):
        said = clauses.child(above, "ccomp")
        if (
            said is None
            or said.i > clause.i > above.i
            or said is clause
            or not clauses.finite(said)
        ):
            break
        above = said
    while (
        above.dep_ == "xcomp" and above.head.pos_ in {"VERB", "AUX"} and not clauses.finite(above)
    ):
        above = above.head
    return _beyond_teller(above, clause)


def _beyond_teller(verb: "Token", clause: "Token") -> "Token":
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


def _inverted(token: "Token") -> Conditional | None:  # noqa: PLR0911 - a list of cases
    """Read "should", "had" or "were" before its subject at the head of a clause."""
    if token.lower_ not in _INVERTED or token.dep_ not in {
        "aux",
        "auxpass",
        "ROOT",
        "advcl",
        "ccomp",
    }:
        return None
    if token.lower_ == "should" and token.dep_ == "aux" and _inverted_behind(token):
        clause = token.head
        main = clause.head if clause.head is not clause else clause
        condition = stretches.subtree(clause)
        if main is not clause and main.pos_ in {"VERB", "AUX"}:
            open_one = _open_before(token, main)
            return made((token.idx, condition[1]), open_one, clause, "inverted should")
    if (
        token.i
        and token.nbor(-1).text not in {",", ";", ".", '"', ":", "—", "and", "but", "that"}
        and not token.nbor(-1).is_space
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
    main = _beyond_teller(clause.head, clause)
    if main is clause or main.pos_ not in {"VERB", "AUX"}:
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


def _behind_that(token: "Token") -> Conditional | None:
    """Read "known that should they do so, he would reconsider" by its comma."""
    if token.lower_ != "should" or not token.i or token.nbor(-1).lower_ != "that":
        return None
    return before_comma(token, "inverted should")


def _inverted_behind(token: "Token") -> bool:
    """Say whether "should" stands before its subject inside a sentence."""
    clause = token.head
    who = clauses.child(clause, *clauses.SUBJECTS)
    return (
        who is not None and token.i < who.i < clause.i and clause.dep_ in {"advcl", "ccomp", "conj"}
    )
