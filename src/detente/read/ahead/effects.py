"""Verbs that tell an effect of their subject: "an attack would drive Moscow to ...".

What counts hangs on the verb and on what its subject is: of some verbs anything but a
party may be the subject, of others only an act, and only behind "would" or in the past.
"""

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from detente.read.ahead.causes import ACTS, listed, restrictive, sort
from detente.read.ahead.no_effects import becomes_due, decides, intends, lays_down, spares
from detente.read.article import Article
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modals import BINDING, FUTURE
from detente.read.grammar.operators import own
from detente.read.text.neighbours import word_after
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

# start, end, the verb of the effect, its cause, the rule
Effect: TypeAlias = "tuple[int, int, Token, Token | None, str]"
_AFFECTED = frozenset(("dobj", "ccomp", "xcomp", "prep", "dative", "oprd"))
_TOLD = frozenset(("dobj", "ccomp", "xcomp", "oprd"))
_COMPLETED = frozenset(("dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "dative"))


def names(verb: "Token") -> frozenset[str]:
    """Return the words that a verb may stand as in a list: with its particle, its preposition.

    A verb with a particle isn't the verb without it: "set up", "turned down". They are
    put together once for each verb of a text.
    """
    known: dict[int, frozenset[str]] = verb.doc.user_data.setdefault(clauses.NAMES, {})
    found = known.get(verb.i)
    if found is None:
        found = known[verb.i] = _names(verb)
    return found


def _names(verb: "Token") -> frozenset[str]:
    lemma = verb.lemma_.lower()
    particle = clauses.child(verb, "prt")
    if particle is not None:
        return frozenset((f"{lemma}_{particle.lower_}",))
    after = word_after(verb)
    preps = [each.lower_ for each in clauses.kids(verb) if each.dep_ == "prep" and each.i > verb.i]
    return frozenset((lemma, f"{lemma}_{after}", *(f"{lemma}_{prep}" for prep in preps)))


def effect(article: Article, verb: "Token") -> "Effect | None":
    """Return the effect that a verb tells of its subject, if it tells one."""
    if clauses.passive(verb):
        return _caused(article, verb)
    if clauses.modal(verb) is None and verb.dep_ != "conj" and not names(verb) & _any_tense():
        return None
    status, helper = _standing(article, verb)
    if _no_claim(verb, status, helper):
        return None
    cause = clauses.subject(verb)
    kind = sort(article, verb, cause)
    if kind is None:
        kind = _feared(verb, cause, helper)
    if kind is None or spares(verb) or _slipped(verb):
        return _kindled(article, verb, cause, helper)
    known = names(verb)
    rule = (
        _strong(verb, known, kind, helper)
        or _foreseen(verb, known, kind, helper)
        or _told(verb, known, kind, status)
    )
    if rule is None:
        return _kindled(article, verb, cause, helper)
    return *stretches.whole(verb), verb, cause, rule


@cache
def _any_tense() -> frozenset[str]:
    """Return the names of verbs that may tell an effect without a modal."""
    lists = (listed("strong"), listed("told"), listed("kindled"), listed("showing"))
    return frozenset(("give", "lead")).union(*lists)


def _standing(article: Article, verb: "Token") -> "tuple[str | None, Token | None]":
    """Return what tense or modal says of a verb: of a later effect in a series, the first one's."""
    status, helper = own(verb, lexicon())
    first = verb.head
    series = status == "infinitive" and verb.dep_ == "conj" and first.pos_ == "VERB"
    if not series or clauses.child(verb, "aux") is not None or effect(article, first) is None:
        return status, helper
    return _standing(article, first)


def _no_claim(verb: "Token", status: str | None, helper: "Token | None") -> bool:
    """Say whether a clause only asks, supposes, demands or denies."""
    if "whether" in clauses.marks(verb) or clauses.conditional(verb):
        return True
    if verb.sent[-1].text == "?":
        return True
    if verb.dep_ == "ccomp" and verb.head.lemma_ in {"doubt", "deny"}:
        return True
    if helper is None:
        return status in {"participle", "infinitive", "denied"}
    if helper.lower_ in BINDING:
        return True
    return clauses.negated(verb) and helper.lower_ in {"can", "could", "ca"}


def _slipped(verb: "Token") -> bool:
    """Say whether a past is coordinated with what only would be: the subject is another's."""
    above = verb.head
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VBD"
        and above.tag_ == "VB"
        and clauses.child(verb, *clauses.SUBJECTS) is None
    )


def _only_tells_which(verb: "Token") -> bool:
    who = clauses.child(verb, "nsubj")
    if verb.dep_ != "relcl" or who is None or not restrictive(who):
        return False
    told = any(each.lower_ in {"a", "an"} for each in verb.head.lefts)  # "a coup that would set"
    return not told or clauses.lemma(verb.head) not in lexicon().nouns


def _bound(verb: "Token", kind: str) -> bool:
    """Say whether a paper only lays something down: "the law obliges ministers to"."""
    return kind == "paper" and verb.lemma_.lower() in listed("causes", "laid_down")


def _strong(verb: "Token", known: frozenset[str], kind: str, helper: "Token | None") -> str | None:
    """Return the rule of a verb that tells an effect in any tense: "led to", "triggers"."""
    if not known & listed("strong") or _bound(verb, kind):
        return None
    if helper is None and not any(each.dep_ in _AFFECTED for each in clauses.kids(verb)):
        return None
    if "mean" in known and intends(verb, kind):
        return None
    somewhere = "lead_to" in known and kind == "thing" and _to_something_grave(verb)
    if (
        kind not in ACTS
        and not somewhere
        and ((verb.tag_ in {"VBZ", "VBP"} and helper is None) or known & listed("acts_only"))
    ):
        return None
    if (
        clauses.negated(verb)
        and kind not in ACTS
        and not clauses.negated(clauses.subject(verb) or verb)
    ):
        return None
    return "effect"


def _to_something_grave(verb: "Token") -> bool:
    """Say whether a thing led to acts and no place: "the interview led to protests"."""
    return any(
        clauses.lemma(each) in lexicon().nouns or clauses.lemma(each) in listed("ensuing")
        for each in clauses.prepositional(verb, "to")
    )


def _foreseen(
    verb: "Token", known: frozenset[str], kind: str, helper: "Token | None"
) -> str | None:
    """Return the rule of what an act would do: "would hand", "could cut"."""
    if helper is None or helper.lower_ not in FUTURE:
        return None
    if _only_tells_which(verb) and (kind != "act" or verb.head.dep_ == "pobj"):
        return None
    said_only = _bound(verb, kind) or ("mean" in known and intends(verb, kind))
    if said_only or known & listed("stative") or becomes_due(verb) or _only_one(verb):
        return None
    whole = any(
        (each.dep_ in _COMPLETED or each.lower_ == "into") and each.i > verb.i
        for each in clauses.kids(verb)
    )
    denied = clauses.negated(verb) or any(each.lower_ == "scarcely" for each in clauses.kids(verb))
    if known & (listed("modal") | listed("told")):
        goes_on = bool(known & listed("goes_on")) and not whole
        stays = denied and (kind not in ACTS or bool(known & listed("goes_on")))
        return None if goes_on or stays else "effect foreseen"
    lemma = verb.lemma_.lower()
    unlikely = lemma in word_class("without_effect") or lemma in lexicon().saying
    acted = clauses.child(verb, "dobj", "ccomp") is not None
    if kind != "act" or denied or unlikely or not acted or lays_down(verb) or decides(verb):
        return None
    return "effect of an act foreseen"


def _only_one(verb: "Token") -> bool:
    """Say whether a subject is the only thing that would do, or one of several: "only talks could"."""
    who = clauses.subject(verb)
    if who is None:
        return False
    first = who.left_edge
    return any(each.lower_ in {"only", "no"} for each in (first, *who.lefts)) or any(
        each.dep_ == "nummod" for each in who.lefts
    )


def _told(verb: "Token", known: frozenset[str], kind: str, status: str | None) -> str | None:
    """Return the rule of what an act did: "the raid ended the talks"."""
    gave = "give" in known and clauses.child(verb, "dative") is not None and kind != "paper"
    led = verb.lemma_ == "lead" and clauses.child(verb, "xcomp") is not None and kind != "paper"
    if not (gave or led or known & listed("told") or _shows(verb, known, kind)):
        return None
    turned = (
        verb.lemma_ == "turn" and clauses.child(verb, "dobj") is None
    )  # "the row turned violent"
    if status not in {"done", "ongoing"} or kind not in ACTS or turned:
        return None
    if _only_tells_which(verb) and verb.head.dep_ != "appos":
        return None
    told = [each for each in clauses.kids(verb) if each.dep_ in _TOLD and each.i > verb.i]
    if not told or all({"where", "when", "how"} & clauses.marks(each) for each in told):
        return None
    if _bound(verb, kind) or (known & {"make", "render"} and not _completed(verb)):
        return None
    return "effect told"


def _shows(verb: "Token", known: frozenset[str], kind: str) -> bool:
    """Say whether an act showed how things stand: "the episode showed that it was alone"."""
    said = clauses.child(verb, "ccomp")
    if not known & listed("showing") or said is None or kind != "act" or verb.dep_ != "ROOT":
        return False
    return "that" in clauses.marks(said)


def _completed(verb: "Token") -> bool:
    """Say whether a verb has more than an object: "made peace impossible", "means that"."""
    return any(
        each.dep_ in {"ccomp", "xcomp", "oprd", "acomp"} or each.tag_ in {"RBR", "JJR"}
        for each in clauses.kids(verb)
    )


def _feared(verb: "Token", cause: "Token | None", helper: "Token | None") -> str | None:
    """Return the kind of an "it" that may be taken for a party: in what somebody fears, or would be."""
    if cause is None or cause.lower_ not in {"it", "they"} or helper is None:
        return None
    strong = bool(names(verb) & listed("strong"))
    feared = verb.dep_ in {"ccomp", "acl"} and verb.head.lemma_.lower() in listed(
        "causes", "feared"
    )
    if feared and (strong or names(verb) & listed("modal")):
        return "linked"
    root = verb.dep_ in {"ROOT", "advcl"} and helper.lower_ in {"would", "could", "may", "might"}
    behind = any(each.dep_ == "advcl" and clauses.conditional(each) for each in clauses.kids(verb))
    return "linked" if strong and cause.lower_ == "it" and (root or behind) else None


def _kindled(
    article: Article, verb: "Token", cause: "Token | None", helper: "Token | None"
) -> "Effect | None":
    """Return "a nervous gunner could start a war": whoever it is, the war is the effect."""
    if helper is None or helper.lower_ not in {"could", "might", "may"} or cause is None:
        return None
    if cause.pos_ != "NOUN" or article.role_of(parties.actor_near(article, cause)) == "party":
        return None
    thing = clauses.child(verb, "dobj")
    if thing is None or thing.lemma_.lower() not in listed("kindled", "things"):
        return None
    if not names(verb) & listed("kindled"):
        return None
    return *stretches.whole(verb), verb, cause, "could start a war"


def _caused(article: Article, verb: "Token") -> "Effect | None":
    """Return a passive with its cause: "the crisis was sparked by the deployment"."""
    by = clauses.agent(verb)
    who = clauses.subject(verb)
    if by is None or "whether" in clauses.marks(verb) or clauses.conditional(verb):
        return None
    if (
        clauses.negated(verb)
        or not names(verb) & listed("caused")
        or article.actor_of(by) is not None
    ):
        return None
    if who is None or who.pos_ == "PRON" or sort(article, verb, by) is None:
        return None
    start, end = stretches.whole(verb)
    if verb.dep_ == "acl":
        start = min(start, who.left_edge.idx)
    return start, end, verb, by, "caused by"
