"""Events and options: the acts of a text as claims.

An act done or ongoing is an event; an act that isn't done is an option, with
the status that the text gives it. "Threatened to strike" is both: the threat
was made, the strike was not.
"""

from collections.abc import Iterator

from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.done.act import OPEN, Act
from detente.read.done.choices import told
from detente.read.done.hedges import certainty, novel
from detente.read.text.dates import Named, date_of_act, dates_in


def claims(article: Article, acts: tuple[Act, ...]) -> Iterator[Claim]:
    """Yield each act as an event or an option.

    Parameters
    ----------
    article : Article
        Where they were found.
    acts : tuple of Act
        What `detente.read.done.acts.find` returned for it.
    """
    named = dates_in(article)
    for act in told(acts):
        yield claim(article, act, named)


def kind(act: Act) -> str:
    """Return ``option`` for an act not done, else ``event``."""
    return "option" if act.status in OPEN else "event"


def identity(article: Article, act: Act) -> str:
    """Return the provisional id of an act's claim."""
    return article.provisional(kind(act), act.start, act.end, str(act.head.i))


def claim(article: Article, act: Act, named: tuple[Named, ...] = ()) -> Claim:
    """Return the claim of an act, dated by the dates that the text names, if one is its."""
    ahead = act.status in OPEN
    base = article.document.date
    return article.claim(
        kind(act),
        act.start,
        act.end,
        rule=act.rule,
        tag=str(act.head.i),
        actor=act.actor,
        action=act.action,
        event=act.event,
        target=act.target,
        status=act.status,
        date=date_of_act(named, act.head, act.start, act.end, base, ahead=ahead),
        certainty=certainty(act),
        inferred=act.inferred,
        trust=round(act.trust, 2),
        novel=novel(article, act),
    )
