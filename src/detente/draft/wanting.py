"""All that the decision makers of a draft are taken to want, from every rule."""

from detente.draft.acts import Act, hostile
from detente.draft.beliefs import table
from detente.draft.parts import Parts
from detente.draft.priorities import demands, own, stakes
from detente.draft.replies import feared, forbidden, replies
from detente.draft.wishes import Wish

NO_REPLY = "the crossing of a red line is answered; the report doesn't say how"


def all_wishes(parts: Parts) -> list[Wish]:
    """Return all wishes; a red line that nothing answers gets an assumed reply, and its option."""
    deciders = parts.deciders
    found = [
        *forbidden(parts.lines, deciders),
        *feared(parts.claims, parts.links, parts.lines, deciders),
        *replies(parts.claims, parts.links),
    ]
    answered = {(w.owner, w.statement.partition(" if ")[2]) for w in found}
    for claim, link in parts.lines:
        setter = claim.actor
        if setter is None or setter not in deciders or (setter, str(link)) in answered:
            continue
        answered.add((setter, str(link)))
        act = _retaliation(parts, setter)
        found.append(
            Wish(
                setter,
                f"{act.option} if {link}",
                "reply",
                table()["base"]["reply_assumed"],
                assumed=NO_REPLY,
            )
        )
        found.append(
            Wish(
                link.act.actor,
                f"!{act.name}",
                "feared",
                table()["base"]["harmed"],
                assumed="it minds the reply to its crossing of a red line",
            )
        )
    answers = {f"{w.owner}.{w.statement.partition(' if ')[0]}" for w in found if w.kind == "reply"}
    found += own(parts.kept, answers)
    found += demands(parts.kept, deciders)
    found += stakes(parts.kept, deciders, parts.sides)
    return found


def _retaliation(parts: Parts, setter: str) -> Act:
    """Return the setter's retaliation, else the hostile act that it threatens most, else one made."""
    mine = [act for act in parts.kept if act.actor == setter]
    meant = [act for act in mine if act.verb == "retaliate"]
    meant += sorted(filter(_threatened, mine), key=Act.weighs)
    if meant:
        return meant[0]
    made = Act(setter, "retaliate", "", option="retaliate")
    parts.kept.append(made)
    return made


def _threatened(act: Act) -> bool:
    """Whether an act of force or pressure is threatened, and nothing else answers for it."""
    return hostile(act) and not act.now and any(one.status == "threatened" for one in act.said)
