"""What a site publishes: the values from which kinds make pages, search and data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.page.values import WrittenPage
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Tutorial


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

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The file that each page was written in, by the page's address."""
        read: Iterable[Tutorial | Term | WrittenPage]
        read = (*self.catalog.tutorials, *self.catalog.terms, *self.written.values())
        return {item.address: item.path for item in read}
