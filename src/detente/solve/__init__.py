"""The solving room: a game in, stability and its reasons out.

``detente.solve(...)`` is `detente.solve.solving.solve`.
"""

from detente._verbs import make_callable

make_callable(__name__, "detente.solve.solving", "solve")
