"""The gate: who is let in, what is refused, and the headers that every answer carries."""

import asyncio

import pytest

from detente.web.security import HEADERS, MOST_BODY, POLICY, Door, Gate, Key, own_hosts

PAGES = ["/", "/model", "/outcomes", "/forecast", "/brief"]
API = ["/api/documents", "/api/read", "/api/model", "/api/solve", "/api/why/0", "/api/brief"]
OTHERS = ["/static/workbench.css", "/api/openapi.json", "/model.yaml", "/nowhere", "/api/nowhere"]


def test_the_start_address_opens_once_and_only_with_its_token(stranger):
    token = stranger.app.key.token
    wrong = stranger.get("/start", params={"token": token[:-1]})
    assert wrong.status_code == 403
    assert not wrong.cookies
    assert stranger.get("/start").status_code == 403
    assert stranger.head("/start", params={"token": token}).status_code == 405  # a preview
    opened = stranger.get("/start", params={"token": token})
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    cookie = opened.headers["set-cookie"]
    assert cookie.startswith("detente-8321=")
    assert "; HttpOnly; SameSite=Strict; Path=/" in cookie
    assert token not in cookie
    assert stranger.get("/start", params={"token": token}).status_code == 303  # the same browser
    stranger.cookies.clear()
    assert stranger.get("/start", params={"token": token}).status_code == 403  # anybody else


@pytest.mark.parametrize("path", [*PAGES, *API, *OTHERS, "/docs", "/redoc", "/openapi.json"])
def test_nothing_is_shown_without_the_cookie(stranger, path):
    answer = stranger.get(path)
    assert answer.status_code == 401
    assert "strait" not in answer.text
    stranger.cookies.set("detente-8321", "guess")
    assert stranger.get(path).status_code == 401


@pytest.mark.parametrize("path", [*PAGES, *API, *OTHERS])
def test_every_answer_has_every_header(client, path):
    answer = client.get(path)
    for name, value in HEADERS:
        if name != b"cache-control" or "static" not in path:
            assert answer.headers[name.decode()] == value.decode()
    assert "server" not in answer.headers


def test_refusals_have_the_headers_too(stranger):
    for answer in (
        stranger.get("/"),
        stranger.get("/", headers={"host": "evil.example"}),
        stranger.delete("/model"),
        stranger.post("/model", headers={"origin": "http://evil.example"}),
    ):
        assert answer.status_code >= 400
        for name, value in HEADERS:
            assert answer.headers[name.decode()] == value.decode()


def test_the_policy_allows_nothing_unsafe(client):
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'self'")
    for path in PAGES:
        text = client.get(path).text
        assert " style=" not in text
        assert "<style" not in text
        assert " onclick" not in text
        assert text.count("<script") == text.count('<script src="/static/') > 1


def test_the_brief_carries_its_own_policy(client):
    answer = client.get("/brief/page")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert policy.endswith("frame-ancestors 'none'")
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8321", "localhost:1", ""],
)
def test_another_host_is_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 421


def test_localhost_is_this_host(client):
    client.cookies.set("detente-8321", client.app.key.session, domain="localhost.local")
    answer = client.get("http://localhost:8321/api/documents")
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8321"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},  # another port of this host
        {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8321"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"},  # a form elsewhere
    ],
)
@pytest.mark.parametrize("path", ["/model", "/documents", "/claims", "/draft", "/api/documents"])
def test_a_write_from_elsewhere_is_refused(client, workspace, headers, path):
    before = workspace.model()
    answer = client.post(path, headers=headers, data={"do": "undo"})
    assert answer.status_code == 403
    assert workspace.model() == before


def test_a_write_from_here_is_taken(client, tag):
    headers = {"origin": "http://127.0.0.1:8321", "sec-fetch-site": "same-origin"}
    form = {"do": "set-title", "title": "New", "tag": tag}
    assert client.post("/model", headers=headers, data=form).status_code == 303


def test_a_form_of_a_page_that_sends_no_referrer_is_taken(client, tag):
    headers = {"origin": "null", "sec-fetch-site": "same-origin"}
    form = {"do": "set-title", "title": "New", "tag": tag}
    assert client.post("/model", headers=headers, data=form).status_code == 303
    for site in ("cross-site", "same-site", "none"):
        odd = {"origin": "null", "sec-fetch-site": site}
        assert client.post("/model", headers=odd, data=form).status_code == 403


def test_reads_from_elsewhere_are_refused_unless_followed_by_hand(client):
    for mode, status in (("no-cors", 403), ("cors", 403), ("navigate", 200)):
        headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode}
        assert client.get("/api/solve", headers=headers).status_code == status


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_other_methods_are_refused(client, method):
    assert client.request(method, "/model").status_code == 405


def test_a_body_that_is_too_large_is_refused_by_its_length(client):
    headers = {"content-length": str(MOST_BODY + 1), "content-type": "application/yaml"}
    assert client.put("/api/model", headers=headers, content=b"x").status_code == 413
    for size in ("-1", "1e9", "abc"):
        answer = client.put("/api/model", headers=headers | {"content-length": size}, content=b"x")
        assert answer.status_code == 413


def test_a_body_without_a_length_is_counted(client, workspace):
    def parts():
        for _ in range(MOST_BODY // 2**20 + 2):
            yield b" " * 2**20

    before = workspace.model()
    answer = client.put("/api/model", content=parts(), headers={"if-match": '"x"'})
    assert answer.status_code == 413
    assert workspace.model() == before


def test_a_body_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr("detente.web.security.MOST_SECONDS", 0.02)
    key = Key()
    sent = []

    async def app(_scope, receive, _send):
        await receive()
        await receive()

    async def receive():
        if not sent:
            sent.append("first")
            return {"type": "http.request", "body": b"a", "more_body": True}
        await asyncio.sleep(60)
        return {}

    async def send(_message):
        pass

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/model",
        "query_string": b"",
        "headers": [
            (b"host", b"127.0.0.1:8321"),
            (b"cookie", f"detente-8321={key.session}".encode()),
        ],
    }
    from starlette.exceptions import HTTPException

    with pytest.raises(HTTPException) as late:
        asyncio.run(Gate(Door(app, key, 8321), own_hosts(8321))(scope, receive, send))
    assert late.value.status_code == 408


def test_websockets_are_refused(client):
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/"):
        pass


def test_two_hosts_are_refused(client):
    answer = client.get("/", headers=[("host", "127.0.0.1:8321"), ("host", "evil.example")])
    assert answer.status_code == 421


def test_cookies_that_are_no_cookies_let_nobody_in(stranger):
    for cookie in ("detente-8321", "=;;=", "detente-8321=é", "\x00=1", "detente-8322=x"):
        answer = stranger.get("/", headers=[("cookie", cookie.encode("latin-1"))])
        assert answer.status_code == 401


def test_a_token_is_exchanged_once():
    key = Key()
    assert not key.exchange("é")
    assert not key.exchange("")
    assert key.exchange(key.token)
    assert not key.exchange(key.token)
    assert key.token != key.session != Key().session
