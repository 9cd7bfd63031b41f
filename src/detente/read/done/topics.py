"""What the text around an act is about: by the heading above it, by how its paragraph opens.

A paragraph that opens with one party mostly goes on about it, and so does what stands
under a heading that names one party alone ("Ruritania's options").
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.nearby import actor_near
from detente.read.grammar import clauses

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEADING = 9  # words of a heading at most


def topic(article: Article, head: "Token") -> str | None:
    """Return the subject of the first sentence of an act's paragraph, where the act stands further on.

    Examples
    --------
    >>> from detente.read.article import article
    >>> here = article("Egypt has few friends. Soldiers dug in. A raid would be met.")
    >>> topic(here, here.doc[6])
    'egypt'
    """
    first = article.sentence_at(article.text.rfind("\n", 0, head.idx) + 1)
    if first.start >= head.sent.start:
        return None
    who = clauses.subject(first.root)
    return None if who is None else actor_near(article, who)


def heading(article: Article, head: "Token") -> str | None:
    r"""Return the one party that the last heading before an act names.

    Examples
    --------
    >>> from detente.read.article import article
    >>> here = article("Egypt's options\n\nA blockade could follow.")
    >>> heading(here, here.doc[-3])
    'egypt'
    """
    text = article.text
    end = text.rfind("\n", 0, head.idx)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if line and line[-1] not in '.!:"' and len(line.split()) <= _HEADING:
            doc = article.doc
            named = {each.actor for each in article.mentions if start <= doc[each.start].idx < end}
            return named.pop() if len(named) == 1 else None
        end = start - 1
    return None
