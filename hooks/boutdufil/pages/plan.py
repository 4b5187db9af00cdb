"""Every page that is made from the Catalog: its address, its template, and the values it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.tutorial.values import LEVELS
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.booklets import (
    BOOKLET_TEMPLATE,
    MY_BOOKLET_TEMPLATE,
    booklet_address,
    booklets,
)
from boutdufil.pages.page import (
    AUDIENCES,
    GLOSSARY,
    HOME,
    THEMES,
    Call,
    Choice,
    Facet,
    Link,
    LinkGroup,
    Page,
    Pagination,
    audience_link,
    audience_links,
    by_theme,
    device_links,
    paginate,
    theme_link,
    theme_links,
)
from boutdufil.pages.terms import by_name, link_terms
from boutdufil.pages.written import Guides, Knowledge, guides_among, written_page

PHONE_TEMPLATE = "phone.html"
OURS = frozenset((PHONE_TEMPLATE, BOOKLET_TEMPLATE, MY_BOOKLET_TEMPLATE))
"""Templates of the pages that our own writer makes: a MkDocs page costs more."""


def plan(knowledge: Knowledge) -> Iterator[Page]:
    """Yield every page that is not plain Markdown: of those written by hand, the guides."""
    catalog, written = knowledge.catalog, tuple(knowledge.written.values())
    for page in written:
        if page.script is not None:
            yield written_page(page, Markup(), knowledge)
    yield from _tutorials(catalog, guides_among(written))
    yield from _overviews(catalog)
    yield from _audiences(catalog)
    yield from _themes(catalog)
    yield from _devices(catalog)
    yield from booklets(catalog)
    yield from _calls(catalog)
    yield from _numbers(catalog)
    yield from _glossary(catalog)
    yield Page(
        address="recherche/",
        template="search.html",
        kind="recherche",
        title="Trouver une fiche",
        description="Retrouvez une fiche par vos mots, son numéro, votre situation ou son thème.",
        crumbs=(HOME,),
        values={
            "audiences": audience_links(catalog),
            "themes": theme_links(catalog),
            "facets": search_facets(catalog.taxonomy),
        },
    )


def search_facets(taxonomy: Taxonomy) -> tuple[Facet, ...]:
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


def _tutorials(catalog: Catalog, guides: Guides) -> Iterator[Page]:
    """Yield the page of each tutorial, and the page from which a mediator reads it aloud."""
    taxonomy = catalog.taxonomy
    audiences = {key: audience_link(catalog, key) for key in taxonomy.audiences}
    devices = {link.address: link for link in device_links(catalog)}
    named = by_name(catalog.terms)
    for tutorial in catalog.tutorials:
        script, terms = link_terms(tutorial.script, named)
        theme = theme_link(catalog, tutorial.themes[0])
        yield Page(
            address=tutorial.address,
            template="tutorial.html",
            kind="tutoriel",
            title=tutorial.title,
            description=tutorial.summary,
            crumbs=(HOME, theme),
            values={
                "tutorial": tutorial,
                "script": script,
                "audiences": tuple(
                    audiences[key] for key in taxonomy.audiences if key in tutorial.audiences
                ),
                "themes": tuple(theme_link(catalog, key) for key in tutorial.themes),
                "devices": tuple(
                    devices[f"appareils/{key}/"]
                    for key in taxonomy.devices
                    if key in tutorial.devices
                ),
                "before": catalog.resolve(tutorial.before),
                "related": catalog.related(tutorial),
                "terms": terms,
            },
        )
        yield Page(
            address=f"{tutorial.address}telephone/",
            template=PHONE_TEMPLATE,
            kind="telephone",
            title=f"{tutorial.title} – au téléphone",
            description=f"Le script de la fiche {tutorial.number}, à lire à voix haute.",
            crumbs=(HOME, theme, Link(name=tutorial.title, address=tutorial.address)),
            values={
                "tutorial": tutorial,
                "script": script,
                "terms": terms,
                "theme": taxonomy.themes[tutorial.themes[0]],
                "guides": guides,
            },
        )


def _overviews(catalog: Catalog) -> Iterator[Page]:
    if not catalog.tutorials:
        return
    yield Page(
        address=AUDIENCES.address,
        template="overview.html",
        kind="liste",
        title="Je choisis selon ma situation",
        description="Toutes les fiches, selon ce que vous êtes : senior, jeune, petite entreprise…",
        crumbs=(HOME,),
        values={
            "links": audience_links(catalog),
            "total": len(catalog.tutorials),
            "neighbours": (),
        },
    )
    yield Page(
        address=THEMES.address,
        template="overview.html",
        kind="liste",
        title="Je choisis un thème",
        description="Toutes les fiches, rangées par thème.",
        crumbs=(HOME,),
        values={
            "links": theme_links(catalog),
            "total": len(catalog.tutorials),
            "neighbours": (LinkGroup(heading="Par appareil", links=device_links(catalog)),),
        },
    )


def _audiences(catalog: Catalog) -> Iterator[Page]:
    audiences = audience_links(catalog)
    for key, audience in catalog.taxonomy.audiences.items():
        address = f"publics/{key}/"
        themes = theme_links(catalog, address)
        yield from _listing(
            catalog,
            address,
            title=audience.name,
            sentence=audience.sentence,
            crumbs=(HOME, AUDIENCES),
            neighbours=(
                LinkGroup(heading="Par thème", links=themes),
                LinkGroup(heading="Autres publics", links=_without(audiences, address)),
            ),
            values={
                "colour": audience.colour,
                "shape": audience.shape,
                "first_path": catalog.resolve(audience.path),
            },
        )
        for theme_key, theme in catalog.taxonomy.themes.items():
            both = f"{address}{theme_key}/"
            yield from _listing(
                catalog,
                both,
                title=f"{audience.name} : {theme.name}",
                sentence=theme.sentence,
                crumbs=(HOME, AUDIENCES, Link(name=audience.name, address=address)),
                neighbours=(
                    LinkGroup(heading="Autres thèmes", links=_without(themes, both)),
                    LinkGroup(
                        heading="Pour tout le monde", links=(theme_link(catalog, theme_key),)
                    ),
                ),
                values={"colour": audience.colour, "shape": audience.shape},
            )


def _themes(catalog: Catalog) -> Iterator[Page]:
    themes = theme_links(catalog)
    for key, theme in catalog.taxonomy.themes.items():
        address = f"themes/{key}/"
        crossed = (
            Link(
                name=audience.name,
                address=f"publics/{audience_key}/{key}/",
                count=catalog.count(f"publics/{audience_key}/{key}/"),
                colour=audience.colour,
                shape=audience.shape,
            )
            for audience_key, audience in catalog.taxonomy.audiences.items()
        )
        yield from _listing(
            catalog,
            address,
            title=theme.name,
            sentence=theme.sentence,
            crumbs=(HOME, THEMES),
            neighbours=(
                LinkGroup(heading="Par public", links=tuple(x for x in crossed if x.count)),
                LinkGroup(heading="Autres thèmes", links=_without(themes, address)),
            ),
            values={"icon": theme.icon, "booklet": booklet_address(key)},
        )


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
            values={"icon": device.icon},
        )


def _listing(
    catalog: Catalog,
    address: str,
    *,
    title: str,
    sentence: str,
    crumbs: tuple[Link, ...],
    neighbours: tuple[LinkGroup, ...],
    values: Mapping[str, object],
) -> Iterator[Page]:
    """Yield the pages of one listing; none when it is empty."""
    listing = catalog.listings.get(address)
    if listing is None:
        return
    for entries, pagination in paginate(listing.tutorials, address):
        first = pagination.number == 1
        yield Page(
            address=pagination.address,
            template="listing.html",
            kind="liste",
            title=_numbered(title, pagination),
            description=sentence,
            crumbs=crumbs if first else (*crumbs, Link(name=title, address=address)),
            values={
                "sentence": sentence,
                "tutorials": entries,
                "total": len(listing.tutorials),
                "pagination": pagination,
                "neighbours": tuple(group for group in neighbours if group.links),
                **(values if first else {**values, "first_path": ()}),
            },
        )


def _calls(catalog: Catalog) -> Iterator[Page]:
    calls = [
        Call(phrase=phrase, tutorial=tutorial)
        for theme in catalog.taxonomy.themes
        for tutorial in catalog.tutorials
        if tutorial.themes[0] == theme
        for phrase in tutorial.calls
    ]
    for entries, pagination in paginate(calls, "appels/"):
        yield Page(
            address=pagination.address,
            template="calls.html",
            kind="appels",
            title=_numbered("Avec vos mots", pagination),
            description="Ce que disent les personnes qui appellent, et la fiche qui leur répond.",
            crumbs=(HOME,),
            values={
                "groups": by_theme(catalog, entries),
                "total": len(calls),
                "pagination": pagination,
            },
        )


def _numbers(catalog: Catalog) -> Iterator[Page]:
    for entries, pagination in paginate(catalog.tutorials, "numeros/"):
        yield Page(
            address=pagination.address,
            template="numbers.html",
            kind="numeros",
            title=_numbered("Les fiches par numéro", pagination),
            description="Le numéro que l’on vous a donné au téléphone mène à la bonne fiche.",
            crumbs=(HOME,),
            values={
                "tutorials": entries,
                "total": len(catalog.tutorials),
                "pagination": pagination,
            },
        )


def _glossary(catalog: Catalog) -> Iterator[Page]:
    for entries, pagination in paginate(catalog.terms, GLOSSARY.address):
        yield Page(
            address=pagination.address,
            template="glossary.html",
            kind="glossaire",
            title=_numbered("Les mots du numérique", pagination),
            description="Chaque mot expliqué en une phrase, et comment le dire au téléphone.",
            crumbs=(HOME,),
            values={"terms": entries, "pagination": pagination},
        )
    for term in catalog.terms:
        yield Page(
            address=term.address,
            template="term.html",
            kind="glossaire",
            title=term.name[:1].upper() + term.name[1:],
            description=term.definition,
            crumbs=(HOME, GLOSSARY),
            values={"term": term, "devices": catalog.taxonomy.devices},
        )


def _numbered(title: str, pagination: Pagination) -> str:
    """Return the title of one page of a listing: no two pages have the same."""
    return title if pagination.number == 1 else f"{title}, page {pagination.number}"


def _without(links: tuple[Link, ...], address: str) -> tuple[Link, ...]:
    return tuple(link for link in links if link.address != address)
