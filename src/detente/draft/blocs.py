"""Who belongs to which bloc, for one question only: whose act it is that is spoken of."""

import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files


@cache
def members() -> Mapping[str, frozenset[str]]:
    """Return the members of each bloc, by the ids of actors."""
    raw = tomllib.loads(files("detente.draft").joinpath("blocs.toml").read_text(encoding="utf-8"))
    return {bloc: frozenset(entry["members"].split()) for bloc, entry in raw.items()}


def standing(actor: str | None, among: AbstractSet[str]) -> str | None:
    """Return who of `among` stands for an actor: itself, or a bloc that it belongs to."""
    if actor is None or actor in among:
        return actor
    return next(
        (bloc for bloc in sorted(members()) if bloc in among and actor in members()[bloc]), None
    )
