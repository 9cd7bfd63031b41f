"""Watching: what is new comes in once, and what matters is told at least once, whatever happens."""

import json
import os
import signal
import socketserver
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from store.forking import ended, forked
from store.pages import FIRST, SECOND

from detente.errors import InputError, SourceError
from detente.store import (
    alerts,
    channels,
    deciding,
    growing,
    mail,
    marks,
    outbox,
    versions,
    watching,
)
from detente.store.case import open_case

REPORT = """Talks in doubt

PORT CITY, Jan. 5, 2030 - France is considering a naval blockade of Italy. Italy warned that it
would close the strait if France imposes a blockade.
"""
SECONDS = 20
ALERT = alerts.Alert(
    "2030-01-01T00:00:00Z", "strait", "d1", "a.txt", "crossed", "a line — crossed", "p1"
)


def test_watching_takes_in_what_is_new_and_only_that(case, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    assert watching.look(case, str(inbox)) == []
    (inbox / "one.txt").write_text(REPORT)
    found = watching.look(case, str(inbox))
    assert [one.kind for one in found] == ["report"]
    assert watching.look(case, str(inbox)) == []
    (inbox / "two.txt").write_text(
        "Blockade\n\nJan. 9, 2030 - France has imposed a naval blockade of Italy.\n"
    )
    (inbox / "bad.pdf").write_bytes(b"no pdf")
    unread: list[str] = []
    found = watching.look(case, str(inbox), unread=unread)
    assert {one.document for one in found} == {"d2"}
    assert json.loads(found[0].line())["case"] == case.name
    assert len(unread) == 1
    assert versions.current(case).conflict().as_of == "2030-01-05"


def test_watching_a_feed(case, tmp_path):
    item = "<item><title>{0}</title><pubDate>Sat, 05 Jan 2030 10:00:00 GMT</pubDate><description>{1}</description></item>"
    feed = tmp_path / "feed.xml"
    feed.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
        + item.format(
            "One", "France is considering a naval blockade of Italy, officials said on Friday."
        )
        + "</channel></rss>"
    )
    assert [one.kind for one in watching.look(case, str(feed))] == ["report"]
    assert watching.look(case, str(feed)) == []
    with pytest.raises(SourceError, match="--fetch"):
        watching.look(case, "https://example.org/feed")


def test_a_watch_goes_on_after_trouble(new, monkeypatch):
    naps, said = [], []
    rounds = iter([SourceError("gone"), InputError("a model by half"), None, KeyboardInterrupt()])

    def once():
        step = next(rounds)
        if isinstance(step, BaseException):
            raise step

    monkeypatch.setattr(watching.time, "sleep", naps.append)
    with pytest.raises(KeyboardInterrupt):
        watching.watch(new(), once, [], interval=7, trouble=said.append)
    assert naps == [7, 7, 7]
    assert said == ["gone", "a model by half"]


def test_a_watch_that_can_not_begin_says_so(new):
    def once():
        raise InputError("no such model")

    with pytest.raises(InputError, match="no such model"):
        watching.watch(new(), once, [], interval=7)


def watched(case, *pages):
    """Take reports in as a watch does."""
    growing.add(case, pages, details={alerts.WATCHED: True})


def test_alerts_are_told_from_the_store(case):
    growing.add(case, [FIRST])  # by hand: nobody waits to be told
    watched(case, SECOND)
    found = alerts.since(case, 0)
    assert [run for run, _ in found] == [2]
    told = found[0][1]
    assert told[0].kind == "report"
    assert {"crossed", "option"} <= {one.kind for one in told}
    assert "confidence" not in {one.kind for one in told}
    with case.reading() as connection:
        names = {one.name for one in deciding.kept(connection, case.id)}
    assert {one.id for one in told[1:]} <= names
    assert alerts.since(case, 2) == []


def test_each_channel_tells_what_it_did_not_tell_yet(case):
    watched(case, FIRST)
    heard: dict[str, list[str]] = {"good": [], "bad": []}
    said: list[str] = []
    broken = [True]

    def good(found):
        heard["good"] += [one.id for one in found]

    def bad(found):
        if broken[0]:
            raise SourceError("down")
        heard["bad"] += [one.id for one in found]

    ways = [outbox.Channel("good", good), outbox.Channel("bad", bad)]
    outbox.begin(case, ways)  # what was there before is nobody's news
    outbox.deliver(case, ways, said.append)
    assert heard == {"good": [], "bad": []}
    watched(case, SECOND)
    outbox.deliver(case, ways, said.append)
    outbox.deliver(case, ways, said.append)
    assert said == ["down", "down"]
    broken[0] = False
    outbox.begin(case, ways)
    outbox.deliver(case, ways, said.append)
    assert heard["good"] == heard["bad"]
    assert heard["good"][0] == "d2"
    (case.folder / marks.MARKS).write_text("[")  # damaged: better told twice than not at all
    outbox.deliver(case, ways, said.append)
    assert set(heard["good"]) > {"d1", "d2"}


def test_machines_that_share_a_case_tell_a_mail_once_between_them(case, store, new):
    """Each machine has its own screen; a mail comes to the same people from all of them."""
    theirs = new("two/strait", store=store, join=True) if store else open_case(case.folder)
    heard: list[str] = []
    seen: dict[str, list[str]] = {"mine": [], "theirs": []}

    def ways(who):
        return [
            outbox.Channel(
                "mail", lambda found: heard.extend(one.id for one in found), shared=True
            ),
            outbox.Channel(who, lambda found: seen[who].extend(one.id for one in found)),
        ]

    outbox.begin(case, ways("mine"))
    outbox.begin(theirs, ways("theirs"))
    watched(case, FIRST)
    watched(theirs, SECOND)
    for _ in range(2):
        outbox.deliver(theirs, ways("theirs"), pytest.fail)
        outbox.deliver(case, ways("mine"), pytest.fail)
    assert len(heard) == len(set(heard))
    assert {"d1", "d2"} <= set(heard)
    assert seen["mine"] == seen["theirs"] == heard
    theirs.close()


def test_who_tells_a_shared_way_out_has_it_alone(case, store):
    other = open_case(case.folder, store=store)
    with marks.alone(case, "mail") as mine, marks.alone(other, "mail") as too:
        assert mine
        assert too == (not store)  # a store that is a file has no such lock
        with marks.alone(other, "another") as free:
            assert free
    with marks.alone(other, "mail") as now:
        assert now
    other.close()


def test_the_mark_of_an_older_watch_counts(case):
    watched(case, FIRST)
    marks.put_in_folder(case, {"mail": 0, "odd": 7})
    heard: list[str] = []
    way = outbox.Channel("mail", lambda found: heard.extend(one.id for one in found), shared=True)
    outbox.begin(case, [way])
    outbox.deliver(case, [way], pytest.fail)
    assert "d1" in heard
    assert marks.in_store(case) == {"mail": 1}
    marks.put_in_store(case, "mail", 0)
    assert marks.in_store(case) == {"mail": 1}  # never less than it says
    assert marks.in_folder(case) == {"mail": 0, "odd": 7}


def test_a_watch_that_is_killed_tells_the_rest_the_next_time(new, tmp_path):
    """Kill a watch again and again; every report that it took in is told."""
    case = new()
    growing.add(case, [FIRST])
    inbox, told = tmp_path / "inbox", tmp_path / "alerts.jsonl"
    inbox.mkdir()
    outbox.begin(case, [channels.to_file(told)])
    for number in range(12):
        (inbox / f"{number}.txt").write_text(f"{REPORT}\nThis is report {number}.\n")
    folder = case.folder
    case.close()

    def work():
        mine = open_case(folder)
        watching.watch(
            mine, lambda: watching.look(mine, str(inbox)), [channels.to_file(told)],
            interval=1, rounds=1,
        )  # fmt: skip

    for number in range(6):
        child = forked(work)
        time.sleep(0.15 + 0.1 * number)
        os.kill(child, signal.SIGKILL)
        ended(child)
    assert ended(forked(work)) == 0
    lines = [json.loads(line) for line in told.read_text().splitlines()]
    reports = [one["id"] for one in lines if one["kind"] == "report"]
    assert set(reports) == {f"d{number}" for number in range(2, 14)}


def test_alerts_to_a_file_stand_each_on_a_line_of_its_own(tmp_path):
    path = tmp_path / "alerts.jsonl"
    way = channels.to_file(path)
    way.tell([ALERT])
    way.tell([ALERT, ALERT])
    assert path.read_text() == ALERT.line() * 3
    path.write_text('{"somebody": "stopped here')
    way.tell([ALERT])
    assert path.read_text().splitlines()[1] + "\n" == ALERT.line()
    (tmp_path / "there").mkdir()
    way = channels.to_file(tmp_path / "there" / "alerts.jsonl")
    (tmp_path / "there").rmdir()
    with pytest.raises(SourceError, match="can't be written"):
        way.tell([ALERT])
    with pytest.raises(InputError, match=r"the folder .*no isn't there"):  # before anything comes
        channels.to_file(tmp_path / "no" / "where.jsonl")
    with pytest.raises(InputError, match="this is a folder"):
        channels.to_file(tmp_path)


@contextmanager
def ear(status=204, headers=()):
    """Serve one path on loopback; yield its address and what it got."""
    got: list[bytes] = []

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self):
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()

        def do_GET(self):
            got.append(b"a redirect was followed")

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Ear) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/hook?token=s3cret", got
        finally:
            server.shutdown()
            thread.join(SECONDS)


def test_alerts_to_a_webhook():
    with ear() as (address, got):
        way = channels.to_webhook(address, private=True)
        way.tell([ALERT, ALERT])
    assert got == [ALERT.line().encode()] * 2
    assert "s3cret" not in way.name
    with pytest.raises(SourceError, match="couldn't be delivered") as caught:
        way.tell([ALERT])
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("status", [301, 302, 307, 404, 500])
def test_a_webhook_that_answers_otherwise_has_not_got_it(status):
    with (
        ear(status, [("Location", "/elsewhere")]) as (address, got),
        pytest.raises(SourceError, match=f"answered {status}"),
    ):
        channels.to_webhook(address, private=True).tell([ALERT])
    assert got == [ALERT.line().encode()]


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://example.org/", "https://", "http://a b/", "https://u:p@example.org/",
     "http://example.org:99999/", "javascript:alert(1)", "http://[::1"],
)  # fmt: skip
def test_what_is_no_webhook(address):
    with pytest.raises(InputError):
        channels.to_webhook(address, private=True)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.8", "[::1]", "169.254.169.254"])
def test_a_webhook_is_public_unless_that_is_said(host, monkeypatch):
    with pytest.raises(InputError, match="isn't a public one"):
        channels.to_webhook(f"http://{host}/hook")
    # a name that was public when it was checked, and isn't any more
    monkeypatch.setattr(channels, "_refuse_private", lambda _: None)
    with pytest.raises(SourceError, match="isn't a public one"):
        channels.to_webhook(f"http://{host}/hook").tell([ALERT])


class Post(socketserver.StreamRequestHandler):
    """A mail server of a dozen lines, with STARTTLS and a login."""

    timeout = SECONDS

    def handle(self):
        """Talk with one client."""
        server = self.server
        if server.at_once:
            self._encrypt()
        self._say("220 here")
        while line := self.rfile.readline():
            words = line.decode().strip()
            verb = words.split()[0].upper() if words else ""
            server.heard.append(words)
            if verb == "EHLO":
                offers = ["250-here", "250-AUTH PLAIN", *(["250-STARTTLS"] if server.tls else [])]
                self._say("\r\n".join([*offers, "250 8BITMIME"]))
            elif verb == "STARTTLS":
                self._say("220 go on")
                self._encrypt()
            elif verb == "AUTH":
                self._say("235 you are" if server.trusts else "535 5.7.8 no such user")
            elif verb == "RCPT" and "nobody@" in words:
                self._say("550 unknown here")
            elif verb == "DATA":
                self._say("354 speak")
                body = b""
                while not body.endswith(b"\r\n.\r\n"):
                    body += self.rfile.readline()
                server.mails.append((isinstance(self.connection, ssl.SSLSocket), body.decode()))
                self._say("250 taken")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 well")

    def finish(self):
        """Close the connection, encrypted or not."""
        super().finish()
        self.rfile.close()
        self.connection.close()

    def _encrypt(self):
        try:
            self.connection = self.server.tls.wrap_socket(self.connection, server_side=True)
        except (ssl.SSLError, OSError):  # the other side doesn't trust us
            self.connection.close()
            raise ConnectionError from None
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)

    def _say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


class PostOffice(socketserver.ThreadingTCPServer):
    """Where `Post` works."""

    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        """Say nothing of clients that went away."""


@contextmanager
def post(tls=None, *, trusts=True, at_once=False):
    """Run a mail server on loopback."""
    with PostOffice(("127.0.0.1", 0), Post) as server:
        server.mails, server.heard = [], []
        server.tls, server.trusts, server.at_once = tls, trusts, at_once
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join(SECONDS)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """Return a certificate for 127.0.0.1 that nobody else trusts, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    command = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-days", "2", "-keyout", "key.pem", "-out", "cert.pem", "-subj", "/CN=127.0.0.1",
        "-addext", "subjectAltName=IP:127.0.0.1",
    ]  # fmt: skip
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)  # noqa: S603 - our own words
    except (OSError, subprocess.SubprocessError):
        pytest.skip("openssl can't make a certificate")
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture
def tls(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


def named(server, security, **more):
    return mail.settings(
        environment={
            "DETENTE_MAIL_HOST": "127.0.0.1",
            "DETENTE_MAIL_PORT": str(server.server_address[1]),
            "DETENTE_MAIL_SECURITY": security,
            "DETENTE_MAIL_USER": "desk",
            "DETENTE_MAIL_PASSWORD": "hunter2",
            "DETENTE_MAIL_FROM": "detente@example.org",
            **{f"DETENTE_MAIL_{key.upper()}": value for key, value in more.items()},
        }
    )


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_alerts_by_mail_go_encrypted(tls, certificate, security):
    report = alerts.Alert(ALERT.at, "strait", "d1", "a.txt", "report", "Report\r\nBcc: x@y", "d1")
    with post(tls, at_once=security == "tls") as server:
        way = mail.to_mail(
            ["ana@example.org", "ben@example.org"], named(server, security, ca=str(certificate[0]))
        )
        way.tell([report, ALERT])
    ((encrypted, words),) = server.mails
    assert encrypted
    assert "\r\nSubject: [strait] a line =?utf-8?b?" in words  # a dash isn't ASCII
    assert "To: ana@example.org, ben@example.org" in words
    assert "\nBcc:" not in words
    if security == "starttls":
        assert server.heard.index("STARTTLS") < min(
            k for k, line in enumerate(server.heard) if line.startswith(("AUTH", "MAIL"))
        )
    assert "hunter2" not in way.name


def test_a_mail_server_that_is_not_trusted_gets_nothing(tls):
    with post(tls) as server:
        way = mail.to_mail(["ana@example.org"], named(server, "starttls"))
        with pytest.raises(SourceError, match="couldn't be sent"):
            way.tell([ALERT])
    assert server.mails == []
    assert not any(line.startswith("AUTH") for line in server.heard)


def test_a_mail_server_without_encryption_gets_nothing():
    with post() as server:
        way = mail.to_mail(["ana@example.org"], named(server, "starttls"))
        with pytest.raises(SourceError, match="STARTTLS"):
            way.tell([ALERT])
    assert server.mails == []


def test_mail_that_is_refused_is_told_the_next_time(tls, certificate):
    with post(tls, trusts=False) as server:
        way = mail.to_mail(["ana@example.org"], named(server, "starttls", ca=str(certificate[0])))
        with pytest.raises(SourceError, match="535") as caught:
            way.tell([ALERT])
    assert "hunter2" not in str(caught.value)
    with pytest.raises(SourceError, match="couldn't be sent"):  # nobody is there any more
        way.tell([ALERT])


def test_mail_on_this_machine_may_go_as_it_is():
    with post() as server:
        plain = named(server, "none", user="", password="")
        mail.to_mail(["ana@example.org"], plain).tell([ALERT])
        one = server.mails[0][1]
        mail.to_mail(["ana@example.org"], plain).tell([ALERT])
    assert not any(line.startswith("AUTH") for line in server.heard)
    mark = next(line for line in one.splitlines() if line.startswith("Message-ID"))
    assert mark in server.mails[1][1]  # the same alerts make the same message


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "no mail server"), ("host = 5\nhots = 1\n", "no setting"), ("[", "no TOML"),
        ('host = "a"\nsecurity = "ssl"\nfrom = "a@b"\n', "security can't be"),
        ('host = "mail.example.org"\nsecurity = "none"\nfrom = "a@b"\n', "isn't sent unencrypted"),
        ('host = "a"\nport = 0\nfrom = "a@b"\n', "port can't be"),
        ('host = "a"\n', "no mail address"),
        ('host = "a"\nfrom = "a@b\\nBcc: c@d"\n', "no mail address"),
        ('host = ["a"]\n', "no setting"),
    ],
)  # fmt: skip
def test_settings_of_mail_that_can_not_be(tmp_path, words, said):
    path = tmp_path / "mail.toml"
    path.write_text(words)
    with pytest.raises(InputError, match=said):
        mail.settings(path, {})


def test_a_password_in_a_file_is_for_its_owner_only(tmp_path):
    path = tmp_path / "mail.toml"
    path.write_text('host = "smtp.example.org"\nuser = "a@example.org"\npassword = "hunter2"\n')
    path.chmod(0o644)
    with pytest.raises(InputError, match="chmod 600"):
        mail.settings(path, {})
    path.chmod(0o600)
    found = mail.settings(path, {"DETENTE_MAIL_PORT": "2525"})
    assert (found.port, found.security, found.sender) == (2525, "starttls", "a@example.org")
    assert "hunter2" not in repr(found)
    with pytest.raises(InputError, match="can't be read"):
        mail.settings(tmp_path / "none.toml", {})


@pytest.mark.parametrize("words", ["", "ana", "ana@", "@b", "a@b, c@d", "a b@c", "a@b\r\nx", "ä@b"])
def test_what_is_no_mail_address(words):
    with pytest.raises(InputError, match="no mail address"):
        mail.address(words)


def test_alerts_name_the_weighty_proposals(case):
    growing.add(case, [FIRST])
    change = growing.add(case, [SECOND])
    kinds = {one.kind for one in watching.alerts(case, change)}
    assert {"crossed", "report"} <= kinds
    assert "confidence" not in kinds
