"""Sheets, scripts and fonts, named by their content: a browser keeps them as long as it likes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import rcssmin

from boutdufil.publish.scripts import shortened
from boutdufil.store import Store

_EMPTY = re.compile(rb"(--[\w-]+):(?=[;}])")
"""``--dark:;`` or ``--dark:}``, which old browsers refuse: to them, a space is the least value."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to publish at ``address``."""

    address: str
    content: bytes


def gather(*folders: Path, store: Store | None = None) -> Mapping[str, Asset]:
    """Return the assets of ``folders`` by logical name; of two at one place, that of the first.

    Each folder of ``css/`` is one style sheet: its files, one a component, joined in the order of
    their names. Each file of ``js/`` is one script, loaded by the pages that have its feature; so
    is each of its folders, joined in the same way. What a file says to its own readers stays in
    the source, as do its margins. A sheet names a font of ``fonts/`` as it is called
    there: what is published lies beside the sheet. ``store`` remembers what was made shorter.
    """
    files = _laid(folders)
    assets = {
        file.name: hashed(file.name, file.read_bytes())
        for place, file in files.items()
        if place.match("fonts/*.woff2")
    }
    addresses = {
        f'url("{name}")'.encode(): f'url("{Path(font.address).name}")'.encode()
        for name, font in assets.items()
    }
    for name, parts in _groups(files).items():
        content = b"\n".join(minified(file, store) for file in parts) + b"\n"
        for written, published in addresses.items():
            content = content.replace(written, published)
        assets[name] = hashed(name, content)
    for place, file in files.items():
        if place.match("icons/icone*"):
            assets[file.name] = hashed(file.name, file.read_bytes())
    for place, file in files.items():
        if len(place.parts) == 2 and place.match("js/*.js"):
            assets[file.name] = hashed(file.name, minified(file, store) + b"\n")
    return assets


def _laid(folders: Sequence[Path]) -> Mapping[PurePosixPath, Path]:
    """Return the files of ``folders`` by their place in them, in the order of the places."""
    files = {
        PurePosixPath(file.relative_to(folder).as_posix()): file
        for folder in reversed(folders)
        for file in folder.rglob("*")
        if file.is_file()
    }
    return dict(sorted(files.items()))


def _groups(files: Mapping[PurePosixPath, Path]) -> Mapping[str, list[Path]]:
    """Return the parts of each sheet or script that is a folder, by its logical name."""
    groups: dict[str, list[Path]] = {}
    for place, file in files.items():
        if len(place.parts) == 3 and place.suffix in {".css", ".js"}:
            kind, group, _name = place.parts
            if place.suffix == f".{kind}":
                groups.setdefault(f"{group}.{kind}", []).append(file)
    return groups


def minified(file: Path, store: Store | None = None) -> bytes:
    """Return what a browser needs of a file: neither its remarks nor its margins."""
    if file.suffix == ".js":
        return shortened(file.read_bytes(), store)
    sheet: bytes = rcssmin.cssmin(file.read_bytes())
    return _EMPTY.sub(rb"\1: ", sheet).strip()


def hashed(name: str, content: bytes) -> Asset:
    """Return an asset whose name changes with its content."""
    stem, _, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(f"assets/{stem}.{digest}.{suffix}", content)
