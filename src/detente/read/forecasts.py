"""Who expects what: forecasts, with their words of likelihood and the range they stand for.

A forecast is an adjective or adverb of likelihood ("an attack is unlikely"), a
verb or noun of expecting ("analysts expect", "predicted a low likelihood of"),
or a modal that somebody says of another's act ("Paris would not stand by, the
expert said").
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read import clauses, events, likelihood, parties
from detente.read.act import Act
from detente.read.article import Article
from detente.read.chances import chance, graded_nouns
from detente.read.claim import Claim
from detente.read.expected import Found
from detente.read.expecting import expecting
from detente.read.foretold import foretold, of_the_present
from detente.read.likelihood import Likelihood, band_range
from detente.read.likely import likely
from detente.read.outlooks import outlook
from detente.read.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Span


_HOPING = frozenset(("hope", "hop", "trust"))  # "hop" is what the parser makes of "hoped"


def claims(article: Article, acts: tuple[Act, ...]) -> Iterator[Claim]:
    """Yield each forecast once."""
    taken: list[tuple[int, int]] = []
    now = of_the_present(article)
    for sentence in article.sentences:
        for each in (*_by_word(sentence), *foretold(article, sentence, now=now)):
            if any(each.start < end and start < each.end for start, end in taken):
                continue
            taken.append((each.start, each.end))
            words = likelihood.find(article.text[sentence.start_char : sentence.end_char])
            yield _claim(article, acts, sentence, words, each)


def _claim(
    article: Article,
    acts: tuple[Act, ...],
    sentence: "Span",
    words: tuple[Likelihood, ...],
    each: Found,
) -> Claim:
    inside = [
        word for word in words if each.start - 45 <= sentence.start_char + word.start < each.end
    ]
    word = _strongest(inside)
    if word is not None and _denied(article, sentence, word):
        word = word.denied()
    low, high = (word.low, word.high) if word else band_range("expected")
    act = next(
        (a for a in acts if each.start <= a.head.idx < each.end and a.head.i >= each.verb.i - 6),
        None,
    )
    act = act or next((a for a in acts if each.start <= a.head.idx < each.end), None)
    who = clauses.subject(each.verb)
    actor = act.actor if act else None
    below = next(
        (n for n in each.verb.children if n.dep_ in {"ccomp", "xcomp"} and n.i > each.verb.i), None
    )
    if below is not None and not clauses.passive(each.verb):
        who = clauses.subject(below) or who
    if actor is None and who is not None:
        actor = parties.actor_near(article, who)
    speaker = (
        article.speaker_of(each.start)
        or article.speaker_of(each.end - 1)
        or _expecter(article, each)
    )
    return article.claim(
        "forecast",
        each.start,
        each.end,
        rule=each.rule,
        actor=actor,
        action=act.action if act else None,
        event=act.event if act else None,
        target=act.target if act else None,
        status="possible" if act else None,
        likelihood=word.words if word else None,
        low=low,
        high=high,
        speaker=speaker,
        because=(events.identity(article, act),) if act else (),
    )


def _strongest(words: list[Likelihood]) -> Likelihood | None:
    """Return the word that says most: a figure, a phrase, then a word; expectations and modals last."""
    rank = {"figure": 0, "expected": 3, "open": 2, "some": 2}
    return min(words, key=lambda word: (rank.get(word.band, 1), -len(word.words)), default=None)


def _denied(article: Article, sentence: "Span", word: Likelihood) -> bool:
    if " " in word.words and word.words.lower().startswith(("not ", "no ", "little", "hardly")):
        return False
    span = clauses.span_at(
        article.doc, sentence.start_char + word.start, sentence.start_char + word.end
    )
    if clauses.negated(span.root):
        return True
    above = span.root.head
    if span.root.dep_ in {"acomp", "advmod", "oprd", "aux", "attr"} and above.pos_ in {
        "VERB",
        "AUX",
    }:
        return clauses.negated(above)
    return False


def _expecter(article: Article, each: Found) -> str | None:
    above = each.verb.head
    for verb in (each.verb, above):
        if verb.lemma_.lower() in word_class("expecting") and not clauses.passive(verb):
            who = clauses.subject(verb)
            if who is not None:
                return article.actor_of(who)
    return None


def _by_word(sentence: "Span") -> Iterator[Found]:
    """Yield what adjectives, adverbs, verbs, nouns and phrases of expectation make."""
    for token in sentence:
        lemma = token.lemma_.lower()
        found = likely(token)
        expects = lemma in word_class("expecting") or lemma in _HOPING
        if found is None and token.pos_ == "VERB" and expects:
            found = expecting(token)
        if found is None and token.pos_ == "NOUN" and lemma in graded_nouns():
            found = chance(token)
        if found is not None:
            yield found
        phrase = outlook(token)
        if phrase is not None:
            yield phrase
<<<<<<< /tmp/speech7/theirs


def _forward(token: "Token", verb: "Token") -> bool:
    """Say whether a word with other meanings speaks of what is to come."""
    who = clauses.subject(verb)
    if (
        any(each.dep_ in {"xcomp", "ccomp"} for each in token.children)
        and token.lower_ == "certain"
    ):
        return True
    return (
        who is not None
        and who.lemma_.lower() in lexicon().nouns
        and verb.lemma_ in {"be", "remain", "seem", "appear"}
    ) or (token.lower_ != "possible" and verb.lemma_ in {"look", "seem", "appear", "prove"})


def _wide(verb: "Token", token: "Token") -> tuple[int, int]:
    start, end = clauses.whole(verb)
    first, last = clauses.subtree(token)
    return min(start, first), max(end, last)


def _expecting(verb: "Token") -> Found | None:  # noqa: PLR0911 - a list of cases
    lemma = verb.lemma_.lower()
    if clauses.passive(verb):
        if (
            lemma in {"expect", "predict", "forecast", "anticipate", "think", "believe", "reckon"}
            and any(each.dep_ == "xcomp" and not _perfect(each) for each in verb.children)
            and (lemma in {"expect", "predict", "forecast", "anticipate"} or _future_below(verb))
        ):
            return Found(*clauses.whole(verb), verb, "is expected to")
        who = clauses.subject(verb)
        if (
            lemma in {"expect", "predict", "forecast", "anticipate"}
            and who is not None
            and _act_like(who)
        ):
            return Found(*clauses.whole(verb), verb, "is expected")
        thought = clauses.child(verb, "ccomp")
        if thought is not None and clauses.modal(thought) is not None:
            return Found(*clauses.whole(verb), verb, "it is thought that")
        return None
    if clauses.conditional(verb):
        return None
    said = next(
        (each for each in verb.children if each.dep_ in {"ccomp", "xcomp"} and each.i > verb.i),
        None,
    )
    if lemma in {"expect", "predict", "forecast", "foresee", "anticipate", "doubt"}:
        if said is None and not any(_act_like(each) for each in clauses.objects(verb)):
            return None
        return Found(*_expected(verb, said), verb, "verb of expecting")
    helper = clauses.modal(said) if said is not None and said.dep_ == "ccomp" else None
    if helper is not None and helper.lower_ in FUTURE:
        return Found(*_expected(verb, said), verb, "verb of expecting")
    return None


def _expected(verb: "Token", said: "Token | None") -> tuple[int, int]:
    """Return a verb of expecting with what is expected; a subject with an aside is left out."""
    start, end = clauses.whole(verb)
    who = clauses.child(verb, *clauses.SUBJECTS)
    if who is not None and verb.i - who.i > _ASIDE:
        first = next((each for each in verb.lefts if each.dep_ in {"aux", "neg"}), verb)
        start = first.idx
    if said is not None and clauses.child(said, "conj") is not None:
        end = max(end, clauses.subtree(said)[1])
    return start, end


def _act_like(noun: "Token") -> bool:
    from detente.read.words import lexicon, word_class

    return noun.lemma_.lower() in lexicon().nouns or noun.lemma_.lower() in word_class(
        "likelihood_nouns"
    )


def _perfect(verb: "Token") -> bool:
    return any(each.lower_ == "have" and each.dep_ == "aux" for each in verb.children)


def _future_below(verb: "Token") -> bool:
    return any(each.lemma_ in {"plan", "prepare"} for each in verb.children if each.dep_ == "xcomp")


def _noun(token: "Token") -> Found | None:  # noqa: PLR0911 - a list of cases
    """Return "a low likelihood of intervention", "there is little chance that"."""
    lemma = token.lemma_.lower()
    if (
        token.dep_ in {"nsubj", "dobj"}
        and lemma in word_class("risks")
        and token.head.lemma_ in {"be", "remain", "put", "seem", "grow", "rise", "estimate"}
    ):
        graded = clauses.child(token.head, "acomp", "attr", "prep", "advmod")
        if graded is not None and any(
            each.lower_ in word_class("grades")
            or each.like_num
            or each.lower_ in {"likely", "rising", "growing"}
            for each in graded.subtree
        ):
            return Found(*clauses.whole(token.head), token.head, "noun of likelihood")
    if not any(each.dep_ in {"prep", "acl", "ccomp", "relcl"} for each in token.children):
        return None
    said = clauses.child(token, "acl", "ccomp")
    if lemma in word_class("beliefs"):
        if said is None or clauses.modal(said) is None:
            return None
        start, end = clauses.subtree(token)
        return Found(start, end, said, "noun of expecting")
    grade = any(
        each.dep_ in {"amod", "det"} and each.lower_ in word_class("grades")
        for each in token.children
    )
    if (
        lemma not in {"likelihood", "probability", "odds", "expectation", "forecast", "prediction"}
        and not grade
    ):
        return None
    verb = clauses.head_verb(token)
    if verb.pos_ in {"VERB", "AUX"}:
        start, end = clauses.whole(verb)
        first, last = clauses.subtree(token)
        return Found(min(start, first), max(end, last), verb, "noun of likelihood")
    return None


def _well(verb: "Token") -> bool:
    """Say whether "well" or its like stands with the modal: "may well"."""
    return any(
        each.dep_ == "advmod" and each.lower_ in {"well", "easily", "soon"}
        for each in verb.children
    )


def _weighed(article: Article, helper: "Token", speaker: str | None) -> bool:
    """Say whether "may" or "might" weighs what is to come: no party's own word, which is an option."""
    return helper.lower_ in {"may", "might"} and article.role_of(speaker) != "party"


def _foretold(article: Article, verb: "Token", helper: "Token", who: "Token") -> bool:
    """Say whether the reporter foretells: "will remain", "may well use", no plan or date."""
    if helper.lower_ in {"may", "could", "might"}:
        return True
    if helper.lower_ not in {"will", "'ll", "wo"} or helper.i < who.i:
        return False
    if verb.tag_ != "VB" and not _perfect(verb) and not clauses.passive(verb):
        return False
    if verb.dep_ in {"relcl", "advcl"} or clauses.marks(verb) & {"when", "where", "which", "what"}:
        return False
    dated = any(_appointed(each) for each in verb.subtree if each.i > verb.i)
    party = parties.actor_near(article, who) is not None
    return not (dated and (party or verb.lemma_.lower() in lexicon().verbs))


def _appointed(token: "Token") -> bool:
    """Say whether a word belongs to a day that something is set for: no "within days", "for years"."""
    if token.ent_type_ not in {"DATE", "TIME"}:
        return False
    first = token
    while first.i and first.ent_iob_ == "I":
        first = first.nbor(-1)
    return not {first.lower_, first.nbor(-1).lower_ if first.i else ""} & _LOOSE


_LOOSE = frozenset(("within", "for", "before", "by", "until"))
_SELF = frozenset(("i", "we", "you", "it", "that", "this", "which", "who"))


def _thirds(who: "Token") -> bool:
    """Say whether a subject is a third party that no name is known of: "they", "somebody"."""
    return who.lower_ in {"they", "he", "she", "somebody", "someone", "nobody", "both"}


def _by_modal(article: Article, sentence: "Span") -> Iterator[Found]:  # noqa: C901 - a list of cases
    """Yield what a source says will or would happen, or the reporter where nobody is said to speak."""
    for verb in sentence:
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
            continue
        helper = clauses.modal(verb)
        if helper is None or helper.lower_ not in SURE | {"may", "could", "might"}:
            continue
        speaker = article.speaker_of(verb)
        if helper.lower_ not in SURE and not (_well(verb) or _weighed(article, helper, speaker)):
            continue
        told = _perfect(verb) and helper.lower_ not in {"will", "'ll", "wo"}
        if clauses.conditional(verb) or told or "whether" in clauses.marks(verb):
            continue
        who = clauses.subject(verb)
        if speaker is None:
            if (
                who is not None
                and not article.quoted(verb.idx)
                and _foretold(article, verb, helper, who)
            ):
                yield Found(*clauses.whole(verb), verb, "the reporter's modal")
            continue
        actor = parties.actor_near(article, who) if who is not None else None
        if verb.i and any(
            each.start <= verb.idx < each.end and each.verb in word_class("promising")
            for each in (article.saying_at(verb),)
            if each
        ):
            continue
        if article.role_of(speaker) == "source" and who is not None:
            if verb.dep_ == "relcl":
                continue
            if (who.lower_ in _SELF and not (actor and who.lower_ == "it")) or not (actor or _thirds(who) or who.pos_ in {"NOUN", "PROPN"}):
                continue
            yield Found(*clauses.whole(verb), verb, "a source's modal")
=======
>>>>>>> tree/src/detente/read/forecasts.py
