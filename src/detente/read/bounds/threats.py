"""Threats with a condition: "if they cross, we will", "unless it withdrew, it would be bombed".

A condition that another party may fulfil, and behind it an answer: an act against it, war,
the end of a truce, or what it would come to regret.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.alternatives import otherwise
from detente.read.bounds.barring import Line
from detente.read.bounds.comers import by_means
from detente.read.bounds.comeuppance import (
    at_war,
    begins,
    loses,
    no_safety,
    open_options,
    over,
    regrets,
)
from detente.read.bounds.deeds import (
    VOWING,
    deed,
    frame,
    held_to_account,
    measures,
    strikes,
    to_come,
)
from detente.read.bounds.hardships import (
    befalls_you,
    blamed,
    driven_out,
    measures_follow,
    own_men_fight,
    parted,
    rises,
)
from detente.read.bounds.orders import under_orders
from detente.read.bounds.provocations import (
    DEMANDS,
    benign,
    by_itself,
    conceded,
    doer_of,
    only_then,
    own_condition,
    provoked,
)
from detente.read.bounds.threats_by_acts import by_acts, goes_on, line_of
from detente.read.bounds.voiced import (
    SHARED,
    behind_warning,
    carried_on,
    guessed,
    had_been,
    likely,
    official,
    onlooker,
    says,
    told_party,
    unnamed,
)
from detente.read.done import parties
from detente.read.done.act import Act
from detente.read.grammar import clauses
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modality import HOSTILE
from detente.read.grammar.modals import WILL
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEHIND = frozenset(
    (
        "if", "inverted should", "inverted were", "unless", "in the event of", "or face", "or else",
        "as long as", "so long as", "until", "the moment", "in case of",
    )
)  # fmt: skip
_ANSWERING = frozenset(("respond", "retaliate", "react", "reply", "act", "fight", "strike"))
_HELPING = frozenset(("support", "stand", "aid", "assist", "help", "honour", "honor"))
_IN_CASE = frozenset(("in the event of", "in case of"))
_PRONOUNS = frozenset(("it", "they", "he", "she"))
_STRONG = frozenset(("warn", "threaten", "vow", "swear", "promise", "pledge", "declare"))
_FRIENDLY = frozenset(("REQUEST", "CONSULT", "AGREE", "COOPERATE", "CONCEDE", "AID"))
_BEING = frozenset(("have", "see", "need", "find", "become", "know", "get", "lie"))


def threats(
    article: Article,
    acts: tuple[Act, ...],
    conditions: tuple[Conditional, ...],
    verbs: "tuple[Token, ...]",
) -> Iterator[Line]:
    """Yield threats with a condition: one party's answer to another's act."""
    for found in conditions:
        if found.rule not in _BEHIND or only_then(article, found) or conceded(article, found):
            continue
        each = parted(article, found)
        line = by_acts(article, acts, each) or _answer(article, each)
        if line is not None:
            yield line
    for verb in verbs:
        line = otherwise(article, verb)
        if line is not None:
            yield line


def _answer(article: Article, each: Conditional) -> Line | None:
    """Return "if the reactor was hit it would leave the treaty", said by who would leave."""
    verb = frame(each.verb)
    who = clauses.subject(verb)
    if who is None or not _foretold(article, verb, who):
        return None
    drawer, spoken = _voice(article, verb, who)
    fighting = own_men_fight(article, each, verb, who)
    if befalls_you(article, each, verb) or (fighting and drawer is None):
        return line_of(each, "an answer with a condition", drawer)
    if not spoken or own_condition(article, each, drawer) or by_itself(article, each):
        return None
    lasting = each.rule == "until" and not clauses.negated(verb)  # "would close its airspace until"
    if lasting or (each.rule in DEMANDS and (verb.dep_ == "xcomp" or _threatened(verb))):
        return None
    if verb.lemma_ in VOWING and clauses.negated(deed(verb)):
        return None  # "promised not to fill the lake until"
    answered = (
        _fights(article, each, verb, who, own=_ones_own(article, verb, who, drawer))
        or (drawer not in SHARED and (at_war(verb) or over(verb, who)))
        or regrets(verb)
        or loses(article, verb, who, drawer)
        or no_safety(verb)
        or under_orders(verb)
        or open_options(verb, who)
        or _nobody_either(who, drawer)
        or blamed(article, verb, who, drawer)
        or driven_out(article, verb, who, drawer)
        or (drawer not in SHARED and each.rule != "until" and measures_follow(verb, who))
        or (drawer is not None and rises(verb, who))
        or (drawer not in SHARED and (begins(verb, who) or _warned_outright(article, each, verb)))
    )
    return line_of(each, "an answer with a condition", drawer) if answered else None


def _foretold(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether a clause is of what somebody would do, and no guess or question."""
    vowing = verb.lemma_ in VOWING and clauses.child(verb, "xcomp") is not None
    ahead = (
        vowing
        or no_safety(verb)
        or under_orders(verb)
        or open_options(verb, who)
        or _warned_of(article, verb)
        or to_come(verb, first=_first(article, verb, who))
    )
    doubtful = likely(verb) or had_been(verb) or _asked_for(verb) or goes_on(verb)
    return ahead and not doubtful


def _warned_of(article: Article, verb: "Token") -> bool:
    """Say whether a party warns of what it could do: "could cut off gas if, Minsk warned"."""
    helper, saying = clauses.modal(verb), article.saying_at(verb.idx)
    able = helper is not None and helper.lower_ in {"could", "may"} and not clauses.passive(verb)
    warned = saying is not None and saying.rule.rsplit(":", 1)[-1] in {"warn", "threaten"}
    return able and warned and lexicon().verbs.get(phrase(deed(verb), lexicon())) in HOSTILE


def _first(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether "we" or "I" is who speaks."""
    if who.lower_ not in {"we", "i"} or onlooker(article, verb.idx):
        return False
    if says(article, verb) is not None:
        return True
    nameless = article.speaker_of(verb) is None or unnamed(article, verb)
    return who.lower_ == "we" and article.quoted(verb.idx) and nameless


def _voice(article: Article, verb: "Token", who: "Token") -> tuple[str | None, bool]:
    """Return whose words a threat is, where known, and whether it is anybody's who may threaten."""
    drawer = says(article, verb) or carried_on(article, verb)
    if drawer is not None:
        return drawer, True
    warned = behind_warning(verb) and not onlooker(article, verb.idx)
    if not (unnamed(article, verb) or warned) or guessed(verb):
        return None, _first(article, verb, who)
    party = parties.actor_near(article, who) if not clauses.passive(verb) else None
    if party is not None and party == told_party(article, verb):
        return None, False  # "was told that it would stand alone"
    known = official(article, verb) or article.speaker_of(verb) is None
    return party if known else None, True


def _ones_own(article: Article, verb: "Token", who: "Token", drawer: str | None) -> bool:
    """Say whether whoever answers is who speaks: "it warned that it would", "said its men would"."""
    if _first(article, verb, who):
        return True
    if drawer is not None and parties.actor_near(article, who) == drawer:
        return True
    if clauses.passive(verb):
        return False
    if verb.lemma_ in VOWING and clauses.child(verb, "xcomp") is not None:
        some = {clauses.lemma(each) for each in (who, *clauses.prepositional(who, "of"))}
        return drawer is None and bool(some & {*word_class("force"), *word_class("people")})
    if who.lower_ in _PRONOUNS:
        return drawer is None or (verb.dep_ == "ccomp" and verb.head.lemma_ in _STRONG)
    return drawer is None and any(
        each.dep_ == "poss" and each.tag_ == "PRP$" for each in clauses.kids(who)
    )


def _warned_outright(article: Article, each: Conditional, verb: "Token") -> bool:
    """Say whether somebody is warned of what will come of his own act: "it would get worse if he"."""
    helper, first = clauses.modal(verb), doer_of(article, each)
    if first is None or helper is None or helper.lower_ not in WILL or each.rule in DEMANDS:
        return False
    other = parties.actor_near(article, first)
    known = article.role_of(other) == "party" or first.lower_ in _PRONOUNS
    return known and behind_warning(verb) and not clauses.passive(first.head)


def _nobody_either(who: "Token", drawer: str | None) -> bool:
    """Say whether what one is kept from nobody shall have: "if we can't sell oil, nobody will"."""
    none = who.lower_ in {"nobody", "none"} or (who.lower_ == "one" and clauses.negated(who))
    return none and drawer is not None and drawer not in SHARED


def _asked_for(verb: "Token") -> bool:
    """Say whether a clause only asks what would be: "has not said what it would do if"."""
    return any(each.tag_ in {"WP", "WRB"} and each.i < verb.i for each in clauses.kids(verb))


def _threatened(verb: "Token") -> bool:
    return "threaten" in {verb.lemma_, verb.head.lemma_}


def _fights(article: Article, each: Conditional, verb: "Token", who: "Token", *, own: bool) -> bool:
    """Say whether what follows is an answer of the speaker's, to an act that calls for one."""
    if clauses.negated(verb) or benign(article, each):
        return False
    named = parties.actor_near(article, who)
    forces = clauses.lemma(who) in {*word_class("force"), *word_class("people")}
    forces = forces and (named is None or (strikes(verb) and provoked(article, each)))
    passive = clauses.passive(verb) and deed(verb).i == verb.i
    if not passive and not own and not forces:
        return False
    if verb.lemma_ in _HELPING:
        pledged = own and verb.lemma_ not in {"help", "honour", "honor"}
        return pledged and each.rule not in _IN_CASE and provoked(article, each)
    told = deed(verb)
    key = phrase(told, lexicon())
    men = {clauses.lemma(each) for each in clauses.objects(told)} & {*word_class("force")}
    if told.lemma_ == "withdraw" and men:
        return False  # an army called back is a kindness, an ambassador isn't
    beside = {each.lemma_.lower() for each in clauses.kids(verb) if each.dep_ in {"conj", "xcomp"}}
    if (
        (own and beside & (_ANSWERING | line_words("reprisals", "ruptures")))
        or {key, told.lemma_.lower()} & line_words("reprisals")
        or (own and not passive and (measures(told) or by_means(told)))
        or (passive and told.lemma_ == "hold" and held_to_account(told))
        or (lexicon().verbs.get(key) in {"ASSAULT", "COERCE"} and not (own and passive))
    ):
        return True
    kind = {lexicon().verbs.get(key), lexicon().verbs.get(told.lemma_.lower())}
    kind |= {lexicon().nouns.get(clauses.lemma(each)) for each in clauses.objects(told)}
    kind &= _FRIENDLY
    acting = told.lemma_ not in _BEING and not kind
    return acting and (own or forces) and provoked(article, each) and not (passive and own)
