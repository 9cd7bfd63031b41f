"""A long phrase cut where a phrase may end: before a preposition, and in no name or noun."""

from detente.draft.lexicon import lexicon

MOST_WORDS = 9
LINKING = frozenset(
    {"to", "in", "on", "for", "from", "against", "into", "at", "near", "by", "and"}
    | {"along", "across", "beyond", "towards", "toward"}
)
ARTICLES = frozenset({"a", "an", "the", "one", "another", "its", "their"})
PARTICLES = frozenset({"over", "up", "back", "down", "off", "out", "in", "away"})
PRONOUNS = frozenset({"it", "them", "him", "her"})
_DANGLING = LINKING | ARTICLES | {"of", "with", "or"}
_LOOSE = frozenset({"whose", "which", "whom", "what", "who"})
# where a phrase has to be cut and no preposition stands that begins a new one
_WITHIN = frozenset({"of", "with", "than", "as"})
_LONGEST = 12
_SHORTEST = 3
# of what somebody is stripped is the point
_OF = frozenset({"strip", "deprive", "rob", "relieve", "rid"})


def cut_short(said: list[str]) -> str:
    """Return at most some nine words that end where a phrase may end.

    >>> cut_short("let the crew land at the old harbour on medical grounds".split())
    'let the crew land at the old harbour'
    >>> cut_short("allow Mr Brock safe passage out of the United Provinces".split())
    'allow Mr Brock safe passage out of the United Provinces'
    """
    if len(said) > MOST_WORDS:
        said = said[: _boundary(said)]
    while said and said[-1].lower() in _DANGLING:
        said = said[:-1]
    if _LOOSE & {word.lower() for word in said}:
        return ""  # whose, which, or nobody's: "sack whose head"
    if len(said) == _SHORTEST and said[2].lower() in PRONOUNS and said[1] in PARTICLES:
        said = [said[0], said[2], said[1]]
    return " ".join(_plural(said)) if len(said) > 1 else ""


def _boundary(said: list[str]) -> int:
    """Return how many words of a long phrase make a whole one."""
    whole = len(said) <= _LONGEST
    if whole and said[0].lower() in _OF:
        return len(said)
    links = [k for k in range(2, MOST_WORDS + 1) if said[k].lower() in LINKING]
    if links and (links[-1] >= _SHORTEST or not whole):
        return links[-1]
    if whole:
        return len(said)
    within = [k for k in range(_SHORTEST, _LONGEST) if said[k].lower() in _WITHIN]
    return within[-1] if within else MOST_WORDS


def _plural(said: list[str]) -> list[str]:
    """Put a bare singular that the reader took from a noun ("deploy troop") into the plural."""
    table = lexicon()
    for k, word in enumerate(said[1:], start=1):
        things = table.objects.get(word, "")
        follows = said[k + 1].lower() if k + 1 < len(said) else "to"
        single = ARTICLES & {one.lower() for one in said[max(1, k - 3) : k]}
        if things == f"{word}s" and not single and follows in LINKING:
            return [*said[:k], things, *said[k + 1 :]]
    return said
