"""How grave a step is, by its words: what a title asks and a headline answers.

War is graver than pressure, pressure than a concession, and an offer to mediate is no
crisis's question however likely it is.
"""

import re

from detente.draft.lexicon import lexicon
from detente.draft.words import sense

FORCE, PRESSURE, STEP, TRIFLE = 3, 2, 1, 0
_SHOOTS = re.compile(r"(?:open|return) fire\b|fire (?:at|on|upon)\b|kill\b")
_RELIEF = re.compile(
    r"(?:provide|give|supply|send|deliver|offer) (?:the |some |more |\w+ )?"
    r"(?:food|water|medicines?|blankets|shelter|relief|doctors|humanitarian aid)\b"
)
# whom nobody fears: "send an observer", "send back the politicians"
_CIVIL = re.compile(
    r"(?:send|dispatch|invite) (?:\S+ ){0,3}?(?:observers?|servants?|technicians?|envoys?|delegations?|ministers?"
    r"|monitors?|mediators?|ambassadors?|diplomats?|inspectors?|notes?|letters?|missions?|representatives?)\b"
)
_SENT_BACK = re.compile(
    r"(?!\w+ (?:\S+ ){0,3}(?:troops|soldiers|forces|marines)\b)(?:send|bring|order|take|call|turn) (?:back\b|(?:\S+ ){1,4}(?:back|home)$)"
)
_TAKEN_BACK = re.compile(r"(?:reclaim|recover|regain|take back)\b")
_PHRASES = (
    (_SHOOTS, FORCE),
    (_RELIEF, TRIFLE),
    (_CIVIL, STEP),
    (_SENT_BACK, STEP),
    (_TAKEN_BACK, PRESSURE),
)


def gravity(words: str) -> int:
    """Return how grave an act is: 3 force, 2 pressure or arms, 1 another step, 0 a courtesy.

    Parameters
    ----------
    words : str
        A verb phrase, as labels are.

    Examples
    --------
    >>> gravity("bomb the camps"), gravity("close the crossings"), gravity("release the crew")
    (3, 2, 1)
    >>> gravity("use nuclear arms"), gravity("use its influence"), gravity("use force")
    (3, 1, 3)
    >>> gravity("mediate"), gravity("stop bombing the camps"), gravity("hold its fire")
    (0, 1, 0)
    >>> gravity("open fire"), gravity("send an observer"), gravity("provide food and water")
    (3, 1, 0)
    """
    return next((grade for phrase, grade in _PHRASES if phrase.match(words)), _of_class(words))


def _of_class(words: str) -> int:
    """Return how grave an act is by the class of its verb and of its object."""
    kinds = lexicon().grades
    found = sense(words)
    first = words.lower().split()[:1]
    if words.lower().endswith("fire") and first[0] != "open":
        return TRIFLE  # to hold it is to do nothing yet
    if found.undo or found.deny or (first and first[0] in kinds["refrain"]):
        return STEP
    if found.verb in kinds["trifle"] or (first and first[0] in kinds["trifle"]):
        return TRIFLE
    if found.verb == "use" and not (found.marks or found.thing in kinds["arms"] or "fire" in first):
        return STEP  # "use its influence"
    if found.verb in kinds["force"] or found.generic == "military":
        return STEP if "salute" in words else FORCE
    arms = found.verb in kinds["with_arms"] and found.thing in kinds["arms"]
    return PRESSURE if found.verb in kinds["pressure"] or arms else STEP
