"""The files of a base as they stand: found whatever the case of their names, read as they are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from boutdufil.kinds.tutorial.numbers import NUMBERED, written_number
from boutdufil.source.disk import everything, is_reached, read_ordinary
from boutdufil.tools.starting.folder import CONTENT
from boutdufil.tools.updating.received import MOST_BYTES

NOT_A_FILE = b"\0"
"""Stands for a link, a folder: it is like no file, and nothing is joined to it nor replaces it."""


class Standing:
    """A base: its folder ``root``, and within it that of its ``content``."""

    def __init__(self, root: Path, content: str = CONTENT) -> None:
        self.root = root
        self.content = content
        self._names: dict[Path, Mapping[str, str]] = {}

    def place(self, path: str) -> str:
        """Return where a file of the package stands here, as it is named on this disk.

        ``README.md`` may be there as ``Readme.md``: on many a disk, they are one file.
        """
        first, slash, rest = path.partition("/")
        parts = (f"{self.content}/{rest}" if first == CONTENT and slash else path).split("/")
        folder, named = self.root, []
        for part in parts:
            known = self._listed(folder)
            named.append(part if part in known.values() else known.get(part.casefold(), part))
            folder /= named[-1]
        return "/".join(named)

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file of the package as it stands here, None when it does not."""
        place = self.place(path)
        if not is_reached(self.root, place):
            return NOT_A_FILE
        raw = read_ordinary(self.root, place, MOST_BYTES)
        return raw if raw is not None or not os.path.lexists(self.root / place) else NOT_A_FILE

    def holder(self, number: int) -> str | None:
        """Return the file of the content that answers to a number, if there is one."""
        return self._holders.get(number)

    @cached_property
    def _holders(self) -> Mapping[int, str]:
        return {number: path for path, number in self._numbered()}

    def _numbered(self) -> Iterator[tuple[str, int]]:
        folder = self.root / self.content
        for path, is_ordinary in everything(folder):
            if is_ordinary and path.startswith(NUMBERED) and path.endswith(".md"):
                number = written_number(read_ordinary(folder, path) or b"")
                if number is not None:
                    yield f"{self.content}/{path}", number

    def _listed(self, folder: Path) -> Mapping[str, str]:
        """Return the names that a folder holds, by what they are whatever their case."""
        if folder not in self._names:
            try:
                self._names[folder] = {each.name.casefold(): each.name for each in folder.iterdir()}
            except OSError:
                self._names[folder] = {}
        return self._names[folder]
