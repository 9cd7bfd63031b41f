"""The steps by which stores came to be as they are; run by Alembic."""
