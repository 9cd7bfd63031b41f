"""The words beside a word, where there are any.

A page cut off in the middle ends in any word, and a heading may begin with one that
no sentence begins with. So no rule asks for a neighbour by its place, which is an error
beyond the first word and the last; it asks here, and is told that there is none.
"""

from spacy.tokens import Token


def before(token: Token, steps: int = 1) -> Token | None:
    """Return the word so many steps before another, if there is one."""
    return token.doc[token.i - steps] if token.i >= steps else None


def after(token: Token, steps: int = 1) -> Token | None:
    """Return the word so many steps behind another, if there is one."""
    return token.doc[token.i + steps] if token.i + steps < len(token.doc) else None


def word_before(token: Token, steps: int = 1) -> str:
    """Return the word so many steps before another in small letters, "" where there is none."""
    found = before(token, steps)
    return "" if found is None else found.lower_


def word_after(token: Token, steps: int = 1) -> str:
    """Return the word so many steps behind another in small letters, "" where there is none.

    Examples
    --------
    >>> import spacy
    >>> words = spacy.blank("en")("Malta has also called")
    >>> word_after(words[1]), word_after(words[3]), word_before(words[3], 2)
    ('also', '', 'has')
    """
    found = after(token, steps)
    return "" if found is None else found.lower_
