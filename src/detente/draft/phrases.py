"""The report's own words for an act as a verb phrase: "make a formal apology"."""

import re
from collections.abc import Sequence

from detente.draft.cutting import ARTICLES, LINKING, PARTICLES, cut_short
from detente.draft.lexicon import lemma, lexicon
from detente.draft.mention import Mention
from detente.draft.objects import uncapitalised, with_particle

_CUT = re.compile(
    r",(?!\d)|;|—|\(|[“”\"]| such as | including | if | unless | in response | after | before | due to "
    r"| because | for the first time| despite | as soon as | in exchange| in return | in order | so as "
    r"| until | while | when | which | that | who | where | without | rather than | but no[tr]? | as part of "
    r"| under pressure | as parts? of | according to | in defiance | in effect| with the aim | in the event "
)
# a word or four in quotation marks: "an “energy league”"
_QUOTED = re.compile(r"[“\"]((?:[\w'’-]+ ){0,3}[\w'’-]+)(?:[”\"]|($))")
_HEDGES = re.compile(
    r"\b(?:potential|potentially|possible|possibly|likely|reportedly|no) |^(?:its|their|his|her) "
)
_DEED_OF = re.compile(
    r"(?:(?:carry out|conduct|undertake|perform) )?(?:(?:the|an?|any|[\w-]+al|[\w-]+ive|full|quick|swift|early|new) ){0,2}"
    r"(?P<deed>return|surrender|transfer|release|dispatch|sale|supply|freeze|entry|[\w-]+(?:tion|sion|ment|al|ure|ery|ing|ade|ance|ion|ry)) of (?P<whom>.+)$"
)
_DEED_ON = re.compile(
    r"(?:(?:the|an?|any|further|another|some|more|such) )?(?:[\w-]+ )?(?P<deed>[a-z]+) "
    r"(?P<prep>of|in|into|to|on|across|with) (?P<whom>.+)$"
)
_END_TO = re.compile(r"^(?:an? |the )?(?:[a-z]+ )?(end|halt|stop) to (?=\w)")
_DONE_DIRECTLY = frozenset({"change", "adjust", "increase", "reduce", "extend", "cut"})
_DONE_IN = frozenset({"interfere", "infiltrate", "transit", "cross"})
# "recrosses" and "clashes" with one letter too many left
_SPELT = re.compile(r"^(\w+(?:ss|sh|ch|zz|x))e(?=\s|$)(?<!ache)(?<!axe)")
_CARRIES = re.compile(r"(?P<does>carry out|impose|launch|hold|set up|sign) (?P<what>\S.*)$")
_DETERMINED = frozenset(
    {"its", "their", "no", "more", "every", "all", "some", "each", "any", "both"}
)
_DEEDS = frozenset({"return", "surrender", "transfer", "release", "supply", "freeze"})
_NOT_BEHIND = "".join(
    f"(?<!{word} )" for word in ("of", "to", "from", "with", "on", "against", "in")
)
# in the middle of a name: "the South China Sea", "the new National Guard"
_NO_NAME = r"(?<![A-Z]\w )(?<![A-Z]\w\w )(?<![A-Z]\w{3} )(?<![A-Z]\w{4} )(?<![A-Z]\w{5} )(?<![A-Z]\w{6} )(?<![A-Z]\w{7} )"
# an article whose word was left out: "a (German) attack"
_A_VOWEL = re.compile(r"\ba(?=\s+(?!uni|use|usu|eu|one)[aeiou])")
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
        "reparation",
        "encouragement",
        "relief",
        "independence",
        "protection",
        "infiltration",
        "passage",
        "equipment",
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
_UPON = frozenset(
    {"attack", "strike", "invade", "bomb", "bombard", "shell", "blockade", "sanction", "occupy"}
    | {"annex", "punish", "besiege"}
)
_VERBS_LIKE_NOUNS = frozenset(
    {"implement", "cement", "supplement", "advance", "finance", "balance"}
)


def _without_no(action: str) -> str:
    """Return "make a settlement" for "make no settlement", "give weapons" for "give no weapons"."""
    verb, no, rest = action.partition(" no ")
    if not no or " " in verb:
        return action
    said = rest.split()
    stop = next((k for k, w in enumerate(said) if w in LINKING | {"of", "with"}), len(said))
    noun = said[stop - 1].lower() if stop else ""
    return " ".join([verb, *(_article(said, noun) if noun else []), *said])


def phrase_of(one: Mention, called: Sequence[str]) -> str:
    """Return the words of one mention as a verb phrase, else ""."""
    claim = one.claim
    action = _QUOTED.sub(r"\1\2", claim.action or "")
    phrase = _worded(one, _without_no(_without(action, called)))
    for name in called:
        phrase = re.sub(rf" (?:from|by) (?:the )?{re.escape(name)}$", "", phrase)
    return _carried(uncapitalised(with_particle(phrase, claim.quote), claim.quote, called))


def _carried(phrase: str) -> str:
    """Return "carry out air strike" as "carry out an air strike", and an embargo as imposed."""
    found = _CARRIES.match(phrase)
    if found is None:
        return phrase
    said = found["what"].split()
    if said[0] in PARTICLES:  # "hold up the treaty"
        return phrase
    stop = next((k for k, word in enumerate(said) if word in LINKING | {"of", "with"}), len(said))
    noun = said[stop - 1].lower() if stop else ""
    if noun not in lexicon().light_of or said[0] in ARTICLES or any(w.isdigit() for w in said):
        return phrase
    verb = lexicon().light_of[noun] if found["does"] == "carry out" else found["does"]
    return " ".join([verb, *_article(said, noun), *said])


def _article(said: Sequence[str], noun: str) -> list[str]:
    """Return "a", "an" or nothing, as the words for a thing want it."""
    if noun.endswith("s") or noun in _MASS or said[0].lower() in _DETERMINED:
        return []
    return ["an" if said[0][0].lower() in "aeiou" else "a"]


def _worded(one: Mention, action: str) -> str:
    action = _SPELT.sub(r"\1", action)
    noun = one.claim.rule.startswith("noun")
    phrase = (_with_light(action, one.claim.quote) if noun else "") or _verb_phrase(
        action, noun=noun or one.claim.kind == "red_line"
    )
    if phrase or noun or one.claim.kind not in {"event", "option"}:
        return phrase
    head, _, rest = action.partition(" ")
    if not rest or not head.isalpha() or not head.islower() or lemma(head) in lexicon().spoken:
        return ""
    # the reader saw a verb with its object, whatever the word lists say
    if head.endswith("ed") and lemma(head) != head:
        action = f"{lemma(head)} {rest}"  # "proposed new sanctions", of a passive
    return cut_short(_HEDGES.sub("", _CUT.split(f"{action.strip()} ")[0]).split())


def _with_light(action: str, quote: str) -> str:
    """Return "make a formal apology" for a noun that wants a verb, else ""."""
    text = _HEDGES.sub("", _CUT.split(f"{action.strip()} ")[0]).strip(" .")
    said = text.split()
    if said and said[0].lower() in {"the", "a", "an"}:
        said = said[1:]
    stop = next(
        (k for k, word in enumerate(said) if word.lower() in LINKING | {"of", "with"}), len(said)
    )
    if not 0 < stop <= _MOST_MODIFIERS or infinitive(said[0].lower()) in lexicon().kinds["light"]:
        return ""
    noun = said[stop - 1].lower()
    verb = lexicon().light_of.get(noun, "")
    if not verb or (stop == 1 and (lemma(noun) in _UPON or noun in lexicon().spoken)):
        return ""
    deed_of = said[stop : stop + 1] == ["of"] and _of(text)
    does = said[0] in lexicon().verbs.keys() | lexicon().kinds["undo"]
    named = f"{said[0]} {said[1]}" in quote if stop > 1 else False  # "export credits", a noun
    if deed_of or (stop > 1 and does and not named):
        return ""
    return cut_short([*verb.split(), *_article(said, noun), *said])


def _of(text: str) -> str:
    """Return "the evacuation of every disputed place" as "evacuate every disputed place", else ""."""
    found = _DEED_OF.match(text)
    if found is None:
        return _deed(text)
    deed = found["deed"].lower()
    if (deed in lexicon().light_of and found["whom"][:1].isdigit()) or found["whom"].startswith(
        "about "
    ):
        return f"pay {text}"
    verb = deed if deed in _DEEDS else lexicon().verbs.get(lemma(deed), "")
    if not verb:
        return _deed(text)
    return f"{verb} {found['whom']}" if verb not in lexicon().kinds["speech"] else ""


def _deed(text: str) -> str:
    """Return a noun of a deed and its object as a verb: "any change in the border", change it."""
    found = _DEED_ON.match(text)
    verb = lexicon().deeds.get(found["deed"].lower(), "") if found else ""
    if not verb or found is None:
        return ""
    if found["prep"] == "of" or verb in _DONE_DIRECTLY:
        return f"{verb} {found['whom']}"
    return f"{verb} {found['prep']} {found['whom']}" if verb in _DONE_IN else ""


def _without(action: str, called: Sequence[str]) -> str:
    """Return the words without the doer's own name: "deploy North Korean troops"."""
    for name in called:
        if name.islower():  # "the minister" is no name: "send its foreign minister"
            continue
        action = re.sub(
            rf"{_NOT_BEHIND}{_NO_NAME}\b{re.escape(name)}(?:['’]s)?\s+(?!and\b|or\b)(?=\w)",
            "",
            action,
        )
    return _A_VOWEL.sub("an", action)


def _verb_phrase(action: str, *, noun: bool = False) -> str:
    """Return words that begin with a verb, that verb in its plain form, else ""."""
    text = _HEDGES.sub("", _CUT.split(f"{action.strip()} ")[0].replace(" - ", "-").strip(" ."))
    text = _END_TO.sub(r"\1 ", text)
    deed = _of(text)
    if deed.partition(" ")[0] in lexicon().deeds.values():
        return cut_short(deed.split())
    head, _, rest = (deed or text).partition(" ")
    head = head.lower()
    if not head:
        return ""
    table, form = lexicon(), infinitive(head)
    acts = form in table.verbs or form in table.kinds["light"] or form in table.kinds["undo"]
    if form in table.kinds["deny"]:
        return ""
    unknown = not noun and action[0].islower() and head not in table.forms and form == head
    if not rest and head in table.verbs and head not in table.spoken and not _noun(head, "to"):
        return head if form == head else ""
    bare = set(rest.lower().split()) <= set(table.marks) | table.kinds["modifiers"]
    if not rest or bare or not (acts or unknown) or form in table.spoken or _noun(head, rest):
        return ""
    return cut_short([form.replace("_", " "), *rest.split()])


def infinitive(head: str) -> str:
    """Return the plain form of a verb: "fighting" is a form of "fight"."""
    form = lemma(head)
    if form.endswith("ing"):
        bare = form.removesuffix("ing")
        plain = (one for one in (bare, f"{bare}e", bare[:-1]) if one in lexicon().verbs)
        return next(plain, form)
    return form


def _noun(head: str, rest: str) -> bool:
    """Whether a word that may be either is a noun here: "attack on", "deployment of"."""
    after = rest.split(maxsplit=1)[0].lower()
    noun = head.endswith(("tion", "ment", "ness", "ance")) and head not in _VERBS_LIKE_NOUNS
    return noun or (
        after in {"of", "on", "against", "by", "from", "for"} and not head.endswith("ing")
    )
