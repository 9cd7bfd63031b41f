"""What somebody does for the rule of a state, or has done to him: "Barro was sworn in".

He is overthrown, arrested, declared the winner; he wins the vote, resigns, does not
recognise the result; or he and another of the same state meet in one clause.
"""

from collections.abc import Container, Iterator

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_UNSEAT = listed("rivals", "unseat")
_REMOVE = listed("rivals", "remove")
_RAISE = listed("rivals", "raise")
_YIELD = listed("rivals", "yield")
_OPPOSE = listed("rivals", "oppose") | _UNSEAT | _REMOVE
_ACKNOWLEDGE = listed("rivals", "acknowledge")
_DECLARE = listed("rivals", "declare")
_STAKES = listed("rivals", "stakes")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"nsubjpass", "dobj", "dative"})
_WON = frozenset({"winner", "victor", "victorious", "elected"})
_HIMSELF = frozenset({"himself", "herself"})


def bids(scene: Scene, head: int, others: Container[int]) -> Iterator[str]:
    """Yield what the clauses around a name tell of its bearer's struggle for the rule of a state.

    Parameters
    ----------
    scene : Scene
        With persons named.
    head : int
        The token of the name that the others hang on.
    others : container of int
        Tokens that name other persons of his state.
    """
    for verb, acts, noun in (*_main(scene, head), *_beside(scene, head)):
        yield from _done(scene, verb) if acts else _suffered(scene, verb)
        yield from _against(scene, verb, noun, others, acts=acts)


def _main(scene: Scene, head: int) -> Iterator[tuple[int, bool, int]]:
    """Yield the verbs that a name is the subject or the object of, and whether its bearer acts."""
    noun = head
    for _ in range(3):
        if scene.deps[noun] not in {"conj", "appos"}:
            break
        noun = scene.heads[noun]
    verb, dep = scene.heads[noun], scene.deps[noun]
    if scene.parts[verb] not in {"VERB", "AUX"}:
        return
    if dep in _OBJECTS:
        yield verb, False, noun
    elif dep == "nsubj":
        yield verb, True, noun
        above = scene.heads[verb]
        if scene.deps[verb] == "ccomp" and scene.doc[above].lemma_ in _DECLARE:
            yield above, False, noun  # "declared Barro the winner"
        yield from ((shared, True, noun) for shared in _shared(scene, verb))


def _shared(scene: Scene, verb: int) -> Iterator[int]:
    """Yield the verbs that have the subject of another."""
    for child in scene.children(verb):
        joined = scene.deps[child] in {"conj", "xcomp"} and scene.parts[child] == "VERB"
        if joined and not any(scene.deps[c] in _SUBJECTS for c in scene.children(child)):
            yield child


def _beside(scene: Scene, head: int) -> Iterator[tuple[int, bool, int]]:
    """Yield the verbs of clauses beside a name: "Barro, overthrown in May", "Barro, who won"."""
    for child in scene.children(head):
        if scene.deps[child] == "acl" and scene.tags[child] == "VBN":
            yield child, False, head
        elif scene.deps[child] == "relcl":
            for who in scene.children(child):
                if scene.tags[who] == "WP" and scene.deps[who] in _SUBJECTS | {"dobj"}:
                    yield child, scene.deps[who] == "nsubj", who


def _suffered(scene: Scene, verb: int) -> Iterator[str]:
    lemma = scene.doc[verb].lemma_.lower()
    if lemma in _UNSEAT and _real(scene, verb):
        yield "unseated"
    if lemma in _REMOVE:
        yield "removed"
    if lemma in _RAISE:
        yield "raised"
    if lemma in _DECLARE and any(scene.lowers[i] in _WON for i in _below(scene, verb)):
        yield "acclaimed"


def _done(scene: Scene, verb: int) -> Iterator[str]:
    lemma = scene.doc[verb].lemma_.lower()
    below = list(_below(scene, verb))
    lowers = {scene.lowers[i] for i in below}
    if lemma in _UNSEAT and _real(scene, verb):
        yield "unseats"
    steps_down = lemma in {"step", "stand"} and "down" in lowers
    if lemma in _YIELD or steps_down or lowers & _STAKES:
        yield "power"
    himself = {scene.lowers[c] for i in below for c in (i, *scene.children(i))} & _HIMSELF
    if lemma in _DECLARE and himself:
        yield "declared"
    if lemma in _ACKNOWLEDGE and any(scene.deps[i] == "neg" for i in below):
        yield "unrecognised"


def _real(scene: Scene, verb: int) -> bool:
    """Say whether something was done: not "wants to overthrow", "would overthrow", "did not"."""
    below = scene.children(verb)
    unreal = any(scene.tags[i] == "MD" or scene.deps[i] == "neg" for i in below)
    return scene.tags[verb] != "VB" and not unreal


def _against(
    scene: Scene, verb: int, noun: int, others: Container[int], *, acts: bool
) -> Iterator[str]:
    """Yield that another person of the same state is in the same clause: "Barro dismissed Tolo"."""
    if not any(i in others for i in _below(scene, verb) if i != noun):
        return
    yield "faced"
    lemma = scene.doc[verb].lemma_.lower()
    if lemma in _OPPOSE:
        yield "opposes"
    if lemma in _REMOVE and not acts and _real(scene, verb):
        yield "dismissed"


def _below(scene: Scene, verb: int) -> Iterator[int]:
    """Yield what hangs on a verb, also by a preposition."""
    for child in scene.children(verb):
        yield child
        if scene.deps[child] in {"prep", "agent"}:
            yield from scene.children(child)
