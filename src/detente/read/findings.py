"""All that is made from the acts of a text, in one pass: the acts are found once."""

from collections.abc import Iterator

from detente.read import events
from detente.read.acts import find
from detente.read.article import Article
from detente.read.claim import Claim


def extract(article: Article) -> Iterator[Claim]:
    """Yield events, options and what is built of them.

    Examples
    --------
    >>> from detente.read.article import article
    >>> claims = extract(article("Egypt seized the canal and Britain threatened to invade."))
    >>> [(claim.kind, claim.actor, claim.event) for claim in claims]
    [('event', 'egypt', 'ASSAULT'), ('option', 'united_kingdom', 'ASSAULT')]
    """
    acts = find(article)
    yield from events.claims(article, acts)
