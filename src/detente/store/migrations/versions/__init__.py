"""One module a step: what it makes, and how it is undone."""
