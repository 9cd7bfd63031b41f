"""How an act stands by who says so of whom, which its own clause doesn't tell.

What somebody offers or proposes may come or not; what he wants of another he
asks for, and what he wants to do himself he plans. An order to one's own forces is a
plan, and to others a demand. "Will" is a plan in the mouth of whoever is to do
it, and a guess in anybody else's.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.act import OPEN, Act
from detente.read.grammar import clauses
from detente.read.grammar.modals import WILL
from detente.read.text.wordlists import listed
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_YIELDING = frozenset(("AGREE", "CONCEDE", "RETREAT", "AID", "CONSULT", "COOPERATE", "SUPPORT"))
_GUESSES = listed("stances", "guesses")
_OFFICIAL = listed("stances", "official")
_ORDERING = frozenset(("order", "instruct", "tell", "direct", "command"))
_ONLY = frozenset(("if", "when", "after", "once", "through", "in", "with", "on"))


def stance(article: Article, act: Act) -> Act:
    """Return an act not done with the status that those behind it give it.

    Parameters
    ----------
    article : Article
        Where it stands.
    act : Act
        Settled: its doer is known.

    Returns
    -------
    Act
        The same, but for its status.
    """
    if act.status not in OPEN:
        return act
    for rule in _RULES:
        status = rule(article, act)
        if status is not None:
            return act if status == act.status else replace(act, status=status)
    return act


def _cue(act: Act) -> "Token | None":
    return act.standing.cues[0] if act.standing.cues else None


def _offered(article: Article, act: Act) -> str | None:
    """Take what is offered or proposed as possible: "offered to mediate", "proposed a truce"."""
    del article
    cue = _cue(act)
    if cue is None or cue.pos_ not in {"VERB", "NOUN"}:
        return None
    lemma = cue.lemma_.lower()
    if lemma in {"offer", "hope"} and act.status == "planned":
        return "possible"
    if lemma == "propose" and act.status == "considered":
        return "possible"
    return "demanded" if lemma == "recommend" and act.status == "considered" else None


def _wanted(article: Article, act: Act) -> str | None:
    """Part what somebody wants of another from what he wants to do: "wants the sanctions lifted"."""
    del article
    cue = _cue(act)
    if cue is None or cue.lemma_ != "want" or act.status != "considered" or cue.pos_ != "VERB":
        return None
    first = clauses.conjuncts_head(act.head)
    if first.dep_ == "xcomp" and first.tag_ == "VB":
        return "planned" if clauses.child(first, *clauses.SUBJECTS) is None else "demanded"
    return "demanded" if first.dep_ in {"ccomp", "dobj", "oprd", "acl"} else None


def _had_to(article: Article, act: Act) -> str | None:
    """Take what somebody would have to do as possible: "will have to come in on the ground"."""
    del article
    cue = _cue(act)
    if cue is None or act.status != "demanded":
        return None
    helper = clauses.modal(cue if cue.pos_ == "VERB" else clauses.head_verb(cue))
    if cue.lemma_ == "have" and helper is not None and helper.lower_ not in {"should", "must"}:
        return "possible"
    return "possible" if cue.lemma_ in {"bind", "oblige"} and helper is not None else None


def _ordered(article: Article, act: Act) -> str | None:
    """Take what one's own forces are ordered to do as a plan: "ordered his troops to attack"."""
    cue = _cue(act)
    if cue is None or cue.lemma_ not in _ORDERING or act.status != "demanded":
        return None
    if cue.pos_ != "VERB" or act.head.pos_ not in {"VERB", "AUX"}:
        return None
    by = clauses.agent(cue) if clauses.passive(cue) else clauses.subject(cue)
    whom = (
        clauses.child(cue, "nsubjpass")
        if clauses.passive(cue)
        else clauses.child(cue, "dobj", "dative") or clauses.child(act.head, "nsubj")
    )
    if whom is None:
        return None
    if by is not None:
        own = article.actor_of(by)
        return "planned" if own is not None and own == act.actor else None
    return "planned" if whom.lemma_.lower() in word_class("force") else None


def _unhesitating(article: Article, act: Act) -> str | None:
    """Take what somebody would not hesitate to do as a threat."""
    del article
    head = act.head
    hesitating = head.lemma_ == "hesitate" and clauses.negated(head)
    cue = _cue(act)
    if not hesitating and not (
        cue is not None and cue.lemma_ == "hesitate" and clauses.negated(cue)
    ):
        return None
    return "threatened"


def _none_of(article: Article, act: Act) -> str | None:
    """Take what will be done to nothing as ruled out: "would recognise nothing", "will carry no troops"."""
    del article
    helper = act.standing.modal
    if helper is None or helper.lower_ not in WILL or act.status not in {"planned", "possible"}:
        return None
    if act.head.pos_ != "VERB":
        return None
    things = (
        each
        for one in clauses.kids(act.head)
        if one.dep_ in {"dobj", "prep", "attr"} and one.i > act.head.i
        for each in (one, *(far for far in clauses.kids(one) if far.dep_ == "pobj"))
    )
    none = any(
        each.lower_ in {"nothing", "nobody", "none"}
        or any(far.lower_ in {"no", "neither"} for far in clauses.kids(each))
        for each in things
    )
    return "ruled_out" if none and act.noun in {None, act.head} else None


def _only_then(article: Article, act: Act) -> str | None:
    """Take what will be done only on a condition as possible: "talks would begin only after it left"."""
    del article
    helper = act.standing.modal
    if helper is None or helper.lower_ not in WILL or act.status not in {"planned", "threatened"}:
        return None
    verb = act.head if act.head.pos_ == "VERB" else clauses.head_verb(act.head)
    return "possible" if any(_only(each) for each in clauses.kids(verb)) else None


def _only(word: "Token") -> bool:
    before = word.doc[word.left_edge.i - 1] if word.left_edge.i else word
    opening = word.left_edge.lower_ == "only" or before.lower_ == "only"
    marks = {each.lower_ for each in (word, *clauses.kids(word))}
    return opening and word.dep_ in {"advcl", "prep"} and bool(marks & _ONLY)


def _guessed(article: Article, act: Act) -> str | None:
    """Take "will" for a guess where an expert says it, or where it hangs on a condition."""
    helper = act.standing.modal
    if helper is None or helper.lower_ not in WILL - {"would", "'d"} or act.status != "planned":
        return None
    speaker = article.speaker_of(act.head)
    hangs = _on_condition(act.head)
    if article.role_of(speaker) == "party":
        if speaker == act.actor and hangs and act.event not in _YIELDING:
            return "threatened"
        return None
    if speaker is not None:
        return None if _for_a_state(speaker) else "possible"
    verb = act.head if act.head.pos_ in {"VERB", "AUX"} else clauses.head_verb(act.head)
    likely = any(each.lower_ in _GUESSES for each in clauses.kids(verb))
    asked = verb.sent[-1].text == "?"
    return "possible" if hangs or likely or asked else None


def _for_a_state(speaker: str) -> bool:
    """Say whether a nameless source speaks for a government: an official, a spokesman."""
    last = speaker.rsplit("_", 1)[-1]
    return bool({last, last.removesuffix("s")} & _OFFICIAL)


def _on_condition(head: "Token") -> bool:
    """Say whether an act hangs on an "if" or "unless" of its own sentence."""
    verb = head if head.pos_ in {"VERB", "AUX"} else clauses.head_verb(head)
    first = clauses.conjuncts_head(verb)
    return any(
        each.dep_ == "advcl" and clauses.conditional(each)
        for one in {verb, first}
        for each in clauses.kids(one)
    )


def _vowed(article: Article, act: Act) -> str | None:
    """Take what a party says that it would do as planned, or as threatened on a condition."""
    helper = act.standing.modal
    if helper is None or helper.lower_ not in {"would", "'d"} or act.head.pos_ == "NOUN":
        return None
    speaker = article.speaker_of(act.head)
    if speaker is None or act.status not in {"possible", "planned"}:
        return None
    own = speaker == act.actor and article.role_of(speaker) == "party"
    if own and _on_condition(act.head):
        return "possible" if act.event in _YIELDING else "threatened"
    if act.status == "planned":
        return None
    announced = act.head.dep_ == "ccomp" and act.head.head.lemma_ in {
        "say",
        "add",
        "announce",
        "assure",
    }
    if own or (announced and article.role_of(speaker) != "party" and _for_a_state(speaker)):
        return "planned"
    return None


_Rule = Callable[[Article, Act], str | None]
_RULES: tuple[_Rule, ...] = (
    _offered, _wanted, _had_to, _ordered, _unhesitating, _none_of, _only_then, _guessed, _vowed,
)  # fmt: skip
