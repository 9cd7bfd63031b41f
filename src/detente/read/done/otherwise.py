"""The type that a verb of no list most likely has: by itself, or by what it acts upon."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.operators import phrase
from detente.read.text.wordlists import table
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


def likeliest(verb: "Token", words: Lexicon) -> str | None:
    """Return the type that a verb of no list most likely has, None where it may be anything."""
    known = _types()
    listed_type = known.get(phrase(verb, words)) or known.get(verb.lemma_.lower())
    if listed_type is not None and verb.lemma_.lower() not in _general():
        return listed_type
    return _by_thing(verb) or listed_type


@cache
def _types() -> Mapping[str, str]:
    return {
        word: event for event, text in table("acts")["otherwise"].items() for word in text.split()
    }


def _by_thing(verb: "Token") -> str | None:
    """Return the type by what a verb acts upon: "moved a battalion", "raised the matter"."""
    known = _thing_types()
    for each in (*clauses.objects(verb), *clauses.prepositional(verb, "with")):
        several = clauses.prepositional(each, "of") if each.like_num or each.ent_type_ else ()
        for noun in (each, *several):
            found = known.get(clauses.lemma(noun)) or known.get(noun.lemma_.lower())
            if found is not None:
                return found
    return None


@cache
def _thing_types() -> Mapping[str, str]:
    lists = table("acts")["otherwise_things"]
    return {word: event for event, text in lists.items() for word in text.split()}


@cache
def _general() -> frozenset[str]:
    return frozenset(table("acts")["otherwise_general"]["verbs"].split())
