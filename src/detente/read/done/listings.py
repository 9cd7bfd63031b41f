"""Acts told as entries of a list: "the options range from a blockade to an invasion".

A word for choices, demands, plans or threats opens the list; a verb ("include",
"range from"), "such as" or a colon joins its entries, which are act nouns and
gerunds. Each entry stands as the word that opens the list says.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.operators import tells_deed
from detente.read.text.tags import LABELS
from detente.read.text.wordlists import listed
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STATUSES = ("considered", "demanded", "planned", "threatened", "possible")
_LISTING = listed("listings", "verbs")
_BY_PREPOSITION = frozenset({"range", "consist", "run", "extend", "stretch", "vary", "go"})
_SUCH = frozenset({"including", "include"})
_SEPARATORS = frozenset({",", ";", ":", "and", "or", "—", "-", "–"})
_HEADS = frozenset({"NOUN", "VERB", "PROPN"})


def entries(doc: "Doc") -> dict[int, tuple[str, "Token"]]:
    """Return the heads of listed acts: how each stands, and the word that opens its list.

    Parameters
    ----------
    doc : Doc
        The parsed text.

    Returns
    -------
    dict of int to (str, Token)
        By the place of the head of the entry. A finite verb is none.
    """
    found: dict[int, tuple[str, Token]] = {}
    for token in clauses.tokens(doc):
        if token.pos_ not in {"NOUN", "PROPN"}:
            continue
        status = _opening(token)
        labelled = _labelled(token)
        if labelled is not None:
            for each in (labelled, *labelled.conjuncts):
                found.setdefault(each.i, (status or "possible", token))
        if status is None:
            continue
        for entry in _entries(token):
            for each in (entry, *entry.conjuncts):
                if each.i > token.i and _may_be_entry(each):
                    found.setdefault(each.i, (status, token))
    return found


def _opening(noun: "Token") -> str | None:
    lemma = noun.lemma_.lower()
    return next((status for status in STATUSES if lemma in listed("listings", status)), None)


def _labelled(noun: "Token") -> "Token | None":
    """Return the verb that a label opens: "strike" of "Option B: strike the site"."""
    doc, colon = noun.doc, noun.i + 2
    if noun.lower_ not in LABELS or colon >= len(doc) - 1 or doc[colon].text != ":":
        return None
    verb = doc[colon + 1]
    return verb if verb.tag_ == "VB" and not clauses.child(verb, "aux") else None


def _may_be_entry(token: "Token") -> bool:
    if token.pos_ not in _HEADS or token.ent_type_ in {"DATE", "TIME", "GPE", "PERSON", "NORP"}:
        return False
    return token.pos_ != "VERB" or (not clauses.finite(token) and token.tag_ in {"VBG", "VB"})


def _entries(noun: "Token") -> Iterator["Token"]:
    """Yield the first entries of the list that a noun opens; those joined to them follow."""
    verb = noun.head
    if verb.lemma_ == "range" and noun.dep_ == "compound":
        yield from _of_verb(verb)
    if (
        noun.dep_ in clauses.SUBJECTS
        and verb.lemma_ in _LISTING
        and not tells_deed(verb, lexicon())
    ):
        yield from _of_verb(verb)
    for each in noun.children:
        if each.dep_ in {"relcl", "acl"} and each.lemma_ in _LISTING:
            yield from _of_verb(each)
        elif each.dep_ == "prep" and each.lower_ in _SUCH | {"from", "as", "like"}:
            if each.lower_ == "from" and noun.lemma_ not in {"range", "menu", "option", "choice"}:
                continue
            yield from (far for far in each.children if far.dep_ in {"pobj", "pcomp"})
    if noun.dep_ == "pobj" and noun.head.lower_ == "among":  # "among the courses are ..."
        being = next((each for each in noun.head.ancestors if each.lemma_ == "be"), None)
        if being is not None and being.i > noun.i:
            yield from _pieces(being)
    yield from _behind_colon(noun)


def _of_verb(verb: "Token") -> Iterator["Token"]:
    if verb.lemma_ in _BY_PREPOSITION:
        yield from clauses.prepositional(verb, "from", "to", "of", "through", "between")
        for each in verb.children:
            if each.dep_ == "prep" and each.lower_ in {"from", "to", "of"}:
                for far in each.children:
                    if far.dep_ == "prep":
                        yield from (deep for deep in far.children if deep.dep_ in {"pobj", "pcomp"})
        return
    for each in verb.children:
        if each.i > verb.i and (
            each.dep_ in {"dobj", "attr", "xcomp", "ccomp", "oprd"}
            or (each.dep_ == "advcl" and each.tag_ == "VBG")
        ):
            yield each


def _behind_colon(noun: "Token") -> Iterator["Token"]:
    """Yield what stands apart by commas behind a colon that follows the noun's clause."""
    doc, sentence = noun.doc, noun.sent
    colon = next(
        (t for t in doc[noun.i + 1 : min(noun.i + 14, sentence.end)] if t.text == ":"), None
    )
    if colon is None:
        return
    yield from _pieces(colon)


def _pieces(opening: "Token") -> Iterator["Token"]:
    """Yield the heads of what stands apart by commas from a word to the end of its sentence."""
    doc, sentence = opening.doc, opening.sent
    start = opening.i + 1
    for i in range(start, sentence.end):
        apart = doc[i].lower_ in _SEPARATORS or doc[i].is_sent_end
        if not apart:
            continue
        piece = doc[start : i + 1 if doc[i].is_sent_end else i]
        start = i + 1
        if len(piece) and _may_be_entry(piece.root):
            root = piece.root
            first = piece[0]
            if first.tag_ in {"VBG", "DT", "JJ", "NN", "NNS", "PRP$", "CD", "TO", "VB"}:
                yield root
