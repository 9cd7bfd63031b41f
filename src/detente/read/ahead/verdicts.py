"""Verdicts on what may come: "cannot be ruled out", "Probably not.", "is another matter".

Each function looks at one word and returns the forecast that it makes, if any.
"""

from typing import TYPE_CHECKING

from detente.read.ahead.expected import Found
from detente.read.grammar import clauses, stretches
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEIGHING = frozenset(
    ("observer", "analyst", "expert", "diplomat", "nobody", "none", "few", "most", "economist")
)
_UNSURE = frozenset(
    ("sure", "certain", "doubtful", "unclear", "uncertain", "open", "questionable", "moot")
)
_LOOSE = frozenset(("almost", "very", "quite", "most", "more", "in", "all", "perhaps"))
_ASKED_ABOUT = 5  # words of the shortest "Whether it holds remains to be seen"
_SHORT = 16  # words of an answer without a verb
_PHRASES = {
    "cards": ("on", "the", "cards"),
    "sight": ("in", "sight"),
    "offing": ("in", "the", "offing"),
    "horizon": ("on", "the", "horizon"),
    "question": ("out", "of", "the", "question"),
    "reach": ("out", "of", "reach"),
}


def ruled_out(verb: "Token") -> Found | None:
    """Return "a clash cannot be excluded", "most observers rule it out"."""
    out = clauses.child(verb, "prt")
    if verb.pos_ != "VERB" or (verb.lemma_ == "rule" and (out is None or out.lower_ != "out")):
        return None
    by_no_means = verb.dep_ == "relcl" and verb.head.lower_ == "means"
    if by_no_means:
        above = clauses.head_verb(verb.head)
        return Found(*stretches.whole(above), above, "not excluded")
    who = clauses.subject(verb)
    if clauses.passive(verb):
        helper = clauses.modal(verb)
        if helper is None or helper.lower_ in {"will", "would", "should", "must"}:
            return None
        rule = "not excluded" if clauses.negated(verb) else "excluded"
        return Found(*stretches.whole(verb), verb, rule)
    if who is None or who.lemma_.lower() not in _WEIGHING or verb.tag_ == "VBG":
        return None
    return Found(*stretches.whole(verb), verb, "excluded by observers")


def in_a_phrase(word: "Token") -> Found | None:
    """Return "war is on the cards", "no settlement is in sight", "is out of the question"."""
    phrase = _PHRASES.get(word.lower_, ())
    first = word.i - len(phrase) + 1
    if (
        not phrase
        or first < 0
        or tuple(each.lower_ for each in word.doc[first : word.i + 1]) != phrase
    ):
        return None
    verb = word.doc[first].head
    who = clauses.subject(verb) if verb.lemma_ in {"be", "remain", "seem"} else None
    if who is None or verb.tag_ == "VBD":
        return None
    return Found(*stretches.whole(verb), verb, "a phrase of outlook")


def answered(word: "Token") -> Found | None:
    """Return the answer "Probably not.", "Almost certainly not before May.", "Slim."."""
    sentence = word.sent
    near = all(
        each.lower_ in _LOOSE or each.is_punct for each in sentence[: word.i - sentence.start]
    )
    if not near or len(sentence) > _SHORT or sentence[-1].text not in {".", ";"}:
        return None
    if any(each.pos_ in {"VERB", "AUX"} and clauses.finite(each) for each in sentence):
        return None
    end = sentence[-1].idx
    return Found(sentence[0].idx, end, sentence.root, "an answer of likelihood")


def likeliest(word: "Token") -> Found | None:
    """Return "the likeliest is drift"."""
    verb = word.head
    if word.dep_ != "nsubj" or verb.lemma_ not in {"be", "remain", "seem"}:
        return None
    return Found(*stretches.whole(verb), verb, "the likeliest")


def whether(word: "Token") -> Found | None:
    """Return "whether it will hold is another matter", "it remains to be seen whether"."""
    asked = word.head
    verb = asked.head
    if word.dep_ != "mark" or verb is asked:
        return None
    if asked.dep_ in {"csubj", "nsubj", "csubjpass"} and verb.lemma_ in {"be", "remain"}:
        said = [each.lower_ for each in word.doc[verb.i : verb.right_edge.i + 1]]
        open_matter = "matter" in said or "question" in said or bool(_UNSURE & set(said))
        if not open_matter:
            return None
        return Found(asked.left_edge.idx, stretches.whole(verb)[1], asked, "an open question")
    if asked.dep_ == "ccomp" and verb.lower_ == "seen" and verb.head.lemma_ == "remain":
        start, _ = stretches.whole(verb.head)
        return Found(start, stretches.subtree(asked)[1], asked, "an open question")
    return None


def remains_to_be_seen(word: "Token") -> Found | None:
    """Return "How Turkey will respond remains to be seen", however it was parsed."""
    doc, sentence = word.doc, word.sent
    before = [each.lower_ for each in doc[max(word.i - 3, sentence.start) : word.i]]
    if before not in (["remains", "to", "be"], ["remained", "to", "be"]):
        return None
    first = sentence[0]
    if first.lower_ not in {"whether", "how", "what", "if"} or word.i - first.i < _ASKED_ABOUT:
        return None
    asked = next((each for each in sentence if clauses.modal(each) is not None), word)
    return Found(first.idx, word.idx + len(word), asked, "an open question")


def points_to(verb: "Token") -> Found | None:
    """Return "everything points to a new offensive"."""
    who = clauses.child(verb, "nsubj")
    signs = {"everything", "all", "signs", "sign", "evidence", "indications"}
    if who is None or who.lower_ not in signs or verb.tag_ not in {"VBZ", "VBP"}:
        return None
    to = next(clauses.prepositional(verb, "to", "towards", "toward"), None)
    return Found(*stretches.whole(verb), verb, "signs point to") if to is not None else None


def looked_for(verb: "Token") -> Found | None:
    """Return "officials look for long talks", "no resistance is looked for"."""
    passive = clauses.passive(verb)
    if verb.tag_ not in {"VBP", "VBZ", "VBN"} or (verb.tag_ == "VBN" and not passive):
        return None
    thing = clauses.child(verb, "nsubjpass") if passive else None
    if any(each.lower_ == "for" and each.dep_ in {"prep", "prt"} for each in verb.children):
        thing = thing or next(clauses.prepositional(verb, "for"), None)
    else:
        thing = None
    who = clauses.child(verb, "nsubj", "nsubjpass")
    if thing is None or who is None or who.lower_ in {"he", "she"}:
        return None
    lemma = thing.lemma_.lower()
    if lemma not in lexicon().nouns and lemma not in word_class("likelihood_nouns") | _COMING:
        return None
    return Found(*stretches.whole(verb), verb, "looked for")


_COMING = frozenset(
    ("resistance", "trouble", "form", "outcome", "result", "end", "delay", "quarrel")
)


def stage_set(noun: "Token") -> Found | None:
    """Return "the stage is set for a long war"."""
    verb = noun.head
    if verb.lemma_ != "set" or noun.dep_ not in {"nsubjpass", "nsubj"}:
        return None
    return Found(*stretches.whole(verb), verb, "the stage is set")


def hopes_pinned(verb: "Token") -> Found | None:
    """Return "pinned its hopes on a mediator"."""
    hopes = clauses.child(verb, "dobj")
    if hopes is None or hopes.lemma_ != "hope":
        return None
    on = any(each.lower_ == "on" for each in (*verb.children, *hopes.children))
    return Found(*stretches.whole(verb), verb, "hopes pinned on") if on else None
