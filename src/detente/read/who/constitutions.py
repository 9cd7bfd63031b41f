"""Which of a text's states an office or a land can't be of: the United States has no foreign minister."""

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene
from detente.read.who.owners import owner_of

WITHOUT_PRESIDENT = listed("references", "without_president")
_LACKING = {
    "president": WITHOUT_PRESIDENT,
    "presidency": WITHOUT_PRESIDENT,
    "minister": listed("references", "without_minister"),
    "premier": listed("references", "without_minister"),
    **dict.fromkeys(
        ("king", "queen", "crown", "monarch", "monarchy"), listed("references", "without_king")
    ),
}
_BEING = {
    "island": listed("references", "islands"),
    "kingdom": listed("references", "kingdoms"),
    "emirate": listed("references", "emirates"),
}
# who rules by arms: a text tells of which state, and says "the junta" later
_SOLDIERS = frozenset({"junta", "colonels", "putschists"})
_RULERS = frozenset(
    {"government", "rulers", "ruler", "regime", "leaders", "authorities", "council"}
)


def not_of(scene: Scene, word: str) -> frozenset[str]:
    """Return the states that an office or a land can't be of.

    Parameters
    ----------
    scene : Scene
        With states named.
    word : str
        The noun in lower case, ``minister`` or ``island``.

    Returns
    -------
    frozenset of str
        Those that have no such office; of a land all states that the text names
        and that aren't one, unless it names none that is.
    """
    if word in _LACKING:
        return _LACKING[word]
    if word in _BEING:
        such = _BEING[word]
    elif word in _SOLDIERS:
        such = _ruled_by_soldiers(scene)
    else:
        return frozenset()
    named = frozenset(actor for actor in scene.actor if actor is not None)
    return named - such if named & such else frozenset()


def _ruled_by_soldiers(scene: Scene) -> frozenset[str]:
    """Return the states of which a text says so: "Mali's military government", "the coup in Niger"."""
    told = (
        i
        for i, lower in enumerate(scene.lowers)
        if lower in _SOLDIERS
        or lower in {"coup", "putsch"}
        or (i and lower in _RULERS and scene.lowers[i - 1] == "military")
    )
    return frozenset(owner for i in told if (owner := owner_of(scene, i)) is not None)
