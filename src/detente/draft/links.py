"""From words to the acts they mean: conditions, causes, fears.

A claim points to others by their ids where the reader saw the link; where it
didn't, the words are compared with the acts that are known, and what can't be
told stays unlinked.
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from detente.draft.acts import Act, military
from detente.draft.blocs import standing
from detente.draft.lexicon import lemma, lexicon, tokens
from detente.draft.together import in_condition
from detente.read.claim import Claim, Reading

_NOT = re.compile(r"\b(?:not|never|fails? to|failed to|refus\w+ to|without|n't)\b", re.IGNORECASE)
_FAILS = re.compile(
    r"\b(?:fail(?:s|ed)?(?! to)|collapse[sd]?|br(?:eak|oke)s? down)\b", re.IGNORECASE
)
_FEAR = re.compile(
    r"\b(?:fear|concern|worr|afraid|alarm|dread|anxi|wary|nervous|apprehens|danger|risk)\w*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
_BEHIND = re.compile(
    r"\b(?:to|in|on|with|from|of|against|by|for|into|towards?)\s+(?:the\s+)?$", re.IGNORECASE
)
_HELD = frozenset({"freeze", "occupy", "arrest", "blockade", "close"})
_GIVEN_BACK = frozenset({"return", "restore", "release", "free", "open", "hand_back", "give_back"})
_SOFT = frozenset({"RETREAT", "CONCEDE", "CONSULT", "AGREE"})
_NEAR = 40
_REACH = 400
_LETTERS = re.compile(r"[^\W_]+")
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Link:
    """An act, and whether its being taken or its not being taken is meant."""

    act: Act
    taken: bool = True

    def __str__(self) -> str:
        """Return it as a statement."""
        return self.act.name if self.taken else f"!{self.act.name}"


class Links:
    """What the acts of a draft are called, by claim and by words.

    Parameters
    ----------
    reading : Reading
        The texts and who is in them.
    claims : sequence of Claim
        Its claims, in order.
    acts : sequence of Act
        The options of the draft.
    called : frozenset of str
        Words of the actors' names.
    """

    def __init__(
        self, reading: Reading, claims: Sequence[Claim], acts: Sequence[Act], called: frozenset[str]
    ) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.acts = tuple(acts)
        self._called = called
        self.texts = {document.id: document.text for document in reading.documents}
        self._parties = {a.id for a in reading.actors if a.role == "party" and a.kind != "person"}
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        for actor in reading.actors:
            if actor.id in self._parties:
                for document, start, end in actor.mentions:
                    self._spans.setdefault(document, []).append((start, end, actor.id))
        for spans in self._spans.values():
            spans.sort()
        self._surfaces = self._forms(reading)
        self._by_claim = {
            one.claim.id: Link(act, one not in act.ended)
            for act in acts
            for one in (*act.said, *act.ended)
        }

    def of_claim(self, claim_id: str) -> Link | None:
        """Return the act that a claim speaks of."""
        found = self._by_claim.get(claim_id)
        claim = self.claims.get(claim_id)
        if found is not None and claim is not None and claim.negated:
            return Link(found.act, not found.taken)
        return found

    def causes(self, claim: Claim) -> list[Link]:
        """Return the acts that a claim points to as what it follows from."""
        found = [self.of_claim(other) for other in claim.because]
        return _distinct(link for link in found if link is not None)

    def condition(self, claim: Claim, reply: Act | None) -> Link | None:
        """Return what a conditional hangs on, another act than its `reply`.

        An act that the reader saw inside the condition, else the act that the
        condition's words mean, else an act that the claim points to.
        """
        told = {other: self.of_claim(other) for other in claim.because if other in self.claims}
        links = {key: link for key, link in told.items() if link and link.act is not reply}
        inside = [link for key, link in links.items() if in_condition(claim, self.claims[key])]
        negative = self._unless(claim) is not bool(_FAILS.search(claim.condition or ""))
        if inside:
            return Link(inside[0].act, inside[0].taken is not negative)
        found = self.find(claim.condition, without=reply) if claim.condition else None
        if found is not None:
            negative = negative is not bool(_NOT.search(claim.condition or ""))
            return Link(found.act, found.taken is not negative)
        return next(
            (link for link in links.values() if not reply or link.act.actor != reply.actor), None
        )

    def _unless(self, claim: Claim) -> bool:
        """Whether the condition stands behind "unless" or "until"."""
        condition = claim.condition or ""
        if re.match(r"\s*(?:unless|until)\b", condition, re.IGNORECASE):
            return True
        if not condition or condition not in claim.quote:
            return False
        before = claim.quote.partition(condition)[0]
        return re.search(r"\b(?:unless|until)\s*$", before, re.IGNORECASE) is not None

    def find(self, text: str, *, without: Act | None = None, of: str | None = None) -> Link | None:
        """Return the act that some words mean.

        Parameters
        ----------
        text : str
            A clause or a phrase.
        without : Act, optional
            One that can't be meant.
        of : str, optional
            Whose act it must be; left out, of those whom the text names.

        Returns
        -------
        Link or None
            None where no act fits, or no act of those whom the text names.
        """
        named = {of} if of else self.named(text)
        pool = [
            act for act in self.acts if act is not without and (not named or act.actor in named)
        ]
        words = [word for word in tokens(text) if word not in self._called]
        scored = sorted(
            ((-_overlap(words, act), not act.now, *act.weighs(), k) for k, act in enumerate(pool)),
        )
        if not scored or -scored[0][0] < _ENOUGH:
            return None
        best = pool[scored[0][-1]]
        lemmas = {lemma(word) for word in words}
        undo = bool(lemmas & lexicon().kinds["undo"])
        undo = undo or (best.verb in _HELD and bool(lemmas & _GIVEN_BACK))
        return Link(best, best.undo or not undo)

    def inside(self, claim: Claim) -> Link | None:
        """Return the first act of another, not done, that is spoken of within a claim's words."""
        near = [
            (one.place, act)
            for act in self.acts
            if act.actor != claim.actor and not act.now
            for one in act.said
            if one.claim.document == claim.document
            and claim.start <= one.claim.start
            and one.claim.end <= claim.end
            and one.role == "act"
        ]
        return Link(min(near, key=lambda one: one[0])[1]) if near else None

    def surfaces(self, actor: str) -> list[str]:
        """Return what a party is called in the texts, as written, longest first."""
        written = {
            self.texts[document][start:end]
            for document, spans in self._spans.items()
            for start, end, who in spans
            if who == actor and document in self.texts
        }
        forms = lexicon().forms
        written = {name for name in written if not any(word in forms for word in tokens(name))}
        return sorted(written, key=lambda name: (-len(name), name))

    def nearest(self, claim: Claim, doer: str) -> Link | None:
        """Return the doer's act of force or pressure, not done, that is spoken of nearest to a claim."""
        near = [
            (abs(one.claim.start - claim.start), one.place, act)
            for act in self.acts
            if act.actor == doer and not act.now and not (act.undo or act.event in _SOFT)
            for one in act.said
            if one.claim.document == claim.document and one.role == "act"
        ]
        near = [one for one in near if one[0] <= _REACH]
        return Link(min(near, key=lambda one: one[:2])[2]) if near else None

    def named(self, text: str) -> set[str]:
        """Return the parties whom a text names."""
        low = f" {' '.join(_LETTERS.findall(text.lower()))} "
        found: set[str] = set()
        for surface, actor in self._surfaces:
            if f" {surface} " in low:
                found.add(actor)
                low = low.replace(f" {surface} ", "  ")
        return found

    def fearer(self, claim: Claim, among: AbstractSet[str]) -> str | None:
        """Return the party that is said to fear what the claim speaks of.

        The last of `among` named before the word of fear in the claim's sentence.
        """
        text = self.texts.get(claim.document, "")
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        left = max((end for end in ends if end <= claim.start), default=0)
        right = min((end for end in ends if end >= claim.end), default=len(text))
        near = max(left, claim.start - _NEAR)
        cues = [near + match.start() for match in _FEAR.finditer(text[near : claim.end])]
        cues = [cue for cue in cues if cue >= claim.start or "," not in text[cue : claim.start]]
        if not cues:
            return None
        cue = cues[-1]
        here = [
            (start, who)
            for start, end, actor in self._spans.get(claim.document, ())
            if left <= start and end <= right
            for who in [standing(actor, among)]
            if who in among and who != claim.actor
        ]
        before = [(start, actor) for start, actor in here if start < cue]
        free = [actor for start, actor in before if not _BEHIND.search(text[left:start])]
        named = free or [actor for _, actor in before]
        return named[-1] if named else None

    def _forms(self, reading: Reading) -> list[tuple[str, str]]:
        """Return what each party is called in the texts, longest first."""
        forms: set[tuple[str, str]] = set()
        for actor in reading.actors:
            if actor.id not in self._parties:
                continue
            called = {actor.name, actor.id.replace("_", " ")}
            called |= {
                self.texts[document][start:end]
                for document, start, end in actor.mentions
                if document in self.texts
            }
            for one in called:
                words = _LETTERS.findall(one.lower())
                words = [word for word in words if word not in {"s", "the"}]
                plain = " ".join(words)
                if plain and not all(word in lexicon().forms for word in words):
                    forms.add((plain, actor.id))
        return sorted(forms, key=lambda form: (-len(form[0]), form))


def _overlap(words: Sequence[str], act: Act) -> int:
    """Return how well words fit an act: 2 for its object, 2 for its verb, 1 for each mark."""
    table = lexicon()
    lemmas = {lemma(word) for word in words}
    verbs = {table.verbs[one] for one in lemmas if one in table.verbs} | lemmas
    things = {table.objects[one] for one in lemmas if one in table.objects} | lemmas
    marks = {table.marks[one] for one in lemmas if one in table.marks}
    score = 2 * (bool(act.thing) and act.thing in things) + 2 * (
        bool(act.verb) and act.verb in verbs
    )
    score += len(marks & act.marks) - len(act.marks - marks) * (not score)
    if not score and any(table.generic.get(one) == "military" for one in lemmas):
        score = 2 * (military(act) or act.generic == "military")
    return score


def _distinct(links: Iterable[Link]) -> list[Link]:
    found: list[Link] = []
    for link in links:
        if all(link.act is not other.act for other in found):
            found.append(link)
    return found
