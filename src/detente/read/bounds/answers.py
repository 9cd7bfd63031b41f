"""Answers announced: "any attack would be met with", "regards any ... as an act of war".

Each function looks at one verb and returns the line that it draws, if it draws one.
"""

from typing import TYPE_CHECKING

from detente.read.ahead.causes import sort
from detente.read.article import Article
from detente.read.bounds.line import Line, sweeping
from detente.read.bounds.responses import brings, doer, meets_any, would_regard, would_strike
from detente.read.bounds.voiced import guessed, had_been, likely, says, voiced
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modals import WILL
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, line_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_VIEWING = frozenset(("regard", "consider", "treat", "view", "see", "interpret", "deem", "take"))
_LOOSE = frozenset(("line", "party", "act", "legitimate"))
_AVENGING = frozenset(("avenge", "punish", "repel", "repulse", "crush", "resist"))
_ALIEN = frozenset(("foreign", "hostile", "armed", "unidentified", "unauthorised", "unauthorized"))
_RIGHTS = frozenset(
    ("respond", "act", "react", "reply", "answer", "strike", "use", "stop", "intercept", "board",
     "search", "intervene", "retaliate")
)  # fmt: skip
_AHEAD = 24  # words behind "regarded" among which "as an act of war" may stand


def answered(article: Article, verb: "Token") -> Line | None:
    """Return the line that a verb draws by announcing what an act would meet with."""
    helper = clauses.modal(verb)
    if helper is None and _is_to_be(verb) and not clauses.negated(verb):
        who = clauses.subject(verb.head)
        return _passively(article, verb, who) if who is not None else None
    if helper is None:
        return _standing_view(article, verb)
    who = clauses.subject(verb)
    if helper.lower_ not in WILL or clauses.negated(verb) or who is None or who.i > verb.i:
        return None
    if likely(verb) or had_been(verb) or guessed(verb):
        return None
    if clauses.passive(verb):
        return _passively(article, verb, who)
    return (
        meets_any(verb, who)
        or would_regard(article, verb, who)
        or would_strike(article, verb, who)
        or brings(article, verb, who)
    )


def _is_to_be(verb: "Token") -> bool:
    """Say whether a verb is of what is to be done: "every shell is to be answered"."""
    above = verb.head
    return (
        verb.dep_ == "xcomp"
        and above.lemma_ == "be"
        and clauses.modal(above) is None
        and clauses.passive(verb)
    )


def _standing_view(article: Article, verb: "Token") -> Line | None:
    """Return "regards any ... as an act of war" and "reserves the right to"."""
    who = clauses.subject(verb)
    if who is None:
        return None
    if verb.lemma_ == "mean" and any(each.lemma_ == "war" for each in clauses.objects(verb)):
        said = says(article, verb) is not None
        means = Line(*stretches.whole(verb), None, "means war", *stretches.subtree(who), who)
        return means if said else None
    if _one_for_all(verb, who):
        return Line(
            *stretches.whole(verb),
            None,
            "as good as war",
            *stretches.subtree(who),
            who,
            says(article, verb),
        )
    if parties.actor_near(article, who) is None:
        return None
    return _reserved(verb, who) if verb.lemma_ == "reserve" else _views(article, verb, who)


def _one_for_all(verb: "Token", who: "Token") -> bool:
    """Say whether one attack is held to be another: "is considered an attack on all"."""
    held = verb.lemma_.lower() in _VIEWING and clauses.passive(verb)
    grave = who.lemma_ in {"attack", "aggression"}
    return (
        held
        and grave
        and any(
            each.lemma_ in {"attack", "aggression"} and each.i > verb.i for each in verb.subtree
        )
    )


def _views(article: Article, verb: "Token", who: "Token") -> Line | None:
    if verb.lemma_.lower() not in _VIEWING or clauses.passive(verb):
        return None
    after = article.doc[verb.i : min(verb.i + 16, verb.sent.end)]
    lemmas = {each.lemma_.lower() for each in after}
    if not lemmas & (line_words("answered", "as") - _LOOSE):
        return None
    thing = clauses.child(verb, "dobj")
    holds = verb.tag_ in {"VBZ", "VBP"} and thing is not None and _any_act(thing)
    holds = holds and any(
        each.lemma_.lower() in line_words("answered", "as") - _LOOSE
        for each in after
        if thing is not None and each.i > thing.i
    )
    if not any(map(sweeping, after)) and not holds:
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, who, "regards any ... as", verb.idx, end)


def _any_act(thing: "Token") -> bool:
    """Say whether any act of a kind is meant: "recognition of the province", "a strike"."""
    meant = {each.lower_ for each in clauses.kids(thing) if each.dep_ in {"det", "poss"}}
    return clauses.lemma(thing) in lexicon().nouns and meant <= {"a", "an", "any", "another"}


def _reserved(verb: "Token", who: "Token") -> Line | None:
    right = clauses.child(verb, "dobj")
    act = clauses.child(right, "acl") if right is not None and right.lemma_ == "right" else None
    if act is None:
        return None
    hostile = lexicon().verbs.get(act.lemma_.lower()) in {"ASSAULT", "COERCE", "MOBILIZE"}
    if not hostile and act.lemma_.lower() not in _RIGHTS:
        return None
    return Line(*stretches.whole(verb), who, "reserves the right", *stretches.whole(verb))


def _passively(article: Article, verb: "Token", who: "Token") -> Line | None:
    """Return "any attack would be met with force", "will be treated as an army of occupation"."""
    lemma, key = verb.lemma_.lower(), phrase(verb, lexicon())
    held = lemma in {"hold", "bring", "call"} and any(
        each.lower_ in {"account", "justice", "accountable", "responsible"} for each in verb.subtree
    )
    if not held and not {lemma, key} & line_words("answered"):
        return None
    sweeps = any(sweeping(each) for each in (who, *clauses.kids(who)))
    kind = sort(article, verb, who)
    actlike = kind in {"act", "abstract"} or any(
        each.dep_ in {"relcl", "acl"} for each in clauses.kids(who)
    )
    spoken = voiced(article, verb)
    if any(each.lower_ == "as" for each in clauses.kids(verb)) or lemma in {"consider", "deem"}:
        about = sweeps or actlike or article.actor_of(who) or (spoken and kind)
        met = about and (_graded(article, verb) or (sweeps and spoken))
    elif lemma in {"meet", "answer", "deal"}:
        asked = who.lemma_.lower() in line_words("answered", "kindly")
        met = (
            (actlike or sweeps)
            and not asked
            and (_in_anger(verb) or (lemma == "answer" and _is_to_be(verb)))
        )
    else:
        told = _wrongdoers(who) or _entering(who) or (_resisted(verb, lemma) and actlike)
        told = told or (lemma in _AVENGING and _any_act(who))
        graded = lemma in line_words("answered", "graded")
        grave = {each.lemma_.lower() for each in verb.subtree} & line_words("answered", "gravely")
        met = (sweeps or (spoken and told)) and (not graded or bool(grave))
    if not met:
        return None
    start, end = stretches.whole(verb)
    subject = stretches.subtree(who)
    rule, by = "any ... will be answered", clauses.agent(verb)
    return Line(min(start, subject[0]), end, by, rule, *subject, doer(article, who))


def _wrongdoers(who: "Token") -> bool:
    """Say whether those spoken of are so named for the act: "trespassers", "those who harm us"."""
    told = any(each.dep_ == "relcl" for each in clauses.kids(who))
    return who.lemma_.lower() in line_words("answered", "wrongdoers") or (
        who.lower_ == "those" and told
    )


def _entering(who: "Token") -> bool:
    """Say whether those are meant who do a thing: "ships that enter", no ships known already."""
    plural = who.tag_ in {"NNS", "NNPS"}
    told = any(
        each.dep_ in {"relcl", "acl"} or (each.dep_ == "amod" and each.lower_ in _ALIEN)
        for each in clauses.kids(who)
    )
    return plural and told and not any(each.dep_ in {"det", "poss"} for each in clauses.kids(who))


def dealt_harshly(verb: "Token") -> bool:
    """Say whether an act is dealt with so that it hurts: "dealt with firmly"."""
    return any(each.lower_ in line_words("answered", "harshly") for each in verb.subtree)


def _in_anger(verb: "Token") -> bool:
    """Say whether an act would be met with something that hurts: with force, not with joy."""
    if verb.lemma_ == "deal":
        return dealt_harshly(verb)
    if any(each.lemma_.lower() == "kind" for each in clauses.prepositional(verb, "in")):
        return True
    found = [each.lemma_.lower() for each in clauses.prepositional(verb, "with", "by")]
    return bool(found) and not any(each in line_words("answered", "welcome") for each in found)


def _resisted(verb: "Token", lemma: str) -> bool:
    """Say whether an act would be resisted by force, not only seen or judged."""
    if lemma in {"resist", "repel", "repulse", "crush"}:
        return True
    return lemma in line_words("answered", "by_force") and any(
        each.lower_ in {"force", "fire", "arms", "means"} for each in verb.subtree
    )


def _graded(article: Article, verb: "Token") -> bool:
    """Say whether something is said to count as bad: "as an attack", "a hostile act"."""
    last = min(verb.i + _AHEAD, verb.sent.end)
    rest = {
        form for each in article.doc[verb.i : last] for form in (each.lemma_.lower(), each.lower_)
    }
    return bool(rest & line_words("answered", "as"))
