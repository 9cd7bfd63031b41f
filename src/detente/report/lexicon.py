"""The word lists of the report, kept as data beside the code."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lexicon() -> dict[str, dict[str, str]]:
    text = files("detente.report").joinpath("lexicon.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def words_of(kind: str) -> dict[str, str]:
    """Return the lists of a kind by name, each as a text of words parted by white space.

    Examples
    --------
    >>> "supply" in words_of("verbs")["ly"].split()
    True
    """
    return _lexicon()[kind]
