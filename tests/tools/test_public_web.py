"""What asks a site for a stranger reaches the public network, and nothing else."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from boutdufil.tools import public_web
from boutdufil.tools.public_web import PATIENCE, PrivateAddressError, ask, is_public

PRIVATE = (
    *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0"),
    *("fd00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::"),
    *("64:ff9b::10.0.0.1", "64:ff9b::a9fe:a9fe", "2001:0:53aa:64c::3f57:fefe", "2001:db8::1"),
)


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["193.17.192.1", "2a01:e0a::1", "::ffff:193.17.192.1", "64:ff9b::193.17.192.1"]
)
def test_a_public_address_is_known(address: str) -> None:
    assert is_public(address)


def resolve(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[tuple[str, int]]:
    """Let every name be that of ``answers``; return what is then joined."""
    joined: list[tuple[str, int]] = []

    def addresses(_host: str, port: int, **_kind: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in answers]

    def join(address: tuple[str, int], timeout: float | None = None) -> socket.socket:
        assert timeout == PATIENCE <= 30
        joined.append(address)
        raise OSError("pas de réseau dans un essai")

    monkeypatch.setattr(socket, "getaddrinfo", addresses)
    monkeypatch.setattr(socket, "create_connection", join)
    return joined


@pytest.mark.parametrize("answers", [["10.0.0.1"], ["193.17.192.1", "127.0.0.1"]])
def test_a_name_that_leads_to_a_private_machine_is_not_joined(
    answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    joined = resolve(monkeypatch, *answers)
    with pytest.raises(PrivateAddressError, match="machine privée"):
        ask("HEAD", "https://www.cnil.fr/")
    assert joined == []


def test_the_address_that_is_joined_is_the_one_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers otherwise the second time (DNS rebinding) is not asked twice."""
    joined = resolve(monkeypatch, "193.17.192.1", "193.17.192.2")
    with pytest.raises(OSError, match="pas de réseau"):
        ask("HEAD", "https://www.cnil.fr/")
    assert joined == [("193.17.192.1", 443)]


@contextmanager
def host(answer: bytes) -> Iterator[tuple[socket.socket, list[bytes]]]:
    """Answer once, in clear, and remember what was asked."""
    asked: list[bytes] = []
    near, far = socket.socketpair()

    def serve() -> None:
        asked.append(far.recv(65536))
        far.sendall(answer)
        far.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield near, asked
    finally:
        thread.join()
        near.close()


class InClear:
    """A TLS that only remembers the name for which it was asked."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def wrap_socket(self, joined: socket.socket, server_hostname: str) -> socket.socket:
        self.names.append(server_hostname)
        return joined


def through(monkeypatch: pytest.MonkeyPatch, joined: socket.socket) -> InClear:
    tls = InClear()
    resolve(monkeypatch, "193.17.192.1")
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: joined)
    connect = public_web._PublicConnection.connect

    def in_clear(self: public_web._PublicConnection) -> None:
        monkeypatch.setattr(self, "_trusted", tls)
        connect(self)

    monkeypatch.setattr(public_web._PublicConnection, "connect", in_clear)
    return tls


def test_a_redirection_is_told_and_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = b"HTTP/1.1 302 Found\r\nLocation: https://b.fr/\r\nContent-Length: 0\r\n\r\n"
    with host(answer) as (joined, asked):
        tls = through(monkeypatch, joined)
        reply = ask("HEAD", "https://www.cnil.fr/fr/é t?a=b#c")
    assert (reply.status, reply.location) == (302, "https://b.fr/")
    assert tls.names == ["www.cnil.fr"]
    first, *headers = asked[0].decode().split("\r\n")
    assert first == "HEAD /fr/%C3%A9%20t?a=b HTTP/1.1"
    assert {"Host: www.cnil.fr", f"User-Agent: {public_web.AGENT}"} <= {*headers}
    assert not [each for each in headers if each.lower().startswith(("cookie", "authorization"))]


def test_an_answer_that_is_none_is_a_fault_like_another(monkeypatch: pytest.MonkeyPatch) -> None:
    with host(b"SSH-2.0-OpenSSH\r\n") as (joined, _asked):
        through(monkeypatch, joined)
        with pytest.raises(OSError, match="ne se lit pas"):
            ask("HEAD", "https://www.cnil.fr/")


def test_a_certificate_is_that_of_the_name() -> None:
    connection = public_web._PublicConnection("www.cnil.fr")
    assert connection._trusted.check_hostname
    assert connection._trusted.verify_mode is ssl.CERT_REQUIRED
