"""The word lists of the draft, and words brought to the form in which they stand there.

The lists are data (``lexicon.toml``): verbs and objects by class, marks of
escalation, words that undo, words that name no act.
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*", re.UNICODE)

_NOT_FORMS = frozenset({"bloodshed", "seabed", "during", "evening", "morning", "king", "building"})

# after these letters a verb has lost an "e": "placed", "invading" is told by the lists
_WANT_E = (
    "c",
    "v",
    "z",
    "dg",
    "rg",
    "ang",
    "eng",
    "ur",
    "at",
    "us",
    "os",
    "iz",
    "is",
    "sput",
    "cut",
    "lut",
)

_SINGULAR = ("us", "is")
_ES = ("sses", "shes", "ches", "xes", "zzes", "oes")
_SHORTEST_ES = 5

_ABOUT_LABELS = frozenset({"alone", "empty"})

_CUT_E = frozenset({"ing", "ings", "ed"})

_LONGEST_PHRASE = 4


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
    again: frozenset[str]
    strokes: frozenset[str]
    personal: frozenset[str]
    wants: frozenset[str]
    final: dict[str, frozenset[str]]
    grave: dict[str, frozenset[str]]
    grades: dict[str, frozenset[str]]
    stance: dict[str, frozenset[str]]
    hindrances: dict[str, frozenset[str]]
    broad: dict[str, frozenset[str]]
    spoken: dict[str, str]
    light_of: dict[str, str]
    deeds: dict[str, str]
    takes: dict[str, frozenset[str]]
    particles: dict[str, frozenset[str]]
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
        "deny": frozenset(raw["deny"]["words"].split()),
        "acts": frozenset(raw["bare"]["acts"].split()),
        "none": frozenset(raw["bare"]["none"].split()),
        "defy": frozenset(raw["defy"]["words"].split()),
        "ends": frozenset(raw["behind"]["ends"].split()),
        "behind": frozenset(raw["behind"]["words"].split()),
        "undo": frozenset(raw["undo"]["words"].split()),
        "away": frozenset(raw["away"]["words"].split()),
        "light": frozenset(raw["light"]["words"].split()),
        "speech": frozenset(raw["speech"]["words"].split()),
        "states": frozenset(raw["states"]["words"].split()),
        "stop": frozenset(raw["stop"]["words"].split()),
        "alone": frozenset(raw["alone"]["words"].split()),
        "empty": frozenset(raw["empty"]["words"].split()),
        "modifiers": frozenset(raw["generic"]["modifiers"].split()),
    }
    verbs, objects, marks = turned(raw["verbs"]), turned(raw["objects"]), turned(raw["marks"])
    objects = {name: name for name in raw["objects"]} | objects  # "troops" is a word of its class
    generic = turned({name: raw["generic"][name] for name in ("any", "military")})
    every = {*verbs, *objects, *marks, *generic}.union(
        *(words for name, words in kinds.items() if name not in _ABOUT_LABELS)
    )
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
        strokes=frozenset(raw["strokes"]["words"].split()),
        again=frozenset(raw["again"]["classes"].split()),
        personal=frozenset(raw["personal"]["classes"].split()),
        wants=frozenset(raw["wants"]["verbs"].split()),
        final={name: frozenset(words.split()) for name, words in raw["final"].items()},
        grave={name: frozenset(words.split()) for name, words in raw["grave"].items()},
        grades={name: frozenset(words.split()) for name, words in raw["grades"].items()},
        stance={name: frozenset(words.split()) for name, words in raw["stance"].items()},
        hindrances={name: frozenset(words.split()) for name, words in raw["hindrances"].items()},
        broad={name: frozenset(words.split()) for name, words in raw["broad"].items()},
        spoken=raw["phrases"],
        light_of={noun: verb.replace("_", " ") for noun, verb in turned(raw["light_of"]).items()},
        deeds=turned(raw["deeds"]),
        takes=_shared(raw["takes"]),
        particles=_shared(raw["particles"]),
        generic=generic,
    )


def _shared(table: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return for each verb of a key ("seize board") what its line lists."""
    return {
        verb: frozenset(words.split()) for verbs, words in table.items() for verb in verbs.split()
    }


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

    A word that the lexicon hasn't is never read as one that is spelt much like it:
    "refugees" is not "refuses", nor "protect" "protest".

    >>> lemma("supplying"), lemma("crossings"), lemma("refugees")
    ('supply', 'cross', 'refugee')
    """
    forms = lexicon().forms
    if word in forms:
        return forms[word]
    return stem(word)


def stem(word: str) -> str:
    """Return a word that the lexicon hasn't without its ending: "liberated", liberate."""
    if word in _NOT_FORMS or word.endswith(_SINGULAR):
        return word
    if word.endswith(_ES) and len(word) > _SHORTEST_ES:
        return word[:-2]
    for ending, kept in (
        ("ings", ""),
        ("ing", ""),
        ("ied", "y"),
        ("ies", "y"),
        ("ed", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) > 3 and not word.endswith("ss"):  # noqa: PLR2004
            plain = word[: -len(ending)] + kept
            return f"{plain}e" if ending in _CUT_E and plain.endswith(_WANT_E) else plain
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


def key_of(word: str) -> str:
    """Return what the forms of a word that the lexicon hasn't share: "liberate", "liberating"."""
    return word.removesuffix("e") if len(word) > 4 else word  # noqa: PLR2004 - shorter words are themselves
