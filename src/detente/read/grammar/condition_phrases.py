"""Phrases that stand for a condition: "in exchange for", "in the event of", "without".

Also one with a clause behind it: "as long as", "in case".
"""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional, before_comma, made, part
from detente.read.grammar.operators import own
from detente.read.text.neighbours import word_before
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

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
    ("dependent", "on"),
    ("dependent", "upon"),
    ("in", "case"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("as", "soon", "as"),
    ("so", "soon", "as"),
    ("subject", "to"),
    ("assuming", "that"),
    ("corresponding", "to"),
    ("commensurate", "with"),
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
    last = token.doc[token.i + len(phrase) - 1]
    end = _phrase_end(token, last)
    if end is None or token.idx >= end or _of_speaking(token, phrase) or _under(token):
        return None
    if _of_one_known(last, phrase) or ("long" in phrase and _at_will(last)):
        return None
    main = clauses.head_verb(token.head)
    if main.pos_ not in {"VERB", "AUX"} or (token.i <= main.i and main.idx < end):
        main = token.sent.root
    if not any(each.i == main.i for each in part(token)):  # beyond a semicolon
        verbs = [each for each in part(token) if each.pos_ in {"VERB", "AUX"} and each.i < token.i]
        main = next((each for each in verbs[::-1] if clauses.finite(each)), main)
    if main.pos_ not in {"VERB", "AUX"} or token.idx <= main.idx < end:
        return None
    if "dependent" in phrase and main.lemma_ != "make":
        return None  # "made new loans dependent on"
    past = {"done", "infinitive"} if "soon" in phrase else {"done"}
    if (phrase[-1] in {"as", "case"} or "absence" in phrase) and own(main, lexicon())[0] in past:
        weighed = phrase == ("in", "case") and main.lemma_.lower() in _WEIGHING
        return made((token.idx, end), main, None, "in case") if weighed else None
    return made((token.idx, end), main, None, " ".join(phrase))


def _of_speaking(token: "Token", phrase: tuple[str, ...]) -> bool:
    """Say whether it is how somebody came to speak: "on condition of anonymity"."""
    ahead = token.doc[token.i : token.i + len(phrase) + _UNNAMED_FAR]
    return "condition" in phrase and any(each.lemma_.lower() in _UNNAMED for each in ahead)


def _of_one_known(last: "Token", phrase: tuple[str, ...]) -> bool:
    """Say whether no condition is named but one thing: "in the case of Peru", "a subject to which"."""
    if last.i + 1 >= len(last.doc):
        return False
    thing = clauses.child(last, "pobj")
    named = thing is not None and thing.pos_ == "PROPN" and phrase == ("in", "the", "case", "of")
    return named or (phrase == ("subject", "to") and last.doc[last.i + 1].tag_ in {"WDT", "WP"})


def _at_will(last: "Token") -> bool:
    """Say whether no condition is set: "as long as necessary", "as long as it can"."""
    ahead = [each.lower_ for each in last.doc[last.i + 1 : last.i + 4]]
    if ahead[:1] and ahead[0] in {"necessary", "possible", "needed", "required"}:
        return True
    return ahead[1:2] in (["can"], ["could"], ["must"]) and (
        len(ahead) < 3 or not ahead[2].isalpha()  # noqa: PLR2004 - who, can, and what comes behind
    )


def _under(token: "Token") -> bool:
    """Say whether somebody only stands under a thing: "they are not subject to its courts"."""
    if token.lower_ != "subject" or token.head.lemma_ != "be":
        return False
    thing = next(clauses.prepositional(token, "to"), None)
    return thing is None or clauses.lemma(thing) not in _GRANTED


_WEIGHING = frozenset(
    ("consider", "provide", "plan", "promise", "pledge", "agree", "undertake", "threaten", "discuss",
     "propose", "offer", "prepare", "weigh", "stipulate", "draw", "study")
)  # fmt: skip
_UNNAMED = frozenset(("anonymity", "anonymous", "unnamed", "name", "identify", "identified"))
_UNNAMED_FAR = 7


def _phrase_at(token: "Token") -> tuple[str, ...] | None:
    ahead = tuple(each.lower_ for each in token.doc[token.i : token.i + _LONGEST])
    return next((phrase for phrase in PHRASES if ahead[: len(phrase)] == phrase), None)


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
        if top.head.i > last.i and top.head.i < first.sent.end and top.head.i != top.i:
            top = top.head
        else:
            break
    return stretches.subtree(top)[1]


_GRANTED = frozenset(
    ("help", "guarantee", "consent", "approval", "support", "backing", "mandate", "permission",
     "agreement", "assurance", "concession", "promise", "ceasefire", "truce", "withdrawal", "deal",
     "protection", "recognition", "aid", "compensation", "apology", "vote", "resolution",
     "ratification", "review", "confirmation", "referendum", "condition")
)  # fmt: skip
_HOPELESS = frozenset(
    ("possible", "impossible", "unthinkable", "hopeless", "inconceivable", "unlikely", "improbable",
     "doubtful")
)  # fmt: skip
_IDLE = frozenset(
    ("doubt", "question", "exception", "delay", "warning", "hesitation", "notice", "comment", "loss",
     "difficulty", "effort", "trouble", "reservation", "fear", "incident", "word", "fail")
)  # fmt: skip


def _without(token: "Token") -> Conditional | None:
    """Without X, Y could not: a condition where the main clause is modal."""
    thing = clauses.child(token, "pobj", "pcomp")
    cost = thing is not None and thing.dep_ == "pcomp" and token.i > token.head.i
    if cost or (thing is not None and thing.lemma_.lower() in _IDLE):
        return None  # "they can't strike without hitting the hostages" tells of a cost
    condition = (token.idx, stretches.subtree(token)[1])
    held = token.head if token.head.pos_ == "AUX" else token.head.head
    said = clauses.child(held, "acomp")
    if said is not None and said.lower_ in _HOPELESS and held.tag_ in {"VBZ", "VBP"}:
        return made(condition, held, None, "without")
    main = clauses.head_verb(token.head)
    above = main.head
    if main.dep_ == "xcomp" and above.lemma_ in {"refuse", "decline"} and main.tag_ == "VB":
        granted = thing is not None and clauses.lemma(thing) in _GRANTED
        return made(condition, above, None, "without") if granted else None
    if main.pos_ not in {"VERB", "AUX"}:
        return None
    if token.i > main.i:
        return made(condition, main, None, "without") if _not_without(token, main) else None
    return _opening_without(token, thing, main)


def _not_without(token: "Token", main: "Token") -> bool:
    """Say whether a thing is denied without another: "will not talk without", "no talks without"."""
    helper = clauses.modal(main)
    if helper is None or helper.lower_ not in _MODALS | {"may"} or main.lemma_ in _GETTING_BY:
        return False
    named = token.head
    if named.i != main.i:
        in_it = named.dep_ in {"attr", "dobj"} and named.head.i == main.i
        return in_it and any(each.lower_ == "no" for each in named.lefts)  # "no talks without"
    who = clauses.subject(main)
    if clauses.negated(main) or _unlikely_above(main):
        return True
    if who is None:
        return False
    none = who.lower_ in {"nothing", "nobody", "none"} or clauses.negated(who)
    return none or who.left_edge.lower_ == "no"


def _unlikely_above(main: "Token") -> bool:
    """Say whether a clause is doubted: "it is improbable that he would try it without"."""
    above = main.head
    said = clauses.child(above, "acomp") if main.dep_ == "ccomp" else None
    return (said is not None and said.lower_ in _HOPELESS) or (
        main.dep_ == "ccomp" and above.lemma_ == "doubt" and not clauses.negated(above)
    )


def _opening_without(token: "Token", thing: "Token | None", main: "Token") -> Conditional | None:
    """Return "Without the consent of the host no country is going to volunteer"."""
    if token.i > token.sent.start and word_before(token) not in _OPENERS:
        return None
    if token.head.pos_ not in {"VERB", "AUX"}:
        return None
    # the main clause taken for one of the noun
    swallowed = clauses.child(thing, "relcl") if thing is not None else None
    if thing is not None and swallowed is not None and clauses.modal(swallowed) is not None:
        who = clauses.child(swallowed, *clauses.SUBJECTS)
        if who is not None and who.tag_ not in {"WDT", "WP"} and who.i > thing.i:
            last = who.doc[max(who.left_edge.i - 1, thing.i)]
            return made((token.idx, last.idx + len(last)), swallowed, None, "without")
    helper = clauses.modal(main)
    going = main.lower_ == "going" and clauses.child(main, "xcomp") is not None
    is_now = main.lemma_ == "be" and main.tag_ in {"VBZ", "VBP"} and token.i == token.sent.start
    if helper is None:
        if not going and not is_now:
            return None
    elif helper.lower_ not in _MODALS | {"may", "must"}:
        return None
    return made((token.idx, stretches.subtree(token)[1]), main, None, "without")


_GETTING_BY = frozenset(("do", "live", "manage", "cope", "survive"))  # "cannot live without it"
_MODALS = frozenset(("would", "could", "will", "can", "ca", "wo", "might"))
_OPENERS = frozenset((",", ";", "—", "that", "and", "but", '"'))
