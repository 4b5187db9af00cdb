"""Every page that is made from the Catalog: its address, its template, and the values it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from markupsafe import Markup

from boutdufil.model.catalog import Catalog
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.model.tutorial import LEVELS, Tutorial
from boutdufil.pages.terms import by_name, link_terms
from boutdufil.sources.declaration import Home
from boutdufil.sources.documents import WrittenPage

ENTRIES_A_PAGE = 100

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something to go to. ``count``: how many tutorials are there, when it is a listing."""

    name: str
    address: str
    count: int | None = None
    sentence: str = ""
    icon: str = ""
    colour: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """Neighbouring listings under one heading."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """Which page of a long listing this is, and links to the first, the last and its neighbours."""

    number: int
    count: int
    address: str
    pages: tuple[Link, ...]


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
class Call:
    """A caller's phrase and the tutorial that answers it."""

    phrase: str
    tutorial: Tutorial


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to write at ``address`` (from the root, ending in ``/``, empty for the home page).

    ``kind`` becomes ``<body data-page>``; ``crumbs`` lead from the home page to the parent.
    """

    address: str
    template: str
    kind: str
    title: str
    description: str = ""
    crumbs: tuple[Link, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


FIRST_CALLS = 4
"""How many tutorials of a theme the mediators' desk recalls by a caller's phrase."""
FIRST_NUMBERS = 24
"""How many tutorials the mediators' desk shows by number; the others are a link away."""

PHONE_TEMPLATE = "phone.html"
Guides = Mapping[str, WrittenPage]

HOME = Link(name="Accueil", address="")
AUDIENCES = Link(name="Publics", address="publics/")
THEMES = Link(name="Thèmes", address="themes/")
GLOSSARY = Link(name="Glossaire", address="glossaire/")


def plan(catalog: Catalog, written: Sequence[WrittenPage] = ()) -> Iterator[Page]:
    """Yield every page that is not plain Markdown.

    Of the pages ``written`` by hand, these are the guides, which have steps.
    """
    by_path = {page.path: page for page in written}
    for page in written:
        if page.script is not None:
            yield written_page(page, by_path, Markup(), template="guide.html")
    yield from _tutorials(catalog, guides_among(written))
    yield from _overviews(catalog)
    yield from _audiences(catalog)
    yield from _themes(catalog)
    yield from _devices(catalog)
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


def home_page(catalog: Catalog, home: Home, content: Markup) -> Page:
    """Return the home page: ``content`` is its text, ``home`` what people chose to put forward."""
    featured = catalog.resolve(home.useful)
    return Page(
        address="",
        template="home.html",
        kind="accueil",
        title=home.title or HOME.name,
        description=home.summary,
        values={
            "content": content,
            "audiences": audience_links(catalog),
            "themes": theme_links(catalog),
            "featured": featured,
            "urgent": _urgent(catalog, home),
            "examples": tuple(
                Call(phrase=tutorial.calls[0], tutorial=tutorial) for tutorial in featured
            ),
        },
    )


def mediators_page(
    catalog: Catalog, home: Home, written: WrittenPage, others: Guides, content: Markup
) -> Page:
    """Return the mediators' desk: how to find the tutorial, and how to hold the call."""
    page = written_page(written, others, content, template="mediators.html")
    siblings = [others[path] for path in sorted(others) if path.startswith("mediateurs/")]
    pages = sorted(siblings, key=lambda sibling: sibling.entry.rank)
    return replace(
        page,
        values={
            **page.values,
            "urgent": _urgent(catalog, home),
            "groups": _by_theme(catalog, _first_calls(catalog)),
            "tutorials": catalog.tutorials[:FIRST_NUMBERS],
            "total": len(catalog.tutorials),
            "pages": tuple(
                Link(name=each.entry.title, address=each.address, sentence=each.entry.summary)
                for each in pages
                if each.path != written.path
            ),
        },
    )


def _first_calls(catalog: Catalog) -> list[Call]:
    """Return one phrase of each of the first tutorials of every theme."""
    return [
        Call(phrase=tutorial.calls[0], tutorial=tutorial)
        for theme in catalog.taxonomy.themes
        for tutorial in catalog.in_theme(theme)[:FIRST_CALLS]
        if tutorial.themes[0] == theme
    ]


def _urgent(catalog: Catalog, home: Home) -> tuple[tuple[str, Tutorial], ...]:
    """Return what cannot wait, in the person's words, with the tutorial for it."""
    return tuple(
        (emergency.phrase, catalog.by_reference[emergency.tutorial])
        for emergency in home.emergencies
        if emergency.tutorial in catalog.by_reference
    )


def guides_among(written: Sequence[WrittenPage]) -> Guides:
    """Return the guides by the last part of their address: ``ouvrir``, ``secours``."""
    return {page.address.rstrip("/").rpartition("/")[2]: page for page in written if page.script}


def written_page(
    written: WrittenPage,
    others: Mapping[str, WrittenPage],
    content: Markup,
    template: str = "main.html",
) -> Page:
    """Return a page written by hand; ``others`` by path, among which its parent."""
    folder, _, name = written.path.rpartition("/")
    parent = others.get(f"{folder}/index.md") if name != "index.md" else None
    crumb = (Link(name=parent.entry.title, address=parent.address),) if parent else ()
    return Page(
        address=written.address,
        template=template,
        kind=folder if folder in {"mediateurs", "contribuer"} else "page",
        title=written.entry.title,
        description=written.entry.summary,
        crumbs=(HOME, *crumb),
        values={"content": content, "script": written.script},
    )


def audience_link(catalog: Catalog, key: str) -> Link:
    """Return the link to an audience."""
    audience = catalog.taxonomy.audiences[key]
    address = f"publics/{key}/"
    return Link(
        name=audience.name,
        address=address,
        count=catalog.count(address),
        sentence=audience.sentence,
        icon=audience.icon,
        colour=audience.colour,
        shape=audience.shape,
    )


def audience_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return the audiences that have tutorials."""
    links = (audience_link(catalog, key) for key in catalog.taxonomy.audiences)
    return tuple(link for link in links if link.count)


def theme_link(catalog: Catalog, key: str, parent: str = "themes/") -> Link:
    """Return the link to a theme, within an audience when ``parent`` is the audience's address."""
    theme = catalog.taxonomy.themes[key]
    address = f"{parent}{key}/"
    return Link(
        name=theme.name,
        address=address,
        count=catalog.count(address),
        sentence=theme.sentence,
        icon=theme.icon,
    )


def theme_links(catalog: Catalog, parent: str = "themes/") -> tuple[Link, ...]:
    """Return the themes that have tutorials, within an audience when ``parent`` says so."""
    links = (theme_link(catalog, key, parent) for key in catalog.taxonomy.themes)
    return tuple(link for link in links if link.count)


def device_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return the devices that have tutorials."""
    return tuple(
        Link(
            name=device.name,
            address=f"appareils/{key}/",
            count=catalog.count(f"appareils/{key}/"),
            icon=device.icon,
        )
        for key, device in catalog.taxonomy.devices.items()
        if catalog.count(f"appareils/{key}/")
    )


def _tutorials(catalog: Catalog, guides: Guides) -> Iterator[Page]:
    """Yield the page of each tutorial, and the page from which a mediator reads it aloud."""
    taxonomy = catalog.taxonomy
    audiences = {key: audience_link(catalog, key) for key in taxonomy.audiences}
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
                    taxonomy.devices[key] for key in taxonomy.devices if key in tutorial.devices
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
        values={"links": audience_links(catalog), "total": len(catalog.tutorials)},
    )
    yield Page(
        address=THEMES.address,
        template="overview.html",
        kind="liste",
        title="Je choisis un thème",
        description="Toutes les fiches, rangées par thème.",
        crumbs=(HOME,),
        values={"links": theme_links(catalog), "total": len(catalog.tutorials)},
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
            values={"icon": theme.icon},
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
                "groups": _by_theme(catalog, entries),
                "total": len(calls),
                "pagination": pagination,
            },
        )


def _by_theme(catalog: Catalog, calls: Sequence[Call]) -> tuple[tuple[Link, tuple[Call, ...]], ...]:
    groups: dict[str, list[Call]] = {}
    for call in calls:
        groups.setdefault(call.tutorial.themes[0], []).append(call)
    return tuple((theme_link(catalog, key), tuple(found)) for key, found in groups.items())


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


def paginate(
    entries: Sequence[Entry], address: str
) -> Iterator[tuple[tuple[Entry, ...], Pagination]]:
    """Cut ``entries`` in pages of ``ENTRIES_A_PAGE``; yields nothing when there is none."""
    count = -(-len(entries) // ENTRIES_A_PAGE)

    def link(number: int) -> Link:
        page = address if number == 1 else f"{address}page-{number}/"
        return Link(name=str(number), address=page)

    for number in range(1, count + 1):
        shown = {1, count, *range(max(1, number - 2), min(count, number + 2) + 1)}
        yield (
            tuple(entries[(number - 1) * ENTRIES_A_PAGE : number * ENTRIES_A_PAGE]),
            Pagination(
                number=number,
                count=count,
                address=link(number).address,
                pages=tuple(link(other) for other in sorted(shown)),
            ),
        )


def _numbered(title: str, pagination: Pagination) -> str:
    """Return the title of one page of a listing: no two pages have the same."""
    return title if pagination.number == 1 else f"{title}, page {pagination.number}"


def _without(links: tuple[Link, ...], address: str) -> tuple[Link, ...]:
    return tuple(link for link in links if link.address != address)
