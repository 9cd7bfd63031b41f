"""The modal verbs by what they say of an act, as the parser parts them: "wo" of "won't"."""

WILL = frozenset(("will", "would", "shall", "'ll", "'d", "wo"))
"""What somebody promises or foretells."""

FUTURE = frozenset(("will", "would", "could", "may", "might", "'ll", "'d", "wo"))
"""What is to come, sure or not."""

BINDING = frozenset(("must", "should", "ought", "shall"))
"""What somebody is to do."""
