"""A conflict of the size of a report's, in the test's own words."""

from detente.model.conflict import Conflict


def crisis(**fields):
    """Two blocs, a neighbour and an ally: much is talked of, little is known."""
    made = Conflict(title="Straits", as_of="2024-10-30", status_quo=["ally.fleet"])
    made.add(
        "union",
        options={"escort": {"reversible": "forward", "status": "considered"}},
        priorities=[
            "!empire.raid",
            {"statement": "!escort", "confidence": 0.6, "order": "unknown"},
        ],
    )
    made.add(
        "harbour",
        options={
            "arms": {"reversible": "forward", "status": "possible"},
            "aid": {"status": "planned"},
        },
        priorities=[
            {"statement": "!empire.engines", "confidence": 0.8, "order": "partly"},
            {"statement": "arms if empire.engines", "order": "unknown"},
            {"statement": "!arms", "confidence": 0.7, "order": "unknown"},
        ],
    )
    made.add(
        "empire",
        options={"raid": {"reversible": "forward"}, "engines": {"reversible": "forward"}},
        priorities=[
            "!union.escort",
            {"statement": "raid if union.escort", "confidence": 0.5},
            {"statement": "engines iff harbour.arms", "sign": "unknown"},
            "!raid",
        ],
    )
    made.add("ally", options={"fleet": {"status": "ongoing"}}, priorities=["fleet"])
    values = {
        **made.model_dump(),
        "red_lines": [{"by": "empire", "against": "union.escort"}],
        "experts": [
            {"by": "A. Pilot", "of": "union.escort", "words": "unlikely", "low": 0.05, "high": 0.2},
            {"by": "B. Mate", "of": "union.escort | harbour.arms", "low": 0.3, "high": 0.6},
        ],
        "constraints": [{"on": "harbour.arms", "kind": "capability"}],
        **fields,
    }
    return Conflict.model_validate(values)
