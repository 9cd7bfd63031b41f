"""What an act is, from its words: verb, object, and how far it goes.

``supply lethal weapons``, ``the provision of lethal arms`` and ``providing lethal
weaponry`` are one act; ``provide weapons`` and ``use weapons`` are others. The
words are data (``lexicon.toml``): verbs and objects by class, marks of
escalation, words that undo, words that name no act.

>>> sense("the provision of lethal arms to the rebels").key
('supply', 'weapons', False)
>>> sense("supply lethal weapons").marks == sense("the provision of lethal arms").marks
True
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from detente.draft.lexicon import key_of, lemma, lexicon, tokens
from detente.draft.turns import let, to_law

_PEOPLE = "troops"
_ANSWER = frozenset({"answer", "reply", "respond"})
_HOLD = frozenset({"hold", "cease", "withhold"})
_ACCEPT = frozenset({"accept", "recognise", "recognize", "tolerate", "endorse", "acknowledge"})

_BY_FORCE = re.compile(r"\bby (?:armed |military )?force\b")
_SENT = frozenset({_PEOPLE, "ships", "force", "tanks", "missiles"})
_BRINGS = frozenset({"move", "bring", "fly", "march", "shift", "pour", "push", "land", "rush"})
_MOVED = _SENT | {"aircraft", "shells"}


@dataclass(frozen=True, slots=True)
class Sense:
    """An act as far as its words tell.

    Attributes
    ----------
    verb, thing : str
        Class of what is done and to what; "" where the words don't say.
    marks : frozenset of str
        What makes it a further step: ``lethal``, ``nuclear``, ``more``.
    undo : bool
        Whether it is the end of the act: ``withdraw troops``.
    generic : str
        ``military`` or ``any`` for an act named only by its kind, else "".
    words : tuple of str
        The words that carry it, for naming.
    known : bool
        Whether the lexicon knows the verb or the object.
    deny : bool
        Whether the words are of not doing it: ``give no help``.
    """

    verb: str = ""
    thing: str = ""
    marks: frozenset[str] = frozenset()
    undo: bool = False
    generic: str = ""
    words: tuple[str, ...] = ()
    known: bool = False
    deny: bool = False

    @property
    def key(self) -> tuple[str, str, bool]:
        """What two mentions of one act share; the marks are compared apart."""
        return (self.verb, self.thing, self.undo)

    def __bool__(self) -> bool:
        """Whether there is an act in the words at all."""
        return bool(self.verb or self.thing or self.generic or self.undo)


NOTHING = Sense()


@cache
def sense(text: str, names: frozenset[str] = frozenset()) -> Sense:
    """Return the act that a short phrase speaks of.

    Parameters
    ----------
    text : str
        A verb phrase or a noun phrase: ``deploy troops``, ``troop deployment``.
    names : frozenset of str
        Words of the actors' names, which are no part of the act.

    Returns
    -------
    Sense
        False (as a truth value) where no act is in the words: somebody says,
        thinks or is something.
    """
    if to_law(text):
        return Sense("appeal", words=("appeal",), known=True)
    words = [word for word in tokens(_BY_FORCE.sub("", text)) if not _of_name(word, names)]
    table = lexicon()
    whom = let(words)
    if whom:
        return Sense("let", key_of(whom[0]), words=("let", *whom))
    cut = next((k for k, word in enumerate(words) if k and word in table.kinds["ends"]), len(words))
    words = words[:cut]
    head = _before_preposition(words)
    rest = words[len(head) :]
    for place, word in enumerate(head):
        if word == "of" and any(lemma(one) in table.objects for one in head[:place]):
            head = head[:place]  # "technology of missiles" is technology
            break
    lemmas = [lemma(word) for word in head]
    deny = any(one in table.kinds["deny"] for one in lemmas)
    lemmas = [one for one in lemmas if one not in table.kinds["deny"]]
    carried = [
        one for one in lemmas if one not in table.kinds["light"] and one not in table.kinds["stop"]
    ]
    if carried and carried[0] in table.kinds["speech"] | table.kinds["states"]:
        answered = carried[0] in _ANSWER and rest[:1] == ["with"]
        return _with_rest(NOTHING, rest) if answered else NOTHING
    if lemmas and lemmas[0] in _HOLD and lemmas[-1] == "fire":
        return Sense("hold_fire", words=("hold_fire",), known=True)
    found = _accepted(carried) or _read(carried)
    if found.thing and not found.verb and not found.undo:
        taken = [one for one in lemmas if one in table.verbs and one not in carried]
        found = _read(taken + carried) if taken else found
    if rest and found.verb == "agree" and rest[0] == "to":
        found = NOTHING
    if rest and (not found or (not found.thing and found.verb not in table.whole)):
        found = _with_rest(found, rest)
    found = _brought(lemmas, found)
    return replace(found, deny=True) if deny and found else found


def _brought(lemmas: list[str], found: Sense) -> Sense:
    """Return what is moved somewhere as sent there: "moved tanks", "flew in troops"."""
    if lemmas and lemmas[0] in _BRINGS and found.thing in _MOVED and not found.undo:
        return replace(found, verb="deploy", generic="")
    return found


def _accepted(carried: list[str]) -> Sense:
    """Return the acceptance of another's act of force, which is no such act: "accept the annexation"."""
    if not carried or carried[0] not in _ACCEPT:
        return NOTHING
    done = _read(carried[1:])
    if done.verb not in lexicon().stance["against"] or done.undo:
        return NOTHING
    return Sense("accept", done.verb, words=tuple(carried), known=True)


def _of_name(word: str, names: frozenset[str]) -> bool:
    """Whether a word is one of a name, or begins with one: "Russian-led"."""
    return word in names or word.partition("-")[0] in names


def gist(text: str, names: frozenset[str] = frozenset()) -> Sense:
    """Return the act that a whole clause is about, from the words that the lexicon has.

    >>> gist("It called a declaration of independence a red line").key
    ('declare', 'independence', False)
    """
    told = _telling([word for word in tokens(text) if word not in names])
    return _read(told) if told else NOTHING


def _before_preposition(words: list[str]) -> list[str]:
    for place, word in enumerate(words):
        if place and word in lexicon().kinds["behind"]:
            return words[:place]
    return words


def _with_rest(found: Sense, rest: list[str]) -> Sense:
    """Look for what is missing behind the preposition: "respond with strikes"."""
    behind = next(filter(None, map(_telling, _segments(rest))), [])
    if not behind or found.generic == "military":
        return found
    more = _read(behind)
    if not found.verb and (found.generic or not found.thing):
        return Sense(
            more.verb,
            more.thing,
            found.marks | more.marks,
            found.undo or more.undo,
            "" if more.known else found.generic,
            found.words + more.words,
            found.known or more.known,
        )
    return Sense(
        found.verb,
        more.thing,
        found.marks | more.marks,
        found.undo,
        "",
        found.words + more.words,
        found.known,
    )


def _segments(rest: list[str]) -> list[list[str]]:
    """Cut words at their prepositions: "to Iran with missiles" has two parts."""
    parts: list[list[str]] = [[]]
    for word in rest:
        if word in lexicon().kinds["behind"]:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _telling(words: list[str]) -> list[str]:
    """Keep the lemmas that the lexicon has as verb, object, mark or end of an act."""
    table = lexicon()
    return [
        one
        for one in map(lemma, words)
        if (one in table.verbs and one not in table.kinds["light"])
        or one in table.objects
        or one in table.marks
        or one in table.kinds["undo"]
    ]


def _read(carried: list[str]) -> Sense:
    """Sort the words that carry the act into verb, object, marks and the rest."""
    table = lexicon()
    things = [table.objects[one] for one in carried if one in table.objects]
    either = {one for one in carried if one in table.verbs and one in table.marks}
    verbs = [
        table.verbs[one] for one in carried if one in table.verbs and not (things and one in either)
    ]
    marks = frozenset(
        table.marks[one] for one in carried if one in table.marks and (things or one not in either)
    )
    undo = any(one in table.kinds["undo"] for one in carried)
    generic = next((table.generic[one] for one in carried if one in table.generic), "")
    other = [
        one
        for one in carried
        if one not in table.verbs
        and one not in table.objects
        and one not in table.marks
        and one not in table.generic
        and one not in table.kinds["undo"]
        and one not in table.kinds["modifiers"]
        and not one[0].isdigit()
    ]
    verb, thing = _verb(verbs, things), things[-1] if things else ""
    if verb == "deploy" and thing == "force":
        thing = _PEOPLE
    known = bool(verb or thing)
    if verb in table.whole:
        thing = ""
        if carried[0] in table.kinds["defy"] and carried[0] not in table.verbs:
            verb, thing = "break", verb
    if not known and generic:
        return Sense(generic=generic, marks=marks - table.loose, undo=undo, words=tuple(carried))
    if not verb and other and not undo:
        verb, other = key_of(other[0]), other[1:]
    if not thing and other and verb not in table.whole:
        thing = key_of(other[-1])
    return Sense(verb, thing, marks - table.loose, undo, "", tuple(carried), known)


def _verb(verbs: list[str], things: list[str]) -> str:
    """Return the class of the act: an agreement, a joining or a sending yields to what it is about."""
    for loose in ("agree", "join"):
        if loose in verbs and len(set(verbs)) > 1:
            verbs = [one for one in verbs if one != loose]
    verb, last = verbs[0] if verbs else "", things[-1] if things else ""
    if verb == "send" or (verb == "supply" and last == _PEOPLE):
        return "deploy" if last in _SENT or not things else "supply"
    return verb
