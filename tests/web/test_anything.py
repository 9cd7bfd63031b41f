"""Whatever is sent, the answer is a page or a fault, never an error of the workbench."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from web.conftest import MODEL, PORT

from detente.model.formats import yaml
from detente.web.app import workbench
from detente.web.edits import EDITS
from detente.web.workspace import Workspace

NAMES = (
    "dm", "at", "to", "statement", "confidence", "order", "sign", "id", "name", "option", "label",
    "status", "reversible", "taken", "title", "text",
)  # fmt: skip
LIKELY = st.sampled_from(
    ["aldova", "borland", "close", "blockade", "!close", "borland.blockade if close", "0", "1", "2",
     "yes", "no", "known", "forward", "done", "0.5", "nan", "-1", "1e400", "", " ", "\x00", "<b>"]
)  # fmt: skip
FORMS = st.dictionaries(st.sampled_from(NAMES), LIKELY | st.text(max_size=30), max_size=6)


@pytest.fixture(scope="module")
def anywhere(tmp_path_factory):
    space = Workspace(tmp_path_factory.mktemp("anything"))
    client = TestClient(
        workbench(space, port=PORT),
        base_url=f"http://127.0.0.1:{PORT}",
        follow_redirects=False,
    )
    client.cookies.set(f"detente-{PORT}", client.app.key.session)
    with client:
        yield space, client


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(do=st.sampled_from([*EDITS, "text", "undo", "redo", "start"]) | st.text(), form=FORMS)
def test_any_change_of_the_model_leaves_a_model(anywhere, do, form):
    space, client = anywhere
    space.model_path.write_text(MODEL)
    tag = space.model().tag
    answer = client.post("/model", data=form | {"do": do, "tag": tag})
    assert answer.status_code in {303, 404, 409, 413, 422}
    text = space.model().text
    yaml.loads(text)
    assert text == MODEL or answer.status_code == 303


@settings(deadline=None, max_examples=60)
@given(
    path=st.sampled_from(["/", "/outcomes", "/brief/page", "/brief/markdown", "/api/brief"]),
    query=st.dictionaries(
        st.sampled_from(["doc", "claim", "state", "concept", "option", "taken", "at", "version"]),
        LIKELY | st.text(max_size=20),
        max_size=4,
    ),
)
def test_any_address_is_answered(anywhere, path, query):
    space, client = anywhere
    if space.model() is None or space.model().text != MODEL:
        space.model_path.write_text(MODEL)
    assert client.get(path, params=query).status_code in {200, 404, 422}


@settings(deadline=None, max_examples=60)
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_body_is_a_model_or_a_fault(anywhere, content):
    space, client = anywhere
    space.model_path.write_text(MODEL)
    headers = {"if-match": f'"{space.model().tag}"'}
    answer = client.put("/api/model", content=content, headers=headers)
    assert answer.status_code in {200, 413, 422}
    assert (space.model().text == MODEL) == (answer.status_code != 200)
