"""What tells that somebody contends for the rule of a state, rather than rules or speaks for it.

"The ousted president, Omar Barro", "Barro's supporters", "Barro was sworn in", "Barro
accused Tolo of rigging the vote": none of them is sure, and several of them together in a
text of coups or disputed votes are.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from detente.read.text.wordlists import listed
from detente.read.who.bids import bids
from detente.read.who.deeds import head
from detente.read.who.mentions import Scene
from detente.read.who.mutinies import mutiny

_TITLES = {sign: listed("rivals", sign) for sign in ("fallen", "claiming", "opposed")}
_FALLEN = _TITLES["fallen"]
_LORDS = listed("rivals", "lords")
_RULING = listed("rivals", "ruling")
_LESSER = listed("rivals", "lesser")
_REGIMES = listed("rivals", "regimes")
_FOLLOWERS = listed("rivals", "followers")
_FATE = listed("rivals", "fate")
_COUPS = listed("rivals", "coups")
_VOTES = listed("rivals", "votes")
_RESULTS = listed("rivals", "results")
_DISPUTING = listed("rivals", "disputing")
_LOYAL = listed("rivals", "loyal")
_TITLING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBD", "HYPH", "PRP$", "POS"})
_TITLE = 7  # words of a title before a name at most
_VOTE = 0.7  # what a word of a vote weighs beside a word of a coup
_MOST = 4.0  # of such words

# what each sign weighs, and how often it counts at most
_WEIGHTS: Mapping[str, tuple[float, int]] = {
    "lord": (3.5, 1),
    "fallen": (2.0, 1),
    "unseated": (1.5, 1),
    "dismissed": (1.5, 1),
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
    "own": (1.5, 1),
    "turned": (2.0, 1),
}


def struggle(scene: Scene) -> dict[int, float]:
    """Return how much each sentence tells of a coup or of a disputed vote, where it does at all."""
    found: dict[int, float] = {}
    for i in range(len(scene.lowers)):
        weight = _told(scene, i)
        if weight:
            found[scene.sentence[i]] = found.get(scene.sentence[i], 0.0) + weight
    return found


def _told(scene: Scene, i: int) -> float:
    """Return how much a word tells of a coup or of a disputed vote."""
    words = {scene.lowers[i], scene.doc[i].lemma_.lower()}
    if words & _COUPS:
        return 1.0
    if words & _VOTES:
        return _VOTE
    disputed = scene.deps[i] in {"dobj", "nsubjpass"} and words & _RESULTS
    return 1.0 if disputed and scene.doc[scene.heads[i]].lemma_ in _DISPUTING else 0.0


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
    disputed = any(signs.get(sign) for sign in ("declared", "claiming", "acclaimed", "dismissed"))
    return signs.get("ruling", 0) > signs.get("past", 0) and not disputed


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
        place = head(scene, start, end)
        found.update(_titled(scene, start, place))
        found.update(_held(scene, place))
        found.update(bids(scene, place, others))
        found.update(mutiny(scene, place, others))
        found["near"] += scene.sentence[start] in about
    return found


def _titled(scene: Scene, start: int, head: int) -> Iterator[str]:
    """Yield what the title before or behind a name tells."""
    words = {*_before(scene, start), *_behind(scene, head)}
    former = not words.isdisjoint({"former", "ex"})
    for sign, known in _TITLES.items():
        if words & known:
            yield sign
    if words & _LORDS and not former:
        yield "lord"
    if words & _FALLEN or (former and words & _RULING):
        yield "past"
    elif words & _RULING and not (former or words & _LESSER):
        yield "ruling"


def _before(scene: Scene, start: int) -> Iterator[str]:
    """Yield the words of the title before a name: "the ousted president", "opposition leader"."""
    for i in range(start - 1, max(start - 1 - _TITLE, -1), -1):
        commas = scene.texts[i] == "," and i == start - 1 and scene.deps[i + 1] == "appos"
        if scene.tags[i] not in _TITLING and scene.texts[i] != "-" and not commas:
            return
        yield "self-declared" if scene.lowers[i] == "self" else scene.lowers[i]


def _behind(scene: Scene, head: int) -> Iterator[str]:
    """Yield the words of the title that a name is put beside: "Omar Barro, the ousted president"."""
    put = scene.deps[head] == "appos"
    for noun in (*scene.children(head), *([scene.heads[head]] * put)):
        if scene.deps[noun] == "appos" or noun == scene.heads[head]:
            yield scene.lowers[noun]
            yield from (scene.lowers[c] for c in _modifiers(scene, noun))
        elif scene.deps[noun] == "acl" and scene.tags[noun] == "VBN":
            yield scene.lowers[noun]


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
