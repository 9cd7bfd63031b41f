"""Of which state somebody is likely who has an office: "Foreign Minister Omar Barro".

The words beside him don't say it. The title bars some states, his name others, and
what the text says that he does to a state bars that one.
"""

from collections import Counter
from collections.abc import Container

from detente.read.who.governed import without
from detente.read.who.likely_states import last_subject_state, likely_state, seated_in
from detente.read.who.mentions import Scene
from detente.read.who.name_languages import fits
from detente.read.who.offices import after, renamed
from detente.read.who.owners import owner_of

HIGHEST = frozenset({"president", "premier", "minister", "king", "emperor", "chancellor"})
_OFFICERS = frozenset({"general", "admiral", "colonel", "marshal", "major", "captain", "commander"})
_LANDS = HIGHEST - {"president"}
_NAMING = frozenset({"name", "demonym", "capital"})


def of_a_land(title: str) -> bool:
    """Say whether a title is an office that states alone have: "prime minister", "king"."""
    return title.rsplit(" ", 1)[-1] in _LANDS


def likely_home(
    scene: Scene, start: int, name: str, title: str, held: Container[str]
) -> str | None:
    """Return the state that somebody with an office is likely of, if any is likely.

    An officer who is set nowhere is of the state named most often where such names are at
    home, if there is one.
    """
    rank = title.rsplit(" ", 1)[-1]
    landless = without(scene, "army") if rank in _OFFICERS else frozenset()
    if scene.dateline and scene.dateline not in held and seated_in(scene, start) is None:
        home: str | None = scene.dateline  # who is new to a report is of where it is sent from
    else:
        home = likely_state(scene, start, held)
    if home in landless:
        home = likely_state(scene, start, landless)
    states = _by_frequency(scene, held) if title else []
    if home is None and title.rsplit(" ", 1)[-1] not in HIGHEST:
        return next((state for state in states if fits(name, state)), None)
    home = home or next(iter(states), None)
    return home if home == seated_in(scene, start) else _at_home(scene, name, home, held)


def surely_of(scene: Scene, start: int, title: str, home: str | None) -> bool:
    """Say whether one of a state's highest must be of the one where the report is from.

    A minister may be of another that the text speaks of just now: "TUNIS - ... Chad sent an
    envoy. Foreign Minister Omar Barro said".
    """
    if title.rsplit(" ", 1)[-1] not in HIGHEST:
        return False
    if home == seated_in(scene, start):
        return True
    first = not title.endswith("minister") or title.endswith("prime minister")
    return home == scene.dateline and (first or last_subject_state(scene, start) in {home, None})


def same_office(scene: Scene, start: int, end: int) -> str | None:
    """Return the state of "the American consul-general", where a name has the office further on."""
    for i in renamed(scene, start) + after(scene, start, end):
        office = scene.lowers[i - 2 : i + 1]
        if "-" not in office or scene.lowers[i] not in scene.gazetteer.words["title"]:
            continue
        for j in range(2, start):
            if scene.lowers[j - 2 : j + 1] == office and (owner := owner_of(scene, j)) is not None:
                return owner
    return None


def _by_frequency(scene: Scene, taken: Container[str]) -> list[str]:
    """Return the states that a text names as more than a place, the most often named first.

    Those in `taken` are left out.
    """
    named = Counter(
        actor
        for actor, form, place in zip(scene.actor, scene.form, scene.place, strict=True)
        if actor
        and form in _NAMING
        and not place
        and actor not in taken
        and scene.kind_of(actor) == "state"
    )
    return sorted(named, key=lambda actor: (-named[actor], actor))


def _at_home(scene: Scene, name: str, guess: str | None, taken: Container[str]) -> str | None:
    """Return another state of the text where such names are at home and in the guessed one aren't.

    "Foreign Minister Roberto Robaina" is Cuba's, not that of the United States named before.
    """
    if guess is None or fits(name, guess) is not False:
        return guess
    others = (state for state in _by_frequency(scene, taken) if fits(name, state))
    return next(others, guess)
