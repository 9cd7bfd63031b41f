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
from detente.read.ahead.inverted import INVERTED, behind_that, beyond_teller, inverted
from detente.read.ahead.stakes import TYING, depends, or_else, tied
from detente.read.ahead.terms import term
from detente.read.ahead.timed import still_open
from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.done import events
from detente.read.done.act import Act
from detente.read.grammar import clauses, condition_phrases, stretches
from detente.read.grammar.condition_phrases import by_phrase
from detente.read.grammar.conditions import (
    Conditional,
    asking,
    by_comma,
    end_of,
    made,
    part,
    run_on,
    told_before,
)
from detente.read.text.neighbours import word_after, word_before

if TYPE_CHECKING:
    from spacy.tokens import Token


PLAIN = frozenset(("if", "unless", "provided", "providing", "supposing"))
_IDLE = frozenset(("then", "now", "recently", "need", "necessary", "possible"))
_SURPRISING = frozenset(("surprised", "surprising", "astonished", "astonishing"))
_AT_WILL = frozenset(("wish", "want", "choose", "like", "please", "must"))
OPEN_ONLY = frozenset(("until", "till", "once", "when", "after", "before", "while"))


_TRIGGERS = (
    PLAIN
    | OPEN_ONLY
    | INVERTED
    | condition_phrases.TRIGGERS
    | bargains.TRIGGERS
    | terms.TRIGGERS
    | TYING
)


def find(article: Article) -> tuple[Conditional, ...]:
    """Return the conditionals of an article, in order; one for each condition."""
    found: dict[tuple[int, int], Conditional] = {}
    for token in clauses.tokens(article.doc):
        if token.lower_ not in _TRIGGERS or (token.lower_ == "if" and _idle(token)):
            continue
        for each in (
            _clause(token) or by_comma(token) or run_on(token) or _behind_teller(token),
            behind_that(token) or inverted(token),
            by_phrase(token),
            or_else(token),
            depends(token) or tied(token),
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
    if word_after(token) in _IDLE:
        return None
    if not _taken_for_noun(token, clause) and clause.pos_ not in {"VERB", "AUX"}:
        return _elliptic(token)
    if clause.i < token.i:
        return _elliptic(token)
    if token.dep_ not in {"mark", "advmod", "prep"} or clause.dep_ in {"relcl", "ROOT"}:
        return None
    before = word_before(token)
    asked = token.i and token.lower_ == "if" and asking(token.doc[token.i - 1])
    if before == "as" or asked or (clause.dep_ == "ccomp" and asking(clause.head)):
        return None
    main = _main(clause)
    if main is None or not any(each.i == main.i for each in part(token)):
        return None  # beyond a semicolon, where commas must tell
    if word_before(token) == ":" and main.i < token.i:
        return None  # "made an offer: if he yielded, they would"
    if token.lower_ in OPEN_ONLY:
        main = _open_one(token, clause, main, before)
        if main is None:
            return None
    condition = stretches.subtree(clause)
    start = token.idx if before not in {"only", "even", "except"} else token.doc[token.i - 1].idx
    if condition[0] > start or start - condition[0] > 30:  # noqa: PLR2004 - words before the mark
        condition = (start, condition[1])
    return made((min(start, max(condition[0], start)), condition[1]), main, clause, token.lower_)


def _idle(token: "Token") -> bool:
    """Say whether "if" only guesses or grants: "would be surprised if they came", "if it must"."""
    clause = token.head
    main = clauses.head_verb(clause.head)
    said = clauses.child(main, "acomp")
    if main.lower_ == "surprised" or (said is not None and said.lower_ in _SURPRISING):
        return main.i < token.i
    alone = clause.i == token.i + 2 and stretches.subtree(clause)[1] == clause.idx + len(clause)
    even = word_before(token) == "even"
    return alone and not even and (clause.tag_ == "MD" or clause.lemma_ in _AT_WILL)


def _open_one(token: "Token", clause: "Token", main: "Token", before: str) -> "Token | None":
    """Return the verb that a clause of time is a condition of, if there is one.

    Where a parser hangs it on the verb of a relative clause or on a teller put in
    between, it is the one before: "ruled out a withdrawal from the strip it holds
    until", "will not talk, he said, until".
    """
    aside = told_before(token, main)
    if aside is not None:
        return aside if still_open(token, clause, aside, before) else None
    if main.dep_ == "relcl" and clauses.modal(main) is None and main.i < token.i:
        outer = clauses.head_verb(main.head)
        if outer.pos_ == "VERB" and outer.i < main.i and still_open(token, clause, outer, before):
            return outer
    if before == "only" and main.i < token.i and not still_open(token, clause, main, before):
        nearer = [each for each in token.doc[main.i + 1 : token.i] if _offered(each)]
        return nearer[-1] if nearer else None
    return main if still_open(token, clause, main, before) else None


def _offered(verb: "Token") -> bool:
    """Say whether a verb is open by itself: "could begin", "ready to negotiate"."""
    if clauses.modal(verb) is not None:
        return True
    return verb.dep_ == "xcomp" and verb.head.lower_ in {"ready", "willing", "prepared"}


def _behind_teller(token: "Token") -> Conditional | None:
    """Return "would stop, he said, once Israel stopped", where the condition was taken for the main clause."""
    clause = token.head
    if token.lower_ == "once" and clause.lower_ == "more" and clause.head.dep_ in clauses.SUBJECTS:
        clause = clause.head.head
        main = clause.head
        if clause.pos_ != "VERB" or main.pos_ != "VERB" or not main.i < token.i:
            return None
        end = stretches.subtree(clause)[1]
        return made((token.idx, end), main, clause, "once") if _offered(main) else None
    if token.lower_ not in OPEN_ONLY or clause.dep_ != "ROOT" or clause.i < token.i:
        return None
    said = told_before(token, clause)
    if said is None or not still_open(token, clause, said, ""):
        return None
    return made((token.idx, end_of(part(token))), said, None, token.lower_)


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
    if above.i == clause.i:
        return None
    if above.pos_ not in {"VERB", "AUX"}:
        above = clauses.head_verb(above)
    for _ in range(3):
        said = clauses.child(above, "ccomp")
        if (
            said is None
            or said.i > clause.i > above.i
            or said.i == clause.i
            or not clauses.finite(said)
            or (said.i < above.i and clauses.modal(above) is not None)
        ):
            break
        above = said
    while (
        above.dep_ == "xcomp" and above.head.pos_ in {"VERB", "AUX"} and not clauses.finite(above)
    ):
        above = above.head
    return beyond_teller(above, clause)
