"""Theatres: groups of decision makers that have nothing to do with one another in the report."""

from collections.abc import Iterable, Mapping, Sequence

from detente.draft.acts import Act
from detente.draft.wishes import Wish


def theatres(
    acts: Iterable[Act], wishes: Mapping[str, Sequence[Wish]], called: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return the groups of decision makers that nothing in the draft ties to another group.

    Parameters
    ----------
    acts : iterable of Act
        The options: each ties its owner to whom it is done to.
    wishes : mapping of str to sequence of Wish
        What each wants: it ties the owner to whose option it names.
    called : mapping of str to str
        The decision makers' names, in their order.

    Returns
    -------
    dict of str to list of str
        Name of the theatre ("Ethiopia and Eritrea") to its decision makers;
        empty where fewer than two groups have two members.
    """
    group = {dm: {dm} for dm in called}
    ties = [(act.actor, act.target or "") for act in acts]
    ties += [
        (owner, word.partition(".")[0])
        for owner, held in wishes.items()
        for wish in held
        for word in wish.statement.replace("!", " ").split()
        if "." in word
    ]
    for one, other in ties:
        if one in group and other in group:
            joined = group[one] | group[other]
            group |= dict.fromkeys(joined, joined)
    found = dict.fromkeys(tuple(dm for dm in called if dm in group[one]) for one in called)
    parted = [members for members in found if len(members) > 1]
    if len(parted) < 2:  # noqa: PLR2004 - one group is no division
        return {}
    return {" and ".join(called[dm] for dm in members[:2]): list(members) for members in parted}
