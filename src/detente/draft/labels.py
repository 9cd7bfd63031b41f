"""An option in words: a verb phrase from the report, or one made from its classes."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from detente.draft.acts import Act, stance
from detente.draft.complete import (
    found_object,
    lacks_object,
    possessed,
    spelled_out,
    with_object,
)
from detente.draft.lexicon import key_of, lemma, lexicon
from detente.draft.mention import Mention
from detente.draft.objects import object_of
from detente.draft.phrases import MOST_WORDS, cut_short, phrase_of
from detente.draft.questions import the
from detente.draft.tails import trimmed
from detente.read.claim import Actor

_UNDONE = {"withdrawal": "withdraw", "removal": "remove", "suspension": "suspend", "relief": "ease"}
_NOUNS = {
    "attack": "attack",
    "strike": "strike",
    "invade": "invasion",
    "exercise": "exercise",
    "blockade": "blockade",
    "sanction": "sanctions",
    "retaliate": "reprisal",
    "war": "war",
    "negotiate": "talks",
    "agree": "agreement",
    "occupy": "occupation",
}
_DOES = {
    "sanction": "impose",
    "blockade": "impose",
    "exercise": "hold",
    "negotiate": "hold",
    "war": "wage",
    "agree": "reach",
}
_UPON = frozenset(
    {"attack", "strike", "invade", "bomb", "bombard", "shell", "blockade", "sanction", "occupy"}
    | {"annex", "punish", "besiege", "recognise", "recognize", "fight", "board", "destroy", "crush"}
)
_WITH_WHOM = {
    "negotiate": "with",
    "retaliate": "against",
    "intervene": "against",
    "mobilise": "against",
}
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "any", "no", "some", "all"})
_ONE_OF_A_KIND = frozenset({"border", "strait", "territory", "base", "dam", "airspace"})
_PRONOUNS = frozenset({"it", "them", "him", "her", "this", "that", "us", "themselves"})
_PARTICLES = frozenset({"over", "up", "back", "down", "off", "out", "in", "away", "through"})
_POINTING = frozenset({"this", "that", "these", "those"})
_ADDRESSED = re.compile(r"\b(?:you|us|me|we)\b")
_DEED = re.compile(
    r"(?:that )?(?P<deed>(?:[\w-]+ ){0,2}[\w-]+(?:tion|sion|ment)\b.*?)(?= (?:would|will|could|may|might|shall) |$)"
)
_NOTHING: Mapping[str, str] = {}
_TOWARDS = {
    "act": "act against",
    "action": "act against",
    "move": "move against",
    "step": "act against",
    "measure": "act against",
    "response": "respond to",
    "respond": "respond to",
    "reaction": "react to",
    "react": "react to",
}
_SMALL = frozenset({"of", "the", "and", "for", "in"})
_PLAIN = {"military": "intervene", "any": "respond", "": "act"}


def label(
    act: Act,
    called: Sequence[str] = (),
    names: Mapping[str, str] = _NOTHING,
    texts: Mapping[str, str] = _NOTHING,
    owner: Actor | None = None,
) -> str:
    """Return an option's label, a verb phrase without its doer.

    Parameters
    ----------
    act : Act
        The option.
    called : sequence of str
        What its doer is called in the texts, longest first: left out of the words.
    names : mapping of str to str
        The parties' names by id, for a verb of force that stands alone: "strike Iran".
    texts : mapping of str to str
        The texts by document, for the object of a verb that stands alone: "close the base".
    owner : Actor, optional
        Its doer, for "its" and "their".

    Notes
    -----
    The report's own words where they begin with a verb, the longest of at
    most nine words that has every mark of the act; else the verb and the
    object of its classes.
    """
    found = [
        (
            "actor" not in one.claim.inferred,
            not lacks_object(phrase),
            _apt(phrase, act),
            min(len(phrase.split()), MOST_WORDS - 2),
            -one.place,
            phrase,
        )
        for one in act.said
        if one.role in {"act", "reply", "effect", "forbidden"}
        if act.generic or not one.sense.generic
        for phrase in [_whole(phrase_of(one, called), one, names, texts, owner)]
        if phrase and one.sense.marks >= act.marks and (" " in phrase or _apt(phrase, act))
    ]
    phrase = max(found)[-1] if found else trimmed(_go_ahead(act) or _made(act))
    return _done_to(phrase, act, names, texts)


def _whole(
    phrase: str,
    one: Mention,
    names: Mapping[str, str],
    texts: Mapping[str, str],
    owner: Actor | None,
) -> str:
    """Return a mention's phrase with its pronouns, its object and its end put right."""
    if not phrase:
        return ""
    phrase = possessed(spelled_out(phrase, one.claim, names), one.claim, owner)
    phrase = trimmed(phrase)
    if lacks_object(phrase) or phrase in _UPON:
        thing = found_object(phrase, one.claim, texts.get(one.claim.document, ""))
        phrase = with_object(phrase, possessed(thing, one.claim, owner)) if thing else phrase
    return phrase


def vague(words: str) -> bool:
    """Whether a label doesn't say what is done: a bare verb that wants an object, or "accept it".

    >>> vague("agree"), vague("take it back"), vague("retaliate"), vague("agree to a truce")
    (True, True, False, False)
    """
    said = words.split()
    alone = lexicon().kinds["alone"]
    if "_".join(said) in alone or said[0] in alone:
        return False
    left = [word for word in said[1:] if word not in _PARTICLES and word not in _PRONOUNS]
    if _POINTING & {*said[1:2], *said[1:][-1:]} or (said[0] == "go" and said[1:2] == ["all"]):
        return True
    if said[0] == "be" or lacks_object(words) or _ADDRESSED.search(words):
        return True
    return left in ([], ["from"], ["on"], ["with"])


def _done_to(phrase: str, act: Act, names: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """Name what a verb that stands alone is done to: whom, by its target, or what, by the text."""
    if " " in phrase and not lacks_object(phrase):
        return phrase
    if phrase == "fire":
        return "open fire"
    alone = phrase in lexicon().kinds["alone"]
    things = (
        object_of(phrase.split(maxsplit=1)[0], one.claim, texts) for one in act.every if not alone
    )
    thing = next(filter(None, things), "")
    if thing:
        return with_object(phrase, thing)
    return phrase if " " in phrase else f"{phrase} {_upon(phrase, act, names)}".strip()


def _upon(verb: str, act: Act, names: Mapping[str, str]) -> str:
    """Return upon or with whom a verb is done, as its phrase has it: "Iran", "with Iran"; else ""."""
    upon, aim = names.get(act.target or "", ""), names.get(act.aim or "", "")
    if upon and verb in _UPON and stance(act) != "for":
        return the(upon)
    return f"{_WITH_WHOM[verb]} {the(aim)}" if aim and verb in _WITH_WHOM else ""


def _apt(phrase: str, act: Act) -> bool:
    """Whether a phrase begins with a verb of the act's own class, or one that carries its noun."""
    table, said = lexicon(), phrase.split()
    first = lemma(said[0])
    if table.verbs.get(first) == act.verb:
        return True
    carries = first in table.kinds["light"] and any(
        phrase.startswith(f"{verb} ") for verb in table.light_of.values()
    )
    return carries and any(table.verbs.get(lemma(word)) == act.verb for word in said[1:])


def _go_ahead(act: Act) -> str:
    """Return "go ahead with power cuts" for a noun that no verb is known for."""
    if act.verb in lexicon().verbs.values() or act.generic or act.undo:
        return ""
    nouns = []
    for one in act.said:
        words = (one.claim.action or "").strip(" .")
        deed = _DEED.match(words)
        if not one.sense.generic and (deed or one.claim.rule.startswith("noun")):
            nouns.append(deed["deed"] if deed else words)
    said = max(nouns, key=len, default="").split()
    if "of" in said[1:] and said[0][0].islower() and not said[said.index("of") - 1].endswith("s"):
        said = ["the", *said] if said[0] not in _DETERMINERS else said
    words = cut_short(["with", *said])
    return f"go ahead {words}" if words else ""


def _made(act: Act) -> str:
    """Return a verb phrase made of the act's classes."""
    table = lexicon()
    words = [word for one in act.said for word in one.sense.words]
    marks = [mark.replace("_", "-") for mark in sorted(act.marks)]
    thing = _whole_word(act.thing, words).replace("_", " ")
    verb = _written(act.verb, words)
    if act.undo:
        ends = [word for word in words if word in table.kinds["undo"]]
        plain = _UNDONE.get(ends[0], ends[0]).replace("_", " ") if ends else "end"
        return " ".join([plain, *marks, thing or _NOUNS.get(act.verb, verb)]).strip()
    if act.generic or not (verb or thing):
        return _named_by_kind(act, words)
    if all(one.role == "forbidden" for one in act.said) and act.thing not in _objects():
        thing = ""
    if thing or not (marks or _spoken(words)):
        the_one = "the" if act.thing in _ONE_OF_A_KIND and not marks else ""
        return " ".join(word for word in (verb or "deploy", the_one, *marks, thing) if word)
    return _carried_out(act.verb, marks) or _spoken(words) or " ".join([verb, *marks])


def _whole_word(key: str, words: Sequence[str]) -> str:
    """Return the word that a key was cut from: "exchange", of "exchang"."""
    if key in _objects():
        return key
    return max((word for word in words if key_of(word) == key), key=len, default=key)


@cache
def _objects() -> frozenset[str]:
    return frozenset(lexicon().objects.values())


def _spoken(words: Sequence[str]) -> str:
    """Return the verb phrase of the first noun that has one: "landing", land troops."""
    return next((lexicon().spoken[word] for word in words if word in lexicon().spoken), "")


def _named_by_kind(act: Act, words: Sequence[str]) -> str:
    if act.generic == "any" and words:
        towards = _TOWARDS.get(words[0], words[0].replace("_", " "))
        return f"{towards} {the(_titled(act.target or ''))}".strip()
    return _spoken(words) or _PLAIN[act.generic]


def _titled(party: str) -> str:
    """Return the name that an id was made of, as far as it tells: "Republic of the Congo"."""
    words = party.split("_")
    return " ".join(one if one in _SMALL else one.capitalize() for one in words)


def _carried_out(verb: str, marks: Sequence[str]) -> str:
    """Return "carry out a ground invasion", "carry out more strikes"; "" without marks."""
    if not marks or verb not in _NOUNS:
        return ""
    kinds = [mark for mark in marks if mark != "more"]
    does = _DOES.get(verb, "carry out")
    if len(kinds) < len(marks):
        return " ".join([does, "more", *kinds, f"{_NOUNS[verb].removesuffix('s')}s"])
    return " ".join([does, "an" if kinds[0][0] in "aeiou" else "a", *kinds, _NOUNS[verb]])


def _written(verb: str, words: Sequence[str]) -> str:
    """Return a verb as it is written: of its class, or as the report has it."""
    said = [word for word in words if key_of(word) == verb]
    plain = verb if verb in lexicon().verbs.values() or not said else max(said, key=len)
    plain = lexicon().spoken.get(plain, plain)
    return plain.replace("_", " ")
