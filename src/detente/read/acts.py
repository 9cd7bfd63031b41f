"""Find the acts of a text: what somebody does, did, may do or is told to do.

One pass over the words. A verb is an act by its frame, its type, or the act
noun that a light verb carries ("launched an attack"); a noun is one where no
verb tells the same act. How it stands comes from `modality`, who and upon whom
from `parties`. Events, options, red lines, conditionals, consequences,
constraints and forecasts are all made from what is found here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read import clauses, parties
from detente.read.article import Article
from detente.read.modality import HOSTILE, Standing, own, phrase, standing
from detente.read.words import NO_TYPE, Lexicon, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEECH = frozenset(("AGREE", "REJECT", "REQUEST", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE"))
REACH = 14  # how far behind a verb a frame looks for a word
OPEN = frozenset(("planned", "threatened", "considered", "possible", "demanded", "ruled_out"))


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """An act at a place of the text.

    `event` is a PLOVER type or None; `start` and `end` are the characters of
    its clause, `core_start` to `core_end` those of the act alone, without the
    words that govern it.
    """

    head: "Token"
    noun: "Token | None"
    event: str | None
    standing: Standing
    status: str | None
    actor: str | None
    target: str | None
    start: int
    end: int
    core_start: int
    core_end: int
    action: str
    rule: str

    @property
    def hypothetical(self) -> bool:
        """Whether it stands behind "if" or its like."""
        return self.standing.hypothetical


@dataclass(frozen=True, slots=True)
class Typed:
    """What a verb turns out to be: its type, the noun that gave it, and the rule."""

    event: str | None
    noun: "Token | None"
    rule: str


def find(article: Article, words: Lexicon | None = None) -> tuple[Act, ...]:
    """Return the acts of an article, in the order of their heads.

    Parameters
    ----------
    article : Article
        Parsed and resolved.
    words : Lexicon, optional
        The words; `lexicon()` where not given.

    Returns
    -------
    tuple of Act
        No two have the same head, and no noun that a verb carries is told again.

    Notes
    -----
    Linear in the number of words.
    """
    words = words or lexicon()
    found: list[Act] = []
    told: set[int] = set()
    for token in article.doc:
        if token.pos_ == "VERB" or (token.pos_ == "ADJ" and token.tag_ == "VBN"):
            act = _verb(article, token, words)
            if act is not None:
                found.append(act)
                told |= _carried(act, words)
    for token in article.doc:
        if token.pos_ in {"NOUN", "PROPN"} and token.i not in told:
            act = _noun(article, token, words)
            if act is not None:
                found.append(act)
    return tuple(sorted(found, key=lambda act: act.head.i))


def typed(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Say what a verb does with these objects, None where it is no act."""
    key = phrase(verb, words)
    things = list(clauses.objects(verb))
    lemma = verb.lemma_.lower()
    for name in dict.fromkeys((key, lemma)):
        for frame in words.frames.get(name, ()):
            fit = _fits(frame, verb, things, article)
            if fit is None:
                continue
            if frame.event == "no":
                return None
            if frame.event != "light":
                return Typed(_event(frame.event), fit, "frame")
            break
    if lemma in words.turned:
        stopped = clauses.child(verb, "xcomp")
        if stopped is not None and stopped.tag_ == "VBG":
            inner = typed(stopped, article, words)
            if inner is not None and inner.event is not None:
                return Typed(
                    _event(words.turned[lemma].get(inner.event, inner.event)), stopped, "stopped"
                )
    if key in words.light or lemma in words.light:
        name = key if key in words.light else lemma
        if lemma in _REPLYING:
            things = [*clauses.prepositional(verb, "with", "by")]
        carried = _act_noun(things, words)
        if carried is not None:
            event = words.nouns[clauses.lemma(carried)]
            event = words.turned.get(name, {}).get(event, event)
            return Typed(_event(event), carried, "light verb")
    if key in words.verbs:
        return Typed(_event(words.verbs[key]), None, "verb")
    particle = clauses.child(verb, "prt")
    if lemma in words.verbs and (key == lemma or particle is None):
        return Typed(_event(words.verbs[lemma]), None, "verb")
    return None


_REPLYING = frozenset(("respond", "answer", "retaliate", "react", "reply", "counter"))


def _event(name: str) -> str | None:
    return None if name == NO_TYPE else name


def _fits(frame: object, verb: "Token", things: list["Token"], article: Article) -> "Token | None":
    """Return the noun that makes a frame fit, or the verb where it asks for none."""
    from detente.read.words import Frame

    assert isinstance(frame, Frame)  # noqa: S101 - for the type checker
    fit: Token | None = verb
    if frame.subjects:
        who = next(clauses.objects(verb), None) if clauses.passive(verb) else clauses.subject(verb)
        if who is None or not _in(who, frame.subjects, article):
            return None
    if frame.objects:
        fit = next((each for each in things if _in(each, frame.objects, article)), None)
    if (
        fit is not None
        and frame.preps
        and not any(
            each.dep_ in {"prep", "prt", "advmod"} and each.lower_ in frame.preps
            for each in verb.children
        )
        and (not things or not frame.subjects)
    ):
        return None
    if (
        fit is not None
        and frame.behind
        and not any(
            _in(each, frame.behind, article)
            for each in verb.subtree
            if verb.i < each.i < verb.i + REACH
        )
    ):
        return None
    return fit


def _in(noun: "Token", listed: frozenset[str], article: Article) -> bool:
    if noun.lemma_.lower() in listed or noun.lower_ in listed or clauses.lemma(noun) in listed:
        return True
    if "@place" in listed and noun.ent_type_ in {"GPE", "LOC", "FAC"}:
        return True
    if "@name" in listed and noun.pos_ == "PROPN":
        return True
    return "@party" in listed and article.actor_of(noun) is not None


def _act_noun(things: list["Token"], words: Lexicon) -> "Token | None":
    for each in things:
        if clauses.lemma(each) in words.nouns and each.pos_ in {"NOUN", "PROPN"}:
            return each
        for of in clauses.prepositional(each, "of"):
            if clauses.lemma(of) in words.nouns and each.lemma_.lower() in {
                "series",
                "wave",
                "number",
                "round",
                "campaign",
                "spate",
                "string",
                "set",
                "course",
                "act",
                "kind",
                "type",
                "form",
                "package",
                "flurry",
            }:
                return of
    return None


def _carried(act: Act, words: Lexicon) -> set[int]:
    """Return the places of the act nouns that a verb tells along."""
    held: set[int] = {act.head.i}
    if act.noun is not None:
        held.add(act.noun.i)
    meeting = act.event in _MEETING and act.status in {"done", "ongoing"}
    if ("verb", phrase(act.head, words)) in words.operators and act.noun is None and not meeting:
        return held
    for each in act.head.children:
        if each.dep_ in {"dobj", "nsubjpass", "attr"}:
            held.add(each.i)
            if act.noun is None:
                held |= {far.i for far in each.conjuncts}
        elif each.dep_ == "prep" and meeting:
            held |= {far.i for far in each.children if far.dep_ == "pobj"}
    return held


_MEETING = frozenset(("AGREE", "CONSULT"))


def _verb(article: Article, verb: "Token", words: Lexicon) -> Act | None:
    if verb.dep_ in {"aux", "auxpass", "amod", "compound"} or (verb.dep_ == "prep"):
        return None
    if (
        verb.lemma_ in {"compel", "force", "oblige"}
        and clauses.passive(verb)
        and clauses.child(verb, "xcomp")
    ):
        return None
    if verb.lemma_ in {"compel", "oblige"} and verb.dep_ in {"acomp", "xcomp", "oprd"}:
        return None
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words.turned:
        return None
    if _casualty(verb) or _only_said(verb, words):
        return None
    what = typed(verb, article, words)
    if what is None:
        what = (
            _unlisted(verb, article, words)
            or _governed(verb, article, words)
            or _conditional(verb, article, words)
        )
        if what is None:
            return None
    how = standing(verb, words)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and what.event in {"SUPPORT", "REJECT"}:
        return None
    if how.status in {"infinitive", "participle"}:
        how.status = _loose(verb, how)
    if how.status is None:
        return None
    actor, who = parties.doer(article, verb, how, words)
    if actor is None and who is None and what.rule == "unlisted":
        return None
    target = parties.target(article, verb, what.noun, actor)
    if not parties.plausible(article, verb, actor, who, target):
        return None
    if what.rule == "frame" and what.event == "ACCUSE" and how.status in OPEN:
        return None
    status = _punctual(verb, _hostile(how, what.event), what.event)
    left = [
        each for each in verb.children if each.dep_ in {*clauses.SUBJECTS, "aux", "auxpass", "neg"}
    ]
    core = clauses.extent(
        verb, left=[each for each in left if each.dep_ not in {"aux", "auxpass", "neg"}]
    )
    start, end = clauses.extent(verb, left=left)
    if what.event in SPEECH:
        said = clauses.child(verb, "ccomp", "xcomp")
        if said is not None and said.i > verb.i:
            end = max(end, clauses.whole(said)[1])
    start = min(start, _governed_start(verb, how))
    return Act(
        verb,
        what.noun if what.noun is not verb and what.rule != "stopped" else None,
        what.event,
        how,
        status,
        actor,
        target,
        start,
        end,
        core[0],
        core[1],
        action_of(verb),
        what.rule,
    )


def _governed_start(head: "Token", how: Standing) -> int:
    """Return where the clause begins whose words govern the act, if in one clause with it."""
    if head.dep_ == "conj" or (not how.cues and how.top is head):
        return head.idx
    top = how.top or head
    if top.i > head.i or head.i - top.i > 14:  # noqa: PLR2004 - a clause, not a period
        return head.idx
    subject = clauses.child(top, *clauses.SUBJECTS) if top.pos_ in {"VERB", "AUX"} else None
    if subject is not None and subject.i < top.i and top.i - subject.left_edge.i < 12:  # noqa: PLR2004
        return subject.left_edge.idx
    return top.left_edge.idx if top.pos_ in {"NOUN"} and top.i - top.left_edge.i < 6 else top.idx  # noqa: PLR2004


def _unlisted(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let an unknown verb count where a party does it to a party or a place."""
    lemma = verb.lemma_.lower()
    key = phrase(verb, words)
    if ("verb", lemma) in words.operators or ("verb", key) in words.operators:
        return None
    who = clauses.subject(verb)
    helper = clauses.modal(verb)
    if (
        helper is not None
        and who is not None
        and lemma not in words.stative
        and helper.lower_ in {"will", "would", "may", "might", "must", "shall", "'ll",}
    ):
        actor = article.actor_of(who)
        forces = who.lemma_.lower() in words.classes["force"]
        if (forces or article.role_of(actor) == "party") and any(
            each.dep_ in {"dobj", "prep", "prt", "xcomp", "advmod"} for each in verb.children
        ):
            return Typed(None, None, "unlisted, foretold")
    if {lemma, key} & words.never or lemma in words.light:
        return None
    if (
        who is not None
        and not clauses.passive(verb)
        and (parties.actor_near(article, who) is None and who.lemma_.lower() not in parties.PEOPLE)
    ):
        return None
    if verb.text[:1].isupper() and not verb.is_sent_start:
        return None
    if verb.tag_ not in {"VBD", "VBN", "VBZ", "VB", "VBG", "VBP"}:
        return None
    things = [*clauses.objects(verb), *clauses.prepositional(verb, "against", "into", "on", "at")]
    if any(
        article.actor_of(each) is not None or each.ent_type_ in {"GPE", "NORP"} for each in things
    ):
        return Typed(None, None, "unlisted")
    if who is not None and verb.tag_ in {"VBD", "VBN"} and things and not clauses.passive(verb):
        actor = parties.actor_near(article, who)
        if article.role_of(actor) == "party":
            return Typed(None, None, "unlisted")
    return None


def _conditional(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let any verb count that a party does behind "if" or "unless"."""
    if not clauses.conditional(verb) or verb.lemma_.lower() in words.stative:
        return None
    who = clauses.subject(verb)
    if who is None or article.role_of(article.actor_of(who)) != "party":
        return None
    if not any(each.dep_ in {"dobj", "prep", "prt", "dative", "xcomp"} for each in verb.children):
        return None
    return Typed(None, None, "conditional")


def _governed(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let any verb count that a word governs which makes acts of verbs: "agreed to review"."""
    lemma = verb.lemma_.lower()
    if lemma in words.stative or verb.dep_ not in {"xcomp", "ccomp", "pcomp", "acl", "conj", "advcl"}:
        return None
    how = standing(verb, words)
    if not how.cues or how.status not in OPEN - {"possible"}:
        return None
    if not any(each.dep_ in {"dobj", "prep", "prt", "nsubjpass", "dative"} for each in verb.children):
        return None
    actor, _ = parties.doer(article, verb, how, words)
    return Typed(None, None, "governed") if article.role_of(actor) == "party" else None


def _loose(verb: "Token", how: Standing) -> str | None:
    """Say how a verb without tense stands where nothing governs it."""
    if how.status == "participle":
        if verb.dep_ in {
            "acl",
            "advcl",
            "pcomp",
            "conj",
            "ROOT",
            "ccomp",
            "csubj",
            "pobj",
            "xcomp",
            "relcl",
        }:
            base = _above(verb)
            if base in {"possible", "planned", "threatened", "demanded"} and verb.tag_ == "VBG":
                return "possible"
            return "done"
        return None
    if verb.dep_ in {"advcl", "acl", "relcl", "xcomp", "conj", "ROOT", "csubj", "ccomp"}:
        return "planned" if verb.dep_ in {"advcl", "acl", "xcomp"} else "possible"
    return None


def _above(verb: "Token") -> str | None:
    """Return how the clause stands that a participle hangs on."""
    current = verb
    for _ in range(4):
        if current.head is current:
            return None
        current = current.head
        if current.pos_ in {"VERB", "AUX"}:
            status, _ = own(current, lexicon())
            if status not in {"participle", "infinitive"}:
                return status
    return None


def _hostile(how: Standing, event: str | None) -> str | None:
    """Read a vow to strike as a threat."""
    if (
        how.status == "planned"
        and event in HOSTILE
        and any(cue.lemma_ in {"vow", "warn", "swear", "pledge", "threaten"} for cue in how.cues)
    ):
        return "threatened"
    return how.status


def _casualty(verb: "Token") -> bool:
    """Say whether a clause only counts the victims of another: ", killing twelve"."""
    if verb.lemma_ not in {
        "kill",
        "wound",
        "injure",
        "damage",
        "destroy",
        "hit",
        "target",
        "leave",
    }:
        return False
    who = clauses.child(verb, *clauses.SUBJECTS)
    if who is not None and who.tag_ not in {"WDT", "WP"}:
        return False
    return verb.dep_ in {"advcl", "relcl", "acl"} and not clauses.passive(verb)


def _only_said(verb: "Token", words: Lexicon) -> bool:
    """Say whether a verb like "declare" or "concede" only reports what is said."""
    if verb.lemma_.lower() not in words.saying:
        return False
    return not any(
        each.dep_ in {"dobj", "nsubjpass", "xcomp", "oprd"} for each in verb.children
    ) and any(each.dep_ in {"ccomp", "parataxis"} for each in (*verb.children, verb))


_LASTING = frozenset(("AID", "SUPPORT", "COOPERATE", "MOBILIZE"))


def _punctual(verb: "Token", status: str | None, event: str | None) -> str | None:
    """Read a present like "Malaysia expels the ambassador" as done: headlines and chronicles."""
    if status == "ongoing" and verb.tag_ == "VBZ" and event is not None and event not in _LASTING:
        return "done"
    return status


def _noun(article: Article, noun: "Token", words: Lexicon) -> Act | None:
    lemma = clauses.lemma(noun)
    event = words.nouns.get(lemma)
    if event == NO_TYPE and any(each.lower_ in _ARMED for each in noun.lefts):
        event = "ASSAULT"
    if event is None or noun.dep_ in {"compound"} and noun.head.lemma_.lower() in words.nouns:
        return None
    if noun.ent_type_ in {"EVENT", "LAW", "PERSON", "GPE", "WORK_OF_ART"} and noun.pos_ == "PROPN":
        return None
    if noun.dep_ == "compound" or (noun.dep_ == "pobj" and noun.head.lower_ in {"as", "like"}):
        return None
    above = noun.head.head
    if (
        lemma in words.weak
        and noun.dep_ == "pobj"
        and above.pos_ == "NOUN"
        and clauses.lemma(above) in words.nouns
    ):
        return None
    needs = words.needs.get(lemma)
    if needs is not None and not any(
        each.lemma_.lower() in needs or any(far.lemma_.lower() in needs for far in each.children)
        for each in clauses.prepositional(noun, "of")
    ):
        return None
    how = standing(noun, words)
    if how.status in {"infinitive", "participle"}:
        how.status = None
    named, target = parties.of_noun(article, noun)
    weak = lemma in words.weak
    rule = _why_noun(
        noun, how, words, named=named is not None, targeted=target is not None, weak=weak
    )
    if rule is None:
        return None
    status = how.status or "done"
    if how.negated:
        if not how.cues or status not in OPEN:
            return None
        status = how.status = "ruled_out"
    actor = named or parties.around_noun(article, noun, how, words)
    if target == actor:
        target = None
    if weak and actor is None and (rule != "governed" or event == NO_TYPE or how.governed == "possible"):
        return None
    start, end = clauses.extent(noun, clause=False)
    core = (start, end)
    top = how.top
    if noun.dep_ == "conj" and weak and named is None and not (rule == "governed" and how.status == "demanded"):
        return None
    if top is not None and top.i > noun.i and (rule == "subject" or noun.dep_ == "nsubjpass"):
        end = max(end, clauses.extent(top)[1])
    else:
        start = min(start, _governed_start(noun, how))
    return Act(
        noun,
        noun,
        _event(event),
        how,
        _hostile(how, _event(event)) or status,
        actor,
        target,
        start,
        end,
        core[0],
        core[1],
        action_of(noun),
        f"noun, {rule}",
    )


def _why_noun(
    noun: "Token", how: Standing, words: Lexicon, *, named: bool, targeted: bool, weak: bool
) -> str | None:
    """Return the reason why an act noun is told as an act, None where it is only named."""
    if how.cues and how.status in OPEN:
        if clauses.lemma(noun) in _TALK or (
            how.status == "ruled_out" and words.nouns[clauses.lemma(noun)] == "AGREE"
        ):
            return None
        return "governed"
    if how.status in OPEN and (named or (not weak and targeted)):
        return "modified"
    verb = noun.head
    if (
        how.modal is not None
        and how.status in OPEN
        and not weak
        and (named or targeted or any(each.lower_ in {"a", "an", "any"} for each in noun.children))
    ):
        return "modal"
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in {"VERB", "AUX"}:
        if phrase(verb, words) in words.happening and (
            named
            or not weak
            or words.nouns[clauses.lemma(noun)] in {"CONSULT", "ASSAULT", "MOBILIZE", "RETREAT"}
        ):
            return "subject"
        return "named" if named and not weak else None
    if weak:
        return "named" if named and clauses.lemma(noun) in _SAID and how.status is None else None
    if named and (targeted or noun.dep_ in {"dobj", "pobj", "attr", "ROOT", "conj", "nsubj"}):
        return "named"
    if targeted and noun.dep_ in {"dobj", "pobj", "attr", "ROOT", "conj"}:
        status, _ = own(clauses.head_verb(noun), words)
        return "targeted" if status in {"done", "participle"} else None
    return None


_TALK = frozenset(
    """proposal demand request appeal offer resolution allegation complaint warning threat criticism reaction
    incident crisis declaration accusation""".split()
)
_ARMED = frozenset(("military", "ground", "armed", "air", "naval", "airborne", "amphibious"))
_SAID = frozenset(("proposal", "offer", "demand", "request", "appeal", "ultimatum"))


def action_of(head: "Token") -> str:
    """Return an act as a short verb phrase: the base form with its object.

    Examples
    --------
    >>> from detente.read.article import article
    >>> action_of(article("Egypt has closed the strait to Israeli ships.").doc[2])
    'close the strait to Israeli ships'
    """
    words = lexicon()
    if head.pos_ in {"NOUN", "PROPN"}:
        return _noun_action(head, words)
    parts = [head.lemma_.lower()]
    particle = clauses.child(head, "prt")
    if particle is not None:
        parts.append(particle.lower_)
    if clauses.passive(head):
        thing = next(clauses.objects(head), None)
        if thing is not None and thing.pos_ != "PRON":
            parts.append(_phrase_text(thing))
    for each in head.children:
        if (
            each.i > head.i
            and each.dep_ in {"dobj", "dative", "prep", "oprd"}
            or (each.dep_ == "xcomp" and each.tag_ == "VBG" and head.lemma_.lower() in words.turned)
        ):
            if each.dep_ == "prep" and (each.lower_ in _TIME or _timely(each)):
                continue
            parts.append(_phrase_text(each))
    return " ".join(parts)[:120]


_TIME = frozenset(
    ("since", "after", "before", "during", "until", "within", "despite", "amid", "following")
)


def _timely(prep: "Token") -> bool:
    noun = clauses.child(prep, "pobj")
    return noun is not None and noun.ent_type_ in {"DATE", "TIME"}


def _noun_action(noun: "Token", words: Lexicon) -> str:
    base = words.base.get(noun.lemma_.lower())
    before = [
        each.text for each in noun.lefts if each.dep_ in {"compound", "amod"} and not each.ent_type_
    ]
    rest = [
        _phrase_text(each)
        for each in noun.rights
        if each.dep_ == "prep" and not _timely(each) and each.lower_ not in _TIME
    ]
    if base is None:
        return " ".join([*before, noun.text, *rest])[:120]
    if rest and rest[0].startswith("of "):
        rest[0] = rest[0][3:]
    return " ".join([base, *before, *rest])[:120]


def _phrase_text(token: "Token") -> str:
    tokens = [each for each in token.subtree if not _cut(each, token)]
    return "".join(each.text_with_ws for each in tokens).strip(" ,;")


def _cut(each: "Token", top: "Token") -> bool:
    """Say whether a word of a phrase belongs to a clause that hangs on it."""
    current = each
    for _ in range(clauses.FAR):
        if current is top or current.i == top.i:
            return False
        if current.dep_ in clauses.BROKEN_OFF or current.dep_ == "acl":
            return True
        current = current.head
    return False


def acts_in(acts: tuple[Act, ...], start: int, end: int) -> Iterator[Act]:
    """Yield the acts whose head stands between two characters."""
    for act in acts:
        if start <= act.head.idx < end:
            yield act
