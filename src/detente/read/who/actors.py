"""Who there is: states, blocs, armed groups, seats of government, as data.

The names are in ``lexicon/states.toml`` and ``lexicon/actors.toml``; this
module turns them into one table that is looked up by the first word of a
name.

>>> gazetteer().named("Seoul")
[('south_korea', 'capital')]
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from detente.read.who.spellings import plain, spellings

_FIRST = re.compile(r"\w+")
KINDS = {
    "states": "state",
    "history": "state",
    "regions": "region",
    "blocs": "bloc",
    "institutions": "institution",
    "armed_groups": "armed_group",
    "parties": "party",
    "companies": "company",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: its actor, and in which manner it names it.

    `form` is ``name demonym capital seat person media``; a `weak` name is one
    that has other meanings as well. A name with something `beside` it is only
    taken in a text that has that too.
    """

    text: str
    actor: str
    form: str
    weak: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Older:
    """An older state that a newer one's words may mean.

    `wholly` says that all its words may, not the capital alone; `years` are
    the first and the last year in which they do. `renamed` says that it is the
    same state under a former name, so that a text has but one of the two.
    """

    actor: str
    wholly: bool
    years: tuple[int, int]
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every known name and word, ready to be looked up.

    Attributes
    ----------
    entries : mapping of str to tuple of Entry
        By the first word of the name in lower case, the longest name first.
    names : mapping of str to str
        The plain name of each actor id.
    kinds : mapping of str to str
        ``state region bloc institution armed_group party company`` of each actor id.
    older : mapping of str to Older
        The older state whose words a newer state's words may be.
    offices : mapping of str to str
        Titles in lower case that are one state's own, and that state.
    claimed : mapping of str to tuple of str
        Titles in lower case, and the states that they're of where a text names one.
    organs : mapping of str to tuple of str
        Bodies as they're written, and the states that they're of where a text names one.
    words : mapping of str to frozenset of str
        Lists of nouns by name: ``state group alliance title expert ...``.
    surnames : mapping of str to tuple of str
        Last words of the listed people's names, and whose people bear them.
    demonyms : mapping of str to str
        The commonest adjective of each actor that has one.
    owners : mapping of str to str
        The state whose own a company is.
    """

    entries: Mapping[str, tuple[Entry, ...]]
    names: Mapping[str, str]
    kinds: Mapping[str, str]
    older: Mapping[str, Older]
    offices: Mapping[str, str]
    claimed: Mapping[str, tuple[str, ...]]
    organs: Mapping[str, tuple[str, ...]]
    words: Mapping[str, frozenset[str]]
    surnames: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, str]
    owners: Mapping[str, str]

    def named(self, text: str) -> list[tuple[str, str]]:
        """Return the actors, and the manner, that exactly this text names."""
        key = first_word(text)
        return [
            (entry.actor, entry.form) for entry in self.entries.get(key, ()) if entry.text == text
        ]


def first_word(text: str) -> str:
    """Return the first word of a name in lower case, the key it's found by."""
    found = _FIRST.search(text)
    return found.group().lower() if found else text.lower()


def slug(name: str) -> str:
    """Return the id of an actor with this name.

    Examples
    --------
    >>> slug("Hong Min"), slug("al-Qaeda"), slug("Anna Kröger")
    ('hong_min', 'al_qaeda', 'anna_kroger')
    """
    letters = plain(name)
    return re.sub(r"\W+", "_", letters).strip("_").lower()


def plain_name(actor: str) -> str:
    """Return the name that an id stands for."""
    return gazetteer().names.get(actor, actor.replace("_", " ").title())


@cache
def _tables() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Return the sections of the lexicon's two files of parties, read once."""
    texts = (
        files("detente.read").joinpath("lexicon", f"{name}.toml").read_text("utf-8")
        for name in ("states", "actors")
    )
    return tuple(pair for text in texts for pair in tomllib.loads(text).items())


@cache
def gazetteer() -> Gazetteer:  # noqa: C901 - one case after another
    """Return the table of names, read once."""
    entries: list[Entry] = []
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    older: dict[str, Older] = {}
    offices: dict[str, str] = {}
    claimed: dict[str, tuple[str, ...]] = {}
    organs: dict[str, tuple[str, ...]] = {}
    words: dict[str, frozenset[str]] = {}
    for section, table in _tables():
        if section in KINDS:
            for actor, facts in table.items():
                names[actor] = facts.get("name") or actor.replace("_", " ").title()
                kinds[actor] = KINDS[section]
                entries += _entries(actor, names[actor], facts)
                if (before := _older(facts)) is not None:
                    older[actor] = before
        elif section in {"seats", "affairs", "figures"}:
            form = "seat" if section == "seats" else "person"
            entries += [
                Entry(text, actor, form) for actor, texts in table.items() for text in texts
            ]
            if section == "figures":
                names |= {actor: texts[0] for actor, texts in table.items()}
                kinds |= dict.fromkeys(table, "person")
        elif section == "seats_beside":
            entries += [
                Entry(text, actor, "seat", beside=word)
                for actor, words_beside in table.items()
                for word, texts in words_beside.items()
                for text in texts
            ]
        elif section in {"offices_if_named", "organs_if_named"}:
            several = claimed if section == "offices_if_named" else organs
            several |= {title: tuple(states) for title, states in table.items()}
        elif section == "offices":
            offices |= {title: actor for actor, titles in table.items() for title in titles}
        else:
            for key, value in table.items():
                listed = value if isinstance(value, list) else value.split()
                words[key] = frozenset(listed)
                if key == "media":
                    entries += [Entry(text, slug(text), "media") for text in listed]
                    names |= {slug(text): text for text in listed}
    entries += [
        Entry(text, entry.actor, entry.form, entry.weak, entry.beside)
        for entry in list(entries)
        for text in spellings(entry.text)
    ]
    table = _by_first_word(entries)
    surnames = _surnames(entries)
    return Gazetteer(
        table,
        names,
        kinds,
        older,
        offices,
        claimed,
        organs,
        words,
        surnames,
        _adjectives(),
        _owners(),
    )


def _adjectives() -> dict[str, str]:
    return {
        actor: facts["demonyms"][0]
        for section, table in _tables()
        if section in KINDS
        for actor, facts in table.items()
        if facts.get("demonyms")
    }


def _owners() -> dict[str, str]:
    companies = dict(_tables())["companies"]
    return {actor: facts["of"] for actor, facts in companies.items() if "of" in facts}


def _older(facts: Mapping[str, Any]) -> Older | None:
    """Return the older state whose words a state's words may be."""
    first, last = facts.get("years", (0, 0))
    for key, wholly in (("formerly", True), ("successor_of", True), ("shares_capital_with", False)):
        if key in facts:
            return Older(facts[key], wholly, (first, last), renamed=key == "formerly")
    return None


def _surnames(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for entry in entries:
        if entry.form == "person":
            found.setdefault(entry.text.rsplit(" ", 1)[-1], {})[entry.actor] = None
    return {name: tuple(states) for name, states in found.items()}


def _entries(actor: str, name: str, facts: Mapping[str, Any]) -> Iterator[Entry]:
    weak = bool(facts.get("weak"))
    for text in (name, *facts.get("aliases", ())):
        yield Entry(text, actor, "name", weak and text == name)
    for word, texts in facts.get("beside", {}).items():
        yield from (Entry(text, actor, "name", beside=word) for text in texts)
    for demonym in facts.get("demonyms", ()):
        yield Entry(demonym, actor, "demonym")
        if demonym[-2:] not in {"sh", "ch", "se", "ss"} and (
            demonym.endswith(("German", "Ottoman")) or not demonym.endswith(("man", "men"))
        ):
            yield Entry(demonym + "s", actor, "demonym")
    for seat in (*([facts["capital"]] if "capital" in facts else ()), *facts.get("capitals", ())):
        yield Entry(seat, actor, "capital")


def _by_first_word(entries: list[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Return the names by their first words, the longest first, those beside something before others."""
    found: dict[str, dict[tuple[str, str], Entry]] = {}
    for entry in entries:
        found.setdefault(first_word(entry.text), {}).setdefault((entry.text, entry.beside), entry)
    return {
        key: tuple(
            sorted(
                texts.values(),
                key=lambda entry: (-len(entry.text), entry.text, not entry.beside),
            )
        )
        for key, texts in found.items()
    }
