"""Put a claim right: the correction stands beside it, and what was read stays."""

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select

from detente.errors import InputError, NotFoundError
from detente.model.conflict import Conflict
from detente.read.claim import KINDS, PLOVER, Reading
from detente.store import deciding, records, versions
from detente.store.case import Case, Run
from detente.store.proposing import proposals
from detente.store.tables import claims, corrections, documents
from detente.store.window import window
from detente.store.wording import said as worded

STATUSES = (
    "done", "ongoing", "planned", "threatened", "considered", "possible", "demanded", "ruled_out",
)  # fmt: skip
_TEXTS = frozenset(
    {"actor", "action", "target", "speaker", "date", "condition", "doer", "likelihood"}
)
_FLAGS = frozenset({"negated", "novel", "irreversible", "reject"})
_NUMBERS = frozenset({"low", "high"})
_CHOICES = {"status": STATUSES, "event": PLOVER}
_MAY_BE = {  # what a field takes, in a sentence
    **dict.fromkeys(_TEXTS, "it is text, or empty"),
    **dict.fromkeys(_FLAGS, "give true or false"),
    **dict.fromkeys(_NUMBERS, "give a number from 0 to 1"),
    **{name: f"it is one of {', '.join(known)}" for name, known in _CHOICES.items()},
    "kind": f"it is one of {', '.join(KINDS)}",
}


def correct(case: Case, claim: str, changes: dict[str, Any], *, why: str = "") -> list[int]:
    """Correct a claim, or reject it, and propose what that changes in the model.

    Parameters
    ----------
    case : Case
        The case.
    claim : str
        The claim's id, ``c17``.
    changes : dict
        Fields and their values; ``{"reject": True}`` takes the claim out of
        all that is drafted from now on.
    why : str
        The reason, for the log.

    Returns
    -------
    list of int
        The numbers of what is proposed.

    Raises
    ------
    NotFoundError
        If there is no such claim.
    InputError
        If a field can't be changed, or not to this.
    """
    said = checked(changes)
    number = records.number(claim)
    with case.writing("correct", f"{claim}: {_line(said)}{f', {why}' if why else ''}") as run:
        row = run.connection.execute(
            select(claims.c.id, documents.c.number)
            .join(documents, documents.c.id == claims.c.document_id)
            .where(claims.c.case_id == case.id, claims.c.number == (number or 0))
        ).first()
        if row is None or not claim.startswith("c"):
            raise NotFoundError(
                f"there is no claim {claim!r}", "see 'detente case search'", where=str(case.folder)
            )
        version = versions.latest(run.connection, case.id)
        model = None if version is None else version.conflict()
        before = _known(run, model, row.number)
        run.connection.execute(
            insert(corrections),
            {
                "run_id": run.id, "claim_id": row.id, "why": why,
                "changes": json.dumps(said, ensure_ascii=False, sort_keys=True),
            },
        )  # fmt: skip
        if model is None:
            return []
        found = proposals(model, before, _known(run, model, row.number), fresh={claim})
        return deciding.put(run, [replace(one, said=worded(one, model)) for one in found])


def _known(run: Run, model: Conflict | None, document: int) -> Reading:
    """Return what is known now around a document."""
    return window(run.connection, run.case_id, model, [f"d{document}"])[1]


def checked(changes: Any) -> dict[str, Any]:
    """Return changes to a claim if each of them can be made.

    Raises
    ------
    InputError
        If one can't.
    """
    if not isinstance(changes, dict) or not changes:
        raise InputError("a correction changes a field", "give FIELD=VALUE")
    for name, value in changes.items():
        if not _fits(name, value):
            if name in _MAY_BE:
                raise InputError(f"{name} can't be {value!r}", _MAY_BE[name])
            fields = ", ".join(sorted(_TEXTS | _FLAGS | _NUMBERS | {"status", "event", "kind"}))
            raise InputError(f"a claim has no field {name!r} to correct", f"fields are {fields}")
    return dict(sorted(changes.items()))


def _fits(name: str, value: Any) -> bool:
    if name == "kind":
        return value in KINDS
    if name in _CHOICES:
        return value is None or value in _CHOICES[name]
    if name in _TEXTS:
        return value is None or isinstance(value, str)
    if name in _FLAGS:
        return isinstance(value, bool)
    if name in _NUMBERS:
        return value is None or (type(value) in {int, float} and 0 <= value <= 1)
    return False


def parsed(words: str) -> tuple[str, Any]:
    """Return field and value of ``FIELD=VALUE`` as the command line takes it.

    Examples
    --------
    >>> parsed("status=planned"), parsed("negated=true"), parsed("low=0.2"), parsed("target=")
    (('status', 'planned'), ('negated', True), ('low', 0.2), ('target', None))
    """
    name, sign, value = words.partition("=")
    if not sign:
        raise InputError(f"{words!r} is no correction", "give FIELD=VALUE")
    if name in _FLAGS:
        if value not in {"true", "false"}:
            raise InputError(f"{name} can't be {value!r}", "give true or false")
        return name, value == "true"
    if name in _NUMBERS and value:
        try:
            return name, float(value)
        except ValueError as error:
            raise InputError(f"{name} can't be {value!r}", "give a number from 0 to 1") from error
    return name, value or None


def _line(said: dict[str, Any]) -> str:
    return ", ".join(f"{name}={'' if value is None else value}" for name, value in said.items())
