"""Words that govern an act, and what a verb's own tense says of it."""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


BEING = frozenset(("be", "remain", "seem", "look", "appear", "become", "stay"))
UNDER = {
    "consideration": "considered",
    "discussion": "considered",
    "review": "considered",
    "debate": "considered",
    "table": "considered",
    "study": "considered",
    "cards": "possible",
    "options": "considered",
    "choices": "considered",
    "question": "ruled_out",
    "way": "ongoing",
    "preparation": "planned",
}
_OFF = frozenset(("table", "agenda", "cards"))
_NOT = {"ruled_out": "possible", "considered": "ruled_out", "planned": "ruled_out"}


_WEEKDAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
_TIMETABLED = frozenset(
    ("meet", "convene", "arrive", "fly", "depart", "travel", "vote", "visit", "host", "begin",
     "start", "open", "resume", "return", "expire", "end", "reconvene", "leave")
)  # fmt: skip
TERMS = frozenset(("hour", "day", "week", "month", "year", "minute", "deadline", "until", "term"))
_OPENING = frozenset(('"', "'", "`", ":", "-", "•", "*", ")", ";"))
_GIVING = frozenset(("give", "allow", "set", "grant"))


def phrase(token: "Token", words: Lexicon) -> str:
    """Return the lemma of a verb with its particle or preposition, as the lexicon has it.

    Examples
    --------
    >>> from detente.read.article import article
    >>> from detente.read.text.words import lexicon
    >>> doc = article("Rebels shot down the plane.").doc
    >>> phrase(doc[1], lexicon())
    'shoot_down'
    """
    lemma = token.lemma_.lower()
    if token.pos_ not in {"VERB", "AUX"}:
        return lemma
    found = lemma
    parts = [
        each.lower_
        for each in token.children
        if each.i > token.i
        and each.i - token.i <= 6  # noqa: PLR2004 - a particle stands near
        and (each.dep_ in {"prt", "prep", "advmod", "agent", "mark", "dative"})
    ]
    for place, part in enumerate(parts):
        longer = f"{lemma}_{part}"
        if longer in words.phrasal and found == lemma:
            found = longer
        if place + 1 < len(parts) and f"{longer}_{parts[place + 1]}" in words.phrasal:
            return f"{longer}_{parts[place + 1]}"
    return found


def operator(token: "Token", words: Lexicon) -> str | None:
    """Return what a word does to the act it governs: a status, or how it passes one on."""
    if token.pos_ in {"VERB", "AUX"}:
        key = phrase(token, words)
        found = words.operators.get(("verb", key))
        if found is None and key != token.lemma_.lower():
            found = (
                words.operators.get(("verb", token.lemma_.lower()))
                if words.verbs.get(key) in {None, words.verbs.get(token.lemma_.lower())}
                else None
            )
        if token.lemma_ == "call" and clauses.child(token, "oprd") is not None:
            return None  # "called the raid a crime" asks for none
        acting = clauses.child(token, "dobj") is not None  # "has set two lines" is no "set to"
        if found is None and token.tag_ in {"VBN", "VBG"} and not acting:
            found = words.operators.get(("adjective", token.lower_))
        return found
    in_order = token.lower_ == "order" and token.head.lower_ == "in"  # tells a purpose
    if (
        token.lower_ == "talks" or in_order
    ):  # "talk of a strike" weighs it, "talks on a truce" don't
        return None
    if token.pos_ in {"NOUN", "PROPN"}:
        return words.operators.get(("noun", token.lemma_.lower()))
    if token.pos_ in {"ADJ", "ADV"}:
        return words.operators.get(("adjective", token.lower_))
    return None


def own(verb: "Token", words: Lexicon) -> tuple[str | None, "Token | None"]:
    """Return what a verb's tense or modal says of it, and the modal.

    Returns
    -------
    (str or None, Token or None)
        None where the verb has no tense of its own or its past is denied.
    """
    denied = clauses.negated(verb)
    helper = clauses.modal(verb) or semi_modal(verb)
    if helper is not None:
        plain, turned = words.modals.get(helper.lower_, ("possible", "ruled_out"))
        status = turned if denied else plain
        perfect = any(each.lower_ == "have" and each.dep_ == "aux" for each in verb.children)
        if perfect and helper.lower_ in {"would", "could", "should", "might", "must", "'d"}:
            status = "none" if helper.lower_ != "must" else "done"
        return (None if status == "none" else status), helper
    return ("denied" if denied else _tense(verb)), None


def _tense(verb: "Token") -> str:
    """Return what a verb's form says of it."""
    tags = {each.tag_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBG":
        return "ongoing" if tags & {"VBD", "VBZ", "VBP", "VBN"} else "participle"
    if verb.tag_ == "VBD" or tags & {"VBD"}:
        return "done"
    if verb.tag_ == "VBN":
        return _participle(verb, tags)
    if verb.tag_ in {"VBZ", "VBP"}:
        return "planned" if _scheduled(verb) else "ongoing"
    return "demanded" if _imperative(verb) else "infinitive"


def _participle(verb: "Token", tags: set[str]) -> str:
    being = any(each.lower_ in {"being", "been"} for each in verb.children if "aux" in each.dep_)
    if any(each.lower_ in {"have", "has", "had", "'ve", "having"} for each in verb.children):
        return "done"
    if tags & {"VBZ", "VBP"} or being:
        return "ongoing"
    bare = "TO" in tags or bare_passive(verb)  # "that the general be reinforced"
    return "infinitive" if bare else "participle"


def _scheduled(verb: "Token") -> bool:
    """Say whether a present has a day to come: "the envoy arrives tomorrow"."""
    if any(each.dep_ in {"aux", "auxpass", "mark"} for each in verb.children):
        return False
    days = [far for each in verb.children for far in (each, *each.children)]
    if any(each.lower_ in {"tomorrow", "to-morrow"} for each in days):
        return True
    named = verb.lemma_ in _TIMETABLED and verb.dep_ in {"ROOT", "conj", "ccomp", "relcl"}
    return named and any(each.lower_ in _WEEKDAYS and each.i > verb.i for each in days)


def _imperative(verb: "Token") -> bool:
    """Say whether a bare verb is said to somebody: "Stop the war," he said."""
    if verb.tag_ != "VB" or verb.dep_ not in {"ROOT", "ccomp", "parataxis"}:
        return False
    if any(each.dep_ in {*clauses.SUBJECTS, "aux", "auxpass", "mark"} for each in verb.children):
        return False
    before = verb.doc[verb.i - 1].text if verb.i else ""
    return before in _OPENING


def bare_passive(verb: "Token") -> bool:
    """Say whether a passive has a subject and a bare "be", as what is asked for has."""
    return (
        clauses.child(verb, "nsubjpass") is not None
        and any(each.lower_ == "be" and each.dep_ == "auxpass" for each in verb.children)
        and not any(each.tag_ in {"TO", "MD"} for each in verb.children)
    )


def asked_before(verb: "Token", words: Lexicon) -> str | None:
    """Return how what a sentence asks for or resolves stands, by its last such word before a verb."""
    for each in reversed(verb.doc[verb.sent.start : verb.i]):
        if each.pos_ in {"VERB", "NOUN"}:
            status = operator(each, words)
            if status in {"demanded", "planned", "considered"}:
                return status
    return None


def semi_modal(verb: "Token") -> "Token | None":
    """Return "ought" where a parser makes it the head: "Germany ought to wait"."""
    above = verb.head
    return above if verb.dep_ == "xcomp" and above.lower_ == "ought" else None


def to_come(verb: "Token") -> str | None:
    """Return how an infinitive stands behind "is going to", "means to", "will have to".

    Examples
    --------
    >>> from detente.read.article import article
    >>> to_come(article("The junta means to try him.").doc[4])
    'planned'
    """
    above = verb.head
    if verb.tag_ not in {"VB", "VBN"} or finite_to(verb) is None:
        return None
    if _by_term(verb) is not None:
        return "demanded"
    return _ahead_of(above) if verb.dep_ == "xcomp" else None


def _by_term(verb: "Token") -> "Token | None":
    """Return the verb that gives somebody a time to do it in: "gave the envoys a week to leave"."""
    above = verb.head
    if above.lemma_.lower() in TERMS:
        return above.head if above.head.lemma_ in _GIVING else None
    timed = above.lemma_ in _GIVING | {"have"} and any(
        each.lemma_.lower() in TERMS and above.i < each.i < verb.i for each in above.children
    )
    return above if timed else None


def given_time(verb: "Token") -> "Token | None":
    """Return who is given a time to do what a verb says: the envoys in "gave the envoys a week"."""
    if verb.tag_ != "VB" or finite_to(verb) is None:
        return None
    giving = _by_term(verb)
    if giving is None:
        return None
    whom = clauses.child(giving, "dative", "nsubjpass") or clauses.child(giving, "dobj")
    return whom if whom is not None and whom.ent_type_ not in {"DATE", "TIME"} else None


def _ahead_of(above: "Token") -> str | None:
    """Return how an infinitive stands behind "go", "mean", "have" or "need"."""
    denied = clauses.negated(above)
    lemma = above.lemma_
    if lemma == "go" and above.tag_ == "VBG":
        return "planned"
    if lemma == "mean" and clauses.child(above, "nsubj", "nsubjpass") is not None:
        return "ruled_out" if denied else "planned"
    if denied or lemma not in {"have", "need"}:
        return None
    if clauses.modal(above) is not None or above.tag_ in {"VBZ", "VBP"}:
        return "demanded"
    return "done" if lemma == "have" and above.tag_ == "VBD" else None  # "had to send": it did


def finite_to(verb: "Token") -> "Token | None":
    """Return the "to" of an infinitive."""
    return next((each for each in verb.children if each.tag_ == "TO"), None)


def holds_possible(verb: "Token", words: Lexicon) -> bool:
    """Say whether a verb holds its object likely or possible: "judge a strike to be unlikely"."""
    for each in verb.children:
        if each.dep_ in {"oprd", "acomp", "ccomp", "xcomp", "advcl"}:
            for word in (each, *each.children):
                if words.operators.get(("adjective", word.lower_)) == "possible":
                    return True
    return False


def predicate(verb: "Token", words: Lexicon) -> "tuple[str, Token] | None":
    """Return what is said of a subject by way of "is": likely, an option, under consideration."""
    if verb.lemma_ not in BEING:
        return None
    found = next(filter(None, (_said_of(each, words) for each in verb.children)), None)
    if found is None or not clauses.negated(verb):
        return found
    what, word = found
    return _NOT.get(what, what), word


def _said_of(each: "Token", words: Lexicon) -> "tuple[str, Token] | None":
    """Return what one complement of "is" says of the subject."""
    if each.dep_ in {"acomp", "oprd"}:
        turn = words.operators.get(("adjective", each.lower_))
        return (turn, each) if turn is not None else None
    if each.dep_ == "attr":
        for word in (each, *each.children):
            likely = words.operators.get(("adjective", word.lower_)) == "possible"
            if likely and (word.dep_ == "amod" or (word is each and each.pos_ == "ADJ")):
                return "possible", word
        turn = words.operators.get(("noun", each.lemma_.lower()))
        return (turn, each) if turn in {"possible", "considered"} else None
    if each.dep_ == "prep" and each.lower_ == "off":
        noun = next((far for far in clauses.prepositional(each.head, "off")), None)
        return ("ruled_out", noun) if noun is not None and noun.lower_ in _OFF else None
    if each.dep_ == "prep" and each.lower_ in {"under", "on", "in", "out", "among"}:
        noun = next((far for far in clauses.prepositional(each.head, each.lower_)), None)
        if noun is not None and noun.lower_ in UNDER:
            return UNDER[noun.lower_], noun
    return None


def yet_to_come(verb: "Token") -> bool:
    """Say whether a present stands behind "before", "until", "once" or "when": "before it is signed"."""
    if verb.dep_ not in {"advcl", "pcomp"} or not clauses.marks(verb) & {
        "before",
        "until",
        "once",
        "when",
    }:
        return False
    return not any(each.tag_ == "VBD" for each in (verb, *verb.children))


def no_choice(verb: "Token") -> bool:
    """Say whether "no choice but to" stands before a verb."""
    words = [each.lower_ for each in verb.doc[max(0, verb.i - 5) : verb.i]]
    return "but" in words and bool({"choice", "option", "alternative"} & set(words))


def subjunctive(verb: "Token") -> bool:
    """Say whether a verb lacks the ending that its subject asks for: "that Iran halt"."""
    who = clauses.child(verb, "nsubj")
    if verb.tag_ not in {"VB", "VBP"} or who is None:
        return False
    if verb.head.tag_ in {"VBD", "VBN"}:
        return True
    return who.tag_ in {"NN", "NNP"} and clauses.child(who, "conj") is None


def foreseen(verb: "Token") -> bool:
    """Say whether a verb of urging is itself only foreseen: "would push Japan to rearm"."""
    first = clauses.conjuncts_head(verb)
    helper = clauses.modal(verb) or (clauses.modal(first) if verb.tag_ == "VB" else None)
    return (
        helper is not None
        and verb.lemma_ in {"push", "press", "pressure", "lead", "order"}
        and helper.lower_
        in {
            "would",
            "could",
            "might",
            "may",
            "will",
        }
    )


def tells_deed(being: "Token", words: Lexicon) -> bool:
    """Say whether "was to" tells what somebody did: "her response was to close the strait"."""
    if being.lemma_ != "be" or being.tag_ != "VBD":
        return False
    who = clauses.child(being, "nsubj")
    if who is not None and who.lower_ == "one":  # "one of her first acts was to"
        who = next(clauses.prepositional(who, "of"), who)
    return who is not None and who.lemma_.lower() in words.classes["done_by"]
