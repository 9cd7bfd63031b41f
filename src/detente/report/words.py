"""Plain English for names, lists, counts and probabilities."""

import re
from collections.abc import Sequence

from detente.report.lexicon import words_of

# Words of estimative probability, Intelligence Community Directive 203 (2015): upper bound, term.
TERMS = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "a roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.01, "almost certain"),
)
STATUS = {
    "done": "done",
    "ongoing": "under way",
    "planned": "planned",
    "threatened": "threatened",
    "considered": "under consideration",
    "possible": "possible",
    "demanded": "demanded of it",
    "ruled_out": "ruled out",
    None: "not reported",
}
REVERSIBLE = {
    "both": "can be undone",
    "forward": "cannot be taken back",
    "backward": "once stopped, cannot be resumed",
}
KINDS = {
    "event": "event",
    "option": "option",
    "red_line": "red line",
    "conditional": "condition",
    "constraint": "constraint",
    "consequence": "consequence",
    "forecast": "forecast",
    "statement": "statement",
    "relation": "relation",
}
CONCEPTS = {
    "nash": "Nash",
    "gmr": "GMR",
    "smr": "SMR",
    "seq": "SEQ",
    "sseq": "SSEQ",
    "sim": "SIM",
}
NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip

_NAMES = {kind: frozenset(text.split()) for kind, text in words_of("names").items()}
_SHORTEST_PLURAL = 4
_TEENS = {11, 12, 13}
# probabilities nearer to 0 or 1 than this are not rounded to them
_ROUNDS = 0.005


def with_article(name: str, *, capital: bool = False) -> str:
    """Return a name as a running text has it, with "the" where English asks for it.

    Examples
    --------
    >>> [with_article(n) for n in ("NATO", "United States", "Ministry of Environment")]
    ['NATO', 'the United States', 'the Ministry of Environment']
    """
    words = name.split()
    if not words:
        return name
    core = re.split(r" (?:of|for|in) ", name, maxsplit=1)[0].split()
    last = core[-1].casefold() if core else ""
    if words[0].casefold() in {"the", "a", "an", "our", "their", "its"}:
        name = f"the {' '.join(words[1:])}" if words[0].casefold() == "the" else name
    elif not _possessive(words) and (last in _NAMES["common"] or last in _NAMES["articled"]):
        first, rest = words[0], words[1:]
        lowered = first.lower() if first.casefold() in _NAMES["lowered"] else first
        name = " ".join(("the", lowered, *rest))
    return sentence_case(name) if capital else name


def is_plural(name: str) -> bool:
    """Say whether a name takes a plural verb: "the rebels supply".

    Examples
    --------
    >>> [is_plural(n) for n in ("South Korea", "the Houthis", "United States", "Gulf states")]
    [False, True, False, True]
    """
    if re.search(r" (?:and|&) ", name):
        return True
    core = re.split(r" (?:of|for|in) ", name.casefold(), maxsplit=1)[0].split()
    if not core:
        return False
    last = core[-1]
    if last in _NAMES["plural"] or (last == "states" and "united" not in core):
        return True
    return (
        len(last) >= _SHORTEST_PLURAL
        and last.endswith("s")
        and not last.endswith(("ss", "us", "is"))
        and last not in _NAMES["singular"]
    )


def sentence_case(text: str) -> str:
    """Return `text` with a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(items: Sequence[str], joint: str = "and") -> str:
    """Join items as a sentence does: "a, b and c".

    Examples
    --------
    >>> listed(["a", "b", "c"]), listed(["a", "b"], "or"), listed([])
    ('a, b and c', 'a or b', '')
    """
    if not items[1:]:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def number(n: int) -> str:
    """Return a count in words up to twelve, in figures from there."""
    return NUMBERS[n] if 0 <= n < len(NUMBERS) else f"{n:,}"


def ordinal(n: int) -> str:
    """Return ``first`` for 1, ``second`` for 2, ``11th`` for 11.

    Examples
    --------
    >>> [ordinal(n) for n in (1, 11, 22, 113)]
    ['first', '11th', '22nd', '113th']
    """
    if 1 <= n <= len(ORDINALS):
        return ORDINALS[n - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(n % 10 * (n % 100 not in _TEENS), "th")
    return f"{n}{ending}"


def counted(n: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: "one quote", "three quotes".

    Examples
    --------
    >>> counted(1, "quote"), counted(3, "reply", "replies"), counted(40, "claim")
    ('one quote', 'three replies', '40 claims')
    """
    return f"{number(n)} {noun if n == 1 else plural or noun + 's'}"


def percent(p: float) -> str:
    """Return a probability as a whole percentage that never rounds to 0 or 1 falsely.

    Examples
    --------
    >>> [percent(p) for p in (0, 0.001, 0.314, 0.999, 1)]
    ['0%', 'under 1%', '31%', 'over 99%', '100%']
    """
    if 0 < p <= _ROUNDS:
        return "under 1%"
    if 1 - _ROUNDS <= p < 1:
        return "over 99%"
    return f"{100 * p:.0f}%"


def interval(low: float, high: float) -> str:
    """Return an interval of probability: "21 to 45%".

    Examples
    --------
    >>> interval(0.21, 0.45), interval(0.3, 0.302), interval(0.0, 0.004)
    ('21 to 45%', '30%', 'under 1%')
    """
    if low < high and (high <= _ROUNDS or low >= 1 - _ROUNDS):
        return "under 1%" if high <= _ROUNDS else "over 99%"
    a, b = f"{100 * low:.0f}", f"{100 * high:.0f}"
    return f"{a}%" if a == b else f"{a} to {b}%"


def term(p: float) -> str:
    """Return the term of estimative probability for `p`.

    Examples
    --------
    >>> [term(p) for p in (0.02, 0.3, 0.5, 0.9)]
    ['almost no chance', 'unlikely', 'a roughly even chance', 'very likely']

    References
    ----------
    Office of the Director of National Intelligence, *Intelligence Community
    Directive 203: Analytic Standards* (2015), section D.6.e.(2)(a).
    """
    return next(word for bound, word in TERMS if p < bound or bound > 1)


def likelihood(p: float, *, capital: bool = True) -> str:
    """Open a sentence with a probability in words: "It is unlikely that".

    Examples
    --------
    >>> likelihood(0.02)
    'There is almost no chance that'
    >>> likelihood(0.7)
    'It is likely that'
    """
    word = term(p)
    said = f"there is {word} that" if "chance" in word else f"it is {word} that"
    return sentence_case(said) if capital else said


def assumed(reason: str) -> str:
    """Say that something is taken for granted, and why; empty for no reason.

    Examples
    --------
    >>> assumed("it trades through the strait")
    'assumed: it trades through the strait'
    >>> assumed("that it minds is assumed: it is an ally")
    'that it minds is assumed: it is an ally'
    """
    reason = reason.strip().rstrip(".")
    if not reason or "assumed" in reason.casefold():
        return reason
    return f"assumed: {reason}"


def shortened(text: str, limit: int) -> str:
    """Return `text` cut at a word before `limit` characters, with an ellipsis.

    Examples
    --------
    >>> shortened("supply lethal weapons to Ukraine", 16)
    'supply lethal…'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[limit // 2 :] else cut).rstrip(" ,;:") + "…"


def _possessive(words: list[str]) -> bool:
    return any(word.endswith(("'s", "’s", "s'", "s’")) for word in words[:-1])
