"""Verbs of expecting: "analysts expect", "is expected to", "they reckoned that it would"."""

from functools import cache
from typing import TYPE_CHECKING

from detente.read.ahead.expected import Found
from detente.read.ahead.likelihood import listed
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modals import FUTURE
from detente.read.text.words import lexicon, table, word_class, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN = frozenset(("expect", "predict", "forecast", "foresee", "anticipate", "doubt"))
_PASSIVES = frozenset(("expect", "predict", "forecast", "anticipate"))
_HELD = _PASSIVES | {"think", "believe", "reckon"}
_JUDGES = frozenset(
    ("we", "i", "few", "many", "most", "some", "nobody", "none", "everyone", "everybody", "others")
)
_ASIDE = 6  # words between a subject and its verb that an aside fills


def expecting(verb: "Token") -> Found | None:
    """Return the forecast that a verb of expecting makes, None where it makes none."""
    if clauses.passive(verb) or _to_be(verb):
        return _passive(verb)
    if clauses.conditional(verb):
        return None
    return _active(verb) or _in_passing(verb)


def _to_be(verb: "Token") -> bool:
    """Say whether it's "attacks are to be expected"."""
    return verb.tag_ == "VBN" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be"


def _passive(verb: "Token") -> Found | None:
    """Return "is expected to", "are to be expected", "it is thought that it will"."""
    lemma = verb.lemma_.lower()
    if _to_be(verb):
        above = verb.head
        start, end = stretches.whole(above)
        found = Found(min(start, stretches.whole(verb)[0]), end, above, "is to be expected")
        return found if lemma in _PASSIVES else None
    future = any(each.dep_ == "xcomp" and not clauses.perfect(each) for each in verb.children)
    if lemma in _HELD and future and (lemma in _PASSIVES or _future_below(verb)):
        return Found(*stretches.whole(verb), verb, "is expected to")
    who = clauses.subject(verb)
    awaited = who is not None and (
        act_like(who)
        or (
            lemma == "expect"
            and who.pos_ == "NOUN"
            and clauses.finite(verb)
            and who.lemma_.lower() not in word_class("people")
        )
    )
    if lemma in _PASSIVES and awaited:
        return Found(*stretches.whole(verb), verb, "is expected")
    thought = clauses.child(verb, "ccomp")
    if thought is not None and clauses.modal(thought) is not None:
        return Found(*stretches.whole(verb), verb, "it is thought that")
    return None


def _active(verb: "Token") -> Found | None:  # noqa: PLR0911 - a list of cases
    """Return "analysts expect a truce", "they reckoned that it would hold", "we doubt it"."""
    lemma = verb.lemma_.lower()
    below = (each for each in verb.children if each.dep_ in {"ccomp", "xcomp"} and each.i > verb.i)
    said = next(below, None)
    if lemma in _OPEN:
        things = list(clauses.objects(verb))
        doubted = lemma == "doubt" and any(each.lower_ in {"it", "that"} for each in things)
        awaited = lemma != "doubt" and bool(things) and (_weighs(verb) or _in_part(things))
        awaited = awaited or any(act_like(each) for each in things)
        if said is None and not doubted and not awaited:
            return None
        if said is not None and _own_people(said):
            return None
        return Found(*_extent(verb, said), verb, "verb of expecting")
    if lemma in {"hope", "hop", "trust"} and (said is None or not _of_others(said)):
        return None
    if said is None and _thinks_not(verb):
        return Found(*stretches.whole(verb), verb, "verb of expecting")
    helper = clauses.modal(said) if said is not None and said.dep_ == "ccomp" else None
    if said is not None and said.dep_ == "ccomp" and said.tag_ == "MD":
        helper = said  # "I do not think it will"
    if said is not None and _apart_from(verb, said):
        return None
    if helper is not None and helper.lower_ in FUTURE:
        return Found(*_extent(verb, said), verb, "verb of expecting")
    return None


_GRANTED = frozenset(
    (
        "taken",
        "thought",
        "believed",
        "assumed",
        "expected",
        "feared",
        "hoped",
        "predicted",
        "reckoned",
    )
)


def granted(verb: "Token") -> Found | None:
    """Return "any such text, it was taken for granted, would be vetoed", however it was parsed."""
    doc, i = verb.doc, verb.i
    if verb.lower_ not in _GRANTED:
        return None
    before = [each.lower_ for each in doc[max(i - 4, 0) : i]]
    if "," not in before or before[before.index(",") + 1 : before.index(",") + 3] not in (
        ["it", "was"],
        ["it", "is"],
    ):
        return None
    comma = next((each for each in doc[i : min(i + 4, len(doc))] if each.text == ","), None)
    if comma is None or comma.i + 1 >= verb.sent.end:
        return None
    after = doc[comma.i + 1]
    if after.lower_ not in FUTURE:
        return None
    above = after.head
    opening = next(
        (each for each in verb.sent if not each.is_punct and each.pos_ not in {"CCONJ", "SCONJ"}),
        above,
    )
    last = stretches.whole(above)[1]
    return Found(opening.idx, max(last, stretches.subtree(above)[1]), above, "expected in passing")


def _own_people(said: "Token") -> bool:
    """Say whether somebody is only told what to do: "expects its soldiers to obey"."""
    who = clauses.child(said, *clauses.SUBJECTS)
    return (
        who is not None
        and said.tag_ == "VB"
        and not clauses.finite(said)
        and any(each.tag_ == "PRP$" for each in who.lefts)
    )


def _in_part(things: "list[Token]") -> bool:
    """Say whether what is expected is only some, or more, or none: "only symbolic resistance"."""
    return any(
        each.pos_ == "NOUN"
        and each.lemma_.lower() not in word_class("people")
        and any(far.lower_ in listed("part") for far in each.lefts)
        for each in things
    )


def _thinks_not(verb: "Token") -> bool:
    """Say whether it is the answer: We think not."""
    after = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
    return verb.lemma_ == "think" and [each.lower_ for each in after] in (
        ["not", "."],
        ["not", ","],
    )


def _weighs(verb: "Token") -> bool:
    """Say whether who expects judges what comes: "we", "few", "analysts"."""
    who = clauses.subject(verb)
    return who is not None and (who.lower_ in _JUDGES or who.lemma_.lower() in _experts())


@cache
def _experts() -> frozenset[str]:
    persons = table("actors")["persons"]
    return frozenset(words(persons["expert"])) | {"diplomat", "official", "planner", "insurer"}


def _apart_from(verb: "Token", said: "Token") -> bool:
    """Say whether a clause is no belief: behind a colon, or "feared what they would do"."""
    between = verb.doc[verb.i : said.i]
    return any(each.text in {":", ";"} or each.tag_ in {"WP", "WRB"} for each in between)


def _of_others(said: "Token") -> bool:
    """Say whether what is hoped is somebody else's act: "hoped that the army would rise"."""
    who = clauses.child(said, *clauses.SUBJECTS)
    if who is None or who.lower_ in {"it", "he", "she", "we", "i"}:
        return False
    return who.lower_ not in {"this", "that"} or clauses.modal(said) is not None


def _in_passing(verb: "Token") -> Found | None:
    """Return "a war, he reckoned, would be lost": what is expected stands about the verb."""
    above = verb.head
    doc = verb.doc
    last = verb.right_edge.i
    if verb.dep_ not in {"parataxis", "ccomp", "advcl"} or above.pos_ not in {"VERB", "AUX"}:
        return None
    if verb.left_edge.i == 0 or doc[verb.left_edge.i - 1].text != "," or last + 1 >= len(doc):
        return None
    who = clauses.child(verb, *clauses.SUBJECTS)
    helper = clauses.modal(above)
    if doc[last + 1].text != "," or who is None or clauses.marks(verb) or helper is None:
        return None
    if helper.lower_ not in FUTURE or clauses.perfect(above):
        return None
    start, end = stretches.whole(above)
    return Found(start, end, above, "expected in passing")


def _extent(verb: "Token", said: "Token | None") -> tuple[int, int]:
    """Return a verb of expecting with what is expected; a subject with an aside is left out."""
    start, end = stretches.whole(verb)
    who = clauses.child(verb, *clauses.SUBJECTS)
    if who is not None and verb.i - who.i > _ASIDE:
        first = next((each for each in verb.lefts if each.dep_ in {"aux", "neg"}), verb)
        start = first.idx
    joined = clauses.child(said, "conj") if said is not None else None
    if said is not None and joined is not None and joined.tag_ != "VBD":
        end = max(end, stretches.subtree(said)[1])
    return start, end


def act_like(noun: "Token") -> bool:
    """Say whether a noun is one of acts or of likelihood, as what is expected is."""
    lemma = noun.lemma_.lower()
    return lemma in lexicon().nouns or lemma in word_class("likelihood_nouns")


def _future_below(verb: "Token") -> bool:
    return any(each.lemma_ in {"plan", "prepare"} for each in verb.children if each.dep_ == "xcomp")
