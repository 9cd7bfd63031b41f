"""What lists of ``consequences.toml`` a verb or a noun stands in, and which verbs may tell an effect."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from detente.read.ahead.aftermath import pairs
from detente.read.ahead.causes import listed
from detente.read.ahead.effects import names
from detente.read.grammar import clauses
from detente.read.grammar.modals import FUTURE
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

EFFECTS = frozenset(("strong", "modal", "told", "participles", "caused", "pair"))
"""The lists of verbs that tell what their subject brings about."""

FATES = frozenset(("undergone", "affected", "befalling", "comes_about"))
"""The lists of verbs that tell what comes over their subject."""

_OTHER_LISTS = ("stative", "kindled", "standing_by", "recovering")


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    """Return the lists that a verb of effect stands in, by its names."""
    found: dict[str, set[str]] = {}
    for part in sorted((EFFECTS - {"pair"}) | FATES | frozenset(_OTHER_LISTS)):
        for name in listed(part):
            found.setdefault(name, set()).add(part)
    return {name: frozenset(parts) for name, parts in found.items()}


def classes(verb: "Token") -> frozenset[str]:
    """Return what lists of `consequences.toml` a verb stands in, ``pair`` among them."""
    known = _classes()
    found: frozenset[str] = frozenset().union(*(known.get(name, ()) for name in names(verb)))
    return found | {"pair"} if verb.lemma_.lower() in pairs() else found


def may_tell(verb: "Token") -> frozenset[str] | None:
    """Return the lists of a verb that may tell a consequence, None for all others."""
    known = classes(verb)
    if known & (EFFECTS | FATES):
        return known
    helper = clauses.modal(verb)
    ahead = helper is not None and (helper.lower_ in FUTURE or helper.lower_ in {"can", "ca"})
    return known if ahead else None


def kinds(lemma: str) -> Iterator[str]:
    """Yield of what kinds a noun is that tells something of effects."""
    if lemma in listed("befallen"):
        yield "quantity"
    if lemma in lexicon().nouns:
        yield "act"
    if lemma in listed("causes", "abstract"):
        yield "abstract"
    if lemma in listed("ensuing"):
        yield "ensuing"
    if lemma in listed("verdicts", "nouns") or lemma in listed("weighed"):
        yield "verdict"
    if lemma in listed("bearing"):
        yield "damage"
    if lemma in word_class("risks"):
        yield "risk"
