"""An option in words: a verb phrase from the report, or one made from its classes."""

import re
from collections.abc import Mapping, Sequence

from detente.draft.acts import Act, stance
from detente.draft.complete import (
    found_object,
    lacks_object,
    possessed,
    spelled_out,
    with_object,
)
from detente.draft.completed import completed
from detente.draft.cutting import MOST_WORDS
from detente.draft.lexicon import lemma, lexicon
from detente.draft.made import go_ahead, made
from detente.draft.mention import Mention
from detente.draft.objects import object_of
from detente.draft.phrases import phrase_of
from detente.draft.questions import the
from detente.draft.tails import trimmed
from detente.draft.vague import PARTICLES, PRONOUNS
from detente.read.claim import Actor

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
_NOTHING: Mapping[str, str] = {}


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
            not (_stands_for(phrase) or lacks_object(phrase)),
            "actor" not in one.claim.inferred or one.status == "demanded",
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
    phrase = max(found)[-1] if found else trimmed(go_ahead(act) or made(act))
    verb, _, thing = phrase.partition(" ")
    if owner is not None and thing == owner.name:
        phrase = verb  # nobody withdraws itself
    said = _done_to(phrase, act, names, texts)
    if owner is None or not owner.name:
        return said
    return re.sub(rf"\b(?:the )?{re.escape(owner.name)}['’]s\b", "its", said)


def _stands_for(phrase: str) -> bool:
    """Whether a verb is done to a pronoun alone: "release them"."""
    said = phrase.split()
    return len(said) > 1 and said[1] in PRONOUNS and all(one in PARTICLES for one in said[2:])


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
    phrase = completed(trimmed(phrase), one.claim, texts.get(one.claim.document, ""))
    if lacks_object(phrase) or phrase in _UPON:
        thing = found_object(phrase, one.claim, texts.get(one.claim.document, ""))
        phrase = with_object(phrase, possessed(thing, one.claim, owner)) if thing else phrase
    return phrase


def _done_to(phrase: str, act: Act, names: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """Name what a verb that stands alone is done to: whom, by its target, or what, by the text."""
    if _stands_for(phrase):
        verb = phrase.split(maxsplit=1)[0]
        thing = next(filter(None, (object_of(verb, one.claim, texts) for one in act.every)), "")
        return phrase.replace(phrase.split()[1], thing, 1) if thing else phrase
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
