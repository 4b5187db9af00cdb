"""The text of a page, made once from all that its template receives, and remembered by it.

The addresses of assets carry a hash, and change with a word of the search: a page that is
remembered under another address of an asset is the same page, with the new address put in.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from boutdufil.store import Store


@dataclass(frozen=True, slots=True)
class _Made:
    """A page, and the addresses of the assets that it asked for; None: there was none."""

    text: str
    taken: Mapping[str, str | None]


class _Noted(Mapping[str, str]):
    """Addresses of assets, that notes which are asked for."""

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self._addresses = addresses
        self.taken: dict[str, str | None] = {}

    def __getitem__(self, name: str) -> str:
        self.taken[name] = self._addresses.get(name)
        return self._addresses[name]

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a template names the assets that it wants")

    def __len__(self) -> int:
        return len(self._addresses)


def remembered(
    make: Callable[[Mapping[str, str]], str],
    addresses: Mapping[str, str],
    parts: Sequence[bytes],
    store: Store | None,
) -> str:
    """Return the text that ``make`` makes of the ``addresses`` of assets, by logical name.

    ``parts`` is all the rest that it is made of.
    """
    if store is None:
        return make(addresses)
    known = store.recall(parts)
    if isinstance(known, _Made) and _same_names(known, addresses):
        return _readdressed(known, addresses)
    noted = _Noted(addresses)
    text = make(noted)
    store.keep(parts, _Made(text, noted.taken))
    return text


def _same_names(known: _Made, addresses: Mapping[str, str]) -> bool:
    return all((old is None) == (name not in addresses) for name, old in known.taken.items())


def _readdressed(known: _Made, addresses: Mapping[str, str]) -> str:
    text = known.text
    for name, old in known.taken.items():
        if old is not None and old != addresses[name]:
            text = text.replace(old, addresses[name])
    return text


def digest(*values: object) -> bytes:
    """Return what tells these values from any others.

    Equal values that share their parts otherwise may have two digests, and be made twice.
    """
    return sha256(pickle.dumps(values, protocol=5)).digest()


def templates_digest(folder: Path) -> bytes:
    """Return what changes when a template of ``folder`` does, or a drawing that it puts in."""
    whole = sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".html", ".svg"}:
            whole.update(file.relative_to(folder).as_posix().encode() + b"\0")
            whole.update(file.read_bytes() + b"\0")
    return whole.digest()
