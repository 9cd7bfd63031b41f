"""The word lists of the lexicon, each read once.

>>> "in" in listed("mentions", "place_words")
True
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return one file of the lexicon, by its name without ``.toml``."""
    text = files("detente.read").joinpath("lexicon", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """Return the words under a key of ``lexicon/grammar.toml``."""
    return frozenset(table("grammar")[section][key].split())


@cache
def speech(kind: str) -> frozenset[str]:
    """Return the words of speech of one kind, from ``lexicon/speech.toml``."""
    return frozenset(table("speech")[kind].split())


@cache
def table_of(kind: str) -> Mapping[str, frozenset[str]]:
    """Return lines "verbs: words" of ``lexicon/speech.toml`` as the words of each verb.

    >>> "concern" in table_of("pairs")["voice"]
    True
    """
    found: dict[str, frozenset[str]] = {}
    for line in table("speech")[kind].strip().splitlines():
        verbs, _, words = line.partition(":")
        for verb in verbs.split():
            found[verb] = found.get(verb, frozenset()) | frozenset(words.split())
    return found


@cache
def speech_verbs() -> frozenset[str]:
    """Return the lemma of every verb that can make a saying."""
    kinds = ("say", "clause", "object", "mind", "about")
    return frozenset().union(*(speech(kind) for kind in kinds))
