"""The pure middle: ``read`` a content folder, ``check`` what was read, gather what is searched.

The command line, the site, the preview and the tests all call these, and so say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from boutdufil.check import rules
from boutdufil.folded import Leaves
from boutdufil.kinds.content import Content
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.published import Published
from boutdufil.kinds.registry import kinds
from boutdufil.model.finding import Finding
from boutdufil.pages.booklets import booklet_pages
from boutdufil.pages.listings import listing_pages
from boutdufil.pages.maps import map_pages
from boutdufil.pages.page import Page
from boutdufil.pages.search import search_pages
from boutdufil.search.documents import SearchDocument
from boutdufil.store import Store, store_of

SHARED: Sequence[Callable[[Published], Iterable[Page]]] = (
    listing_pages,
    booklet_pages,
    search_pages,
    map_pages,
)
"""What makes the pages that are of no kind."""


def read(docs: Path, today: date) -> Content:
    """Read the folder ``docs`` as it is now; a date after ``today`` is in the future."""
    return ContentReader(docs, store_of(docs.parent)).read(today)


def check(
    content: Content,
    wanted: Callable[[str], bool] = lambda _path: True,
    store: Store | None = None,
) -> tuple[Finding, ...]:
    """Return all that is wrong, in the files and between them, sorted by place.

    Or what is wrong in the files ``wanted`` alone, by their path: it is sooner known. ``store``
    remembers what was found in each file alone: only those that changed are looked at again.

    A site with an error among them is not built: what is not here stops nothing.
    """
    return rules.check(content, wanted, store)


def pages(published: Published) -> tuple[Page, ...]:
    """Return every page that is read, whoever writes it down: kind by kind, then those of all."""
    made = (page for kind in kinds() for page in kind.pages(published))
    shared = (page for make in SHARED for page in make(published))
    return (*made, *shared)


def search_documents(published: Published) -> Sequence[SearchDocument]:
    """Return what is searched, kind by kind."""
    return Leaves(document for kind in kinds() for document in kind.search(published))
