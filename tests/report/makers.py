"""Hand-made records of one invented crisis, so that the report is tested on its own.

Karsk says it may mine the Selin Strait; the Harbour League debates escorts;
Tavia debates coastal missiles for Orlan; Norrland's volunteers serve with Karsk.
"""

import numpy as np

from detente.forecast.result import Driver, ExpertView, Forecast, OptionForecast, StateForecast
from detente.model.conflict import Conflict
from detente.model.game import Game
from detente.provenance import Provenance
from detente.read.claim import Actor, Claim, Document, Reading
from detente.report.brief import Brief
from detente.solve.solving import solve

TEXT = """Norrland's volunteers have been seen aboard ships of the Karsk fleet, port officials said.
The Harbour League, which has so far only patrolled the outer sea, is debating whether to send escorts into the Selin Strait.
Karsk has called escorts in the strait a red line, and says that it will mine the strait if they come.
Tavia mentioned for the first time that it could supply coastal missiles to Orlan.
Once delivered, the missiles could not be taken back, officials warn; Karsk could then give Norrland fighter jets.
Ines Vall of the Selin Institute sees a low likelihood of escorts, given that the League's crews are tired.
The League is also counting its minesweepers, of which it has few.
"""


def _claim(number: int, kind: str, quote: str, **fields: object) -> Claim:
    start = TEXT.index(quote)
    known = dict.fromkeys(
        (
            "actor",
            "action",
            "event",
            "target",
            "status",
            "speaker",
            "likelihood",
            "date",
            "condition",
        )
    )
    return Claim(
        id=f"c{number}",
        document="d1",
        kind=kind,
        quote=quote,
        start=start,
        end=start + len(quote),
        **{"negated": False, **known, **fields},
    )


def reading(text: str = TEXT) -> Reading:
    claims = (
        _claim(
            1,
            "event",
            "Norrland's volunteers have been seen aboard ships of the Karsk fleet",
            actor="norrland",
            action="send volunteers to the Karsk fleet",
            event="AID",
            status="ongoing",
            speaker="port_officials",
            certainty="reported",
        ),
        _claim(
            2,
            "option",
            "is debating whether to send escorts into the Selin Strait",
            actor="league",
            action="send escorts into the Selin Strait",
            event="MOBILIZE",
            status="considered",
        ),
        _claim(
            3,
            "red_line",
            "Karsk has called escorts in the strait a red line",
            actor="karsk",
            action="send escorts into the Selin Strait",
            doer="league",
        ),
        _claim(
            4,
            "conditional",
            "says that it will mine the strait if they come",
            actor="karsk",
            action="mine the strait",
            event="COERCE",
            status="threatened",
            condition="if they come",
            speaker="karsk",
            because=("c3", "c5"),
        ),
        _claim(
            5,
            "option",
            "it will mine the strait",
            actor="karsk",
            action="mine the strait",
            event="COERCE",
            status="threatened",
            speaker="karsk",
        ),
        _claim(
            6,
            "option",
            "for the first time that it could supply coastal missiles to Orlan",
            actor="tavia",
            action="supply coastal missiles to Orlan",
            event="AID",
            status="considered",
            target="orlan",
            novel=True,
        ),
        _claim(
            7,
            "consequence",
            "the missiles could not be taken back",
            actor="tavia",
            action="supply coastal missiles to Orlan",
            irreversible=True,
        ),
        _claim(
            8,
            "option",
            "Karsk could then give Norrland fighter jets",
            actor="karsk",
            action="give Norrland fighter jets",
            event="AID",
            status="possible",
            target="norrland",
        ),
        _claim(
            9,
            "forecast",
            "a low likelihood of escorts",
            actor="league",
            action="send escorts into the Selin Strait",
            speaker="ines_vall",
            likelihood="low likelihood",
            low=0.05,
            high=0.2,
        ),
        _claim(
            10,
            "constraint",
            "the League's crews are tired",
            actor="league",
            action="send escorts into the Selin Strait",
            speaker="ines_vall",
        ),
    )
    actors = (
        Actor("norrland", "Norrland", (("d1", 0, 8),), kind="state"),
        Actor("league", "Harbour League", (), kind="bloc"),
        Actor("karsk", "Karsk", (), kind="state"),
        Actor("tavia", "Tavia", (), kind="state"),
        Actor("ines_vall", "Ines Vall", (), role="source", kind="person"),
    )
    document = Document(
        "d1", "Escorts, mines and a narrow strait", "2031-04-12", "strait.txt", text
    )
    return Reading((document,), actors, claims)


def conflict() -> Conflict:
    made = Conflict(
        title="Escorts, mines and a narrow strait",
        as_of="2031-04-12",
        status_quo=["norrland.volunteers"],
        infeasible=[],
        open_questions=["The reporting does not say whether Tavia fears mines more than jets."],
        notes=["Drafted from one report."],
    )
    made.add(
        "league",
        name="Harbour League",
        because=["c2"],
        options={
            "escorts": {
                "label": "send escorts into the Selin Strait",
                "status": "considered",
                "reversible": "both",
                "because": ["c2"],
            }
        },
        priorities=[
            {"statement": "!karsk.mine", "assumed": "it trades through the strait"},
            {"statement": "!escorts", "because": ["c10"], "order": "unknown"},
            {"statement": "escorts", "because": ["c2"], "order": "unknown", "confidence": 0.4},
        ],
    )
    made.add(
        "tavia",
        name="Tavia",
        because=["c6"],
        options={
            "missiles": {
                "label": "supply coastal missiles to Orlan",
                "status": "considered",
                "reversible": "forward",
                "because": ["c6", "c7"],
            }
        },
        priorities=[
            {"statement": "!karsk.jets", "because": ["c8"]},
            {"statement": "missiles", "because": ["c6"]},
        ],
    )
    made.add(
        "karsk",
        name="Karsk",
        because=["c3", "c5"],
        options={
            "mine": {
                "label": "mine the strait",
                "status": "threatened",
                "reversible": "both",
                "because": ["c5"],
            },
            "jets": {
                "label": "give Norrland fighter jets",
                "status": "possible",
                "reversible": "forward",
                "because": ["c8"],
            },
        },
        priorities=[
            {"statement": "!league.escorts", "because": ["c3"]},
            {"statement": "mine iff league.escorts", "because": ["c4"]},
            {"statement": "jets iff tavia.missiles", "because": ["c8"]},
        ],
    )
    made.add(
        "norrland",
        name="Norrland",
        because=["c1"],
        options={
            "volunteers": {
                "label": "send volunteers to the Karsk fleet",
                "status": "ongoing",
                "reversible": "both",
                "because": ["c1"],
            }
        },
        priorities=[{"statement": "volunteers", "because": ["c1"]}, "karsk.jets"],
    )
    fields = made.model_dump()
    fields["red_lines"] = [
        {"by": "karsk", "against": "league.escorts", "threat": "mine the strait", "because": ["c3"]}
    ]
    fields["constraints"] = [
        {
            "on": "league.escorts",
            "kind": "capability",
            "says": "the League's crews are tired",
            "because": ["c10"],
        }
    ]
    fields["experts"] = [
        {
            "by": "Ines Vall",
            "of": "league.escorts",
            "words": "low likelihood",
            "low": 0.05,
            "high": 0.2,
            "because": ["c9"],
        }
    ]
    fields["evidence"] = {
        claim.id: {
            "quote": claim.quote,
            "document": "strait.txt",
            "start": claim.start,
            "end": claim.end,
            "speaker": claim.speaker,
            "kind": claim.kind,
        }
        for claim in reading().claims
    }
    return Conflict.model_validate(fields)


def game() -> Game:
    """Return the conflict as arrays; bits: escorts, missiles, mine, jets, volunteers."""
    masks = np.arange(32)
    escorts, missiles, mine, jets, volunteers = ((masks >> k & 1).astype(bool) for k in range(5))
    scores = [
        4 * ~mine + 2 * ~escorts,
        2 * ~jets + missiles,
        4 * ~escorts + 2 * (mine == escorts) + (jets == missiles),
        2 * volunteers + jets,
    ]
    rank = np.array([np.unique(score, return_inverse=True)[1] for score in scores], np.int32)
    return Game(
        decision_makers=("league", "tavia", "karsk", "norrland"),
        options=(
            "league.escorts",
            "tavia.missiles",
            "karsk.mine",
            "karsk.jets",
            "norrland.volunteers",
        ),
        owner=np.array([0, 1, 2, 2, 3], np.int8),
        forward=np.ones(5, bool),
        backward=np.array([True, False, True, False, True]),
        feasible=np.ones(32, bool),
        rank=rank,
        status_quo=16,
    )


def forecast() -> Forecast:
    rng = np.random.default_rng(7)
    shares = (0.18, 0.41, 0.12, 0.33, 0.97)
    exercised = rng.random((200, 5)) < shares
    drivers = (
        Driver(
            "tavia: order of !karsk.jets and missiles",
            0.72,
            0.18,
            0.54,
            "Tavia puts arming Orlan before keeping jets from Norrland",
        ),
        Driver("karsk: foresight", 0.5, 0.36, 0.14, "Karsk looks only one move ahead"),
    )
    view = ExpertView("Ines Vall", "low likelihood", 0.05, 0.2, ("c9",))
    options = {
        name: OptionForecast(
            name,
            share,
            max(0.0, share - 0.05),
            min(1.0, share + 0.05),
            at_end=share,
            experts=(view,) if name == "league.escorts" else (),
            drivers=drivers if name == "tavia.missiles" else (),
        )
        for name, share in zip(game().options, shares, strict=True)
    }
    states = (
        StateForecast(16, 0.52, 0.46, 0.58, {"nash": 0.4, "gmr": 0.9, "smr": 0.85, "seq": 0.8}),
        StateForecast(26, 0.31, 0.25, 0.37, {"nash": 0.5, "gmr": 0.7, "smr": 0.6, "seq": 0.6}),
        StateForecast(21, 0.17, 0.12, 0.22, {"nash": 0.1, "gmr": 0.3, "smr": 0.3, "seq": 0.2}),
    )
    return Forecast(
        horizon="no horizon",
        draws=200,
        seed=7,
        options=options,
        states=states,
        red_lines=(("karsk", "league.escorts", 0.18),),
        exercised=exercised,
        provenance=Provenance(
            "forecast", "sha256:0000000000000000", {"draws": 200}, 7, {"detente": "0.1.0"}
        ),
        notes=("Play stops at the first state that nobody leaves.",),
    )


def brief(text: str = TEXT) -> Brief:
    """Return a brief whose every part was made by hand, but for the solver's verdicts."""
    arrays = game()
    return Brief(
        reading=reading(text),
        conflict=conflict(),
        game=arrays,
        stability=solve(arrays),
        forecast=forecast(),
        provenance=Provenance(
            "brief", "sha256:0000000000000000", {"draws": 200}, 7, {"detente": "0.1.0"}
        ),
    )
