"""What was told of a case by ways out that every machine shares: a mail, a webhook."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table; its rows are changed in place."""
    op.create_table(
        "told",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("case_id", sa.Integer, sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("channel", sa.String(200), nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.UniqueConstraint("case_id", "channel", name="told_channel"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("told")
