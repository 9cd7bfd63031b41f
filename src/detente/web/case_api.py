"""The part of the REST API that is about a case and about long work."""

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from detente.store import deciding, history, questions
from detente.store.searching import search
from detente.store.telling import diff_json, log_json, status_json
from detente.store.timeline import timeline
from detente.web import casework
from detente.web.api import REFUSED, Fault
from detente.web.bench import Cased, Desk
from detente.web.jobs_page import mine

Proposal = Annotated[str, Path(pattern="^(p[0-9]{1,9}|all)$", description="as p4, or all")]
JobName = Annotated[str, Path(pattern="^[0-9a-f]{16}$")]
Stage = Annotated[
    str, Query(max_length=20, description="a version of the model, m2, or a day, 2024-11-30")
]


class Job(BaseModel):
    """Long work: how far it is, and where what it found stands."""

    id: str
    said: str
    by: str
    made: str
    state: Literal["waiting", "running", "done", "failed", "stopped"]
    done: int
    total: int = Field(description="0 where it isn't known")
    step: str
    to: str
    trouble: str


class Resolved(BaseModel):
    """What came of a question."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(max_length=400)
    outcome: bool
    on: str = Field(default="", max_length=10, description="the day on which that was known")


router = APIRouter(
    prefix="/api",
    responses=REFUSED | {429: {"model": Fault, "description": "too much work is waiting"}},
    tags=["case"],
)


@router.get("/case")
def status(space: Cased) -> dict[str, Any]:
    """Say how the case stands, in the shape of ``detente case status --json``."""
    space.model()
    return status_json(history.status(space.case))


@router.get("/case/log")
def log(space: Cased, last: Annotated[int, Query(ge=1, le=1000)] = 50) -> dict[str, Any]:
    """List what was done, in the shape of ``detente case log --json``."""
    return {"log": log_json(history.log(space.case, most=last))}


@router.get("/case/changes")
def changes(space: Cased, a: Stage, b: Stage = "") -> dict[str, Any]:
    """Say what came between two versions, in the shape of ``detente case diff --json``."""
    return diff_json(history.diff(space.case, a, b))


@router.get("/case/timeline")
def by_day(
    space: Cased,
    actor: Annotated[str, Query(max_length=80)] = "",
    most: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> dict[str, Any]:
    """Return the case by date, and each option's history."""
    return asdict(timeline(space.case, actor=actor, most=most))


@router.get("/case/search")
def find(
    space: Cased,
    q: Annotated[str, Query(max_length=200)],
    most: Annotated[int, Query(ge=1, le=200)] = 20,
) -> dict[str, Any]:
    """Find documents and claims, in the shape of ``detente case search --json``."""
    found, claims = search(space.case, q, most=most)
    return {"documents": [asdict(one) for one in found], "claims": [asdict(one) for one in claims]}


@router.get("/case/proposals")
def proposals(space: Cased, *, every: bool = False) -> dict[str, Any]:
    """List what reports propose, in the shape of ``detente case proposals --json``."""
    with space.case.reading() as connection:
        found = deciding.kept(connection, space.case.id)
    return {"proposals": [deciding.told(one) for one in found if every or one.accepted is None]}


@router.post("/case/proposals/{name}/accept", status_code=202)
def accept(desk: Desk, space: Cased, name: Proposal) -> Job:
    """Carry a proposal into the model; forecasting what that changes is a job."""
    wanted = deciding.chosen(space.case, [name])
    job = desk.jobs.start(
        f"Carrying in {name}", lambda job: casework.accept(space, wanted, job), room=desk.room
    )
    return Job(**job.to_json())


@router.post("/case/proposals/{name}/reject")
def reject(
    space: Cased, name: Proposal, why: Annotated[str, Query(max_length=400)] = ""
) -> dict[str, Any]:
    """Decide against a proposal."""
    wanted = deciding.chosen(space.case, [name])
    deciding.reject(space.case, wanted, why)
    return {"rejected": [one.name for one in wanted]}


@router.get("/case/questions")
def asked(space: Cased) -> dict[str, Any]:
    """List the forecasts as questions, with what came of them."""
    return {"questions": [asdict(one) for one in questions.questions(space.case)]}


@router.post("/case/questions")
def resolve(space: Cased, given: Annotated[Resolved, Body()]) -> dict[str, Any]:
    """Say what came of a question."""
    done = questions.resolve(space.case, given.question, outcome=given.outcome, on=given.on)
    return {"resolved": done}


@router.get("/jobs")
def jobs(desk: Desk) -> list[Job]:
    """List the work that is under way and the last that is over."""
    return [Job(**one.to_json()) for one in desk.jobs.of(desk.room)]


@router.get("/jobs/{name}")
def job(desk: Desk, name: JobName) -> Job:
    """Say how far a piece of work is."""
    return Job(**desk.jobs.get(name, desk.room).to_json())


@router.post("/jobs/{name}/stop")
def stop(request: Request, desk: Desk, name: JobName) -> Job:
    """Stop a piece of work; who only reads a case stops their own."""
    one = mine(request, desk.jobs.get(name, desk.room))
    one.stop()
    one.wait(2.0)
    return Job(**one.to_json())
