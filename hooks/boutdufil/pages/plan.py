"""Every page that is read: what makes each kind of them, in the order of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from boutdufil.kinds.code.pages import code_pages
from boutdufil.kinds.page.pages import written_pages
from boutdufil.kinds.term.pages import term_pages
from boutdufil.kinds.tutorial.pages import tutorial_pages
from boutdufil.pages.booklets import booklet_pages
from boutdufil.pages.knowledge import Knowledge
from boutdufil.pages.listings import listing_pages
from boutdufil.pages.page import Page
from boutdufil.pages.search import search_pages

Maker = Callable[[Knowledge], Iterable[Page]]

MAKERS: Sequence[Maker] = (
    written_pages,
    tutorial_pages,
    listing_pages,
    booklet_pages,
    term_pages,
    search_pages,
    code_pages,
)


def plan(knowledge: Knowledge, makers: Sequence[Maker] = MAKERS) -> tuple[Page, ...]:
    """Return every page that is read, whoever writes it down."""
    return tuple(page for make in makers for page in make(knowledge))
