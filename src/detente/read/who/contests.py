"""What tells that somebody contends for the rule of a state, rather than rules or speaks for it.

"The ousted president, Omar Barro", "Barro's supporters", "Barro was sworn in", "Barro
accused Tolo of rigging the vote": none of them is sure, and several of them together in a
text of coups or disputed votes are.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_FALLEN = listed("rivals", "fallen")
_CLAIMING = listed("rivals", "claiming")
_OPPOSED = listed("rivals", "opposed")
_LORDS = listed("rivals", "lords")
_RULING = listed("rivals", "ruling")
_LESSER = listed("rivals", "lesser")
_REGIMES = listed("rivals", "regimes")
_UNSEAT = listed("rivals", "unseat")
_REMOVE = listed("rivals", "remove")
_RAISE = listed("rivals", "raise")
_YIELD = listed("rivals", "yield")
_OPPOSE = listed("rivals", "oppose") | _UNSEAT | _REMOVE
_ACKNOWLEDGE = listed("rivals", "acknowledge")
_DECLARE = listed("rivals", "declare")
_STAKES = listed("rivals", "stakes")
_FOLLOWERS = listed("rivals", "followers")
_FATE = listed("rivals", "fate")
_COUPS = listed("rivals", "coups")
_VOTES = listed("rivals", "votes")
_LOYAL = listed("rivals", "loyal")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HIMSELF = frozenset({"himself", "herself"})
_TITLING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBD", "HYPH", "PRP$", "POS"})
_TITLE = 7  # words of a title before a name at most
_VOTE = 0.7  # what a word of a vote weighs beside a word of a coup
_MOST = 4.0  # of such words

# what each sign weighs, and how often it counts at most
_WEIGHTS: Mapping[str, tuple[float, int]] = {
    "lord": (3.0, 1),
    "fallen": (2.0, 1),
    "unseated": (1.5, 1),
    "claiming": (1.5, 1),
    "opposed": (1.5, 1),
    "declared": (2.0, 1),
    "unrecognised": (2.0, 1),
    "power": (1.0, 2),
    "raised": (1.5, 1),
    "removed": (0.7, 1),
    "unseats": (1.0, 1),
    "followed": (1.0, 1),
    "fate": (1.0, 1),
    "faced": (1.5, 2),
    "opposes": (1.0, 1),
    "near": (0.5, 2),
}


def struggle(scene: Scene) -> dict[int, float]:
    """Return how much each sentence tells of a coup or of a disputed vote, where it does at all."""
    found: dict[int, float] = {}
    for i, lower in enumerate(scene.lowers):
        lemma = scene.doc[i].lemma_.lower()
        weight = (
            1.0
            if lemma in _COUPS or lower in _COUPS
            else _VOTE
            if lemma in _VOTES or lower in _VOTES
            else 0.0
        )
        if weight:
            found[scene.sentence[i]] = found.get(scene.sentence[i], 0.0) + weight
    return found


def strength(signs: Mapping[str, int], about: float) -> float:
    """Return how surely somebody contends, by his signs and by what is told of coups and votes.

    Parameters
    ----------
    signs : mapping of str to int
        As `signs` counts them.
    about : float
        How much the text tells of a struggle for the rule of his state.
    """
    own = sum(weight * min(signs.get(sign, 0), most) for sign, (weight, most) in _WEIGHTS.items())
    return own + min(about, _MOST) / 2


def in_office(signs: Mapping[str, int]) -> bool:
    """Say whether a text has somebody hold the highest office, and does not call him fallen."""
    claims = signs.get("raised", 0) > 1 or signs.get("declared") or signs.get("claiming")
    return signs.get("ruling", 0) > signs.get("past", 0) and not claims


def signs(
    scene: Scene,
    places: list[tuple[int, int]],
    others: Container[int],
    about: Container[int],
) -> Counter[str]:
    """Count what tells that somebody contends for the rule of a state.

    Parameters
    ----------
    scene : Scene
        With persons named.
    places : list of (int, int)
        Where he is named: first token, the one after the last.
    others : container of int
        Tokens that name other persons of his state.
    about : container of int
        Sentences that tell of a coup or of a disputed vote.
    """
    found: Counter[str] = Counter()
    for start, end in places:
        head = name_head(scene, start, end)
        found.update(_titled(scene, start, head))
        found.update(_held(scene, head))
        for verb, acts, noun in _verbs(scene, head):
            found.update(_deed(scene, verb, acts=acts))
            found.update(_against(scene, verb, noun, others))
        found["near"] += scene.sentence[start] in about
    return found


def name_head(scene: Scene, start: int, end: int) -> int:
    """Return the token of a name that the others hang on."""
    return next(
        (i for i in range(end - 1, start - 1, -1) if not start <= scene.heads[i] < end), end - 1
    )


def _titled(scene: Scene, start: int, head: int) -> Iterator[str]:
    """Yield what the title before or behind a name tells."""
    words = set(_before(scene, start))
    for noun in (*scene.children(head), *([scene.heads[head]] * (scene.deps[head] == "appos"))):
        if scene.deps[noun] == "appos" or scene.deps[head] == "appos":
            words |= {scene.lowers[noun], *(scene.lowers[c] for c in _modifiers(scene, noun))}
        elif scene.deps[noun] == "acl" and scene.tags[noun] == "VBN":
            words.add(scene.lowers[noun])
    if "self" in words:
        words |= {"self-declared"}
    if words & _FALLEN:
        yield "fallen"
    if words & _CLAIMING:
        yield "claiming"
    if words & _OPPOSED:
        yield "opposed"
    former = not words.isdisjoint({"former", "ex"})
    if words & _LORDS and not former:
        yield "lord"
    if words & _FALLEN or (former and words & _RULING):
        yield "past"
    elif words & _RULING and not words & _LESSER and not former:
        yield "ruling"


def _before(scene: Scene, start: int) -> Iterator[str]:
    """Yield the words of the title before a name: "the ousted president", "opposition leader"."""
    for i in range(start - 1, max(start - 1 - _TITLE, -1), -1):
        commas = scene.texts[i] == "," and i == start - 1 and scene.deps[i + 1] == "appos"
        if scene.tags[i] not in _TITLING and scene.texts[i] != "-" and not commas:
            return
        yield scene.lowers[i]


def _modifiers(scene: Scene, noun: int) -> Iterator[int]:
    for child in scene.children(noun):
        if child < noun and scene.deps[child] in {"amod", "compound", "nmod"}:
            yield child
            yield from (c for c in scene.children(child) if c < child)


def _held(scene: Scene, head: int) -> Iterator[str]:
    """Yield what is said to be somebody's: "Barro's supporters", "the overthrow of Barro"."""
    above = scene.heads[head]
    if scene.deps[head] == "poss":
        noun = above
    elif scene.deps[head] == "pobj" and scene.lowers[above] in {"of", "to", "against"}:
        noun = scene.heads[above]
        if scene.lowers[above] == "to" and scene.lowers[noun] not in _LOYAL:
            return
    else:
        return
    word = scene.lowers[noun]
    if word in _FOLLOWERS or word in _LOYAL:
        yield "followed"
    elif word in _FATE:
        yield "fate"
    elif word in _REGIMES:
        yield "ruling"


def _verbs(scene: Scene, head: int) -> Iterator[tuple[int, bool, int]]:
    """Yield the verbs of which somebody is the subject or the object, and whether he acts."""
    noun = head
    for _ in range(3):
        if scene.deps[noun] not in {"conj", "appos"}:
            break
        noun = scene.heads[noun]
    verb, dep = scene.heads[noun], scene.deps[noun]
    if scene.parts[verb] in {"VERB", "AUX"}:
        if dep == "nsubj":
            yield verb, True, noun
            above = scene.heads[verb]
            if scene.deps[verb] == "ccomp" and scene.doc[above].lemma_ in _DECLARE:
                yield above, False, noun  # "declared Barro the winner"
            for child in scene.children(verb):
                shared = scene.deps[child] in {"conj", "xcomp"} and scene.parts[child] == "VERB"
                if shared and not any(scene.deps[c] in _SUBJECTS for c in scene.children(child)):
                    yield child, True, noun
        elif dep in {"nsubjpass", "dobj", "dative"}:
            yield verb, False, noun
    for child in scene.children(head):
        if scene.deps[child] == "acl" and scene.tags[child] == "VBN":
            yield child, False, head
        elif scene.deps[child] == "relcl":
            for who in scene.children(child):
                if scene.tags[who] == "WP" and scene.deps[who] in _SUBJECTS | {"dobj"}:
                    yield child, scene.deps[who] == "nsubj", who


def _deed(scene: Scene, verb: int, *, acts: bool) -> Iterator[str]:
    """Yield what somebody does, or what is done to him, that is about the rule of a state."""
    lemma = scene.doc[verb].lemma_.lower()
    below = list(_below(scene, verb))
    lowers = {scene.lowers[i] for i in below}
    unreal = scene.tags[verb] == "VB" or any(scene.tags[i] == "MD" for i in below)
    negated = any(scene.deps[i] == "neg" for i in below)
    if not acts:
        if lemma in _UNSEAT and not (unreal or negated):
            yield "unseated"
        if lemma in _REMOVE:
            yield "removed"
        if lemma in _RAISE:
            yield "raised"
        return
    if lemma in _UNSEAT and not (unreal or negated):
        yield "unseats"
    steps_down = lemma in {"step", "stand"} and "down" in lowers
    if lemma in _YIELD or steps_down or lowers & _STAKES:
        yield "power"
    reflexive = {scene.lowers[c] for i in below for c in (i, *scene.children(i))} & _HIMSELF
    if lemma in _DECLARE and reflexive:
        yield "declared"
    if lemma in _ACKNOWLEDGE and negated:
        yield "unrecognised"


def _against(scene: Scene, verb: int, noun: int, others: Container[int]) -> Iterator[str]:
    """Yield that another person of the same state is in the same clause."""
    met = sum(i in others for i in _below(scene, verb) if i != noun)
    if met:
        yield "faced"
        if scene.doc[verb].lemma_.lower() in _OPPOSE:
            yield "opposes"


def _below(scene: Scene, verb: int) -> Iterator[int]:
    """Yield what hangs on a verb, also by a preposition."""
    for child in scene.children(verb):
        yield child
        if scene.deps[child] in {"prep", "agent"}:
            yield from scene.children(child)
