"""Booklets to print: the tutorials of a theme, a dozen at a time; and a reader’s own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from boutdufil.kinds.catalog import Catalog
from boutdufil.pages.page import HOME, THEMES, Page, paginate, theme_link, theme_links

BOOKLET_TEMPLATE = "booklet.html"
MY_BOOKLET_TEMPLATE = "my-booklet.html"
TUTORIALS_A_BOOKLET = 12
"""About a hundred pages of paper; ``print/60-booklet.css`` leaves each out by its box."""


def booklet_address(theme: str) -> str:
    """Return the address of the first booklet of a theme."""
    return f"themes/{theme}/livret/"


def booklets(catalog: Catalog) -> Iterator[Page]:
    """Yield the booklets of each theme, then the page of one's own; none without a tutorial."""
    for key, theme in catalog.taxonomy.themes.items():
        address = booklet_address(key)
        crumbs = (HOME, THEMES, replace(theme_link(catalog, key), count=None))
        tutorials = catalog.in_theme(key)
        for entries, pagination in paginate(tutorials, address, TUTORIALS_A_BOOKLET):
            number = "" if pagination.number == 1 else f", livret {pagination.number}"
            yield Page(
                address=pagination.address,
                template=BOOKLET_TEMPLATE,
                kind="page",
                title=f"Livret – {theme.name}{number}",
                description=f"Les fiches du thème « {theme.name} », à imprimer ensemble.",
                crumbs=crumbs,
                values={
                    "sentence": theme.sentence,
                    "tutorials": entries,
                    "before": {each.reference: catalog.resolve(each.before) for each in entries},
                    "pagination": pagination,
                },
            )
    if catalog.tutorials:
        yield Page(
            address="livret/",
            template=MY_BOOKLET_TEMPLATE,
            kind="page",
            title="Mon livret",
            description="Des fiches à imprimer ensemble, avec un sommaire.",
            crumbs=(HOME,),
            values={
                "booklets": tuple(
                    replace(link, address=f"{link.address}livret/", count=None)
                    for link in theme_links(catalog)
                )
            },
        )
