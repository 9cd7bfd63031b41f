"""Red lines: acts that somebody says must not happen, or would be answered.

The words "red line" are one form. The others are a refusal to bear an act
("will not tolerate"), an answer announced for it ("any attack would be met
with", "would be regarded as"), a threat with a condition ("if they cross, we
will"), and a warning against it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from detente.read import clauses, events, parties
from detente.read.acts import OPEN, Act
from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.conditionals import Conditional
from detente.read.modality import HOSTILE, phrase
from detente.read.phrases import listed, pattern
from detente.read.words import lexicon, table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

LITERAL = re.compile(
    r"\bred[ -]?lines?\b|\bcross(?:ing|ed|es)? (?:that|this|a) line\b|\bline in the sand\b|\btripwire\b"
    r"|\blines? (?:that|which) (?:must|should|cannot|could) (?:not )?be crossed\b",
    re.IGNORECASE,
)
ANY = frozenset(
    (
        "any",
        "every",
        "whoever",
        "anyone",
        "whatever",
        "anybody",
        "anything",
        "all",
        "further",
        "each",
        "those",
        "an",
        "a",
    )
)
STRICT_ANY = frozenset(
    ("any", "every", "whoever", "anyone", "anybody", "whatever", "anything", "each")
)
WILL = frozenset(("will", "would", "shall", "'ll", "'d", "wo"))


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
def _list(part: str, key: str = "verbs") -> frozenset[str]:
    return frozenset(words(table("red_lines")[part][key]))


@cache
def _forbidden() -> re.Pattern[str]:
    return pattern([*_list("forbidden", "words"), *listed("red_lines", "forbidden", "phrases")])


def claims(
    article: Article, acts: tuple[Act, ...], conditions: tuple[Conditional, ...]
) -> Iterator[Claim]:
    """Yield each red line; of overlapping ones the first rule's stays."""
    taken: list[tuple[int, int]] = []
    for line in (
        *_literal(article, acts),
        *_by_verb(article),
        *_predicates(article),
        *_threats(article, acts, conditions),
    ):
        if any(line.start < end and start < line.end for start, end in taken):
            continue
        claim = _claim(article, acts, line)
        if claim.actor is None and claim.doer is None:
            continue
        taken.append((line.start, line.end))
        yield claim


def _claim(article: Article, acts: tuple[Act, ...], line: Line) -> Claim:
    drawer = line.actor or (parties.actor_near(article, line.by) if line.by is not None else None)
    speaker = article.speaker_of(line.start)
    if drawer is None:
        drawer = speaker if article.role_of(speaker) == "party" else _subject_before(article, line)
    within = [act for act in acts if line.act_start <= act.head.idx < line.act_end]
    act = next((act for act in within if act.actor not in {None, drawer}), None)
    act = act or next((act for act in within if act.status in OPEN), None)
    doer = act.actor if act and act.actor != drawer else None
    if doer is None and line.doer is not None:
        doer = parties.actor_near(article, line.doer)
    if doer is None or doer == drawer:
        doer = _other(article, line, drawer)
    text = article.document.text
    action = act.action if act else text[line.act_start : line.act_end].strip(" ,;—-")
    return article.claim(
        "red_line",
        line.start,
        line.end,
        rule=line.rule,
        actor=drawer,
        action=action[:160] or None,
        event=act.event if act else None,
        target=act.target if act and act.target != drawer else None,
        doer=doer,
        because=(events.identity(article, act),) if act else (),
    )


def _subject_before(article: Article, line: Line) -> str | None:
    """Return the party that governs the clause: "Japan said it could not tolerate"."""
    sentence = article.sentence_at(line.start)
    before = [
        actor
        for token in sentence
        if token.idx < line.end
        and (actor := article.actor_of(token)) is not None
        and token.dep_ in clauses.SUBJECTS
    ]
    return before[0] if before else None


def _other(article: Article, line: Line, drawer: str | None) -> str | None:
    sentence = article.sentence_at(line.start)
    inside = article.doc.char_span(line.act_start, line.act_end, alignment_mode="expand")
    for span in (inside, sentence):
        if span is None:
            continue
        others = [
            each
            for each in article.actors_in(span)
            if each != drawer and article.role_of(each) == "party"
        ]
        if others:
            return others[0]
    return None


def _literal(article: Article, acts: tuple[Act, ...]) -> Iterator[Line]:
    for each in LITERAL.finditer(article.doc.text):
        span = article.doc.char_span(each.start(), each.end(), alignment_mode="expand")
        if span is None:
            continue
        token = span.root
        left = _before_dash(article, span.start)
        if left is not None:
            setter = _setter(article, token)
            start = min([act.start for act in _acts_at(acts, left)] or [clauses.subtree(left)[0]])
            yield Line(
                start,
                _to_dash(article, token, each.end()),
                setter,
                "red line, apposed",
                start,
                left.idx + len(left),
            )
            continue
        verb = clauses.head_verb(token)
        if verb.pos_ not in {"VERB", "AUX"}:
            yield Line(
                *clauses.subtree(verb), _setter(article, token), "red line", *clauses.subtree(verb)
            )
            continue
        start, end = clauses.whole(verb)
        start, end = min(start, each.start()), max(end, each.end())
        setter = _setter(article, token)
        if setter is None and verb.lemma_ in {
            "set",
            "draw",
            "declare",
            "call",
            "describe",
            "issue",
            "establish",
            "lay",
            "call",
            "regard",
            "see",
            "consider",
            "view",
            "repeat",
        }:
            setter = clauses.agent(verb) or (
                None if clauses.passive(verb) else clauses.subject(verb)
            )
        doer = None
        if verb.lemma_ in {
            "cross",
            "breach",
            "violate",
            "overstep",
            "ignore",
            "test",
            "approach",
            "trample",
        }:
            doer = clauses.subject(verb)
        sentence = article.sentence_at(start)
        act_span = (start, end)
        if not any(start <= act.head.idx < end for act in acts):
            act_span = (sentence.start_char, sentence.end_char)
        if doer is None:
            topic = next(iter(clauses.prepositional(token, "for")), None)
            setter = setter or topic
        yield Line(start, end, setter, "red line", *act_span, doer)


def _to_dash(article: Article, token: "Token", at_least: int) -> int:
    """Return where an apposition ends: at the next dash or comma, or with the sentence."""
    end = at_least
    for each in article.doc[token.i + 1 : token.sent.end]:
        if each.is_punct and each.text not in {"'", '"', "-"}:
            break
        end = each.idx + len(each)
    return end


def _acts_at(acts: tuple[Act, ...], token: "Token") -> list[Act]:
    return [act for act in acts if act.head.i == token.i and act.core_start == act.start]


def _before_dash(article: Article, place: int) -> "Token | None":
    """Return the noun just left of the dash or comma before "a red line"."""
    doc = article.doc
    i = place - 1
    while i >= 0 and doc[i].lower_ in {"a", "the", "its", "their", "clear", "another"}:
        i -= 1
    if i < 1 or doc[i].text not in {"—", "--", "-", "–"}:  # noqa: RUF001 - the dash itself
        return None
    noun = doc[i - 1]
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None


def _setter(article: Article, token: "Token") -> "Token | None":
    for each in token.children:
        if each.dep_ in {"poss", "amod", "compound"} and article.actor_of(each):
            return each
    for each in token.children:
        if each.dep_ in {"acl", "relcl"}:
            by = clauses.agent(each)
            if by is not None:
                return by
            who = clauses.child(each, "nsubj")
            if who is not None and article.actor_of(who):
                return who
    return next(
        (
            each
            for each in clauses.prepositional(token, "of", "for", "by")
            if article.actor_of(each)
        ),
        None,
    )


def _by_verb(article: Article) -> Iterator[Line]:
    known = lexicon()
    for verb in article.doc:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        helper = clauses.modal(verb)
        lemma = verb.lemma_.lower()
        key = phrase(verb, known)
        if lemma == "warn":
            line = _warned(article, verb)
            if line is not None:
                yield line
            continue
        denied = clauses.negated(verb)
        if helper is None:
            line = _standing_view(article, verb, lemma)
            if line is not None:
                yield line
            continue
        line = _forbade(article, verb, helper, denied=denied)
        if line is not None:
            yield line
            continue
        if denied and (lemma in _list("refusing") or f"{lemma}_{_next(verb)}" in _list("refusing")):
            line = _refused(article, verb, helper)
            if line is not None:
                yield line
        elif not denied and helper.lower_ in WILL:
            line = _answered(article, verb, key)
            if line is not None:
                yield line


def _standing_view(article: Article, verb: "Token", lemma: str) -> Line | None:
    """Return "regards any ... as an act of war" and "reserves the right to"."""
    who = clauses.subject(verb)
    if who is None or parties.actor_near(article, who) is None:
        return None
    if lemma == "reserve":
        right = clauses.child(verb, "dobj")
        if right is not None and right.lemma_ == "right" and (act := clauses.child(right, "acl")) is not None:
            if act.lemma_.lower() not in {*lexicon().verbs, "respond", "act", "react", "reply", "answer", "strike", "use"}:
                return None
            return Line(*clauses.whole(verb), who, "reserves the right", *clauses.whole(verb))
        return None
    if lemma not in _VIEWING or clauses.passive(verb):
        return None
    after = article.doc[verb.i : min(verb.i + 16, verb.sent.end)]
    if not any(_sweeping(each) for each in after):
        return None
    if {each.lemma_.lower() for each in after} & (_list("answered", "as") - _LOOSE):
        start, end = clauses.whole(verb)
        return Line(start, end, who, "regards any ... as", verb.idx, end)
    return None


def _forbade(article: Article, verb: "Token", helper: "Token", *, denied: bool) -> Line | None:
    """Return what a party says that others must not do: "must not interfere", "nobody may"."""
    who = clauses.subject(verb)
    if who is None or who.lower_ in {"i", "we", "it", "they", "he", "she", "you"}:
        return None
    nobody = who.lower_ in {"nobody", "none"} or (who.lower_ in {"one", "country", "state", "power"} and clauses.negated(who))
    forbids = (denied and helper.lower_ in {"must", "may", "should"}) or (nobody and helper.lower_ in {"may", "can", "must", "shall", "will"})
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


_VIEWING = frozenset(("regard", "consider", "treat", "view", "see", "interpret", "deem"))
_LOOSE = frozenset(("line", "party", "act", "legitimate"))


def _sweeping(word: "Token") -> bool:
    """Say whether a word takes in every case: "any", "whoever", but not "at any moment"."""
    return word.lower_ in STRICT_ANY and word.head.lower_ not in _SET_PHRASES


_SET_PHRASES = frozenset("moment time cost rate case event more longer day minute hour".split())


def _next(verb: "Token") -> str:
    return verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""


def _refused(article: Article, verb: "Token", helper: "Token") -> Line | None:
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
    if lemma in {"hesitate"} and not any(each.dep_ == "xcomp" for each in verb.children):
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
    if (
        who is None
        or who.lower_ in {"which", "that", "there"}
        and parties.actor_near(article, who) is None
    ):
        return None
    if (
        parties.actor_near(article, who) is None
        and who.pos_ != "PRON"
        and who.lemma_.lower() not in parties.PEOPLE
    ):
        return None
    return Line(start, end, who, "will not tolerate", verb.idx + len(verb), end)


def _answered(article: Article, verb: "Token", key: str) -> Line | None:
    lemma = verb.lemma_.lower()
    who = clauses.subject(verb)
    if who is None or who.i > verb.i:
        return None
    sweeping = (
        any(_sweeping(each) for each in (who, *who.children)) or _sweeping(who)
    )
    actlike = (
        who.lemma_.lower() in lexicon().nouns
        or who.pos_ == "VERB"
        or any(each.dep_ in {"relcl", "acl"} for each in who.children)
    )
    start, end = clauses.whole(verb)
    subject = clauses.subtree(who)
    if clauses.passive(verb) and (lemma in _list("answered") or key in _list("answered")):
        graded = any(each.lower_ in {"as"} for each in verb.children) or lemma in {
            "consider",
            "deem",
        }
        if graded:
            rest = {each.lemma_.lower() for each in article.doc[verb.i : verb.i + 14]} | {
                each.lower_ for each in article.doc[verb.i : verb.i + 14]
            }
            if not rest & _list("answered", "as"):
                return None
            if not (sweeping or actlike or article.actor_of(who)):
                return None
        elif lemma in {"meet", "answer"}:
            if not (actlike or sweeping) or not any(
                each.lower_ in {"with", "by"} for each in verb.children
            ):
                return None
        elif not sweeping:
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
        if rest & (_list("answered", "as") - _LOOSE):
            thing = clauses.child(verb, "dobj", "ccomp", "xcomp")
            if thing is not None:
                return Line(start, end, who, "would regard as", *clauses.subtree(thing), thing)
    replying = lemma in {"respond", "retaliate", "answer", "react", "reply"} or key in {"strike_back", "hit_back"}
    if replying and party is not None and any(
        _sweeping(each) for each in article.doc[verb.i : min(verb.i + 9, verb.sent.end)]
    ):
        return Line(start, end, who, "will answer any", verb.idx, end)
    warned = _behind_warning(verb)
    if (lemma in _list("brings") or key in _list("brings")) and (sweeping or (warned and actlike)):
        things = {each.lemma_.lower() for each in clauses.objects(verb)} | {
            each.lemma_.lower() for each in clauses.prepositional(verb)
        }
        if things & _list("brings", "objects"):
            return Line(
                min(start, subject[0]),
                end,
                None,
                "any ... will face",
                *subject,
                _doer(article, who),
            )
    return None


def _behind_warning(verb: "Token") -> bool:
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


def _warned(article: Article, verb: "Token") -> Line | None:
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


def _predicates(article: Article) -> Iterator[Line]:
    for each in _forbidden().finditer(article.doc.text):
        span = article.doc.char_span(each.start(), each.end(), alignment_mode="expand")
        if span is None:
            continue
        verb = clauses.head_verb(span.root)
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        who = clauses.subject(verb)
        start, end = clauses.whole(verb)
        start, end = min(start, each.start()), max(end, each.end())
        plain = each.group().lower()
        if plain in {
            "act of war",
            "acts of war",
            "declaration of war",
            "a line that",
            "step too far",
        } and not _modal_above(verb):
            continue
        if plain in _list("forbidden", "words") and verb.lemma_ not in {"be", "remain"}:
            continue
        if (
            span.root.dep_ in {"pobj", "amod"}
            and plain in _list("forbidden", "words")
            and not plain.startswith("under")
        ):
            continue
        if (
            plain in {"unacceptable", "intolerable"}
            and clauses.modal(verb) is None
            and not _about_act(who)
        ):
            continue
        factual = own_past(verb) and each.group().lower() not in {
            "unacceptable",
            "intolerable",
            "non-negotiable",
        }
        if factual and "circumstances" not in each.group().lower():
            continue
        if each.group().lower() == "casus" and not article.doc.text[each.end() :].startswith(
            " belli"
        ):
            continue
        yield Line(start, end, None, "said to be unacceptable", start, end, who)


def _modal_above(verb: "Token") -> bool:
    """Say whether a clause, or the one that it hangs on, is behind a modal verb."""
    for _ in range(3):
        if clauses.modal(verb) is not None:
            return True
        verb = verb.head
    return False


def _about_act(who: "Token | None") -> bool:
    if who is None:
        return False
    return (
        who.pos_ == "VERB"
        or clauses.lemma(who) in lexicon().nouns
        or any(_sweeping(each) for each in who.children)
    )


def own_past(verb: "Token") -> bool:
    """Say whether a verb tells of the past and nothing else."""
    return verb.tag_ == "VBD" and clauses.modal(verb) is None


_THREATS = frozenset(("if", "inverted should", "unless", "in the event of", "or face", "or else", "as long as", "until"))


def _threats(
    article: Article, acts: tuple[Act, ...], conditions: tuple[Conditional, ...]
) -> Iterator[Line]:
    """Yield threats with a condition: one party's hostile answer to another's act."""
    for each in conditions:
        if each.rule not in _THREATS:
            continue
        warned = _behind_warning(each.verb)
        inside = [a for a in acts if each.condition_start <= a.head.idx < each.condition_end]
        answers = [
            a
            for a in acts
            if each.start <= a.head.idx < each.end
            and a not in inside
            and (a.event in HOSTILE or warned)
            and a.status in {"planned", "threatened", "possible"}
            and a.actor is not None
        ]
        for answer in answers:
            speaker = article.speaker_of(answer.head)
            speaks = speaker == answer.actor or _threatening(article, each, answer)
            whose = [a.actor for a in inside if a.actor is not None]
            if speaks and (not whose or answer.actor not in whose):
                yield Line(
                    each.start,
                    each.end,
                    None,
                    "threat with a condition",
                    each.condition_start,
                    each.condition_end,
                    None,
                    answer.actor,
                )
                break


def _threatening(article: Article, each: Conditional, answer: Act) -> bool:
    """Say whether the answer stands behind a verb of threat or promise of the same party."""
    current = each.verb
    for _ in range(5):
        if current.lemma_.lower() in _list("warning") and current.pos_ == "VERB":
            who = clauses.subject(current)
            return who is not None and parties.actor_near(article, who) in {answer.actor, None}
        if current.head is current:
            return False
        current = current.head
    return False
