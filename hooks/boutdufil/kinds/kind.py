"""The contract of a kind of content: all that the site asks of it, in one value.

A kind is a folder beside this file, whose ``kind.py`` holds ``KIND``. What it does not say has an
empty default: a kind that needs little says little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Never

from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.published import Published
from boutdufil.kinds.reading import Read, read_data
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Finding
from boutdufil.pages.page import Link, Page
from boutdufil.search.documents import SearchDocument
from boutdufil.source.bounds import MOST_BYTES
from boutdufil.source.collection import Key, Record
from boutdufil.source.shape import Shape

Rule = Callable[[Content], Iterator[Finding]]


def _nothing(_published: Published) -> Iterator[Never]:
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form that the files of a kind have: where they are, and what they declare.

    ``claim`` is a file (``taxonomie.yml``), or all those of a folder (``tutoriels/*.md``). Of two
    forms that claim a file, the narrower has it.
    """

    claim: str
    declaration: Shape[object]
    """The keys of a front matter, or of a file of data; the fixes put them in its order."""
    read: Read | None = None
    """How its files are read; by default, as data of which the declaration says all."""
    blank: str = ""
    """The body of a new file, whose blanks explain themselves."""
    schema: str = ""
    """Name of its JSON Schema, empty when no editor needs it."""
    title: str = ""
    """What its schema is about."""
    is_required: bool = False
    """Whether a content without its one file is wrong, or with it empty."""
    most_bytes: int = MOST_BYTES
    """How large its files may be: what is beyond is not even read."""
    is_table: bool = False
    """Whether its files are tables made elsewhere: nobody corrects them here, and what is found in
    them, the same on any day, is kept with what was read."""
    is_published: bool = False
    """Whether its schema is at ``/api/v1/<schema>.schema.json``."""

    def claims(self, path: str) -> bool:
        """Tell whether the file at ``path``, within the content, has this form."""
        folder, star, ending = self.claim.rpartition("*")
        return path == self.claim or bool(
            star and path.startswith(folder) and path.endswith(ending)
        )

    def document(self, raw: bytes, path: str, reader: Reader, today: date) -> Document:
        """Read a file of this form."""
        if self.read is None:
            return read_data(raw, path, self.declaration, today, reader.taxonomy)
        return self.read(raw, path, reader, today)

    @property
    def breadth(self) -> tuple[bool, int]:
        """Least for the form that claims the fewest files."""
        return "*" in self.claim, -len(self.claim)

    @property
    def keys(self) -> tuple[Key, ...]:
        """The declared keys, in the order in which a new file offers them."""
        return self.declaration.keys if isinstance(self.declaration, Record) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of content."""

    name: str
    """That of its folder."""
    forms: tuple[Form, ...]
    rank: int = 50
    """Where it stands among the kinds; those of one rank are in the order of their names."""
    rules: tuple[Rule, ...] = ()
    """What must hold between its files, or between them and others."""
    reserved: frozenset[str] = frozenset()
    """Beginnings of addresses, whole parts, under which it has pages of its own making."""
    pages: Callable[[Published], Iterator[Page]] = _nothing
    doors: Callable[[Published], Iterator[Link]] = _nothing
    """Where the home page leads for more of it."""
    tools: Callable[[Published], Iterator[Link]] = _nothing
    """Where the mediators' page leads for it, beside their guides."""
    search: Callable[[Published], Iterator[SearchDocument]] = _nothing
    texts: Callable[[Published], Iterator[tuple[str, str]]] = _nothing
    """What other programs read: addresses from the root of the site, and texts."""
    redirects: Callable[[Published], Iterator[tuple[str, str]]] = _nothing
    """Short addresses, with those that they lead to."""
    dated: Callable[[Published], Iterator[tuple[str, date]]] = _nothing
    """Addresses of pages that a person reviewed, and the day: the site map tells it."""
