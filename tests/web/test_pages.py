"""The screens: what they show, what their forms do, and that no text in them is ever markup."""

import re
from html.parser import HTMLParser

import pytest
from web.conftest import MODEL

SCREENS = ["/", "/model", "/outcomes", "/forecast", "/brief"]
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>"


class Tags(HTMLParser):
    """Count the tags and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Count one tag."""
        self.tags.append(tag)
        self.attributes += attrs


def change(client, tag, do, **form):
    return client.post("/model", data={"do": do, "tag": tag} | form)


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_is_shown_and_says_where_one_is(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert f'<a href="{path}" aria-current="page">' in answer.text
    found = Tags(answer.text)
    ids = [value for name, value in found.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = [value for name, value in found.attributes if name in {"for", "aria-labelledby"}]
    assert set(targets) <= set(ids) | {
        one for value in targets for one in value.split() if one in ids
    } | {value for value in targets if set(value.split()) <= set(ids)}


@pytest.mark.parametrize("path", SCREENS)
def test_no_screen_links_to_what_isnt_there(client, path):
    for link in set(re.findall(r'href="(/[^"#]*)', client.get(path).text)):
        assert client.get(link.replace("&amp;", "&")).status_code == 200


def test_the_model_is_shown_as_form_and_file(client):
    text = client.get("/model").text
    assert "close the strait" in text
    assert "Borland does not blockade the port" in text
    assert "# two ports and a strait" in text
    assert "held with 60%, place unknown" in text


def test_reordering_priorities_changes_what_holds(client, tag):
    before = client.get("/api/solve").json()["equilibria"]["nash"]
    answer = change(client, tag, "move-statement", dm="aldova", at="2", to="0")
    assert (answer.status_code, answer.headers["location"]) == (303, "/model?said=moved")
    assert client.get("/api/solve").json()["equilibria"]["nash"] != before
    assert 'role="status">Moved.' in client.get("/model?said=moved").text


def test_undo_and_redo(client, tag):
    change(client, tag, "set-title", title="Another title")
    tag = client.get("/api/model").json()["etag"]
    assert change(client, tag, "undo").status_code == 303
    assert client.get("/api/model").json()["yaml"] == MODEL
    tag = client.get("/api/model").json()["etag"]
    assert change(client, tag, "redo").status_code == 303
    assert "Another title" in client.get("/model").text
    assert change(client, client.get("/api/model").json()["etag"], "redo").status_code == 404


def test_a_wrong_statement_is_told_beside_its_field_and_stands_there(client, tag, workspace):
    answer = change(
        client, tag, "set-statement", dm="aldova", at="1", statement="close &amp", confidence="0.5"
    )
    assert answer.status_code == 422
    field = re.search(r'<input[^>]*value="close &amp;amp"[^>]*>', answer.text)[0]
    assert 'aria-invalid="true"' in field
    described = re.search(r'aria-describedby="([^"]+)"', field)[1]
    assert f'id="{described}">' in answer.text
    assert workspace.model().text == MODEL


def test_a_wrong_file_is_told_with_its_line_and_stands_there(client, tag, workspace):
    answer = change(client, tag, "text", text="title: x\ntitel: y\n")
    assert answer.status_code == 422
    assert "model.yaml:2" in answer.text.casefold()
    assert "titel: y" in answer.text
    assert workspace.model().text == MODEL


def test_the_text_is_saved_byte_for_byte(client, tag):
    text = MODEL.replace("A strait", "The strait")
    assert change(client, tag, "text", text=text.replace("\n", "\r\n")).status_code == 303
    assert client.get("/model.yaml").content == text.encode()


def test_the_later_of_two_people_is_told(client, tag, workspace):
    assert change(client, tag, "set-title", title="Mine").status_code == 303
    text = MODEL.replace("A strait and a port", "Theirs")
    answer = change(client, tag, "text", text=text)
    assert answer.status_code == 409
    assert "somebody else" in answer.text
    assert "+title: Theirs" in answer.text
    assert "-title: Mine" in answer.text
    assert "Mine" in workspace.model().text
    for do in ("set-title", "undo", "add-statement"):
        assert change(client, tag, do, title="x", dm="aldova", statement="x").status_code == 409


def test_a_file_that_is_no_model_can_be_put_right(client, workspace):
    workspace.model_path.write_text("titel: x\n")
    answer = client.get("/model")
    assert answer.status_code == 200
    assert "did you mean title" in answer.text
    for path in ("/outcomes", "/forecast", "/brief"):
        assert client.get(path).status_code == 422
    tag = re.search(r'name="tag" value="(\w+)"', answer.text)[1]
    assert change(client, tag, "text", text=MODEL).status_code == 303
    assert client.get("/outcomes").status_code == 200


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"\x00", b"x" * 5_000_001])
def test_a_file_that_is_no_text_is_told(client, workspace, content):
    workspace.model_path.write_bytes(content)
    for path in ("/model", "/outcomes", "/forecast", "/brief", "/brief/page", "/model.yaml"):
        assert client.get(path).status_code in {413, 422}


def test_a_workspace_without_a_model(client, workspace):
    workspace.model_path.unlink()
    assert client.get("/").status_code == 200
    assert "Start an empty model" in client.get("/model").text
    for path in ("/outcomes", "/forecast", "/brief", "/brief/page", "/model.yaml"):
        assert client.get(path).status_code == 404
    assert change(client, "", "start").status_code == 303
    answer = client.get("/model")
    assert "Not solved yet" in answer.text
    tag = re.search(r'name="tag" value="(\w+)"', answer.text)[1]
    assert change(client, tag, "add-maker", id="aldova", name="Aldova").status_code == 303
    assert client.get("/outcomes").status_code == 422


def test_a_state_says_for_everybody_why_it_holds_or_not(client):
    text = client.get("/outcomes?state=2").text
    why = text[text.index('id="why"') : text.index('id="holds-h"')]
    assert "Aldova" in why
    assert "Borland" in why
    assert "Stays" in why
    assert "Borland would gain by blockading the port" in client.get("/outcomes?state=0").text


@pytest.mark.parametrize(
    ("query", "status"),
    [("state=4", 404), ("state=-1", 422), ("state=x", 422), ("state=" + "9" * 40, 422),
     ("concept=odd", 404), ("option=odd", 404), ("at=99999999", 200), ("at=x", 200),
     ("concept=nash&option=aldova.close&taken=no", 200), ("state=%00", 422)],
)  # fmt: skip
def test_filters_of_states_take_anything(client, query, status):
    assert client.get(f"/outcomes?{query}").status_code == status


def test_filters_choose_states(client):
    rows = re.findall(r"<code>([YN]+)</code></td>", client.get("/outcomes").text)
    assert rows == ["NN", "YN", "NY", "YY"]
    text = client.get("/outcomes?option=aldova.close&taken=no").text
    assert re.findall(r"<code>([YN]+)</code></td>", text) == ["NN", "NY"]


def test_what_if_is_shown_against_the_baseline(client):
    plain = client.get("/forecast").text
    assert 'class="delta' not in plain
    forced = client.get("/forecast?if-aldova.close=yes&draws=200").text
    assert "200 readings" in forced
    assert re.search(r'class="delta up">\+\d+<', forced)
    assert "<strong>100%</strong>" in forced
    forbidden = client.get("/forecast?if-aldova.close=no&draws=200").text
    assert "<strong>0%</strong>" in forbidden


@pytest.mark.parametrize(
    ("query", "status"),
    [("draws=0", 422), ("draws=-3", 422), ("draws=20001", 413), ("draws=x", 422), ("seed=x", 422),
     ("horizon=yesterday", 422), ("horizon=6+months", 200), ("if-odd=yes", 200),
     ("if-aldova.close=maybe", 200), ("draws=" + "9" * 30, 422)],
)  # fmt: skip
def test_what_is_asked_of_a_forecast_is_checked(client, query, status):
    assert client.get(f"/forecast?{query}").status_code == status


def test_the_brief_is_of_the_version_that_its_address_names(client, tag):
    address = re.search(r'href="(/brief/page\?version=\w+)"', client.get("/brief").text)[1]
    before = client.get(address)
    change(client, tag, "set-title", title="Another title")
    assert client.get(address).text == before.text
    assert "Another title" in client.get("/brief/page").text
    assert client.get("/brief/page?version=" + "0" * 16).status_code == 404
    assert client.get("/brief/page?version=../../x").status_code == 404
    assert client.get("/brief/markdown").text.startswith("# ")


def test_a_hostile_model_is_text_on_every_screen(client, workspace, tag):
    quoted = EVIL.replace('"', '\\"')
    text = (
        MODEL.replace("A strait and a port", "T")
        .replace("title: T", f'title: "{quoted}"')
        .replace("name: Aldova", f'name: "{quoted}"')
        .replace("label: close the strait", f'label: "{quoted}"')
        + f'open_questions: ["{quoted}"]\n'
    )
    assert change(client, tag, "text", text=text).status_code == 303
    for path in [*SCREENS, "/brief/page", "/outcomes?state=1", "/forecast?if-aldova.close=yes"]:
        answer = client.get(path)
        assert answer.status_code == 200
        found = Tags(answer.text)
        assert found.tags.count("script") in {0, answer.text.count('<script src="/static/')}
        assert "img" not in found.tags
        assert not [name for name, _ in found.attributes if name.startswith("on")]
    assert workspace.model().text == text


def test_hostile_forms_are_told_as_text(client, tag):
    for form in (
        {"do": EVIL},
        {"do": "add-statement", "dm": EVIL, "statement": EVIL},
        {"do": "add-statement", "dm": "aldova", "statement": EVIL},
        {"do": "text", "text": EVIL},
        {"do": "set-title", "title": EVIL, "tag": EVIL},
    ):
        answer = client.post("/model", data={"tag": tag} | form)
        assert 400 <= answer.status_code < 500
        assert "<script>alert" not in answer.text
        assert "img" not in Tags(answer.text).tags


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/app.py", "/static/%2e%2e/app.py"])
def test_static_files_are_those_that_are_listed(client, path):
    assert client.get(path).status_code == 404


def test_static_files_are_kept_by_the_browser(client):
    answer = client.get("/static/brief.css")
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]


def test_static_files_are_packed_for_those_who_take_it(client):
    plain = client.get("/static/cytoscape.min.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    gzipped = client.get("/static/cytoscape.min.js", headers={"accept-encoding": "gzip"})
    assert gzipped.headers["content-encoding"] == "gzip"
    assert gzipped.content == plain.content
    assert int(gzipped.headers["content-length"]) < 150_000 < int(plain.headers["content-length"])


def test_a_page_with_all_that_it_loads_weighs_under_400_kb(client):
    for path in SCREENS:
        page = client.get(path)
        loaded = re.findall(r'(?:src|href|data-library)="(/static/[^"]+)"', page.text)
        packed = {"accept-encoding": "gzip"}
        sizes = [int(client.get(one, headers=packed).headers["content-length"]) for one in loaded]
        assert len(page.content) + sum(sizes) < 400_000


def test_vendored_files_are_those_on_record():
    import tomllib
    from hashlib import sha256
    from importlib.resources import files

    folder = files("detente.web").joinpath("static")
    record = tomllib.loads(folder.joinpath("vendored.toml").read_text())
    assert record
    for name, known in record.items():
        assert sha256(folder.joinpath(name).read_bytes()).hexdigest() == known["sha256"]
        assert folder.joinpath(known["licence_file"]).read_text().strip()


def test_forms_have_fields_and_files_within_bounds(client, tag):
    many = {f"f{n}": "x" for n in range(100)} | {"tag": tag, "do": "set-title"}
    assert client.post("/model", data=many).status_code == 400
    files = [("files", (f"{n}.txt", b"x")) for n in range(21)]
    assert client.post("/documents", files=files).status_code == 400
    assert client.post("/documents", data={"x": "y"}).status_code == 422
    big = [("files", ("a.txt", b"x" * (5 * 2**20 + 1)))]
    assert client.post("/documents", files=big).status_code == 413
    assert client.post("/documents", files=[("files", ("a.exe", b"x"))]).status_code == 422
    assert client.get("/api/documents").json()["documents"] == []


@pytest.mark.parametrize("path", ["/documents", "/claims", "/draft", "/documents/remove"])
def test_reloading_after_a_form_leads_back(client, path):
    assert client.get(path).headers["location"] == "/"
