"""Who leads a side that is no state, who is of it, and what it's called for short.

"Nagriamel, founded by Jimmy Stevens" makes Stevens speak for Nagriamel; "Bacar's
forces" make Bacar a party, though no list has him; "supporters of the League"
are the League; and "the front" is the Liberation Front named before.
"""

from detente.read.text.wordlists import listed
from detente.read.who.actors import plain_name
from detente.read.who.mentions import Scene

_LED = frozenset({"armed_group", "party", "organisation", "company"})
_LEADS = listed("groups", "leads")
_MEMBERS = listed("groups", "members")
_FOLLOWERS = listed("groups", "followers")
_OWN_MEN = listed("groups", "own_men")
_SHORT = listed("groups", "short_nouns")
_KINDS = _LED | {"bloc", "institution"}
_AT_WAR = frozenset({"at", "to", "on", "from", "near", "along", "behind", "in"})
_HOLDING = frozenset({"poss", "compound", "amod", "nmod"})


def name_leaders(scene: Scene) -> None:
    """Let whoever founded or leads a group stand for it, before persons are introduced."""
    for start, end, actor, form in list(scene.spans):
        if form != "name" or scene.kind_of(actor) not in _LED:
            continue
        head = _head(scene, start, end)
        nouns = [head, *(c for c in scene.children(head) if scene.deps[c] == "appos")]
        if scene.deps[head] in {"appos", "attr"}:
            nouns.append(scene.heads[head])
        for noun in nouns:
            for leader in _leaders(scene, noun):
                _take_person(scene, leader, actor)


def _head(scene: Scene, start: int, end: int) -> int:
    return next(
        (i for i in range(end - 1, start - 1, -1) if not start <= scene.heads[i] < end), end - 1
    )


def _leaders(scene: Scene, noun: int) -> list[int]:
    """Return who is said to have founded or to lead what a noun names."""
    found: list[int] = []
    for child in scene.children(noun):
        if scene.deps[child] in {"acl", "relcl"} and scene.doc[child].lemma_ in _LEADS:
            for agent in scene.children(child):
                if scene.lowers[agent] == "by":
                    found += [c for c in scene.children(agent) if scene.deps[c] == "pobj"]
    verb = scene.heads[noun]
    if scene.deps[noun] == "dobj" and scene.doc[verb].lemma_ in {
        "lead",
        "found",
        "head",
        "command",
    }:
        subject = next((c for c in scene.children(verb) if scene.deps[c] == "nsubj"), None)
        if subject is not None and scene.tags[subject] == "WP" and scene.deps[verb] == "relcl":
            subject = scene.heads[verb]
        if subject is not None:
            found.append(subject)
    return found


def _take_person(scene: Scene, i: int, actor: str) -> None:
    """Take a person's name for the group, where nothing else is known of it."""
    if (
        scene.parts[i] != "PROPN"
        or scene.actor[i] is not None
        or scene.entities[i] in {"GPE", "NORP"}
    ):
        return
    start, end = i, i + 1
    while start > 0 and scene.parts[start - 1] == "PROPN" and scene.heads[start - 1] == i:
        if scene.actor[start - 1] is not None:
            return
        if scene.lowers[start - 1] in scene.gazetteer.words["title"]:
            break
        start -= 1
    scene.take(start, end, actor, "person")


def name_members(scene: Scene) -> None:
    """Let members and followers of a group stand for it, once its name and pronouns are known."""
    for i, lower in enumerate(scene.lowers):
        if lower not in _MEMBERS or scene.parts[i] != "NOUN":
            continue
        if scene.actor[i] is not None and scene.kind_of(scene.actor[i] or "") not in {
            "group",
            "person",
        }:
            continue
        owner = _owner(scene, i)
        if owner is not None and scene.actor[i] != owner:
            scene.take(i, i + 1, owner, "noun")


def _owner(scene: Scene, i: int) -> str | None:
    """Return the group or the leader whose people a noun is about."""
    for child in scene.children(i):
        leaves = [child] if scene.deps[child] in _HOLDING and child < i else []
        if scene.deps[child] == "prep" and scene.lowers[child] == "of":
            leaves = [leaf for leaf in scene.children(child) if scene.deps[leaf] == "pobj"]
        for leaf in leaves:
            actor = scene.actor[leaf]
            if actor is None or scene.form[leaf] in {"leaning", "held", "noun"}:
                continue
            kind = scene.kind_of(actor)
            if kind in _LED or (kind == "person" and scene.lowers[i] in _FOLLOWERS):
                return actor
    return None


def lead_sides(scene: Scene) -> None:
    """Make a party of whoever has fighters of his own: "Bacar's forces", "Stevens's followers"."""
    for i, lower in enumerate(scene.lowers):
        if lower not in _OWN_MEN:
            continue
        for child in scene.children(i):
            named = [child] if scene.deps[child] == "poss" else []
            if scene.deps[child] == "prep" and scene.lowers[child] == "of":
                named = [leaf for leaf in scene.children(child) if scene.parts[leaf] == "PROPN"]
            for leaf in named:
                actor = scene.actor[leaf]
                if actor not in scene.sources or scene.kinds.get(actor) != "person":
                    continue
                if scene.form[leaf] == "person" or lower in _FOLLOWERS - {"supporters"}:
                    scene.sources.discard(actor)


def shorten_nouns(scene: Scene) -> None:
    """Resolve a name's last word in small letters: "the front" of the Liberation Front."""
    named = {
        actor: _words_of(scene, actor)
        for _, _, actor, form in scene.spans
        if form == "name" and scene.kind_of(actor) in _KINDS
    }
    if not named:
        return
    for i, lower in enumerate(scene.lowers):
        if lower not in _SHORT or scene.actor[i] is not None or not i:
            continue
        if scene.lowers[i - 1] != "the" or scene.lowers[i + 1 : i + 2] in (["of"], ["for"]):
            continue
        prep = scene.heads[i]
        if lower == "front" and scene.deps[i] == "pobj" and scene.lowers[prep] in _AT_WAR:
            continue
        for start, _, actor, form in sorted(scene.spans, reverse=True):
            if start < i and form == "name" and lower in named.get(actor, ()):
                scene.take(i, i + 1, actor, "noun")
                break


def _words_of(scene: Scene, actor: str) -> frozenset[str]:
    """Return the words of a body's names, in small letters."""
    name = scene.names.get(actor) or plain_name(actor)
    words = set(name.lower().split())
    for start, end, other, form in scene.spans:
        if other == actor and form == "name":
            words |= set(scene.lowers[start:end])
    return frozenset(words)
