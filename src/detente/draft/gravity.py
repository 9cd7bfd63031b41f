"""How grave a step is, by its words: what a title asks and a headline answers.

War is graver than pressure, pressure than a concession, and an offer to mediate is no
crisis's question however likely it is.
"""

from detente.draft.lexicon import lexicon
from detente.draft.words import sense

FORCE, PRESSURE, STEP, TRIFLE = 3, 2, 1, 0


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
    """
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
