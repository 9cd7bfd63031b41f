"""Verbs by which somebody bars an act: "will not tolerate", "any attack would be met with".

Each function looks at one verb and returns the line that it draws, if it draws one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from detente.read import clauses, parties
from detente.read.article import Article
from detente.read.operators import phrase
from detente.read.words import lexicon, table, word_class, words

if TYPE_CHECKING:
    from spacy.tokens import Token


STRICT_ANY = frozenset(
    ("any", "every", "whoever", "anyone", "anybody", "whatever", "anything", "each")
)
WILL = frozenset(("will", "would", "shall", "'ll", "'d", "wo"))
_VIEWING = frozenset(("regard", "consider", "treat", "view", "see", "interpret", "deem"))
_SELF = frozenset(("i", "we", "it", "they", "he", "she", "you"))
_LOOSE = frozenset(("line", "party", "act", "legitimate"))
_SET_PHRASES = frozenset(
    ["moment", "time", "cost", "rate", "case", "event", "more", "longer", "day", "minute", "hour"]
)


@dataclass(frozen=True, slots=True)
class Line:
    """A red line at a place: its clause, who draws it, and what words forbid what."""

    start: int
    end: int
    by: "Token | None"
    rule: str
    act_start: int
    act_end: int
    doer: "Token | None" = None
    actor: str | None = None


@cache
def word_list(part: str, key: str = "verbs") -> frozenset[str]:
    """Return a list of ``red_lines.toml`` as a set."""
    return frozenset(words(table("red_lines")[part][key]))


def barred(article: Article) -> Iterator[Line]:  # noqa: C901 - a list of cases
    """Yield the lines that verbs draw, in the order of the text."""
    known = lexicon()
    for verb in article.doc:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        helper = clauses.modal(verb)
        lemma = verb.lemma_.lower()
        key = phrase(verb, known)
        if lemma == "warn":
            line = _warned(verb)
            if line is not None:
                yield line
            continue
        denied = clauses.negated(verb)
        ordered = _ordered(article, verb, denied=denied)
        if ordered is not None:
            yield ordered
            continue
        if helper is None:
            line = _standing_view(article, verb, lemma)
            if line is not None:
                yield line
            continue
        line = _forbade(article, verb, helper, denied=denied)
        if line is not None:
            yield line
            continue
        if denied and (
            lemma in word_list("refusing") or f"{lemma}_{_next(verb)}" in word_list("refusing")
        ):
            line = _refused(article, verb, helper)
            if line is not None:
                yield line
        elif not denied and helper.lower_ in WILL:
            line = _answered(article, verb, key)
            if line is not None:
                yield line


def _standing_view(article: Article, verb: "Token", lemma: str) -> Line | None:  # noqa: C901, PLR0911 - a list of cases
    """Return "regards any ... as an act of war" and "reserves the right to"."""
    who = clauses.subject(verb)
    if who is None:
        return None
    if lemma == "mean" and any(each.lemma_ == "war" for each in clauses.objects(verb)):
        if article.role_of(article.speaker_of(verb)) != "party":
            return None
        return Line(*clauses.whole(verb), None, "means war", *clauses.subtree(who), who)
    if parties.actor_near(article, who) is None:
        return None
    if lemma == "reserve":
        right = clauses.child(verb, "dobj")
        if (
            right is not None
            and right.lemma_ == "right"
            and (act := clauses.child(right, "acl")) is not None
        ):
            if act.lemma_.lower() not in {
                *lexicon().verbs,
                "respond",
                "act",
                "react",
                "reply",
                "answer",
                "strike",
                "use",
            }:
                return None
            return Line(*clauses.whole(verb), who, "reserves the right", *clauses.whole(verb))
        return None
    if lemma not in _VIEWING or clauses.passive(verb):
        return None
    after = article.doc[verb.i : min(verb.i + 16, verb.sent.end)]
    if not any(sweeping(each) for each in after):
        return None
    if {each.lemma_.lower() for each in after} & (word_list("answered", "as") - _LOOSE):
        start, end = clauses.whole(verb)
        return Line(start, end, who, "regards any ... as", verb.idx, end)
    return None


def _ordered(article: Article, verb: "Token", *, denied: bool) -> Line | None:
    """Return what a party tells another not to do: "Do not test us"."""
    if not denied or verb.tag_ != "VB" or clauses.child(verb, *clauses.SUBJECTS) is not None:
        return None
    if not any(
        each.lower_ in {"do", "n't", "not"} and each.dep_ == "aux" for each in verb.children
    ):
        return None
    if article.role_of(article.speaker_of(verb)) != "party" or verb.dep_ in {"xcomp", "acl"}:
        return None
    start, end = clauses.whole(verb)
    return Line(start, end, None, "do not", start, end)


def _forbade(article: Article, verb: "Token", helper: "Token", *, denied: bool) -> Line | None:
    """Return what a party says that others must not do: "must not interfere", "nobody may"."""
    who = clauses.subject(verb)
    if who is None or who.lower_ in _SELF or verb.dep_ == "relcl":  # "whom nobody can name"
        return None
    nobody = who.lower_ in {"nobody", "none"} or (
        who.lower_ in {"one", "country", "state", "power"} and clauses.negated(who)
    )
    kept_out = (
        helper.lower_ in {"must", "should"}
        and verb.lemma_ in {"keep", "stay"}
        and any(each.lower_ in {"out", "off", "away", "clear"} for each in verb.subtree)
    )
    never = (
        denied
        and helper.lower_ in {"will", "would", "shall"}
        and any(each.lower_ == "never" for each in verb.children)
    )
    if never and (parties.actor_near(article, who) is None or verb.head.pos_ != "VERB"):
        return None
    forbids = (
        kept_out
        or never
        or (denied and helper.lower_ in {"must", "may", "should"})
        or (nobody and helper.lower_ in {"may", "can", "must", "shall", "will"})
    )
    if not forbids:
        return None
    speaker = article.speaker_of(verb)
    doer = parties.actor_near(article, who)
    if article.role_of(speaker) != "party" or doer == speaker:
        return None
    if helper.lower_ == "should" and doer is None:
        return None
    start, end = clauses.whole(verb)
    return Line(start, end, None, "must not", start, end, who, speaker)


def sweeping(word: "Token") -> bool:
    """Say whether a word takes in every case: "any", "whoever", but not "at any moment"."""
    return word.lower_ in STRICT_ANY and word.head.lower_ not in _SET_PHRASES


def _next(verb: "Token") -> str:
    return verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""


def _refused(article: Article, verb: "Token", helper: "Token") -> Line | None:  # noqa: PLR0911 - a list of cases
    start, end = clauses.whole(verb)
    lemma = verb.lemma_.lower()
    if clauses.passive(verb):
        if lemma not in {"allow", "permit", "tolerate", "accept", "let"}:
            return None
        who = clauses.subject(verb)
        return Line(start, end, None, "must not be allowed", start, end, who)
    if (
        helper.lower_ in {"can", "could", "ca"}
        and lemma in {"accept", "compromise", "let", "hesitate", "surrender"}
        and helper.lower_ != "can"
    ):
        return None
    if lemma == "hesitate" and not any(each.dep_ == "xcomp" for each in verb.children):
        return None
    if lemma == "accept" and any(
        each.lemma_.lower() in word_list("refusing", "terms") for each in clauses.objects(verb)
    ):
        return None
    if lemma in {"compromise", "surrender", "accept"} and helper.lower_ not in {
        "will",
        "wo",
        "would",
        "can",
        "ca",
        "'ll",
    }:
        return None
    who = clauses.subject(verb)
    if who is None or (
        who.lower_ in {"which", "that", "there"} and parties.actor_near(article, who) is None
    ):
        return None
    if (
        parties.actor_near(article, who) is None
        and who.pos_ != "PRON"
        and who.lemma_.lower() not in word_class("people")
    ):
        return None
    return Line(start, end, who, "will not tolerate", verb.idx + len(verb), end)


def _answered(article: Article, verb: "Token", key: str) -> Line | None:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    lemma = verb.lemma_.lower()
    who = clauses.subject(verb)
    if who is None or who.i > verb.i:
        return None
    sweeps = any(sweeping(each) for each in (who, *who.children)) or sweeping(who)
    actlike = (
        who.lemma_.lower() in lexicon().nouns
        or who.pos_ == "VERB"
        or any(each.dep_ in {"relcl", "acl"} for each in who.children)
    )
    start, end = clauses.whole(verb)
    subject = clauses.subtree(who)
    if clauses.passive(verb) and (lemma in word_list("answered") or key in word_list("answered")):
        graded = any(each.lower_ == "as" for each in verb.children) or lemma in {
            "consider",
            "deem",
        }
        if graded:
            rest = {each.lemma_.lower() for each in article.doc[verb.i : verb.i + 14]} | {
                each.lower_ for each in article.doc[verb.i : verb.i + 14]
            }
            if not rest & word_list("answered", "as"):
                return None
            if not (sweeps or actlike or article.actor_of(who)):
                return None
        elif lemma in {"meet", "answer"}:
            if not (actlike or sweeps) or not any(
                each.lower_ in {"with", "by"} for each in verb.children
            ):
                return None
        elif not sweeps:
            return None
        return Line(
            min(start, subject[0]),
            end,
            clauses.agent(verb),
            "any ... will be answered",
            *subject,
            _doer(article, who),
        )
    party = parties.actor_near(article, who)
    if lemma in _VIEWING and party is not None:
        rest = {each.lemma_.lower() for each in article.doc[verb.i : verb.i + 14]}
        if rest & (word_list("answered", "as") - _LOOSE):
            thing = clauses.child(verb, "dobj", "ccomp", "xcomp")
            if thing is not None:
                return Line(start, end, who, "would regard as", *clauses.subtree(thing), thing)
    if (
        party is not None
        and (
            lexicon().verbs.get(lemma) in {"ASSAULT", "COERCE"} or key in {"shoot_down", "fire_on"}
        )
        and any(any(sweeping(word) for word in each.children) for each in clauses.objects(verb))
    ):
        return Line(start, end, who, "will strike any", verb.idx, end)
    replying = (
        lemma in {"defend", "protect"}
        or lemma in {"respond", "retaliate", "answer", "react", "reply"}
        or key
        in {
            "strike_back",
            "hit_back",
        }
    )
    if (
        replying
        and party is not None
        and any(sweeping(each) for each in article.doc[verb.i : min(verb.i + 9, verb.sent.end)])
    ):
        return Line(start, end, who, "will answer any", verb.idx, end)
    warned = behind_warning(verb) or article.role_of(article.speaker_of(verb)) == "party"
    if (lemma in word_list("brings") or key in word_list("brings")) and (
        sweeps or (warned and actlike)
    ):
        things = {each.lemma_.lower() for each in clauses.objects(verb)} | {
            each.lemma_.lower() for each in clauses.prepositional(verb)
        }
        if things & word_list("brings", "objects"):
            return Line(
                min(start, subject[0]),
                end,
                None,
                "any ... will face",
                *subject,
                _doer(article, who),
            )
    return None


def behind_warning(verb: "Token") -> bool:
    """Say whether a clause is what somebody warns of or threatens."""
    current = verb
    for _ in range(3):
        if current.dep_ not in {"ccomp", "conj", "xcomp"}:
            return False
        current = current.head
        if current.lemma_ in {"warn", "threaten", "caution"}:
            return True
    return False


def _doer(article: Article, who: "Token") -> "Token":
    for each in who.children:
        if each.dep_ in {"amod", "compound", "poss"} and article.actor_of(each):
            return each
    by = next(iter(clauses.prepositional(who, "by", "from")), None)
    return by if by is not None and article.actor_of(by) else who


def _warned(verb: "Token") -> Line | None:
    """Return "warned X against V-ing" and "warned X not to V"."""
    whom = clauses.child(verb, "dobj")
    against = next(iter(clauses.prepositional(verb, "against")), None)
    start, end = clauses.extent(
        verb, left=[each for each in verb.children if each.dep_ in clauses.SUBJECTS]
    )
    who = clauses.subject(verb)
    if (
        against is not None
        and not clauses.passive(verb)
        and (against.pos_ == "VERB" or against.lemma_.lower() in lexicon().nouns)
    ):
        return Line(start, end, who, "warned against", against.left_edge.idx, end, whom)
    act = clauses.child(verb, "xcomp", "ccomp", "advcl")
    if act is not None and act.tag_ == "VB" and clauses.negated(act) and clauses.modal(act) is None:
        return Line(
            start,
            max(end, clauses.whole(act)[1]),
            who,
            "warned not to",
            *clauses.whole(act),
            whom or clauses.subject(act),
        )
    return None
