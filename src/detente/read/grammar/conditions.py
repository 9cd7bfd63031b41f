"""Conditions that are no clause of their own: "in exchange for", "without", "or face".

Also those that the parser loses and commas give back.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read.grammar import clauses, stretches
from detente.read.grammar.operators import own
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


ASKING = frozenset(
    [
        "ask",
        "know",
        "wonder",
        "see",
        "determine",
        "say",
        "tell",
        "decide",
        "doubt",
        "question",
        "inquire",
        "learn",
        "clear",
        "unclear",
        "check",
    ]
)
PHRASES = (
    ("in", "exchange", "for"),
    ("in", "return", "for"),
    ("in", "the", "event", "of"),
    ("in", "case", "of"),
    ("in", "the", "case", "of"),
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
    ("on", "the", "understanding", "that"),
    ("with", "the", "proviso", "that"),
    ("in", "so", "far", "as"),
    ("insofar", "as"),
)
_FIRST = frozenset(phrase[0] for phrase in PHRASES)
_LONGEST = max(map(len, PHRASES))
_HANGING = frozenset(
    form + end for form in ("depend", "hinge", "rest") for end in ("", "s", "d", "ed")
)
# a condition begins at one of these words, or not at all
TRIGGERS = _FIRST | _HANGING | {"if", "unless", "without", "or"}


@dataclass(frozen=True, slots=True)
class Conditional:
    """The places of a condition and of what hangs on it, in characters."""

    verb: "Token"
    start: int
    end: int
    condition_start: int
    condition_end: int
    rule: str


def made(
    condition: tuple[int, int], main: "Token", clause: "Token | None", rule: str
) -> Conditional:
    """Return the conditional of a condition and the verb of what hangs on it."""
    consequent = stretches.whole(main, skip=[clause] if clause is not None else [])
    if consequent[0] < condition[0] < consequent[1]:  # the condition stands inside
        consequent = (consequent[0], max(consequent[1], condition[1]))
    return Conditional(
        main, min(condition[0], consequent[0]), max(condition[1], consequent[1]), *condition, rule
    )


def asking(above: "Token") -> bool:
    """Say whether "if" behind this word stands for "whether"."""
    return above.lemma_.lower() in ASKING


def by_comma(token: "Token") -> Conditional | None:
    """Read "if" and "unless" by commas where the parser lost them."""
    if token.lower_ not in {"if", "unless"} or token.i + 2 >= token.sent.end:
        return None
    before = token.nbor(-1) if token.i > token.sent.start else None
    after = token.nbor(1)
    bare = after.is_punct or after.lower_ in _BARE
    inside = token.dep_ == "mark" and token.head.dep_ in {"ccomp", "acl", "relcl"}
    if bare or inside:
        return None
    if before is not None and (before.lower_ in {"as", "what", "even"} or asking(before)):
        return None
    words = part(token)
    opening = before is None or before.text in _BEFORE_IF
    placed = _opening(token, words) if opening else _closing(token, words)
    if placed is None:
        return None
    (start, end), rest = placed
    inside_it = [each for each in words if start <= each.idx < end]
    verbal = any(each.pos_ in {"VERB", "AUX"} for each in inside_it)
    verbal = verbal or (len(inside_it) > 2 and inside_it[-1].tag_ == "NNS")  # noqa: PLR2004 - "if it moves"
    main = next((each for each in rest if each.dep_ not in {"aux", "auxpass"}), None)
    return made((start, end), main, None, token.lower_) if verbal and main is not None else None


_BARE = frozenset(("not", "any", "necessary", "possible", "anything", "only", "ever", "so", "need"))
_BEFORE_IF = frozenset((",", ";", ":", '"', "—", "that", "But", "And"))


def part(token: "Token") -> "list[Token]":
    """Return the words of a sentence between semicolons that a word stands among."""
    words: list[Token] = []
    for each in token.sent:
        if each.text == ";":
            if each.i > token.i:
                break
            words = []
        else:
            words.append(each)
    return words


def _opening(token: "Token", words: "list[Token]") -> "tuple[tuple[int, int], list[Token]] | None":
    """Return a condition from its word to the next comma, and the verbs behind it."""
    comma = next((each for each in words if each.i > token.i and each.text == ","), None)
    if comma is None:
        return None
    rest = [each for each in words if each.i > comma.i and each.pos_ in {"VERB", "AUX"}]
    return (token.idx, comma.idx), rest


def _closing(token: "Token", words: "list[Token]") -> "tuple[tuple[int, int], list[Token]] | None":
    """Return a condition from its word to the end, and the verbs before it, the last first."""
    last = words[-1] if not words[-1].is_punct else words[-2]
    rest = [each for each in words if each.i < token.i and each.pos_ in {"VERB", "AUX"}]
    return (token.idx, last.idx + len(last)), rest[::-1]


def up_to_comma(token: "Token") -> Conditional | None:
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


def by_phrase(token: "Token") -> Conditional | None:
    """Read a phrase that stands for a condition: "in exchange for", "in the event of"."""
    word = token.lower_
    if word == "without" and token.dep_ == "prep":
        return _without(token)
    phrase = _phrase_at(token) if word in _FIRST else None
    if phrase is None:
        return None
    opens = token.i == token.sent.start and phrase[-1] == "as"
    led = before_comma(token, " ".join(phrase)) if opens else None
    return led or _hung(token, phrase)


def _hung(token: "Token", phrase: tuple[str, ...]) -> Conditional | None:
    """Read a phrase by the verb that it hangs on."""
    end = _phrase_end(token, token.doc[token.i + len(phrase) - 1])
    if end is None or token.idx >= end or _of_speaking(token, phrase):
        return None
    main = clauses.head_verb(token.head if token.head is not token else token)
    if main.pos_ not in {"VERB", "AUX"} or (token.i <= main.i and main.idx < end):
        main = token.sent.root
    if not any(each.i == main.i for each in part(token)):  # beyond a semicolon
        verbs = [each for each in part(token) if each.pos_ in {"VERB", "AUX"} and each.i < token.i]
        main = next((each for each in verbs[::-1] if clauses.finite(each)), main)
    if main.pos_ not in {"VERB", "AUX"} or token.idx <= main.idx < end:
        return None
    past = {"done", "infinitive"} if "soon" in phrase else {"done"}
    if phrase[-1] in {"as", "case"} and own(main, lexicon())[0] in past:
        return None
    return made((token.idx, end), main, None, " ".join(phrase))


def _of_speaking(token: "Token", phrase: tuple[str, ...]) -> bool:
    """Say whether it is how somebody came to speak: "on condition of anonymity"."""
    ahead = token.doc[token.i : token.i + len(phrase) + _UNNAMED_FAR]
    return "condition" in phrase and any(each.lemma_.lower() in _UNNAMED for each in ahead)


_UNNAMED = frozenset(("anonymity", "anonymous", "unnamed", "name", "identify", "identified"))
_UNNAMED_FAR = 7


def _phrase_at(token: "Token") -> tuple[str, ...] | None:
    ahead = tuple(each.lower_ for each in token.doc[token.i : token.i + _LONGEST])
    return next((phrase for phrase in PHRASES if ahead[: len(phrase)] == phrase), None)


def before_comma(token: "Token", rule: str) -> Conditional | None:
    """Read "As soon as the snow melts, the army will move" by its comma and the modal behind it."""
    words = part(token)
    comma = next((each for each in words if each.i > token.i and each.text == ","), None)
    main = next(
        (
            each
            for each in words
            if comma is not None and each.i > comma.i and clauses.modal(each) is not None
        ),
        None,
    )
    if comma is None or main is None:
        return None
    return made((token.idx, comma.idx), main, None, rule)


def _phrase_end(first: "Token", last: "Token") -> int | None:
    """Return where the noun or clause behind a phrase ends."""
    doc = first.doc
    if last.i + 1 >= len(doc):
        return None
    ends = [
        stretches.subtree(each)[1] for each in (*last.children, *first.children) if each.i > last.i
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
    return stretches.subtree(top)[1]


_GRANTED = frozenset(
    ("help", "guarantee", "consent", "approval", "support", "backing", "mandate", "permission",
     "agreement", "assurance", "concession", "promise", "ceasefire", "truce", "withdrawal", "deal",
     "protection", "recognition", "aid", "compensation", "apology", "vote", "resolution")
)  # fmt: skip
_HOPELESS = frozenset(("possible", "impossible", "unthinkable", "hopeless", "inconceivable"))
_IDLE = frozenset(
    ("doubt", "question", "exception", "delay", "warning", "hesitation", "notice", "comment", "loss",
     "difficulty", "effort", "trouble", "reservation", "fear", "incident", "word", "fail")
)  # fmt: skip


def _without(token: "Token") -> Conditional | None:  # noqa: C901, PLR0911 - a list of cases
    """Without X, Y could not: a condition where the main clause is modal."""
    thing = clauses.child(token, "pobj", "pcomp")
    if thing is not None and thing.lemma_.lower() in _IDLE:
        return None
    held = token.head if token.head.pos_ == "AUX" else token.head.head
    said = clauses.child(held, "acomp")
    if said is not None and said.lower_ in _HOPELESS and held.tag_ in {"VBZ", "VBP"}:
        return made((token.idx, stretches.subtree(token)[1]), held, None, "without")
    main = clauses.head_verb(token.head)
    above = main.head
    if main.dep_ == "xcomp" and above.lemma_ in {"refuse", "decline"} and main.tag_ == "VB":
        if thing is None or clauses.lemma(thing) not in _GRANTED:
            return None
        return made((token.idx, stretches.subtree(token)[1]), above, None, "without")
    if main.pos_ not in {"VERB", "AUX"} or clauses.modal(main) is None:
        return None
    if clauses.modal(main).lower_ not in {"would", "could", "will", "can", "ca", "wo", "might"}:  # type: ignore[union-attr] # seen above
        return None
    if token.i > main.i:
        denied = clauses.negated(main) or clauses.negated(clauses.subject(main) or main)
        who = clauses.subject(main)
        denied |= who is not None and who.lower_ in {"nothing", "nobody", "none"}
        named = token.head
        if named.i != main.i and named.dep_ in {"attr", "dobj"} and named.head.i == main.i:
            denied = any(each.lower_ == "no" for each in named.lefts)  # "no talks without a truce"
        elif named.i != main.i:
            return None
        if not denied or main.lemma_ == "do":
            return None
        return made((token.idx, stretches.subtree(token)[1]), main, None, "without")
    opens = token.i == token.sent.start or token.nbor(-1).text in {
        ",",
        ";",
        "—",
        "that",
        "and",
        "but",
        '"',
    }
    if not opens or token.head.pos_ not in {"VERB", "AUX"}:
        return None
    return made((token.idx, stretches.subtree(token)[1]), main, None, "without")
