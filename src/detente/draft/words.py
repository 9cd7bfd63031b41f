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
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*", re.UNICODE)
_PEOPLE = "troops"
_SENT = frozenset({_PEOPLE, "ships", "force"})
_LONGEST_PHRASE = 4


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
    """

    verb: str = ""
    thing: str = ""
    marks: frozenset[str] = frozenset()
    undo: bool = False
    generic: str = ""
    words: tuple[str, ...] = ()
    known: bool = False

    @property
    def key(self) -> tuple[str, str, bool]:
        """What two mentions of one act share; the marks are compared apart."""
        return (self.verb, self.thing, self.undo)

    def __bool__(self) -> bool:
        """Whether there is an act in the words at all."""
        return bool(self.verb or self.thing or self.generic or self.undo)


NOTHING = Sense()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists, turned round: from a word to its class."""

    verbs: dict[str, str]
    objects: dict[str, str]
    marks: dict[str, str]
    kinds: dict[str, frozenset[str]]
    forms: dict[str, str]
    phrases: frozenset[str]
    loose: frozenset[str]
    whole: frozenset[str]
    lasting: frozenset[str]
    final: dict[str, frozenset[str]]
    grave: dict[str, frozenset[str]]
    stance: dict[str, frozenset[str]]
    hindrances: dict[str, frozenset[str]]
    broad: dict[str, frozenset[str]]
    spoken: dict[str, str]
    generic: dict[str, str] = field(default_factory=dict)


@cache
def lexicon() -> Lexicon:
    """Return the word lists of ``lexicon.toml``, read once."""
    raw: dict[str, Any] = tomllib.loads(
        files("detente.draft").joinpath("lexicon.toml").read_text(encoding="utf-8")
    )

    def turned(table: dict[str, str]) -> dict[str, str]:
        return {word: name for name, words in table.items() for word in words.split()}

    kinds = {
        "defy": frozenset(raw["defy"]["words"].split()),
        "ends": frozenset(raw["behind"]["ends"].split()),
        "behind": frozenset(raw["behind"]["words"].split()),
        "undo": frozenset(raw["undo"]["words"].split()),
        "light": frozenset(raw["light"]["words"].split()),
        "speech": frozenset(raw["speech"]["words"].split()),
        "states": frozenset(raw["states"]["words"].split()),
        "stop": frozenset(raw["stop"]["words"].split()),
        "modifiers": frozenset(raw["generic"]["modifiers"].split()),
    }
    verbs, objects, marks = turned(raw["verbs"]), turned(raw["objects"]), turned(raw["marks"])
    generic = turned({name: raw["generic"][name] for name in ("any", "military")})
    every = {*verbs, *objects, *marks, *generic}.union(*kinds.values())
    forms = {form: word for word in sorted(every) for form in _inflected(word)}
    forms |= {word: word for word in every} | raw["forms"]
    return Lexicon(
        verbs=verbs,
        objects=objects,
        marks=marks,
        kinds=kinds,
        forms=forms,
        phrases=frozenset(word for word in every if "_" in word),
        loose=frozenset(raw["loose"]["marks"].split()),
        whole=frozenset(raw["whole"]["classes"].split()),
        lasting=frozenset(raw["lasting"]["classes"].split()),
        final={name: frozenset(words.split()) for name, words in raw["final"].items()},
        grave={name: frozenset(words.split()) for name, words in raw["grave"].items()},
        stance={name: frozenset(words.split()) for name, words in raw["stance"].items()},
        hindrances={name: frozenset(words.split()) for name, words in raw["hindrances"].items()},
        broad={name: frozenset(words.split()) for name, words in raw["broad"].items()},
        spoken=raw["phrases"],
        generic=generic,
    )


def _inflected(word: str) -> list[str]:
    """Return the regular forms of a word; of a phrase, of its first part."""
    head, _, rest = word.partition("_")
    tail = f"_{rest}" if rest else ""
    stem = head.removesuffix("e")
    forms = [f"{head}s", f"{head}es", f"{stem}ed", f"{stem}ing", f"{head}ed", f"{head}ing"]
    if head.endswith("y"):
        forms += [f"{head[:-1]}ies", f"{head[:-1]}ied"]
    if len(head) > 2 and head[-1] in "bdglmnprt" and head[-2] in "aeiou":  # noqa: PLR2004 - stop, stopped
        forms += [f"{head}{head[-1]}ed", f"{head}{head[-1]}ing"]
    return [form + tail for form in forms]


@cache
def lemma(word: str) -> str:
    """Return the lexicon's form of a word, or the word with its ending taken off.

    A word that the lexicon has misspelt (one letter in seven or more) is read
    as the lexicon's.

    >>> lemma("supplying"), lemma("deploiment"), lemma("crossings")
    ('supply', 'deployment', 'cross')
    """
    forms = lexicon().forms
    if word in forms:
        return forms[word]
    if len(word) >= 7:  # noqa: PLR2004 - short words have too many neighbours
        near = _near(word)
        if near is not None:
            return forms[near]
    return _stem(word)


def _near(word: str) -> str | None:
    """Return the lexicon's form that is one slip of the pen away, the first by letter."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    alike = [form for form in sorted(lexicon().forms) if form[0] == word[0] and len(form) >= 7]  # noqa: PLR2004
    close = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=1)
    return None if close is None else str(close[0])


def _stem(word: str) -> str:
    for ending, kept in (
        ("ings", ""),
        ("ing", ""),
        ("ied", "y"),
        ("ies", "y"),
        ("ed", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) > 3 and not word.endswith("ss"):  # noqa: PLR2004
            return word[: -len(ending)] + kept
    return word


def tokens(text: str) -> list[str]:
    """Return the words of a text in lower case, possessives off, phrases joined.

    >>> tokens("NATO's no-fly zone was lifted")
    ['nato', 'no-fly_zone', 'was', 'lifted']
    """
    found = [
        re.sub(r"['’]s?$", "", word.group()).replace("’", "'")
        for word in _WORD.finditer(text.lower().replace("’", "'"))
    ]
    found = [word for word in found if word]
    forms, phrases = lexicon().forms, lexicon().phrases
    joined: list[str] = []
    place = 0
    while place < len(found):
        for size in range(_LONGEST_PHRASE, 1, -1):
            phrase = "_".join(found[place : place + size])
            if place + size <= len(found) and forms.get(phrase, phrase) in phrases:
                joined.append(phrase)
                place += size
                break
        else:
            joined.append(found[place])
            place += 1
    return joined


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
    words = [word for word in tokens(text) if word not in names]
    table = lexicon()
    cut = next((k for k, word in enumerate(words) if k and word in table.kinds["ends"]), len(words))
    words = words[:cut]
    head = _before_preposition(words)
    rest = words[len(head) :]
    for place, word in enumerate(head):
        if word == "of" and any(lemma(one) in table.objects for one in head[:place]):
            head = head[:place]  # "technology of missiles" is technology
            break
    lemmas = [lemma(word) for word in head]
    carried = [
        one for one in lemmas if one not in table.kinds["light"] and one not in table.kinds["stop"]
    ]
    if carried and carried[0] in table.kinds["speech"] | table.kinds["states"]:
        return NOTHING
    found = _read(carried)
    if found.thing and not found.verb and not found.undo:
        taken = [one for one in lemmas if one in table.verbs and one not in carried]
        found = _read(taken + carried) if taken else found
    if rest and found.verb == "agree" and rest[0] == "to":
        found = NOTHING
    if rest and (not found or (not found.thing and found.verb not in table.whole)):
        found = _with_rest(found, rest)
    return found


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


def key_of(word: str) -> str:
    """Return what the forms of a word that the lexicon hasn't share: "liberate", "liberating"."""
    return word.removesuffix("e") if len(word) > 4 else word  # noqa: PLR2004 - shorter words are themselves
