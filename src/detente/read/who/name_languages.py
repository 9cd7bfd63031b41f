"""Which languages a person's name may come from, and in which states such names are at home.

General knowledge, kept in ``lexicon/names.toml``. It settles nothing by itself:
it is asked where a text gives somebody an office and no state.
"""

from functools import cache

from detente.read.text.wordlists import table
from detente.read.who.spellings import unaccented

_SHORTEST_REST = 3  # letters that must stand beside an ending


@cache
def languages(name: str) -> frozenset[str]:
    """Return the languages that a name may come from, as far as its words tell.

    Parameters
    ----------
    name : str
        A last name, or a full name in either order.

    Returns
    -------
    frozenset of str
        Keys of ``names.toml``; empty where nothing is known. Where the given name and
        the family name tell something in common it is that, else what either tells.

    Examples
    --------
    >>> sorted(languages("Ahti Karjalainen")), sorted(languages("Xyz"))
    (['finnish'], [])
    """
    words = folded(name).split()
    if not words:
        return frozenset()
    family = _of_family(words)
    given = frozenset().union(*(_given().get(word, frozenset()) for word in words[:-1]))
    if len(words) > 1 and not given:
        given = _given().get(words[-1], frozenset())
    return (given & family) or (given | family)


def fits(name: str, state: str) -> bool | None:
    """Say whether people of a state have such names, None where name or state isn't known.

    Examples
    --------
    >>> fits("Roberto Robaina", "cuba"), fits("Roberto Robaina", "united_states")
    (True, False)
    >>> fits("Xyz", "cuba") is None
    True
    """
    own, spoken = languages(name), _spoken().get(state)
    return bool(own & spoken) if own and spoken else None


def folded(name: str) -> str:
    """Return a name in lower case and without accents, its hyphens kept.

    Examples
    --------
    >>> folded("José-Ramón Núñez")
    'jose-ramon nunez'
    """
    return unaccented(name.replace("ø", "o").replace("ł", "l")).lower()


def _of_family(words: list[str]) -> frozenset[str]:
    """Return what the last word tells, with a particle before it, or the first of a name turned round."""
    exact, endings, beginnings = _family()
    last = words[-1]
    for known in (" ".join(words[-2:]), last):
        if known in exact:
            return exact[known]
    if len(words) > 1 and words[-2] in beginnings:
        return beginnings[words[-2]]
    told = {
        language
        for size in range(_SHORTEST_REST, len(last))
        for language in endings.get(last[size:], ())
    }
    told |= {
        language
        for size in range(1, len(last) - _SHORTEST_REST + 1)
        for language in beginnings.get(last[:size], ())
        if not last[:size].isalpha() or size > 1
    }
    if told or len(words) == 1:
        return frozenset(told)
    return exact.get(words[0], frozenset())


@cache
def _given() -> dict[str, frozenset[str]]:
    return _turned(table("names")["given"])


@cache
def _spoken() -> dict[str, frozenset[str]]:
    return {state: frozenset(told.split()) for state, told in table("names")["speaks"].items()}


@cache
def _family() -> tuple[
    dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, frozenset[str]]
]:
    """Return family names as they stand, their endings, and their beginnings."""
    listed = _turned(table("names")["family"])
    exact, endings, beginnings = {}, {}, {}
    for pattern, told in listed.items():
        if pattern.startswith("*"):
            endings[pattern[1:]] = told
        elif pattern.endswith("*"):
            beginnings[pattern[:-1]] = told
        else:
            exact[pattern.replace("*", " ")] = told
    return exact, endings, beginnings


def _turned(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return for each word of some lists the keys of the lists that have it."""
    found: dict[str, set[str]] = {}
    for language, told in lists.items():
        for word in folded(told).split():
            found.setdefault(word, set()).add(language)
    return {word: frozenset(keys) for word, keys in found.items()}
