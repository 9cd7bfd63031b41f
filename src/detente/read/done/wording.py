"""Say an act as a short verb phrase: "close the strait to Israeli ships"."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.slips import displaced
from detente.read.text import neighbours
from detente.read.text.words import Lexicon, lexicon
from detente.read.who.owners import plural

if TYPE_CHECKING:
    from spacy.tokens import Token


def action_of(head: "Token") -> str:
    """Return an act as a short verb phrase: the base form with its object.

    Examples
    --------
    >>> from detente.read.article import article
    >>> action_of(article("Egypt has closed the strait to Israeli ships.").doc[2])
    'close the strait to Israeli ships'
    """
    words = lexicon()
    if head.pos_ in {"NOUN", "PROPN"}:
        return _noun_action(head, words)
    parts = [head.lemma_.lower()]
    particle = clauses.child(head, "prt") or _adverb_particle(head)
    if particle is not None:
        parts.append(particle.lower_)
    if displaced(head):
        parts.append(head.doc[head.i + 1 : head.head.i + 1].text)
    if clauses.passive(head):
        thing = next(clauses.objects(head), None)
        if thing is not None and thing.pos_ != "PRON":
            parts.append(_phrase_text(thing))
    for each in head.children:
        if (each.i > head.i and each.dep_ in _TOLD) or (
            each.dep_ == "xcomp" and each.tag_ == "VBG" and head.lemma_.lower() in words.turned
        ):
            if each.dep_ == "prep" and (each.lower_ in _TIME or _timely(each)):
                continue
            parts.append(_phrase_text(each))
    return " ".join(parts).replace(" - ", "-")[:120]  # a parser may part "counter-response"


def _adverb_particle(head: "Token") -> "Token | None":
    """Return a particle that the parser took for an adverb: "closed in on the town"."""
    after = neighbours.after(head)
    if after is None or after.tag_ != "RP" or after.dep_ != "advmod" or after.head.i != head.i:
        return None
    return after


_TOLD = frozenset(("dobj", "dative", "prep", "oprd"))
_TIME = frozenset(
    ("since", "after", "before", "during", "until", "within", "despite", "amid", "following")
)


def _timely(prep: "Token") -> bool:
    noun = clauses.child(prep, "pobj")
    return noun is not None and noun.ent_type_ in {"DATE", "TIME"}


def _noun_action(noun: "Token", words: Lexicon) -> str:
    """Say an act noun as a verb phrase where the lexicon has its verb, else as it stands.

    What a noun of moving or giving has before it is its object ("troop deployment"); before
    any other it is the manner, which a verb can't take along: "air strikes" stay a noun.
    Adjectives are left out beside a verb: "a naval blockade of Kuwait" is "blockade Kuwait".
    """
    base = words.base.get(noun.lemma_.lower())
    kept = [
        each
        for each in noun.lefts
        if each.dep_ in {"compound", "amod"} and not each.ent_type_ and each.i == each.left_edge.i
    ]
    manner = [each for each in kept if each.dep_ == "compound"]
    rest = [
        _phrase_text(each)
        for each in noun.rights
        if each.dep_ == "prep" and not _timely(each) and each.lower_ not in _TIME
    ]
    if base is None or (manner and base not in _MOVING):
        named = noun.doc[kept[0].i : noun.i + 1] if _joined(kept, noun) else [*kept, noun]
        phrase = "".join(each.text_with_ws for each in named).strip()
        made = [_CARRIED_OUT] if base is not None else []
        return " ".join([*made, phrase, *rest])[:120]
    if rest and rest[0].startswith("of "):
        rest[0] = rest[0][3:]
    return " ".join([base, *(_many(each) for each in manner), *rest])[:120]


_EMPTIED = re.compile(r"\s*,\s*,\s*")  # two commas whose clause was cut
_MOVING = frozenset(
    ("deploy", "supply", "provide", "deliver", "withdraw", "remove", "close", "use")
)
_CARRIED_OUT = "carry out"
_UNCOUNTED = frozenset(("aid", "ammunition", "help", "equipment", "food", "fuel", "oil", "gas"))


def _joined(kept: "list[Token]", noun: "Token") -> bool:
    """Say whether nothing but hyphens stands between a noun and what is kept before it."""
    if not kept:
        return False
    places = {each.i for each in kept}
    between = range(kept[0].i, noun.i)
    return all(i in places or noun.doc[i].text == "-" for i in between)


def _many(thing: "Token") -> str:
    """Return what is moved or given in the plural: "troop deployment" moves troops."""
    word = thing.lower_
    if word in _UNCOUNTED or word.endswith("s") or thing.tag_ == "NNP":
        return thing.text if thing.tag_ == "NNP" else word
    return plural(word)


def _phrase_text(token: "Token") -> str:
    tokens = [each for each in token.subtree if not _cut(each, token)]
    tokens += _broken_off(tokens[-1], token) if tokens else []
    phrase = "".join(each.text_with_ws for each in tokens).strip(" ,;.")
    phrase = _EMPTIED.sub(" ", phrase)
    if tokens and tokens[0].is_sent_start and tokens[0].pos_ in {"DET", "PRON", "ADP"}:
        return phrase[:1].lower() + phrase[1:]
    return phrase


def _broken_off(last: "Token", top: "Token") -> "list[Token]":
    """Return what a parser parted from the end of a phrase: "his vice-president", "the Czech consulates".

    A word joined by a hyphen goes on; a noun behind a name in its own sentence's object is
    a noun still, though it was taken for a verb without a subject.
    """
    doc = last.doc
    found = []
    i = last.i + 1
    while (
        i + 1 < len(doc)
        and doc[i].text == "-"
        and not doc[i - 1].whitespace_ + doc[i].whitespace_
        and doc[i + 1].dep_ not in _TOLD  # it is said on its own
    ):
        found += [doc[i], doc[i + 1]]
        i += 2
    if found or i >= len(doc):
        return found
    noun = doc[i]
    taken = noun.dep_ == "ccomp" and noun.tag_ == "VBZ" and noun.head.i == top.head.i
    if top.dep_ == "dobj" and last.pos_ in {"PROPN", "ADJ"} and taken and noun.left_edge.i == i:
        rest = (each for each in noun.subtree if not _cut(each, noun))
        return list(takewhile(lambda each: each.text not in {",", ";"}, rest))
    return []


def _cut(each: "Token", top: "Token") -> bool:
    """Say whether a word of a phrase belongs to a clause that hangs on it."""
    current = each
    for _ in range(clauses.FAR):
        if current.i == top.i:
            return False
        if current.dep_ in clauses.BROKEN_OFF or current.dep_ == "acl":
            return True
        current = current.head
    return False
