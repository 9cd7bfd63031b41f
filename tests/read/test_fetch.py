"""Addresses: what may be asked for, and what never."""

import socket
from typing import Any

import pytest

from detente.errors import SourceError, TooLargeError
from detente.read.formats import fetch

PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "0.0.0.0",  # noqa: S104 - an address that must be refused
    "100.64.0.1",
    "::1",
    "fe80::1",
    "fc00::1",
    "::ffff:127.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::a00:1",
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "::",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_not_public(address: str) -> None:
    assert not fetch.is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert fetch.is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://news.example/",
        "file:///etc/passwd",
        "https://",
        "https://a:b@news.example/",
        "http://news.example:22/",
        "http://news.example:x/",
        "gopher://x",
        "http://a\r\nb/",
    ],
)
def test_what_is_no_page(address: str) -> None:
    with pytest.raises(SourceError):
        fetch.checked(address)


def resolve_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    def answer(host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:  # noqa: ARG001 - the signature of what it stands for
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", answer)


def test_one_private_address_among_several_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "8.8.8.8", "10.0.0.1")
    with pytest.raises(SourceError, match="isn't a public one"):
        fetch.get("https://news.example/a")


def test_the_connection_goes_to_the_address_that_was_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolve_to(monkeypatch, "8.8.8.8")
    asked: list[Any] = []

    def connect(address: tuple[str, int], timeout: float) -> Any:
        asked.append((address, timeout))
        raise OSError("no route")

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(SourceError, match="can't be fetched"):
        fetch.get("http://news.example/a")
    assert asked[0][0] == ("8.8.8.8", 80)
    assert 0 < asked[0][1] <= fetch.MOST_SECONDS


def test_redirects_are_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "8.8.8.8")
    monkeypatch.setattr(fetch, "_ask", lambda *_: "file:///etc/passwd")
    with pytest.raises(SourceError, match="only http and https"):
        fetch.get("http://news.example/a")


def test_redirects_end(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "8.8.8.8")
    monkeypatch.setattr(fetch, "_ask", lambda *_: "/again")
    with pytest.raises(SourceError, match="redirects"):
        fetch.get("http://news.example/a")


class Answer:
    """A response that never ends."""

    def read1(self, size: int) -> bytes:  # noqa: D102 - as in the standard library
        return b"x" * size


def test_a_page_that_never_ends_is_cut_off() -> None:
    with pytest.raises(TooLargeError, match="over the limit of 20 MB"):
        fetch._body(Answer(), float("inf"))  # type: ignore[arg-type]  # noqa: SLF001 - the bound itself is tested


def test_time_is_bounded() -> None:
    with pytest.raises(TooLargeError, match="over 30 seconds"):
        fetch._left(0.0)  # noqa: SLF001 - the bound itself is tested
