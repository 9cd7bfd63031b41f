"""Who speaks by a noun without a name: "officials in Lima", "the ministry", "a farmer"."""

from detente.read.text.dates import DAY_WORDS
from detente.read.text.wordlists import listed, speech, speech_verbs
from detente.read.who.actors import slug
from detente.read.who.deeds import done_by
from detente.read.who.governed import without
from detente.read.who.groups import acts_for_itself
from detente.read.who.letters import body_before, by_whom, sender
from detente.read.who.likely_states import likely_state, spoken_of_most
from detente.read.who.mentions import Scene
from detente.read.who.others import done_to
from detente.read.who.owners import LOOSE, plural, quoted, seat_of

_AMOUNTS = listed("speakers", "amounts")
_BODIES = listed("speakers", "bodies")
_FORCES = listed("speakers", "forces")
_MODIFIERS = frozenset({"poss", "amod", "compound", "nmod"})
_NAMES = frozenset({"ORG", "PERSON", "GPE", "NORP"})
_BEHIND = frozenset({"at", "in", "from", "with", "of", "for"})
_WHOSE = frozenset({"of", "from"})
_WHOSE_FORMS = frozenset({"name", "noun", "capital", "seat"})
_ALIKE = frozenset({"counterpart", "counterparts", "colleague", "colleagues"})
_HEADS = frozenset({"heads", "chiefs", "ministries", "governments", "armies", "embassies"})
_MISSIONS = frozenset({"embassy", "consulate"})
_STEPS = 3  # "of" behind a title, and behind what it is of


def nameless(scene: Scene, i: int, lower: str) -> str | None:
    """Return who a common noun or an unknown name is."""
    if lower in speech("treaties"):
        return None  # what a treaty says nobody says
    return _somebody(scene, i, lower)


def _somebody(scene: Scene, i: int, lower: str) -> str | None:
    """Return who a noun is, by the kind that it belongs to."""
    nouns, owner, name = scene.gazetteer.words, _owner(scene, i, lower), _title(scene, i)
    if lower in nouns["expert"]:
        found: str | None = quoted(scene, i, plural(lower), "person")
    elif lower in nouns["anonymous"] or lower in nouns["title"]:
        found = owner or _over(scene, i) or _of_office(scene, i, lower)
        found = found or quoted(scene, i, _leaning(scene, i) + name, "person")
    elif lower in speech("accounts"):
        found = owner or by_whom(scene, i)
    elif lower in speech("papers") or lower.removesuffix("s") in speech("papers"):
        maker = None if owner else _with_name(scene, i)
        body = None if owner else body_before(scene, i)
        maker = maker if body is None else likely_state(scene, i)
        found = owner or maker or sender(scene, i)
        if found is None:
            found = quoted(scene, i, lower, "paper")
    elif scene.texts[i][:1].isupper() and (
        scene.doc[i].ent_type_ in _NAMES or scene.parts[i] == "PROPN"
    ):
        found = _named(scene, i)
    elif lower in _BODIES:
        found = _of_body(scene, i, owner) or _plain(scene, i, lower)
    elif lower in speech("delegates"):
        found = owner or _at(scene, i) or quoted(scene, i, name, "person")
    elif (lower in speech("benches") or lower in speech("chambers")) and lower not in _FORCES:
        found = owner or _at(scene, i, only=_WHOSE)
        found = found or quoted(scene, i, _whose_members(scene, i) + lower, "institution")
    else:
        found = _plain(scene, i, lower)
    return found


def _of_body(scene: Scene, i: int, owner: str | None) -> str | None:
    """Return whose "the premier's office in Lima" is: who sits there before a bare title's guess."""
    whose = next((c for c in scene.children(i) if scene.deps[c] == "poss"), None)
    at = _at(scene, i)
    if whose is not None and scene.form[whose] in {"", "noun"} and not scene.form[whose + 1]:
        titled = scene.lowers[whose] in scene.gazetteer.words["title"]
        if owner is None and at is None and titled:
            return quoted(
                scene, i, plural(scene.lowers[whose]), "person"
            )  # "the prosecutor's office"
        return at or owner
    return owner or at


def _plain(scene: Scene, i: int, lower: str) -> str | None:
    """Return who people without office are: "Danish farmers", "the army", "a teacher"."""
    thing = lower in speech("things") or lower.endswith(tuple(speech("abstract")))
    thing = thing and lower not in speech("people_after_all")
    if lower in _HEADS and scene.lowers[i + 1 : i + 2] == ["of"]:
        return _over(scene, i) or quoted(scene, i, _title(scene, i), "person")
    if scene.tags[i] == "NNS" and not thing:
        return quoted(scene, i, _in_full(scene, i) + lower, "people")
    think = lower == "tank" and scene.lowers[i - 1] in {"think", "-"}
    if think or lower in {"embassy", "opposition", "consulate"}:
        sent_by = _sent_by(scene, i) if lower in _MISSIONS else None
        return sent_by or quoted(scene, i, "think tank" if think else lower, "people")
    if lower == "administration" and "united_states" in scene.actor:
        return "united_states"
    if lower in _FORCES or lower == "administration":
        barred = done_to(scene, i) | without(scene, lower)
        found = likely_state(scene, i, barred)
        if found is None and not scene.children(i)[1:]:
            found = spoken_of_most(scene, barred)
        return found or quoted(scene, i, lower, "people")
    person = lower in speech("persons") or lower.endswith((*speech("trades"), "man", "woman"))
    return quoted(scene, i, _trade(scene, i) + lower, "person") if person else None


def _trade(scene: Scene, i: int) -> str:
    """Return the noun right before a person's that tells his trade, with a space: "grid "."""
    beside = i and scene.deps[i - 1] == "compound" and scene.heads[i - 1] == i
    return f"{scene.lowers[i - 1]} " if beside and scene.parts[i - 1] == "NOUN" else ""


def _whose_members(scene: Scene, i: int) -> str:
    """Return whom a body is of, by a noun before it: "pilots' " in "a pilots' federation"."""
    whose = (c for c in scene.children(i) if scene.deps[c] == "poss" and scene.tags[c] == "NNS")
    return next((f"{scene.lowers[c]} " for c in whose if scene.actor[c] is None), "")


def _sent_by(scene: Scene, i: int) -> str | None:
    """Return whose "the embassy" is: that of one named before, else of a state that isn't the host.

    The host is the state that the report is sent from.
    """
    for j in range(i - 1, -1, -1):
        if scene.lowers[j] == scene.lowers[i] and scene.actor[j] and scene.form[j] == "noun":
            return scene.actor[j]
    host = scene.dateline
    return None if host is None else likely_state(scene, i, {host})


def _owner(scene: Scene, i: int, lower: str) -> str | None:
    """Return whose a speaking noun is, by what stands before it or, of officials, behind."""
    if lower in scene.gazetteer.words["anonymous"]:
        at = _at(scene, i, seats=lower not in speech("abroad"))
        if at is not None:
            return at
    return next(
        (
            scene.actor[c]
            for c in scene.children(i)
            if scene.deps[c] in _MODIFIERS
            and scene.actor[c]
            and scene.actor[c] not in LOOSE
            and not (lower in _ALIKE and scene.form[c] == "pronoun")
            and not (scene.form[c] == "pronoun" and scene.actor[c] in scene.sources)
            and scene.form[c] not in {"leaning", "held"}
        ),
        None,
    )


def _over(scene: Scene, i: int) -> str | None:
    """Return whose a title is two steps on: "the heads of state of the League", "the chief of staff of the army"."""
    for _ in range(_STEPS):
        i = next(
            (
                leaf
                for c in scene.children(i)
                if scene.deps[c] == "prep" and scene.lowers[c] == "of"
                for leaf in scene.children(c)
            ),
            -1,
        )
        if i < 0:
            return None
        if scene.actor[i] and scene.form[i] in _WHOSE_FORMS and scene.actor[i] not in LOOSE:
            return scene.actor[i]
    return None


def _of_office(scene: Scene, i: int, lower: str) -> str | None:
    """Return the state of an office whose text doesn't say it: "an army spokesman"."""
    nouns = scene.gazetteer.words
    if lower not in nouns["title"]:
        return None  # "administration sources" may be anybody's
    before = [scene.lowers[c] for c in scene.children(i) if scene.deps[c] in {"compound", "amod"}]
    if "administration" in before and "united_states" in scene.actor:
        return "united_states"
    if lower in speech("abroad"):
        return None  # an envoy's state isn't the one that he is posted to
    of_state = any(word in nouns["state"] for word in before)
    return (likely_state(scene, i) if of_state else None) or _in_capital(scene, i)


def _title(scene: Scene, i: int) -> str:
    """Return an office as a name, with a plain noun behind "of": "chiefs of staff"."""
    lower = scene.lowers[i]
    if scene.lowers[i + 1 : i + 2] == ["of"] and scene.tags[i + 2 : i + 3] == ["NN"]:
        return f"{lower} of {scene.lowers[i + 2]}"
    one = lower.endswith("y") and scene.tags[i] == "NN"  # "a deputy"
    return lower if one or lower.endswith(("man", "woman", "person")) else plural(lower)


def _with_name(scene: Scene, i: int) -> str | None:
    """Return who made a paper by the name before it: "a Safe Roads report"."""
    for c in scene.children(i):
        if scene.deps[c] == "compound" and scene.parts[c] == "PROPN":
            return _named(scene, c)
    return None


def adjective(scene: Scene, i: int) -> str:
    """Return the proper adjective before a noun, with a space: "Western "."""
    return next(
        (
            scene.texts[c] + " "
            for c in scene.children(i)
            if scene.deps[c] in {"amod", "compound"}
            and scene.texts[c][:1].isupper()
            and scene.lowers[c] not in _AMOUNTS
        ),
        "",
    )


def _in_full(scene: Scene, i: int) -> str:
    """Return the words that name people before their noun, with a space: "human rights "."""
    compounds = {c for c in scene.children(i) if scene.deps[c] == "compound"}
    first = i
    while first - 1 in compounds and scene.actor[first - 1] is None:
        first -= 1
    if first == i:
        return adjective(scene, i)
    words = range(scene.doc[first].left_edge.i, i)
    if any(scene.parts[j] not in {"NOUN", "PROPN", "ADJ"} or scene.actor[j] for j in words):
        return adjective(scene, i)
    return "".join(
        f"{scene.texts[j] if scene.parts[j] == 'PROPN' else scene.lowers[j]} " for j in words
    )


def _leaning(scene: Scene, i: int) -> str:
    """Return "Western " where that is all the text says of a source."""
    loose = any(scene.actor[c] in LOOSE for c in scene.children(i) if c < i)
    return adjective(scene, i) if loose else ""


def _at(scene: Scene, i: int, *, seats: bool = True, only: frozenset[str] = _BEHIND) -> str | None:
    """Return the state of "an official at the ministry"; a diplomat's isn't where he is posted."""
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] in only:
            for leaf in scene.children(child):
                there = scene.lowers[child] in {"in", "at"} and seat_of(scene, leaf) is not None
                if there and not seats and scene.form[leaf] != "seat":
                    continue
                if there:
                    return seat_of(scene, leaf)
                if scene.actor[leaf] and scene.form[leaf] in {"noun", "capital", "seat"}:
                    return scene.actor[leaf]
    return None


def _in_capital(scene: Scene, i: int) -> str | None:
    """Return the state in "the premier told parliament in Lima", where no other is known."""
    first = last = i
    while first and scene.sentence[first - 1] == scene.sentence[i]:
        first -= 1
    while last + 1 < len(scene.texts) and scene.sentence[last + 1] == scene.sentence[i]:
        last += 1
    for j in (*range(i, last + 1), *range(first, i)):
        if scene.form[j] == "capital" and scene.deps[j] == "pobj":
            before = scene.heads[j]
            if scene.lowers[before] == "in" and (j > i or before == first):
                return scene.actor[j]
    return None


def _named(scene: Scene, i: int) -> str | None:
    """Take an unknown proper name that speaks as a source."""
    start, end = _edges(scene, i)
    known = scene.last_names.get(scene.texts[end])
    if known is not None:
        return known[0]
    for j in range(start, end + 1):
        if scene.actor[j]:
            return scene.actor[j]
    first, last = scene.doc[start], scene.doc[end]
    name = scene.document.text[first.idx : last.idx + len(last.text)]
    if not name[:1].isupper() or len(name) < 2:  # noqa: PLR2004 - a letter is no name
        return None
    actor = slug(name)
    scene.names.setdefault(actor, " ".join(name.split()))
    organised = scene.doc[i].ent_type_ == "ORG"
    scene.kinds.setdefault(actor, "organisation" if organised else "person")
    places = list(scene.again(start, end + 1)) if organised else []
    deeds = {deed for place in places for deed in done_by(scene, *place)}
    acts = not deeds <= speech_verbs()
    if not (acts or acts_for_itself(scene, start, end + 1)):
        scene.sources.add(actor)
    scene.take(start, end + 1, actor, "person")
    for begin, stop in places:
        if scene.actor[begin] is None:
            scene.take(begin, stop, actor, "name")
    return actor


def _edges(scene: Scene, i: int) -> tuple[int, int]:
    """Return the first and the last token of the name that token `i` is in."""
    start = end = i
    if scene.doc[i].ent_type_:
        while start > 0 and scene.doc[start].ent_iob_ == "I":
            start -= 1
        while end + 1 < len(scene.texts) and scene.doc[end + 1].ent_iob_ == "I":
            end += 1
    else:
        while start > 0 and scene.parts[start - 1] == "PROPN" and scene.heads[start - 1] == i:
            start -= 1
    while start < end and (scene.lowers[start] in {"the", "a"} or scene.lowers[start] in DAY_WORDS):
        start += 1
    while end > start and scene.lowers[end] in {"'s", "'"}:
        end -= 1
    return start, end
