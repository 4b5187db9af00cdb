"""The text of a page, made once from all that its template receives, and remembered by it.

The addresses of assets carry a hash, and change with a word of the search: a page that is
remembered under another address of an asset is the same page, with the new address put in.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

from boutdufil.kinds.gesture.values import Gesture
from boutdufil.kinds.tutorial.values import Card, Tutorial
from boutdufil.model.script import Script
from boutdufil.pages.maps import Naming
from boutdufil.pages.page import Page
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


class Digests:
    """Tells values from one another; what many pages show is looked at once, and stands for itself.

    Equal values that share their parts otherwise may have two digests, and be made twice.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        """By their identity, and with them: what is held keeps its own."""

    def of(self, *values: object) -> bytes:
        """Return what tells these values from any others."""
        return self._told(values)

    def shared(self, value: object) -> bytes:
        """Return the digest of a value that many pages show."""
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, self._told(value, whole=True))
        return known[1]

    def _told(self, value: object, *, whole: bool = False) -> bytes:
        written = io.BytesIO()
        _Teller(written, self, value if whole else None).dump(value)
        return sha256(written.getbuffer()).digest()


@dataclass(frozen=True, slots=True)
class _Known:
    """Stands for a value that is told already."""

    digest: bytes


class _Teller(pickle.Pickler):
    """Writes a dataclass as its type and the values of its fields, and one that is shared once."""

    def __init__(self, written: io.BytesIO, digests: Digests, whole: object) -> None:
        super().__init__(written, protocol=5)
        self._digests = digests
        self._whole = whole

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401  # as pickle types it
        kind = type(value)
        if kind in _SHARED and value is not self._whole:
            return _Known, (self._digests.shared(value),)
        values = _values_of(kind)  # type: ignore[arg-type]  # a type is hashable
        return NotImplemented if values is None else (kind, values(value))


_SHARED = {Card, Gesture, Naming, Script, Tutorial}


@cache
def _values_of(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """Return what gives what tells a dataclass, its fields most often; None: it is none."""
    if not is_dataclass(kind):
        return None
    names = [each.name for each in fields(kind)]
    if issubclass(kind, Page) and kind.told_by:
        names = [*(name for name in names if name not in kind.made_of), *kind.told_by]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def digest(*values: object) -> bytes:
    """Return what tells these values from any others, on any machine."""
    return Digests().of(*values)


def templates_digest(folder: Path) -> bytes:
    """Return what changes when a template of ``folder`` does, or a drawing that it puts in."""
    whole = sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".html", ".svg"}:
            whole.update(file.relative_to(folder).as_posix().encode() + b"\0")
            whole.update(file.read_bytes() + b"\0")
    return whole.digest()
