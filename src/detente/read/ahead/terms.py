"""Terms: "In return, ...", "If not, ...", "a condition for", "only with", "The longer ..., the more".

Each function looks at one word and returns the conditional that it makes, if any.
"""

from typing import TYPE_CHECKING

from detente.read.ahead.conditions_named import CONDITIONS, named
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional, made, part
from detente.read.grammar.modals import FUTURE
from detente.read.text.neighbours import word_after
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_RETURNS = (
    ("in", "return"), ("in", "exchange"), ("in", "that", "case"), ("in", "such", "a", "case"),
    ("in", "that", "event"), ("in", "such", "an", "event"), ("if", "not"), ("if", "so"),
    ("failing", "that"), ("failing", "this"), ("otherwise",), ("if", "they", "do"), ("if", "it", "does"),
    ("should", "that", "happen"), ("or", "else"),
)  # fmt: skip
_OPENING = frozenset(("But", "And", "but", "and", ";", '"', "—"))
_OPEN = FUTURE | {"shall", "must", "can", "should", "ca", "is", "are"}
_ONLY = frozenset(("with", "under", "after", "upon", "in", "at", "on", "to", "through", "by"))
_GRANTS = frozenset(
    ("consent", "approval", "mandate", "permission", "agreement", "support", "backing", "help", "aid",
     "guarantee", "cooperation", "assent", "blessing", "authorisation", "authorization", "resolution",
     "invitation", "leave", "majority", "vote", "treaty", "deal", "ceasefire", "truce", "promise",
     "participation", "protection", "pledge", "assurance", "signature", "accord", "settlement")
)  # fmt: skip
_BIDDINGS = frozenset(
    ("request", "invitation", "behest", "bidding", "insistence", "instigation", "demand", "instance",
     "condition", "conditions", "terms", "term", "order", "orders", "instruction", "signal", "pain")
)  # fmt: skip
_INSISTING = frozenset(("insist", "demand", "want", "require", "seek", "need", "expect", "ask"))
_PLACES = frozenset(("exchange", "return", "event", "case"))
_DAYS = frozenset(("day", "moment", "hour", "instant", "minute"))
_OPENLY = frozenset(("will", "would", "shall", "'ll", "can", "could", "may", "might", "must"))


def term(token: "Token") -> Conditional | None:
    """Return the conditional that a word makes as a term, None for most words."""
    look = _LOOKS.get(token.lower_)
    return look(token) if look is not None else None


def _taken_up(token: "Token") -> Conditional | None:
    """Return "In return, Hamas would free them", which takes up the sentence before."""
    words = part(token)
    before = [each for each in words if each.i < token.i and not each.is_space]
    if any(each.text not in _OPENING for each in before):
        return _in_turn(token, before)
    ahead = tuple(each.lower_ for each in token.doc[token.i : min(token.i + 4, token.sent.end)])
    phrase = next((each for each in _RETURNS if ahead[: len(each)] == each), None)
    if phrase is None or (phrase[0] == "otherwise" and token.i > token.sent.start):
        return None
    rest = [each for each in words if each.i >= token.i + len(phrase)]
    if not rest or (phrase[0] == "if" and rest[0].text != ","):
        return None
    main = next((each for each in rest if _still_open(each)), None)
    has_name = rest[0].pos_ in {"PROPN", "PRON", "DET", "NOUN"}
    there = main is not None and clauses.child(main, "expl") is not None
    if main is None or not (clauses.subject(main) is not None or there or has_name):
        return None
    last = token.doc[token.i + len(phrase) - 1]
    return made((token.idx, last.idx + len(last)), main, None, " ".join(phrase))


def _in_turn(token: "Token", before: "list[Token]") -> Conditional | None:
    """Return "would allow them to harvest, and in exchange the others would leave"."""
    place = token.i - 1
    phrase = word_after(token) if token.i + 2 < token.sent.end else ""
    if token.lower_ != "in" or phrase not in {"exchange", "return"}:
        return None
    if word_after(token, 2) in {"for", "to"} or token.doc[place].lower_ not in {"and", ",", "but"}:
        return None
    main = clauses.head_verb(token.head)
    first = next((each for each in reversed(before) if _still_open(each)), None)
    while first is not None and first.dep_ == "conj" and first.head.pos_ == "VERB":
        first = first.head
    if first is None or main.i < token.i or not _still_open(main):
        return None
    if clauses.child(main, *clauses.SUBJECTS) is None:
        return None
    start = stretches.whole(first)[0]
    last = token.doc[place - 1] if token.doc[place].lower_ == "and" else token.doc[place]
    return Conditional(main, start, stretches.whole(main)[1], start, last.idx, f"in {phrase}")


def _still_open(verb: "Token") -> bool:
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass", "relcl", "acl"}:
        return False
    helper = clauses.modal(verb)
    to_be = verb.lemma_ == "be" and clauses.child(verb, "xcomp") is not None
    return (helper is not None and helper.lower_ in _OPEN) or (to_be and verb.tag_ != "VBD")


def _only(token: "Token") -> Conditional | None:  # noqa: PLR0911 - a list of cases
    """Return "would lead a force only with a mandate", "only under a new name"."""
    if token.i + 1 >= token.sent.end or not token.i:
        return None
    prep = token.doc[token.i + 1]
    if prep.lower_ not in _ONLY or prep.dep_ not in {"prep", "mark", "agent"}:
        return None
    noun = clauses.child(prep, "pobj", "pcomp")
    if noun is None or (prep.lower_ == "in" and noun.lower_ not in _PLACES):
        return None
    if prep.lower_ == "with" and noun.lemma_.lower() not in _GRANTS:
        return None  # "only with great reluctance"
    if prep.lower_ in {"at", "on"} and noun.lemma_.lower() not in _BIDDINGS:
        return None
    if prep.lower_ == "to" and not any(each.tag_ in {"VBN", "VBG"} for each in noun.lefts):
        return None  # "only to an elected successor"
    if (
        prep.lower_ in {"after", "upon", "through", "by"}
        and noun.dep_ != "pcomp"
        and clauses.lemma(noun) not in lexicon().nouns
    ):
        return None
    main = clauses.head_verb(prep.head)
    if main.pos_ not in {"VERB", "AUX"} or main.i > token.i:
        return None
    if not _promised(main):
        return None
    return made((token.idx, stretches.subtree(prep)[1]), main, None, "only with")


def _promised(verb: "Token") -> bool:
    """Say whether an act is still open: "would lead", "ready to lead", "resolved to recognise"."""
    helper = clauses.modal(verb)
    if helper is not None:
        return helper.lower_ in _OPENLY
    said = clauses.child(verb, "acomp") if verb.tag_ in {"VBZ", "VBP"} else None
    if said is not None and said.lower_ in {"possible", "conceivable", "acceptable", "ready"}:
        return True
    above = verb.head
    to = verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB"
    return to and above.lemma_.lower() in {
        "ready", "prepare", "prepared", "willing", "agree", "resolve", "decide", "offer", "promise",
    }  # fmt: skip


def _after_another(token: "Token") -> Conditional | None:
    """Return "We would revise it after another massacre"."""
    noun = clauses.child(token, "pobj") if token.dep_ == "prep" else None
    if noun is None or not any(each.lower_ in {"another", "any", "further"} for each in noun.lefts):
        return None
    main = clauses.head_verb(token.head)
    helper = clauses.modal(main) if main.pos_ == "VERB" else None
    if helper is None or helper.lower_ not in _OPENLY or clauses.lemma(noun) not in lexicon().nouns:
        return None
    return made((token.idx, stretches.subtree(token)[1]), main, None, "after another")


def _before_any(token: "Token") -> Conditional | None:
    """Return "insists on a withdrawal before any talks"."""
    noun = clauses.child(token, "pobj") if token.dep_ == "prep" else None
    if noun is None or not any(each.lower_ in {"any", "further"} for each in noun.lefts):
        return None
    main = clauses.head_verb(token.head)
    if main.pos_ != "VERB" or clauses.lemma(noun) not in lexicon().nouns:
        return None
    above = main.head if main.dep_ in {"ccomp", "xcomp"} else main
    helper = clauses.modal(main)
    bidden = helper is not None and helper.lower_ in {"must", "should", "will", "would"}
    if not bidden and above.lemma_.lower() not in _INSISTING:
        return None
    return made((token.idx, stretches.subtree(token)[1]), main, None, "before any")


def _the_more(token: "Token") -> Conditional | None:
    """Return "The longer it lasts, the more recruits it will draw"."""
    words = part(token)
    if len(words) < 2 or words[0].lower_ != "the" or words[1].i != token.i:  # noqa: PLR2004
        return None
    comma = next((each for each in words if each.i > token.i + 1 and each.text == ","), None)
    if comma is None or comma.i + 2 >= token.sent.end or word_after(comma) != "the":
        return None
    if comma.doc[comma.i + 2].tag_ not in {"JJR", "RBR"}:
        return None
    last = next(each for each in reversed(words) if not each.is_punct and not each.is_space)
    start, end = words[0].idx, last.idx + len(last)
    main = next((each for each in words if each.i > comma.i and each.pos_ == "VERB"), last)
    return Conditional(main, start, end, start, comma.idx, "the more")


def _on_the_day(token: "Token") -> Conditional | None:
    """Return "will stop on the day they lay down their arms", "The moment one fires, it is over"."""
    clause = clauses.child(token, "relcl", "acl")
    if clause is None or clause.tag_ == "VBG":
        return None
    on = token.head
    led = token.dep_ == "pobj" and on.lower_ in {"on", "from", "until"}
    opens = token.left_edge.i == token.sent.start and token.dep_ == "npadvmod"
    if not (led or opens):
        return None
    main = clauses.head_verb(on.head if led else on)
    helper = clauses.modal(main) if main.pos_ in {"VERB", "AUX"} else None
    now = opens and main.tag_ in {"VBZ", "VBP"} and clause.tag_ in {"VBZ", "VBP", "VBN"}
    if not now and (helper is None or helper.lower_ not in {"will", "'ll", "would", "shall"}):
        return None
    first = on.idx if led else token.left_edge.idx
    return made((first, stretches.subtree(clause)[1]), main, None, "on the day")


_LOOKS = {
    **dict.fromkeys(("in", "if", "failing", "should", "otherwise"), _taken_up),
    **dict.fromkeys(CONDITIONS | {"conditions", "preconditions", "prerequisites"}, named),
    "only": _only,
    "before": _before_any,
    "after": _after_another,
    **dict.fromkeys(
        ("more", "longer", "harder", "closer", "greater", "higher", "deeper", "bigger", "weaker",
         "stronger", "less", "fewer", "sooner", "faster", "further", "worse", "larger"), _the_more,
    ),
    **dict.fromkeys(_DAYS, _on_the_day),
}  # fmt: skip
TRIGGERS = frozenset(_LOOKS)
