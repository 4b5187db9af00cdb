"""The network, on the mediators' side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.network.values import Network, Structure
from boutdufil.kinds.published import Published
from boutdufil.pages.page import HOME, Link, Page, theme_link

MEDIATORS = Link(name="Médiateurs", address="mediateurs/")
ADDRESS = "mediateurs/reseau/"
TITLE = "Mon réseau"
DESCRIPTION = "Vers qui j’oriente, pour quoi, et comment."


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPage(Page):
    """Every structure, and the themes that have one, each with its structures."""

    template: ClassVar[str] = "network.html"

    kind: str = "mediateurs"
    structures: tuple[Structure, ...]
    by_theme: tuple[tuple[Link, tuple[Structure, ...]], ...]


def network_of(published: Published) -> tuple[Structure, ...]:
    """Return the structures, none when nothing is declared."""
    return tuple(each for one in published.content.of(Network) for each in one.structures)


def network_tools(published: Published) -> Iterator[Link]:
    """Yield the way to the network, when there is one."""
    if network_of(published):
        yield Link(name=TITLE, address=ADDRESS, sentence=DESCRIPTION)


def network_pages(published: Published) -> Iterator[Page]:
    """Yield the page of the network, when there is one."""
    structures = network_of(published)
    if not structures:
        return
    catalog = published.catalog
    by_theme = (
        (
            theme_link(catalog, key),
            tuple(each for each in structures if key in each.themes),
        )
        for key in catalog.taxonomy.themes
    )
    yield NetworkPage(
        address=ADDRESS,
        title=TITLE,
        description=DESCRIPTION,
        crumbs=(HOME, MEDIATORS),
        structures=structures,
        by_theme=tuple((link, found) for link, found in by_theme if found and link.count),
    )
