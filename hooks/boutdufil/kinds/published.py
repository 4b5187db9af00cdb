"""What a site publishes: the values from which kinds make pages, search and data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, runtime_checkable

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.page.values import WrittenPage
from boutdufil.model.organisation import ContentLicence


@runtime_checkable
class HasPage(Protocol):
    """A value of any kind that has a page of its own."""

    @property
    def path(self) -> str:
        """The file that it was written in, within the content."""

    @property
    def address(self) -> str:
        """Address of its page, from the root of the site."""


@dataclass(frozen=True, kw_only=True)
class Published:
    """What was read, what of it is shown, and under which name.

    ``site_url`` ends in ``/``; it is empty when it is not known. ``licence`` is an SPDX identifier,
    empty when none is declared.
    """

    content: Content
    catalog: Catalog
    written: Mapping[str, WrittenPage] = field(default_factory=dict)
    """Pages written by hand, by path."""
    name: str = ""
    site_url: str = ""
    licence: str = ""
    language: str = "fr"
    lent_under: ContentLicence | None = None
    """The licence of the texts as people read it, for those who borrow them."""

    def number_of(self, reference: str) -> str:
        """Return the number of a tutorial by its ``theme/slug``, empty when it is not shown."""
        return self.numbers.get(reference, "")

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The numbers of the tutorials that are shown, by ``theme/slug``."""
        return {name: tutorial.number for name, tutorial in self.catalog.by_reference.items()}

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The file that each page was written in, by the page's address."""
        read = (document.value for document in self.content.documents)
        # What an author sees may be of a file that was right, and is not any more.
        pages: tuple[HasPage, ...] = (
            *(value for value in read if isinstance(value, HasPage)),
            *self.catalog.tutorials,
            *self.catalog.terms,
            *self.written.values(),
        )
        return {page.address: page.path for page in pages}
