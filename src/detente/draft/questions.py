"""What the report doesn't say and the model needs, as sentences a person can answer."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from detente.draft.acts import Act
from detente.draft.links import Links
from detente.draft.wishes import Wish
from detente.read.claim import Claim

MOST_QUESTIONS = 20
MOST_MINDED = 6
_WITH_ARTICLE = (
    " Union", "Houthis", " Nations", " League", " Front", " Forces", " Army", " Republic",
    "Netherlands", "Philippines", " Empire", " Council", " Court", " Movement", " Emirates",
    " Organization", " Organisation",
    " Vatican", " Taliban", " Community", " PLO",
)  # fmt: skip


def questions(
    acts: Sequence[Act],
    labels: Mapping[str, str],
    called: Mapping[str, str],
    wishes: Mapping[str, Sequence[Wish]],
) -> Iterator[str]:
    """Ask for what is left open: attitudes, their order, who minds what.

    Parameters
    ----------
    acts : sequence of Act
        The options.
    labels : mapping of str to str
        Each option's verb phrase, by its full name.
    called : mapping of str to str
        Each decision maker's name.
    wishes : mapping of str to sequence of Wish
        What each is taken to want.
    """
    for act in acts:
        mine = [wish for wish in wishes.get(act.actor, ()) if wish.statement == act.option]
        if any(wish.sign == "unknown" for wish in mine):
            yield (
                f"The report doesn't say whether {the(called[act.actor])} would rather "
                f"{labels[act.name]} or not."
            )
    for owner, held in wishes.items():
        yield from _order(owner, held, labels, called)
    yield from _minded(acts, labels, called, wishes)


def _order(
    owner: str, held: Sequence[Wish], labels: Mapping[str, str], called: Mapping[str, str]
) -> Iterator[str]:
    loose = [wish for wish in held if wish.order != "known"]
    if len(loose) > 1:
        first, second = (in_words(wish, labels, called) for wish in loose[:2])
        yield f"The report doesn't say which matters more to {the(called[owner])}: {first}, or {second}."


def _minded(
    acts: Sequence[Act],
    labels: Mapping[str, str],
    called: Mapping[str, str],
    wishes: Mapping[str, Sequence[Wish]],
) -> Iterator[str]:
    """Ask about the acts on which another decision maker has no word at all."""
    for act in sorted(acts, key=Act.weighs)[:MOST_MINDED]:
        silent = [
            the(called[dm])
            for dm in called
            if dm != act.actor
            and not any(act.name in wish.statement.split(" if ")[0] for wish in wishes.get(dm, ()))
        ]
        if silent and act.now:
            yield (
                f"The report doesn't say how {listed(silent)} would see it if "
                f"{the(called[act.actor])} no longer chose to {labels[act.name]}."
            )
        elif silent:
            yield (
                f"The report doesn't say how {listed(silent)} would see it if "
                f"{the(called[act.actor])} were to {labels[act.name]}."
            )


def unlinked(claims: Iterable[Claim], links: Links, linked: Collection[str]) -> Iterator[str]:
    """Ask about conditionals and red lines that couldn't be tied to options.

    Parameters
    ----------
    claims : iterable of Claim
        All of them.
    links : Links
        What the acts are called.
    linked : collection of str
        Ids of the red lines that are tied to an act.
    """
    for claim in claims:
        quote = " ".join(claim.quote.split())
        if claim.kind == "conditional" and claim.actor:
            reply = links.of_claim(claim.id)
            if reply is None or links.condition(claim, reply.act) is None:
                yield f"Who would do what, and after what, where the report says “{quote}”?"
        elif claim.kind == "red_line" and claim.id not in linked:
            yield f"Whose act is forbidden where the report says “{quote}”?"


def in_words(wish: Wish, labels: Mapping[str, str], called: Mapping[str, str]) -> str:
    """Return a wish as an infinitive: "to see Russia not use nuclear weapons"."""
    bare, _, condition = wish.statement.partition(" if ")
    dm, label, no = _parts(bare, wish.owner, labels)
    if dm == wish.owner:
        said = f"{no}to {label}"
    else:
        said = f"to have {the(called.get(dm, dm))} {no}{label}"
    if not condition:
        return said
    dm, label, no = _parts(condition, wish.owner, labels)
    return f"{said} should {the(called.get(dm, dm))} {no}{label}"


def _parts(statement: str, owner: str, labels: Mapping[str, str]) -> tuple[str, str, str]:
    name = statement.removeprefix("!")
    full = name if "." in name else f"{owner}.{name}"
    return full.partition(".")[0], labels.get(full, full), "not " if name != statement else ""


def the(name: str) -> str:
    """Return a name as it stands in a sentence: "the United States"."""
    first = re.split(r" (?:of|for) ", name, maxsplit=1)[0]
    common = name[:1].islower() and not name.startswith(("the ", "al-", "al "))
    said = name.startswith("United ") or f" {first}".endswith(_WITH_ARTICLE) or common
    return f"the {name}" if said else name


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them: "A, B and C"."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"
