"""The address at which a site is published, as its canonical links, feed and plan write it."""

from __future__ import annotations

import re
import unicodedata
from typing import NoReturn
from urllib.parse import quote, urlsplit

EXAMPLE = "https://exemple.fr/aide/"
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://", re.IGNORECASE)
"""``https://…``; not ``exemple.fr:8000/…``, whose colon comes before a port."""
_BEGINNING = re.compile(r"(?:https?:)?/*", re.IGNORECASE)
"""What is left of a beginning: ``//``, ``https:/``; not the name ``http.fr``."""
_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?"
)
"""``aide.exemple.fr``, ``localhost``; not ``-exemple.fr`` nor ``mon_site.fr``."""
_ESCAPED = re.compile(r"%(?![0-9A-Fa-f]{2})")
"""A ``%`` that escapes nothing: ``100%``; not ``%C3``."""
_KEPT = "/%:@!$&'()*+,;=~"
"""What a path may hold as it is (RFC 3986, 3.3)."""


def site_address(text: str) -> str:
    """Return the address of a site, ending in ``/``, as a machine writes it; empty stays empty.

    A space and an accent are escaped, a host with accents gets its ASCII name. Raises ValueError,
    in French, for what cannot be the address of a folder.
    """
    address = text.strip().strip("\ufeff\u200b")
    if not address:
        return ""
    if any(unicodedata.category(character) in {"Cc", "Cf"} for character in address):
        _refuse(address, "un caractère invisible s’y cache ; retapez-la à la main")
    scheme = _SCHEME.match(address)
    if not scheme:
        _refuse(address, "le début manque", f"https://{_BEGINNING.sub('', address, count=1)}")
    if scheme["scheme"].lower() not in {"http", "https"}:
        rest = address[scheme.end() :]
        _refuse(address, "elle doit commencer par « https:// »", f"https://{rest}")
    for mark, name in (("#", "un repère"), ("?", "une question")):
        if mark in address:
            _refuse(address, f"{name} (« {mark} ») n’y a pas sa place", address.split(mark)[0])
    return f"{scheme['scheme'].lower()}://{_host(address)}{_path(address)}"


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
        name, port = parts.hostname or "", parts.port
    except ValueError:
        _refuse(address, "le nom du site, ou le nombre qui le suit, ne se lit pas")
    if "@" in parts.netloc:
        _refuse(address, "un nom d’utilisateur serait publié", address.replace(_user(address), ""))
    if ":" not in name:
        name = _in_ascii(name)
        if not _HOST.fullmatch(name):
            _refuse(address, "le nom du site ne se lit pas")
    shown = f"[{name}]" if ":" in name else name
    return shown if port is None else f"{shown}:{port}"


def _user(address: str) -> str:
    return urlsplit(address).netloc.rpartition("@")[0] + "@"


def _in_ascii(name: str) -> str:
    """Return the name that the network knows: ``été.fr`` is ``xn--t-bja1a.fr``."""
    try:
        return name.encode("idna").decode()
    except UnicodeError:
        return ""


def _path(address: str) -> str:
    path = urlsplit(address).path
    if "\\" in path:
        _refuse(address, "« \\ » n’est pas « / »", address.replace("\\", "/"))
    if {".", ".."} & {*path.split("/")}:
        _refuse(address, "« . » et « .. » ne sont pas des dossiers")
    if path.endswith((".html", ".htm", ".php")):
        _refuse(address, "c’est celle d’une page, pas du dossier", address.rpartition("/")[0] + "/")
    escaped = quote(_ESCAPED.sub("%25", unicodedata.normalize("NFC", path)), safe=_KEPT)
    return escaped if escaped.endswith("/") else f"{escaped}/"


def _refuse(found: str, reason: str, meant: str = EXAMPLE) -> NoReturn:
    try:
        proposed = site_address(meant)
    except ValueError:
        proposed = EXAMPLE
    raise ValueError(
        f"SITE_URL : « {found} » n’est pas l’adresse d’un site : {reason}. "
        f"Il faut l’adresse entière du dossier publié. Écrivez : SITE_URL={proposed}"
    )
