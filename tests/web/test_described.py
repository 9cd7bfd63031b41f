"""The API does what its description says, whatever is sent to it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.pages import FIRST, SECOND
from web.conftest import PORT

from detente.store import growing
from detente.store.case import new
from detente.store.growing import Asking
from detente.web.app import pages, workbench

schemathesis = pytest.importorskip("schemathesis")

DESCRIBED = pages().openapi()
CALLS = [(path, verb.upper()) for path, verbs in DESCRIBED["paths"].items() for verb in verbs]


# a schema can't say which text makes a model, or what the case has: such requests are refused, too
NOT_ASKED = [schemathesis.checks.positive_data_acceptance]


@pytest.fixture(scope="module")
def door(tmp_path_factory):
    """Return a workbench on a case, as its description is held against it, with the way in."""
    case = new(tmp_path_factory.mktemp("described") / "strait")
    growing.add(case, [FIRST], forecast=Asking(draws=20))
    growing.add(case, [SECOND])
    gate = workbench(case, port=PORT)
    headers = {"host": f"127.0.0.1:{PORT}", "cookie": f"{gate.app.cookie}={gate.key.session}"}
    yield schemathesis.openapi.from_asgi("/api/openapi.json", gate, headers=headers), headers
    gate.app.app.state.bench.reports.close()


@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize(("path", "verb"), CALLS)
def test_every_answer_is_as_described(door, path, verb, mode):
    schema, headers = door
    operation = schema[path][verb]
    if mode == "negative" and not operation.definition.raw.get("parameters"):
        pytest.skip("nothing is given that could be wrong")
    given_so = schemathesis.GenerationMode(mode)

    @settings(
        max_examples=6, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.data())
    def hold(data):
        case = data.draw(operation.as_strategy(generation_mode=given_so))
        case.call_and_validate(headers=headers, excluded_checks=NOT_ASKED)

    hold()
