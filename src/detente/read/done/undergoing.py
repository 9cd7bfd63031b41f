"""Who only undergoes what others do, though he is the subject of an active verb.

In "Ruritania would face sanctions" and "Ruritania will pay a heavy price" others act, and
Ruritania suffers it; in "Ruritania received a strip of land" somebody else gave it. Where it
is a threat, the doer is whoever utters it; else it is guessed as for a passive.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.act import OPEN, Act
from detente.read.done.nearby import actor_near
from detente.read.grammar import clauses
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token


def undergone(verb: "Token") -> bool:
    """Say whether the subject of an active verb undergoes what the verb tells.

    Examples
    --------
    >>> from detente.read.article import article
    >>> here = article("Chad said that Niger would face sanctions.")
    >>> undergone(here.doc[5]), undergone(here.doc[1])
    (True, False)
    """
    if verb.pos_ != "VERB" or clauses.passive(verb):
        return False
    lemma = verb.lemma_.lower()
    if lemma in word_class("being_given"):
        return _given(verb)
    if lemma == "pay":  # not "pay a duty"
        dearly = any(each.lower_ == "dearly" for each in verb.children)
        price = clauses.child(verb, "dobj")
        return dearly or (price is not None and price.lemma_ == "price")
    if lemma not in word_class("undergoing") or verb.tag_ != "VB":
        return False  # "faced protests" tells no more than that there were some
    things = {clauses.lemma(each) for each in clauses.objects(verb)}
    blows = word_class("undergone")
    return bool(things & blows) or (lemma == "face" and bool(things & set(lexicon().nouns)))


def _given(verb: "Token") -> bool:
    """Say whether a thing was received, not a visitor, a force or a proposal "with reserve"."""
    if any(each.dep_ == "prep" and each.lower_ in {"from", "with"} for each in verb.children):
        return False
    others = (
        word_class("force") | word_class("people") | word_class("servants") | word_class("arms")
    )
    things = list(clauses.objects(verb))
    return bool(things) and not any(
        each.pos_ in {"PROPN", "PRON"}
        or each.ent_type_ == "PERSON"
        or each.lemma_.lower() in others
        or clauses.child(each, "poss") is not None  # "receives its own citizens"
        or any(far.dep_ == "prep" and far.lower_ == "from" for far in each.children)
        for each in things
    )


def turned(
    article: Article, verb: "Token", actor: str | None, target: str | None
) -> tuple[str | None, str | None]:
    """Return the doer and the target of an act, where the subject undergoes it: nobody, and he."""
    who = clauses.subject(verb) if undergone(verb) else None
    if who is None:
        return actor, target
    return None, actor_near(article, who) or target


def threatener(article: Article, act: Act) -> str | None:
    """Return who says what others would have to suffer: "Chad said that Niger would face sanctions"."""
    if act.status not in OPEN or act.noun is act.head or not undergone(act.head):
        return None
    if act.head.lemma_.lower() in word_class("being_given"):
        return None
    speaker = article.speaker_of(act.head)
    return speaker if speaker != act.target and article.role_of(speaker) == "party" else None
