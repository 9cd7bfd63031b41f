"""The reading room: text in, claims out.

``detente.read(...)`` is `detente.read.reading.read`.
"""

from detente._verbs import make_callable

make_callable(__name__, "detente.read.reading", "read")
