"""Whom "it", "they", "the alliance" and "both sides" mean, within a document.

The rules are few and prefer silence: the last subject that fits, in the
sentence or the two before it.
"""

from collections import Counter
from collections.abc import Iterator

from detente.read.actors import Entry
from detente.read.mentions import Scene
from detente.read.owners import likely_state
from detente.read.wordlists import listed

_THINGS = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "their", "them", "themselves", "theirs"})
_PERSON = frozenset({"he", "his", "him", "she", "her", "hers", "himself", "herself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_POINTERS = frozenset({"the", "that", "this", "these", "those"})
_REACH = 2
_MEMORY = 4
_COMPASS = {"north": "south", "south": "north", "east": "west", "west": "east"}
_BOTH = frozenset({"both", "neither"})
_BODIES = frozenset({"bloc", "institution", "armed_group", "group", "party"})
_KNOWN_BY = frozenset({"Union", "Community", "League", "Alliance", "Council", "Organization"})
_EMPTY_IT = listed("references", "empty_it")


def refer(scene: Scene) -> None:
    """Resolve common nouns and pronouns of the third person, from left to right."""
    words = scene.gazetteer.words
    pronouns = {
        "whose": _antecedent,
        **dict.fromkeys(_COMPASS, _half),
        **dict.fromkeys(_THINGS, _thing),
        **dict.fromkeys(_MANY, _many),
        **dict.fromkeys(_PERSON, _person),
        **dict.fromkeys(_BOTH, _other_than_subject),
    }
    for i, lower in enumerate(scene.lowers):
        if scene.actor[i] is not None:
            continue
        meant = pronouns.get(lower)
        if meant is not None:
            _take(scene, i, meant(scene, i))
        elif lower in words["several"]:
            _sides(scene, i)
        elif scene.parts[i] in {"NOUN", "PROPN"}:
            _shortened(scene, i)
            if scene.actor[i] is None:
                _noun(scene, i, lower)


def _antecedent(scene: Scene, i: int) -> str | None:
    """Return whom "whose" stands for: the noun that its clause hangs on."""
    for _ in range(6):
        i = scene.heads[i]
        if scene.deps[i] == "relcl":
            return scene.actor[scene.heads[i]]
    return None


def _half(scene: Scene, i: int) -> str | None:
    """Return the state that "the North" or "the South" means, where the text names its like."""
    after = scene.texts[i + 1] if i + 1 < len(scene.texts) else ""
    named_so = i > 0 and scene.lowers[i - 1] == "the" and scene.texts[i][:1].isupper()
    if not named_so or after[:1].isupper() or after == "of":
        return None
    side = scene.lowers[i]
    named = Counter(actor for actor in scene.actor if actor is not None)
    for actor, _ in named.most_common():
        half, _, land = actor.partition("_")
        if half not in _COMPASS or scene.kind_of(actor) != "state":
            continue
        if half == side:
            return actor
        if half == _COMPASS[side]:
            other = f"{side}_{land}"
            return other if other in scene.gazetteer.names else land
    return None


def _shortened(scene: Scene, i: int) -> None:
    """Resolve the last word of a name that was given in full before: "the League", "the Community"."""
    text = scene.texts[i]
    if not text[:1].isupper() or i == 0 or scene.lowers[i - 1] != "the":
        return
    if i + 1 < len(scene.texts) and scene.texts[i + 1][:1].isupper():
        return
    for start, end, actor, form in sorted(scene.spans, reverse=True):
        if start >= i or form != "name" or end - start < 2:  # noqa: PLR2004 - a name of one word
            continue
        if scene.kind_of(actor) in _BODIES and text in scene.texts[start:end]:
            scene.take(i, i + 1, actor, "name")
            return
    nearest = _nearest(scene, i, {"bloc", "institution"}) if text in _KNOWN_BY else None
    if nearest is not None:
        names = (entry.text for entry in _entries_of(scene, nearest))
        if any(name.endswith(f" {text}") or name.startswith(f"{text} ") for name in names):
            scene.take(i, i + 1, nearest, "name")


def _entries_of(scene: Scene, actor: str) -> Iterator[Entry]:
    for entries in scene.gazetteer.entries.values():
        yield from (entry for entry in entries if entry.actor == actor)


def _other_than_subject(scene: Scene, i: int) -> str | None:
    """Return one of the two that "both" means: named most so far, not who speaks to them."""
    if scene.deps[i] not in {"dobj", "pobj", "nsubj", "nsubjpass"}:
        return None
    counts = _states_before(scene, i)
    verb = scene.heads[i]
    if scene.parts[verb] != "VERB":
        verb = scene.heads[verb]
    doers = {scene.actor[child] for child in scene.children(verb) if scene.deps[child] in _SUBJECTS}
    most = [actor for actor, _ in counts.most_common(3) if actor not in doers]
    return most[0] if len(most) > 1 else None


def _take(scene: Scene, i: int, actor: str | None) -> None:
    if actor is not None:
        scene.take(i, i + 1, actor, "pronoun")


def _thing(scene: Scene, i: int) -> str | None:
    governor = scene.heads[i]
    if scene.lowers[i] == "it" and scene.deps[i] in _SUBJECTS | {"expl"}:
        lemma = scene.doc[governor].lemma_
        below = {scene.deps[child] for child in scene.children(governor)}
        if scene.deps[i] == "expl" or (lemma in _EMPTY_IT and "dobj" not in below):
            return None
        if scene.deps[i] == "nsubjpass" and "ccomp" in below:
            return None
    return _last_subject(scene, i, plural=False)


def _many(scene: Scene, i: int) -> str | None:
    return _last_subject(scene, i, plural=True)


def _last_subject(scene: Scene, i: int, *, plural: bool) -> str | None:
    """Return the actor that was the subject last, else one that is named before a possessive.

    In the pronoun's own sentence any subject will do; of the sentences before
    it the subject of the main clause is looked for first.
    """
    own, before = scene.sentence[i], None
    owner: str | None = None
    for j in range(i - 1, -1, -1):
        back = own - scene.sentence[j]
        if back > _REACH:
            break
        if back and owner:
            return owner
        actor = scene.actor[j]
        if actor is None or scene.place[j] or scene.form[j] in {"leaning", "held", "person"}:
            continue
        if scene.form[j] == "pronoun":
            fits = scene.lowers[j] not in _PERSON and (scene.lowers[j] in _MANY) == plural
        else:
            fits = actor not in scene.sources and _fits(scene, j, plural=plural)
        if not fits or _same_clause(scene, i, j):
            continue
        if _is_subject(scene, j):
            if not back or _is_main(scene, j):
                return actor
            before = before or actor
        elif (
            not back
            and owner is None
            and (scene.lowers[i] in {"its", "their"} or scene.deps[j] == "poss")
        ):
            owner = actor
    return owner or before


def _is_cleft(scene: Scene, j: int) -> bool:
    """Say whether it's the name in "It was Washington that ended it"."""
    return scene.deps[j] == "attr" and any(
        scene.lowers[child] == "it" and child < j for child in scene.children(scene.heads[j])
    )


def _is_main(scene: Scene, j: int) -> bool:
    while scene.deps[j] not in _SUBJECTS | {"attr"} and scene.heads[j] != j:
        j = scene.heads[j]
    verb = scene.heads[j]
    if scene.deps[verb] == "ccomp":
        return not any(scene.deps[child] == "mark" for child in scene.children(verb))
    return scene.deps[verb] in {"ROOT", "conj"}


def _is_subject(scene: Scene, j: int) -> bool:
    """Say whether a mention is, or begins, the subject of a clause."""
    for _ in range(3):
        if scene.deps[j] in _SUBJECTS or _is_cleft(scene, j):
            return True
        if scene.deps[j] not in {"compound", "conj", "flat", "nmod"}:
            return False
        j = scene.heads[j]
    return False


def _governs_both(scene: Scene, i: int, j: int) -> bool:
    """Say whether `j` is the subject of the verb whose object the pronoun `i` is, or of its first conjunct."""
    verb, above = _verb_above(scene, i), _verb_above(scene, j)
    while scene.deps[verb] == "conj" and verb != above:
        verb = scene.heads[verb]
    return verb == above


def _same_clause(scene: Scene, i: int, j: int) -> bool:
    """Say whether a pronoun that isn't a possessive hangs on the verb whose subject `j` is.

    "Rwanda had declared war on it": it isn't Rwanda.
    """
    if scene.lowers[i] in {"its", "their", "itself", "themselves"} or scene.deps[i] in _SUBJECTS:
        return False
    return _verb_above(scene, i) == _verb_above(scene, j)


def _verb_above(scene: Scene, i: int) -> int:
    for _ in range(8):
        i = scene.heads[i]
        if scene.parts[i] in {"VERB", "AUX"}:
            break
    return i


def _fits(scene: Scene, j: int, *, plural: bool) -> bool:
    many = scene.tags[j] in {"NNS", "NNPS"} or (
        scene.lowers[j].endswith("s")
        and (scene.form[j] == "demonym" and scene.parts[j] in {"NOUN", "PROPN"})
    )
    if scene.form[j] == "person":
        return False
    if plural:
        return many or scene.form[j] in {"name", "capital", "seat"}
    return not many or scene.form[j] in {"name", "capital", "seat"}


def _person(scene: Scene, i: int) -> str | None:
    """Return the actor of the person spoken of last, a subject before others."""
    title = scene.gazetteer.words["title"]
    expert = scene.gazetteer.words["expert"]
    lower_object = scene.lowers[i] == "him" or (
        scene.lowers[i] == "her" and scene.deps[i] != "poss"
    )
    other: str | None = None
    subject: str | None = None
    here = False
    for j in range(i - 1, -1, -1):
        back = scene.sentence[i] - scene.sentence[j]
        if back > _MEMORY:
            break
        actor = scene.actor[j]
        if actor is None:
            continue
        if back == 0 and lower_object and _is_subject(scene, j) and _governs_both(scene, i, j):
            continue
        known = (
            scene.form[j] == "person"
            or scene.lowers[j] in title
            or scene.lowers[j] in expert
            or (scene.form[j] == "pronoun" and scene.lowers[j] in _PERSON)
        ) and scene.tags[j] not in {"NNS", "NNPS"}
        if known and _is_subject(scene, j):
            if not back or _is_main(scene, j):
                return actor
            subject = subject or actor
        if known and other is None and back <= 1:
            other = actor
            here = not back
    return other if here and other else subject or other


def _sides(scene: Scene, i: int) -> None:
    """Let "both sides" and "the two countries" stand for the two actors named most so far."""
    quantity = next(
        (
            child
            for child in scene.children(i)
            if scene.lowers[child] in {"both", "two", "neither", "either"}
        ),
        None,
    )
    if quantity is None:
        return
    counts = _states_before(scene, min(i, quantity))
    most = [actor for actor, _ in counts.most_common(2)]
    if len(most) == 2:  # noqa: PLR2004 - a short reach, plain where it stands
        scene.take(quantity, quantity + 1, most[0], "pronoun")
        scene.take(i, i + 1, most[1], "pronoun")


def _states_before(scene: Scene, i: int) -> Counter[str]:
    """Count how often each party that may be one of two sides was named before a place."""
    return Counter(
        actor
        for j, actor in enumerate(scene.actor[:i])
        if actor
        and actor not in scene.sources
        and not scene.place[j]
        and scene.form[j] not in {"leaning", "held"}
        and scene.kind_of(actor) in {"state", "region", "armed_group", "group"}
    )


def _noun(scene: Scene, i: int, lower: str) -> None:  # noqa: C901, PLR0912 - one case after another
    """Resolve "the alliance", "the group", "the government"."""
    words = scene.gazetteer.words
    named = next(
        (
            scene.actor[child]
            for child in scene.children(i)
            if scene.deps[child] == "appos" and scene.form[child] == "person"
        ),
        None,
    )
    if named is not None and lower in words["title"]:
        scene.take(i, i + 1, named, "noun")  # "the Speaker of the House, Nancy Pelosi"
        return
    pointers = {scene.lowers[child] for child in scene.children(i) if child < i}
    own = pointers & {"its", "their", "his", "her"}
    bare = bool(pointers & _POINTERS) and not any(
        scene.actor[child] or scene.deps[child] in {"poss", "compound"}
        for child in scene.children(i)
        if child < i and scene.deps[child] != "det"
    )
    if own:
        owner = next((scene.actor[c] for c in scene.children(i) if scene.deps[c] == "poss"), None)
        if owner and (lower in words["state"] or lower in words["title"]):
            scene.take(i, i + 1, owner, "noun")
        return
    if not bare:
        return
    kinds: set[str] = set()
    if lower in words["alliance"]:
        kinds.add("bloc")
    if lower in words["armed"]:
        kinds |= {"armed_group", "group"}
    if lower in words["institution"]:
        kinds.add("institution")
    if kinds:
        actor = _nearest(scene, i, kinds)
        if actor:
            scene.take(i, i + 1, actor, "noun")
            return
    if lower in words["country"] or lower in words["title"]:
        if any(scene.deps[child] in {"relcl", "acl"} for child in scene.children(i)):
            return
        if lower in words["title"]:
            actor = _person(scene, i) or likely_state(scene, i)
            if actor in scene.sources and lower not in {"head", "director"}:
                actor = likely_state(scene, i)
        else:
            actor = likely_state(scene, i)
        if actor:
            scene.take(i, i + 1, actor, "noun")


def _nearest(scene: Scene, i: int, kinds: set[str]) -> str | None:
    """Return the actor of these kinds that was named last, however long ago."""
    for j in range(i - 1, -1, -1):
        actor = scene.actor[j]
        if actor and scene.form[j] not in {"leaning", "held"} and scene.kind_of(actor) in kinds:
            return actor
    return None
