"""A team's workbench: who gets in, what each role may do, and what is noted of it."""

import re
import shutil
import time
from itertools import product

import pytest
from starlette.testclient import TestClient
from store.pages import FIRST, SECOND
from web.conftest import REPORT

from detente.errors import InputError, NotFoundError, OutputExistsError
from detente.store import accounts, audit, growing
from detente.store.case import new
from detente.store.engine import open_engine, writing
from detente.store.growing import Asking
from detente.store.migrate import ready
from detente.store.tables import sessions
from detente.web import app as pages
from detente.web import roles, team_page
from detente.web.limits import Limiter
from detente.web.security import HEADERS
from detente.web.team import Team

argon2 = pytest.importorskip("argon2")

HOST = "127.0.0.1:8321"
WORDS = "correct horse battery"
PEOPLE = {"ana": "editor", "ben": "reader", "cleo": "", "dan": ""}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Hash with little work; that it is much otherwise is seen in one test."""
    from argon2 import PasswordHasher

    accounts.nobody.cache_clear()
    monkeypatch.setattr(
        accounts, "hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    )
    yield
    accounts.nobody.cache_clear()


def stored(folder, store):
    """Make a store with two cases and four accounts."""
    for name, taken in (("strait", [FIRST, SECOND]), ("island", [SECOND])):
        case = new(folder / name, store=store, name=name, title=f"The {name}")
        growing.add(case, taken[:1], forecast=Asking(draws=20))
        growing.add(case, taken[1:])
        case.close()
    engine = open_engine(store)
    ready(engine, "it")
    for name, role in PEOPLE.items():
        accounts.add(engine, name, WORDS)
        if role:
            accounts.grant(engine, name, role, "strait")
    accounts.grant(engine, "dan", "reader", "island")
    return engine


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Return the file of such a store, made once: each test has a copy."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patched:
        from argon2 import PasswordHasher

        patched.setattr(accounts, "hasher", lambda: PasswordHasher(1, 8, 1))
        engine = stored(folder, f"sqlite:///{folder}/team.db")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return folder / "team.db"


@pytest.fixture(params=["sqlite"])
def engine(tmp_path, request):
    """Return a store with two cases and four accounts."""
    if request.param == "postgresql":
        found = stored(tmp_path, request.getfixturevalue("database"))
    else:
        shutil.copyfile(request.getfixturevalue("template"), tmp_path / "team.db")
        found = open_engine(f"sqlite:///{tmp_path}/team.db")
    yield found
    found.dispose()


@pytest.fixture
def team(engine):
    """Return the team that works on it."""
    found = Team(engine, 8321, "remote-user", frozenset({"10.0.0.2"}))
    yield found
    found.close()


@pytest.fixture
def stranger(team):
    gate = team_page.workbench(team, hosts=frozenset({HOST, "cases.example.org"}))
    with TestClient(gate, base_url=f"http://{HOST}", follow_redirects=False) as one:
        yield one


def sign_in(client, name, password=WORDS):
    return client.post("/login", data={"name": name, "password": password})


@pytest.fixture
def ana(stranger):
    assert sign_in(stranger, "ana").status_code == 303
    return stranger


def tag(client, case="strait"):
    return client.get(f"/c/{case}/api/model").json()["etag"]


# every role against every address

FILLED = {"{name}": "p1", "{state}": "0", "{before}": "0", "{after}": "1", "{version}": "m1"}


def every_address():
    """Return each method and address of the pages, as the routers have them."""
    found = set()
    for router in pages.ROUTERS:
        for route in router.routes:
            found |= {(method, route.path) for method in route.methods}
    return sorted(found | {("GET", "/static/{name}"), ("GET", "/api/openapi.json")})


def filled(path):
    for name, value in FILLED.items():
        path = path.replace(name, value)
    return path.replace("/static/p1", "/static/workbench.css")


@pytest.mark.parametrize(("method", "path"), every_address())
def test_every_address_has_a_rule(method, path):
    """A new address is refused to all of a team until `detente.web.roles` names it."""
    need = roles.needed(method, filled(path))
    assert need is not None, f"{method} {path} has no rule in detente.web.roles"
    assert need == roles.READER or method in {"POST", "PUT"}


def test_every_rule_has_an_address():
    known = {path for _, path in every_address()}
    assert {*roles.LOOKED_AT, *roles.WORKED_OUT, *roles.CHANGED} <= known


def test_every_role_at_every_address(stranger):
    """One test, since a store is dear: 4 people times all addresses, with what each may."""
    from detente.store.history import log

    def state():
        from detente.store.case import Case

        engine = stranger.app.app.team.engine
        place = accounts.places(engine, accounts.named(engine, "ana"))[0]
        return len(log(Case(None, engine, place.id, place.name, "")))

    before = state()
    for who, (method, path) in product([None, "cleo", "dan", "ben"], every_address()):
        if path.endswith(("/events", ".pdf")) or "/static/" in path:
            continue
        stranger.cookies.clear()
        if who is not None:
            assert sign_in(stranger, who).status_code == 303
        answer = stranger.request(method, f"/c/strait{filled(path)}")
        case = f"{who} {method} {path}: {answer.status_code}"
        if who is None:
            assert answer.status_code == 401, case
        elif who in {"cleo", "dan"}:  # no case, or another: as if it weren't there
            assert answer.status_code == 404, case
            assert "strait" not in answer.text
        elif roles.needed(method, filled(path)) == roles.EDITOR:
            assert answer.status_code == 403, case
        else:
            assert answer.status_code not in {401, 403, 405, 500}, case
        for name, value in HEADERS:
            assert name.decode() in answer.headers, case
            if name not in {b"cache-control", b"content-security-policy"}:
                assert answer.headers[name.decode()] == value.decode()
    assert state() == before  # nobody of them changed anything


def test_a_reader_who_changes_something_is_told_on_a_page(stranger):
    assert sign_in(stranger, "ben").status_code == 303
    page = stranger.post("/c/strait/model", data={"do": "undo"})
    assert page.status_code == 403
    assert "You may read this case" in page.text
    assert '<main id="page"' in page.text
    assert 'href="/c/strait/model"' in page.text
    api = stranger.put("/c/strait/api/model", content="x")
    assert (api.status_code, api.text) == (403, "You may read this case, not change it.")


@pytest.mark.parametrize("path", ["/model", "/", "/case"])
def test_a_reader_sees_forms_that_cannot_be_sent(stranger, path):
    assert sign_in(stranger, "ben").status_code == 303
    text = stranger.get(f"/c/strait{path}").text
    forms = re.findall(r'<form method="post" action="([^"]*)"[^>]*>(.{0,40})', text, re.DOTALL)
    changing = [start for to, start in forms if roles.needed("POST", to.removeprefix("/c/strait"))]
    assert changing
    assert all(start.startswith('<fieldset disabled class="looked-at">') for start in changing)
    assert text.count("<fieldset disabled") == text.count("</fieldset>") - text.count("<fieldset>")
    assert 'id="drop"' not in text
    assert "look, change nothing" in text
    assert sign_in(stranger, "ana").status_code == 303
    assert "looked-at" not in stranger.get(f"/c/strait{path}").text


def test_an_editor_is_refused_nowhere(ana):
    for method, path in every_address():
        if path.endswith("/events") or "/static/" in path or path == "/case/accept":
            continue
        answer = ana.request(method, f"/c/strait{filled(path)}")
        assert answer.status_code not in {401, 403, 405, 500}, f"{method} {path}"


@pytest.mark.parametrize("path", ["/", "/account", "/c/strait/case", "/c/none/case", "/c/", "/x"])
def test_without_an_account_there_is_only_the_sign_in_page(stranger, path):
    page = stranger.get(path, headers={"accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/login")
    assert stranger.get(path, headers={"accept": "application/json"}).status_code == 401
    assert stranger.post(path).status_code == 401
    assert "Sign in" in stranger.get("/login").text
    part = stranger.get(path, headers={"hx-request": "true"})  # a session that has ended
    assert (part.status_code, part.headers["hx-redirect"]) == (401, "/login")


# signing in


def test_the_answer_doesnt_tell_a_wrong_name_from_a_wrong_password(stranger, engine):
    accounts.set_open(engine, "dan", to=False)
    accounts.add(engine, "eve", None)
    given = [("ana", "wrong password"), ("nobody", WORDS), ("dan", WORDS), ("eve", WORDS),
             ("eve", ""), ("", ""), ("ana", "x" * 300), ("a\x00na", WORDS)]  # fmt: skip
    answers = [sign_in(stranger, *one) for one in given]
    assert {one.status_code for one in answers} == {401}
    assert len({one.text for one in answers}) == 1
    assert len({tuple(sorted(one.headers.items())) for one in answers}) == 1
    assert not stranger.cookies


def test_as_much_is_hashed_for_a_name_that_isnt_there(engine, monkeypatch):
    from argon2 import PasswordHasher

    kept = PasswordHasher(time_cost=2, memory_cost=1024, parallelism=1)
    verified = []

    class Counted:
        def hash(self, password):
            return kept.hash(password)

        def verify(self, hashed, password):
            verified.append(hashed.rsplit("$", 2)[0])  # the kind of work
            return kept.verify(hashed, password)

    monkeypatch.setattr(accounts, "hasher", Counted)
    accounts.nobody.cache_clear()
    accounts.change_password(engine, "ana", WORDS)
    accounts.set_open(engine, "ben", to=False)
    for name in ("ana", "nobody", "ben"):
        assert accounts.verify(engine, name, "wrong password") is None
    assert len(verified) == 3
    assert len(set(verified)) == 1


def test_a_password_is_hashed_with_much_work(monkeypatch, engine):
    from argon2 import PasswordHasher, extract_parameters

    monkeypatch.setattr(accounts, "hasher", PasswordHasher)
    from detente.store.engine import reading
    from detente.store.tables import accounts as table

    accounts.change_password(engine, "ana", WORDS)
    with reading(engine, "it") as connection:
        kept = connection.execute(table.select().where(table.c.name == "ana")).one().password
    found = extract_parameters(kept)
    assert kept.startswith("$argon2id$")
    assert found.memory_cost >= 19 * 1024
    assert WORDS not in kept


def test_the_cookie_is_for_this_site_and_no_script(stranger):
    answer = sign_in(stranger, "Ana ")  # names have no case
    cookie = answer.headers["set-cookie"]
    assert re.fullmatch(r"detente-team-8321=[\w-]{43}; HttpOnly; Path=/; SameSite=strict", cookie)
    assert answer.headers["location"] == "/"


def test_over_https_the_cookie_is_secure_and_the_host_bound(team):
    gate = team_page.workbench(team, hosts=frozenset({"cases.example.org"}), scheme="https")
    client = TestClient(gate, base_url="https://cases.example.org", follow_redirects=False)
    answer = sign_in(client, "ana")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-detente=")
    assert "; Secure" in cookie
    assert "Domain" not in cookie
    assert answer.headers["strict-transport-security"].startswith("max-age=")
    origin = {"origin": "http://cases.example.org"}  # the same name, in the clear
    assert client.post("/login", headers=origin, data={}).status_code == 403


def test_a_session_that_was_there_before_is_not_the_one_afterwards(stranger, engine):
    assert sign_in(stranger, "ben").status_code == 303
    first = stranger.cookies["detente-team-8321"]
    assert sign_in(stranger, "ana").status_code == 303
    second = stranger.cookies["detente-team-8321"]
    assert first != second
    assert accounts.who(engine, first) is None  # ended with the sign-in
    stranger.cookies.clear()
    stranger.cookies.set("detente-team-8321", "planted" * 6)
    assert sign_in(stranger, "ana").status_code == 303
    assert accounts.who(engine, "planted" * 6) is None


def test_signing_out_ends_the_session_in_the_store(ana, engine):
    token = ana.cookies["detente-team-8321"]
    assert ana.get("/").status_code == 200
    assert ana.get("/logout").status_code == 303  # a link signs nobody out
    assert accounts.who(engine, token) is not None
    assert ana.post("/logout").headers["location"] == "/login"
    assert accounts.who(engine, token) is None
    ana.cookies.set("detente-team-8321", token)
    assert ana.get("/").status_code in {303, 401}


@pytest.mark.parametrize(("made", "seen", "alive"), [
    ("2020-01-01T00:00:00Z", "9999", False), ("9999", "2020-01-01T00:00:00Z", False),
    ("9999", "9999", True),
])  # fmt: skip
def test_a_session_ends_by_itself(engine, made, seen, alive):
    token = accounts.begin(engine, accounts.named(engine, "ana"))
    with writing(engine, "it") as connection:
        connection.execute(sessions.update().values(made=made, seen=seen))
    assert (accounts.who(engine, token) is not None) == alive


def test_the_store_has_no_cookie_and_no_password(ana, tmp_path):
    ana.get("/c/strait/case")
    token = ana.cookies["detente-team-8321"]
    ana.app.app.team.engine.dispose()
    content = b"".join(path.read_bytes() for path in tmp_path.glob("team.db*"))
    assert token.encode() not in content
    assert WORDS.encode() not in content


def test_many_wrong_tries_are_slowed_down_by_name_and_by_address(stranger):
    for _ in range(10):
        assert sign_in(stranger, "ana", "wrong password").status_code == 401
    slow = sign_in(stranger, "ana")  # the right one
    assert slow.status_code == 429
    assert int(slow.headers["retry-after"]) > 0
    assert sign_in(stranger, "ben").status_code == 303  # another name still gets in
    for n in range(40):
        sign_in(stranger, f"nobody{n}", "wrong password")
    assert sign_in(stranger, "ben").status_code == 429  # nobody from there any more


def test_a_limiter_forgets():
    moment = [0.0]
    limiter = Limiter(2, 60.0, now=lambda: moment[0])
    for _ in range(3):
        limiter.failed("ana")
    assert limiter.wait("ana") == 60.0
    assert limiter.wait("ben") == 0.0
    moment[0] = 61.0
    assert limiter.wait("ana") == 0.0
    limiter.failed("ana")
    limiter.passed("ana")
    limiter.failed("ana")
    assert limiter.wait("ana") == 0.0


def test_a_password_is_changed_by_who_knows_it_and_signs_the_others_out(ana, engine):
    other = accounts.begin(engine, accounts.named(engine, "ana"))
    mine = ana.cookies["detente-team-8321"]
    good = {"old": WORDS, "new": "another long one", "again": "another long one"}
    for odd in (good | {"old": "wrong password"}, good | {"again": "other"},
                good | {"new": "short", "again": "short"}, good | {"new": "", "again": ""}):  # fmt: skip
        assert ana.post("/account", data=odd).status_code == 422
    assert ana.post("/account", data=good).status_code == 303
    assert accounts.who(engine, other) is None
    assert accounts.who(engine, mine) is None
    assert ana.get("/account").status_code == 200  # with a session of its own
    assert accounts.verify(engine, "ana", WORDS) is None


def test_a_closed_account_is_out_at_once(ana, engine):
    accounts.set_open(engine, "ana", to=False)
    assert ana.get("/").status_code in {303, 401}
    accounts.set_open(engine, "ana", to=True)
    assert ana.get("/", headers={"accept": "text/html"}).headers["location"] == "/login"


# from elsewhere


@pytest.mark.parametrize("headers", [
    {"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
])  # fmt: skip
@pytest.mark.parametrize("path", ["/login", "/logout", "/account", "/c/strait/model"])
def test_a_write_from_another_site_is_refused(ana, engine, path, headers):
    token = ana.cookies["detente-team-8321"]
    answer = ana.post(path, headers=headers, data={"name": "ben", "password": WORDS})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert accounts.who(engine, token) is not None


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "cases.example.org:1", ""])
def test_another_host_is_refused(ana, host):
    assert ana.get("/", headers={"host": host}).status_code == 421


def via(team, address, **headers):
    gate = team_page.workbench(team, hosts=frozenset({HOST}))
    client = TestClient(
        gate, base_url=f"http://{HOST}", follow_redirects=False, client=(address, 5)
    )
    return client.get("/c/strait/api/case", headers=headers)


def test_a_name_in_a_header_counts_from_a_named_proxy_only(team, engine):
    for name, status in (("ana", 200), ("ANA", 200), ("cleo", 404), ("nobody", 401), ("", 401)):
        assert via(team, "10.0.0.2", **{"remote-user": name}).status_code == status
        assert via(team, "10.0.0.3", **{"remote-user": name}).status_code == 401
    accounts.set_open(engine, "ana", to=False)
    assert via(team, "10.0.0.2", **{"remote-user": "ana"}).status_code == 401
    silent = Team(engine, 8321)
    assert via(silent, "10.0.0.2", **{"remote-user": "ana"}).status_code == 401
    silent.close()


def test_two_names_are_none(team):
    gate = team_page.workbench(team, hosts=frozenset({HOST}))
    client = TestClient(gate, base_url=f"http://{HOST}", client=("10.0.0.2", 5))
    headers = [("remote-user", "ana"), ("remote-user", "ben")]
    assert client.get("/c/strait/api/case", headers=headers).status_code == 401


def test_where_a_try_comes_from_is_the_proxys_word_and_no_others(team):
    scope = {"client": ("10.0.0.2", 1), "headers": [(b"x-forwarded-for", b"6.6.6.6, 1.2.3.4")]}
    assert team.origin(scope) == "1.2.3.4"
    assert team.origin(scope | {"client": ("9.9.9.9", 1)}) == "9.9.9.9"


# a case


def test_a_case_is_worked_on_under_its_own_address(ana):
    home = ana.get("/").text
    assert 'href="/c/strait/case"' in home
    assert "island" not in home
    for path in ("case", "", "model", "outcomes", "forecast", "brief", "jobs"):
        page = ana.get(f"/c/strait/{path}")
        assert page.status_code == 200
        links = re.findall(r'(?:href|action)="(/[^"]*)"', page.text)
        assert links
        assert all(one.startswith(("/c/strait/", "/static/")) for one in links), links
    moved = ana.post("/c/strait/model", data={"do": "set-title", "title": "A", "tag": tag(ana)})
    assert moved.headers["location"].startswith("/c/strait/model?")
    assert ana.get("/c/strait").headers["location"] == "/c/strait/case"


def test_cases_dont_see_each_others_work(ana, engine):
    accounts.grant(engine, "ana", "reader", "island")
    job = ana.post("/c/strait/forecast", data={"draws": "50"}).headers["location"]
    name = job.rsplit("/", 1)[-1]
    assert ana.get(f"/c/strait/api/jobs/{name}").status_code == 200
    assert ana.get(f"/c/island/api/jobs/{name}").status_code == 404
    assert ana.get("/c/island/api/jobs").json() == []
    assert ana.post("/c/island/model", data={"do": "undo"}).status_code == 403


def test_one_role_in_every_case_and_another_in_one(engine):
    accounts.grant(engine, "cleo", "reader")
    accounts.grant(engine, "cleo", "editor", "island")
    found = accounts.places(engine, accounts.named(engine, "cleo"))
    assert [(one.name, one.role) for one in found] == [("island", "editor"), ("strait", "reader")]
    accounts.grant(engine, "cleo", None)
    found = accounts.places(engine, accounts.named(engine, "cleo"))
    assert [one.name for one in found] == ["island"]


def test_a_reader_stops_their_own_work_and_no_others(stranger, team):
    import threading

    assert sign_in(stranger, "ben").status_code == 303
    go = threading.Event()

    def held(job):
        while not go.wait(0.01):
            job.tell()

    from detente.store import clock

    with clock.acting("ana"):
        hers = team.jobs.start("Adding", held, room="strait")
    with clock.acting("ben"):
        his = team.jobs.start("Adding", held, room="strait")
    for path in ("", "/api"):
        assert stranger.post(f"/c/strait{path}/jobs/{hers.id}/stop").status_code == 403
    assert not hers.over
    assert stranger.post(f"/c/strait/jobs/{his.id}/stop").status_code == 303
    assert his.wait(10)
    go.set()


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True)
def test_what_is_done_is_noted_with_who_and_on_which_version(stranger, engine):
    for name in ("ana", "ben"):
        assert sign_in(stranger, name).status_code == 303
        form = {"do": "set-title", "title": "New", "tag": tag(stranger)}
        stranger.post("/c/strait/model", data=form)
    late = {"do": "set-title", "title": "Late", "tag": "0" * 16}
    assert sign_in(stranger, "ana").status_code == 303
    assert stranger.post("/c/strait/model", data=late).status_code == 409
    sign_in(stranger, "mallory", "wrong password")
    found = [(one.who, one.case, one.what, one.said, one.version) for one in audit.entries(engine)]
    assert ("ana", "strait", "POST /model", "303", "m1") in found
    assert ("ben", "strait", "POST /model", "403", "") in found
    assert ("ana", "strait", "POST /model", "409", "m2") in found
    assert ("mallory", "", "sign in", "refused", "") in found
    assert all(one.at and one.address for one in audit.entries(engine))
    assert [one.who for one in audit.entries(engine, who="ben")] == ["ben"] * 2
    runs = stranger.get("/c/strait/api/case/log").json()["log"]
    assert runs[-1]["by"] == "ana"


def test_the_audit_log_is_never_changed(engine):
    from detente.store.tables import audit as table

    audit.note(engine, "ana", "a")
    for change in (table.update().values(who="x"), table.delete()):
        with pytest.raises(InputError, match="never changed"), writing(engine, "it") as connection:
            connection.execute(change)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
@pytest.mark.usefixtures("engine")
def test_a_report_is_dropped_by_a_team_on_postgresql(ana):
    files = [("files", ("monday.txt", REPORT.encode()))]
    answer = ana.post("/c/strait/documents", files=files)
    path = answer.headers["location"]
    assert path.startswith("/c/strait/jobs/")
    for _ in range(1200):
        page = ana.get(path).text
        if "data-events" not in page:
            break
        time.sleep(0.1)
    assert "monday" in page
    assert ana.get("/c/strait/api/case").json()["documents"] == 3
    before = tag(ana)
    form = {"do": "set-title", "title": "By ana", "tag": before}
    assert ana.post("/c/strait/model", data=form).status_code == 303
    assert ana.post("/c/strait/model", data=form | {"title": "Late"}).status_code == 409


# accounts


def test_accounts_are_made_by_names_and_passwords_that_can_be(engine):
    for name in ("", " ", "a b", "ä", "-a", "x" * 65, "a\nb", "*"):
        with pytest.raises(InputError):
            accounts.add(engine, name, WORDS)
    for password in ("", "short", "x" * 257, "frankfrank"):
        with pytest.raises(InputError):
            accounts.add(engine, "frankfrank", password)
    with pytest.raises(OutputExistsError):
        accounts.add(engine, "ANA", WORDS)
    for odd in (("nobody", "reader", ""), ("ana", "reader", "nowhere")):
        with pytest.raises(NotFoundError):
            accounts.grant(engine, *odd)
    with pytest.raises(InputError):
        accounts.grant(engine, "ana", "king")
