"""A workbench behind a real socket and a real browser, where there is one."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def needs_weasyprint() -> None:
    """Leave a test out where no PDF can be set, and say why."""
    try:
        import weasyprint  # noqa: F401 - only whether it is there, with what it stands on
    except (ImportError, OSError) as error:
        pytest.skip(f"no PDF can be set: {error}", allow_module_level=True)


def executable() -> str:
    """Return the path of a browser, or leave the test out and say why."""
    pytest.importorskip("playwright.sync_api")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no browser was found: none of {', '.join(NAMES)} is installed")
    return found


@contextmanager
def served(app, bound: socket.socket) -> Iterator[str]:
    """Serve an application in a thread; yield its address."""
    import uvicorn

    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        bound.close()


@contextmanager
def browser():
    """Start a browser without a window."""
    path = executable()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        # no sandbox: tests may run as root; the pages are our own
        one = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield one
        finally:
            one.close()
