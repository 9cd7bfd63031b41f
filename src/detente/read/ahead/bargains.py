"""Conditions without "if": "comply, or we march", "lift it and we will talk", "failing an answer".

Each function looks at one word and returns the conditional that it makes, if any.
"""

from typing import TYPE_CHECKING

from detente.read.ahead.inverted import turned
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import WILLING, Conditional, end_of, made, open_verb, part
from detente.read.text.neighbours import word_after, word_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_MUST = frozenset(("must", "should", "shall", "had", "has", "have", "need", "ought"))
_PREPOSED = frozenset(("failing", "absent", "barring", "given", "assuming", "supposing"))
_OPENERS = frozenset((",", ";", ":", "—", "that", '"', "and", "but", "yet"))
_DEMANDING = frozenset(("demand", "insist", "urge", "require", "implore"))
_SHORTEST = 3  # words of "it will end"
_NEAR = 5  # words of a short subject before its modal
_TERMS = frozenset(
    ("day", "days", "week", "weeks", "month", "months", "hours", "time", "deadline", "ultimatum",
     "order", "orders", "given", "gave", "give", "until")
)  # fmt: skip
_HELP = frozenset(
    ("support", "help", "aid", "backing", "protection", "guarantee", "veto", "presence", "pressure",
     "intervention", "fear", "lack", "treaty", "alliance", "weapon", "sanction")
)  # fmt: skip
_SOON = frozenset(("moment", "instant", "minute", "day"))


def bargain(token: "Token") -> Conditional | None:
    """Return the conditional that a word without "if" makes, None for most words."""
    look = _LOOKS.get(token.lower_)
    return look(token) if look is not None else None


def _or(token: "Token") -> Conditional | None:
    """Return "Serbia must comply, or Austria will march"; also behind "or else", "otherwise"."""
    words = part(token)
    before = [each for each in token.sent if each.i < token.i]
    after = [each for each in words if each.i > token.i]
    second = open_verb(after)
    if second is None or not before or clauses.child(second, *clauses.SUBJECTS) is None:
        return None
    first = next(
        (
            each
            for each in before
            if each.pos_ in {"VERB", "AUX"}
            and (
                _bidden(each)
                or "either" in {far.lower_ for far in before[:2]}
                or (token.lower_ == "otherwise" and each.lemma_ in _DEMANDING)
            )
            and each.i < second.i
        ),
        None,
    )
    either = bool(before) and "either" in {each.lower_ for each in before[:2]}
    if first is None or (token.lower_ == "or" and second.head.i != first.i and not either):
        return None
    start, end = stretches.whole(first)
    return Conditional(second, start, max(end_of(after), end), start, end, token.lower_)


def _bidden(verb: "Token") -> bool:
    """Say whether a verb tells what somebody must do: "must comply", "comply!"."""
    helper = clauses.modal(verb)
    if helper is not None:
        return helper.lower_ in _MUST
    above = verb.head
    has_to = verb.dep_ == "xcomp" and above.lemma_ in {"have", "need", "order", "tell"}
    given = verb.dep_ in {"acl", "relcl", "advcl", "xcomp"} and verb.tag_ == "VB"
    given = given and (above.ent_type_ in {"DATE", "TIME"} or above.lower_ in _TERMS)
    return has_to or given or _imperative(verb)


def _imperative(verb: "Token") -> bool:
    if verb.tag_ != "VB" or clauses.child(verb, *clauses.SUBJECTS, "aux") is not None:
        return False
    first = verb.left_edge.i
    return first == verb.sent.start or verb.doc[first - 1].text in {'"', ";", ":"}


def _and(token: "Token") -> Conditional | None:
    """Return "Lift the blockade and we will talk", "one more shell and the truce is over"."""
    first = token.head
    second = next(
        (each for each in first.children if each.dep_ == "conj" and each.i > token.i), None
    )
    if second is None or clauses.child(second, *clauses.SUBJECTS) is None:
        return _and_by_words(token)
    opening = token.doc[first.left_edge.i : token.i]
    more = [each.lower_ for each in opening[:2]]
    once_more = more[1:] == ["more"] and more[0] in {"one", "two", "once"}
    once_more = once_more or more[:1] == ["another"]
    bids = _imperative(first) and clauses.modal(second) is not None
    present = second.tag_ in {"VBZ", "VBP"} or clauses.modal(second) is not None
    if not bids and not (once_more and present and first.pos_ not in {"VERB", "AUX"}):
        return None
    start, end = opening[0].idx, opening[-1].idx + len(opening[-1])
    return Conditional(second, start, stretches.whole(second)[1], start, end, "and")


def _preposed(token: "Token") -> Conditional | None:
    """Return "failing an answer by noon, the guns will open fire"."""
    words = part(token)
    if token.lower_ == "failing" and token.i + 1 < token.sent.end and word_after(token) == "which":
        return _failing_which(token, words)
    first = token.i == words[0].i
    if not first and word_before(token) not in _OPENERS:
        return None
    after = word_after(token) if token.i + 1 < token.sent.end else "the"
    if after in {"the", "that"} and (token.lower_ == "given" or token.i + 1 >= token.sent.end):
        return None
    behind = not first and word_before(token) == ","
    main = open_verb([each for each in words if each.i < token.i]) if behind else None
    if main is not None:
        return made((token.idx, end_of(words)), main, None, token.lower_)
    comma = next((each for each in words if each.i > token.i + 1 and each.text == ","), None)
    within = behind and word_before(token, 2) not in _OPENERS  # but "that, absent a deal, it would"
    if comma is None or within:
        return None
    main = open_verb([each for each in words if each.i > comma.i])
    return made((token.idx, comma.idx), main, None, token.lower_) if main else None


def _failing_which(token: "Token", words: "list[Token]") -> Conditional | None:
    """Return "called on him to yield, failing which they would act"."""
    main = open_verb([each for each in words if each.i > token.i])
    first = next((each for each in words if each.i < token.i and each.pos_ == "VERB"), None)
    if main is None or first is None:
        return None
    start, end = stretches.whole(first)
    return Conditional(main, start, end_of(words), start, end, "failing which")


def _and_by_words(token: "Token") -> Conditional | None:
    """Return "Free the hostages and the war will end", however it was parsed."""
    words = [each for each in part(token) if not each.is_space and each.text != '"']
    after = [each for each in words if each.i > token.i]
    if words[0].tag_ != "VB" or words[0].i >= token.i or len(after) < _SHORTEST:
        return None
    if any(each.is_punct or each.tag_ == "MD" for each in words if each.i < token.i):
        return None
    helper = next((each for each in after if each.tag_ == "MD"), None)
    if helper is None or helper.lower_ not in WILLING or helper.i - token.i > _NEAR:
        return None
    if any(each.is_punct or each.pos_ == "VERB" for each in after if each.i < helper.i):
        return None
    if helper.i == token.i + 1 or helper.head.i < helper.i:
        return None
    end = stretches.whole(helper.head)[1]
    start = words[0].idx
    last = token.doc[token.i - 1]
    return Conditional(helper.head, start, end, start, last.idx + len(last), "and")


def _but_for(token: "Token") -> Conditional | None:
    """Return "But for the winter, the Finns would have lost"."""
    words = part(token)
    if token.i + 2 >= token.sent.end or word_after(token) != "for":
        return None
    comma = next((each for each in words if each.i > token.i and each.text == ","), None)
    main = open_verb([each for each in words if comma is not None and each.i > comma.i])
    if comma is None or main is None:
        return None
    thing = clauses.child(token.doc[token.i + 1], "pobj")
    had = any(each.lower_ == "have" for each in main.children)
    helped = thing is not None and thing.lemma_.lower() in _HELP
    if not had and not helped:
        return None
    return made((token.idx, comma.idx), main, None, "but for")


def _short_of(token: "Token") -> Conditional | None:
    """Return "Short of an invasion, nothing will bring it down", "nothing short of"."""
    words = part(token)
    if token.i + 2 >= token.sent.end or word_after(token) != "of":
        return None
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    if before is None:
        comma = next((each for each in words if each.i > token.i and each.text == ","), None)
        main = open_verb([each for each in words if comma is not None and each.i > comma.i])
        return made((token.idx, comma.idx), main, None, "short of") if comma and main else None
    main = open_verb([each for each in words if each.i > token.i])
    if main is None or before.lower_ not in {"nothing", "little"}:
        return None
    last = token.doc[token.i + 1].right_edge
    return made((before.idx, last.idx + len(last)), main, None, "short of")


def _the_moment(token: "Token") -> Conditional | None:
    """Return "will withdraw the moment Libya does", "The moment they fire, we will answer"."""
    if token.i == token.sent.start + 1 and word_before(token) == "the":
        words = part(token)
        comma = next((each for each in words if each.i > token.i + 2 and each.text == ","), None)
        main = open_verb([each for each in words if comma is not None and each.i > comma.i])
        verb = any(
            each.tag_ in {"VBZ", "VBP", "VBD"} for each in words if comma and each.i < comma.i
        )
        led = word_after(token) not in {"of", "when", ",", "has", "had", "is", "was", "came"}
        if comma is not None and main is not None and verb and led:
            return made((token.doc[token.i - 1].idx, comma.idx), main, None, "the moment")
    clause = clauses.child(token, "relcl", "acl")
    main = clauses.head_verb(token.head)
    helper = clauses.modal(main) if main.pos_ in {"VERB", "AUX"} else None
    if clause is None or helper is None or helper.lower_ not in {"will", "'ll", "would"}:
        return None
    if token.dep_ not in {"npadvmod", "dobj"} or clause.tag_ == "VBG":
        return None
    return made((token.left_edge.idx, stretches.subtree(clause)[1]), main, None, "the moment")


def _provided(token: "Token") -> Conditional | None:
    """Return "will stay out provided the sea remains calm", with no comma and no "that"."""
    words = part(token)
    after = [each for each in words if each.i > token.i]
    before = [each for each in words if each.i < token.i]
    if not after or any(each.dep_ in {"aux", "auxpass"} for each in token.children):
        return None
    finite = next((each for each in after if each.tag_ in {"VBZ", "VBP", "VBD", "MD"}), None)
    plain = after[0].pos_ in {"DET", "PROPN", "PRON", "NOUN"} or after[0].lower_ == "that"
    if finite is None or not plain:
        return None
    if not before:
        comma = next((each for each in after if each.text == ","), None)
        main = next(
            (each for each in after if comma and each.i > comma.i and clauses.modal(each)), None
        )
        return made((token.idx, comma.idx), main, None, "provided") if comma and main else None
    main = open_verb(before)
    said = clauses.child(token, "ccomp") if token.dep_ == "acl" else None
    clause = said is not None and clauses.child(said, *clauses.SUBJECTS) is not None
    if main is None and (before[-1].text == "," or after[0].lower_ == "that" or clause):
        main = next((each for each in before[::-1] if each.pos_ in {"VERB", "AUX"}), None)
    return made((token.idx, end_of(words)), main, None, "provided") if main else None


def _suppose(token: "Token") -> Conditional | None:
    """Return "Suppose Iraq withdraws: Iran would then consent"."""
    colon = next(
        (each for each in token.sent if each.text in {":", ","} and each.i > token.i), None
    )
    main = open_verb([each for each in token.sent if colon is not None and each.i > colon.i])
    if token.i != token.sent.start or colon is None or main is None:
        return None
    return made((token.idx, colon.idx), main, None, "suppose")


_LOOKS = {
    "or": _or,
    "otherwise": _or,
    "and": _and,
    "but": _but_for,
    "short": _short_of,
    "provided": _provided,
    "providing": _provided,
    "suppose": _suppose,
    "had": turned,
    "should": turned,
    "were": turned,
    **dict.fromkeys(_PREPOSED, _preposed),
    **dict.fromkeys(_SOON, _the_moment),
}
TRIGGERS = frozenset(_LOOKS)
