"""How sure the text is of an act, and whether it is said to be new."""

from detente.read.done.act import Act
from detente.read.grammar import clauses
from detente.read.text.words import lexicon

NEW = (
    "for the first time",
    "first-ever",
    "first time",
    "unprecedented",
    "never before",
    "historic first",
)


def certainty(act: Act) -> str:
    """Return ``stated``, or the hedge in whose reach the act stands: reported, indicated, alleged."""
    words = lexicon().certainty
    grades = {words[cue.lower_] for cue in act.standing.cues if cue.lower_ in words}
    head = act.head
    for _ in range(6):
        for each in clauses.kids(head):
            if each.dep_ == "advmod" and each.lower_ in words:
                grades.add(words[each.lower_])
        if head.head is head:
            break
        head = head.head
        if head.lemma_.lower() in words and head.i < act.head.i:
            grades.add(words[head.lemma_.lower()])
    for grade in ("alleged", "indicated", "reported"):
        if grade in grades:
            return grade
    return "stated"


def novel(act: Act) -> bool:
    """Say whether the act's sentence calls it the first of its kind, near its clause."""
    sentence = act.head.sent
    text = sentence.text.lower()
    for words in NEW:
        place = text.find(words)
        if place >= 0:
            at = sentence.start_char + place
            if act.start - 40 <= at <= act.end + 40:
                return True
    return False
