"""The lexicon: which words are acts, and which words say how an act stands.

The words are data, in ``lexicon/*.toml``, read and checked once. A person adds
words there; nothing in the code names a verb of its own.

>>> lexicon().verbs["blockade"]
'COERCE'
>>> lexicon().operators["verb", "rule_out"]
'ruled_out'
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from detente.errors import InputError
from detente.read.claim import PLOVER

STATUSES = ("planned", "threatened", "considered", "possible", "demanded", "ruled_out")
KINDS_OF_OPERATOR = (*STATUSES, "denied", "ongoing", "transparent")
PARTS = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
NO_TYPE = "NONE"


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb whose type hangs on its subject or object.

    `event` is a PLOVER type, ``NONE`` for an act without one, ``light`` for
    "take it from the object", or ``no`` for no act at all. A `bare` frame fits
    only where the verb has no object; one with an `infinitive` only where somebody
    decides, is told or allowed *to do* a thing.
    """

    event: str
    objects: frozenset[str]
    subjects: frozenset[str]
    preps: frozenset[str]
    behind: frozenset[str]
    bare: bool = False
    infinitive: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words by what they do; keys are lemmas, phrasal verbs with an underscore."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    asked: Mapping[str, str]
    weak: frozenset[str]
    needs: Mapping[str, frozenset[str]]
    light: frozenset[str]
    turned: Mapping[str, Mapping[str, str]]
    frames: Mapping[str, tuple[Frame, ...]]
    never: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    operators: Mapping[tuple[str, str], str]
    modals: Mapping[str, tuple[str, str]]
    modifiers: Mapping[str, str]
    certainty: Mapping[str, str]
    happening: frozenset[str]
    base: Mapping[str, str]
    phrasal: frozenset[str]
    saying: frozenset[str]
    stative: frozenset[str]


@cache
def table(name: str) -> dict[str, Any]:
    """Return a file of the lexicon as TOML values.

    Raises
    ------
    InputError
        If it isn't TOML; says the file.
    """
    place = files("detente.read").joinpath("lexicon", f"{name}.toml")
    try:
        return tomllib.loads(place.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as trouble:
        raise InputError(str(trouble), "mend the lexicon", where=f"{name}.toml") from trouble


def words(text: str) -> tuple[str, ...]:
    """Split a list of the lexicon; order kept, doubles left out."""
    return tuple(dict.fromkeys(text.split()))


@cache
def lexicon() -> Lexicon:
    """Read, check and index the words for acts and for how they stand.

    Raises
    ------
    InputError
        If a type or a class is named that isn't there.
    """
    acts, modality = table("acts"), table("modality")
    classes = {name: frozenset(words(text)) for name, text in acts["classes"].items()}
    verbs = dict(_typed(acts["verbs"], "verbs"))
    operators = {
        (PARTS[part], word): status
        for status in reversed(KINDS_OF_OPERATOR)
        for part, text in modality[status].items()
        for word in words(text)
    }
    frames = _frames(acts["frames"], classes)
    never = frozenset(words(acts["never"]["verbs"]))
    light = frozenset(words(acts["light"]["verbs"]))
    known = {*verbs, *frames, *never, *light, *(word for part, word in operators if part == "verb")}
    return Lexicon(
        verbs=verbs,
        nouns=dict(_typed(acts["nouns"], "nouns")),
        asked=dict(_typed(acts["asked"], "asked")),
        weak=frozenset(words(acts["weak"]["nouns"])),
        needs={noun: frozenset(words(text)) for noun, text in acts["weak"]["needs"].items()},
        light=light,
        turned=acts["light"]["turned"],
        frames=frames,
        never=never,
        classes=classes,
        operators=operators,
        modals={word: (pair[0], pair[1]) for word, pair in modality["modals"].items()},
        modifiers={
            word: status for status, text in modality["modifiers"].items() for word in words(text)
        },
        certainty={
            word: grade for grade, text in modality["certainty"].items() for word in words(text)
        },
        happening=frozenset(words(acts["happening"]["verbs"])),
        base=acts["base"],
        stative=frozenset(words(acts["stative"]["verbs"])),
        saying=frozenset(words(acts["saying"]["verbs"])),
        phrasal=frozenset(word for word in known if "_" in word),
    )


def word_class(name: str) -> frozenset[str]:
    """Return a class of words of ``acts.toml``.

    Examples
    --------
    >>> "parliament" in word_class("people")
    True
    """
    return lexicon().classes[name]


def _typed(lists: Mapping[str, str], where: str) -> Iterator[tuple[str, str]]:
    """Yield each word with its type; a word in two lists has the last one's."""
    for event, text in lists.items():
        if event not in PLOVER and event != NO_TYPE:
            raise InputError(
                f"no event type {event!r}",
                f"use one of {', '.join(PLOVER)}",
                where=f"acts.toml: {where}",
            )
        for word in words(text):
            yield word, event
            if "-" in word:
                yield word.replace("-", ""), event
            elif word.startswith("counter"):
                yield f"counter-{word.removeprefix('counter')}", event


def _frames(
    rows: list[dict[str, str]], classes: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for row in rows:
        if row["event"] not in (*PLOVER, NO_TYPE, "light", "no"):
            raise InputError(
                f"no event type {row['event']!r}", "", where=f"acts.toml: frame of {row['verb']}"
            )
        frame = Frame(
            row["event"],
            _expanded(row.get("objects", ""), classes),
            _expanded(row.get("subjects", ""), classes),
            frozenset(words(row.get("preps", ""))),
            _expanded(row.get("behind", ""), classes),
            bare=row.get("bare", "") == "yes",
            infinitive=row.get("infinitive", "") == "yes",
        )
        for verb in words(row["verb"]):
            found.setdefault(verb, []).append(frame)
    return {verb: tuple(listed) for verb, listed in found.items()}


def _expanded(text: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the words of a list, with ``@class`` replaced by the words of that class."""
    found: set[str] = set()
    for word in words(text):
        if word in ("@place", "@party", "@name", "@person"):
            found.add(word)
        elif word.startswith("@"):
            if word[1:] not in classes:
                raise InputError(f"no class {word!r}", "", where="acts.toml: frames")
            found |= classes[word[1:]]
        else:
            found.add(word)
    return frozenset(found)


@cache
def line_words(part: str, key: str = "verbs") -> frozenset[str]:
    """Return a list of ``red_lines.toml`` as a set.

    Examples
    --------
    >>> "tolerate" in line_words("refusing")
    True
    """
    return frozenset(words(table("red_lines")[part][key]))
