"""All that is made from the acts of a text, in one pass: the acts are found once."""

from collections.abc import Iterator

from detente.read.ahead import conditionals, consequences, forecasts
from detente.read.article import Article
from detente.read.bounds import constraints, red_lines, said_acts
from detente.read.bounds.threatened import threatened
from detente.read.claim import Claim
from detente.read.done import events
from detente.read.done.acts import find
from detente.read.done.settle import settle
from detente.read.done.trust import trusted
from detente.read.matching import matches

# what these find is an effect also where somebody warns of it
_FIRM = frozenset(("effect", "effect, paired"))


def extract(article: Article) -> Iterator[Claim]:
    """Yield events, options and what is built of them.

    Examples
    --------
    >>> from detente.read.article import article
    >>> claims = extract(article("Egypt seized the canal and Britain threatened to invade."))
    >>> [(claim.kind, claim.actor, claim.status) for claim in claims]
    [('event', 'egypt', 'done'), ('event', 'united_kingdom', 'done'), \
('option', 'united_kingdom', 'threatened')]
    """
    conditions = conditionals.find(article)
    acts = trusted(article, settle(article, find(article), conditions))
    barred = tuple(red_lines.claims(article, acts, conditions))
    acts = threatened(acts, barred, conditions)
    yield from events.claims(article, acts)
    yield from conditionals.claims(article, acts, conditions)
    yield from barred
    yield from said_acts.claims(article, acts, barred)
    yield from _apart(consequences.claims(article, acts, conditions), barred, _FIRM)
    yield from constraints.claims(article, acts)
    yield from _apart(forecasts.claims(article, acts), barred)


def _apart(
    claims: Iterator[Claim], others: tuple[Claim, ...], firm: frozenset[str] = frozenset()
) -> Iterator[Claim]:
    """Yield the claims that aren't one of the others told again, and those by firm rules."""
    for claim in claims:
        told_again = any(
            matches((claim.start, claim.end), (other.start, other.end)) for other in others
        )
        if claim.rule in firm or not told_again:
            yield claim
