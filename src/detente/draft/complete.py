"""A label as a whole verb phrase: no tail that hangs loose, no object lost, no stray pronoun.

The words of a clause are right in their clause and wrong under an act: "for most of
Monday", "with either of them", "and perhaps an attempt", "their" of one state. What the
clause has elsewhere is put in its place: the subject of a passive is what is done to, and
of two verbs that share an object ("hand over or throw out the man") each has it.
"""

import re
from collections.abc import Mapping

from detente.draft.cutting import PARTICLES
from detente.draft.lexicon import lemma, lexicon
from detente.read.claim import Actor, Claim

_HIS = re.compile(
    r"\b(?:his|her(?= (?!(?:from|to|in|on|at|for|with|by|into|as|out|up|down|back|and|or|the|an?)\b)\w))\b"
)
_OF_COUNTRY = re.compile(r"\b(?:its|their) (?:own )?(?:country|government|nation|state)['’]s\b")
_THEIR = re.compile(r"\btheir\b")
_YOU = re.compile(r"\b(?:you|us|me|we|I)\b")
_OUR = re.compile(r"\b(?:our|your|my)\b")
_BARE_OBJECT = re.compile(
    r"^(?P<verb>[\w-]+) (?P<whom>it|him|her)(?P<rest>(?: (?!up|down|out|off|back|over|in|away|through).*)?)$"
)
_UPON_A_PARTY = frozenset(
    [
        "attack",
        "strike",
        "invade",
        "bomb",
        "bombard",
        "shell",
        "hit",
        "blockade",
        "besiege",
        "punish",
        "arm",
        "supply",
        "lend",
        "give",
        "help",
        "support",
        "defend",
        "aid",
        "protect",
        "join",
        "deprive",
        "fight",
        "recognise",
        "recognize",
        "follow",
        "back",
        "crush",
        "destroy",
        "resist",
        "threaten",
        "sanction",
        "isolate",
        "starve",
        "fund",
        "finance",
        "train",
        "equip",
        "assist",
        "provoke",
        "confront",
    ]
)
_BEHIND = frozenset(
    {
        "from",
        "under",
        "by",
        "on",
        "at",
        "in",
        "to",
        "with",
        "for",
        "until",
        "over",
        "into",
        "across",
        "during",
    }
    | {
        "against",
        "along",
        "near",
        "off",
        "within",
        "without",
        "as",
        "beyond",
        "before",
        "after",
        "of",
    }
)
# "expel at least one officer", "ship over 200 tons": how many, and not where
_QUANTITY = re.compile(
    r"(?:at (?:least|most)|(?:as many|as much|as few) as|(?:over|under|up to|near|within) (?:\d|an?\b|one|two|three|half))\b"
)
_AUX = (
    r"(?:(?:must|should|would|will|could|can|may|might|shall|had better|has to|have to|had to|needs? to|is to|are to|was to|were to|not|never|also|first|then|soon|\w+ly)\s+)*"
    r"(?:be|is|are|was|were|been|being|get|gets|got)(?:\s+(?:have|has|had))?(?:\s+been)?\s+(?:(?:not|\w+ly|at once|being)\s+)*"
)
_LEAD_IN = re.compile(
    r"^.*\b(?:that|if|unless|until|once|when|while|whether|because|insist\w*|said|and that|which|who|where|so)\s+|^[“\"'(]+"
)
_PRONOUN = re.compile(
    r"^(?:it|they|he|she|we|you|this|that|these|those|which|who|there|one|some|nobody|nothing|none|most|many)\b",
    re.IGNORECASE,
)
_NOT_VERBS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "to", "not", "in", "on", "of", "that", "if"}
    | {
        "with",
        "for",
        "at",
        "by",
        "from",
        "would",
        "will",
        "could",
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
    }
)
_AUXILIARY = re.compile(
    r"(?:have|has|had|must|should|would|will|could|may|might|be|is|are|was|were|been)\b"
)
_CLAUSE_END = re.compile(r"[.,;:!?]\s|\bthat\s|\band\s|\bbut\s")
_BEFORE = 80
_FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|would|will|could|did|does)\b")
_SHARED = re.compile(
    r"^\s*,?\s*(?:and|or)\s+(?:to\s+|then\s+|even\s+)?(?P<verb>[a-z]+)\s+(?:(?P<particle>out|up|down|off|over|back|away|in)\s+)?"
    r"(?P<what>(?:(?:the|an?|its|their|his|all|every|any|these|those)\s+)?(?:[\w'’-]+\s+){0,4}?[\w'’-]+)"
    r"(?=\s*(?:[,.;:)]|$|\s(?:to|in|on|at|for|from|by|with|that|which|who|as|until|after|before|if|unless|when|while|under|against|into|over|within|was|were|is|are|had|has|would|will)\b))"
)
_MOST_SUBJECT = 6


def many(actor: Actor | None) -> bool:
    """Say whether an actor's name is a plural: the rebels, the Houthis."""
    if actor is None:
        return False
    if actor.kind in {"group", "people"}:
        return True
    last = actor.name.split()[-1].lower() if actor.name else ""
    singular = last.endswith(("as", "us", "ss"))
    return actor.kind == "armed_group" and last.endswith("s") and not singular


def possessed(phrase: str, claim: Claim, actor: Actor | None) -> str:
    """Return a phrase whose possessives fit its owner: "lay down its arms" of one state.

    "His" is the owner's where a person acts for it, and somebody else's where the clause
    names the state or its capital: "Doha closed his accounts".
    """
    said = _HIS.sub("the" if _of_another(claim, actor) else "its", phrase)
    found = _THEIR.search(said)
    if found and not many(actor) and not _plural_before(said[: found.start()]):
        said = f"{said[: found.start()]}its{said[found.end() :]}"
    return _OF_COUNTRY.sub("its", _OUR.sub("its", said))


def _plural_before(words: str) -> bool:
    """Whether a plural noun stands before "their", which may be whose it is."""
    return any(
        (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word == "and"
        for word in words.lower().split()[1:]
    )


def _of_another(claim: Claim, actor: Actor | None) -> bool:
    """Whether a clause's subject is the owner by its own name, of which nobody says "his"."""
    from detente.read.who.actors import gazetteer

    if actor is None:
        return False
    subject = re.match(r"(?:the\s+)?((?:[A-Z][\w.’'-]+\s?)+)", claim.quote, re.IGNORECASE)
    if subject is None:
        return False
    words = subject.group(1).split()
    table = gazetteer()
    for size in range(min(3, len(words)), 0, -1):
        forms = {form for who, form in table.named(" ".join(words[:size])) if who == actor.id}
        if forms:
            return bool(forms & {"name", "capital", "seat"})
    return actor.kind not in {"armed_group", "group", "people"} and words[0] == actor.name


def spelled_out(phrase: str, claim: Claim, names: Mapping[str, str]) -> str:
    """Return a phrase with a name for the pronoun that is its object: "attack it"."""
    whom = names.get(claim.target or "", "")
    if not whom or "target" in claim.inferred:
        return phrase
    if _YOU.search(phrase):
        return _YOU.sub(whom, phrase, count=1)
    found = _BARE_OBJECT.match(phrase)
    if found is None or found["verb"] not in _UPON_A_PARTY:
        return phrase
    return f"{found['verb']} {whom}{found['rest']}"


def lacks_object(phrase: str) -> bool:
    """Say whether a verb that is always done to something has nothing that it is done to.

    >>> lacks_object("hand over"), lacks_object("punish under the law"), lacks_object("annex")
    (True, True, True)
    >>> lacks_object("hand over the shah"), lacks_object("negotiate"), lacks_object("board one")
    (False, False, True)
    >>> lacks_object("seize one of the islands")
    False
    """
    said = phrase.lower().split()
    wants = lexicon().wants
    if not said:
        return False
    verb, rest = said[0], said[1:]
    if rest and f"{verb}_{rest[0]}" in wants:
        rest = rest[1:]
    elif verb not in wants or (rest and rest[0] in PARTICLES):
        return False
    if (
        rest
        and rest[0] in {"one", "any", "some"}
        and (len(rest) == 1 or rest[1] in _BEHIND - {"of"})
    ):
        return True
    return not rest or (rest[0] in _BEHIND and not _QUANTITY.match(" ".join(rest)))


def found_object(phrase: str, claim: Claim, text: str) -> str:
    """Return what a verb is done to by its clause: a passive's subject, or a shared object; else ""."""
    quote = claim.quote
    if _AUXILIARY.match(quote):  # its subject stands just before it
        clause = _CLAUSE_END.split(text[max(0, claim.start - _BEFORE) : claim.start])[-1]
        quote = f"{clause}{quote}".strip()
    return _subject(phrase, quote) or _shared(claim, text)


def with_object(phrase: str, thing: str) -> str:
    """Return a phrase with an object in its place: "punish under the law", the crew.

    >>> with_object("punish under the law", "the crew"), with_object("hand over", "the man")
    ('punish the crew under the law', 'hand over the man')
    """
    said = phrase.split()
    at = 1
    while at < len(said) and f"{said[0]}_{said[at]}" in lexicon().wants:
        at += 1
    rest = said[at:]
    if rest and rest[0] in {"one", "any", "some"}:
        rest = rest[1:]
    return " ".join([*said[:at], thing, *rest])


def _subject(phrase: str, quote: str) -> str:
    verb = re.escape(phrase.split(maxsplit=1)[0][:3])
    found = re.search(rf"^(?P<what>.+?)\s+{_AUX}(?P<verb>{verb}\w*)\b", quote)
    if found is None:
        return ""
    what = _LEAD_IN.sub("", found["what"]).strip(" ,“”\"'")
    what = what.rpartition(", ")[2] if ", " in what else what
    what = re.sub(r"\s+(?:then|also|only|now|still|already|soon)$", "", what)
    if _FINITE.search(what):  # "this was done the crew"
        what = (re.findall(r"\b(?:the|its|their|all|every|these|those) [^,]+?$", what) or [""])[-1]
    if not what or _PRONOUN.match(what) or len(what.split()) > _MOST_SUBJECT:
        return ""
    first = what.split()[0]
    lowered = first.lower() in {"the", "a", "an", "its", "their", "his", "all", "these", "those"}
    return f"{first.lower()}{what[len(first) :]}" if lowered else what


def _shared(claim: Claim, text: str) -> str:
    found = _SHARED.match(text[claim.end : claim.end + 120])
    if found is None or found["verb"] in _NOT_VERBS or found["verb"] == found["what"]:
        return ""
    what = found["what"].strip()
    first = what.split()[0]
    whole = first[0].isupper() or first.lower() in {
        "the",
        "a",
        "an",
        "its",
        "their",
        "all",
        "every",
    }
    return what if whole and lemma(found["verb"]) != lemma(first) else ""
