"""A condition with what hangs on it, and the conditions that commas give back where a parser lost them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read.grammar import clauses, stretches

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


WILLING = frozenset(
    ("will", "would", "shall", "'ll", "'d", "wo", "can", "could", "may", "might", "ca")
)


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
    if main.dep_ == "xcomp" and main.tag_ == "VB":  # "was ready to withdraw if", "agreed to free"
        above = main.head if main.head.pos_ != "ADJ" else main.head.head
        if above.pos_ in {"VERB", "AUX"} and above.i < main.i:
            consequent = (min(consequent[0], stretches.whole(above)[0]), consequent[1])
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
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    after = token.doc[token.i + 1]
    bare = after.is_punct or after.lower_ in _BARE
    inside = token.dep_ == "mark" and token.head.dep_ in {"ccomp", "acl", "relcl"}
    if bare or inside:
        return None
    if before is not None and (before.lower_ in {"as", "what", "even"} or asking(before)):
        return None
    words = part(token)
    opening = before is None or before.text in _BEFORE_IF
    placed = _opening(token, words) if opening else _closing(token, words)
    if placed is None and before is not None and before.text == ",":
        placed = _closing(token, words)
    if placed is None:
        return None
    (start, end), rest = placed
    inside_it = [each for each in words if start <= each.idx < end]
    verbal = any(each.pos_ in {"VERB", "AUX"} for each in inside_it)
    taken = (
        token.dep_ == "mark" and token.head.dep_ == "advcl"
    )  # "if they so wished", "if it clears"
    verbal = verbal or (taken and start < token.head.idx < end)
    verbal = verbal or (len(inside_it) > 2 and inside_it[-1].tag_ == "NNS")  # noqa: PLR2004 - "if it moves"
    verbs = [each for each in rest if each.dep_ not in {"aux", "auxpass"}]
    plain = [each for each in verbs if each.dep_ not in {"advcl", "relcl"}]
    main = next(iter(plain if opening and plain else verbs), None)
    return made((start, end), main, None, token.lower_) if verbal and main is not None else None


def run_on(token: "Token") -> Conditional | None:
    """Read "If they refused he would march" by the pronoun before a modal, with no comma between."""
    if token.lower_ not in {"if", "unless"} or token.head.i < token.i:
        return None
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    if before is not None and before.text not in _BEFORE_IF:
        return None
    for each in token.doc[token.i + 2 : token.sent.end]:
        if each.is_punct and each.text != '"':
            return None
        if each.tag_ != "MD" or each.head.i < each.i:
            continue
        who = each.doc[each.i - 1]
        if who.tag_ != "PRP" or who.i < token.i + 3:  # "if he would"
            return None
        last = who.doc[who.i - 1]
        return made((token.idx, last.idx + len(last)), each.head, None, token.lower_)
    return None


def told_before(token: "Token", main: "Token") -> "Token | None":
    """Return what is said before a teller put in: "would stop, he said, once Israel stopped".

    Parameters
    ----------
    token : Token
        The word that opens the condition, behind the second comma.
    main : Token
        The verb that the parser hangs the condition on.
    """
    doc, place = token.doc, token.i - 1
    if place <= token.sent.start or doc[place].text != ",":
        return None
    words = [each for each in part(token) if each.i < place]
    commas = [each.i for each in words if each.text == ","]
    if not commas or place - commas[-1] > _ASIDE:
        return None
    aside = doc[commas[-1] + 1 : place]
    telling = {
        "say",
        "tell",
        "state",
        "intimate",
        "add",
        "insist",
        "warn",
        "report",
        "make",
        "write",
    }
    told = any(each.pos_ == "VERB" and each.lemma_.lower() in telling for each in aside)
    if not told or (aside[0].pos_ not in _NAMING and aside[0].lemma_ not in telling):
        return None
    if not commas[-1] < main.i < place and main.i < token.i:
        return None  # hung on the right one
    said = [each for each in words if each.i < commas[-1] and clauses.modal(each) is not None]
    return said[-1] if said else None


_ASIDE = 9  # words of "it is stated at the Quai d'Orsay"
_NAMING = frozenset(("PRON", "PROPN", "DET", "NOUN", "ADJ"))
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


def open_verb(words: "list[Token]") -> "Token | None":
    """Return the first verb behind "will", "would", "could" and the like."""
    for each in words:
        helper = clauses.modal(each)
        if helper is not None and helper.lower_ in WILLING:
            return each
    return None


def end_of(words: "list[Token]") -> int:
    """Return where the last word ends, punctuation left out."""
    last = next(
        (each for each in reversed(words) if not each.is_punct and not each.is_space), words[-1]
    )
    return last.idx + len(last)
