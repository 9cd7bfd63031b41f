"""The brief to take away: the same address, the same bytes; a PDF that fetches nothing."""

import io
import sys
import threading

import pytest
from store.pages import FIRST
from web.browser import needs_weasyprint
from web.conftest import MODEL

from detente.cases import load
from detente.errors import InputError
from detente.report.brief import brief
from detente.report.html import page
from detente.report.pdf import pdf
from detente.web import brief_page

needs_weasyprint()


def words(content: bytes) -> str:
    from pypdf import PdfReader

    found = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(content)).pages)
    return " ".join(found.split())


@pytest.fixture(scope="module")
def made() -> str:
    return page(brief(load("cuban_missiles"), draws=50))


def test_the_pdf_has_what_the_page_has_and_is_the_same_each_time(made):
    one = pdf(made)
    assert one.startswith(b"%PDF-")
    assert one == pdf(made)
    text = words(one)
    for part in ("How likely each step is", "What holds, and why"):
        assert part in text


def test_drawings_keep_their_colours(made):
    from detente.report.pdf import _painted

    painted = _painted(made)
    inside = painted[painted.index("<svg") : painted.rindex("</svg>")]
    assert "var(--" not in inside.replace(painted[painted.index("</style>") :], "")
    for part in painted.split("<svg")[1:]:
        picture = part[: part.index("</svg>")]
        assert "var(--" not in picture
        assert ("<style>" in picture) == ('class="' in picture.replace("<style>", ""))


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/x.png", "https://example.org/x.png", "file:///etc/passwd",
     "ftp://example.org/x"],
)  # fmt: skip
def test_nothing_is_fetched_for_a_pdf(made, address, monkeypatch):
    import socket
    import urllib.request

    def refused(*_args, **_more):
        raise AssertionError(address)

    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(urllib.request.FileHandler, "open_local_file", refused)
    evil = made.replace(
        "</main>", f'<img src="{address}"><p style="background:url({address})">x</p></main>'
    )
    evil = evil.replace("<style>", f"<style>@import url({address}); ", 1)
    assert b"root:" not in pdf(evil)


def test_without_the_package_one_sentence_says_what_to_do(client, tag, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(InputError, match=r"pip install 'detente\[pdf\]'"):
        pdf("<p>")
    brief_page.typeset.cache_clear()
    answer = client.get(f"/brief/{tag}/brief.pdf")
    assert answer.status_code == 422
    assert "detente[pdf]" in answer.text


def test_a_lasting_address_gives_the_same_bytes_whatever_is_changed(client, tag, monkeypatch):
    paths = [f"/brief/{tag}{part}?draws=100&seed=3" for part in ("", "/brief.md", "/brief.pdf")]
    before = [client.get(path) for path in paths]
    assert [one.status_code for one in before] == [200, 200, 200]
    assert [one.headers["content-type"].split(";")[0] for one in before] == [
        "text/html", "text/markdown", "application/pdf",
    ]  # fmt: skip
    assert before[0].headers["content-security-policy"].startswith("default-src 'none'")
    change = {"do": "set-title", "title": "Another", "tag": tag}
    assert client.post("/model", data=change).status_code == 303
    client.post("/documents", files=[("files", ("a.txt", b"Iran may strike Israel."))])
    brief_page.typeset.cache_clear()
    monkeypatch.setattr("detente.web.answers._briefs", {})
    assert [client.get(path).content for path in paths] == [one.content for one in before]
    other = client.get(f"/brief/{tag}?draws=100&seed=4").content
    assert other != before[0].content
    assert (
        f"/brief/{client.get('/api/model').json()['etag']}?draws=1000" in client.get("/brief").text
    )


def test_a_version_that_isnt_there_is_told(client):
    for version in ("0" * 16, "m9", "x", "%2e%2e%2fmodel"):
        for part in ("", "/brief.md", "/brief.pdf"):
            assert client.get(f"/brief/{version}{part}").status_code == 404
    for query in ("draws=0", "draws=99999999", "seed=-1", "seed=x"):
        assert client.get(f"/brief/{'0' * 16}?{query}").status_code == 422


def test_so_many_pdfs_at_once_and_no_more(client, tag, monkeypatch):
    monkeypatch.setattr(brief_page, "presses", threading.BoundedSemaphore(1))
    brief_page.presses.acquire()
    assert client.get(f"/brief/{tag}/brief.pdf").status_code == 429


def test_a_hostile_model_is_text_in_the_pdf():
    evil = "<img src=file:///etc/passwd><script>1</script>"
    from detente.model.formats import yaml

    found = yaml.loads(MODEL.replace("label: close the strait", f'label: "{evil}"'))
    text = words(pdf(page(brief(found, draws=50))))
    assert "root:" not in text
    assert "img src" in text


def test_a_case_names_its_versions_by_number(tmp_path):
    from starlette.testclient import TestClient

    from detente.store import growing
    from detente.store.case import new
    from detente.web.app import workbench

    case = new(tmp_path / "strait")
    growing.add(case, [FIRST])
    with TestClient(workbench(case, port=1), base_url="http://127.0.0.1:1") as client:
        client.get("/start", params={"token": client.app.key.token})
        assert "/brief/m1?draws=" in client.get("/brief").text
        assert client.get("/brief/m1?draws=50").status_code == 200
