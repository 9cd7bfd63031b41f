"""Who acts where a text only says "the West", "the Arab states", "the two European powers".

A grouping without an office of its own does nothing as one body: those of its
members do that the text is about.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from detente.read.article import Article
from detente.read.text.wordlists import table


@cache
def _members() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(text.split()) for name, text in table("acts")["groupings"].items()}


def grouping(actor: str | None) -> bool:
    """Say whether an actor is a grouping without an office of its own.

    Examples
    --------
    >>> grouping("west"), grouping("nato")
    (True, False)
    """
    return actor in _members()


def member(article: Article, actor: str | None, other: str | None = None) -> str | None:
    """Return the member of a grouping that a text names most often, the first of several.

    Parameters
    ----------
    article : Article
        The text.
    actor : str or None
        The grouping.
    other : str, optional
        Upon whom the act falls, who isn't meant.

    Returns
    -------
    str or None
        An id of the cast; None where the text names no member.
    """
    among = _members().get(actor or "", frozenset()) - {other}
    counts = Counter(
        mention.actor
        for mention in article.mentions
        if mention.actor in among
        and not mention.place
        and article.role_of(mention.actor) == "party"
    )
    return next((each for each, _ in counts.most_common(1)), None)
