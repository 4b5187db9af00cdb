"""The page of answers: what narrows a search, and the ways that need no search engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import LEVELS
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.page import HOME, Link, Page, audience_links, theme_links


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet, by which search results are narrowed."""

    value: str
    name: str
    colour: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """What search results are narrowed by; ``name`` stands in the address."""

    name: str
    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """Where answers are shown."""

    template: ClassVar[str] = "search.html"
    has_search: ClassVar[bool] = True

    kind: str = "recherche"
    audiences: tuple[Link, ...]
    themes: tuple[Link, ...]
    facets: tuple[Facet, ...]


def search_pages(published: Published) -> Iterator[Page]:
    """Yield the page of answers."""
    yield SearchPage(
        address="recherche/",
        title="Trouver une fiche",
        description="Retrouvez une fiche par vos mots, son numéro, votre situation ou son thème.",
        crumbs=(HOME,),
        audiences=audience_links(published.catalog),
        themes=theme_links(published.catalog),
        facets=_facets(published.catalog.taxonomy),
    )


def _facets(taxonomy: Taxonomy) -> tuple[Facet, ...]:
    """Return what narrows a search: all that is declared, whatever the tutorials are."""
    audiences = tuple(
        Choice(value=key, name=audience.name, colour=audience.colour, shape=audience.shape)
        for key, audience in taxonomy.audiences.items()
    )
    themes = tuple(Choice(value=key, name=theme.name) for key, theme in taxonomy.themes.items())
    devices = tuple(Choice(value=key, name=device.name) for key, device in taxonomy.devices.items())
    levels = tuple(Choice(value=str(level), name=name) for level, name in LEVELS.items())
    return (
        Facet(name="publics", heading="Pour qui", choices=audiences),
        Facet(name="themes", heading="Sur quoi", choices=themes),
        Facet(name="appareils", heading="Sur quel appareil", choices=devices),
        Facet(name="niveaux", heading="Mon niveau", choices=levels),
    )
