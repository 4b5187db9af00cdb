"""Sheets, scripts and fonts, named by their content: a browser keeps them as long as it likes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import rjsmin

_EMPTY = re.compile(rb"(--[\w-]+):(?=[;}])")
"""``--dark:;`` or ``--dark:}``, which old browsers refuse: to them, a space is the least value."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to publish at ``address``."""

    address: str
    content: bytes


def gather(folder: Path) -> Mapping[str, Asset]:
    """Return the assets of ``folder`` by logical name.

    Each folder of ``css/`` is one style sheet: its files, one a component, joined in the order of
    their names. Each file of ``js/`` is one script, loaded by the pages that have its feature; so
    is each of its folders, joined in the same way. What a file says to its own readers stays in
    the source, as do its margins. A sheet names a font of ``fonts/`` as it is called
    there: what is published lies beside the sheet.
    """
    assets = {font.name: hashed(font.name, font.read_bytes()) for font in _fonts(folder)}
    addresses = {
        f'url("{name}")'.encode(): f'url("{Path(font.address).name}")'.encode()
        for name, font in assets.items()
    }
    for kind in ("css", "js"):
        for group in sorted((folder / kind).iterdir()):
            files = sorted(group.glob(f"*.{kind}")) if group.is_dir() else []
            if files:
                content = b"\n".join(minified(file) for file in files) + b"\n"
                for written, published in addresses.items():
                    content = content.replace(written, published)
                assets[f"{group.name}.{kind}"] = hashed(f"{group.name}.{kind}", content)
    for icon in sorted((folder / "icons").glob("icone*")):
        assets[icon.name] = hashed(icon.name, icon.read_bytes())
    for script in sorted((folder / "js").glob("*.js")):
        assets[script.name] = hashed(script.name, minified(script) + b"\n")
    return assets


def minified(file: Path) -> bytes:
    """Return what a browser needs of a file: neither its remarks nor its margins."""
    if file.suffix == ".js":
        script: bytes = rjsmin.jsmin(file.read_bytes())
        return script.strip()
    sheet: bytes = rcssmin.cssmin(file.read_bytes())
    return _EMPTY.sub(rb"\1: ", sheet).strip()


def _fonts(folder: Path) -> list[Path]:
    return sorted((folder / "fonts").glob("*.woff2"))


def hashed(name: str, content: bytes) -> Asset:
    """Return an asset whose name changes with its content."""
    stem, _, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(f"assets/{stem}.{digest}.{suffix}", content)
