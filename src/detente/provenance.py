"""Who made a result, from what, with which seed: carried by every result.

A provenance holds no clock and no path, so the same input and seed give the
same bytes.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any


@dataclass(frozen=True, slots=True)
class Provenance:
    """Say how a result came about.

    Attributes
    ----------
    command : str
        The verb that made it: ``solve``, ``forecast``...
    model : str
        Checksum of the model, ``sha256:`` and 16 hexadecimal digits.
    parameters : mapping of str to JSON values
        What was asked for.
    seed : int or None
        The seed of the random numbers, None where no chance was used.
    versions : mapping of str to str
        Versions of Détente and of what it stands on, where they matter.
    """

    command: str
    model: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    seed: int | None = None
    versions: Mapping[str, str] = field(default_factory=lambda: versions("detente", "numpy"))

    def to_json(self) -> dict[str, Any]:
        """Return the record as JSON values, keys in a fixed order."""
        return {
            "command": self.command,
            "model": self.model,
            "parameters": dict(sorted(self.parameters.items())),
            "seed": self.seed,
            "versions": dict(sorted(self.versions.items())),
        }


def checksum(*parts: bytes) -> str:
    """Return a short checksum of some bytes, each part kept apart.

    Examples
    --------
    >>> checksum(b"ab", b"c") == checksum(b"a", b"bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return f"sha256:{digest.hexdigest()[:16]}"


def versions(*packages: str) -> dict[str, str]:
    """Return the installed version of each of `packages` that is installed."""
    found = {}
    for package in packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
