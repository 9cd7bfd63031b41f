"""The words of a conflict whose game isn't at hand."""

from detente.model.conflict import Conflict
from detente.report import words
from detente.report.verbs import inflect, verb_phrase


def labels(conflict: Conflict) -> dict[str, str]:
    """Return a clause for each option: "NATO deploys troops to Ukraine".

    Examples
    --------
    >>> conflict = Conflict()
    >>> _ = conflict.add("left", name="the left", options={"go": {"label": "go ahead"}})
    >>> labels(conflict)
    {'left.go': 'the left goes ahead'}
    """
    found = {}
    for dm, maker in conflict.decision_makers.items():
        name = maker.name or dm.replace("_", " ")
        for option, one in maker.options.items():
            phrase = verb_phrase(one.label, f"{dm}.{option}")
            said = phrase if words.is_plural(name) else inflect(phrase, "third")
            found[f"{dm}.{option}"] = f"{words.with_article(name)} {said}"
    return found
