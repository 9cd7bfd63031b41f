"""Statements: one claim for each saying, its speaker the point.

>>> from detente.read.article import article
>>> [c.speaker for c in extract(article("Seoul said it would wait."))]
['south_korea']
"""

from collections.abc import Iterator

from detente.read.article import Article
from detente.read.claim import Claim


def extract(article: Article) -> Iterator[Claim]:
    """Yield a statement for each sentence and speaker, quoted with its attribution."""
    seen: set[tuple[int, int, str]] = set()
    for saying in article.sayings:
        key = (saying.quote_start, saying.quote_end, saying.speaker)
        if key in seen:
            continue
        seen.add(key)
        yield article.claim(
            "statement",
            saying.quote_start,
            saying.quote_end,
            rule=saying.rule,
            tag=saying.speaker,
            speaker=saying.speaker,
            trust=saying.trust,
        )
