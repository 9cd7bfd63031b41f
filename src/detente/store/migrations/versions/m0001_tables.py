"""The tables of a case: documents, claims, corrections, models, runs, forecasts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer, primary_key=True, autoincrement=True)


def _of(table: str, name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id"), nullable=False)


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _share(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Float, nullable=False)


def _once(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"{table}_{columns[-1]}")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "cases",
        _id(),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        _text("title"),
        _text("at"),
    )
    op.create_table(
        "runs",
        _id(),
        _of("cases", "case_id"),
        _whole("number"),
        *(_text(name) for name in ("verb", "said", "by", "at", "details")),
        _once("runs", "case_id", "number"),
    )
    op.create_table(
        "documents",
        _id(),
        _of("cases", "case_id"),
        _of("runs", "run_id"),
        _whole("number"),
        *(_text(name, nullable=name == "date") for name in ("digest", "title", "date")),
        *(_text(name) for name in ("source", "text", "actors", "warnings")),
        _once("documents", "case_id", "number"),
        _once("documents", "case_id", "digest"),
    )
    op.create_table(
        "sightings", _id(), _of("documents", "document_id"), _of("runs", "run_id"), _text("source")
    )
    op.create_table(
        "claims",
        _id(),
        _of("cases", "case_id"),
        _of("documents", "document_id"),
        _whole("number"),
        _text("kind"),
        _text("actor", nullable=True),
        _text("act"),
        _text("status", nullable=True),
        _flag("negated"),
        _text("date", nullable=True),
        _text("verdict"),
        _whole("earlier", nullable=True),
        _text("quote"),
        _text("body"),
        _once("claims", "case_id", "number"),
    )
    op.create_index("claims_document", "claims", ["document_id"])
    op.create_index("claims_act", "claims", ["case_id", "act", "number"])
    op.create_table(
        "corrections",
        _id(),
        _of("runs", "run_id"),
        _of("claims", "claim_id"),
        _text("changes"),
        _text("why"),
    )
    op.create_index("corrections_claim", "corrections", ["claim_id"])
    op.create_table(
        "models",
        _id(),
        _of("cases", "case_id"),
        _of("runs", "run_id"),
        _whole("number"),
        _text("digest"),
        _text("text"),
        _once("models", "case_id", "number"),
    )
    _answers()


def _answers() -> None:
    op.create_table(
        "proposals",
        _id(),
        _of("cases", "case_id"),
        _of("runs", "run_id"),
        _whole("number"),
        *(_text(name) for name in ("kind", "said", "steps", "because")),
        _once("proposals", "case_id", "number"),
    )
    op.create_table(
        "decisions",
        _id(),
        _of("runs", "run_id"),
        sa.Column(
            "proposal_id", sa.Integer, sa.ForeignKey("proposals.id"), nullable=False, unique=True
        ),
        _flag("accepted"),
    )
    op.create_table(
        "forecasts",
        _id(),
        _of("cases", "case_id"),
        _of("runs", "run_id"),
        _of("models", "model_id"),
        *(_text(name) for name in ("entry", "question", "horizon", "as_of")),
        *(_share(name) for name in ("probability", "low", "high")),
        _text("model"),
        _whole("seed"),
        _whole("draws"),
    )
    op.create_index("forecasts_question", "forecasts", ["case_id", "question"])
    op.create_table(
        "outcomes",
        _id(),
        _of("runs", "run_id"),
        sa.Column(
            "forecast_id", sa.Integer, sa.ForeignKey("forecasts.id"), nullable=False, unique=True
        ),
        _flag("outcome"),
        _text("resolved"),
    )


def downgrade() -> None:
    """Drop the tables, those that lean on others first."""
    for table in (
        "outcomes", "forecasts", "decisions", "proposals", "models", "corrections", "claims",
        "sightings", "documents", "runs", "cases",
    ):  # fmt: skip
        op.drop_table(table)
