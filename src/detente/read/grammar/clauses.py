"""Questions about a parsed clause: who, what, how denied, how far it goes.

Labels are those of spaCy's English models (ClearNLP). Every function looks at
a token's children or parents only, so a pass over a text is linear.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.grammar.partners import partner
from detente.read.grammar.slips import (
    behind_year,
    beside,
    dated,
    displaced,
    headless,
    joined,
    mistaken,
    rooted,
    swallowed,
)
from detente.read.text.neighbours import word_before

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
COMPLEMENTS = frozenset(
    (
        "dobj",
        "dative",
        "prep",
        "prt",
        "xcomp",
        "attr",
        "oprd",
        "agent",
        "acomp",
        "npadvmod",
        "advmod",
        "neg",
        "aux",
        "auxpass",
    )
)
BROKEN_OFF = frozenset(("relcl", "advcl", "parataxis", "appos", "ccomp", "intj", "meta"))
_PREPOSITIONS = frozenset(("prep", "dative", "agent"))
CONDITIONAL_MARKS = frozenset(("if", "unless", "should", "once", "whether", "lest"))
FAR = 40
_KIDS = "detente.kids"
_WORDS = "detente.words"
_SUBJECTS_KNOWN = "detente.subjects"
_PASSIVES_KNOWN = "detente.passives"
_DENIALS_KNOWN = "detente.denials"
_MODALS = "detente.modals"
NAMES = "detente.names"  # of `ahead.effects`
_MANNER = frozenset(
    ("helicopter", "air", "sea", "land", "force", "road", "rail", "train", "ship", "boat", "plane",
     "telephone", "phone", "radio", "letter", "mistake", "accident", "night", "day", "law", "decree",
     "vote", "parachute", "hand", "mail", "post", "lorry", "truck", "car", "surprise", "treaty")
)  # fmt: skip
_RECKONED = frozenset(("account", "admission", "reckoning", "telling", "estimate", "count"))
_TOLD = frozenset(
    ("tell", "ask", "warn", "inform", "notify", "remind", "order", "instruct", "assure", "advise")
)
DASHES = frozenset(("—", "--"))
ASIDE = frozenset(
    ("after", "before", "during", "despite", "amid", "following", "since", "because", "as", "due")
)


def lemma(token: "Token") -> str:
    """Return a word's lemma in small letters; the parts that hyphens join are one word.

    Examples
    --------
    >>> from detente.read.article import article
    >>> lemma(article("A cease-fire held.").doc[3])
    'cease-fire'
    """
    word = token.lemma_.lower()
    doc, i = token.doc, token.i
    while (
        i > 1
        and doc[i - 1].text == "-"
        and not doc[i - 1].whitespace_
        and not doc[i - 2].whitespace_
    ):
        i -= 2
        word = f"{doc[i].lower_}-{word}"
    return word


def kids(token: "Token") -> "list[Token]":
    """Return a word's children in order, from a table made once for each text.

    spaCy makes a new object for each child each time it is asked, and rules ask often.
    """
    table = token.doc.user_data.get(_KIDS)
    if table is None:
        table = token.doc.user_data[_KIDS] = _table(token.doc)
    return table[token.i]


def tokens(doc: "Doc") -> "tuple[Token, ...]":
    """Return the words of a text, made once: spaCy makes them anew each time it is gone through."""
    made: tuple[Token, ...] | None = doc.user_data.get(_WORDS)
    if made is None:
        made = doc.user_data[_WORDS] = tuple(doc)
    return made


def _table(doc: "Doc") -> "list[list[Token]]":
    table: list[list[Token]] = [[] for _ in range(len(doc))]
    for token in tokens(doc):
        above = token.head.i
        if above != token.i:
            table[above].append(token)
    return table


def forget(doc: "Doc") -> None:
    """Drop the tables of a text that is done with, which else only the garbage collector would."""
    for table in (_KIDS, _WORDS, _SUBJECTS_KNOWN, _PASSIVES_KNOWN, _DENIALS_KNOWN, _MODALS, NAMES):
        doc.user_data.pop(table, None)


def child(token: "Token", *labels: str) -> "Token | None":
    """Return the first child with one of the labels."""
    return next((each for each in kids(token) if each.dep_ in labels), None)


def conjuncts_head(token: "Token") -> "Token":
    """Return the first of the coordinated words that this one belongs to."""
    for _ in range(FAR):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def subject(verb: "Token") -> "Token | None":
    """Return a verb's own grammatical subject; a coordinated verb shares the first one's.

    The subject of a relative clause is the noun it hangs on where "who" or "which" stands for it.
    It is looked for once for each verb of a text.
    """
    known = verb.doc.user_data.setdefault(_SUBJECTS_KNOWN, {})
    if verb.i not in known:
        known[verb.i] = _subject(verb)
    found: Token | None = known[verb.i]
    return found


def _subject(verb: "Token") -> "Token | None":
    if displaced(verb):
        verb = verb.head.head
    for _ in range(FAR):
        found = child(verb, *SUBJECTS) or _of_helper(verb) or rooted(verb)
        if found is not None and verb.dep_ == "conj" and dated(found):
            found = None
        found = found or joined(verb)
        if found is None and verb.dep_ == "conj":
            found = _name(beside(verb) or swallowed(verb))
        if found is not None:
            if found.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
                return verb.head
            return _of_series(found) if found.tag_ == "VBD" else found
        if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
            verb = partner(verb)
        elif verb.dep_ == "acl" and verb.tag_ in {"VBG", "VBN"}:
            return verb.head
        else:
            first = next(
                (each for each in verb.lefts if each.dep_ == "ccomp" and each.tag_ == "VBD"), None
            )
            if first is not None:
                return _of_series(first)
            return behind_year(verb) or mistaken(verb) or swallowed(verb) or beside(verb)
    return None


def _name(found: "Token | None") -> "Token | None":
    """Return a noun that was taken for the subject of a coordinated verb, if it is a name."""
    return found if found is not None and found.pos_ == "PROPN" else None


def _of_helper(verb: "Token") -> "Token | None":
    """Return the subject that a parser gave to "was" of "Peru was opposed to it"."""
    for each in kids(verb):
        if each.dep_ in {"aux", "auxpass"} and (found := child(each, "nsubj")) is not None:
            return found
    return None


def _of_series(verb: "Token") -> "Token | None":
    """Return the subject of "Troops overran the town, disarmed ...", where a parser hangs one verb on the other."""
    who = child(verb, *SUBJECTS)
    return who if who is None or who.pos_ != "VERB" else None


def passive(verb: "Token") -> bool:
    """Say whether the verb is a passive, or a past participle behind a noun; looked at once."""
    known = verb.doc.user_data.setdefault(_PASSIVES_KNOWN, {})
    if verb.i not in known:
        known[verb.i] = _passive(verb)
    return bool(known[verb.i])


def _passive(verb: "Token") -> bool:
    if any(each.dep_ in {"auxpass", "nsubjpass"} for each in kids(verb)):
        return True
    if displaced(verb) or headless(verb) or rooted(verb) is not None:
        return False
    if verb.dep_ == "conj" and verb.lemma_ in _TOLD and _told_in_turn(verb):
        return True
    if verb.tag_ != "VBN" or any(each.dep_ in {"aux", "nsubj"} for each in kids(verb)):
        return False
    if verb.dep_ in {"acl", "amod"}:
        return True
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and passive(verb.head)


def _told_in_turn(verb: "Token") -> bool:
    """Say whether a verb goes on a passive: "The envoy was called to the ministry and asked to leave"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.head.pos_ != "VERB":
        return False
    own = {"dobj", "dative", "aux", "nsubj", "nsubjpass"}
    return not any(each.dep_ in own for each in kids(verb)) and passive(partner(verb))


def causer(verb: "Token") -> "Token | None":
    """Return who has a thing done: Germany in "Germany got the ship recalled"."""
    above = verb.head
    if (
        verb.tag_ not in {"VBN", "VBD"}
        or verb.dep_ not in {"ccomp", "xcomp"}
        or above.lemma_ not in {"get", "have"}
        or any(each.dep_ in {"aux", "auxpass", "mark"} for each in kids(verb))
    ):
        return None
    return subject(above)


def agent(verb: "Token") -> "Token | None":
    """Return the noun behind "by" of a passive."""
    by = child(verb, "agent")
    if by is None and passive(verb):
        by = next(
            (each for each in kids(verb) if each.dep_ == "prep" and each.lower_ == "by"), None
        )
    noun = child(by, "pobj") if by is not None else None
    timed = (
        noun is not None
        and noun.ent_type_ in {"DATE", "TIME"}
        and (noun.pos_ in {"PROPN", "NUM"} or noun.tag_ == "NN")
    )
    manner = noun is not None and noun.tag_ == "NN" and noun.lemma_ in _MANNER and not kids(noun)
    reckoned = (
        noun is not None and noun.lemma_ in _RECKONED
    )  # "were armed, by his account, at home"
    # "left by Christmas", "were lifted by helicopter"
    return None if timed or manner or reckoned else noun


def negated(token: "Token") -> bool:
    """Say whether "not", "never" or "no longer" denies the word, or "no" its noun; looked at once."""
    known: dict[int, bool] = token.doc.user_data.setdefault(_DENIALS_KNOWN, {})
    found = known.get(token.i)
    if found is None:
        found = known[token.i] = _negated(token)
    return found


def _negated(token: "Token") -> bool:
    for each in kids(token):
        if each.dep_ == "neg" or each.lower_ in {"never", "hardly", "neither", "nor"}:
            return True
        if each.dep_ == "det" and each.lower_ in {"no", "neither"}:
            return True
        if each.dep_ == "advmod" and each.lower_ == "longer":
            if word_before(each) in {"no", "any"}:
                return True
            continue
    who = child(token, "nsubj", "nsubjpass")
    return who is not None and (
        who.lower_ in {"none", "nobody", "neither", "nothing"}
        or any(
            (each.lower_ in {"no", "neither"} and each.dep_ in {"det", "preconj"})
            or (each.dep_ == "neg" and each.i + 1 < who.i and who.doc[each.i + 1].lower_ == "even")
            for each in kids(who)
        )
    )


def finite(verb: "Token") -> bool:
    """Say whether the verb has a tense or a modal of its own."""
    if verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return True
    return any(
        each.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        for each in kids(verb)
        if each.dep_ in {"aux", "auxpass"}
    )


def modal(verb: "Token") -> "Token | None":
    """Return the modal verb before a verb, from a table made once for each text."""
    doc = verb.doc
    table: dict[int, Token] | None = doc.user_data.get(_MODALS)
    if table is None:
        table = doc.user_data[_MODALS] = {}
        for each in tokens(doc):
            if each.tag_ == "MD" and each.dep_ in {"aux", "auxpass"} and each.head.i != each.i:
                table.setdefault(each.head.i, each)
    return table.get(verb.i)


def perfect(verb: "Token") -> bool:
    """Say whether a verb has "have" before it."""
    return any(each.lower_ == "have" and each.dep_ == "aux" for each in kids(verb))


def objects(verb: "Token") -> Iterator["Token"]:
    """Yield what the verb acts upon: its objects, or a passive's subject, with their conjuncts."""
    for each in kids(verb):
        if each.dep_ in {"dobj", "nsubjpass"}:
            yield each
            yield from each.conjuncts
    if displaced(verb) or (verb.dep_ in {"acl", "amod"} and passive(verb)):
        yield verb.head
    elif verb.dep_ == "conj" and verb.lemma_ in _TOLD and _told_in_turn(verb):
        shared = subject(verb)  # "was called to the ministry and warned"
        if shared is not None:
            yield shared


def prepositional(token: "Token", *preps: str) -> Iterator["Token"]:
    """Yield the nouns behind a word's own prepositions, in order."""
    for each in kids(token):
        if each.dep_ in _PREPOSITIONS and (not preps or each.lower_ in preps):
            yield from _behind(each)


def _behind(prep: "Token") -> Iterator["Token"]:
    for noun in kids(prep):
        if noun.dep_ in {"pobj", "pcomp"}:
            yield noun
            yield from noun.conjuncts
        elif noun.dep_ == "prep":
            yield from (far for far in kids(noun) if far.dep_ == "pobj")


def behind_prepositions(token: "Token") -> "dict[str, list[Token]]":
    """Return the nouns behind each of a word's own prepositions, as `prepositional` yields them."""
    found: dict[str, list[Token]] = {}
    for each in kids(token):
        if each.dep_ in _PREPOSITIONS:
            found.setdefault(each.lower_, []).extend(_behind(each))
    return found


def marks(clause: "Token") -> set[str]:
    """Return the words that open a subordinate clause, in lower case."""
    return {each.lower_ for each in kids(clause) if each.dep_ in {"mark", "advmod"}}


def conditional(verb: "Token") -> bool:
    """Say whether a clause stands behind if, unless or an inverted "should"."""
    for each in kids(verb):
        if each.dep_ == "mark" and each.lower_ in {"if", "unless", "lest"}:
            return True
        if each.dep_ == "aux" and each.lower_ == "should" and verb.dep_ == "advcl":
            return True
    return False


def head_verb(token: "Token") -> "Token":
    """Return the nearest verb above a word, or the word at the top."""
    current = token
    for _ in range(FAR):
        if current.head.i == current.i or (
            current.pos_ in {"VERB", "AUX"} and current.dep_ not in {"aux", "auxpass"}
        ):
            return current
        current = current.head
    return current
