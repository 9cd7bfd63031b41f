"""An option in words that the report hasn't: a verb phrase made from the classes of the act."""

import re
from collections.abc import Sequence
from functools import cache

from detente.draft.acts import Act
from detente.draft.cutting import cut_short
from detente.draft.lexicon import key_of, lexicon
from detente.draft.questions import the

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
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "any", "no", "some", "all"})
_ONE_OF_A_KIND = frozenset({"border", "strait", "territory", "base", "dam", "airspace"})
_DEED = re.compile(
    r"(?:that )?(?P<deed>(?:[\w-]+ ){0,2}[\w-]+(?:tion|sion|ment)\b.*?)(?= (?:would|will|could|may|might|shall) |$)"
)
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


def go_ahead(act: Act) -> str:
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


def made(act: Act) -> str:
    """Return a verb phrase made of the act's classes."""
    table = lexicon()
    words = [word for one in act.said for word in one.sense.words]
    marks = [mark.replace("_", "-") for mark in sorted(act.marks)]
    thing = _as_written(_whole_word(act.thing, words), act).replace("_", " ")
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


def _as_written(word: str, act: Act) -> str:
    """Return a word that is no class with the capital that the report gives it: "Anatolia"."""
    if word in _objects():
        return word
    said = (one for mention in act.said for one in (mention.claim.action or "").split())
    return next((one for one in said if one.lower() == word), word)


@cache
def _objects() -> frozenset[str]:
    return frozenset(lexicon().objects.values())


def _spoken(words: Sequence[str]) -> str:
    """Return the verb phrase of the first noun that has one: "landing", land troops."""
    return next((lexicon().spoken[word] for word in words if word in lexicon().spoken), "")


def _named_by_kind(act: Act, words: Sequence[str]) -> str:
    if act.generic == "any" and words:
        kind = next((word for word in words if word in lexicon().generic), words[0])
        towards = _TOWARDS.get(kind.removesuffix("s"), kind.replace("_", " "))
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
