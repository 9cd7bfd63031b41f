"""Turns of phrase that are one act in many words: going to law, letting somebody do something."""

import re
from collections.abc import Sequence

from detente.draft.lexicon import lemma, lexicon

_LETS = frozenset({"let", "allow", "permit", "enable"})
_JUDGES = (
    r"(?:the )?(?:[\w.'’-]+ ){0,3}?(?:court|courts|tribunal|council|united nations|u\.?n\.?|league"
    r"|arbitration|arbitrators?|arbiter|conciliation|assembly|organization|organisation|hague)\b"
)
_TO_LAW = re.compile(
    r"(?:(?:take|bring|refer|carry|submit|put|send|hand|lay) (?:[\w.'’-]+ ){1,5}?(?:before|to)"
    rf"|go to|appeal to|turn to|apply to|complain to) {_JUDGES}"
    r"|(?:bring|file) (?:a |its |their |legal )*(?:suit|case|lawsuit|complaint|action)\b|sue\b|go to law\b|seek arbitration\b",
    re.IGNORECASE,
)


def to_law(text: str) -> bool:
    """Whether somebody takes a quarrel before a court, a council or an arbiter.

    >>> to_law("take the case to the UN Security Council"), to_law("take the men to the coast")
    (True, False)
    """
    return _TO_LAW.match(text) is not None


def let(words: Sequence[str]) -> tuple[str, ...]:
    """Return whom somebody is let do what, () where a thing is let or nobody.

    >>> let(["let", "refugees", "leave"]), let(["allow", "the", "sale"])
    (('refugee', 'leave'), ())
    """
    if not words or lemma(words[0]) not in _LETS:
        return ()
    left = [one for one in map(lemma, words[1:]) if one not in lexicon().kinds["stop"]]
    told = len(left) > 1 and (words[0].startswith("let") or "to" in words)
    return tuple(left[:2]) if told else ()
