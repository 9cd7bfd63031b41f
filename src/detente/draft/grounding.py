"""Which acts the report itself gives to a party, and which only the reader's guess does.

What nothing but a guess gives to a party is left out, and named in the draft's notes.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from detente.draft.mention import HARD, Mention
from detente.draft.sides import Sides

_YIELDED = frozenset({"CONCEDE", "RETREAT", "AGREE", "CONSULT", "COOPERATE"})
_OWN_WORD = frozenset({"planned", "threatened", "considered", "ruled_out"})
_PASSIVE = re.compile(r"\bbe(?:en|ing)?\s+(?:\w+ly\s+)?\w+(?:ed|en|t|d)\b")
_PRONOUN = re.compile(r"\b(?:it|its|him|his|her|them|their)\b")


def grounded(
    mentions: Iterable[Mention],
    sides: Sides,
    main: AbstractSet[frozenset[str]] = frozenset(),
) -> tuple[list[Mention], list[Mention]]:
    """Part what the report says of a party from what is only guessed of it.

    A guess at the doer counts where the report itself says the same act of the party;
    where somebody asks the party for something that one side of a conflict asks of the
    other; where the party speaks of the act as its own; where force or pressure upon its
    foe, which the words name, is weighed; or where a source expects it
    force between two that are rivals. A guess lets nobody attack another to whom it isn't
    opposed in the report, unless the two are a pair of its `main` parties.

    Returns
    -------
    kept, left : list of Mention
        Each in the order given.
    """
    said = list(mentions)
    sure = {(one.actor, one.now, *one.sense.key) for one in said if one.sure}
    acting = {one.actor for one in said if one.sure}
    expected = {
        (one.actor, *one.sense.key)
        for one in said
        if one.role == "forecast" and one.claim.speaker not in {None, *acting}
    }
    kept: list[Mention] = []
    left: list[Mention] = []
    for one in said:
        told = one.sure or (not one.sense.generic and (one.actor, one.now, *one.sense.key) in sure)
        asked = (
            one.actor in acting
            and _asked_of_it(one)
            and not _against_nobody(one, sides.opposed | main)
        )
        foreseen = (one.actor, *one.sense.key) in expected and _at_odds(one, sides)
        fits = foreseen or _upon_its_foe(one, sides)
        (kept if told or asked or fits or _its_own_word(one) else left).append(one)
    return kept, left


def _asked_of_it(one: Mention) -> bool:
    """Whether another asks for something that one side of a conflict asks of the other."""
    other = one.claim.speaker not in {None, one.actor}
    return one.status == "demanded" and one.claim.event in _YIELDED and other


def _its_own_word(one: Mention) -> bool:
    """Whether a party speaks of an act as its own: of no noun that is only supposed."""
    own = one.status in _OWN_WORD or one.role == "reply"
    said = one.claim.speaker == one.actor and not one.claim.rule.startswith("noun")
    return own and said and not (one.status == "considered" and _PASSIVE.search(one.claim.quote))


def _at_odds(one: Mention, sides: Sides) -> bool:
    """Whether an act of force is of one who stands against the other by what was done before."""
    return one.claim.event == "ASSAULT" and one.claim.target in sides.rivals.get(one.actor, {})


def _upon_its_foe(one: Mention, sides: Sides) -> bool:
    """Whether force that is weighed is upon one that its words name, and the guess is its foe."""
    claim = one.claim
    named = claim.target is not None and "target" not in claim.inferred
    return (
        one.status == "considered"
        and claim.event in HARD
        and named
        and frozenset((one.actor, claim.target or "")) in sides.opposed
        and not _PRONOUN.search(claim.action or "")
    )


def _against_nobody(one: Mention, opposed: AbstractSet[frozenset[str]]) -> bool:
    """Whether a guess makes one attack another with whom the report shows it in no conflict."""
    pair = frozenset((one.actor, one.claim.target or ""))
    return one.claim.event == "ASSAULT" and pair not in opposed
