"""One request to a public site, and no further: what asks for a stranger is led nowhere else.

The addresses that it asks are written in files that strangers propose, on a machine that may stand
within a network of its own. A name that leads to a private address is refused once it is resolved,
and it is the address looked at that is joined: a name cannot answer otherwise the second time.
"""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from time import monotonic
from urllib.parse import SplitResult, quote, urlsplit

PATIENCE = 20.0
"""Seconds that a site has to answer."""
LONGEST = 120.0
"""Seconds that a whole answer may take."""
AGENT = "verification-des-sources (une fois par mois)"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of the machine itself."""
_SIGNS = "!$%&'()*+,-./:;=?@_~"
"""What stands as it is in an address; the rest is written in hexadecimal."""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""An address of IPv4 behind a translator (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site answered: its status, and where it sends on (empty: nowhere)."""

    status: int
    location: str = ""


_ASKING = {"User-Agent": "emprunt-de-fiches", "Accept-Encoding": "identity"}


class PrivateAddressError(OSError):
    """A name leads to a machine that is not on the public network."""


class _PublicConnection(HTTPSConnection):
    """A connection to a public address, whose certificate is that of the name."""

    def __init__(self, host: str) -> None:
        self._trusted = ssl.create_default_context()
        super().__init__(host, timeout=PATIENCE, context=self._trusted)

    def connect(self) -> None:
        address = public_address(self.host, self.port)
        joined = socket.create_connection((address, self.port), self.timeout)
        try:
            self.sock = self._trusted.wrap_socket(joined, server_hostname=self.host)
        except BaseException:
            joined.close()
            raise


def ask(method: str, url: str) -> Reply:
    """Ask an address in https, and follow nothing; raises OSError when there is no answer."""
    parts = urlsplit(url)
    connection = _PublicConnection(parts.hostname or "")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request(method, quote(target, safe=_SIGNS), headers={"User-Agent": AGENT})
        answer = connection.getresponse()
        return Reply(answer.status, answer.getheader("Location") or "")
    except HTTPException as error:
        raise OSError(f"sa réponse ne se lit pas ({type(error).__name__})") from error
    finally:
        connection.close()


def get(url: str, most: int) -> bytes:
    """Return what an address holds, ``most`` bytes at most, and follow nothing.

    In https, of a public site; or in http of this very machine, where one looks at a base before
    it is published. Raises OSError, in French, for any other answer.
    """
    parts = urlsplit(url)
    connection = _connection(parts)
    try:
        connection.request("GET", quote(parts.path or "/", safe=_SIGNS), headers=_ASKING)
        answer = connection.getresponse()
        if answer.getheader("Location"):
            raise OSError("cette adresse mène ailleurs, où l’on ne va pas")
        if answer.status != HTTPStatus.OK:
            raise OSError(f"le site répond {answer.status}")
        return _read(answer, most)
    except HTTPException as error:
        raise OSError(f"sa réponse ne se lit pas ({type(error).__name__})") from error
    finally:
        connection.close()


def _connection(parts: SplitResult) -> HTTPConnection:
    if parts.scheme == "https" and parts.port is None:
        return _PublicConnection(parts.hostname or "")
    if parts.scheme == "http" and parts.hostname in LOOPBACK:
        return HTTPConnection(parts.hostname, parts.port, timeout=PATIENCE)
    raise OSError("ce n’est pas l’adresse d’un site en https")


def _read(answer: HTTPResponse, most: int) -> bytes:
    """Return the body of an answer; one that never ends is not waited for."""
    end = monotonic() + LONGEST
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(65_536):
        parts.append(part)
        size += len(part)
        if size > most:
            raise OSError(f"sa réponse dépasse {most // 1000} ko")
        if monotonic() > end:
            raise OSError("sa réponse n’en finit pas")
    return b"".join(parts)


def public_address(host: str, port: int) -> str:
    """Return an address of ``host``; raises PrivateAddressError when one of them is not public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(place[0]) for *_kind, place in found]
    private = next((each for each in addresses if not is_public(each)), None)
    if private is not None:
        raise PrivateAddressError(f"ce nom mène à une machine privée, {private}")
    return addresses[0]


def is_public(written: str) -> bool:
    """Tell whether an address is one of the public network, whatever it is wrapped in.

    >>> is_public("193.17.192.1"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    address = ip_address(written.partition("%")[0])
    if isinstance(address, IPv6Address):
        address = _wrapped(address) or address
    return address.is_global and not address.is_multicast


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """Return the address of IPv4 that one of IPv6 leads to; None when it leads to itself."""
    if address in _TRANSLATED:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
