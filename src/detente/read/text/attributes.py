"""A model's rules for parts of speech and lemmas, asked once for each kind of word.

spaCy's attribute ruler matches some two hundred patterns against each word of each text;
that is a tenth of the parsing. Nearly all of them look at one word alone: at its tag, its
label in the parse and whether it is one of a few dozen listed words. What they say is
the same for all words of one such kind, so it is asked once and remembered. Patterns of
other shapes are matched as ever.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

STEP = "detente_attributes"
RULER = "attribute_ruler"
_LOOKED_AT = ("TAG", "LOWER", "DEP", "IS_SPACE")

Kind = tuple[int, int, int, bool]
"""Tag, small letters (0 where no pattern lists them), label in the parse, whether it is space."""


class _Said(NamedTuple):
    """What the rules say of a kind of word: which of them, and the attributes, the last word last."""

    rules: tuple[int, ...]
    attributes: dict[int, int]


def quicken(model: "Language") -> None:
    """Put the remembering step in the place of a model's attribute ruler, where it has one.

    Parameters
    ----------
    model : Language
        Changed in place: the ruler is switched off, and asked by the step.
    """
    from spacy.language import Language

    if RULER in model.pipe_names and STEP not in model.pipe_names:
        Language.factory(STEP, func=_step)
        model.add_pipe(STEP, after=RULER)
        model.disable_pipe(RULER)


def _step(nlp: "Language", name: str) -> "Callable[[Doc], Doc]":  # noqa: ARG001 # its own name, which a factory is told
    ruler: AttributeRuler = nlp.get_pipe(RULER)  # type: ignore[assignment]
    return remembering(ruler)


def remembering(ruler: "AttributeRuler") -> "Callable[[Doc], Doc]":
    """Return a function that does to a text what `ruler` does, with a memory.

    Parameters
    ----------
    ruler : AttributeRuler
        With its patterns.

    Returns
    -------
    callable
        From a text, tagged and parsed, to the same text with the ruler's attributes set.

    Notes
    -----
    A word costs a look into a table. The table holds a line for each combination of tag,
    label and listed word that was met: some thousands at most.
    """
    from spacy.matcher import Matcher
    from spacy.tokens._retokenize import set_token_attrs

    vocab = ruler.vocab
    rules: Sequence[Mapping[str, Any]] = ruler.patterns
    odd = frozenset(i for i, rule in enumerate(rules) if not _of_one_word(rule))
    listed = {
        vocab.strings.add(word)
        for i, rule in enumerate(rules)
        if i not in odd
        for [word_pattern] in rule["patterns"]
        for word in _listed(word_pattern.get("LOWER")) or ()
    }
    others = Matcher(vocab)
    for i in sorted(odd):
        others.add(str(i), rules[i]["patterns"])
    known: dict[Kind, _Said] = {}

    def look_up(kind: Kind) -> _Said:
        said = known.get(kind)
        if said is None:
            met = frozenset(_matched(ruler.matcher, one_word(vocab, kind))) - odd
            said = known[kind] = _said_by(ruler, sorted(met))
        return said

    def apply(doc: "Doc") -> "Doc":
        rows: list[list[int]] = doc.to_array(list(_LOOKED_AT)).reshape(-1, 4).tolist()  # type: ignore[assignment] # whole numbers
        kinds = [
            (tag, word if word in listed else 0, label, bool(space))
            for tag, word, label, space in rows
        ]
        besides: dict[int, list[int]] = {}
        for rule, start, end in _places(others, doc):
            besides.setdefault(range(start, end)[ruler.indices[rule]], []).append(rule)
        for token, kind in zip(doc, kinds, strict=True):
            said = look_up(kind)
            if token.i in besides:
                said = _said_by(ruler, sorted({*said.rules, *besides[token.i]}))
            if said.attributes:
                set_token_attrs(token, said.attributes)
        return doc

    return apply


def _of_one_word(rule: Mapping[str, Any]) -> bool:
    """Return whether a rule's patterns are of one word and look only at what a kind tells."""
    return all(
        len(pattern) == 1
        and pattern[0].keys() <= set(_LOOKED_AT)
        and _listed(pattern[0].get("LOWER")) is not None
        for pattern in rule["patterns"]
    )


def _listed(wanted: "str | Mapping[str, Any] | None") -> list[str] | None:
    """Return the words that a pattern lists, none where it asks for no word; None for other wishes."""
    if wanted is None:
        return []
    if isinstance(wanted, str):
        return [wanted]
    return list(wanted["IN"]) if list(wanted) == ["IN"] else None


def one_word(vocab: Any, kind: Kind) -> "Doc":  # spaCy's own class has no stub
    """Return a text of one word of a kind."""
    from spacy.tokens import Doc

    tag, word, label, space = kind
    text = vocab.strings[word] if word else " " if space else "§"
    doc = Doc(vocab, words=[text], spaces=[False])
    doc[0].tag, doc[0].dep = tag, label
    return doc


def _said_by(ruler: "AttributeRuler", rules: Sequence[int]) -> _Said:
    attributes: dict[int, int] = {}
    for rule in rules:
        attributes |= ruler.attrs[rule]
    return _Said(tuple(rules), attributes)


def _matched(matcher: "Matcher", doc: "Doc") -> list[int]:
    return [rule for rule, _, _ in _places(matcher, doc)]


def _places(matcher: "Matcher", doc: "Doc") -> list[tuple[int, int, int]]:
    """Return the rules that match, each with where its words start and end."""
    name = doc.vocab.strings
    return [(int(name[rule]), start, end) for rule, start, end in matcher(doc, allow_missing=True)]
