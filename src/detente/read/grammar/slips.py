"""Where a parser slips: verbs taken for adjectives, subjects for adverbs or objects of "in 1958".

Each looks at the words beside a verb only.
"""

from typing import TYPE_CHECKING

from detente.read.text.dates import DAY_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token


def displaced(verb: "Token") -> bool:
    """Say whether a parser took a verb of a series for an adjective: "shelled the town and blocked convoys"."""
    noun = verb.head
    return (
        verb.dep_ == "amod"
        and verb.tag_ in {"VBD", "VBN"}
        and noun.dep_ == "conj"
        and noun.head.pos_ == "VERB"
        and verb.i > 0
        and verb.doc[verb.i - 1].dep_ in {"cc", "punct"}
    )


def headless(verb: "Token") -> bool:
    """Say whether a parser took a main verb for a participle: "The minister, Ana Ruiz, pressed for war"."""
    noun = verb.head
    return (
        verb.dep_ == "acl"
        and verb.tag_ in {"VBN", "VBD"}
        and noun.dep_ == "ROOT"
        and noun.pos_ in {"NOUN", "PROPN"}
        and verb.i > noun.i + 1
        and verb.doc[verb.i - 1].text == ","
        and (verb.tag_ == "VBD" or verb.lower_.endswith("ed"))
        and not any(each.dep_ == "agent" for each in verb.children)
    )


def mistaken(verb: "Token") -> "Token | None":
    """Return the name that a parser took for an adverb: "Tarvia closed the strait"."""
    return next(
        (
            each
            for each in verb.lefts
            if each.dep_ in {"advmod", "npadvmod", "dep"}
            and each.tag_ in {"NNP", "NNPS"}
            and not each.ent_type_.startswith(("DATE", "TIME"))
        ),
        None,
    )


def behind_year(verb: "Token") -> "Token | None":
    """Return the subject that a parser took into a phrase: "In April 1958 Egypt and Syria appealed".

    So it does with days, and with places where a name follows: "On 4 May Stimson told",
    "At a rally in Caracas Maduro told".
    """
    i = verb.i - 1
    while i > 0 and verb.doc[i].dep_ in {"aux", "auxpass", "neg", "advmod"}:
        i -= 1
    noun = verb.doc[i]
    for _ in range(4):
        if noun.dep_ == "pobj" or noun.head is noun:
            break
        noun = noun.head
    if noun.dep_ != "pobj" or noun.pos_ not in {"NOUN", "PROPN"} or noun.head.i >= noun.i:
        return None
    for each in noun.doc[noun.head.i + 1 : noun.i]:
        if each.is_digit and len(each) == 4:  # noqa: PLR2004 - digits of a year
            return noun if each.dep_ in {"nummod", "compound", "nmod"} else None
    return noun if noun.i == i and _behind_day_or_place(verb, noun) else None


def _behind_day_or_place(verb: "Token", noun: "Token") -> bool:
    """Say whether a name that a parser took into the phrase before a verb stands by itself."""
    if not before_its_verb(verb, noun) or noun.lower_ in DAY_WORDS or noun.like_num:
        return False
    between = noun.doc[noun.head.i + 1 : noun.i]
    return any(
        each.lower_ in DAY_WORDS or (each.ent_type_ in _PLACES and each.ent_type_ != noun.ent_type_)
        for each in between
    )


def before_its_verb(verb: "Token", noun: "Token") -> bool:
    """Say whether a name ends the phrase right before a main verb that has no other subject."""
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or noun.pos_ != "PROPN":
        return False
    top = noun.head
    while top.dep_ in {"prep", "pobj"} and top.head.i not in {verb.i, top.i}:
        top = top.head
    return top.head.i == verb.i and top.dep_ == "prep"


_PLACES = frozenset({"GPE", "LOC", "FAC"})
