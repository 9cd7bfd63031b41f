"""What one clause doesn't say of an act and the text around it does.

Three things are settled once all acts and conditions are known: how an act
stands that is part of a condition; whose an act is that names nobody; and upon
whom it falls. The nearest answer is taken: the sentence, the act of the same
kind told before ("the seizure"), and at last the party that scores best: named
in the sentence or just before, opposed to the one who is known, often spoken of.
The weights were set on the passages of ``evaluation/dev``.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.read import clauses, parties
from detente.read.act import OPEN, Act
from detente.read.article import Article
from detente.read.conditions import Conditional
from detente.read.modality import HOSTILE
from detente.read.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Span

DEMANDING = frozenset(
    (
        "unless",
        "until",
        "till",
        "only when",
        "in exchange for",
        "in return for",
        "on condition that",
    )
)
PROMISES = frozenset(("will", "would", "shall", "'ll", "wo", "'d"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
OWN_FORCES = frozenset(("MOBILIZE", "RETREAT"))
BY_FORCE = frozenset(("ASSAULT", "MOBILIZE", "RETREAT", "COERCE"))
OWN_WORDS = frozenset(("planned", "threatened", "considered", "ruled_out"))
VERBAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))


WINDOW = 40  # words before a sentence in which a party is still near


@dataclass(frozen=True, slots=True)
class Scene:
    """The parties of a text: who stands against whom, and how much they are spoken of.

    `share` and `doing` are a party's mentions and acts, of those of the party
    that has most.
    """

    against: Mapping[str, Counter[str]]
    share: Mapping[str, float]
    doing: Mapping[str, float]


def settle(
    article: Article, acts: Sequence[Act], conditions: Sequence[Conditional]
) -> tuple[Act, ...]:
    """Return the acts with what the text around them settles.

    Parameters
    ----------
    article : Article
        Where they stand.
    acts : sequence of Act
        In the order of the text.
    conditions : sequence of Conditional
        Of the same article.

    Returns
    -------
    tuple of Act
        The same acts in the same order, but for those told as what might have been;
        `actor`, `target` and `status` may differ.
    """
    stood = [
        _own_words(article, _in_condition(act, conditions))
        for act in acts
        if not _counterfactual(act, conditions) and not _mere_mention(act, conditions)
    ]
    scene = _scene(article, stood)
    settled: list[Act] = []
    for act in stood:
        known = act
        if _nobody(article, act):
            known = replace(known, actor=None)
        if known.actor is None and not _named_otherwise(article, act):
            known = _whose(article, known, settled, scene)
        if known.target is None or known.target == known.actor:
            known = replace(known, target=_upon_whom(article, known, scene))
        settled.append(known)
    return tuple(settled)


def _nobody(article: Article, act: Act) -> bool:
    """Say whether the doer is a thing that was taken for somebody: a message, a noun of no party."""
    if act.actor is None:
        return False
    if act.actor.rsplit("_", 1)[-1] in word_class("papers"):
        return True
    return article.role_of(act.actor) is None


def _scene(article: Article, acts: Sequence[Act]) -> Scene:
    counts = Counter(
        actor
        for actor in article.token_actor
        if actor is not None and article.role_of(actor) == "party"
    )
    doing = Counter(act.actor for act in acts if act.actor is not None)
    most, busiest = max(counts.values(), default=1), max(doing.values(), default=1)
    return Scene(
        opponents(acts),
        {actor: count / most for actor, count in counts.items()},
        {actor: count / busiest for actor, count in doing.items()},
    )


def opponents(acts: Sequence[Act]) -> dict[str, Counter[str]]:
    """Count for each party whom it acts upon or is acted upon by, hostile acts twice."""
    found: dict[str, Counter[str]] = {}
    for act in acts:
        if act.actor is not None and act.target is not None and act.actor != act.target:
            weight = 2 if act.event in HOSTILE else 1
            found.setdefault(act.actor, Counter())[act.target] += weight
            found.setdefault(act.target, Counter())[act.actor] += weight
    return found


def _counterfactual(act: Act, conditions: Sequence[Conditional]) -> bool:
    """Say whether an act stands behind "had they ...": told as what didn't happen."""
    return any(
        each.rule == "inverted had" and each.condition_start <= act.head.idx < each.condition_end
        for each in conditions
    )


def _mere_mention(act: Act, conditions: Sequence[Conditional]) -> bool:
    """Say whether a condition only names an act that nobody is said to do: "while the war goes on"."""
    if act.rule != "noun, subject" or act.actor is not None:
        return False
    return any(each.condition_start <= act.head.idx < each.condition_end for each in conditions)


def _in_condition(act: Act, conditions: Sequence[Conditional]) -> Act:
    for each in conditions:
        if each.condition_start <= act.head.idx < each.condition_end:
            if each.rule.startswith("inverted"):
                return replace(act, status="possible")
            if act.status in OPEN and act.status not in {"planned", "possible"}:
                return act
            status = "demanded" if each.rule in DEMANDING else "possible"
            return replace(act, status=status)
    return act


def _own_words(article: Article, act: Act) -> Act:
    """Read what a party says that it would do as its plan, or as a threat."""
    helper = act.standing.modal
    if act.status == "threatened" and helper is not None:
        for cue in act.standing.cues:
            who = clauses.subject(cue) if cue.pos_ == "VERB" else None
            warner = article.actor_of(who) if who is not None else None
            if (
                cue.lemma_ in {"warn", "caution"}
                and act.actor is not None
                and warner not in {act.actor, None}
            ):
                return replace(act, status="possible")
    if helper is None or helper.lower_ not in PROMISES or act.status not in {"possible", "planned"}:
        return act
    speaker = article.speaker_of(act.head)
    if speaker is None or article.role_of(speaker) != "party":
        return act
    unnamed = act.actor is None and (act.noun is act.head or clauses.passive(act.head))
    if speaker != act.actor and not unnamed:
        return act
    status = "threatened" if act.event in HOSTILE - {"MOBILIZE"} else "planned"
    return replace(act, actor=speaker, status=status)


def _whose(article: Article, act: Act, before: Sequence[Act], scene: Scene) -> Act:
    """Return an act with a doer that the text around it gives, if one does."""
    speaker = article.speaker_of(act.head)
    if (
        act.noun is act.head
        and act.status in OWN_WORDS
        and article.role_of(speaker) == "party"
        and speaker != act.target
    ):
        return replace(act, actor=speaker)
    same = _told_before(act, before)
    if same is not None:
        return replace(act, actor=same.actor, target=act.target or same.target)
    owner = _owner(article, act)
    if owner is not None:
        return replace(act, actor=owner, target=act.target if act.target != owner else None)
    asking = _asking(article, act)
    mover = _mover(act, before)
    if mover is not None and mover != asking:
        return replace(act, actor=mover, target=act.target if act.target != mover else None)
    sentence = act.head.sent
    here = _parties(article, sentence, act)
    last = next(
        (each.actor for each in reversed(before) if each.actor not in {None, act.target, asking}),
        None,
    )
    foes = scene.against.get(act.target, Counter()) if act.target is not None else Counter()
    scored = {
        actor: 1.0 * (actor in here)
        + 3.0 * (actor == last)
        + 3.0 * _hostility(foes, actor)
        + 2.0 * scene.doing.get(actor, 0.0)
        + 2.0 * scene.share[actor]
        - 3.0 * (act.event in BY_FORCE and _unarmed(article, actor))
        for actor in scene.share
        if actor not in {act.target, asking}
    }
    found = max(sorted(scored), key=lambda actor: scored[actor], default=None)
    return replace(act, actor=found)


def _mover(act: Act, before: Sequence[Act]) -> str | None:
    """Return who moved or used the forces that now leave, halt or are withdrawn."""
    if act.event not in OWN_FORCES | {"ASSAULT"} or act.head.pos_ == "NOUN":
        return None
    forces = [clauses.subject(act.head), *clauses.objects(act.head)]
    if not any(each is not None and each.lemma_.lower() in word_class("force") for each in forces):
        return None
    things = {each.lemma_.lower() for each in forces if each is not None}
    moved = [each for each in before if each.event in BY_FORCE - {"RETREAT"} and each.actor]
    same = [each for each in moved if things & {word.lemma_.lower() for word in each.head.subtree}]
    return next((each.actor for each in reversed(same or moved)), None)


def _unarmed(article: Article, actor: str) -> bool:
    """Say whether a party is a body or a person, without an army of its own."""
    known = article.cast.get(actor)
    armed = {"state", "armed_group", "group", "region", "alliance", "bloc"}
    return known is not None and known.kind not in armed


def _named_otherwise(article: Article, act: Act) -> bool:
    """Say whether an act has a doer of its own who is no known actor: "gunmen", a name."""
    if act.head.pos_ == "NOUN" or clauses.passive(act.head):
        return False
    _, who = parties.doer(article, act.head, lexicon())
    if who is None or article.actor_of(who) is not None:
        return False
    return who.lemma_.lower() in word_class("strangers") or who.pos_ == "PROPN"


def _asking(article: Article, act: Act) -> str | None:
    """Return who demands or fears the act, where somebody else is to do it."""
    if act.status not in {"demanded", "possible"}:
        return None
    for cue in act.standing.cues:
        if act.status == "possible" and cue.lemma_.lower() not in word_class("fearing"):
            continue
        who = clauses.subject(cue) if cue.pos_ == "VERB" else None
        if who is not None and article.actor_of(who) is not None:
            return article.actor_of(who)
    return None


def _told_before(act: Act, before: Sequence[Act]) -> Act | None:
    """Return the earlier act that a definite noun takes up: "the seizure", "the attacks"."""
    if act.event is None:
        return None
    if act.head.tag_ == "VBG" or act.status in OPEN:
        things = _things(act)
        for each in reversed(before):
            if (
                each.event == act.event
                and each.actor not in {None, act.target}
                and things & _things(each)
            ):
                return each
    if act.noun is not act.head:
        return None
    if not any(each.lower_ in DEFINITE for each in act.head.children if each.dep_ == "det"):
        return None
    for each in reversed(before):
        if each.event == act.event and each.actor is not None and each.actor != act.target:
            return each
    return None


def _things(act: Act) -> set[str]:
    """Return the lemmas of what an act is done with: "weapon" of "supply lethal weapons"."""
    head = act.head
    if head.pos_ in {"NOUN", "PROPN"}:
        found = {each.lemma_.lower() for each in head.children if each.dep_ == "compound"}
        return (
            found
            | {each.lemma_.lower() for each in clauses.prepositional(head, "of")}
            | {clauses.lemma(head)}
        )
    return {clauses.lemma(each) for each in clauses.objects(head)}


def _owner(article: Article, act: Act) -> str | None:
    """Return whose the forces are that were moved, where nobody is said to move them."""
    if act.event not in OWN_FORCES or act.head.pos_ == "NOUN":
        return None
    for each in clauses.objects(act.head):
        owner = article.actor_of(each) or next(
            (
                article.actor_of(far)
                for far in each.children
                if far.dep_ in {"poss", "amod", "compound"} and article.actor_of(far)
            ),
            None,
        )
        if owner is not None:
            return owner
    return None


def _upon_whom(article: Article, act: Act, scene: Scene) -> str | None:
    """Return upon whom an act falls that doesn't say so itself: the likeliest of the parties."""
    if act.actor is None:
        return None
    beside = _beside(article, act) if act.event not in VERBAL else set()
    foes = scene.against.get(act.actor, Counter())
    sentence = act.head.sent
    here = set(_parties(article, sentence, act))
    earlier = article.token_actor[max(0, sentence.start - WINDOW) : sentence.start]
    before = {actor for actor in earlier if actor is not None}
    scored = {
        actor: 3.0 * (actor in here)
        + 1.0 * (actor in before)
        + 3.0 * _hostility(foes, actor)
        + 3.0 * share
        for actor, share in scene.share.items()
        if actor != act.actor and actor not in beside
    }
    return max(sorted(scored), key=lambda actor: scored[actor], default=None)


def _hostility(foes: Counter[str], actor: str) -> float:
    """Return how much two parties act against each other, 0 to 1."""
    return min(foes.get(actor, 0), 4) / 4


def _beside(article: Article, act: Act) -> set[str]:
    """Return the parties that do the act together: "Egypt and Syria attacked"."""
    who = clauses.subject(act.head) if act.head.pos_ == "VERB" else None
    if who is None or article.actor_of(who) != act.actor:
        return set()
    return {actor for each in who.conjuncts if (actor := article.actor_of(each)) is not None}


def _parties(article: Article, sentence: "Span", act: Act) -> list[str]:
    """Return the parties that a sentence names, those nearest to the act first."""
    found: dict[str, int] = {}
    for token in sentence:
        actor = article.actor_of(token)
        if actor is None or article.role_of(actor) != "party" or token.i == act.head.i:
            continue
        distance = abs(token.i - act.head.i)
        found[actor] = min(found.get(actor, distance), distance)
    return sorted(found, key=lambda actor: (found[actor], actor))
