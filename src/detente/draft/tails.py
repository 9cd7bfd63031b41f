"""Tails that hang loose at the end of a verb phrase, and articles that fit its words.

When, for how long, on what terms, with whom that nobody names, half a pair: right in a
clause, and no part of what an option is called.
"""

import re

_NUMBER = r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several|some|many|a few|a couple of)"
_UNIT = r"(?:hour|day|night|week|weekend|fortnight|month|year|decade|generation|minute)s?"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
_TAILS = tuple(
    re.compile(rf"\s+(?:{one})$", re.IGNORECASE)
    for one in (
        # when, and for how long
        r"for (?:most|much|the (?:better part|rest|whole|first time|duration|remainder)|part|all) of .*|for the (?:duration|moment|present|time being|first time)",
        rf"for (?:now|good|long|ever|life|a (?:long |short )?(?:time|while))|for (?:up to |at least |more than |another )?{_NUMBER} (?:more |full |long )?{_UNIT}",
        rf"{_NUMBER} {_UNIT} (?:earlier|later|ago|before|after|long)|(?:with)?in {_NUMBER} {_UNIT}(?: or {_NUMBER})?|in (?:time|due course|the (?:meantime|meanwhile|end|long run|event.*|same hour|night))",
        r"at (?:once|night|dawn|dusk|any (?:time|moment)|the (?:same time|moment|earliest.*|latest.*|weekend|last (?:moment|minute)))",
        r"immediately|tomorrow|today|yesterday|tonight|overnight|soon|again|only|eventually|shortly|later|now|already|first|instead|altogether|accordingly|once|early|as well|too|otherwise|likewise|outright",
        rf"(?:on|by|from|in|since|until|till|before|after|over|during) (?:the |next |last |this |early |late |mid-?|about |\d+ )*(?:{_DAY}|weekend|spring|summer|autumn|winter|morning|afternoon|evening)(?: \d+)?(?:,? \d{{4}})?",
        rf"(?:next|last|this|every|each) (?:{_UNIT}|{_DAY}|spring|summer|autumn|winter)|the (?:day|moment|minute|week|year|instant)(?: .*)?",
        r"(?:in|by|since|from|until) (?:the )?(?:(?:late|early|mid-?) ?)?\d{4}s?|by \d+ \w+|a (?:month|week|year|day) (?:later|earlier|before|afterwards)|once and for all",
        # in what manner, on what terms
        r"on (?:the )?(?:condition|understanding|assumption|terms?|pretext|ground|grounds)(?: of)?|under (?:the )?(?:law|circumstances|eyes)|if need be|by (?:every|all|any) means?|for show|as a last resort|in principle|by way of .*|step by step",
        r"provided(?: that)?|unless|if|as long|as soon|whether",
        r"any (?:more|longer|further)|no longer|under (?:any|no|the present) circumstances|at (?:any price|all)|in (?:reply|protest|answer|turn)",
        # nobody, or anybody
        r"(?:with|to|on|for|of|against|from|between|by|at) (?:either|both|each|one|neither|any|all|none|some)(?: of (?:them|these|those|the two|us|whom))?|(?:with|to|on|for|against|from|by) (?:each other|one another|the (?:other|latter|former)|others?|themselves|itself)",
        r"(?:of )?(?:its|their) own",
        r"(?:in|on|at|to|for|with|from|by) (?:not|neither) .*|not .*",
        r"by \w+ing",
        r"(?:against|with|on|at) (?:each other|one another)(?: .*)?",
        r"(?:unacceptable|intolerable|impossible|absurd|unnecessary)",
        # half a pair
        r"(?:and|or|but|nor) (?:perhaps|possibly|maybe|even|probably|presumably|then|so|also|not|if|nothing|later)\b.*|but .*|and|or|and (?:an?|the|its|their)|(?:and|or) (?:to )?\w+",
    )
)
_HALF_PAIR = re.compile(r"\s+(?:and|or) (?:to )?\w+$")
_LONG = re.compile(
    r"\b(?:\w+|\d+)-(?:hour|day|week|month|year|minute)(?:-long|-old)?\s+", re.IGNORECASE
)
_STRANDED = re.compile(
    r"^(fire|call|draw|rely|count|seize|shoot|land|march|touch) (.+) (upon|on|at|over)$"
)
_AN = re.compile(
    r"\ban (?=(?!(?i:ho(?:ur|nest|nou?r)|heir)|[A-Z]{2,})(?:[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z]|(?i:eu|uni)))"
)
_A = re.compile(r"\ba (?=(?!(?i:uni|use|usu|eu|one)|U\.)[aeiouAEIO])")
_ANY = re.compile(
    r"^(\w+) any (?=(?:assistance|help|aid|support|compensation|mediation|[a-z]+[^s\W]s)$)"
)
_WHOM = frozenset({"it", "them", "him", "her"})
_WITH_OBJECT = 3
_NO_HEAD = frozenset(
    {"of", "to", "the", "a", "an", "and", "or", "by", "for", "in", "on", "at", "with", "from"}
    | {"as", "than", "that", "into", "against", "onto"}
)


def trimmed(phrase: str) -> str:
    """Return a verb phrase without what hangs loose at its end, and with its articles right.

    >>> trimmed("carry out raids on airstrips and perhaps an attempt"), trimmed("sink an ship")
    ('carry out raids on airstrips', 'sink a ship')
    >>> trimmed("conclude a trade agreement with either of them"), trimmed("sell arms to both")
    ('conclude a trade agreement', 'sell arms')
    >>> trimmed("fire any ship upon")
    'fire upon any ship'
    >>> trimmed("shut the port for most of Monday"), trimmed("end a four-day border conflict")
    ('shut the port', 'end a border conflict')
    """
    said = " ".join(_STRANDED.sub(r"\1 \3 \2", _LONG.sub("", phrase)).split())
    while True:
        cut = said
        for tail in _TAILS:
            shorter = tail.sub("", cut)
            if shorter != cut and _stands(shorter, cut):
                cut = shorter
        words = cut.split()
        while len(words) > 1 and words[-1] in _NO_HEAD - {"in", "on"}:  # no capital: "Zone A"
            words = words[:-1]
        if words == said.split():
            break
        said = " ".join(words)
    if len(words) > _WITH_OBJECT and words[-1] in _WHOM and words[-2] in _NO_HEAD - {"of"}:
        words = words[:-2]  # "take revenge on them"
    said = _ANY.sub(r"\1 ", " ".join(words))  # "give any assistance"
    return _A.sub("an ", _AN.sub("a ", said))


def _stands(shorter: str, whole: str) -> bool:
    """Whether a phrase is whole without its tail: of a pair of equals no half is cut off."""
    lost = whole[len(shorter) :]
    if not _HALF_PAIR.fullmatch(lost):
        return bool(shorter)
    second, last = lost.split()[-1].lower(), shorter.rsplit(maxsplit=1)[-1].lower()
    # "open its oil and gold", "the north and south" are pairs; "raids and possible" is none
    return not second.isalpha() or second in _NO_HEAD or not last.isalpha() or second.endswith("ly")
