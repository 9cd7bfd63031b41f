"""How sure the text is of an act, and whether it is said to be new."""

import re

from detente.read.article import Article
from detente.read.done.act import Act
from detente.read.grammar import clauses
from detente.read.text.words import lexicon

_NEW = re.compile(
    r"for the first time|first-ever|first time|unprecedented|never before|historic first",
    re.IGNORECASE,
)
_NEAR = 40  # characters
_PLACES = "detente.novelties"


def certainty(act: Act) -> str:
    """Return ``stated``, or the hedge in whose reach the act stands: reported, indicated, alleged."""
    words = lexicon().certainty
    grades = {words[cue.lower_] for cue in act.standing.cues if cue.lower_ in words}
    head = act.head
    for _ in range(6):
        for each in clauses.kids(head):
            if each.dep_ == "advmod" and each.lower_ in words:
                grades.add(words[each.lower_])
        if head.head.i == head.i:
            break
        head = head.head
        if head.lemma_.lower() in words and head.i < act.head.i:
            grades.add(words[head.lemma_.lower()])
    for grade in ("alleged", "indicated", "reported"):
        if grade in grades:
            return grade
    return "stated"


def novel(article: Article, act: Act) -> bool:
    """Say whether the act's sentence calls it the first of its kind, near its clause."""
    places = _places(article)
    if not places:
        return False
    sentence = act.head.sent
    first = max(act.start - _NEAR, sentence.start_char)
    last = min(act.end + _NEAR, sentence.end_char)
    return any(start <= last and end > first for start, end in places)


def _places(article: Article) -> list[tuple[int, int]]:
    """Return where a text calls something new, looked for once."""
    kept = article.doc.user_data
    known: list[tuple[int, int]] | None = kept.get(_PLACES)
    if known is None:
        known = kept[_PLACES] = [found.span() for found in _NEW.finditer(article.text)]
    return known
