"""An option in words: a verb phrase from the report, or one made from its classes."""

import re
from collections.abc import Sequence

from detente.draft.acts import Act, stance
from detente.draft.lexicon import key_of, lemma, lexicon
from detente.draft.mentions import Mention
from detente.draft.questions import the

_MOST_WORDS = 9
_CUT = re.compile(
    r",(?!\d)|;|—|\(|[“”\"]| such as | including | if | unless | in response | after | before | due to "
    r"| because | for the first time| despite | as soon as | in exchange| in return | in order | so as "
    r"| until | while | when | which | that | who | where | without | rather than | as part of "
    r"| in defiance | in effect| with the aim | in the event "
)
_HEDGES = re.compile(
    r"\b(?:potential|potentially|possible|possibly|likely|reportedly|no|any) |^(?:its|their|his|her) "
)
_ARTICLES = frozenset({"a", "an", "the", "one", "another", "its", "their"})
_LINKING = frozenset(
    {"to", "in", "on", "for", "from", "against", "into", "at", "near", "by", "and"}
)
_DANGLING = _LINKING | _ARTICLES | {"of", "with", "or"}
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
_DEED_OF = re.compile(
    r"(?:(?:carry out|conduct|undertake|perform) )?(?:(?:the|an?|any|[\w-]+al|[\w-]+ive|full|quick|swift|early|new) ){0,2}"
    r"(?P<deed>[\w-]+(?:tion|sion|ment|al|ure|ery|ing|ade|ance|ion|ry)) of (?P<whom>.+)$"
)
_MOST_MODIFIERS = 4
_MASS = frozenset(
    {
        "support",
        "help",
        "aid",
        "assistance",
        "consent",
        "permission",
        "approval",
        "backing",
        "access",
    }
    | {
        "asylum",
        "recognition",
        "compensation",
        "war",
        "shelling",
        "bombing",
        "sabotage",
        "mediation",
    }
    | {
        "arbitration",
        "demilitarisation",
        "demilitarization",
        "notice",
        "reconnaissance",
        "censorship",
    }
)
_LOOSE = frozenset({"whose", "which", "whom", "what", "who"})
_UPON = frozenset(
    {"attack", "strike", "invade", "bomb", "bombard", "shell", "blockade", "sanction", "occupy"}
    | {"annex", "punish", "besiege"}
)
_PRONOUNS = frozenset({"it", "them", "him", "her"})
_PARTICLES = frozenset({"over", "up", "back", "down", "off", "out", "in", "away"})
_VERBS_LIKE_NOUNS = frozenset(
    {"implement", "cement", "supplement", "advance", "finance", "balance"}
)
_PLAIN = {"military": "intervene", "any": "respond", "": "act"}


def label(act: Act, called: Sequence[str] = (), upon: str = "") -> str:
    """Return an option's label, a verb phrase without its doer.

    Parameters
    ----------
    act : Act
        The option.
    called : sequence of str
        What its doer is called in the texts, longest first: left out of the words.
    upon : str
        The name of whom it is done to, for a verb of force that stands alone: "strike Iran".

    Notes
    -----
    The report's own words where they begin with a verb, the longest of at
    most nine words that has every mark of the act; else the verb and the
    object of its classes.
    """
    found = [
        (_apt(phrase, act), min(len(phrase.split()), _MOST_WORDS - 2), -one.place, phrase)
        for one in act.said
        if one.role in {"act", "reply", "effect", "forbidden"}
        if act.generic or not one.sense.generic
        for phrase in [_phrase(one, called)]
        if phrase and one.sense.marks >= act.marks and (" " in phrase or _apt(phrase, act))
    ]
    if found:
        return _upon(max(found)[3], act, upon)
    return _upon(_made(act), act, upon)


def _upon(phrase: str, act: Act, upon: str) -> str:
    """Name the target after a verb of force without an object."""
    if not upon or phrase not in _UPON or stance(act) == "for":
        return phrase
    return f"{phrase} {the(upon)}"


def _phrase(one: Mention, called: Sequence[str]) -> str:
    """Return the words of one mention as a verb phrase, else ""."""
    action = _without(one.claim.action or "", called)
    noun = one.claim.rule.startswith("noun")
    phrase = (_with_light(action) if noun else "") or _verb_phrase(action)
    if phrase or noun or one.claim.kind not in {"event", "option"}:
        return phrase
    head, _, rest = action.partition(" ")
    if not rest or not head.isalpha() or not head.islower() or lemma(head) in lexicon().spoken:
        return ""
    # the reader saw a verb with its object, whatever the word lists say
    return _cut_short(_HEDGES.sub("", _CUT.split(f"{action.strip()} ")[0]).split())


def _with_light(action: str) -> str:
    """Return "make a formal apology" for a noun that wants a verb, else ""."""
    text = _HEDGES.sub("", _CUT.split(f"{action.strip()} ")[0]).strip(" .")
    said = text.split()
    if said and said[0].lower() in {"the", "a", "an"}:
        said = said[1:]
    stop = next(
        (k for k, word in enumerate(said) if word.lower() in _LINKING | {"of", "with"}), len(said)
    )
    if not 0 < stop <= _MOST_MODIFIERS or _infinitive(said[0].lower()) in lexicon().kinds["light"]:
        return ""
    noun = said[stop - 1].lower()
    verb = lexicon().light_of.get(noun, "")
    if not verb or (stop == 1 and (lemma(noun) in _UPON or noun in lexicon().spoken)):
        return ""
    if _of(text) or (stop > 1 and said[0] in lexicon().verbs):
        return ""
    single = not noun.endswith("s") and noun not in _MASS
    article = ["an" if said[0][0].lower() in "aeiou" else "a"] if single else []
    return _cut_short([*verb.split(), *article, *said])


def _of(text: str) -> str:
    """Return "the evacuation of every disputed place" as "evacuate every disputed place", else ""."""
    found = _DEED_OF.match(text)
    if found is None:
        return ""
    verb = lexicon().verbs.get(lemma(found["deed"].lower()), "")
    return f"{verb} {found['whom']}" if verb and verb not in lexicon().kinds["speech"] else ""


def _cut_short(said: list[str]) -> str:
    """Return at most nine words that end where a phrase may end."""
    said = ["its" if word in {"his", "her"} and k else word for k, word in enumerate(said)]
    if len(said) > _MOST_WORDS:
        said = said[:_MOST_WORDS]
        links = [k for k, word in enumerate(said) if word.lower() in _LINKING and k > 1]
        said = said[: links[-1]] if links else said
    while said and said[-1].lower() in _DANGLING:
        said = said[:-1]
    if _LOOSE & {word.lower() for word in said}:
        return ""  # whose, which, or nobody's: "sack whose head"
    if len(said) == 3 and said[2].lower() in _PRONOUNS and said[1] in _PARTICLES:  # noqa: PLR2004 - verb, particle, pronoun
        said = [said[0], said[2], said[1]]
    return " ".join(_plural(said)) if len(said) > 1 else ""


def _apt(phrase: str, act: Act) -> bool:
    """Whether a phrase begins with a verb of the act's own class."""
    return lexicon().verbs.get(lemma(phrase.split(maxsplit=1)[0])) == act.verb


def _without(action: str, called: Sequence[str]) -> str:
    """Return the words without the doer's own name: "deploy North Korean troops"."""
    for name in called:
        if name.islower():  # "the minister" is no name: "send its foreign minister"
            continue
        action = re.sub(rf"\b{re.escape(name)}(?:['’]s)?\s+(?=\w)", "", action)
    return action


def _verb_phrase(action: str) -> str:
    """Return words that begin with a verb, that verb in its plain form, else ""."""
    text = _HEDGES.sub("", _CUT.split(f"{action.strip()} ")[0].replace(" - ", "-").strip(" ."))
    text = _of(text) or text
    head, _, rest = text.partition(" ")
    head = head.lower()
    if not head:
        return ""
    table, form = lexicon(), _infinitive(head)
    acts = form in table.verbs or form in table.kinds["light"] or form in table.kinds["undo"]
    if form in table.kinds["deny"]:
        return ""
    unknown = action[0].islower() and head not in table.forms and form == head
    if not rest and head in table.verbs and head not in table.spoken and not _noun(head, "to"):
        return head if form == head else ""
    bare = set(rest.lower().split()) <= set(table.marks) | table.kinds["modifiers"]
    if not rest or bare or not (acts or unknown) or form in table.spoken or _noun(head, rest):
        return ""
    return _cut_short([form.replace("_", " "), *rest.split()])


def _plural(said: list[str]) -> list[str]:
    """Put a bare singular that the reader took from a noun ("deploy troop") into the plural."""
    table = lexicon()
    for k, word in enumerate(said[1:], start=1):
        things = table.objects.get(word, "")
        follows = said[k + 1].lower() if k + 1 < len(said) else "to"
        if things == f"{word}s" and said[k - 1] not in _ARTICLES and follows in _LINKING:
            return [*said[:k], things, *said[k + 1 :]]
    return said


def _infinitive(head: str) -> str:
    """Return the plain form of a verb: "fighting" is a form of "fight"."""
    form = lemma(head)
    if form.endswith("ing"):
        stem = form.removesuffix("ing")
        plain = (one for one in (stem, f"{stem}e", stem[:-1]) if one in lexicon().verbs)
        return next(plain, form)
    return form


def _noun(head: str, rest: str) -> bool:
    """Whether a word that may be either is a noun here: "attack on", "deployment of"."""
    after = rest.split(maxsplit=1)[0].lower()
    noun = head.endswith(("tion", "ment", "ness", "ance")) and head not in _VERBS_LIKE_NOUNS
    return noun or (
        after in {"of", "on", "against", "by", "from", "for"} and not head.endswith("ing")
    )


def _made(act: Act) -> str:
    """Return a verb phrase made of the act's classes."""
    table = lexicon()
    words = [word for one in act.said for word in one.sense.words]
    marks = [mark.replace("_", "-") for mark in sorted(act.marks)]
    thing = act.thing.replace("_", " ")
    verb = _written(act.verb, words)
    if act.undo:
        ends = [word for word in words if word in table.kinds["undo"]]
        plain = _UNDONE.get(ends[0], ends[0]).replace("_", " ") if ends else "end"
        return " ".join([plain, *marks, thing or _NOUNS.get(act.verb, verb)]).strip()
    if act.generic or not (verb or thing):
        return _named_by_kind(act, words)
    if thing or not (marks or _spoken(words)):
        return " ".join(word for word in (verb or "deploy", *marks, thing) if word)
    return _carried_out(act.verb, marks) or _spoken(words) or " ".join([verb, *marks])


def _spoken(words: Sequence[str]) -> str:
    """Return the verb phrase of the first noun that has one: "landing", land troops."""
    return next((lexicon().spoken[word] for word in words if word in lexicon().spoken), "")


def _named_by_kind(act: Act, words: Sequence[str]) -> str:
    if act.generic == "any" and words:
        return (
            f"{words[0].replace('_', ' ')} {(act.target or '').replace('_', ' ').title()}".strip()
        )
    return _spoken(words) or _PLAIN[act.generic]


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
