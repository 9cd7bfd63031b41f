"""What a bare verb is done to, where the words of the act don't say and those around do.

"Congress called for its closure" closes what was just spoken of and can be
closed; "would pull their troops back" is no pulling. Only what stands in the
text is taken.
"""

import re
from collections.abc import Mapping, Sequence

from detente.draft.lexicon import lemma, lexicon
from detente.read.claim import Claim

_BEFORE, _AFTER = 350, 60
_PARTICLE_NEAR = 7
_WORDS = re.compile(r"[\w'’-]+")
_NAMED = (
    r"(?:\b(?:the|a|an|its|their|his)\s+(?:(?!(?:of|in|on|that|which|and|own|without|with|for|to|from|by|at|or|as|than)\b)[\w'’-]+\s+){0,2}?"
    r"|\b(?:(?-i:[A-Z])[\w'’-]+\s+){1,2})"
)
_FIRST = frozenset({"the", "a", "an", "its", "their", "his"})


def object_of(verb: str, claim: Claim, texts: Mapping[str, str]) -> str:
    """Return the nearest thing before a claim (else just behind it) that its verb can be done to.

    Parameters
    ----------
    verb : str
        A verb in its plain form.
    claim : Claim
        Where it is said.
    texts : mapping of str to str
        The documents' texts by id.

    Returns
    -------
    str
        "the base at Keflavik" as "the base"; "" where nothing fits.
    """
    things = lexicon().takes.get(verb)
    text = texts.get(claim.document, "")
    if not things or not text:
        return ""
    nouns = "|".join(sorted((re.escape(one) for one in things), key=lambda one: (-len(one), one)))
    named = re.compile(rf"{_NAMED}(?P<noun>{nouns})\b", re.IGNORECASE)
    low = max(0, claim.start - _BEFORE)
    before = list(named.finditer(text, low, claim.end))
    found = before[-1] if before else named.search(text, claim.end, claim.end + _AFTER)
    if found is None:
        return ""
    words = _WORDS.findall(found.group())
    if words[0].lower() in _FIRST:
        words = words[1:]
    return " ".join(["the", *words])


def with_particle(phrase: str, quote: str) -> str:
    """Return a verb phrase with the particle that its verb has in the quote.

    >>> with_particle("pull their troops", "insisted that their troops be pulled back")
    'pull back their troops'
    >>> with_particle("let the Red Army", "would not let the Red Army through")
    'let the Red Army through'
    """
    said = phrase.split()
    pairs = lexicon().particles.get(said[0], frozenset()) if said else frozenset()
    if not pairs or pairs & set(said):
        return phrase
    words = _WORDS.findall(quote)
    for k, word in enumerate(words):
        if lemma(word.lower()) != said[0] and word.lower() != said[0]:
            continue
        after = [one.lower() for one in words[k + 1 : k + 1 + _PARTICLE_NEAR]]
        if after and after[0] in pairs:
            return " ".join([said[0], after[0], *said[1:]])
        if len(said) > 1 and said[-1].lower() in after:
            place = after.index(said[-1].lower()) + 1
            if place < len(after) and after[place] in pairs:
                return f"{phrase} {after[place]}"
    return phrase


def uncapitalised(phrase: str, quote: str, names: Sequence[str]) -> str:
    """Return a phrase in which a word isn't capital only because a sentence began with it."""
    first = _WORDS.match(quote)
    if first is None or first.group()[:1].islower() or first.group().isupper():
        return phrase
    word = first.group()
    after = quote[first.end() :].lstrip()[:1]
    if after.isupper() or any(word in name for name in names):
        return phrase  # "General Brock" is a name
    if word.lower() not in lexicon().forms:
        return phrase
    return re.sub(rf"(?<=\s){re.escape(word)}\b", word.lower(), phrase)
