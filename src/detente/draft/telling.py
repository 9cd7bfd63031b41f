"""What a draft calls its options, and which of them the report tells too vaguely to judge."""

from itertools import combinations

from detente.draft.acts import Act
from detente.draft.choices import places
from detente.draft.complete import lacks_object
from detente.draft.labels import label
from detente.draft.parts import Parts
from detente.draft.vague import vague
from detente.read.claim import Reading

_OFTEN = 1
_BARE_ENDS = frozenset({"stop", "end", "cease", "halt", "give up", "finish"})


def main_parties(reading: Reading, most: int = 2) -> list[str]:
    """Return the parties that the report names most, the foremost first."""
    named = sorted(
        (-len(actor.mentions), actor.id)
        for actor in reading.actors
        if actor.role == "party" and actor.kind not in {"person", "institution"}
    )
    return [who for times, who in named[:most] if -times >= _OFTEN]


def main_pairs(reading: Reading) -> set[frozenset[str]]:
    """Return the pairs among the three parties that the report names most."""
    return {frozenset(pair) for pair in combinations(main_parties(reading, 3), 2)}


def labelled(act: Act, parts: Parts) -> str:
    """Return an option's label; whom it is done to only where the two are opposed."""
    bodies = {one.id for one in parts.reading.actors if one.kind == "institution"}
    foes = {
        one: name
        for one, name in parts.called.items()
        if one not in bodies and (one == act.aim or one in parts.sides.rivals.get(act.actor, {}))
    }
    owner = next((one for one in parts.reading.actors if one.id == act.actor), None)
    return label(act, parts.links.surfaces(act.actor), foes, parts.links.texts, owner)


def too_vague(act: Act, parts: Parts) -> bool:
    """Whether the report doesn't say what an act is, and makes little of it: "agree", "block it"."""
    said = labelled(act, parts)
    often = places(act) > 1 and not act.now and (" " in said or not lacks_object(said))
    return said in _BARE_ENDS or (vague(said) and not often)
