"""Whether the words of an option say what is done."""

import re

from detente.draft.complete import lacks_object
from detente.draft.cutting import LINKING
from detente.draft.lexicon import lemma, lexicon

PRONOUNS = frozenset({"it", "them", "him", "her", "this", "that", "us", "themselves"})
PARTICLES = frozenset({"over", "up", "back", "down", "off", "out", "in", "away", "through"})
_POINTING = frozenset({"this", "that", "these", "those"})
_ADDRESSED = re.compile(r"\b(?:you|us|me|we)\b")
_NOTHING_MORE: tuple[list[str], ...] = (
    [], ["from"], ["on"], ["with"], ["both"], ["all"], ["much"], ["more"], ["further"], ["far"],
)  # fmt: skip
_LETS = frozenset({"let", "allow", "permit"})
# what may be anything: "suspend the decision", "refrain from further actions"
_ANYTHING = re.compile(
    r"^(?!take\b|take_|react\b|respond\b|answer\b)[a-z]+(?: (?:from|with))?(?: (?:the|its|their|this|any|all|such|every|further|other|more))*"
    r" (?:actions?|acts?|activit(?:y|ies)|decisions?|steps?|measures?|moves?|things?|matters?|suggestions?|conduct|behaviou?r)$"
)
_ONE_OF_THEM = re.compile(
    r" (?:every one|each one|one|some|any|all|most|part)(?: of them)?$| what$"
)
_NO_VERB = re.compile(r"(?!(?:war)?ship\b|worship\b)(?:\w{4,}ship|\w+ness|one|event)\b")
_GOES_AHEAD = "go ahead with "
_DEED = re.compile(
    r"(?:^|-)(?:cut|visit|flight|launch|strike|work|project|vote|march|battle|raid|sale|move)s?$|(?:[tsx]ion|ment|al|ing|ade|ance|ure|ery|ency|ity)s?$"
)


def vague(words: str) -> bool:
    """Whether a label doesn't say what is done: a bare verb that wants an object, or "accept it".

    >>> vague("agree"), vague("take it back"), vague("retaliate"), vague("agree to a truce")
    (True, True, False, False)
    >>> vague("suspend the decision"), vague("refrain from further actions"), vague("let lapse")
    (True, True, True)
    >>> vague("go ahead with power cuts"), vague("go ahead with seats in parliament")
    (False, True)
    """
    said = words.split()
    alone = lexicon().kinds["alone"]
    if "_".join(said) in alone or said[0] in alone:
        return False
    if words.startswith(_GOES_AHEAD):
        return not _deed(words.removeprefix(_GOES_AHEAD))
    left = [word for word in said[1:] if word not in PARTICLES and word not in PRONOUNS]
    # "allow this vessel to land" says which; "accept this" and "accept this for now" don't
    alone_there = said[1:2] if {*said[2:3]} <= LINKING | PARTICLES else []
    pointing = _POINTING & {*alone_there, *said[1:][-1:]} or said[:2] == ["go", "all"]
    used = said[0] == "use" and said[1:2] and said[1] in PRONOUNS
    let = said[0] in _LETS and len(said) == 2  # noqa: PLR2004 - a verb and a verb
    lacking = said[0] == "be" or lacks_object(words) or _ADDRESSED.search(words)
    if pointing or used or let or lacking or _ANYTHING.match(words) or _NO_VERB.match(words):
        return True
    return left in _NOTHING_MORE or _ONE_OF_THEM.search(words) is not None


def _deed(words: str) -> bool:
    """Whether what is gone ahead with is done, and no thing: "power cuts", no "seats"."""
    said = words.split()
    stop = next((k for k, word in enumerate(said) if word in LINKING | {"of", "with"}), len(said))
    noun = said[stop - 1].lower() if stop else ""
    table = lexicon()
    done = {noun, noun.removesuffix("s"), lemma(noun)} & (
        table.verbs.keys() | table.light_of.keys()
    )
    known = bool(done) or noun.removesuffix("s") in table.deeds
    return known or _DEED.search(noun) is not None
