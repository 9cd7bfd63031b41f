"""Rows that can't be changed, and search in documents and claims."""

from alembic import op

revision = "0002"
down_revision = "0001"

_GROWING = (
    "runs", "documents", "sightings", "claims", "corrections", "models", "proposals",
    "decisions", "forecasts", "outcomes",
)  # fmt: skip
_FOUND = {"documents": "title || ' ' || text", "claims": "quote"}


def upgrade() -> None:
    """Put a guard on every table that only grows, and index the words."""
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def _sqlite() -> None:
    for table in _GROWING:
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the rows of {table} are never changed'); END"
            )
    for table, words in _FOUND.items():
        # contentless: the words are in the rows already
        op.execute(f"CREATE VIRTUAL TABLE {table}_words USING fts5(words, content='')")
        op.execute(
            f"INSERT INTO {table}_words(rowid, words) SELECT id, {words} FROM {table}"  # noqa: S608 - our own names
        )


def _postgresql() -> None:
    op.execute(
        "CREATE FUNCTION detente_kept() RETURNS trigger LANGUAGE plpgsql AS "
        "$$BEGIN RAISE EXCEPTION 'the rows of % are never changed', TG_TABLE_NAME; END$$"
    )
    for table in _GROWING:
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION detente_kept()"
        )
    for table, words in _FOUND.items():
        # what is over the limit of a tsvector (1 MB) is found by its beginning
        op.execute(
            f"CREATE INDEX {table}_words ON {table} "
            f"USING gin (to_tsvector('english', left({words}, 200000)))"
        )


def downgrade() -> None:
    """Take guards and index away; the rows stay."""
    if op.get_bind().dialect.name == "sqlite":
        for table in _FOUND:
            op.execute(f"DROP TABLE {table}_words")
        for table in _GROWING:
            op.execute(f"DROP TRIGGER {table}_no_update")
            op.execute(f"DROP TRIGGER {table}_no_delete")
        return
    for table in _FOUND:
        op.execute(f"DROP INDEX {table}_words")
    for table in _GROWING:
        op.execute(f"DROP TRIGGER {table}_kept ON {table}")
    op.execute("DROP FUNCTION detente_kept()")
