"""What a case answers, as JSON values: the public shapes of ``detente case --json``."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from detente.store.asking import Move
from detente.store.deciding import told
from detente.store.growing import Change
from detente.store.history import Difference, Entry, Status
from detente.store.theatres import Link


def change_json(change: Change) -> dict[str, Any]:
    """Return the shape of ``case add`` and ``case accept``."""
    return {
        "case": change.case,
        "title": change.title,
        "reports": [
            {
                "document": one.document,
                "known": one.known,
                "title": one.title,
                "source": one.source,
                "date": one.date,
                "claims": [
                    {
                        "id": claim.id,
                        "kind": claim.kind,
                        "quote": claim.quote,
                        "verdict": one.verdicts.get(claim.id, ("", None))[0] or None,
                        "earlier": one.verdicts.get(claim.id, ("", None))[1],
                    }
                    for claim in one.claims
                ],
            }
            for one in change.taken
        ],
        "proposals": [told(one) for one in change.proposed],
        "model": {
            "before": change.model_before,
            "after": change.model_after,
            "drafted": change.drafted,
        },
        "forecast": {"supposed": change.supposed, "moves": moves_json(change.moves)},
        "failed": [{"id": one.name, "why": why} for one, why in change.failed],
        "warnings": list(change.warnings),
        "link": None if change.link is None else link_json(change.link),
    }


def link_json(found: Link) -> dict[str, Any]:
    """Return the shape of ``case theatres``."""
    return {
        "theatres": {name: list(makers) for name, makers in found.theatres.items()},
        "shared": list(found.shared),
        "ties": [asdict(one) for one in found.ties],
        "outcomes": [asdict(one) for one in found.outcomes],
        "options": [
            {**asdict(one), "shift": one.shift, "tells": one.tells} for one in found.options
        ],
    }


def moves_json(moves: Iterable[Move]) -> list[dict[str, Any]]:
    """Return how forecasts moved."""
    return [
        {
            "question": one.question,
            "before": None if one.before is None else asdict(one.before),
            "after": None if one.after is None else asdict(one.after),
            "because": [asdict(cause) for cause in one.causes],
        }
        for one in moves
    ]


def status_json(found: Status) -> dict[str, Any]:
    """Return the shape of ``case status``."""
    return {
        "case": found.name,
        "title": found.title,
        "store": found.store,
        "documents": found.documents,
        "latest": None
        if found.latest is None
        else dict(zip(("id", "date", "title"), found.latest, strict=True)),
        "claims": found.claims,
        "verdicts": found.verdicts,
        "model": found.model,
        "open": [told(one) for one in found.open],
        "forecast": {name: asdict(one) for name, one in found.chances.items()},
    }


def log_json(found: Iterable[Entry]) -> list[dict[str, Any]]:
    """Return the shape of ``case log``."""
    return [asdict(one) for one in found]


def diff_json(found: Difference) -> dict[str, Any]:
    """Return the shape of ``case diff``."""
    return {
        "from": found.a,
        "to": found.b,
        "documents": [
            dict(zip(("id", "date", "title"), one, strict=True)) for one in found.documents
        ],
        "verdicts": found.verdicts,
        "accepted": [told(one) for one in found.accepted],
        "moves": moves_json(found.moves),
        "model": list(found.lines),
    }
