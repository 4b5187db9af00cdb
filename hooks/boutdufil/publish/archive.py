"""The site on a USB stick: one zip, to be opened out and read from the disk, scripts or not.

Each link says ``index.html``, which a host adds and a disk does not. What is only for programs, for
hosts or for those who write stays on the site; a link to it leads to a page that says so.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from itertools import chain
from urllib.parse import unquote

from boutdufil.publish.runs import made_of_each
from boutdufil.publish.zipped import packed, zipped
from boutdufil.store import Store

LEVEL = 9
"""Three under the most: 3 % larger, fifteen times sooner."""
INSIDE = "site/"
"""Beside it, in the zip, one file alone: the one to open."""
DOOR = "ouvrez-moi.html"
ABSENT = "absente.html"
_LEFT_OUT = re.compile(
    r"(?:api|hebergement|contribuer|hors-ligne|livret)/.*|_headers|404\.html|.*\.xml"
    r"|etat\.json|badge\.svg|sbom\.cdx\.json"
    r"|tutoriels/[\w-]+/[\w-]+/fiche\.js|themes/[\w-]+/livret/.*"
    r"|assets/(?:board|booklet|codes|map|my-booklet|propose|propose-data|propose-late)\.[0-9a-f]+\.\w+"
)
"""``api/v1/a.json``, ``themes/b/livret/page-2/index.html``; not ``themes/b/index.html``."""
_LINK = re.compile(
    r'(?P<before> (?:href|action)="| content="0; url=)'
    r'(?P<way>(?![a-z]+:|/)[^"?#]+)(?P<after>(?:[?#][^"]*)?")'
)
"""A link within the site: ``href="../a/#b"``, ``url=../a/``; not ``href="tel:3114"``, ``"#b"``."""
_ICON = re.compile(r'<link rel="icon" href="data:image/svg\+xml,([^"]+)">')
"""The small drawing of the tab, which is in each page of the site, and in one file here."""
ICON = "icone.svg"
_HEAD_ENDS = "</head>"
_OF_NO_USE = re.compile(
    r'<meta name="(?:description|theme-color|referrer)" [^>]*>\n?'
    r"|; (?:connect|manifest|worker)-src 'self'"
    r'|<link rel="(?:canonical|alternate)" [^>]*>\n?'
)
"""What a disk has no use for, in the head of a page."""
_LINE_END = re.compile(
    r"\n(?=</?(?:meta|link|script|div|section|header|footer|main|nav|h[1-6]|p|figure|form)\b)"
)
"""The end of a line before what begins one anyway; not ``\\n<li>``, whose space may show."""
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_SHARDS = "assets/search/"
# ``assets/a.0123456789.js``; not ``assets/search/t0.012345.js``, a shard, which a script names.
_ASSET = re.compile(r"assets/[\w-]+\.[0-9a-f]{10}\.\w+")
# « a.0123456789.js »: what stands between the points.
_HASH = re.compile(rb"\.[0-9a-f]{10}\.")
_NAMING = (".html", ".css", ".js")
"""The files that name others."""
KEPT_AS = b"archive"


def archived(
    site: Mapping[str, bytes], absent: str, door: str, store: Store | None
) -> Iterator[bytes]:
    """Yield the zip of ``site``, part after part; ``store`` remembers what each file is in it.

    ``absent`` is the page of what is left out; ``door``, the one to open, outside of the rest.
    """
    disk = _Disk(site, absent)
    entries = made_of_each(
        disk.names,
        disk.digest,
        lambda name: packed(disk.content(name), LEVEL),
        KEPT_AS,
        store,
    )
    opened = (DOOR, packed(disk.plain(door.encode()), LEVEL))
    return zipped(chain([opened], ((INSIDE + name, file) for name, file in entries)))


def offline(site: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return what of a site is read from a disk, as it is written there."""
    disk = _Disk(site)
    return {name: disk.content(name) for name in disk.names}


class _Disk:
    """A site as it stands on a disk: each file, and what the others tell it."""

    def __init__(self, site: Mapping[str, bytes], absent: str = "") -> None:
        hashed = sorted(posixpath.basename(name) for name in site if _ASSET.fullmatch(name))
        self.plain = _plain_names(hashed)
        self._site = site
        self._named = {self.plain(name.encode()).decode(): name for name in site if is_read(name)}
        self._added = {ABSENT: absent.encode()} if absent else {}
        pages = (self._raw(name).decode() for name in self._named if name.endswith(".html"))
        icon = next((unquote(icon[1]) for page in pages if (icon := _ICON.search(page))), "")
        if icon:
            self._added[ICON] = icon.encode()
        self.names = sorted({*self._named, *self._added})
        # Scripts name the shards of the search, and no page leads to one.
        self._there = frozenset(name for name in self.names if not name.startswith(_SHARDS))
        told = (hashed, sorted(self._there), icon)
        self._told = sha256(repr(told).encode()).digest()

    def digest(self, name: str) -> str:
        """Return what tells the content of a file, before it is made."""
        whole = sha256(self._told)
        whole.update(name.encode() + b"\0")
        whole.update(self._raw(name))
        return whole.hexdigest()

    def content(self, name: str) -> bytes:
        """Return a file as it is written on a disk."""
        raw = self._raw(name)
        if not name.endswith(_NAMING):
            return raw
        raw = self.plain(raw)
        return self._page(raw.decode(), name).encode() if name.endswith(".html") else raw

    def _raw(self, name: str) -> bytes:
        return self._added[name] if name in self._added else self._site[self._named[name]]

    def _page(self, text: str, name: str) -> str:
        up = "../" * name.count("/")
        head, ends, rest = _LINE_END.sub("", text).partition(_HEAD_ENDS)
        head = _ICON.sub(f'<link rel="icon" href="{up}{ICON}">', _OF_NO_USE.sub("", head))
        text = head + ends + rest
        text = text.replace(_NAMESPACE, "").replace("&#39;", "'")
        exists, folder = self._there.__contains__, posixpath.dirname(name)
        return _LINK.sub(partial(_completed, folder=folder, up=up, exists=exists), text)


def _plain_names(hashed: Iterable[str]) -> Callable[[bytes], bytes]:
    """Return what gives assets plain names wherever they are told: a disk has no cache."""
    known = {match[0] for name in hashed if (match := _HASH.search(name.encode()))}
    return lambda text: _HASH.sub(lambda match: b"." if match[0] in known else match[0], text)


def is_read(name: str) -> bool:
    """Tell whether a file of the site is for its readers and mediators."""
    return not _LEFT_OUT.fullmatch(name)


def _completed(link: re.Match[str], folder: str, up: str, exists: Callable[[str], bool]) -> str:
    """Return a link to a file that is there, or to the page that says that it is not.

    The page is in ``folder``; ``up`` leads from there to the root of the site.
    """
    before, way, after = link.groups()
    if way.endswith("/"):
        way += "index.html"
    # Nearly all go by the root: to go down to the page to come back takes three times longer.
    file = way[len(up) :] if way.startswith(up) else posixpath.join(folder, way)
    return before + (way + after if exists(posixpath.normpath(file)) else f'{up}{ABSENT}"')


def opening(page: str) -> str:
    """Return the page to open, written for the root of a site, as it stands beside that site."""
    return page.replace('./"', f'{INSIDE}index.html"').replace('"./', f'"{INSIDE}')
