"""The whole content folder, read at once; a file that has not changed is not read twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from boutdufil.kinds.declaration import (
    STATEMENT,
    STATEMENT_FILE,
    SYNONYMS,
    SYNONYMS_FILE,
    TAXONOMY_FILE,
    Home,
)
from boutdufil.kinds.documents import (
    Document,
    WrittenPage,
    read_data,
    read_page,
    read_taxonomy,
    read_term,
    read_tutorial,
)
from boutdufil.kinds.references.declaration import (
    NUMBERS,
    NUMBERS_FILE,
    REVIEW,
    REVIEW_FILE,
    Numbers,
)
from boutdufil.kinds.references.values import References
from boutdufil.kinds.statement.values import Statement
from boutdufil.kinds.synonyms.values import Synonyms
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.numbers import written_numbers
from boutdufil.kinds.tutorial.values import FOLDER, Tutorial
from boutdufil.language.text import closest
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.shape import Shape
from boutdufil.source.text_file import decode

T = TypeVar("T")

TUTORIALS = FOLDER
GLOSSARY = "glossaire"
PARALLEL_FROM = 200
"""Files to read below which starting processes costs more than it saves (half a second)."""
CHUNK = 20
READERS: Mapping[str, Callable[[bytes, str, Reader, date], Document]] = {
    TUTORIALS: read_tutorial,
    GLOSSARY: read_term,
}
"""How the files of a folder are read; the others are pages written by hand."""


@dataclass(frozen=True)
class Content:
    """All that was read, right or wrong."""

    taxonomy: Taxonomy
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = ()
    synonyms: Synonyms = field(default_factory=Synonyms)
    statement: Statement = field(default_factory=Statement)
    today: date = date.max
    """The day of the reading."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """What each Markdown file says, by its path, the unreadable ones left out."""
    references: References = field(default_factory=References)
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The number that each tutorial asks for, by its path, the unreadable ones included."""

    @property
    def tutorials(self) -> tuple[Tutorial, ...]:
        """The tutorials that could be read, drafts included."""
        return tuple(document.tutorial for document in self.documents if document.tutorial)

    @property
    def pages(self) -> tuple[WrittenPage, ...]:
        """The pages written by hand that could be read, the home page included."""
        return tuple(document.page for document in self.documents if document.page)

    @property
    def home(self) -> Home:
        """What the home page puts forward."""
        entries = (page.entry for page in self.pages if isinstance(page.entry, Home))
        return next(entries, Home())

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
        paths, strangers = self._files()
        if findings:
            # Without its words, every tutorial would be wrong as well: mend this file first.
            written = [path for path in paths if path.split("/")[0] not in READERS]
            raws = {path: self._bytes(self.root / path) for path in written}
            documents = tuple(self._read_all(written, raws, today))
            return Content(taxonomy, documents, findings, today=today)
        raws = {path: self._bytes(self.root / path) for path in paths}
        fresh = [
            path for path in paths if path not in self._known or self._known[path][0] != raws[path]
        ]
        read = dict(zip(fresh, self._read_all(fresh, raws, today), strict=True))
        self._known = {
            path: (raws[path], read[path]) if path in read else self._known[path] for path in paths
        }
        documents = tuple(document for _raw, document in self._known.values())
        synonyms, wrong = self._data(SYNONYMS_FILE, SYNONYMS, Synonyms(), today)
        statement, misdeclared = self._data(STATEMENT_FILE, STATEMENT, Statement(), today)
        numbers, misdialled = self._data(NUMBERS_FILE, NUMBERS, Numbers(), today)
        references, unclear = self._data(REVIEW_FILE, REVIEW, References(), today)
        return Content(
            taxonomy,
            documents,
            (
                *(found for document in documents for found in document.findings),
                *wrong,
                *misdeclared,
                *misdialled,
                *unclear,
                *(_stranger(path) for path in strangers),
            ),
            synonyms,
            statement,
            today,
            {path: text for path in paths if (text := decode(raws[path], Report(path)))},
            replace(references, numbers=numbers.numbers),
            written_numbers(raws),
        )

    def _data(
        self, name: str, shape: Shape[T], absent: T, today: date
    ) -> tuple[T, tuple[Finding, ...]]:
        read, findings = read_data(self._bytes(self.root / name), name, shape, today)
        return read or absent, findings

    def _files(self) -> tuple[list[str], list[str]]:
        """Return the Markdown files, and those that nobody knows how to publish."""
        known: list[str] = []
        strangers: list[str] = []
        for file in sorted(self.root.rglob("*")):
            path = file.relative_to(self.root).as_posix()
            if file.is_symlink():
                strangers.append(path)
            elif file.is_file() and not any(part.startswith(".") for part in path.split("/")):
                if file.suffix == ".md":
                    known.append(path)
                elif not _is_data(path):
                    strangers.append(path)
        return known, strangers

    def _read_all(
        self, paths: Sequence[str], raws: Mapping[str, bytes], today: date
    ) -> Iterable[Document]:
        """Read files, on every core when there are enough of them to be worth it."""
        if len(paths) < PARALLEL_FROM:
            return [_read(self._reader, path, raws[path], today) for path in paths]
        # Spawned, not forked: the preview has threads, which a fork would leave locked.
        with ProcessPoolExecutor(
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(self._reader.taxonomy,),
        ) as pool:
            contents = [raws[path] for path in paths]
            return list(pool.map(_read_apart, paths, contents, repeat(today), chunksize=CHUNK))

    @staticmethod
    def _bytes(file: Path) -> bytes:
        return file.read_bytes() if file.is_file() else b""


_DATA_FILES = (TAXONOMY_FILE, SYNONYMS_FILE, STATEMENT_FILE, NUMBERS_FILE, REVIEW_FILE)
_DATA_FOLDERS = ("contribuer/codes", "contribuer/ecrans")


def _is_data(path: str) -> bool:
    """Tell whether a file that is not Markdown is one that is read."""
    folder, _slash, name = path.rpartition("/")
    return path in _DATA_FILES or (folder in _DATA_FOLDERS and name.endswith(".yml"))


def _stranger(path: str) -> Finding:
    near = closest(path.rpartition("/")[2], _DATA_FILES)
    return Finding(
        path,
        1,
        1,
        Code.MISPLACED_FILE,
        "ce fichier n’a rien à faire dans le contenu",
        path,
        "des fiches et des pages en Markdown, dont le nom finit par .md",
        f"vouliez-vous dire « {near} » ?"
        if near
        else "retirez-le ; un écran se décrit avec des mots, dans un bloc « ecran »",
    )


def _read(reader: Reader, path: str, raw: bytes, today: date) -> Document:
    read = READERS.get(path.split("/")[0], read_page)
    return read(raw, path, reader, today)


_apart: list[Reader] = []


def _begin(taxonomy: Taxonomy) -> None:
    """Build the reader of a process once for all the files that it reads."""
    _apart.append(Reader(taxonomy))


def _read_apart(path: str, raw: bytes, today: date) -> Document:
    return _read(_apart[-1], path, raw, today)
