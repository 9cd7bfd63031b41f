"""Inflect the verb phrases that label options: supply, supplied, supplying, supplies.

A label is a short verb phrase in its base form, "supply lethal weapons to
Ukraine". Only its head verb changes; the rest stands. Spelling rules do most of
the work, a table of irregular verbs the rest. What is no verb phrase ("Modified
control order") is carried along in quotes: "go for “Modified control order”".
"""

from typing import Literal

from detente.report.lexicon import words_of

Form = Literal["base", "past", "participle", "gerund", "third"]

_WORDS = words_of("verbs")
IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (
        line.split() for line in _WORDS["irregular"].strip().splitlines()
    )
}
DOUBLED, LY_VERBS, NOUN_LIKE_VERBS, ED_VERBS, REFRAINING, DETERMINERS = (
    frozenset(_WORDS[kind].split())
    for kind in ("doubled", "ly", "noun_like", "ed", "refraining", "determiners")
)
VOWELS = "aeiou"
SHORTEST = 3
# Endings of nouns, and the verbs that have them all the same.
NOUN_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ship",
    "ance",
    "ence",
    "ing",
    "ism",
    "al",
    "ic",
    "ous",
    "ive",
    "ful",
    "ible",
    "able",
    "ar",
)


def head(word: str, form: Form) -> str:
    """Inflect one verb given in its base form.

    Examples
    --------
    >>> [head(verb, "past") for verb in ("supply", "withdraw", "ban", "deploy", "commit", "agree")]
    ['supplied', 'withdrew', 'banned', 'deployed', 'committed', 'agreed']
    """
    if form == "base":
        return word
    stem, hyphen, verb = word.rpartition("-")  # re-arm, co-operate
    if verb == "be":
        return (
            stem
            + hyphen
            + {"gerund": "being", "third": "is"}.get(form, IRREGULAR["be"][form == "participle"])
        )
    if form == "third":
        made = _third(verb)
    elif form == "gerund":
        made = _gerund(verb)
    elif verb in IRREGULAR:
        made = IRREGULAR[verb][form == "participle"]
    else:
        made = _past(verb)
    return stem + hyphen + made


def inflect(phrase: str, form: Form) -> str:
    """Inflect the head verb of a verb phrase; adverbs before it stand as they are.

    Verbs joined at the head ("review and approve the sale") are all inflected.

    Parameters
    ----------
    phrase : str
        A verb phrase in its base form, as `verb_phrase` returns it.
    form : str
        ``base``, ``past``, ``participle``, ``gerund`` or ``third`` (person).

    Returns
    -------
    str
        The phrase in that form.

    Examples
    --------
    >>> inflect("supply lethal weapons to Ukraine", "gerund")
    'supplying lethal weapons to Ukraine'
    >>> inflect("openly arm and train the rebels", "past")
    'openly armed and trained the rebels'
    >>> inflect("not join the talks", "gerund")
    'not joining the talks'
    """
    words = phrase.split(" ")
    at = 0
    while at < len(words) - 1 and _is_adverb(words[at]):
        at += 1
    if at and words[0] == "not":
        return _negated(" ".join(words[1:]), form)
    words[at] = head(words[at], form)
    while at + 3 < len(words) and words[at + 1] in {"and", "or"} and _may_be_verb(words[at + 2]):
        at += 2
        words[at] = head(words[at], form)
        if at + 1 < len(words) and words[at + 1] not in {"and", "or"}:
            break
    return " ".join(words)


def verb_phrase(label: str, option: str) -> str:
    """Return an option's label as a verb phrase in its base form.

    Parameters
    ----------
    label : str
        What the model calls it; may be empty, or no verb phrase.
    option : str
        The option's id, ``decision_maker.option``, for want of a label.

    Returns
    -------
    str
        A phrase whose head verb `inflect` can inflect.

    Examples
    --------
    >>> verb_phrase("Supply lethal weapons", "korea.lethal")
    'supply lethal weapons'
    >>> verb_phrase("", "left.swerve")
    'choose “swerve”'
    >>> verb_phrase("Modification of the order", "moe.modify")
    'choose “Modification of the order”'
    """
    label = " ".join(label.split()).rstrip(".;,")
    if label.casefold().startswith("to "):
        label = label[3:]
    if not label:
        return f"choose “{option.rpartition('.')[2].replace('_', ' ')}”"
    first, _, rest = label.partition(" ")
    if first.lower() == first or (first.istitle() and first[1:].islower()):
        lowered = first.lower()
        if _is_verb(lowered):
            return f"{lowered} {rest}".rstrip()
    return f"choose “{label}”"


def undo_phrase(phrase: str, form: Form) -> str:
    """Say that an act is given up: "stop sending volunteers", "no longer refuse talks".

    Examples
    --------
    >>> undo_phrase("send volunteers", "past")
    'stopped sending volunteers'
    >>> undo_phrase("refuse talks", "past")
    'no longer refused talks'
    """
    if phrase.split(" ", 1)[0] in REFRAINING:
        return f"no longer {inflect(phrase, form)}"
    if form == "gerund":
        return f"ceasing to {phrase}"
    return f"{head('stop', form)} {inflect(phrase, 'gerund')}"


def _negated(phrase: str, form: Form) -> str:
    if form in {"gerund", "participle"}:
        return f"not {inflect(phrase, form)}"
    auxiliary = {"base": "not", "past": "did not", "third": "does not"}[form]
    return f"{auxiliary} {phrase}"


def _is_adverb(word: str) -> bool:
    return word in {"not", "never", "also", "again", "soon", "first"} or (
        word.endswith("ly") and word not in LY_VERBS
    )


def _may_be_verb(word: str) -> bool:
    return word.isalpha() and word.islower() and not word.endswith(("s", *NOUN_ENDINGS))


def _is_verb(word: str) -> bool:
    if word in IRREGULAR or word in NOUN_LIKE_VERBS:
        return True
    return (
        word.replace("-", "").isalpha()
        and word not in DETERMINERS
        and not word.endswith(NOUN_ENDINGS)
        and not (word.endswith("s") and not word.endswith("ss"))
        and not (word.endswith("ed") and word not in ED_VERBS)
    )


def _doubles(verb: str) -> bool:
    if verb in DOUBLED:
        return True
    if len(verb) < SHORTEST or verb[-1] in "aeiouwxyh" or verb[-2] not in VOWELS:
        return False
    before = verb[:-2]
    if before.endswith("qu"):  # quit, quiz
        before = before[:-1]
    return not any(letter in VOWELS + "y" for letter in before)


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    if verb in {"panic", "mimic", "traffic", "picnic"}:
        return verb + "ked"
    return verb + verb[-1] * _doubles(verb) + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    if verb in {"panic", "mimic", "traffic", "picnic"}:
        return verb + "king"
    return verb + verb[-1] * _doubles(verb) + "ing"


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ies"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb + "s"
