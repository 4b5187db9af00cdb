"""The whole content folder, read at once; a file that has not changed is not read twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Finding
from boutdufil.model.glossary import Term
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.model.tutorial import Tutorial
from boutdufil.sources.declaration import TAXONOMY_FILE, Home
from boutdufil.sources.documents import (
    Document,
    read_home,
    read_taxonomy,
    read_term,
    read_tutorial,
)

TUTORIALS = "tutoriels"
GLOSSARY = "glossaire"
HOME_FILE = "index.md"


@dataclass(frozen=True)
class Content:
    """All that was read. ``pages`` are the paths of the pages written by hand."""

    taxonomy: Taxonomy
    documents: tuple[Document, ...]
    home: Home = field(default_factory=Home)
    pages: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    @property
    def tutorials(self) -> tuple[Tutorial, ...]:
        """The tutorials that could be read, drafts included."""
        return tuple(document.tutorial for document in self.documents if document.tutorial)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that could be read."""
        return tuple(document.term for document in self.documents if document.term)


class ContentReader:
    """Reads a content folder, again and again, and remembers each file by its bytes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[str, tuple[bytes, Document]] = {}
        self._conditions: tuple[bytes, date] | None = None
        self._reader = Reader(Taxonomy())

    def read(self, today: date) -> Content:
        """Read the folder as it is now; a date after ``today`` is in the future."""
        raw_taxonomy = self._bytes(self.root / TAXONOMY_FILE)
        taxonomy, findings = read_taxonomy(raw_taxonomy, TAXONOMY_FILE, today)
        if self._conditions != (raw_taxonomy, today):
            self._conditions = (raw_taxonomy, today)
            self._known.clear()
            self._reader = Reader(taxonomy)
        if findings:
            # Without its words, every tutorial would be wrong as well: mend this file first.
            return Content(taxonomy, (), findings=findings)
        tutorials = self._documents(TUTORIALS, read_tutorial, today)
        terms = self._documents(GLOSSARY, read_term, today)
        home, home_findings = read_home(
            self._bytes(self.root / HOME_FILE), HOME_FILE, taxonomy, today
        )
        documents = (*tutorials, *terms)
        paths = {document.path for document in documents}
        self._known = {path: known for path, known in self._known.items() if path in paths}
        return Content(
            taxonomy,
            documents,
            home,
            frozenset(self._paths(self.root.rglob("*.md"))) - paths,
            (*home_findings, *(found for document in documents for found in document.findings)),
        )

    def _documents(
        self,
        folder: str,
        read: Callable[[bytes, str, Reader, date], Document],
        today: date,
    ) -> list[Document]:
        documents = []
        for path in sorted(self._paths((self.root / folder).rglob("*.md"))):
            raw = self._bytes(self.root / path)
            known = self._known.get(path)
            if known is None or known[0] != raw:
                known = (raw, read(raw, path, self._reader, today))
                self._known[path] = known
            documents.append(known[1])
        return documents

    def _paths(self, files: Iterable[Path]) -> list[str]:
        return [file.relative_to(self.root).as_posix() for file in files]

    @staticmethod
    def _bytes(file: Path) -> bytes:
        return file.read_bytes() if file.is_file() else b""
