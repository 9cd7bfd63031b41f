"""What a verb of speech needs before it counts, one kind of verb after another.

"Call" needs "for", "on" or a name for the thing called; "tell" a command or a
clause; "apologise" its "for"; "brush" its "off" and something said before.
"""

from collections.abc import Callable, Mapping

from detente.read.said.objects_told import has_object, that_clause
from detente.read.said.recall import unnamed_before
from detente.read.text.wordlists import speech, table_of
from detente.read.who.mentions import Scene

_NEAR = 7  # words behind "charged" within which its "with" stands
_SO = frozenset({"so", "same", "otherwise", "much"})  # "told him so", "much the same"
_SPANS = frozenset(
    ["minutes", "hours", "days", "weeks", "months", "day", "week", "month", "hour", "deadline"]
)
_SPAN_WITHIN = 4  # words from who is told to "until"
_FAR = 14  # words behind "told" within which its "that" stands


def special(scene: Scene, i: int, lemma: str, children: list[int]) -> bool:
    """Say whether a verb has what makes it a saying for reasons of its own."""
    found = _SPECIAL.get(lemma)
    return (found is not None and found(scene, i, children)) or _by_small_word(
        scene, i, lemma, children
    )


def _by_small_word(scene: Scene, i: int, lemma: str, children: list[int]) -> bool:
    """Say whether a particle or a preposition makes it words: "brushed off the charge"."""
    particles, prepositions = table_of("particles"), table_of("prepositions")
    back = any(scene.lowers[c] in {"back", "out", "in"} for c in children)
    if back and lemma in speech("back") and that_clause(scene, children):
        return True  # "shot back that", "hit back that", "broke in that"
    if lemma in particles:
        off = any(
            scene.deps[c] in {"prt", "prep", "advmod"} and scene.lowers[c] in particles[lemma]
            for c in children
        )
        if off and (
            has_object(scene, children, speech("topics") | speech("brushed"))
            or any(
                scene.lowers[leaf] in speech("topics") | speech("brushed")
                for c in children
                if scene.deps[c] == "prep"
                for leaf in scene.children(c)
            )
        ):
            return True
    if lemma not in prepositions or (lemma == "talk" and scene.tags[i] == "VBG"):
        return False
    if lemma == "refer" and any(scene.deps[c] == "dobj" for c in children):
        return False  # "referred the matter to"
    below = [leaf for c in children if scene.deps[c] == "dobj" for leaf in scene.children(c)]
    return any(
        scene.deps[c] in {"prep", "prt"} and scene.lowers[c] in prepositions[lemma]
        for c in (*children, *(below if lemma == "remind" else ()))
    )


def small_word_verbs() -> frozenset[str]:
    """Return the verbs that a particle or a preposition makes words."""
    return frozenset(table_of("particles")) | frozenset(table_of("prepositions")) | speech("back")


def _tells_to(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether somebody is told to do a thing, or told "in a note that ..."."""
    heard = any(
        scene.deps[c] in {"dobj", "dative", "nsubjpass"}
        and (scene.parts[c] == "PROPN" or scene.actor[c] or scene.lowers[c] in speech("hearers"))
        for c in children
    )
    people = any(scene.deps[c] == "nsubj" and scene.tags[c] == "NNS" for c in children)
    if people and not heard:  # "refugees told of columns of tanks"
        return any(scene.deps[c] == "prep" and scene.lowers[c] == "of" for c in children)
    if not heard:
        return False
    if any(scene.lowers[c] in _SO for c in children):
        return True  # "told him so", "told the president much the same"
    passive = any(scene.deps[c] in {"nsubjpass", "auxpass"} for c in children)
    if passive and not any(scene.deps[c] == "agent" for c in children):
        return False
    of = any(scene.deps[c] == "prep" and scene.lowers[c] in {"of", "about"} for c in children)
    return of or any(scene.deps[c] == "xcomp" for c in children) or that_further_on(scene, i)


def that_further_on(scene: Scene, i: int) -> bool:
    """Say whether a clause with "that" hangs on a noun behind the verb: "told him by radio that"."""
    return any(
        scene.lowers[j] in {"that", "whether"}
        and scene.deps[j] == "mark"
        and scene.deps[scene.heads[j]] in {"relcl", "acl"}
        for j in range(i + 1, min(scene.doc[i].right_edge.i, i + _FAR))
    )


def _charges(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether somebody is charged with having done a thing, as no prosecutor says it."""
    del children
    reach = range(i + 1, min(i + _NEAR, len(scene.texts) - 1))
    return any(scene.lowers[j] == "with" and scene.tags[j + 1] == "VBG" for j in reach)


def _sets_a_term(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether somebody is given time to do a thing: "gave Lima seven days to leave"."""
    whom = next((c for c in children if scene.deps[c] in {"dative", "dobj"} and c > i), None)
    if whom is None or (scene.actor[whom] is None and scene.lowers[whom] not in speech("hearers")):
        return False
    right = min(scene.doc[i].right_edge.i + 1, i + _FAR)
    if scene.doc[i].lemma_ == "set":
        return "deadline" in scene.lowers[whom:right]
    words = scene.lowers[whom + 1 : right]
    if "until" in words[:_SPAN_WITHIN]:
        return True
    return bool(_SPANS & set(words)) and "or" in scene.lowers[whom : scene.doc[i].right_edge.i]


def _claims(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a deed is claimed: responsibility, an attack, to have done it."""
    deeds = {"responsibility", "attack", "attacks", "bombing", "raid", "victory", "credit"}
    deeds |= {"right", "rights", "success"}
    if scene.deps[i] == "relcl" and scene.texts[i - 1] != ",":
        return False  # "the ruling which both claim to respect"
    return any(scene.lowers[c] in deeds or scene.deps[c] == "xcomp" for c in children)


def _finds(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a court or an inquiry finds something to be so."""
    del i
    return that_clause(scene, children) and any(
        scene.deps[c] == "nsubj" and scene.lowers[unnamed_before(scene, c)] in speech("benches")
        for c in children
    )


def _objects(scene: Scene, i: int, children: list[int]) -> bool:
    del i
    return any(scene.deps[c] == "prep" and scene.lowers[c] == "to" for c in children)


def _binds_itself(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether somebody undertakes or swears to do a thing."""
    del i
    return any(scene.deps[c] in {"xcomp", "ccomp"} for c in children)


def _rules_out(scene: Scene, i: int, children: list[int]) -> bool:
    del i
    return any(scene.deps[c] == "prt" for c in children)


def _protests(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a state or a body protests, which it does by words; a crowd does it in the street."""
    who = next((c for c in children if scene.deps[c] == "nsubj"), None)
    if who is None or scene.actor[who] is None or scene.deps[i] not in {"ROOT", "conj", "ccomp"}:
        return False
    return scene.kind_of(scene.actor[who] or "") in {"state", "bloc", "institution"}


def _holds_to_blame(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether somebody is held responsible."""
    del children
    reach = scene.lowers[i + 1 : i + _NEAR]
    return bool({"responsible", "accountable", "liable", "answerable"} & set(reach))


_SPECIAL: Mapping[str, Callable[[Scene, int, list[int]], bool]] = {
    "tell": _tells_to,
    "charge": _charges,
    "hold": _holds_to_blame,
    **dict.fromkeys(("give", "set"), _sets_a_term),
    "claim": _claims,
    "rule": _rules_out,
    "protest": _protests,
    "find": _finds,
    "object": _objects,
    "undertake": _binds_itself,
    "swear": _binds_itself,
    "profess": _binds_itself,
}
