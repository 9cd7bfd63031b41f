"""What a source says will or would happen, and what the reporter foretells: "will remain".

A source judges what comes, an official announces it: of those who hold an office
only what they say of others counts. A reporter foretells where he writes of the
present; in a history "would" tells what came.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.ahead import causes
from detente.read.ahead.expected import Found
from detente.read.ahead.forewarned import ASKED, OPEN, SELF, verb_of, warned, well
from detente.read.ahead.in_office import in_office, of_several, own_plan
from detente.read.ahead.likelihood import listed
from detente.read.article import Article
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modals import WILL
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SURELY = frozenset(("will", "'ll", "wo", "shall"))
_US = frozenset(("i", "we", "which", "who", "what"))
_TOP = frozenset(("ROOT", "conj", "ccomp"))
_QUESTIONS = frozenset(("when", "where", "which", "what", "whether", "how", "why"))
_WISHED = frozenset(("like", "want", "need", "require", "prefer", "mean", "wish", "rather"))
_TELLING = frozenset(("show", "depend", "tell"))  # "time will show whether"
_WEEK = frozenset(
    (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "tomorrow",
        "tonight",
        "today",
    )
)
_ONLY_UNDER = frozenset(("prep", "agent", "ROOT"))
_LAYING_DOWN = frozenset(("agree", "insist", "provide", "stipulate", "ensure"))
_COURSES = frozenset(("thing", "outcome", "scenario", "development", "way", "course"))
_ENOUGH = 3  # verbs by which the tense of a text can be told


def foretold(article: Article, sentence: "Span", *, now: bool) -> Iterator[Found]:  # noqa: C901 - a list of cases
    """Yield what a source says will or would happen, or the reporter where nobody is said to speak.

    Parameters
    ----------
    article : Article
        The text.
    sentence : Span
        The sentence to look through.
    now : bool
        Whether the text tells of its present, as `of_the_present` says.
    """
    for verb in sentence:
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
            continue
        helper = clauses.modal(verb)
        if helper is None and verb.tag_ == "MD" and _bare(article, verb, now=now):
            yield Found(*stretches.whole(verb), verb, "will, by itself")
            continue
        who = clauses.subject(verb) or _there(verb) if helper is not None else None
        if helper is not None and who is not None and _holds_out(verb, helper):
            speaker = article.speaker_of(verb)
            if (now and speaker is None) or (speaker is not None and _judges(article, speaker)):
                yield Found(*stretches.whole(verb), verb, "holds out")
                continue
        if helper is None or who is None or helper.lower_ not in WILL | OPEN:
            continue
        if clauses.conditional(verb) or "whether" in clauses.marks(verb) or _asks(verb):
            continue
        if clauses.perfect(verb) and helper.lower_ not in _SURELY:
            continue
        speaker = article.speaker_of(verb)
        if speaker is None:
            if not article.quoted(verb.idx) and _reported(article, verb, helper, who, now=now):
                yield Found(*stretches.whole(verb), verb, "the reporter's modal")
        elif article.role_of(speaker) == "source" and _said(article, speaker, verb, helper, who):
            yield Found(*stretches.whole(verb), verb, "a source's modal")
        elif warned(article, speaker, verb, helper, who):
            yield Found(*stretches.whole(verb), verb, "warned of others")


def _bare(article: Article, verb: "Token", *, now: bool) -> bool:
    """Say whether "will" stands by itself: "It will not.", "I do not think it will"."""
    if verb.lower_ not in _SURELY or verb.dep_ not in _TOP | {"relcl"} or verb.sent[-1].text == "?":
        return False
    who = clauses.child(verb, "nsubj")
    if who is None or who.i > verb.i or who.lower_ in _US or verb.head.pos_ == "NOUN":
        return False
    if any(each.dep_ in {"dobj", "attr", "acomp", "prep"} for each in clauses.kids(verb)):
        return False
    speaker = article.speaker_of(verb)
    return now if speaker is None else _judges(article, speaker)


def _holds_out(verb: "Token", helper: "Token") -> bool:
    """Say whether it's weighed how long somebody can last: "cannot hold out for a month"."""
    if helper.lower_ not in {"can", "ca", "could", "may", "might"} or clauses.perfect(verb):
        return False
    if verb.lemma_ not in listed("enduring") or clauses.marks(verb) & _QUESTIONS:
        return False
    return any(
        each.lemma_ in _SPANS or each.lower_ in {"long", "indefinitely", "forever", "year", "years"}
        for each in verb.subtree
        if each.i > verb.i
    )


def of_the_present(article: Article) -> bool:
    """Say whether a text tells of its present, not of the past: most main verbs aren't past."""
    now = past = 0
    for sentence in article.sentences:
        tags = {each.tag_ for each in sentence.root.children if each.dep_ in {"aux", "auxpass"}}
        tags.add(sentence.root.tag_)
        now += bool(tags & {"VBZ", "VBP", "MD"})
        past += "VBD" in tags
    return now + past < _ENOUGH or now >= past


def _said(article: Article, speaker: str, verb: "Token", helper: "Token", who: "Token") -> bool:  # noqa: PLR0911 - a list of cases
    """Say whether a source judges what comes."""
    saying = article.saying_at(verb)
    judges = _judges(article, speaker)
    said = verb_of(saying) if saying is not None else ""
    if verb.dep_ == "relcl" or (said in word_class("promising") and not judges):
        return False
    if not article.quoted(verb.idx) and _announced(article, speaker, said, who, judges=judges):
        return False
    if own_plan(speaker, verb, helper, who, quoted=article.quoted(verb.idx)):
        return False
    if judges and who.lower_ not in _US and article.actor_of(who) != speaker:
        if helper.lower_ in WILL:
            wished = helper.lower_ in {"would", "'d"} and verb.lemma_ in _WISHED
            free = not wished and not any(each.lower_ == "any" for each in who.lefts)
            return free and not any(each.lower_ in _WEEK for each in verb.subtree)
        return helper.lower_ != "could" or well(verb) or verb.lemma_ in listed("drifts")
    if judges and who.lower_ in {"we", "you"} and verb.lemma_ == "see":  # "we could see a war"
        return clauses.child(verb, "dobj", "ccomp") is not None
    if helper.lower_ not in WILL and not well(verb):
        return False
    if who.lower_ in {"he", "she", "they"} and clauses.lemma(verb) in lexicon().verbs:
        return judges  # "they would resist", officials say of their own
    known = parties.actor_near(article, who) is not None or _thirds(who)
    return known and who.lower_ not in SELF and not clauses.perfect(verb)


def _announced(article: Article, speaker: str, said: str, who: "Token", *, judges: bool) -> bool:
    """Say whether a report tells what will be done, not what somebody thinks: "announced that"."""
    if said in listed("announcing"):
        return True
    if not judges:
        return said not in listed("foretelling") | listed("judging")
    return who.lower_ == "they" and of_several(article, speaker)


def _there(verb: "Token") -> "Token | None":
    """Return "there" of "there will be more blood"."""
    return clauses.child(verb, "expl") if verb.lemma_ == "be" else None


def _judges(article: Article, speaker: str) -> bool:
    """Say whether a source weighs what others do: an expert, a diplomat, a person without office."""
    known = article.cast.get(speaker)
    if known is None or known.kind not in {"person", "people"}:
        return False
    last = speaker.rsplit("_", 1)[-1]
    return last not in listed("announcers") and not in_office(article, speaker)


def _reported(article: Article, verb: "Token", helper: "Token", who: "Token", *, now: bool) -> bool:  # noqa: PLR0911 - a list of cases
    """Say whether the reporter foretells: "will remain", "may well use", no plan or date."""
    lower = helper.lower_
    several = who.lemma_ in _COURSES and any(each.dep_ == "nummod" for each in who.lefts)
    if several or _someones_word(verb):
        return False
    if lower in _SURELY:
        return now and _will(article, verb, helper, who)
    if well(verb):
        return lower in OPEN and not clauses.negated(verb)
    free = verb.dep_ in _TOP and not clauses.marks(verb) & _QUESTIONS and who.lower_ not in ASKED
    allowed = any(each.lower_ in {"any", "anyone", "anybody"} for each in (who, *who.children))
    barred = lower == "may" and any(each.lower_ == "neither" for each in who.lefts)
    allowed = allowed or barred or who.lower_ in {"one", "you"}
    if not now or not free or allowed:
        return False
    if helper.i < who.i and verb.sent[-1].text == "?":
        return False
    if lower in {"may", "might"}:
        return not _remark(verb, who)
    if lower == "could":
        return verb.lemma_ in listed("drifts")
    return _would(article, verb, who)


def _someones_word(verb: "Token") -> bool:
    """Say whether a clause is what somebody is to say or agree: "should make clear that it will"."""
    first = clauses.conjuncts_head(verb) if verb.dep_ == "conj" else verb
    above = first.head
    if first.dep_ != "ccomp" or above.pos_ != "VERB" or first.i < above.i:
        return False
    clear = above.lemma_ == "make" and any(
        each.lower_ in {"clear", "plain"} for each in (*above.rights, *above.lefts, *first.lefts)
    )
    return clear or above.lemma_.lower() in lexicon().saying or above.lemma_ in _LAYING_DOWN


def _asks(verb: "Token") -> bool:
    """Say whether a clause is a question: "how long it would hold", "what it will cost"."""
    first = verb.left_edge.i
    return any(
        each.tag_ in {"WRB", "WP"} and each.lower_ in _QUESTIONS | {"who"}
        for each in verb.doc[first : min(first + 2, verb.i)]
    )


def _remark(verb: "Token", who: "Token") -> bool:
    """Say whether "may" only grants or remarks: "it may be said that", "may as well"."""
    said = clauses.passive(verb) and who.lower_ == "it"
    near = verb.doc[max(verb.i - 3, 0) : verb.i]
    granted = any(each.lower_ in {"no", "each", "either", "every"} for each in who.lefts) or any(
        (each.lower_ == "under" and each.i < verb.i)
        or (each.lower_ == "only" and each.i > verb.i and each.head.dep_ in _ONLY_UNDER)
        for each in verb.subtree
    )
    return said or granted or any(each.lower_ == "as" for each in near)


def _would(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether "would" tells how somebody would take it, or how soon something would come."""
    if verb.lemma_ in listed("reactions") and article.actor_of(who) is not None:
        return True
    return any(
        each.lower_ in {"within", "in"} and any(far.lemma_ in _SPANS for far in each.children)
        for each in verb.children
        if each.i > verb.i
    )


_SPANS = frozenset(("hour", "day", "week", "month", "minute"))


def _will(article: Article, verb: "Token", helper: "Token", who: "Token") -> bool:  # noqa: PLR0911 - a list of cases
    """Say whether "will" foretells; a day given makes it a plan, a refusal is no forecast."""
    turned = verb.sent[0].lower_ in {"only", "nor", "neither", "never", "rarely"}  # "Nor will it"
    if verb.tag_ != "VB" and not clauses.perfect(verb) and not clauses.passive(verb):
        return False
    if (helper.i < who.i and not turned) or verb.dep_ in {"relcl", "advcl"}:
        return False
    if clauses.marks(verb) & _QUESTIONS or who.lower_ in ASKED or verb.lemma_ in _TELLING:
        return False
    party = parties.actor_near(article, who) is not None
    if any(each.lower_ == "any" for each in who.lefts):
        return False  # "any ship that enters will be sunk"
    if party and not turned and clauses.negated(verb) and verb.lemma_ in listed("refusals"):
        return False
    if who.lemma_.lower() in causes.listed("causes", "papers") and not _drifts(verb):
        lays_down = (
            verb.lemma_ == "last" or clauses.child(verb, "dobj", "dative", "ccomp") is not None
        )
        return clauses.perfect(verb) or not (
            lays_down or clauses.passive(verb)
        )  # "the law will allow the army to"
    set_for = clauses.passive(verb) or any(_a_date(each) for each in verb.subtree)
    if verb.lemma_ in listed("meetings") and set_for:
        return False
    return not (_dated(verb) and (party or verb.lemma_.lower() in lexicon().verbs))


def _drifts(verb: "Token") -> bool:
    return verb.lemma_ in listed("drifts") and verb.lemma_ != "last"


def _a_date(token: "Token") -> bool:
    """Say whether a word belongs to a day of the calendar: "on Monday", "tonight"."""
    return token.lower_ in _WEEK or (
        token.ent_type_ in {"DATE", "TIME"} and token.tag_ in {"NNP", "NNPS", "CD"}
    )


def _dated(verb: "Token") -> bool:
    """Say whether a day is given, as plans have one: "on Monday"; "within days" is none."""
    return any(_a_date(each) for each in verb.subtree if each.i > verb.i)


def _thirds(who: "Token") -> bool:
    """Say whether a subject is a third party that no name is known of: "they", "somebody"."""
    return who.lower_ in {"they", "he", "she", "somebody", "someone", "nobody", "both"}
