"""The smaller parts that are printed: a claim, what is left open, a decision maker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model.conflict import DecisionMaker
from detente.read.claim import Claim, Reading
from detente.report import words
from detente.report.printing import ground, rule, say

if TYPE_CHECKING:
    from rich.console import Console

MOST_OPTIONS = 24
MOST_QUESTIONS = 20
MOST_OPEN = 20


def print_maker(console: "Console", dm: str, maker: DecisionMaker) -> None:
    """Print what a decision maker can do and what it wants."""
    say(console, words.sentence_case(maker.name or dm), "bold")
    for option, one in list(maker.options.items())[:MOST_OPTIONS]:
        notes = [words.STATUS[one.status]]
        if one.reversible != "both":
            notes.append(words.REVERSIBLE[one.reversible])
        text = f"can {one.label or option} ({', '.join(notes)}){ground(one)}"
        say(console, text, indent=2, hang=4)
    if maker.priorities is None:
        kind = "a ranking" if maker.ranking else "weights" if maker.weights else "payoffs"
        say(console, f"its preferences are given by {kind}", indent=2)
    for n, wish in enumerate((maker.priorities or [])[:MOST_OPTIONS], 1):
        doubt = "" if wish.order == "known" else ", place not known"
        say(console, f"{n}. {wish.statement}{doubt}{ground(wish)}", indent=2, hang=3)


def print_questions(console: "Console", questions: Sequence[str]) -> None:
    """Print what is open; nothing where nothing is."""
    if not questions:
        return
    say(console, "Open questions", "bold")
    for question in questions[:MOST_QUESTIONS]:
        say(console, f"? {question}", indent=2, hang=2)
    if len(questions) > MOST_QUESTIONS:
        say(console, f"and {len(questions) - MOST_QUESTIONS} more", "dim", indent=2)


def print_claim(console: "Console", claim: Claim, names: dict[str, str], *, explain: bool) -> None:
    """Print a claim with its quote, and with its rule if that is asked for."""

    def named(one: str | None) -> str:
        return "" if one is None else names.get(one, one.replace("_", " "))

    act = f"{'not ' * claim.negated}{claim.action or ''}".strip()
    who = named(claim.doer or claim.actor)
    said = ": ".join(part for part in (who, act) if part)
    marks = [
        words.STATUS[claim.status] if claim.status in words.STATUS and claim.status else "",
        claim.likelihood or "",
        "for the first time" if claim.novel else "",
        "irreversible" if claim.irreversible else "",
        f"says {named(claim.speaker)}" if claim.speaker else "",
        claim.certainty if claim.certainty != "stated" else "",
        f"as in {claim.same_as}" if claim.same_as else "",
    ]
    notes = "; ".join(mark for mark in marks if mark)
    kind = words.KINDS.get(claim.kind, claim.kind)
    say(console, f"{claim.id} {kind}: {said}" + (f" ({notes})" if notes else ""), "bold", hang=4)
    say(console, f"“{words.shortened(' '.join(claim.quote.split()), 300)}”", indent=4)
    if explain and claim.rule:
        who_is = "speaker" if claim.kind == "statement" else "doer"
        trust = "" if claim.trust is None else f"; {who_is} trusted to {words.percent(claim.trust)}"
        say(console, f"rule: {claim.rule}{trust}", "dim", indent=4)


def print_contradictions(console: "Console", reading: Reading) -> None:
    """Print which reports contradict each other, each with its words."""
    if not reading.contradictions:
        return
    claims = {claim.id: claim for claim in reading.claims}
    named = {document.id: document.source for document in reading.documents}
    number = words.counted(len(reading.contradictions), "act")
    rule(console, f"Reports contradict each other: {number}")
    for later, earlier in reading.contradictions[:MOST_OPEN]:
        for mark, one in (("", claims[earlier]), ("but ", claims[later])):
            quote = words.shortened(" ".join(one.quote.split()), 300)
            say(console, f"{mark}{one.id} “{quote}” ({named[one.document]})", hang=4)
    if len(reading.contradictions) > MOST_OPEN:
        left = len(reading.contradictions) - MOST_OPEN
        say(console, f"and {left} more: use --json to see them all", "dim")


def print_doubtful(console: "Console", doubtful: Sequence[Claim], names: dict[str, str]) -> None:
    """Print what is left open, each with the doer, or of a statement the speaker, that is likeliest."""
    if not doubtful:
        return
    spoken = sum(claim.kind == "statement" for claim in doubtful)
    counts = [(len(doubtful) - spoken, "act"), (spoken, "statement")]
    told = " and ".join(words.counted(number, what) for number, what in counts if number)
    rule(console, f"Left open, since it is not clear whose they are: {told}")
    for claim in doubtful[:MOST_OPEN]:
        named = claim.speaker if claim.kind == "statement" else claim.actor
        who = names.get(named or "", "") or (named or "nobody named").replace("_", " ")
        quote = words.shortened(" ".join(claim.quote.split()), 300)
        say(console, f"{claim.id} “{quote}” (perhaps {who})", hang=4)
    if len(doubtful) > MOST_OPEN:
        say(console, f"and {len(doubtful) - MOST_OPEN} more: use --json to see them all", "dim")
