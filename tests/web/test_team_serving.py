"""The accounts and the server of a team, from the command line."""

import io
import json
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest
from store.pages import FIRST

from detente.cli import main
from detente.errors import InputError, NotFoundError
from detente.store import accounts, growing
from detente.store.case import new
from detente.web.team_serving import Terms, prepared

argon2 = pytest.importorskip("argon2")
WORDS = "correct horse battery"


@pytest.fixture
def store(tmp_path, monkeypatch):
    """Return the address of a store with a case."""
    from argon2 import PasswordHasher

    monkeypatch.setattr(accounts, "hasher", lambda: PasswordHasher(1, 8, 1))
    address = f"sqlite:///{tmp_path}/team.db"
    case = new(tmp_path / "strait", store=address)
    growing.add(case, [FIRST])
    case.close()
    return address


def run(monkeypatch, capfd, *args, given=""):
    monkeypatch.setattr(sys, "argv", ["detente", *args])
    monkeypatch.setattr(sys, "stdin", io.StringIO(given))
    with pytest.raises(SystemExit) as stopped:
        main()
    out, err = capfd.readouterr()
    return stopped.value.code, out, err


def test_accounts_are_kept_from_the_command_line(store, monkeypatch, capfd):
    def team(*args, given=""):
        return run(monkeypatch, capfd, "team", *args, "--store", store, given=given)

    assert team("add", "ana", "--role", "editor", given=f"{WORDS}\nmore\n")[0] == 0
    assert team("add", "ben", "--case", "strait", "--no-password")[0] == 0
    code, out, _ = team("list", "--json")
    assert code == 0
    assert json.loads(out)["accounts"] == [
        {"name": "ana", "open": True, "password": True, "access": [{"case": "*", "role": "editor"}]},
        {"name": "ben", "open": True, "password": False,
         "access": [{"case": "strait", "role": "reader"}]},
    ]  # fmt: skip
    assert team("grant", "ben", "--role", "editor", "--case", "strait")[0] == 0
    assert "ben: editor of strait" in team("list")[1]
    assert team("revoke", "ben", "--case", "strait")[0] == 0
    assert "ben: no case" in team("list")[1]
    assert team("close", "ben")[0] == 0
    assert "ben, closed" in team("list")[1]
    assert team("open", "ben")[0] == 0
    assert team("password", "ben", given=f"{WORDS}!\n")[0] == 0
    log = team("log")[1]
    assert "team add ana editor *" in log
    assert WORDS not in log
    for odd in (("add", "ana"), ("add", "eve", "--role", "king"), ("add", "eve", "--case", "none"),
                ("grant", "eve", "--role", "reader"), ("password", "eve"), ("close", "eve")):  # fmt: skip
        code, out, err = team(*odd, given=f"{WORDS}\n")
        assert (code, out) == (1, "")
        assert err.count("\n") == 1
    assert team("add", "eve", given="short\n")[0] == 1
    assert "eve:" not in team("list")[1]


def test_a_password_is_asked_for_twice_on_a_terminal(monkeypatch):
    from detente.cli import team

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    said = iter([WORDS, WORDS, WORDS, "other"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(said))
    assert team.asked("ana") == WORDS
    with pytest.raises(InputError, match="differ"):
        team.asked("ana")


def test_without_a_store_it_says_so(monkeypatch, capfd):
    monkeypatch.delenv("DETENTE_STORE", raising=False)
    code, _, err = run(monkeypatch, capfd, "team", "list")
    assert code == 1
    assert "--store" in err
    assert run(monkeypatch, capfd, "serve", "--team")[0] == 1


@pytest.mark.parametrize(("more", "said"), [
    ({"bind": "10.0.0.1"}, "in the clear"),
    ({"bind": "10.0.0.1", "proxies": ("10.0.0.2",)}, "--host"),
    ({"bind": "here"}, "no address"),
    ({"proxies": ("example.org",)}, "no address"),
    ({"header": "Remote-User"}, "--proxy"),
])  # fmt: skip
def test_what_wouldnt_be_safe_isnt_served(store, more, said):
    with pytest.raises(InputError) as refused:
        prepared(Terms(store, **more))
    assert said in str(refused.value)


def test_a_certificate_that_isnt_there_is_told(store, tmp_path):
    with pytest.raises(NotFoundError):
        prepared(Terms(store, tls=(tmp_path / "a.pem", tmp_path / "b.pem")))


def test_a_team_signs_in_over_a_real_socket(store, monkeypatch, capfd):
    add = ("team", "add", "ana", "--role", "editor", "--store", store)
    assert run(monkeypatch, capfd, *add, given=f"{WORDS}\n")[0] == 0
    command = [sys.executable, "-u", "-c", "from detente.cli import main; main()"]
    with subprocess.Popen(  # noqa: S603 - our own code
        [*command, "serve", "--team", "--store", store], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            said = ""
            while "Ctrl-C" not in said:
                line = process.stdout.readline()
                assert line
                said += line
            at = re.search(r"http://127\.0\.0\.1:\d+/", said)[0]
            opener = urllib.request.build_opener(
                urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar())
            )

            def get(path, **form):
                data = urllib.parse.urlencode(form).encode() if form else None
                ask = urllib.request.Request(at + path, data, {"accept": "text/html"})  # noqa: S310 - ours
                with opener.open(ask, timeout=30) as answer:
                    return answer.read().decode()

            assert "Sign in" in get("")
            with pytest.raises(urllib.error.HTTPError) as refused:
                get("login", name="ana", password="wrong password")  # noqa: S106 - no password
            assert refused.value.code == 401
            refused.value.close()
            assert 'href="/c/strait/case"' in get("login", name="ana", password=WORDS)
            assert "What was done" in get("c/strait/case")
        finally:
            process.terminate()
            process.wait(timeout=30)
