"""Phrases of the lexicon, looked up in a text all at once."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from detente.read.text.words import table

Tree: TypeAlias = "dict[str, Tree]"
_END = ""  # where a phrase may end


@cache
def listed(name: str, part: str, key: str = "lines") -> tuple[str, ...]:
    """Return the lines of a list of phrases, in their order.

    Examples
    --------
    >>> "point of no return" in listed("consequences", "irreversible")
    True
    """
    text: str = table(name)[part][key]
    return tuple(dict.fromkeys(line.strip() for line in text.strip().splitlines() if line.strip()))


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    r"""Return one pattern for many phrases, longest first; a star is one word.

    Notes
    -----
    The phrases stand in the pattern as a tree of letters, so that a place of the
    text is given up at the first letter that no phrase has there.

    Examples
    --------
    >>> pattern(["holds * back", "back"]).findall("What holds Beijing back?")
    ['holds Beijing back']
    """
    tree: Tree = {}
    for phrase in sorted(set(phrases)):
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return re.compile(r"(?<!\w)" + _written(tree) + r"(?!\w)", re.IGNORECASE)


def _written(tree: Tree) -> str:
    """Return a tree of letters as a pattern; of two phrases that fit it takes the longer."""
    branches = [
        (r"\S+" if letter == "*" else re.escape(letter)) + _written(branch)
        for letter, branch in tree.items()
        if letter != _END
    ]
    if not branches:
        return ""
    optional = "?" if _END in tree else ""
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){optional}"
