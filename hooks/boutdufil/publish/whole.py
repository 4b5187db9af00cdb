"""A site as bytes: what is known once every file of it is written, and not before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

LENGTH = 16
"""Signs of a version: two sites do not share one by chance."""


def files_of(site: Path) -> Mapping[str, bytes]:
    """Return every file of a built site by its address, in one order on every machine."""
    found = ((file.relative_to(site).as_posix(), file) for file in site.rglob("*"))
    return {name: file.read_bytes() for name, file in sorted(found) if file.is_file()}


def version_of(files: Mapping[str, bytes]) -> str:
    """Return what changes when a byte of the site does, or the name of one of its files."""
    whole = sha256()
    for part in _parts(files.items()):
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()[:LENGTH]


def _parts(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    for name, content in sorted(files):
        yield name.encode()
        yield content
