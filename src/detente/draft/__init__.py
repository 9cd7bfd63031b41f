"""The drafting room: claims in, a conflict with its evidence out.

``detente.draft(...)`` is `detente.draft.drafting.draft`.
"""

from detente._verbs import make_callable

make_callable(__name__, "detente.draft.drafting", "draft")
