"""Who may use a shared store: accounts, their cases, their sessions, and what they did."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer, primary_key=True, autoincrement=True)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    """Make the tables; what was done is never changed."""
    op.create_table(
        "accounts",
        _id(),
        sa.Column("name", sa.String(64), nullable=False, unique=True),
        _text("password"),
        sa.Column("open", sa.Boolean, nullable=False),
        _text("at"),
    )
    op.create_table(
        "access",
        _id(),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("case_id", sa.Integer, sa.ForeignKey("cases.id"), nullable=True),
        sa.Column("role", sa.String(16), nullable=False),
    )
    op.create_index("access_account", "access", ["account_id"])
    op.create_table(
        "sessions",
        _id(),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
        _text("made"),
        _text("seen"),
    )
    op.create_table(
        "audit",
        _id(),
        *(_text(name) for name in ("at", "who", "address", "case", "what", "said", "version")),
    )
    op.create_index("audit_at", "audit", ["at"])
    if op.get_bind().dialect.name == "sqlite":
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{what.lower()} BEFORE {what} ON audit "
                "BEGIN SELECT RAISE(ABORT, 'the rows of audit are never changed'); END"
            )
    else:
        op.execute(
            "CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE ON audit "
            "FOR EACH ROW EXECUTE FUNCTION detente_kept()"
        )


def downgrade() -> None:
    """Drop the tables, with their triggers."""
    for table in ("audit", "sessions", "access", "accounts"):
        op.drop_table(table)
