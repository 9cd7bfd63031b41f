"""The tables of a store, as queries see them; the migrations make them.

Every table of a case but `cases` only grows: triggers refuse updates and deletes. What
is derived (which status an option has now, which proposals are open) is asked
of the rows, never kept beside them.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _id() -> Column[Any]:
    return Column("id", Integer, primary_key=True, autoincrement=True)


def _of(table: str, name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Integer, ForeignKey(f"{table}.id"), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=nullable)


def _number() -> Column[Any]:
    return Column("number", Integer, nullable=False)


cases = Table(
    "cases",
    metadata,
    _id(),
    Column("name", String(200), nullable=False, unique=True),
    _text("title"),
    _text("at"),
)

runs = Table(  # who did what, with which versions: every other row names its run
    "runs",
    metadata,
    _id(),
    _of("cases", "case_id"),
    _number(),
    _text("verb"),
    _text("said"),  # one line for the log
    _text("by"),
    _text("at"),
    _text("details"),  # JSON: parameters, versions, what changed
    UniqueConstraint("case_id", "number", name="runs_number"),
)

documents = Table(
    "documents",
    metadata,
    _id(),
    _of("cases", "case_id"),
    _of("runs", "run_id"),
    _number(),
    _text("digest"),
    _text("title"),
    _text("date", nullable=True),
    _text("source"),
    _text("text"),
    _text("actors"),  # JSON: who is in it, with mentions
    _text("warnings"),  # JSON
    UniqueConstraint("case_id", "number", name="documents_number"),
    UniqueConstraint("case_id", "digest", name="documents_digest"),
)

sightings = Table(  # the same text, come again from somewhere
    "sightings",
    metadata,
    _id(),
    _of("documents", "document_id"),
    _of("runs", "run_id"),
    _text("source"),
)

claims = Table(
    "claims",
    metadata,
    _id(),
    _of("cases", "case_id"),
    _of("documents", "document_id"),
    _number(),
    _text("kind"),
    _text("actor", nullable=True),
    _text("act"),  # which act it speaks of: actor, verb, object; empty for none
    _text("status", nullable=True),
    Column("negated", Boolean, nullable=False),
    _text("date", nullable=True),  # of the act, else of the document
    _text("verdict"),  # what it is to the claims known before
    Column("earlier", Integer, nullable=True),  # the claim that it was matched with
    _text("quote"),
    _text("body"),  # JSON: the claim's other fields
    UniqueConstraint("case_id", "number", name="claims_number"),
    Index("claims_document", "document_id"),
    Index("claims_act", "case_id", "act", "number"),
)

corrections = Table(
    "corrections",
    metadata,
    _id(),
    _of("runs", "run_id"),
    _of("claims", "claim_id"),
    _text("changes"),  # JSON: fields and their values; {"reject": true}
    _text("why"),
    Index("corrections_claim", "claim_id"),
)

models = Table(
    "models",
    metadata,
    _id(),
    _of("cases", "case_id"),
    _of("runs", "run_id"),
    _number(),
    _text("digest"),
    _text("text"),
    UniqueConstraint("case_id", "number", name="models_number"),
)

proposals = Table(
    "proposals",
    metadata,
    _id(),
    _of("cases", "case_id"),
    _of("runs", "run_id"),
    _number(),
    _text("kind"),
    _text("said"),
    _text("steps"),  # JSON: what accepting it does to the model
    _text("because"),  # JSON: claims
    UniqueConstraint("case_id", "number", name="proposals_number"),
)

decisions = Table(
    "decisions",
    metadata,
    _id(),
    _of("runs", "run_id"),
    Column("proposal_id", Integer, ForeignKey("proposals.id"), nullable=False, unique=True),
    Column("accepted", Boolean, nullable=False),
)

forecasts = Table(
    "forecasts",
    metadata,
    _id(),
    _of("cases", "case_id"),
    _of("runs", "run_id"),
    _of("models", "model_id"),
    _text("entry"),  # its id in a record: a checksum of all that was asked
    _text("question"),
    _text("horizon"),
    _text("as_of"),
    Column("probability", Float, nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    _text("model"),  # checksum of the game
    Column("seed", Integer, nullable=False),
    Column("draws", Integer, nullable=False),
    Index("forecasts_question", "case_id", "question"),
)

outcomes = Table(
    "outcomes",
    metadata,
    _id(),
    _of("runs", "run_id"),
    Column("forecast_id", Integer, ForeignKey("forecasts.id"), nullable=False, unique=True),
    Column("outcome", Boolean, nullable=False),
    _text("resolved"),
)

accounts = Table(  # who may use a shared store; these three are changed in place
    "accounts",
    metadata,
    _id(),
    Column("name", String(64), nullable=False, unique=True),
    _text("password"),  # its argon2 hash; empty where only a proxy lets in
    Column("open", Boolean, nullable=False),
    _text("at"),
)

access = Table(
    "access",
    metadata,
    _id(),
    _of("accounts", "account_id"),
    _of("cases", "case_id", nullable=True),  # none: every case
    Column("role", String(16), nullable=False),
    Index("access_account", "account_id"),
)

sessions = Table(
    "sessions",
    metadata,
    _id(),
    Column("digest", String(64), nullable=False, unique=True),  # of the cookie, never itself
    _of("accounts", "account_id"),
    _text("made"),
    _text("seen"),
)

told = Table(  # up to which run a way out that all machines share was told; changed in place
    "told",
    metadata,
    _id(),
    _of("cases", "case_id"),
    Column("channel", String(200), nullable=False),
    Column("run", Integer, nullable=False),
    UniqueConstraint("case_id", "channel", name="told_channel"),
)

audit = Table(  # what was done through the workbench, also where it was refused
    "audit",
    metadata,
    _id(),
    _text("at"),
    _text("who"),
    _text("address"),
    _text("case"),
    _text("what"),
    _text("said"),
    _text("version"),  # of the model that it was done on
    Index("audit_at", "at"),
)

GROWING = (
    "runs", "documents", "sightings", "claims", "corrections", "models", "proposals",
    "decisions", "forecasts", "outcomes",
)  # fmt: skip
