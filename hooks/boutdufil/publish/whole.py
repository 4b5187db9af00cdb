"""A site as files: what is known once every file of it is written, and not before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

LENGTH = 16
"""Signs of a version: two sites do not share one by chance."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What tells a file from any other: its length in bytes, and its hash (SHA-256)."""

    length: int
    digest: str


class Folder(Mapping[str, bytes]):
    """The files of a site by their addresses, in one order on every machine.

    Each is read when it is asked for: a site of ten thousand tutorials is not held in memory.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        found = (file for file in root.rglob("*") if file.is_file())
        self._names = dict.fromkeys(sorted(file.relative_to(root).as_posix() for file in found))

    def __getitem__(self, address: str) -> bytes:
        """Return what a file holds; raises KeyError when there is none."""
        if address not in self._names:
            raise KeyError(address)
        return (self._root / address).read_bytes()

    def __contains__(self, address: object) -> bool:
        """Tell whether there is such a file, without reading it."""
        return address in self._names

    def __iter__(self) -> Iterator[str]:
        """Yield the addresses, in the order of their letters."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._names)

    def write(self, address: str, parts: Iterable[bytes]) -> None:
        """Write a file part after part. Addresses keep the order they had."""
        file = self._root / address
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as written:
            written.writelines(parts)
        self._names[address] = None

    def seal(self, address: str) -> Seal:
        """Return the seal of a file, whatever its size."""
        with (self._root / address).open("rb") as read:
            digest = file_digest(read, sha256).hexdigest()
            return Seal(read.tell(), digest)


def seal(content: bytes) -> Seal:
    """Return the seal of a file that holds ``content``."""
    return Seal(len(content), sha256(content).hexdigest())


def version_of(seals: Mapping[str, Seal]) -> str:
    """Return what changes when a byte of the site does, or the name of one of its files."""
    whole = sha256()
    for name, each in sorted(seals.items()):
        whole.update(f"{name}\0{each.digest}\0".encode())
    return whole.hexdigest()[:LENGTH]
