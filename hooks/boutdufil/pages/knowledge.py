"""What the pages are made of: all that is published, and all that was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.code.values import Explanation
from boutdufil.kinds.content import Content
from boutdufil.kinds.documents import WrittenPage
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.pages.drawing import Example


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """All that a page may show: what is published, what was read, the words of screens, drawn."""

    catalog: Catalog
    content: Content
    written: Mapping[str, WrittenPage]
    """Pages written by hand, by path."""
    examples: tuple[Example, ...] = ()
    explained: tuple[Explanation, ...] = ()
    """The codes that have their page."""

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The file that each page was written in, by the page's address."""
        read: Iterable[Tutorial | Term | WrittenPage]
        read = (*self.catalog.tutorials, *self.catalog.terms, *self.written.values())
        return {item.address: item.path for item in read}
