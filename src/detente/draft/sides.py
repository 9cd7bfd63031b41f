"""Who stands against whom, and who stands by whom, as far as the claims say.

From stated relations ("an ally of", "opposed to") and from what is done:
who attacks or coerces another is set against it, who arms or aids another
stands by it. Used for assumed stakes only.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.draft.blocs import members
from detente.draft.mention import DONE
from detente.read.claim import Claim

_AGAINST = ("enemy", "rival", "opposed", "hostile", "against")
_BESIDE = ("ally", "patron", "partner", "proxy", "client", "member", "supporter")
_HARM = frozenset({"ASSAULT", "COERCE"})
_OPPOSED = _HARM | {"SANCTION", "THREATEN"}
_HELP = frozenset({"AID", "SUPPORT"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Rivals and friends: decision maker, other, and the claim that says so.

    `opposed` are the pairs between which there is force, pressure or a threat,
    done or not: what one sends towards the other is no help.
    """

    rivals: dict[str, dict[str, Claim]] = field(default_factory=dict)
    friends: dict[str, dict[str, Claim]] = field(default_factory=dict)
    opposed: set[frozenset[str]] = field(default_factory=set)

    def same(self, one: str, other: str) -> bool:
        """Say whether two names are one side: the same, or a bloc and its member."""
        blocs = members()
        return one == other or one in blocs.get(other, ()) or other in blocs.get(one, ())


def sides(claims: Iterable[Claim]) -> Sides:
    """Return who stands where; a pair that is said to be both is neither."""
    claims = list(claims)
    found = Sides(opposed=_opposed(claims))
    for claim in claims:
        if (
            claim.actor is None
            or claim.target is None
            or claim.actor == claim.target
            or claim.negated
        ):
            continue
        said = (claim.action or "").lower()
        acted = claim.kind == "event" and claim.status in DONE
        if (claim.kind == "relation" and any(word in said for word in _AGAINST)) or (
            acted and claim.event in _HARM
        ):
            _note(found.rivals, claim)
        elif (claim.kind == "relation" and any(word in said for word in _BESIDE)) or (
            acted and claim.event in _HELP
        ):
            _note(found.friends, claim)
    for one in found.rivals:
        for other in set(found.rivals[one]) & set(found.friends.get(one, {})):
            del found.rivals[one][other], found.friends[one][other]
    return found


def _opposed(claims: Iterable[Claim]) -> set[frozenset[str]]:
    """Return the pairs between which there is force, pressure or a threat, by more than a guess."""
    told: Counter[frozenset[str]] = Counter()
    for claim in claims:
        supposed = claim.status == "possible" and claim.rule.startswith("noun")
        named = claim.actor and claim.target and not claim.negated
        if claim.event in _OPPOSED and named and not supposed:
            sure = not {"actor", "target"} & set(claim.inferred)
            told[frozenset((claim.actor or "", claim.target or ""))] += (
                2 if sure else "actor" not in claim.inferred
            )
    return {pair for pair, count in told.items() if count > 1 and len(pair) > 1}


def _note(table: dict[str, dict[str, Claim]], claim: Claim) -> None:
    """Note a relation both ways; the first claim stays."""
    one, other = claim.actor or "", claim.target or ""
    table.setdefault(one, {}).setdefault(other, claim)
    table.setdefault(other, {}).setdefault(one, claim)
