"""The site on a USB stick: one zip, to be opened out and read from the disk, scripts or not.

Each link says ``index.html``, which a host adds and a disk does not. What is only for programs, for
hosts or for those who write stays on the site; a link to it leads to a page that says so.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from hashlib import sha256
from urllib.parse import unquote

import deflate

from boutdufil.publish.zipped import zipped

LEVEL = 12
"""The most that libdeflate can: a content is compressed once."""
INSIDE = "site/"
"""Beside it, in the zip, one file alone: the one to open."""
DOOR = "ouvrez-moi.html"
ABSENT = "absente.html"
_LEFT_OUT = re.compile(
    r"(?:api|hebergement|contribuer|hors-ligne|livret)/.*|_headers|404\.html|.*\.xml"
    r"|etat\.json|badge\.svg|sbom\.cdx\.json"
    r"|tutoriels/[\w-]+/[\w-]+/fiche\.js|themes/[\w-]+/livret/.*"
    r"|assets/(?:board|booklet|codes|map|my-booklet|propose|propose-data)\.[0-9a-f]+\.\w+"
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
_OF_NO_USE = re.compile(
    r'<meta name="(?:description|theme-color|referrer)" [^>]*>\n?'
    r"|(?:; (?:connect|manifest|worker)-src 'self')+"
    r'| xmlns="http://www\.w3\.org/2000/svg"'
    r'|<link rel="(?:canonical|alternate)" [^>]*>\n'
    r"|\n(?=</?(?:meta|link|script|div|section|header|footer|main|nav|h[1-6]|p|figure|form)\b)"
)
"""What a disk has no use for, and the end of a line before what begins one anyway; not ``\\n<li>``,
whose space may show."""
_COMFORT = re.compile(r'<dialog class="fil-comfort".*?</dialog>', re.DOTALL)
"""The panel of comfort, the same on every page, and of use with a script only."""
_SITE_SCRIPT = "assets/site.js"
# ``assets/a.0123456789.js``; not ``assets/search/t0.012345.js``, a shard, which a script names.
_ASSET = re.compile(r"assets/[\w-]+\.[0-9a-f]{10}\.\w+")
_HASH = re.compile(r"\.[0-9a-f]{10}\.")
_NAMING = (".html", ".css", ".js")
"""The files that name others."""
_PUT_BACK = (
    '(function(){{"use strict";if(!window.DOMParser)return;'
    'var panel=new DOMParser().parseFromString({panel},"text/html").querySelector("dialog");'
    "if(panel)document.body.appendChild(panel);}})();\n"
)
"""What gives it back to the page, before the script that opens it: half a kilobyte a page less."""

Deflated = Mapping[str, bytes]
"""What a content becomes once compressed, by the hash of that content."""


def archived(
    site: Mapping[str, bytes], absent: str, door: str, before: Deflated
) -> tuple[bytes, Deflated]:
    """Return the zip of ``site``, and what was compressed for it: the next one may use it.

    ``absent`` is the page of what is left out; ``door``, the one to open, outside of the rest.
    """
    files = offline({**site, ABSENT: absent.encode()})
    named = {
        DOOR: _plain_names(site)(door.encode()),
        **{INSIDE + name: files[name] for name in sorted(files)},
    }
    hashes = {name: sha256(content).hexdigest() for name, content in named.items()}
    done = {
        digest: before.get(digest) or bytes(deflate.deflate_compress(named[name], LEVEL))
        for name, digest in hashes.items()
    }
    whole = zipped((name, content, done[hashes[name]]) for name, content in named.items())
    return whole, done


def offline(site: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return what of a site is read from a disk, as it is written there."""
    plain = _plain_names(site)
    kept = {
        plain(name.encode()).decode(): plain(raw) if name.endswith(_NAMING) else raw
        for name, raw in site.items()
        if is_read(name)
    }
    pages = {name: raw.decode() for name, raw in kept.items() if name.endswith(".html")}
    icons = [unquote(found[1]) for text in pages.values() if (found := _ICON.search(text))]
    panels = {found[0] for text in pages.values() if (found := _COMFORT.search(text))}
    written = {name: _on_disk(text, name, kept) for name, text in pages.items()}
    # Two panels would have to be told apart: there is one, or it stays where it is.
    if len(panels) == 1:
        put_back = _PUT_BACK.format(panel=json.dumps(*panels, ensure_ascii=True)).encode()
        written = {name: _COMFORT.sub("", text) for name, text in written.items()}
        if _SITE_SCRIPT in kept:
            kept[_SITE_SCRIPT] = put_back + kept[_SITE_SCRIPT]
    drawn = {ICON: icons[0].encode()} if icons else {}
    return {**kept, **drawn, **{name: text.encode() for name, text in written.items()}}


def _plain_names(site: Iterable[str]) -> Callable[[bytes], bytes]:
    """Return what gives assets plain names wherever they are told: a disk has no cache."""
    hashed = [posixpath.basename(name) for name in site if _ASSET.fullmatch(name)]
    plain = {name.encode(): _HASH.sub(".", name).encode() for name in hashed}
    told = re.compile(b"|".join(map(re.escape, plain)) or b"(?!)")
    return lambda text: told.sub(lambda match: plain[match[0]], text)


def is_read(name: str) -> bool:
    """Tell whether a file of the site is for its readers and mediators."""
    return not _LEFT_OUT.fullmatch(name)


def _on_disk(text: str, page: str, kept: Mapping[str, bytes]) -> str:
    text = _OF_NO_USE.sub("", text).replace("&#39;", "'")
    text = _LINK.sub(partial(_completed, page=page, exists=kept.__contains__), text)
    return _ICON.sub(f'<link rel="icon" href="{"../" * page.count("/")}{ICON}">', text)


def _completed(link: re.Match[str], page: str, exists: Callable[[str], bool]) -> str:
    """Return a link to a file that is there, or to the page that says that it is not."""
    way = link["way"] + ("index.html" if link["way"].endswith("/") else "")
    folder = posixpath.dirname(page)
    if exists(posixpath.normpath(posixpath.join(folder, way))):
        return link["before"] + way + link["after"]
    return link["before"] + "../" * page.count("/") + ABSENT + '"'


def opening(page: str) -> str:
    """Return the page to open, written for the root of a site, as it stands beside that site."""
    return page.replace('./"', f'{INSIDE}index.html"').replace('"./', f'"{INSIDE}')
