"""How far a named speaker can be trusted: the chance that an analyst would hear the same one.

"Peru's foreign minister said" leaves no doubt. "The ministry said", three sentences behind the
last minister, or "it added" where two states were named in between, does. What can be seen of
that are signs: by what word the speaker is told, how long ago he was named and who else since,
what the verb hangs on. Their weights stand in ``lexicon/speaker_trust.toml``;
``evaluation/speaker_trust.py`` fits them to ``evaluation/dev`` by a logistic regression
(Cox 1958) and says how they do on passages that were left out of the fit.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from detente.read.said.extents import Speech
from detente.read.text.weights import chance, weights
from detente.read.text.wordlists import speech as words
from detente.read.who.mentions import Scene

_NAMES = frozenset(("name", "capital", "demonym", "seat"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "who", "which"))
_RELATIVES = frozenset(("WP", "WDT"))
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "their"))
_KINDS = frozenset(("state", "person", "people", "institution", "paper", "group", "bloc"))
_HANGING = frozenset(("ROOT", "conj", "relcl", "advcl", "ccomp", "xcomp", "acl"))
_VERBS = words("common")
_BACK = 6  # sentences in which a speaker is looked for
_FAR = 15  # words
_MANY = 5


@dataclass(frozen=True, slots=True)
class _Before:
    """Since when a speaker is known: sentences back to his last mention, and who else was named."""

    gap: str
    others: float
    here: float


def trust(seen: Mapping[str, float]) -> float:
    """Return the chance that a speaker is right, by the signs that were seen.

    Examples
    --------
    >>> named = {"by name": 1.0, "of a state": 1.0, "verb ROOT": 1.0}
    >>> trust(named) > trust(named | {"others here": 1.0})
    True
    """
    return chance(weights("speaker_trust", "speaker"), seen.items())


def signs(scene: Scene, speech: Speech, speaker: str, last: str | None) -> dict[str, float]:
    """Return what speaks for and against a speaker, each from 0 to 1.

    Parameters
    ----------
    scene : Scene
        Who is meant by each word.
    speech : Speech
        The word of speech and its subject.
    speaker : str
        Who is taken to speak.
    last : str or None
        Who spoke before.

    Returns
    -------
    dict of str to float
        Signs by name; each has a weight.

    Notes
    -----
    Linear in the words of the subject, of its sentence and of the six before.
    """
    i = speech.subject
    hanging = scene.deps[speech.verb]
    kind = scene.kind_of(speaker)
    before = _before(scene, i, speaker)
    how, told = _told(scene, i, speaker)
    found = {
        f"of a {kind}" if kind in _KINDS else "of another kind": 1.0,
        f"named {before.gap}": 1.0,
        "others since": before.others,
        "others here": before.here,
        "spoke last": float(last == speaker),
        f"verb {hanging}" if hanging in _HANGING else "verb elsewhere": 1.0,
        _rule(speech): 1.0,
        "behind the verb": float(i > speech.verb),
        "far": min(abs(i - speech.verb), _FAR) / _FAR,
        "quoted": float(any(a < speech.last and b > speech.first for a, b in scene.quotes)),
    }
    if how in {"by a pronoun", "by a bare noun"}:
        told |= {
            f"{how} named {before.gap}": 1.0,
            f"{how} others since": before.others,
            f"{how} spoke last": float(last == speaker),
        }
    return found | told | {how: 1.0}


def _rule(speech: Speech) -> str:
    """Return the verb of a saying where it is a common one."""
    verb = speech.rule.partition(":")[2]
    return f"by the verb {verb}" if verb in _VERBS else "by a rare verb"


def _told(scene: Scene, i: int, speaker: str) -> tuple[str, dict[str, float]]:
    """Return by what sort of word a speaker is told, and what that word shows."""
    lower = scene.lowers[i]
    if scene.parts[i] == "PRON" or scene.tags[i] in _RELATIVES:
        return "by a pronoun", {f"by {lower}" if lower in _PRONOUNS else "by another pronoun": 1.0}
    if scene.form[i] == "person" or scene.entities[i] == "PERSON":
        return "by a person", _person(scene, i)
    if scene.form[i] in _NAMES:
        return "by name", {}
    return _noun(scene, i, speaker)


def _person(scene: Scene, i: int) -> dict[str, float]:
    """Return what a person's name shows: whether it is whole, titled, or his state a guess."""
    whole = i > 0 and scene.deps[i - 1] == "compound" and scene.texts[i - 1][:1].isupper()
    return {
        "a whole name": float(whole),
        "a titled name": float(scene.texts[i] in scene.titles),
        "a guessed name": float(scene.texts[i] in scene.guesses),
    }


def _noun(scene: Scene, i: int, speaker: str) -> tuple[str, dict[str, float]]:
    """Return what a common noun shows: whose it is said to be, and what sort of office."""
    around = [each.i for each in scene.doc[i].subtree if each.i != i]
    owned = any(scene.actor[j] == speaker and scene.form[j] in _NAMES for j in around)
    another = any(scene.actor[j] not in {None, speaker} for j in around)
    source = speaker in scene.sources
    how = "by an owned noun" if owned else "by a source's noun" if source else "by a bare noun"
    article = next(
        (scene.lowers[j] for j in scene.children(i) if scene.deps[j] in {"det", "poss"}), ""
    )
    nouns, lower = scene.gazetteer.words, scene.lowers[i]
    return how, {
        f"with {article}" if article in _ARTICLES else "with no article": 1.0,
        "beside another": float(another),
        "an office": float(lower in nouns["title"]),
        "a body": float(lower in nouns["state"]),
        "an expert": float(lower in nouns["expert"]),
        "several": float(scene.tags[i] in {"NNS", "NNPS"}),
    }


def _before(scene: Scene, i: int, speaker: str) -> _Before:
    """Look back for the last time that a speaker was named or described by another word."""
    here = scene.sentence[i]
    others: set[str] = set()
    beside: set[str] = set()
    gap = "never"
    for j in range(i - 1, -1, -1):
        ago = here - scene.sentence[j]
        if ago > _BACK:
            break
        actor, form = scene.actor[j], scene.form[j]
        if actor is None or form == "pronoun":
            continue
        if actor != speaker:
            others.add(actor)
            if ago == 0:
                beside.add(actor)
        elif gap == "never" and (
            form in _NAMES or form == "person" or scene.lowers[j] != scene.lowers[i]
        ):
            gap = ("here", "just before", "before", "long ago")[min(ago, 3)]
            if ago:
                break
    return _Before(gap, min(len(others), _MANY) / _MANY, min(len(beside), 3) / 3)
