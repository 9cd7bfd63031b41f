"""Where a parser slips: verbs taken for adjectives, subjects for adverbs or objects of "in 1958".

Each looks at the words beside a verb only.
"""

from typing import TYPE_CHECKING

from detente.read.text.dates import DAY_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def displaced(verb: "Token") -> bool:
    """Say whether a parser took a verb of a series for an adjective: "shelled the town and blocked convoys"."""
    if verb.dep_ != "amod" or verb.tag_ not in {"VBD", "VBN"}:
        return False
    noun = verb.head
    return (
        noun.dep_ == "conj"
        and noun.head.pos_ == "VERB"
        and verb.i > 0
        and verb.doc[verb.i - 1].dep_ in {"cc", "punct"}
    )


def headless(verb: "Token") -> bool:
    """Say whether a parser took a main verb for a participle: "The minister, Ana Ruiz, pressed for war"."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"}:
        return False
    noun = verb.head
    return (
        noun.dep_ == "ROOT"
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
        if noun.dep_ == "pobj" or noun.head.i == noun.i:
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
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DEEP = 12


def dated(noun: "Token") -> bool:
    """Say whether a parser took a day for a subject: "moved in, and on 13 August wiped out a post"."""
    return noun.lower_ in DAY_WORDS and noun.i > 0 and noun.doc[noun.i - 1].is_digit


def swallowed(verb: "Token") -> "Token | None":
    """Return the subject that a parser took into the phrase that opens a sentence.

    "On 9 August India and Peru signed", "In March Poland, which had waited, issued", "On
    15 December militiamen ambushed", "At Lake Placid a delegate of Peru told".
    """
    if verb.tag_ not in _FINITE or verb.dep_ not in {"ROOT", "conj", "ccomp"}:
        return None
    last = _before(verb)
    if last is None:
        return None
    top = last
    while top.head.i not in {verb.i, top.i} and top.head.pos_ not in {"VERB", "AUX"}:
        top = top.head
    doc, start = verb.doc, top.left_edge.i
    own = top.head.i == verb.i or (
        verb.dep_ == "conj"
        and top.head.i == verb.head.i
        and doc[start - 1].lower_ in {"and", "but"}
    )
    if top.dep_ not in {"prep", "npadvmod", "advmod", "nmod"} or not own:
        return None
    if any(each.dep_ in {"relcl", "acl", "pcomp", "advcl"} for each in doc[start : last.i + 1]):
        return None
    opened = _opener(doc, start, last.i)
    return _first_noun(doc, opened, last.i) if opened is not None else None


def _before(verb: "Token") -> "Token | None":
    """Return the word before a verb, its adverbs and an aside between commas left out."""
    doc, i = verb.doc, verb.i - 1
    while i > verb.sent.start and doc[i].dep_ in {"aux", "auxpass", "neg", "advmod"}:
        i -= 1
    if doc[i].text != ",":
        return doc[i] if i >= verb.sent.start else None
    inside = doc[i - 1]
    for _ in range(_DEEP):
        first = inside.left_edge.i
        if inside.dep_ in {"relcl", "acl", "advcl", "appos"} and doc[first - 1].text == ",":
            return doc[first - 2] if first - 2 >= verb.sent.start else None
        inside = inside.head
        if inside.i == verb.i:
            return None
    return None


def _opener(doc: "Doc", start: int, last: int) -> int | None:
    """Return where the words behind a time or place begin: "On 9 August", "At Lake Placid"."""
    timed = [i for i in range(start, last) if doc[i].lower_ in DAY_WORDS or _year(doc[i])]
    if timed:
        i = timed[-1] + 1
        while i < last and doc[i].is_digit and doc[i - 1].lower_ in DAY_WORDS:
            i += 1  # "On March 5 militiamen"
        return i if doc[i].text not in {",", "and", "or", "of", "to"} else None
    placed = [i for i in range(start, last) if doc[i].ent_type_ in _PLACES]
    if placed and doc[placed[-1] + 1].dep_ == "det" and not doc[placed[-1] + 1].ent_type_:
        return placed[-1] + 1
    return None


def _year(word: "Token") -> bool:
    return word.is_digit and len(word) == 4 and word.text[0] in "12"  # noqa: PLR2004 - digits


def _first_noun(doc: "Doc", start: int, last: int) -> "Token | None":
    """Return the noun that a stretch of words begins with, behind "of" where a number goes before."""
    noun = None
    for each in doc[start : last + 1]:
        if each.pos_ in {"NOUN", "PROPN"}:
            noun = each
        elif noun is not None:
            break
        elif each.pos_ in {"VERB", "AUX", "PUNCT"}:
            return None
    return noun


_BEHIND_AFTER = frozenset({"advcl", "relcl", "ccomp", "pcomp", "conj"})


def beside(verb: "Token") -> "Token | None":
    """Return the noun right before a past tense that a parser gave to "after": "after rebels overran it"."""
    if verb.tag_ != "VBD" or verb.dep_ not in _BEHIND_AFTER or verb.i < 2:  # noqa: PLR2004
        return None
    noun = verb.doc[verb.i - 1]
    taken = noun.dep_ == "pobj" and noun.head.lower_ in {"after", "before", "since", "until"}
    return noun if taken and noun.pos_ in {"NOUN", "PROPN"} and noun.ent_type_ != "DATE" else None


def joined(verb: "Token") -> "Token | None":
    """Return the subject that a parser took into a series before: "for calm and troops and Iran left".

    The noun right before a verb goes on a series, and no "and" parts it from the verb.
    """
    if verb.tag_ not in _FINITE or verb.dep_ not in {"conj", "advcl", "ccomp"}:
        return None
    i = verb.i - 1
    while i > verb.sent.start and verb.doc[i].dep_ in {"aux", "auxpass", "neg", "advmod"}:
        i -= 1
    noun = verb.doc[i]
    if noun.dep_ != "conj" or noun.pos_ not in {"NOUN", "PROPN"} or noun.head.pos_ == "VERB":
        return None
    if noun.head.dep_ in {"nsubj", "nsubjpass"} or verb.is_ancestor(noun):
        return None
    first = noun.left_edge.i - 1
    return noun if first > verb.sent.start and verb.doc[first].lower_ in {"and", "but"} else None


def rooted(verb: "Token") -> "Token | None":
    """Return the noun that a parser took for the whole sentence: "Peru, which fears a war, called for calm"."""
    if verb.dep_ not in {"acl", "conj"} or verb.tag_ not in {"VBD", "VBN"}:
        return None
    last = verb.i - 1
    while last > 0 and verb.doc[last].dep_ == "advmod":
        last -= 1
    if verb.doc[last].text != ",":
        return None
    noun = verb.sent.root
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.i > verb.i:
        return None
    aside = next((each for each in noun.children if each.dep_ in {"relcl", "appos"}), None)
    if aside is None or verb.doc[aside.left_edge.i - 1].text != "," or aside.i > verb.i:
        return None
    return noun if verb.head.i == noun.i or aside.is_ancestor(verb) else None
