"""The past and the -ing forms of the lexicon's verbs, for a lemmatiser that guesses at them.

A rule that takes endings off makes "stag" of "staged" and "retook" of "retook".
The forms of the verbs that the reader knows are told to it beforehand.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from detente.read.text.wordlists import speech_verbs, table
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.language import Language

_SHORT = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprtz]$")  # "ban", "commit"
_ONE_BEAT = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][^aeiou]$")  # "ban"
_PLAIN = re.compile(r"[a-z]{3,}$")


def regular(verb: str) -> Iterator[str]:
    """Yield the forms that a regular verb may have, doubled consonants among them.

    Examples
    --------
    >>> list(regular("stage")), list(regular("ban"))
    (['staged', 'staging'], ['banned', 'banning'])
    >>> list(regular("ready"))
    ['readied', 'readying']
    """
    stem = verb
    if verb.endswith("e"):
        yield f"{verb}d"
        stem = verb[:-1] if not verb.endswith(("ee", "oe", "ye", "ie")) else verb
        yield f"{stem}ing"
        return
    if _SHORT.search(verb):
        yield f"{verb}{verb[-1]}ed"
        yield f"{verb}{verb[-1]}ing"
        if _ONE_BEAT.match(verb):
            return
    yield f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}ed"
    yield f"{verb}ing"


@cache
def forms() -> Mapping[str, str]:
    """Return each form with its verb; the irregular ones are in ``grammar.toml``.

    Examples
    --------
    >>> forms()["waged"], forms()["retook"]
    ('wage', 'retake')
    """
    words = lexicon()
    verbs = {
        *words.verbs,
        *words.light,
        *words.frames,
        *words.never,
        *(word for part, word in words.operators if part == "verb"),
        *speech_verbs(),
    }
    known = {form: verb for verb in sorted(verbs) if _PLAIN.match(verb) for form in regular(verb)}
    lines = table("grammar")["inflections"]["irregular"].strip().splitlines()
    told = (line.split(":") for line in lines)
    return known | {form: verb.strip() for verb, listed in told for form in listed.split()}


def present(word: str) -> bool:
    """Say whether a word is the plain form or the -s form of a verb that the reader knows.

    Examples
    --------
    >>> present("replies"), present("launch"), present("presidency")
    (True, True, False)
    """
    return word in _present_forms()


@cache
def _present_forms() -> frozenset[str]:
    verbs = set(forms().values())
    thirds = {
        f"{verb[:-1]}ies"
        if verb.endswith("y") and verb[-2:-1] not in set("aeiou")
        else f"{verb}es"
        if verb.endswith(("s", "x", "z", "ch", "sh", "o"))
        else f"{verb}s"
        for verb in verbs
    }
    return frozenset(verbs | thirds)


def teach(model: "Language") -> None:
    """Tell a model's lemmatiser the forms, where it works by rules.

    A verb that only its rules make of one of these forms, "stag" of "staged", is taken
    from the words that it knows; it still finds it by its rules.
    """
    if "lemmatizer" not in model.pipe_names:
        return
    lookups = getattr(model.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not all(map(lookups.has_table, ("lemma_exc", "lemma_index"))):
        return
    known = forms()
    lookups.get_table("lemma_exc")["verb"].update({form: [verb] for form, verb in known.items()})
    rivals = {verb[:-1] for verb in known.values() if verb.endswith("e")}
    index = lookups.get_table("lemma_index")
    index["verb"] = type(index["verb"])(each for each in index["verb"] if each not in rivals)
