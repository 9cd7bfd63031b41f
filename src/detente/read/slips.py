"""Where a parser slips: verbs taken for adjectives, subjects for adverbs or objects of "in 1958".

Each looks at the words beside a verb only.
"""

from typing import TYPE_CHECKING

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
    """Return the subject that a parser took into "In April 1958 Egypt and Syria appealed"."""
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
    return None
