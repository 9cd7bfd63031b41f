"""Which of a text's states an office or a land can't be of: the United States has no foreign minister."""

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

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
    if word not in _BEING:
        return frozenset()
    named = frozenset(actor for actor in scene.actor if actor is not None)
    return named - _BEING[word] if named & _BEING[word] else frozenset()
