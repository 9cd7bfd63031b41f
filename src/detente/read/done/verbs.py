"""What sort of act a verb is: by its frame, its list, or the noun it carries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.otherwise import likeliest
from detente.read.grammar import clauses
from detente.read.grammar.operators import phrase
from detente.read.text.wordlists import table
from detente.read.text.words import NO_TYPE, Frame, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


REACH = 14  # how far behind a verb a frame looks for a word
_ORDERING = frozenset(("order", "instruct", "command", "direct", "tell"))
_RESOLVING = frozenset(("decide", "resolve", "vote"))
_MEASURES = frozenset(
    ("package", "dozen", "hundred", "thousand", "score", "type", "kind", "sort", "number", "series", "wave",
     "volley", "pair", "couple", "batch", "consignment", "shipment", "group", "handful", "hail")
)  # fmt: skip
_REPLYING = frozenset(("respond", "answer", "retaliate", "react", "reply", "counter"))


@dataclass(frozen=True, slots=True)
class Typed:
    """What a verb turns out to be: its type, the noun that gave it, and the rule."""

    event: str | None
    noun: "Token | None"
    rule: str


def typed(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Say what a verb does with these objects, None where it is no act.

    The first frame that fits wins; then "stop" with the act that is stopped, a
    light verb with the act that it carries, and the verb's own type.
    """
    key = phrase(verb, words)
    lemma = verb.lemma_.lower()
    framed = _framed(verb, article, words, (key, lemma))
    if framed is not None:
        return framed if framed.event != "no" else None
    if lemma in words.turned:
        stopped = _stopped(verb, article, words)
        if stopped is not None:
            return stopped
    if key in words.light or lemma in words.light:
        carried = _carried(verb, words, key if key in words.light else lemma)
        if carried is not None:
            return carried
    if key in words.verbs:
        return Typed(event_of(words.verbs[key]), None, "verb")
    particle = clauses.child(verb, "prt")
    if lemma in words.verbs and (key == lemma or particle is None):
        return Typed(event_of(words.verbs[lemma]), None, "verb")
    return None


def named_none(verb: "Token", article: Article, words: Lexicon) -> bool:
    """Say whether a frame says of a verb with these objects that it's no act: "gave its reasons"."""
    framed = _framed(verb, article, words, (phrase(verb, words), verb.lemma_.lower()))
    return framed is not None and framed.event == "no"


def _framed(
    verb: "Token", article: Article, words: Lexicon, names: tuple[str, str]
) -> Typed | None:
    """Return the type that the first fitting frame gives; ``no`` for no act at all."""
    things = list(_things(verb, words))
    for name in dict.fromkeys(names):
        for frame in words.frames.get(name, ()):
            fit = _fits(frame, verb, things, article)
            if fit is None:
                continue
            if frame.event == "light":
                break
            event = frame.event if frame.event == "no" else event_of(frame.event)
            if frame.infinitive and (verb.lemma_ in _RESOLVING or _commands(verb, article, words)):
                event = _resolved(verb, article, words) or event
            return Typed(event, fit, "frame")
    return None


def _things(verb: "Token", words: Lexicon) -> Iterator["Token"]:
    """Yield what a verb acts upon, with what there are dozens of: "dozens of rockets".

    A package of sanctions is the sanctions alone.
    """
    for each in clauses.objects(verb):
        lemma = each.lemma_.lower()
        several = list(clauses.prepositional(each, "of")) if lemma in _MEASURES else []
        deeds = [of for of in several if clauses.lemma(of) in words.nouns]
        if not (deeds and lemma == "package"):
            yield each
        yield from several


def _stopped(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Return the act of stopping another: "stopped shelling the town"."""
    inner = clauses.child(verb, "xcomp")
    if inner is None or inner.tag_ != "VBG":
        return None
    if inner.lemma_.lower() in words.classes["trading"]:
        return Typed("SANCTION", inner, "stopped")
    what = typed(inner, article, words)
    if what is None or what.event is None:
        return None
    turned = words.turned[verb.lemma_.lower()].get(what.event, what.event)
    return Typed(event_of(turned), inner, "stopped")


def _carried(verb: "Token", words: Lexicon, name: str) -> Typed | None:
    """Return the act that a light verb carries: "launched an attack"."""
    replying = verb.lemma_.lower() in _REPLYING
    things = clauses.prepositional(verb, "with", "by") if replying else clauses.objects(verb)
    noun = _act_noun(list(things), words)
    if noun is None:
        return None
    event = words.nouns[clauses.lemma(noun)]
    turned = event_of(words.turned.get(name, {}).get(event, event))
    return Typed(turned or likeliest_of(noun), noun, "light verb")


@cache
def _types() -> Mapping[str, str]:
    lists = table("acts")["otherwise_nouns"]
    return {word: event for event, text in lists.items() for word in text.split()}


def likeliest_of(noun: "Token") -> str | None:
    """Return the type that an act noun without one most likely has: "took measures"."""
    return _types().get(clauses.lemma(noun))


def event_of(name: str) -> str | None:
    """Return a type of the lexicon as a claim has it: None for "no type"."""
    return None if name == NO_TYPE else name


def _fits(frame: Frame, verb: "Token", things: list["Token"], article: Article) -> "Token | None":
    """Return the noun that makes a frame fit, or the verb where it asks for none."""
    fit: Token | None = verb
    if (frame.bare and things) or (frame.infinitive and not _to_do(verb)):
        return None
    if frame.subjects:
        who = next(clauses.objects(verb), None) if clauses.passive(verb) else clauses.subject(verb)
        if who is None or not _in(who, frame.subjects, article):
            return None
    if frame.objects:
        fit = next((each for each in things if _in(each, frame.objects, article)), None)
    if (
        fit is not None
        and frame.preps
        and not any(
            each.dep_ in {"prep", "prt", "advmod"} and each.lower_ in frame.preps
            for each in verb.children
        )
        and (not things or not frame.subjects)
    ):
        return None
    if (
        fit is not None
        and frame.behind
        and not any(
            _in(each, frame.behind, article)
            for each in verb.subtree
            if verb.i < each.i < verb.i + REACH
        )
    ):
        return None
    return fit


def _resolved(verb: "Token", article: Article, words: Lexicon) -> str | None:
    """Return the type of what somebody decides to do: "decided to expel them"."""
    inner = clauses.child(verb, "xcomp", "ccomp")
    if inner is None:
        return None
    what = typed(inner, article, words)
    return what.event if what is not None else likeliest(inner, words)


def _commands(verb: "Token", article: Article, words: Lexicon) -> bool:
    """Say whether somebody orders his own forces, which is his act: "ordered the fleet to sail"."""
    if verb.lemma_ not in _ORDERING:
        return False
    whom = clauses.child(verb, "nsubjpass") or clauses.child(verb, "dobj")
    inner = clauses.child(verb, "xcomp", "ccomp")
    if whom is None and inner is not None:
        whom = clauses.child(inner, "nsubj")
    if whom is None:
        return False
    theirs, who = article.actor_of(whom), clauses.subject(verb)
    own = who is None or clauses.passive(verb) or theirs in {None, article.actor_of(who)}
    return own and whom.lemma_.lower() in words.classes["force"]


def _to_do(verb: "Token") -> bool:
    """Say whether an infinitive with "to" hangs on a verb: "decided to go", "told them to go"."""
    return any(
        each.dep_ in {"xcomp", "ccomp", "advcl"}
        and each.i > verb.i
        and each.tag_ == "VB"
        and any(far.tag_ == "TO" for far in clauses.kids(each))
        for each in clauses.kids(verb)
    )


def _in(noun: "Token", listed: frozenset[str], article: Article) -> bool:
    if noun.lemma_.lower() in listed or noun.lower_ in listed or clauses.lemma(noun) in listed:
        return True
    if noun.pos_ == "PROPN" and any(  # "the carrier Enterprise"
        each.dep_ == "compound" and each.pos_ == "NOUN" and each.lemma_.lower() in listed
        for each in noun.children
    ):
        return True
    if "@place" in listed and noun.ent_type_ in {"GPE", "LOC", "FAC"}:
        return True
    if "@name" in listed and noun.pos_ == "PROPN":
        return True
    if "@person" in listed and noun.ent_type_ == "PERSON":
        return True
    return "@party" in listed and article.role_of(article.actor_of(noun)) == "party"


def _act_noun(things: list["Token"], words: Lexicon) -> "Token | None":
    for each in things:
        if clauses.lemma(each) in words.nouns and each.pos_ in {"NOUN", "PROPN"}:
            return each
        for of in clauses.prepositional(each, "of"):
            if clauses.lemma(of) in words.nouns and each.lemma_.lower() in {
                "series",
                "wave",
                "number",
                "round",
                "campaign",
                "spate",
                "string",
                "set",
                "course",
                "act",
                "kind",
                "type",
                "form",
                "package",
                "flurry",
            }:
                return of
    return None


def casualty(verb: "Token") -> bool:
    """Say whether a clause only counts the victims of another: ", killing twelve"."""
    if verb.lemma_ not in {
        "kill",
        "wound",
        "injure",
        "damage",
        "destroy",
        "hit",
        "target",
        "leave",
    }:
        return False
    who = clauses.child(verb, *clauses.SUBJECTS)
    if (who is not None and who.tag_ not in {"WDT", "WP"}) or verb.tag_ == "VB":
        return False
    return verb.dep_ in {"advcl", "relcl", "acl"} and not clauses.passive(verb)


def only_said(verb: "Token", words: Lexicon) -> bool:
    """Say whether a verb like "declare" or "concede" only reports what is said."""
    if verb.lemma_.lower() not in words.saying:
        return False
    told = [each for each in verb.children if each.dep_ in {"ccomp", "parataxis"}]
    if any(each.pos_ == "ADJ" for each in told):  # "declared it void"
        return False
    return not any(
        each.dep_ in {"dobj", "nsubjpass", "xcomp", "oprd"} for each in verb.children
    ) and (bool(told) or verb.dep_ in {"ccomp", "parataxis"})
