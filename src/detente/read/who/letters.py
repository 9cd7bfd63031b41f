"""Who speaks by a paper: "a statement by the army", "the note" that was handed over before."""

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_LETTERS = listed("speakers", "letters")
_MADE_KNOWN = listed("speakers", "made_known")
_ONE_SIDED = listed("speakers", "one_sided")
_ISSUERS = listed("speakers", "issuers")
_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEFINITE = frozenset({"the", "this", "that", "another", "second", "third", "next", "last", "it"})
_NOT_BY = frozenset({"to", "on", "about"})
_SEEN = frozenset({"see", "obtain", "review", "read", "quote", "cite"})
_NEAR = 6  # words between a paper and who made it
_REACH = 3  # sentences back to a letter by another name
_UP = 4  # words between a letter and the verb that sends it


def sender(scene: Scene, i: int) -> str | None:
    """Return who made the paper at token `i`, by what stands beside it or where it was sent.

    Parameters
    ----------
    scene : Scene
        The document.
    i : int
        A noun such as "note", "statement" or "report".

    Returns
    -------
    str or None
        The id of a party, None where the text doesn't tell.
    """
    found = by_whom(scene, i) or _who_makes_known(scene, i) or _sent_before(scene, i)
    return found or _of_those_before(scene, i)


def by_whom(scene: Scene, i: int) -> str | None:
    """Return who made a paper: "a statement by the army", not the agency that only carried it."""
    for child in scene.children(i):
        seen = scene.lowers[child] in _NOT_BY or scene.doc[child].lemma_ in _SEEN
        if scene.deps[child] in {"prep", "acl"} and not seen:
            for leaf in scene.doc[child].subtree:
                if scene.lowers[leaf.i] in _NOT_BY:
                    break  # "a note handed to the Swedish ambassador"
                carried = scene.deps[child] == "acl" and scene.form[leaf.i] == "media"
                if scene.actor[leaf.i] and leaf.i - i < _NEAR and not carried:
                    return scene.actor[leaf.i]
    return None


def body_before(scene: Scene, i: int) -> int | None:
    """Return the body without a name that a paper is of: "cabinet" in "a cabinet statement"."""
    for child in scene.children(i):
        beside = child < i and scene.deps[child] in _OWNING and scene.actor[child] is None
        if beside and scene.lowers[child] in _ISSUERS:
            return child
    return None


def _who_makes_known(scene: Scene, i: int) -> str | None:
    """Return who made a paper known: "the Council adopted a resolution that called on both"."""
    verb = scene.heads[i]
    if scene.deps[i] == "pobj" and scene.lowers[verb] == "with":  # "sent an envoy with a message"
        verb = scene.heads[verb]
    elif scene.deps[i] != "dobj":
        return None
    if scene.doc[verb].lemma_ not in _MADE_KNOWN:
        return None
    return next((scene.actor[c] for c in scene.children(verb) if scene.deps[c] == "nsubj"), None)


def made_known(scene: Scene, i: int) -> bool:
    """Say whether a noun is a paper that the verb above it makes known: "adopted a resolution"."""
    return (
        scene.lowers[i] in _LETTERS
        and scene.deps[i] == "dobj"
        and scene.doc[scene.heads[i]].lemma_ in _MADE_KNOWN
    )


def _sent_before(scene: Scene, i: int) -> str | None:
    """Return who sent the letter that is spoken of again: "Peru sent a note. The note demanded"."""
    lower = scene.lowers[i]
    if lower not in _LETTERS:
        return None
    if not any(scene.lowers[c] in _DEFINITE for c in scene.children(i) if c < i):
        return None
    for j in range(i - 1, -1, -1):
        near = scene.sentence[i] - scene.sentence[j] <= _REACH
        if scene.lowers[j] == lower or (near and scene.lowers[j] in _LETTERS):
            found = _owner(scene, j) or by_whom(scene, j) or _who_writes(scene, j)
            if found is not None and found not in scene.sources:
                return found
    return None


def _of_those_before(scene: Scene, i: int) -> str | None:
    """Return the party that the sentence before is about, of a letter that is handed out or known.

    "The junta met for two hours. A statement issued afterwards said", "the statement said".
    """
    handed = (c for c in scene.children(i) if scene.deps[c] == "acl" and scene.tags[c] == "VBN")
    known = any(scene.doc[c].lemma_ in _MADE_KNOWN for c in handed)
    if scene.lowers[i] not in _LETTERS or not (known or _the(scene, i)):
        return None
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - 1:
            return None
        above = scene.heads[j]
        main = scene.deps[j] in _SUBJECTS and scene.deps[above] in {"ROOT", "ccomp"}
        if main and scene.sentence[j] == scene.sentence[i] - 1 and scene.actor[j]:
            return scene.actor[j] if scene.actor[j] not in scene.sources else None
    return None


def _the(scene: Scene, i: int) -> bool:
    """Say whether a paper is just "the statement", so one that the text has come to."""
    bare = [scene.lowers[c] for c in scene.children(i)] == ["the"]
    return bare and scene.lowers[i] in _ONE_SIDED


def _owner(scene: Scene, i: int) -> str | None:
    """Return whose a letter is: "the Soviet note", "Peru's reply"."""
    return next(
        (scene.actor[c] for c in scene.children(i) if scene.deps[c] in _OWNING and scene.actor[c]),
        None,
    )


def _who_writes(scene: Scene, i: int) -> str | None:
    """Return the subject of the verb that a letter hangs on: "he offered in a letter to leave"."""
    if scene.deps[i] == "dobj" and scene.doc[scene.heads[i]].lemma_ not in _MADE_KNOWN:
        return None  # "rejected the note"
    for _ in range(_UP):
        i = scene.heads[i]
        who = next((c for c in scene.children(i) if scene.deps[c] in _SUBJECTS), None)
        if who is not None:
            return scene.actor[who] if scene.deps[who] == "nsubj" else None
    return None
