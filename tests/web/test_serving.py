"""From the command line to the first page, over a real socket on this machine."""

import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar

import pytest
from web.conftest import MODEL, REPORT

from detente.errors import InputError, NotFoundError
from detente.web.serving import LOOPBACK, listening, opened


def test_it_listens_on_this_machine_only():
    with listening(0) as bound:
        assert bound.getsockname()[0] == LOOPBACK == "127.0.0.1"
        with pytest.raises(InputError, match="can't be had"):
            listening(bound.getsockname()[1])


def test_a_folder_a_model_and_a_report_are_opened(tmp_path):
    assert opened(tmp_path).folder == tmp_path.resolve()
    model = tmp_path / "crisis.yaml"
    model.write_text(MODEL)
    assert opened(model).model().text == MODEL
    report = tmp_path / "monday.txt"
    report.write_text(REPORT)
    space = opened(report)
    assert space.folder == tmp_path.resolve() / "monday-workbench"
    assert [path.name for path in space.documents()] == ["monday.txt"]
    report.write_text("other")
    assert opened(report).documents()[0].read_text() == REPORT  # what was begun stands


def test_what_cant_be_opened_is_told(tmp_path):
    with pytest.raises(NotFoundError):
        opened(tmp_path / "nothing")
    odd = tmp_path / "a.exe"
    odd.write_text("x")
    with pytest.raises(InputError, match="neither"):
        opened(odd)


def test_without_the_extra_one_sentence_says_what_to_do(monkeypatch, capfd):
    from detente.cli import main, serve

    monkeypatch.setattr(sys, "argv", ["detente", "serve"])
    monkeypatch.setattr(serve, "find_spec", lambda _: None)
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert "pip install 'detente[web]'" in err
    assert err.count("\n") == 1


def test_help_and_the_package_load_no_web_framework():
    code = (
        "import sys; sys.argv = ['detente', '--help']\n"
        "import detente\nfrom detente.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "odd = {'fastapi', 'starlette', 'uvicorn', 'multipart', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(1 if odd else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code


def test_the_printed_address_opens_the_workbench(tmp_path):
    (tmp_path / "model.yaml").write_text(MODEL)
    command = [sys.executable, "-u", "-c", "from detente.cli import main; main()"]
    with subprocess.Popen(  # noqa: S603 - our own code
        [*command, "serve", str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            said = ""
            while "it works once" not in said:
                line = process.stdout.readline()
                assert line
                said += line
            address = re.search(r"http://127\.0\.0\.1:\d+/start\?token=\S+", said)[0]
            opener = urllib.request.build_opener(
                urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar())
            )
            with opener.open(address, timeout=30) as answer:
                assert answer.status == 200
                assert "Begin with a report" in answer.read().decode()
            with (
                pytest.raises(urllib.error.HTTPError) as refused,
                urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
                    address, timeout=30
                ),
            ):
                pass
            assert refused.value.code == 403
            refused.value.close()
            port = int(re.search(r":(\d+)/", address)[1])
            for other in {one[4][0] for one in socket.getaddrinfo(socket.gethostname(), None)}:
                if other.startswith("127.") or ":" in other:
                    continue
                with pytest.raises(OSError, match="refused"):
                    socket.create_connection((other, port), timeout=5).close()
        finally:
            process.terminate()
            process.wait(timeout=30)
