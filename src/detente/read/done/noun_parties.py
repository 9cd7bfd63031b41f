"""Who does what a noun tells, and to whom: "Iraq's invasion of Kuwait", "talks between the two"."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.controllers import controller, judged_for
from detente.read.done.nearby import actor_near
from detente.read.done.undergoing import undergone
from detente.read.grammar import clauses
from detente.read.grammar.modality import Standing
from detente.read.text.words import Lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTS_OF_OTHERS = ("fearing", "judging", "suffering_others")


def of_noun(article: Article, noun: "Token") -> tuple[str | None, str | None]:  # noqa: C901, PLR0912 - a list of cases
    """Return the doer and the target that an act noun names itself."""
    who: str | None = None
    whom: str | None = None
    suffered = noun.lemma_.lower() in word_class("suffered_by_owner") and not any(
        each.dep_ == "prep" and each.lower_ == "of" for each in noun.children
    )  # but "Peru's release of its envoy"
    for each in noun.children:
        if each.dep_ in {"poss", "amod", "compound", "nmod"}:
            found = article.actor_of(each)
            if found is None and each.dep_ in {"poss", "compound"}:
                found = actor_near(article, each)
            if found is not None and suffered and each.dep_ == "poss":
                whom = whom or found  # "their release"
            elif found is not None:
                if who is None:
                    who = found
                elif whom is None and found != who:
                    whom = found
    for each in clauses.prepositional(noun, "by"):
        found = actor_near(article, each)
        if found:
            whom = whom or (who if who != found else None)
            who = found
            break
    between = [
        actor_near(article, each) for each in clauses.prepositional(noun, "between", "among")
    ]
    pair = [each for each in between if each]
    if pair:
        who = who or pair[0]
        whom = next((each for each in pair if each != who), whom)
    for each in clauses.prepositional(noun, "of"):
        found = actor_near(article, each)
        if found is None or found == who:
            continue
        own = noun.lemma_.lower() in word_class("of_their_own")
        own = own and each.lemma_.lower() not in word_class("grounds_left")
        if own and who is None:
            who = found
        elif whom is None:
            whom = found
    for prep in (
        "against",
        "on",
        "upon",
        "to",
        "with",
        "into",
        "in",
        "over",
        "from",
        "at",
        "for",
        "off",
    ):
        if whom is not None:
            break
        for each in clauses.prepositional(noun, prep):
            found = actor_near(article, each)
            if found is not None and found != who:
                whom = found
                break
    return who, whom


def around_noun(  # noqa: C901, PLR0911, PLR0912 - a list of cases
    article: Article, noun: "Token", how: Standing, words: Lexicon, whom: str | None = None
) -> str | None:
    """Return whose an act is that doesn't say so itself: the governing clause's subject.

    It isn't upon himself that somebody acts, so not `whom`.
    """
    demanded = how.status == "demanded"
    if how.cues and how.cues[0].lower_ == "for":
        return None  # "in return for firm releases": by those who don't give the return
    current = noun
    for _ in range(8):
        above = current.head
        if above.i == current.i:
            return None
        if above.pos_ in {"VERB", "AUX"}:
            judged = judged_for(above, current)
            if judged is not None:
                return actor_near(article, judged)
            if demanded:
                for each in clauses.prepositional(above, "from", "on", "to"):
                    if (found := article.actor_of(each)) is not None:
                        return found
            by = clauses.agent(above)
            if by is not None:  # "the apology demanded by Iran" isn't Iran's
                return None if demanded else actor_near(article, by)
            if undergone(above) or any(
                above.lemma_.lower() in word_class(name) for name in _ACTS_OF_OTHERS
            ):
                return None
            if current.dep_ not in clauses.SUBJECTS and not demanded:
                who = clauses.subject(above) or controller(above, article, words)
                if who is not None and who.i != noun.i:
                    found = actor_near(article, who)
                    stranger = article.role_of(found) == "source" or found == whom
                    return None if stranger else found
            if current.dep_ in clauses.SUBJECTS:
                return None
        elif above.pos_ in {"NOUN", "PROPN"} and not demanded:
            for each in above.children:
                if each.dep_ in {"poss", "amod", "compound"} and each.i != current.i:
                    found = article.actor_of(each)
                    if found is not None:
                        return found
        current = above
    return None
