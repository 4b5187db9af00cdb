"""What the package has to offer a new base: its words, and the front matter of what it may keep.

Bodies are not read: a choice asks for nothing of them, and reading them takes half a minute.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.diagnosis.declaration import DIAGNOSIS
from boutdufil.kinds.diagnosis.values import FOLDER as DIAGNOSES
from boutdufil.kinds.diagnosis.values import DiagnosisEntry
from boutdufil.kinds.page.declaration import HOME, HOME_FILE
from boutdufil.kinds.page.values import Home
from boutdufil.kinds.path.declaration import PATH
from boutdufil.kinds.path.values import FOLDER as PATHS
from boutdufil.kinds.path.values import PathEntry
from boutdufil.kinds.reading import open_file
from boutdufil.kinds.taxonomy.reading import read_taxonomy
from boutdufil.kinds.tutorial.declaration import TUTORIAL
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.kinds.tutorial.values import FrontMatter, reference_of
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.collection import Record
from boutdufil.source.disk import everything

T = TypeVar("T")


@dataclass(frozen=True)
class Ours:
    """The content of the package, in ``folder``, as it is on ``today``."""

    folder: Path
    today: date

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, by its path."""
        return frozenset(path for path, is_ordinary in everything(self.folder) if is_ordinary)

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """Its audiences, its themes, its devices."""
        return read_taxonomy(self.raw(TAXONOMY_FILE), TAXONOMY_FILE, self.today)[0]

    @cached_property
    def tutorials(self) -> Mapping[str, FrontMatter]:
        """The tutorials that are finished, by reference, in the order of their numbers."""
        found = {reference_of(path): front for path, front in self._fronts(TUTORIALS, TUTORIAL)}
        finished = {name: front for name, front in found.items() if not front.draft}
        return dict(sorted(finished.items(), key=lambda each: int(each[1].number)))

    @cached_property
    def paths(self) -> Mapping[str, PathEntry]:
        """The paths, by file."""
        return dict(self._fronts(PATHS, PATH))

    @cached_property
    def diagnoses(self) -> Mapping[str, DiagnosisEntry]:
        """The diagnoses, by file."""
        return dict(self._fronts(DIAGNOSES, DIAGNOSIS))

    @cached_property
    def home(self) -> Home:
        """What the home page puts forward."""
        return self._front(HOME_FILE, HOME) or Home(title="")

    def raw(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return (self.folder / path).read_bytes()

    def text(self, path: str) -> str:
        """Return what a file says, its lines ending as ours do wherever it was unpacked."""
        return self.raw(path).decode().replace("\r\n", "\n")

    def _fronts(self, folder: str, record: Record[T]) -> Iterator[tuple[str, T]]:
        for path in sorted(self.files):
            if path.startswith(f"{folder}/") and (front := self._front(path, record)) is not None:
                yield path, front

    def _front(self, path: str, record: Record[T]) -> T | None:
        opened = open_file(self.raw(path), record, Report(path), self._reader, self.today)
        return opened.entry if opened else None

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.taxonomy)
