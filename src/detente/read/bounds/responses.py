"""What a party would do about another's act: regard it as, strike, answer, and what it would bring on."""

from typing import TYPE_CHECKING

from detente.read.ahead.causes import sort
from detente.read.article import Article
from detente.read.bounds.comers import struck
from detente.read.bounds.line import Line, sweeping
from detente.read.bounds.voiced import behind_warning, guessed, says, voiced
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, line_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_VIEWING = frozenset(("regard", "consider", "treat", "view", "see", "interpret", "deem", "take"))
_LOOSE = frozenset(("line", "party", "act", "legitimate"))
_REPLYING = frozenset(("respond", "retaliate", "answer", "react", "reply", "defend", "protect"))
_FIGHTING_OFF = frozenset(
    ("resist", "repel", "oppose", "counter", "punish", "crush", "thwart", "avenge", "fight_back")
)
_BRINGING_ABOUT = frozenset(
    ("lead_to", "result_in", "provoke", "trigger", "bring", "entail", "cost", "carry", "risk")
)
_PLEDGES = frozenset(("article", "treaty", "clause", "guarantee", "pact"))
_REFUSING = frozenset(("refusal", "failure", "non-compliance", "noncompliance", "defiance"))
_DEALING = frozenset(("give", "deliver", "make", "mount", "offer"))
_AHEAD = 24  # words behind "regarded" among which "as an act of war" may stand


def would_regard(article: Article, verb: "Token", who: "Token") -> Line | None:
    """Return "would regard a landing as an act of war", "would view it with concern"."""
    viewing = verb.lemma_.lower() in _VIEWING or phrase(verb, lexicon()) == "look_upon"
    viewing = viewing or (verb.lemma_ == "look" and clauses.child(verb, "prep") is not None)
    if not viewing or parties.actor_near(article, who) is None:
        return None
    last = min(verb.i + _AHEAD, verb.sent.end)
    rest = {each.lemma_.lower() for each in article.doc[verb.i : last]}
    thing = clauses.child(verb, "dobj", "ccomp", "xcomp")
    thing = thing or next(iter(clauses.prepositional(verb, "upon", "on")), None)
    grave = {each.lemma_.lower() for each in clauses.prepositional(verb, "with")}
    if thing is not None and grave & line_words("answered", "gravely"):
        return Line(
            *stretches.whole(verb), who, "would regard gravely", *stretches.subtree(thing), thing
        )
    if thing is None or not rest & (line_words("answered", "as") - _LOOSE):
        return None
    if verb.lemma_ in {"see", "take", "look"} and not any(
        each.lower_ == "as" for each in clauses.kids(verb)
    ):
        return None
    if says(article, verb) is None and article.speaker_of(verb) is not None:
        return None  # what others say of it
    start, end = stretches.whole(verb)
    return Line(start, end, who, "would regard as", *stretches.subtree(thing), thing)


def would_strike(article: Article, verb: "Token", who: "Token") -> Line | None:
    """Return "will shoot down any plane", "would respond to any attack"."""
    if parties.actor_near(article, who) is None and not voiced(article, verb):
        return None
    lemma, key = verb.lemma_.lower(), phrase(verb, lexicon())
    start, end = stretches.whole(verb)
    if lemma not in _REPLYING and struck(verb) is not None:
        return Line(start, end, who, "will strike any", verb.idx, end)
    after = [*article.doc[verb.i : min(verb.i + 9, verb.sent.end)]]
    replying = lemma in _REPLYING or key in {"strike_back", "hit_back"}
    fighting = {lemma, key} & _FIGHTING_OFF or _reply_given(verb) or _held_responsible(verb)
    replying = replying or (bool(fighting) and voiced(article, verb))
    inch = (each for each in clauses.objects(verb) if any(map(sweeping, clauses.kids(each))))
    if lemma == "defend" and any(each.lemma_ in line_words("reprisals", "barred") for each in inch):
        return Line(start, end, who, "will answer any", verb.idx, end)
    if lemma in {"defend", "protect"}:
        foe = next((each.i for each in after if each.lower_ in {"against", "from"}), verb.sent.end)
        after = [each for each in after if each.i > foe]
    if replying and any(sweeping(each) and not _kindly(each) for each in after):
        return Line(start, end, who, "will answer any", verb.idx, end)
    return None


def _reply_given(verb: "Token") -> bool:
    """Say whether a reply is given: "would give a fitting reply to any attack"."""
    return verb.lemma_ in _DEALING and any(
        each.lemma_.lower() in line_words("reprisals", "answers") for each in clauses.objects(verb)
    )


def _held_responsible(verb: "Token") -> bool:
    """Say whether somebody is held to account: "would hold Oslo responsible for any raid"."""
    return verb.lemma_ == "hold" and any(
        each.lower_ in {"responsible", "accountable", "liable"} for each in verb.subtree
    )


def _kindly(word: "Token") -> bool:
    """Say whether what is answered is no act: "any request", "any question"."""
    return word.head.lemma_.lower() in line_words("answered", "kindly")


def meets_any(verb: "Token", who: "Token") -> Line | None:
    """Return "a response that would meet any attack", "a reply would await any raid"."""
    if verb.lemma_ not in {"meet", "follow", "await", "greet"}:
        return None
    if not {who.lemma_.lower(), verb.head.lemma_.lower()} & line_words("reprisals", "answers"):
        return None
    thing = clauses.child(verb, "dobj")
    if thing is None or not any(map(sweeping, clauses.kids(thing))):
        return None
    start, end = stretches.whole(verb)
    start = min(start, who.left_edge.idx)
    return Line(start, end, None, "an answer to any", *stretches.subtree(thing), thing)


def brings(article: Article, verb: "Token", who: "Token") -> Line | None:
    """Return "any attack would provoke a war", "harm to us would change everything"."""
    lemma = verb.lemma_.lower()
    keys = {lemma, phrase(verb, lexicon())}
    keys |= {f"{lemma}_{each.lower_}" for each in clauses.kids(verb) if each.dep_ == "prep"}
    if not keys & line_words("brings"):
        return None
    sweeps = any(sweeping(each) for each in (who, *clauses.kids(who)))
    actlike = sort(article, verb, who) in {"act", "abstract"} or any(
        each.dep_ in {"relcl", "acl"} for each in clauses.kids(who)
    )
    spoken = says(article, verb) is not None
    refusing = clauses.lemma(who) in _REFUSING and clauses.child(who, "acl") is not None
    if guessed(verb) or not (sweeps or ((actlike or refusing) and spoken)):
        return None
    things = {each.lemma_.lower() for each in clauses.objects(verb)} | {
        each.lemma_.lower() for each in clauses.prepositional(verb)
    }
    if not things & line_words("brings", "objects"):
        return None
    answers = line_words("reprisals", "answers") | line_words("ultimatums", "ills") | _PLEDGES
    foretold = not refusing and bool(keys & _BRINGING_ABOUT) and not things & (answers - {"war"})
    if foretold and not sweeps and not behind_warning(verb):
        return None  # "said that an arrest would lead to civil war": what would come of it
    start, end = stretches.whole(verb)
    subject = stretches.subtree(who)
    return Line(
        min(start, subject[0]), end, None, "any ... will face", *subject, doer(article, who)
    )


def doer(article: Article, who: "Token") -> "Token":
    """Return whose an act is: "Greek" in "a Greek landing", else the act itself."""
    for each in clauses.kids(who):
        if each.dep_ in {"amod", "compound", "poss"} and article.actor_of(each):
            return each
    by = next(iter(clauses.prepositional(who, "by", "from")), None)
    return by if by is not None and article.actor_of(by) else who
