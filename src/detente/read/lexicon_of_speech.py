"""The words of speech, from ``lexicon/speech.toml``, by what they need to count as a saying."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Return the words of speech by their kind."""
    text = files("detente.read").joinpath("lexicon", "speech.toml").read_text("utf-8")
    return {name: frozenset(listed.split()) for name, listed in tomllib.loads(text).items()}


@cache
def speech_verbs() -> frozenset[str]:
    """Return the lemma of every verb that can make a saying."""
    return frozenset().union(
        *(words()[kind] for kind in ("say", "clause", "object", "mind", "about"))
    )
