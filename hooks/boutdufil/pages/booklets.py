"""Booklets to print: the tutorials of a theme, eight at a time; and a reader’s own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from boutdufil.kinds.loan.values import Loan
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import Card, Tutorial
from boutdufil.pages.page import (
    HOME,
    THEMES,
    Link,
    Page,
    Pagination,
    paginate,
    theme_link,
    theme_links,
)

TUTORIALS_A_BOOKLET = 7
"""About fifty sheets, and what a phone may load; ``print/60-booklet.css`` leaves out by rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletPage(Page):
    """A booklet of a theme; ``before``: what to read before each tutorial, by its reference.

    ``loans``, by reference too: those that other bases wrote.
    """

    template: ClassVar[str] = "booklet.html"
    by_mkdocs: ClassVar[bool] = False

    sentence: str
    tutorials: tuple[Tutorial, ...]
    before: Mapping[str, tuple[Card, ...]]
    loans: Mapping[str, Loan]
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class MyBookletPage(Page):
    """One's own booklet, which a script fills, and the ``booklets`` of the themes."""

    template: ClassVar[str] = "my-booklet.html"
    by_mkdocs: ClassVar[bool] = False

    booklets: tuple[Link, ...]


def booklet_address(theme: str) -> str:
    """Return the address of the first booklet of a theme."""
    return f"themes/{theme}/livret/"


def booklet_pages(published: Published) -> Iterator[Page]:
    """Yield the booklets of each theme, then the page of one's own; none without a tutorial."""
    catalog = published.catalog
    for key, theme in catalog.taxonomy.themes.items():
        crumbs = (HOME, THEMES, replace(theme_link(catalog, key), count=None))
        whole = catalog.whole(catalog.in_theme(key))
        for entries, pagination in paginate(whole, booklet_address(key), TUTORIALS_A_BOOKLET):
            number = "" if pagination.number == 1 else f", livret {pagination.number}"
            yield BookletPage(
                address=pagination.address,
                title=f"Livret – {theme.name}{number}",
                description=f"Les fiches du thème « {theme.name} », à imprimer ensemble.",
                crumbs=crumbs,
                sentence=theme.sentence,
                tutorials=entries,
                before={each.reference: catalog.resolve(each.before) for each in entries},
                loans=published.content.loans,
                pagination=pagination,
            )
    if catalog.tutorials:
        yield MyBookletPage(
            address="livret/",
            title="Mon livret",
            description="Des fiches à imprimer ensemble, avec un sommaire.",
            crumbs=(HOME,),
            booklets=tuple(
                replace(link, address=f"{link.address}livret/", count=None)
                for link in theme_links(catalog)
            ),
        )
