"""Forecasts by phrases: "put the odds at", "no sign of", "a matter of time", "sure that they would".

Each function looks at one word and returns the forecast that it makes, if any; words of
likelihood and modals are in `forecasts`.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from detente.read.ahead import bearings, leanings, verdicts
from detente.read.ahead.expected import Found
from detente.read.ahead.likelihood import listed
from detente.read.grammar import clauses, stretches
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_SURE = frozenset(
    (
        "sure",
        "certain",
        "convinced",
        "confident",
        "adamant",
        "hopeful",
        "afraid",
        "sceptical",
        "skeptical",
    )
)
_RATING = frozenset(("put", "rate", "place", "set", "estimate", "give", "reckon", "see"))
_MOVING = frozenset(
    (
        "grow",
        "rise",
        "fade",
        "recede",
        "increase",
        "shrink",
        "mount",
        "fall",
        "diminish",
        "dwindle",
        "evaporate",
        "improve",
    )
)
_SIGNS = frozenset(
    ("sign", "indication", "prospect", "hope", "chance", "likelihood", "question", "doubt")
)
_SCANT = frozenset(("no", "little", "few", "scant", "hardly", "some", "every"))
_STRONG = frozenset(("every", "ample", "clear"))
_LIKELIHOODS = frozenset(("likelihood", "probability"))
_BOUND = frozenset(("set", "bound", "destined", "doomed", "fated", "poised"))
_HARD = frozenset(("hard", "harder", "difficult", "easy", "easier", "impossible"))
_ANSWERS = frozenset(
    (
        "probably",
        "possibly",
        "unlikely",
        "hardly",
        "certainly",
        "doubtful",
        "slim",
        "remote",
        "improbable",
    )
)
_COUNTING = frozenset(("count", "bank", "bet", "gamble"))
_WITHIN = 16  # words between "put the odds" and its "at"


def outlook(token: "Token") -> Found | None:
    """Return the forecast that a word makes by what stands about it, None for most words."""
    lower = token.lower_
    looks = _at_word().get(lower) or _at_word().get(token.lemma_.lower())
    if looks is None:
        return None
    return next((found for look in looks if (found := look(token)) is not None), None)


@cache
def _at_word() -> "dict[str, tuple[Callable[[Token], Found | None], ...]]":
    """Return what to try at a word or a lemma."""
    return {
        **dict.fromkeys(_RATING, (_rated,)),
        "see": (_rated, bearings.seen_doing),
        **dict.fromkeys(_COUNTING, (_counted_on,)),
        **dict.fromkeys(_SIGNS | word_class("risks"), (_there_is_no, _moves, bearings.no_sign)),
        **dict.fromkeys(listed("guesses"), (bearings.guess, _moves)),
        "hope": (_there_is_no, _moves, bearings.guess, bearings.little_hope),
        **dict.fromkeys(("odds", "odd"), (bearings.odds, _moves)),
        **dict.fromkeys(listed("headings"), (bearings.heading,)),
        **dict.fromkeys(listed("courses"), (bearings.on_course,)),
        **dict.fromkeys(("loom", "lie", "face"), (bearings.looms,)),
        **dict.fromkeys(("conclusion", "certainty", "inevitability"), (bearings.certainty,)),
        **dict.fromkeys(_LIKELIHOODS, (_in_all, _there_is_no, _moves)),
        **dict.fromkeys(_SURE, (_sure_that,)),
        "matter": (bearings.only_weeks,),
        "question": (
            _there_is_no,
            bearings.only_weeks,
            bearings.not_if_but_when,
            verdicts.in_a_phrase,
        ),
        "sooner": (_sooner_or_later,),
        "going": (leanings.going,),
        "about": (leanings.about_to,),
        **dict.fromkeys(_BOUND, (leanings.bound_to,)),
        "certain": (_sure_that, leanings.bound_to),
        "sure": (_sure_that, leanings.bound_to),
        **dict.fromkeys(("surprised", "surprising", "astonished"), (leanings.surprising,)),
        **dict.fromkeys(_HARD, (leanings.imaginable,)),
        **dict.fromkeys(("exclude", "rule", "discount"), (verdicts.ruled_out,)),
        **dict.fromkeys(("cards", "sight", "offing", "horizon", "reach"), (verdicts.in_a_phrase,)),
        **dict.fromkeys(_ANSWERS, (verdicts.answered,)),
        **dict.fromkeys(("likeliest", "likelier"), (verdicts.likeliest,)),
        "whether": (verdicts.whether,),
        "seen": (verdicts.remains_to_be_seen,),
        "ready": (leanings.bound_to,),
        "point": (verdicts.points_to,),
        "look": (verdicts.looked_for,),
        "stage": (verdicts.stage_set,),
        **dict.fromkeys(("pin", "place", "rest", "fix"), (verdicts.hopes_pinned,)),
    }


def _rated(verb: "Token") -> Found | None:
    """Return "put the odds of an embargo at close to zero", "gives it a one-in-four chance"."""
    if verb.pos_ != "VERB":
        return None
    thing = next(
        (
            each
            for each in clauses.objects(verb)
            if each.lemma_.lower() in word_class("risks") | {"odd", "odds", "chance", "likelihood"}
        ),
        None,
    )
    if thing is None and verb.lemma_ in {"rate", "put"}:
        thing = next((each for each in clauses.objects(verb) if _odds_behind(each)), None)
    if thing is None:
        return None
    after = verb.doc[thing.i : min(thing.i + _WITHIN, verb.sent.end)]
    rated = any(each.lower_ in {"at", "as"} for each in after)
    given = verb.lemma_ == "give" and any(each.like_num for each in thing.subtree)
    if not rated and not given:
        return None
    start, end = stretches.whole(verb)
    return Found(start, end, verb, "chance rated")


_SHARE = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d) in (?:\w+|\d+)\b")


def _odds_behind(thing: "Token") -> bool:
    """Say whether odds stand behind a word: "this at better than even", "it as one in three"."""
    words = [each.lower_ for each in thing.doc[thing.i : min(thing.i + _WITHIN, thing.sent.end)]]
    if {"even", "evens", "cent", "percent", "%", "likely", "unlikely"} & set(words):
        return True
    return bool(_SHARE.search(" ".join(words)))


def _sure_that(word: "Token") -> Found | None:
    """Return "was convinced that Britain would stay out"."""
    if word.pos_ not in {"ADJ", "VERB"}:
        return None
    verb = word if word.pos_ == "VERB" else clauses.head_verb(word)
    said = next(
        (
            each
            for each in (*word.children, *verb.children)
            if each.dep_ == "ccomp" and each.i > word.i
        ),
        None,
    )
    if said is None or clauses.modal(said) is None or verb.pos_ not in {"VERB", "AUX"}:
        return None
    start, _ = stretches.whole(verb)
    return Found(start, stretches.subtree(said)[1], verb, "sure that")


def _counted_on(verb: "Token") -> Found | None:
    """Return "had counted on three weeks", "gambled that nobody would come"."""
    helper = clauses.modal(verb)
    if verb.pos_ != "VERB" or (helper is not None and helper.lower_ in {"can", "could"}):
        return None  # "can count on his allies"
    on = next(iter(clauses.prepositional(verb, "on", "upon")), None)
    said = clauses.child(verb, "ccomp")
    told = said is not None and clauses.modal(said) is not None
    if verb.lemma_ == "reckon" or not (
        told or (on is not None and verb.lemma_ in {"count", "bank"})
    ):
        return None
    return Found(*stretches.whole(verb), verb, "counted on")


def _there_is_no(noun: "Token") -> Found | None:
    """Return "there is no sign that", "there is little prospect of"."""
    verb = noun.head
    if (
        noun.pos_ != "NOUN"
        or noun.dep_ != "attr"
        or verb.lemma_ != "be"
        or clauses.child(verb, "expl") is None
    ):
        return None
    scant = any(each.lower_ in _SCANT | _STRONG or each.like_num for each in noun.lefts)
    counted = any(each.like_num for each in noun.subtree if each.i < noun.i)
    if noun.lemma_ in {"question", "doubt", "hope", "sign", "indication"} and not any(
        each.lower_ in {"no", "little", "few", "scant"} | _STRONG for each in noun.lefts
    ):
        return None
    if not (scant or counted) or not any(
        each.dep_ in {"prep", "acl", "ccomp", "relcl"} for each in noun.children
    ):
        return None
    below = next((each for each in noun.children if each.dep_ in {"acl", "ccomp"}), None)
    if below is not None and any(each.lower_ == "have" for each in below.lefts):
        return None  # "no sign that it could have strayed"
    start, end = stretches.whole(verb)
    return Found(start, max(end, stretches.subtree(noun)[1]), verb, "little sign of")


def _moves(noun: "Token") -> Found | None:
    """Return "the risk of war is growing", "prospects look dim"."""
    verb = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or verb.pos_ not in {"VERB", "AUX"}:
        return None
    lemma = noun.lemma_.lower()
    if lemma in {"question", "doubt", "sign"} or lemma not in listed("moved"):
        return None
    moving = verb.lemma_ in _MOVING and verb.tag_ in {"VBG", "VBZ", "VBP", "VBN"}
    graded = verb.lemma_ in {"be", "look", "seem", "remain", "appear"} and any(
        word.lower_ in word_class("grades") | listed("poor")
        for each in verb.children
        if each.dep_ in {"acomp", "attr", "oprd"}
        for word in each.subtree
    )
    if not moving and not graded:
        return None
    return Found(*stretches.whole(verb), verb, "the risk grows")


def _in_all(noun: "Token") -> Found | None:
    """Return "in all likelihood Chad will attack"."""
    if (
        noun.dep_ != "pobj"
        or noun.head.lower_ != "in"
        or not any(each.lower_ == "all" for each in noun.children)
    ):
        return None
    verb = clauses.head_verb(noun.head.head)
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    return Found(*stretches.whole(verb), verb, "in all likelihood")


def _sooner_or_later(word: "Token") -> Found | None:
    if [each.lower_ for each in word.doc[word.i : word.i + 3]] != ["sooner", "or", "later"]:
        return None
    verb = clauses.head_verb(word)
    if clauses.modal(verb) is None:
        return None
    start, end = stretches.whole(verb)
    return Found(min(start, word.idx), end, verb, "sooner or later")
