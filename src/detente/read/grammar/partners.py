"""With which verb another is coordinated: the one that has its form.

A parser hangs "and imposed a ban" on the verb that stands nearest: "ordered the
diplomats to be gone by midnight and imposed a ban". A past tense goes with a
past tense, "has" with a present, "should" with "should".
"""

from typing import TYPE_CHECKING

from detente.read.text.neighbours import word_after

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 8
_BELOW = frozenset(("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp", "conj", "prep", "pobj",
                    "dobj", "attr", "acomp"))  # fmt: skip
_PASTS = frozenset(
    ("took", "went", "began", "gave", "drew", "withdrew", "broke", "drove", "wrote", "flew", "forbade",
     "spoke", "chose", "swore", "fell", "rose", "froze", "threw", "undertook", "overthrew", "forwent",
     "arose", "foresaw", "came", "became", "overcame", "ran")
)  # fmt: skip
_LIKE = {
    "past": frozenset(("past", "perfect", "pluperfect", "participle")),
    "present": frozenset(("present", "perfect", "participle")),
    "perfect": frozenset(("present", "perfect")),
    "pluperfect": frozenset(("past", "pluperfect")),
}


def partner(verb: "Token") -> "Token":
    """Return the verb before a coordinated one that it shares its subject with.

    Parameters
    ----------
    verb : Token
        A verb with the label ``conj``.

    Returns
    -------
    Token
        The verb that the parser names, but where that one's form doesn't go with this
        one's and the form of a verb above it does.
    """
    above = verb.head
    form = _form(verb)
    said = _said_before(verb, above, form)
    if said is not None:
        return said
    if _fit(form, _form(above), verb) and not (form == "past" and _told_apart(verb, above)):
        return above
    for _ in range(_FAR):
        if above.head.i == above.i or above.dep_ not in _BELOW:
            break
        above = above.head
        if above.pos_ in {"VERB", "AUX"} and _same(form, _form(above)):
            return above
    return verb.head


def _said_before(verb: "Token", above: "Token", form: str) -> "Token | None":
    """Return what a verb goes on behind an aside: "Chad had given way, he added, and had paid"."""
    said = next((each for each in above.lefts if each.dep_ == "ccomp"), None)
    if above.dep_ == "parataxis" and above.head.i < above.i:
        said = above.head
    if said is None or word_after(above) != ",":
        return None
    behind = verb.i - 1
    while behind > above.i and verb.doc[behind].dep_ in {"aux", "auxpass", "neg", "advmod"}:
        behind -= 1
    joined = verb.doc[behind].dep_ == "cc"
    return said if joined and _same(form, _form(said)) else None


def _form(verb: "Token") -> str:
    """Return a verb's form: its modal, or past, present, perfect, pluperfect, to, bare..."""
    aux = {each.tag_: each for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    if "MD" in aux:
        return aux["MD"].lemma_.lower()
    if "TO" in aux:
        return "to"
    had = next((each for each in aux.values() if each.lemma_ in {"have", "having"}), None)
    if had is not None and verb.tag_ in {"VBN", "VBD", "VBG"}:
        return {"VBD": "pluperfect", "VBG": "ing", "VB": "bare"}.get(had.tag_, "perfect")
    for tag, form in (("VBD", "past"), ("VBZ", "present"), ("VBP", "present")):
        if tag in aux or verb.tag_ == tag:
            return form
    if verb.tag_ == "VB" or "VB" in aux:
        return "bare"
    return "ing" if verb.tag_ == "VBG" else "participle"


def _fit(form: str, other: str, verb: "Token") -> bool:
    """Say whether a verb of one form may go with one of another."""
    if form == other or form in {"bare", "to", "ing", "participle"}:
        return True
    if verb.tag_ == "VBP" and form == "present":
        return True  # a bare infinitive has the same letters
    return other in _LIKE[form] if form in _LIKE else False


def _told_apart(verb: "Token", above: "Token") -> bool:
    """Say whether a past tense only seems to go with a participle: "found that they had dug in and withdrew".

    A comma parts it from what is told of another: "said that it had staged the raid, and warned".
    """
    if above.dep_ not in {"ccomp", "xcomp"} or above.head.pos_ != "VERB":
        return False
    form = _form(above)
    if form == "participle":
        return above.head.lemma_ in {"have", "get"} and verb.tag_ == "VBD"
    if form != "pluperfect":
        return False
    before = verb.doc[verb.i - 1]
    parted = before.dep_ == "cc" and before.i > 0 and verb.doc[before.i - 1].text == ","
    return parted or verb.lower_ in _PASTS


def _same(form: str, other: str) -> bool:
    if form == other:
        return True
    return form in {"past", "perfect", "present"} and other in _LIKE[form] - {"participle"}
