"""How likely a verb or noun that no rule takes up is told as somebody's choice.

What the rules leave over is not all nothing: "observers expect a war in the dry season",
"Turkey will have to take matters into its own hands". One sign alone says little of it, many
together do: how the act stands, by which word, whose it is, upon whom, and what acts stand
around it. The weights of these signs stand in ``lexicon/chances.toml``;
``evaluation/chances.py`` fits them to ``evaluation/dev`` by a logistic regression (Cox 1958)
and says how well they do on passages that were left out of the fit.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.act import OPEN, Act
from detente.read.done.otherwise import likeliest
from detente.read.grammar import clauses
from detente.read.grammar.modality import Standing
from detente.read.text.weights import likelihood, weights
from detente.read.text.wordlists import listed
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_INERT = listed("untyped", "inert")
_BELOW = frozenset(
    ("dobj", "prep", "prt", "xcomp", "dative", "oprd", "ccomp", "acomp", "attr", "advmod", "advcl")
)
_ABOVE = frozenset(("ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "conj"))
_ONE_OF = frozenset(
    ("any", "no", "further", "new", "another", "second", "next", "first", "possible", "other")
)
_FORMS = {"VERB": "clause", "AUX": "clause", "PROPN": "name"}
_SIZES = ((15, "short"), (40, "middling"), (100, "long"))  # characters


def chance(signs: Iterable[str], kind: str) -> float:
    """Return the chance that an analyst would mark it, by the signs that were seen.

    Parameters
    ----------
    signs : iterable of str
        Those without a weight count nothing.
    kind : str
        ``"option"``, of what isn't done, or ``"event"``.

    Examples
    --------
    >>> chance(["verb", "modal must"], "option") > chance(["verb", "asked"], "option")
    True
    """
    return likelihood(weights("chances", kind), signs)


def of_verb(article: Article, verb: "Token", how: Standing, words: Lexicon) -> Iterator[str]:
    """Yield the signs that a verb bears: its form, its subject, its objects, what governs it."""
    lemma = verb.lemma_.lower()
    who = clauses.subject(verb)
    if who is None and clauses.passive(verb):
        who = clauses.subject(verb.head)  # "every shell is to be answered"
    kind = _whose(article, who, words)
    modal = "none" if how.modal is None else how.modal.lower_
    voice = "passive" if clauses.passive(verb) else "active"
    yield from ("verb", f"verb {lemma}", f"modal {modal}", f"stands {how.status}")
    yield from (f"as {verb.dep_}", f"form {verb.tag_}", f"{voice} {kind}", f"{modal} {kind}")
    yield from _cued(how)
    below = {each.dep_ for each in clauses.kids(verb) if each.i > verb.i} & _BELOW
    yield from (f"with {each}" for each in sorted(below) or ("nothing",))
    if clauses.negated(verb):
        yield "negated"
    if lemma in _INERT:
        yield "inert"
    if lemma in words.stative:
        yield "stative"
    if clauses.conditional(verb):
        yield "if"
    yield from (f"mark {each}" for each in sorted(clauses.marks(verb)))
    if verb.sent[-1].text == "?":
        yield "asked"
    speaker = article.speaker_of(verb)
    yield f"said by {article.role_of(speaker)}" if speaker else "unsaid"
    if speaker and who is not None and article.actor_of(who) == speaker:
        yield "of itself"
    if verb.dep_ in _ABOVE:
        yield f"{verb.dep_} {verb.head.lemma_.lower()}"
    yield from _things(article, verb, words)
    yield f"type {likeliest(verb, words)}"


def _whose(article: Article, who: "Token | None", words: Lexicon) -> str:
    """Return of what kind the subject is."""
    if who is None:
        return "nobody"
    role = article.role_of(article.actor_of(who))
    if who.pos_ == "PRON":
        return f"pronoun {role}"
    lemma = who.lemma_.lower()
    if role is None and clauses.lemma(who) in words.nouns:
        role = "act noun"
    known = (each for each in ("force", "people") if lemma in words.classes[each])
    return role or next(known, _FORMS.get(who.pos_, "thing"))


def _cued(how: Standing) -> Iterator[str]:
    if not how.cues:
        yield "cue none"
        return
    cue = how.cues[0]
    yield from (f"cue {cue.lemma_.lower()}", f"cue is {cue.pos_}", f"{how.status} by {cue.pos_}")
    if len(how.cues) > 1:
        yield "cues"
    if cue.pos_ == "VERB" and (helper := clauses.modal(cue)) is not None:
        yield f"cue {helper.lower_}"


def _things(article: Article, verb: "Token", words: Lexicon) -> Iterator[str]:
    for each in clauses.objects(verb):
        event = words.nouns.get(clauses.lemma(each))
        if event is not None:
            yield from ("object act", f"object {event}")
        elif article.role_of(article.actor_of(each)) == "party":
            yield "object party"
        else:
            yield "object pronoun" if each.pos_ == "PRON" else "object thing"
        yield f"thing {each.lemma_.lower()}"


def of_noun(article: Article, noun: "Token", how: Standing, words: Lexicon) -> Iterator[str]:
    """Yield the signs that a noun bears: its type, what stands before it, what governs it."""
    lemma = clauses.lemma(noun)
    event = words.nouns.get(lemma)
    verb = clauses.head_verb(noun)
    helper = clauses.modal(verb)
    modal = "none" if helper is None else helper.lower_
    yield from ("noun", f"noun {lemma}", f"n type {event}", f"n modal {modal}")
    yield from (f"n stands {how.status}", f"n as {noun.dep_}", f"n as {noun.dep_} {modal}")
    yield f"n as {noun.dep_} {noun.head.lemma_.lower()}"
    if noun.dep_ == "pobj":
        yield f"n {noun.head.lemma_.lower()} {noun.head.head.lemma_.lower()}"
    if lemma in words.weak:
        yield "n weak"
    if not how.cues:
        yield "n cue none"
    else:
        cue = how.cues[0]
        above = noun.head.head.i if noun.dep_ == "pobj" else noun.head.i
        direct = cue.i in {noun.head.i, above}
        near = "direct" if direct else "far"
        listed_ = "listed" if event is not None else "plain"
        yield from (f"n cue {cue.lemma_.lower()}", f"n {near} {cue.pos_} {listed_}")
        if direct:
            yield from (f"n direct {cue.lemma_.lower()}", f"n {how.status} directly")
    yield from _round_noun(noun)
    if how.negated:
        yield "n negated"
    speaker = article.speaker_of(noun)
    yield f"n said by {article.role_of(speaker)}" if speaker else "n unsaid"


def _round_noun(noun: "Token") -> Iterator[str]:
    before = [
        each.lower_
        for each in clauses.kids(noun)
        if each.i < noun.i and (each.dep_ in {"det", "poss"} or each.lower_ in _ONE_OF)
    ]
    yield from (f"n {each}" for each in before or ("bare",))
    if noun.tag_ == "NNS":
        yield "n plural"
    for each in clauses.kids(noun):
        if each.dep_ in {"amod", "compound", "acl", "relcl"}:
            yield f"n with {each.dep_}"
        elif each.dep_ == "prep":
            yield f"n with {each.lower_}"
        if each.dep_ == "amod":
            yield f"n {each.lower_}"
    if noun.head.lemma_ == "be":
        for each in clauses.kids(noun.head):
            if each.dep_ in {"acomp", "attr"} and each.i != noun.i:
                yield f"n is {each.lemma_.lower()}"


def of_act(act: Act, beside: Sequence[Act]) -> Iterator[str]:
    """Yield the signs of an act among those of its sentence: what it stands in and what it holds."""
    within, held = set(), set()
    for each in beside:
        if each.head.i == act.head.i:
            continue
        state = each.status if each.status in OPEN else "done"
        told = "noun" if each.head.pos_ in {"NOUN", "PROPN"} else "verb"
        yield "beside open" if each.status in OPEN else "beside done"
        if each.start <= act.head.idx < each.end:
            within |= {f"in {state}", f"in {each.event} {state != 'done'}", f"in {told}"}
        if act.start <= each.head.idx < act.end:
            held |= {f"holds {state}", f"holds {told}"}
    yield from sorted(within) or ("in none",)
    yield from sorted(held) or ("holds none",)
    size = act.end - act.start
    yield next((name for most, name in _SIZES if size < most), "very long")
    yield "nobody known" if act.actor is None else "somebody known"
    if act.target is not None:
        yield "upon somebody"
    yield f"event {act.event}"
