"""If P then Q: conditionals, with both halves.

A conditional is a clause behind if, unless, provided that, as long as..., an
inverted one ("should talks fail", "had they landed"), or a phrase that stands
for one ("in exchange for", "in the event of", "without"). Until, once, when and
after make one only where the main clause isn't told as past.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read import clauses, events
from detente.read.acts import Act
from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.modality import own
from detente.read.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

PLAIN = frozenset(("if", "unless", "provided", "providing", "lest", "supposing"))
OPEN_ONLY = frozenset(("until", "till", "once", "when", "after", "before", "while"))
ASKING = frozenset(
    "ask know wonder see determine say tell decide doubt question inquire learn clear unclear check".split()
)
PHRASES = (
    ("in", "exchange", "for"),
    ("in", "return", "for"),
    ("in", "the", "event", "of"),
    ("in", "case", "of"),
    ("in", "the", "event", "that"),
    ("on", "condition", "that"),
    ("on", "the", "condition", "that"),
    ("on", "condition", "of"),
    ("as", "the", "price", "of"),
    ("as", "a", "condition", "for"),
    ("as", "a", "condition", "of"),
    ("conditional", "on"),
    ("conditional", "upon"),
    ("contingent", "on"),
    ("contingent", "upon"),
    ("in", "case"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("as", "soon", "as"),
    ("so", "soon", "as"),
    ("subject", "to"),
    ("assuming", "that"),
    ("corresponding", "to"),
    ("commensurate", "with"),
    ("depending", "on"),
    ("in", "the", "absence", "of"),
)
CLAUSAL = frozenset(("in", "as", "on", "so", "assuming"))


@dataclass(frozen=True, slots=True)
class Conditional:
    """The places of a condition and of what hangs on it, in characters."""

    verb: "Token"
    start: int
    end: int
    condition_start: int
    condition_end: int
    rule: str


def find(article: Article) -> tuple[Conditional, ...]:
    """Return the conditionals of an article, in order; one for each condition."""
    found: dict[tuple[int, int], Conditional] = {}
    for token in article.doc:
        for each in (
            _clause(token) or _placed(token),
            _inverted(token),
            _phrase(token),
            _or_else(token),
            _depends(token),
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
        )


def _made(
    condition: tuple[int, int], main: "Token", clause: "Token | None", rule: str
) -> Conditional:
    consequent = clauses.whole(main, skip=[clause] if clause is not None else [])
    if consequent[0] < condition[0] < consequent[1]:  # the condition stands inside
        consequent = (consequent[0], max(consequent[1], condition[1]))
    return Conditional(
        main, min(condition[0], consequent[0]), max(condition[1], consequent[1]), *condition, rule
    )


def _clause(token: "Token") -> Conditional | None:
    if token.lower_ not in PLAIN and token.lower_ not in OPEN_ONLY:
        return None
    clause = token.head
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"then", "now", "recently"}:
        return None
    if clause.pos_ not in {"VERB", "AUX"} or clause.i < token.i:
        return _elliptic(token)
    if token.dep_ not in {"mark", "advmod", "prep"} or clause.dep_ in {"relcl", "ROOT"}:
        return None
    before = token.nbor(-1).lower_ if token.i else ""
    if before == "as" or (clause.dep_ == "ccomp" and _asking(clause.head)):
        return None
    main = _main(clause)
    if main is None:
        return None
    if token.lower_ in OPEN_ONLY and not _open(token, clause, main, before):
        return None
    condition = clauses.subtree(clause)
    start = token.idx if before not in {"only", "even", "except"} else token.nbor(-1).idx
    if condition[0] > start or start - condition[0] > 30:  # noqa: PLR2004 - words before the mark
        condition = (start, condition[1])
    return _made((min(start, max(condition[0], start)), condition[1]), main, clause, token.lower_)


def _placed(token: "Token") -> Conditional | None:
    """Read "if" and "unless" by commas where the parser lost them."""
    if token.lower_ not in {"if", "unless", "provided", "providing"} or token.i + 2 >= token.sent.end:
        return None
    before = token.nbor(-1) if token.i > token.sent.start else None
    after = token.nbor(1)
    if token.lower_.startswith("provid") and (before is None or before.text != ","):
        return None
    if before is not None and (before.lower_ in {"as", "what", "even"} or _asking(before)):
        return None
    if token.dep_ == "mark" and token.head.dep_ in {"ccomp", "acl", "relcl"}:
        return None
    if after.lower_ in {"not", "any", "necessary", "possible", "anything", "only", "ever", "so"} or after.is_punct:
        return None
    sentence = token.sent
    if before is None or token.lower_ in {"if", "unless"} and before.text in {",", ";", ":", '"', "—", "that", "But", "And"}:
        comma = next((each for each in sentence if each.i > token.i and each.text == ","), None)
        if comma is None:
            return None
        condition = (token.idx, comma.idx)
        rest = [each for each in sentence if each.i > comma.i and each.pos_ in {"VERB", "AUX"}]
    else:
        last = sentence[-1] if not sentence[-1].is_punct else sentence[-2]
        condition = (token.idx, last.idx + len(last))
        rest = [each for each in sentence if each.i < token.i and each.pos_ in {"VERB", "AUX"}]
        rest = rest[::-1]
    if not any(each.pos_ in {"VERB", "AUX"} for each in sentence if condition[0] <= each.idx < condition[1]):
        return None
    main = next((each for each in rest if each.dep_ not in {"aux", "auxpass"}), None)
    return _made(condition, main, None, token.lower_) if main is not None else None


def _depends(token: "Token") -> Conditional | None:
    """Read "the loan depended on withdrawal": one act made the condition of another."""
    if token.lemma_ not in {"depend", "hinge", "rest"} or token.pos_ != "VERB":
        return None
    who = clauses.subject(token)
    on = next((each for each in token.children if each.dep_ == "prep" and each.lower_ in {"on", "upon"}), None)
    if who is None or on is None:
        return None
    nouns = lexicon().nouns
    what = clauses.child(on, "pobj", "pcomp")
    if what is None or not (clauses.lemma(who) in nouns and (clauses.lemma(what) in nouns or what.dep_ == "pcomp")):
        return None
    return _made(clauses.subtree(on), token, None, "depends on")


def _elliptic(token: "Token") -> Conditional | None:
    """Unless and until before a noun or participle: "until a ceasefire", "unless attacked"."""
    if token.lower_ != "unless" or token.i + 1 >= len(token.doc):
        return None
    main = clauses.head_verb(token.head)
    if main.pos_ not in {"VERB", "AUX"}:
        return None
    return _made((token.idx, clauses.subtree(token.head)[1]), main, None, "unless")


def _asking(above: "Token") -> bool:
    return above.lemma_.lower() in ASKING


def _main(clause: "Token") -> "Token | None":
    """Return the verb of the clause that a condition belongs to.

    Behind a verb of saying it is the thing said: "warned it would strike if...".
    """
    above = clause.head
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
    return above


def _open(token: "Token", clause: "Token", main: "Token", before: str) -> bool:
    """Say whether a temporal clause is a condition: its main clause still open, or "only" before it."""
    status, _ = own(main, lexicon())
    if status in {"infinitive", "participle"} and main.head is not main:
        status, _ = own(clauses.head_verb(main.head), lexicon())
    word = token.lower_
    if word in {"when", "after", "before", "while"}:
        if before == "only":
            return status not in {"done"}
        if word == "while" and (main.lemma_.lower() in {"refuse", "decline"} or (clauses.negated(main) and clauses.modal(main) is not None)):
            return True
        helper = clauses.modal(main)
        if helper is None or helper.lower_ not in {"will", "wo", "can", "ca", "must", "shall", "'ll", "would"}:
            return False
        if word == "before":
            return clauses.negated(main) or helper.lower_ == "must"
        return word == "when" and helper.lower_ in {"will", "'ll", "shall"} and clause.tag_ in {"VBZ", "VBP", "VBN"}
    future = status in {"planned", "ruled_out", "demanded", "possible", "threatened"}
    if word in {"once"}:
        helper = clauses.modal(main)
        return future and helper is not None and helper.lower_ in {"will", "would", "can", "'ll", "may", "must"}
    refusing = main.lemma_.lower() in {"refuse", "vow", "insist", "pledge", "threaten", "continue"}
    return (
        future
        or clauses.negated(main)
        and status != "done"
        or (refusing and clauses.finite(clause))
    )


def _inverted(token: "Token") -> Conditional | None:
    """Should, had or were before its subject at the head of a clause."""
    if token.lower_ not in {"should", "had", "were"} or token.dep_ not in {
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
        condition = clauses.subtree(clause)
        if main is not clause and main.pos_ in {"VERB", "AUX"}:
            return _made((token.idx, condition[1]), main, clause, "inverted should")
    if (
        token.i
        and token.nbor(-1).text not in {",", ";", ".", '"', ":", "—", "and", "but", "that"}
        and not token.nbor(-1).is_space
    ):
        return None
    sentence = token.sent
    if token.i == sentence.start and sentence.text.rstrip()[-1:] != "?":
        placed = _up_to_comma(token)
        if placed is not None:
            return placed
    clause = token.head if token.dep_ in {"aux", "auxpass"} else token
    who = clauses.child(clause, *clauses.SUBJECTS)
    if who is None or who.i < token.i or clause.i < token.i:
        return None
    main = clause.head
    if main is clause or main.pos_ not in {"VERB", "AUX"}:
        return None
    if token.lower_ != "should" and clauses.modal(main) is None:
        return None
    condition = clauses.subtree(clause)
    return _made((token.idx, condition[1]), main, clause, f"inverted {token.lower_}")


def _inverted_behind(token: "Token") -> bool:
    """Say whether "should" stands before its subject inside a sentence."""
    clause = token.head
    who = clauses.child(clause, *clauses.SUBJECTS)
    return (
        who is not None and token.i < who.i < clause.i and clause.dep_ in {"advcl", "ccomp", "conj"}
    )


def _up_to_comma(token: "Token") -> Conditional | None:
    """Read "Should talks fail, ..." by its comma, however it was parsed."""
    sentence = token.sent
    comma = next((each for each in sentence if each.text == "," and each.i > token.i + 2), None)
    if comma is None:
        return None
    rest = [
        each
        for each in sentence
        if each.i > comma.i
        and (clauses.modal(each) is not None or each.tag_ in {"MD", "VBZ", "VBP"})
    ]
    if not rest:
        return None
    main = next((each for each in rest if each.tag_ != "MD"), rest[0])
    last = sentence[-1] if not sentence[-1].is_punct else sentence[-2]
    end = last.idx + len(last)
    return Conditional(main, token.idx, end, token.idx, comma.idx, f"inverted {token.lower_}")


def _phrase(token: "Token") -> Conditional | None:
    word = token.lower_
    if word == "without" and token.dep_ == "prep":
        return _without(token)
    if word not in _FIRST:
        return None
    doc = token.doc
    for phrase in PHRASES:
        if (
            phrase[0] == word
            and tuple(each.lower_ for each in doc[token.i : token.i + len(phrase)]) == phrase
        ):
            last = doc[token.i + len(phrase) - 1]
            break
    else:
        return None
    end = _phrase_end(token, last)
    if end is None:
        return None
    main = clauses.head_verb(token.head if token.head is not token else token)
    if not token.idx < end:
        return None
    if main.pos_ not in {"VERB", "AUX"} or token.i <= main.i and main.idx < end:
        main = token.sent.root
    if main.pos_ not in {"VERB", "AUX"} or token.idx <= main.idx < end:
        return None
    if phrase[-1] in {"as", "case"} and own(main, lexicon())[0] == "done":
        return None
    return _made((token.idx, end), main, None, " ".join(phrase))


_FIRST = frozenset(phrase[0] for phrase in PHRASES)


def _phrase_end(first: "Token", last: "Token") -> int | None:
    """Return where the noun or clause behind a phrase ends."""
    doc = first.doc
    if last.i + 1 >= len(doc):
        return None
    ends = [
        clauses.subtree(each)[1] for each in (*last.children, *first.children) if each.i > last.i
    ]
    if ends:
        return max(ends)
    following = doc[last.i + 1]
    top = following
    for _ in range(6):
        if top.head.i > last.i and top.head.i < first.sent.end and top.head is not top:
            top = top.head
        else:
            break
    return clauses.subtree(top)[1]


def _without(token: "Token") -> Conditional | None:
    """Without X, Y could not: a condition where the main clause is modal."""
    main = clauses.head_verb(token.head)
    if main.pos_ not in {"VERB", "AUX"} or clauses.modal(main) is None:
        return None
    if clauses.modal(main).lower_ not in {"would", "could", "will", "can", "ca", "wo", "might"}:  # type: ignore[union-attr] # seen above
        return None
    opens = token.i == token.sent.start or token.nbor(-1).text in {",", ";", "—", "that", "and", "but", '"'}
    if token.i > main.i or not opens or token.head.pos_ not in {"VERB", "AUX"}:
        return None
    return _made((token.idx, clauses.subtree(token)[1]), main, None, "without")


def _or_else(token: "Token") -> Conditional | None:
    """Do this or face that: "must withdraw or face sanctions"."""
    if token.lower_ != "or" or token.i + 1 >= len(token.doc):
        return None
    second = next(
        (each for each in token.head.children if each.dep_ == "conj" and each.i > token.i), None
    )
    first = token.head
    if second is None or second.lemma_.lower() not in {
        "face",
        "risk",
        "suffer",
        "see",
        "be",
        "bear",
        "lose",
    }:
        return None
    if first.pos_ != "VERB" or first.tag_ in {"VBD", "VBZ"}:
        return None
    if second.lemma_ == "be" and token.nbor(1).lower_ != "be":
        return None
    condition = clauses.whole(first)
    return Conditional(second, condition[0], clauses.subtree(second)[1], *condition, "or face")
