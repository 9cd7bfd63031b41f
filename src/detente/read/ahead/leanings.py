"""What is bound to come: "looks set to", "is hardly going to", "hard to imagine", "surprising if".

Each function looks at one word and returns the forecast that it makes, if any.
"""

from typing import TYPE_CHECKING

from detente.read.ahead.expected import Found
from detente.read.grammar import clauses, stretches
from detente.read.text.neighbours import word_after

if TYPE_CHECKING:
    from spacy.tokens import Token

_BE = frozenset(("be", "look", "seem", "appear", "remain", "become"))
_IMAGINING = frozenset(("see", "imagine", "envisage", "conceive", "picture", "foresee"))
_NOW = frozenset(("VBZ", "VBP", "VB", "MD"))
_ASKED = frozenset(("what", "who", "which", "that"))
_OURS = frozenset(("i", "we"))


def going(token: "Token") -> Found | None:
    """Return "is hardly going to give way"; what "we" are going to do is a plan."""
    verb = _infinitive_below(token) or _away(token)
    who = clauses.subject(token)
    if verb is None or who is None or who.lower_ in _OURS | _ASKED or not _present(token):
        return None
    return Found(*stretches.whole(token), verb, "going to")


def _away(token: "Token") -> "Token | None":
    """Return "going" of "is not going away", "is not going anywhere"."""
    after = word_after(token)
    if after == "nowhere" or (clauses.negated(token) and after in {"away", "anywhere"}):
        return token
    return None


def about_to(token: "Token") -> Found | None:
    """Return "is not about to surrender"."""
    verb, above = _infinitive_below(token), token.head
    if verb is None or above.lemma_ not in _BE or above.dep_ == "relcl" or not _present(above):
        return None
    return Found(*_from_subject(above, token), verb, "about to")


def bound_to(token: "Token") -> Found | None:  # noqa: PLR0911 - a list of cases
    """Return "looks set to leave", "is bound to leave", "seems certain to leave"."""
    verb = _infinitive_below(token) or _all_but(token)
    if verb is None:
        return None
    if token.dep_ == "conj" and token.head.lower_ == "all":  # "is all but certain to leave"
        return Found(*_from_subject(token.head.head, verb), verb, "bound to")
    above = token.head if token.dep_ in {"acomp", "oprd", "attr", "ccomp"} else token
    if above is not token and above.lemma_ not in _BE:
        return None
    if above is token and clauses.child(token, "auxpass") is None:
        return None
    seeming = above.lemma_ in {"look", "seem", "appear"}
    if token.lower_ == "ready" and not seeming:
        return None
    if token.lower_ == "set" and not seeming and not _present(above):
        return None
    return Found(*_from_subject(above, token), verb, "bound to")


def _all_but(token: "Token") -> "Token | None":
    """Return the infinitive of "is all but certain to leave", which hangs on "is"."""
    if token.dep_ != "conj" or token.head.lower_ != "all":
        return None
    return _infinitive_below(token.head.head)


def surprising(token: "Token") -> Found | None:
    """Return "it would be surprising if", "I should be surprised to see"."""
    verb = token.head
    helper = clauses.modal(verb)
    if verb.lemma_ != "be" or helper is None or helper.lower_ not in {"would", "should", "'d"}:
        return None
    return Found(stretches.whole(verb)[0], stretches.subtree(verb)[1], verb, "surprising")


def imaginable(token: "Token") -> Found | None:
    """Return "hard to see the truce holding", "a war is easy to imagine"."""
    verb = token.head
    if token.dep_ not in {"acomp", "oprd", "attr"} or verb.lemma_ not in _BE:
        return None
    seen = next(
        (
            each
            for above in (token, verb)
            for each in above.children
            if each.dep_ == "xcomp" and each.i > token.i and each.lemma_ in _IMAGINING
        ),
        None,
    )
    if seen is None or (seen.lemma_ == "see" and not _sees_what_comes(seen)):
        return None
    return Found(*_from_subject(verb, seen), seen, "hard to imagine")


def _sees_what_comes(verb: "Token") -> bool:
    """Say whether "see" has a clause or "how" behind it: "hard to see how", "see them leaving"."""
    return any(each.dep_ in {"ccomp", "xcomp"} for each in verb.children)


def _infinitive_below(token: "Token") -> "Token | None":
    below = (each for each in token.children if each.dep_ == "xcomp" and each.i > token.i)
    return next((each for each in below if each.tag_ == "VB" or clauses.passive(each)), None)


def _present(verb: "Token") -> bool:
    """Say whether a verb or its auxiliary is in the present."""
    tags = {each.tag_ for each in verb.children if each.dep_ in {"aux", "auxpass"}} | {verb.tag_}
    return bool(tags & _NOW) and "VBD" not in tags


def _from_subject(verb: "Token", last: "Token") -> tuple[int, int]:
    start, end = stretches.whole(verb)
    return start, max(end, stretches.subtree(last)[1])
