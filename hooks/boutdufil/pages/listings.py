"""The lists of tutorials: by audience, by theme, by device, by callers' words, by number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, TypedDict

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.diagnosis import order
from boutdufil.kinds.diagnosis.values import Diagnosis
from boutdufil.kinds.path.stages import Followed, for_audience
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import Card
from boutdufil.model.taxonomy import Audience, Theme
from boutdufil.pages.booklets import booklet_address
from boutdufil.pages.page import (
    AUDIENCES,
    HOME,
    THEMES,
    Call,
    Link,
    LinkGroup,
    Page,
    Pagination,
    audience_links,
    by_theme,
    device_links,
    numbered,
    paginate,
    theme_link,
    theme_links,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage(Page):
    """Every audience, or every theme; ``total`` counts the tutorials."""

    template: ClassVar[str] = "overview.html"

    kind: str = "liste"
    links: tuple[Link, ...]
    total: int
    neighbours: tuple[LinkGroup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage(Page):
    """The tutorials of an audience, a theme, both, or a device, or a part of them.

    ``icon`` draws it; ``shape`` and ``colour`` tell an audience a second time. ``who`` tells the
    reader of it « Je suis… »; ``diagnoses`` tell this reader where to begin, ``paths`` where
    to go on; ``narrower``: the shorter lists that hold a part of this one. ``booklet``: that of the
    theme.
    """

    template: ClassVar[str] = "listing.html"

    kind: str = "liste"
    sentence: str
    tutorials: tuple[Card, ...]
    total: int
    pagination: Pagination
    neighbours: tuple[LinkGroup, ...]
    narrower: LinkGroup | None = None
    shape: str = ""
    colour: str = ""
    icon: str = ""
    who: bool = False
    diagnoses: tuple[Diagnosis, ...] = ()
    paths: tuple[Followed, ...] = ()
    booklet: str = ""


class _Look(TypedDict, total=False):
    """What tells a listing from another: the fields of its page that have no other source."""

    narrower: LinkGroup
    shape: str
    colour: str
    icon: str
    who: bool
    diagnoses: tuple[Diagnosis, ...]
    paths: tuple[Followed, ...]
    booklet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallsPage(Page):
    """What callers say, by theme, under its anchor.

    ``themes`` lead to where each begins, on this page or another.
    """

    template: ClassVar[str] = "calls.html"
    has_search: ClassVar[bool] = True

    kind: str = "appels"
    groups: tuple[tuple[str, Link, tuple[Call, ...]], ...]
    themes: tuple[Link, ...]
    total: int
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersPage(Page):
    """The tutorials by the number that is said over the phone."""

    template: ClassVar[str] = "numbers.html"

    kind: str = "numeros"
    tutorials: tuple[Card, ...]
    total: int
    pagination: Pagination


def listing_pages(published: Published) -> Iterator[Page]:
    """Yield every list of tutorials that is not empty, and the lists of those lists."""
    catalog = published.catalog
    yield from _overviews(catalog)
    yield from _audiences(published)
    yield from _themes(catalog)
    yield from _devices(catalog)
    yield from _calls(catalog)
    yield from _numbers(catalog)


def _overviews(catalog: Catalog) -> Iterator[Page]:
    if not catalog.tutorials:
        return
    yield OverviewPage(
        address=AUDIENCES.address,
        title="Je choisis selon ma situation",
        description="Toutes les fiches, selon ce que vous êtes : senior, jeune, petite entreprise…",
        crumbs=(HOME,),
        links=audience_links(catalog),
        total=len(catalog.tutorials),
    )
    yield OverviewPage(
        address=THEMES.address,
        title="Je choisis un thème",
        description="Toutes les fiches, rangées par thème.",
        crumbs=(HOME,),
        links=theme_links(catalog),
        total=len(catalog.tutorials),
        neighbours=(LinkGroup(heading="Par appareil", links=device_links(catalog)),),
    )


def _audiences(published: Published) -> Iterator[Page]:
    catalog = published.catalog
    audiences = audience_links(catalog)
    for key, audience in catalog.taxonomy.audiences.items():
        address = f"publics/{key}/"
        yield from _listing(
            catalog,
            address,
            title=audience.name,
            sentence=audience.sentence,
            crumbs=(HOME, AUDIENCES),
            neighbours=(LinkGroup(heading="Autres publics", links=_without(audiences, address)),),
            look=_Look(
                narrower=LinkGroup(heading="Par thème", links=theme_links(catalog, address)),
                icon=audience.icon,
                colour=audience.colour,
                shape=audience.shape,
                who=True,
                diagnoses=order.for_audience(published, key),
                paths=for_audience(published, key),
            ),
        )
        for theme_key, theme in catalog.taxonomy.themes.items():
            yield from _crossing(catalog, (key, audience), (theme_key, theme))


def _crossing(
    catalog: Catalog, keyed_audience: tuple[str, Audience], keyed_theme: tuple[str, Theme]
) -> Iterator[Page]:
    """Yield the listing of a theme for an audience."""
    (key, audience), (theme_key, theme) = keyed_audience, keyed_theme
    parent = f"publics/{key}/"
    address = f"{parent}{theme_key}/"
    themes = theme_links(catalog, parent)
    yield from _listing(
        catalog,
        address,
        title=f"{audience.name} : {theme.name}",
        sentence=theme.sentence,
        crumbs=(HOME, AUDIENCES, Link(name=audience.name, address=parent)),
        neighbours=(
            LinkGroup(heading="Autres thèmes", links=_without(themes, address)),
            LinkGroup(heading="Pour tout le monde", links=(theme_link(catalog, theme_key),)),
        ),
        look=_Look(icon=audience.icon, colour=audience.colour, shape=audience.shape),
    )


def _themes(catalog: Catalog) -> Iterator[Page]:
    themes = theme_links(catalog)
    for key, theme in catalog.taxonomy.themes.items():
        address = f"themes/{key}/"
        yield from _listing(
            catalog,
            address,
            title=theme.name,
            sentence=theme.sentence,
            crumbs=(HOME, THEMES),
            neighbours=(LinkGroup(heading="Autres thèmes", links=_without(themes, address)),),
            look=_Look(
                narrower=LinkGroup(heading="Par public", links=_audiences_of(catalog, key)),
                icon=theme.icon,
                booklet=booklet_address(key),
            ),
        )


def _audiences_of(catalog: Catalog, theme: str) -> tuple[Link, ...]:
    """Return the audiences that have tutorials of a theme, each leading to these."""
    links = (
        Link(
            name=audience.name,
            address=f"publics/{key}/{theme}/",
            count=catalog.count(f"publics/{key}/{theme}/"),
            colour=audience.colour,
            shape=audience.shape,
        )
        for key, audience in catalog.taxonomy.audiences.items()
    )
    return tuple(link for link in links if link.count)


def _devices(catalog: Catalog) -> Iterator[Page]:
    devices = device_links(catalog)
    for key, device in catalog.taxonomy.devices.items():
        address = f"appareils/{key}/"
        yield from _listing(
            catalog,
            address,
            title=device.name,
            sentence="Les fiches qui servent sur cet appareil.",
            crumbs=(HOME,),
            neighbours=(LinkGroup(heading="Autres appareils", links=_without(devices, address)),),
            look=_Look(icon=device.icon),
        )


def _listing(
    catalog: Catalog,
    address: str,
    *,
    title: str,
    sentence: str,
    crumbs: tuple[Link, ...],
    neighbours: tuple[LinkGroup, ...],
    look: _Look,
) -> Iterator[Page]:
    """Yield the pages of one listing; none when it is empty. One begins on the first only."""
    tutorials = catalog.listings[address].tutorials if address in catalog.listings else ()
    for entries, pagination in paginate(tutorials, address):
        first = pagination.number == 1
        yield ListingPage(
            address=pagination.address,
            title=numbered(title, pagination),
            description=sentence,
            crumbs=crumbs if first else (*crumbs, Link(name=title, address=address)),
            sentence=sentence,
            tutorials=entries,
            total=len(tutorials),
            pagination=pagination,
            neighbours=tuple(group for group in neighbours if group.links),
            **(look if first else _Look(**{**look, "diagnoses": (), "paths": ()})),
        )


def _calls(catalog: Catalog) -> Iterator[Page]:
    calls = [
        Call(phrase=phrase, tutorial=tutorial)
        for theme in catalog.taxonomy.themes
        for tutorial in catalog.cards.values()
        if tutorial.themes[0] == theme
        for phrase in tutorial.calls
    ]
    pages = [
        (by_theme(catalog, entries), pagination)
        for entries, pagination in paginate(calls, "appels/")
    ]
    begins: dict[str, Link] = {}
    for groups, pagination in pages:
        for theme, _said in groups:
            anchor = f"{pagination.address}#{_anchor(theme)}"
            begins.setdefault(theme.address, replace(theme, address=anchor, count=None))
    for groups, pagination in pages:
        yield CallsPage(
            address=pagination.address,
            title=numbered("Avec vos mots", pagination),
            description="Cherchez la phrase qui ressemble à la vôtre : elle mène à sa fiche.",
            crumbs=(HOME,),
            groups=tuple((_anchor(theme), theme, said) for theme, said in groups),
            themes=tuple(begins.values()),
            total=len(calls),
            pagination=pagination,
        )


def _anchor(theme: Link) -> str:
    """Return the name of the part of a theme, among what callers say."""
    return f"theme-{theme.address.split('/')[-2]}"


def _numbers(catalog: Catalog) -> Iterator[Page]:
    for entries, pagination in paginate((*catalog.cards.values(),), "numeros/"):
        yield NumbersPage(
            address=pagination.address,
            title=numbered("Les fiches par numéro", pagination),
            description="Le numéro que l’on vous a donné au téléphone mène à la bonne fiche.",
            crumbs=(HOME,),
            tutorials=entries,
            total=len(catalog.tutorials),
            pagination=pagination,
        )


def _without(links: tuple[Link, ...], address: str) -> tuple[Link, ...]:
    return tuple(link for link in links if link.address != address)
