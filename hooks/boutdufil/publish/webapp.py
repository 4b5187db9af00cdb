"""The site as an application: what a browser installs, keeps, and renews in one go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from boutdufil.pages.offline import ADDRESS as OFFLINE
from boutdufil.publish.archive import is_read
from boutdufil.publish.publication import Publication
from boutdufil.publish.sign import ICON, PICTURES
from boutdufil.publish.whole import Seal

WORKER, MANIFEST, LIST = "sw.js", "fil.webmanifest", "hors-ligne.json"
ICONS = {**PICTURES, ICON: "any"}
"""Their sizes, by logical name."""
CORE = (
    *("head.js", "site.js", "comfort.js", "keep.js"),
    *("site.css", "comfort.css", "keep.css", "print.css"),
)
"""What the page shown without a connection is made of; letters grow there too."""
HASH = 10
"""Signs of a hash that the service worker compares: as many as the names of assets have."""


def web_app(
    publication: Publication, seals: Mapping[str, Seal], worker: bytes, version: str
) -> Iterator[tuple[str, bytes]]:
    """Yield what makes the site installable, by address; ``seals`` are those of all the rest."""
    yield MANIFEST, _manifest(publication).encode()
    wanted = [[name.removesuffix("index.html"), seals[name].digest[:HASH]] for name in kept(seals)]
    listed = json.dumps({"version": version, "fichiers": wanted}, separators=(",", ":"))
    yield LIST, (listed + "\n").encode()
    core = [OFFLINE, *(publication.assets[name].address for name in CORE)]
    first = f"var VERSION={json.dumps(version)},CORE={json.dumps(core, separators=(',', ':'))};\n"
    yield WORKER, first.encode() + worker + b"\n"


def kept(files: Iterable[str]) -> list[str]:
    """Return what of a site is kept as a whole: what is read, and the page that tells of it."""
    page = f"{OFFLINE}index.html"
    return sorted(
        name for name in files if (is_read(name) and not name.endswith(".zip")) or name == page
    )


def _manifest(publication: Publication) -> str:
    """Return what a browser reads of an application (https://www.w3.org/TR/appmanifest/)."""
    published, organisation = publication.published, publication.surroundings.organisation
    icons = [
        {"src": publication.assets[name].address, "sizes": sizes, "purpose": "any maskable"}
        for name, sizes in ICONS.items()
        if name in publication.assets
    ]
    manifest = {
        "name": published.name,
        "short_name": published.name,
        "lang": organisation.language,
        "start_url": "./",
        "scope": "./",
        # With a way back: not everybody knows the gesture for it.
        "display": "minimal-ui",
        "background_color": organisation.sign.paper,
        "theme_color": organisation.sign.action,
        "icons": icons,
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
