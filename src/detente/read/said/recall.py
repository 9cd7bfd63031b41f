"""Whom a speaking pronoun means: often who spoke just before, a source or a body no list knows.

References are resolved before anybody is heard, so that "it recommended" after
"the commission found" would else mean the last state that was a subject.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from detente.read.said.own_voice import for_himself
from detente.read.text.wordlists import listed, speech
from detente.read.text.words import word_class
from detente.read.who.antecedents import is_main, is_subject
from detente.read.who.mentions import Scene

_SORTS = {
    **dict.fromkeys(("he", "she"), "person"),
    "it": "body",
    "they": "many",
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = {"person": 2, "body": 1, "many": 1}  # sentences back
_AGAIN = 3  # sentences back to the same noun
_BESIDE = 6  # words behind a name within which its office stands
_FORCES = listed("speakers", "forces")


def recalled(scene: Scene, i: int, heard: Sequence[tuple[int, str]], *, aside: bool) -> str | None:
    """Return who a pronoun means that speaks, where that is somebody heard before.

    Parameters
    ----------
    scene : Scene
        The document.
    i : int
        The pronoun.
    heard : sequence of (int, str)
        The token and the id of each who spoke so far, in order.
    aside : bool
        Whether the words come first: "the bridge was lost, he said".

    Returns
    -------
    str or None
        An id, or None where the pronoun may mean somebody else.
    """
    sort = _SORTS.get(scene.lowers[i])
    if sort is None:
        return None
    near = [
        (j, speaker)
        for j, speaker in heard
        if j < i
        and 0 <= scene.sentence[i] - scene.sentence[j] <= _REACH[sort]
        and _sort(scene, j) == sort
    ]
    before = _in_sentence_before(scene, i, sort) if aside else None
    if before is not None or not near:
        return before
    latest = scene.sentence[near[-1][0]]
    together = [pair for pair in near if scene.sentence[pair[0]] == latest]
    place, speaker = next((pair for pair in reversed(together) if _main(scene, pair[0])), near[-1])
    known = scene.actor[i]
    if known is None or known == speaker:
        return speaker
    if aside and sort == "person" and scene.sentence[i] - latest == 1:
        return speaker
    since = sort == "person" and not aside and _named_since(scene, i, latest, known)
    stays = not since and _last_subject(scene, i, known, aside=aside) <= place
    return speaker if stays else None


def _named_since(scene: Scene, i: int, heard: int, actor: str) -> bool:
    """Say whether a person is named in a sentence after the one in which somebody was heard.

    "Vega warned him. It was one of Barro's promises. He said": Barro, but not "If Barro goes".
    """
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] <= heard:
            return False
        if scene.form[j] == "person" and scene.actor[j] == actor:
            while scene.deps[j] in {"appos", "compound"}:
                j = scene.heads[j]  # noqa: PLW2901 - the office whose name it is
            return not is_subject(scene, j) or is_main(scene, j)
    return False


def _in_sentence_before(scene: Scene, i: int, sort: str) -> str | None:
    """Return the main subject of the sentence before, where the pronoun was taken for one inside the words.

    "The envoys left. Chad is weak, they said": who speaks isn't among the words that come first.
    """
    known, here = scene.actor[i], scene.sentence[i]
    announced = _before_colon(scene, i, sort)
    if announced is not None:
        return announced
    if known is not None and not any(
        scene.actor[j] == known and scene.form[j] != "pronoun" for j in _words_before(scene, i)
    ):
        return None
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < here - 1:
            return None
        if scene.sentence[j] == here - 1 and _main(scene, j):
            fits = scene.actor[j] is not None and _sort(scene, j) == sort
            return (for_himself(scene, j) or scene.actor[j]) if fits else None
    return None


def _words_before(scene: Scene, i: int) -> Iterator[int]:
    """Yield the words before a pronoun that may be what it says: those behind a semicolon, if there is one."""
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] != scene.sentence[i] or scene.texts[j] == ";":
            return
        yield j


def _before_colon(scene: Scene, i: int, sort: str) -> str | None:
    """Return who is named before a colon: "Asif went further: any raid, he said, would be answered".

    So is a person before a semicolon: "Vega wanted troops; if they came late, he argued, ...".
    """
    first = i
    while first and scene.sentence[first - 1] == scene.sentence[i]:
        first -= 1
    marks = {":", ";"} if sort == "person" else {":"}
    stop = next((j for j in range(first, i) if scene.texts[j] in marks), first)
    for j in range(first, stop):
        if scene.deps[j] in _SUBJECTS and scene.actor[j] and _sort(scene, j) == sort:
            return for_himself(scene, j) or scene.actor[j]
    return None


def said_again(scene: Scene, i: int, heard: Sequence[tuple[int, str]]) -> str | None:
    """Return who spoke before under the same noun: "Peru's ministry said ... The ministry added"."""
    children = scene.children(i)
    if scene.parts[i] != "NOUN" or [scene.lowers[c] for c in children if c < i] != ["the"]:
        return None
    if any(c > i and scene.deps[c] in {"appos", "prep"} for c in children):
        return None
    for j, speaker in reversed(heard):
        if j >= i or scene.sentence[i] - scene.sentence[j] > _AGAIN:
            continue
        if scene.lowers[i] in {t.lower_ for t in scene.doc[j].subtree if t.i <= j + _BESIDE}:
            return speaker
    return None


def unnamed_before(scene: Scene, i: int) -> int:
    """Return the noun of a body or of people without a name that "it" or "they" means, or the token.

    It is the subject of the sentence before: "A commission went there. It found that ...".
    """
    lower = scene.lowers[i]
    if lower not in _SORTS or (lower == "they" and scene.actor[i] is not None):
        return i
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - 1:
            break
        if scene.sentence[j] == scene.sentence[i] - 1 and _main(scene, j):
            bench = lower == "it" and scene.lowers[j] in speech("benches") | speech("papers")
            people = lower == "they" and scene.tags[j] == "NNS"
            person = lower in {"he", "she"} and scene.lowers[j] in speech("delegates")
            fits = scene.actor[j] is None and (bench or people or person)
            return j if fits else i
    return i


def people_met(scene: Scene, i: int) -> int | None:
    """Return the people without a name whom somebody met: "Sisi hosted dozens of elders. They said".

    That is where a person is the subject of the sentence before, who is no "they".
    """
    if scene.lowers[i] != "they":
        return None
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - 1:
            return None
        if scene.sentence[j] == scene.sentence[i] - 1 and _main(scene, j):
            return _people_below(scene, scene.heads[j]) if scene.form[j] == "person" else None
    return None


def _people_below(scene: Scene, verb: int) -> int | None:
    """Return the nameless people who are a verb's object, behind an amount as well."""
    whom = next((c for c in scene.children(verb) if scene.deps[c] == "dobj"), None)
    of = (
        leaf
        for c in (scene.children(whom) if whom is not None else ())
        if scene.lowers[c] == "of"
        for leaf in scene.children(c)
    )
    for noun in (whom, next(of, None)):
        if noun is None or scene.tags[noun] != "NNS" or scene.actor[noun] is not None:
            continue
        if scene.doc[noun].lemma_.lower() in word_class("people") | speech("persons"):
            return noun
        titles = scene.gazetteer.words["title"] | scene.gazetteer.words["anonymous"]
        if scene.doc[noun].lemma_.lower() in titles:
            return noun
    return None


def named_for(scene: Scene, i: int, *, aside: bool) -> int:
    """Return the name of the person whom "he" or "she" was taken for, or the token itself.

    Names inside the words that come before "he said" are passed over.
    """
    if scene.lowers[i] not in {"he", "she"} or scene.actor[i] is None:
        return i
    inside = set(_words_before(scene, i)) if aside else set()
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - _REACH["person"] - 2:
            break
        if scene.form[j] == "person" and scene.actor[j] == scene.actor[i] and j not in inside:
            return j
    return i


def last_person(scene: Scene, i: int) -> str | None:
    """Return whom the text named last by a person's name, in the sentence just before."""
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - 1:
            return None
        if scene.form[j] == "person" and scene.actor[j]:
            return scene.actor[j]
    return None


def _sort(scene: Scene, i: int) -> str:
    """Return whether a word that spoke is a person, a body or several."""
    lower, nouns = scene.lowers[i], scene.gazetteer.words
    if lower in _SORTS or lower == "who":
        return _SORTS.get(lower, "")
    if scene.form[i] == "person":
        return "person"
    if scene.tags[i] in {"NNS", "NNPS"}:
        return "many"
    if lower in nouns["title"] | nouns["expert"] | nouns["anonymous"] | speech("persons"):
        return "person"
    if lower in speech("benches") | speech("chambers") | _FORCES or scene.actor[i]:
        return "body"
    return ""


def _main(scene: Scene, i: int) -> bool:
    """Say whether a word is the subject of its sentence's main verb."""
    verb = scene.heads[i]
    while scene.deps[verb] == "conj" and scene.heads[verb] < verb:
        verb = scene.heads[verb]
    return scene.deps[i] in _SUBJECTS and scene.deps[verb] == "ROOT"


def _last_subject(scene: Scene, i: int, actor: str, *, aside: bool) -> int:
    """Return where an actor was a subject last before a place, -1 where it wasn't.

    Who is spoken of in the quotation that goes before "she said" isn't counted.
    """
    for j in range(i - 1, -1, -1):
        if scene.actor[j] == actor and _main(scene, j) and not (aside and _quoted(scene, j)):
            return j
    return -1


def _quoted(scene: Scene, i: int) -> bool:
    """Say whether a word stands inside quotation marks."""
    at = bisect_right(scene.quotes, (scene.offsets[i], len(scene.text))) - 1
    return at >= 0 and scene.offsets[i] < scene.quotes[at][1]
