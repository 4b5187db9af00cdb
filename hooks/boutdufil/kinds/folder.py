"""The content folder on the disk, read at once; a file that has not changed is not read twice.

Neither by the same reader, nor by another that has the same store.
"""

from __future__ import annotations

import gc
import os
import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent import futures
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import repeat
from pathlib import Path

from boutdufil import kinds as folders
from boutdufil.cores import can_fork, spread
from boutdufil.folded import Folded, Unfolding
from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.content import Content, Found
from boutdufil.kinds.document import Document
from boutdufil.kinds.registry import are_ours, claimed, form_of, kind_of, kinds
from boutdufil.kinds.taxonomy.reading import read_taxonomy
from boutdufil.kinds.tutorial.numbers import written_numbers
from boutdufil.language.numbering import NumberingPlan
from boutdufil.language.plans import FRANCE
from boutdufil.language.text import closest
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pickled import LEVEL
from boutdufil.source.disk import everything, read_ordinary
from boutdufil.source.text_file import decode, plain
from boutdufil.store import Store

PARALLEL_FROM = 400
"""Files to read below which starting processes that begin from nothing costs more than it saves."""
CHUNK = 20
_MARKDOWN = ".md"
_READ_WITHOUT_WORDS = "page"
"""The kind whose files make sense when the taxonomy does not."""
_READ_LAST = "tutorial"
"""The kind whose files are many, and judged by what all the others say."""
LookAtOne = Callable[[Document, str], Found]
"""From a file as it was read, and its text, what was found in it alone."""
Look = Callable[[Content], LookAtOne]
"""From all that tutorials are judged by, what looks at one as soon as it is read: its words are at
hand then, and would have to be unfolded, and cut, once more later."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was read, known by the hash of its bytes."""

    digest: bytes
    document: Document
    text: Folded[str] | None
    """What it says, when it is of Markdown and can be read at all."""
    number: int | None
    """The number that it asks for, right or wrong."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file, and the day when it was read: what holds that day holds every later one."""

    day: date
    file: _File


class ContentReader:
    """Reads a content folder, again and again, and remembers each file by its bytes."""

    def __init__(
        self, root: Path, store: Store | None = None, plan: NumberingPlan | None = FRANCE
    ) -> None:
        self.root = root
        self.plan = plan
        # What reads is in the key of what is kept, but for a kind that comes from elsewhere.
        self._store = store if are_ours() else None
        self._known: dict[str, _File] = {}
        self._conditions: tuple[bytes, date] | None = None
        self._reader = Reader(Taxonomy(), plan)

    def read(self, today: date, look: Look | None = None) -> Content:
        """Read the folder as it is now; a date after ``today`` is in the future.

        ``look`` says what to find in each tutorial that has to be read, in the process that does.
        """
        raw_taxonomy = self._bytes(TAXONOMY_FILE)
        taxonomy, findings = read_taxonomy(raw_taxonomy, TAXONOMY_FILE, today)
        if self._conditions != (raw_taxonomy, today):
            self._conditions = (raw_taxonomy, today)
            self._known.clear()
            self._reader = Reader(taxonomy, self.plan)
        found = _files(self.root)
        paths: Sequence[str] = found.known
        unusable = tuple(map(_unusable, found.unusable))
        if findings:
            # What is a link is not empty, as it seems.
            findings = unusable if TAXONOMY_FILE in found.unusable else (*findings, *unusable)
            # Without its words, every tutorial would be wrong as well: mend this file first.
            paths = [path for path in paths if kind_of(path).name == _READ_WITHOUT_WORDS]
        looked = self._remember(paths, today, look)
        if findings:
            documents = tuple(file.document for file in self._known.values())
            return Content(taxonomy, documents, findings, today, plan=self.plan)
        content = self._content(self._known, today)
        strangers = (*map(_stranger, found.strangers), *unusable)
        return replace(content, findings=(*content.findings, *strangers), looked_at=looked)

    def _content(self, known: Mapping[str, _File], today: date) -> Content:
        """Return what these files say."""
        documents = [file.document for file in known.values()]
        return Content(
            self._reader.taxonomy,
            tuple(each for each in documents if each.path.endswith(_MARKDOWN)),
            tuple(each for document in documents for each in document.findings),
            today,
            Unfolding({path: file.text for path, file in known.items() if file.text}),
            tuple(each for each in documents if not each.path.endswith(_MARKDOWN)),
            {path: file.number for path, file in known.items() if file.number is not None},
            self.plan,
        )

    def _remember(self, paths: Sequence[str], today: date, look: Look | None) -> Found:
        """Read what is new, and forget what is not there any more; return what ``look`` found."""
        known: dict[str, _File] = {}
        for path in paths:
            digest = sha256(self._bytes(path)).digest()
            before = self._known.get(path)
            if before and before.digest == digest:
                known[path] = before
            elif told := self._recalled(path, digest, today):
                known[path] = told
        unread = [path for path in paths if path not in known]
        first = [path for path in unread if kind_of(path).name != _READ_LAST]
        last = [path for path in unread if kind_of(path).name == _READ_LAST]
        for path, (file, _nothing) in zip(first, self._read_all(first, today), strict=True):
            known[path] = file
        at_one = look(self._content(known, today)) if look and last else None
        found: dict[str, tuple[Finding, ...]] = {}
        for path, (file, each) in zip(last, self._read_all(last, today, at_one), strict=True):
            known[path] = file
            found |= each
        if self._store and unread:
            self._store.tidy(len(paths))
        self._known = {path: known[path] for path in paths}
        return found

    def _recalled(self, path: str, digest: bytes, today: date) -> _File | None:
        """Return what was read on an earlier day, or today, from the same bytes.

        A clock set back may have put some of its dates in the future: it is read again.
        """
        told = self._store.recall(self._parts(path, digest)) if self._store else None
        return told.file if isinstance(told, _Kept) and told.day <= today else None

    def _kept(self, path: str, file: _File, today: date) -> _File:
        """Keep what holds from today on: a finding of most kinds may be of a date to come.

        Return it as it will be recalled: what is made of it, and remembered by it, is then the same
        at the next reading.
        """
        if self._store is None or (file.document.findings and not form_of(path).is_table):
            return file
        # Most of a file of Markdown is folded, and so compressed already.
        level = 0 if file.text else LEVEL
        self._store.keep(self._parts(path, file.digest), _Kept(today, file), level)
        return self._recalled(path, file.digest, today) or file

    def _parts(self, path: str, digest: bytes) -> tuple[bytes, ...]:
        assert self._conditions is not None
        country = self.plan.country if self.plan else ""
        return (os.fsencode(path), self._conditions[0], country.encode(), digest)

    def _read_all(
        self, paths: Sequence[str], today: date, look: LookAtOne | None = None
    ) -> Iterable[tuple[_File, Found]]:
        """Read files, on every core when there are enough of them to be worth it."""
        if len(paths) < PARALLEL_FROM or can_fork():
            yield from spread(partial(self._read, today, look), paths)
            return
        # A preview has threads: its helpers begin from nothing, and read the taxonomy again.
        from multiprocessing import get_context

        with futures.ProcessPoolExecutor(
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(self._reader.taxonomy, self.plan, list(folders.__path__)),
        ) as pool:
            contents = map(self._bytes, paths)
            read = pool.map(_read_apart, paths, contents, repeat(today), chunksize=CHUNK)
            for path, file in zip(paths, read, strict=True):
                yield self._kept(path, file, today), {}

    def _read(self, today: date, look: LookAtOne | None, path: str) -> tuple[_File, Found]:
        file = _file(self._reader, path, self._bytes(path), today)
        found = look(file.document, file.text.value if file.text else "") if look else {}
        return self._kept(path, file, today), found

    def _bytes(self, path: str) -> bytes:
        return read_ordinary(self.root, path, form_of(path).most_bytes) or b""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the folder holds: what a kind claims, what nobody reads, what is no ordinary file."""

    known: tuple[str, ...]
    strangers: tuple[str, ...]
    unusable: tuple[str, ...]


def _files(root: Path) -> _Found:
    known: list[str] = []
    strangers: list[str] = []
    unusable: list[str] = []
    for path, is_ordinary in everything(root):
        if not is_ordinary:
            unusable.append(path)
        elif not any(part.startswith(".") for part in path.split("/")):
            (known if claimed(path) else strangers).append(path)
    return _Found(tuple(known), tuple(strangers), tuple(unusable))


def _unusable(path: str) -> Finding:
    return Finding(
        path,
        1,
        1,
        Code.NOT_A_FILE,
        "ce n’est pas un fichier ordinaire, et il n’est pas ouvert",
        path,
        "un fichier du dossier, que l’on peut lire : ni lien, ni tuyau, ni périphérique",
        "remplacez-le par le fichier lui-même, ou retirez-le",
    )


def _stranger(path: str) -> Finding:
    files = [form.claim for kind in kinds() for form in kind.forms if "*" not in form.claim]
    near = closest(path, files)
    # « photo.md.txt »: an editor added an end of its own, which the computer may hide.
    whole, dot, added = path.rpartition(".")
    hint = "retirez-le ; un écran se décrit avec des mots, dans un bloc « ecran »"
    if dot and claimed(whole):
        hint = f"renommez-le sans « .{added} » à la fin : {posixpath.basename(whole)}"
    elif near:
        hint = f"vouliez-vous dire « {near} » ?"
    return Finding(
        path,
        1,
        1,
        Code.MISPLACED_FILE,
        "ce fichier n’a rien à faire dans le contenu",
        path,
        "des fiches et des pages en Markdown, dont le nom finit par .md",
        hint,
    )


def _file(reader: Reader, path: str, raw: bytes, today: date) -> _File:
    document = _read(reader, path, raw, today)
    text = None
    if path.endswith(_MARKDOWN):
        # What was read without a word against it is a text, and within its bounds.
        text = decode(raw, Report(path)) if document.findings else plain(raw)
    said = Folded(text) if text else None
    return _File(sha256(raw).digest(), document, said, written_numbers({path: raw}).get(path))


def _read(reader: Reader, path: str, raw: bytes, today: date) -> Document:
    return form_of(path).document(raw, path, reader, today)


_apart: list[Reader] = []


def _begin(taxonomy: Taxonomy, plan: NumberingPlan | None, paths: Sequence[str]) -> None:
    """Build the reader of a process once for all the files that it reads."""
    # It ends once they are read, and nothing of them goes in circles.
    gc.disable()
    folders.__path__[:] = paths
    _apart.append(Reader(taxonomy, plan))


def _read_apart(path: str, raw: bytes, today: date) -> _File:
    return _file(_apart[-1], path, raw, today)
