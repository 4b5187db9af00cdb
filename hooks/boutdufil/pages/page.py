"""What a page is: its address, its template, its fields; and the links that pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypedDict, TypeVar

from markupsafe import Markup

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.tutorial.values import Card

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


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a picture: ``length`` goes from 0 to 100."""

    name: str
    count: int
    length: float


def bars(counts: Iterable[tuple[str, int]], whole: int = 0) -> tuple[Bar, ...]:
    """Return a bar for each count; ``whole`` is what fills it, by default the largest count."""
    found = tuple(counts)
    full = whole or max((count for _name, count in found), default=0) or 1
    return tuple(Bar(name, count, round(100 * count / full, 1)) for name, count in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A caller's phrase and the tutorial that answers it."""

    phrase: str
    tutorial: Card


class Head(TypedDict):
    """What any page says of itself: the fields that all pages have, to hand on together."""

    address: str
    title: str
    kind: str
    description: str
    crumbs: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to write at ``address`` (from the root, ending in ``/``, empty for the home page).

    Each template has a class of its own, and receives the fields of that class by their names, and
    this page as ``view``. ``kind`` becomes ``<body data-page>``; ``crumbs`` lead from the home page
    to the parent.
    """

    template: ClassVar[str]
    by_mkdocs: ClassVar[bool] = True
    """Whether MkDocs knows it, for the links that lead there; it writes none."""
    is_found: ClassVar[bool] = True
    """Whether the site map leads to it."""
    has_search: ClassVar[bool] = False
    """Whether it has a search form of its own: its header has none then."""
    shows: ClassVar[tuple[str, ...]] = ()
    """Properties that its template receives as well, made when it is: they fill the memory."""
    made_of: ClassVar[frozenset[str]] = frozenset()
    """Fields that those are made of, and that its template does not receive."""
    told_by: ClassVar[tuple[str, ...]] = ()
    """Those of ``shows`` that tell it from any other, when ``made_of`` says too much."""

    address: str
    title: str
    kind: str = "page"
    description: str = ""
    crumbs: tuple[Link, ...] = ()

    @property
    def file(self) -> str:
        """The file to write, from the root of the site."""
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"

    def with_it(self) -> Iterator[tuple[str, str]]:
        """Yield what other programs read of it, made of the same things: addresses and texts."""
        yield from ()

    @property
    def canonical(self) -> str | None:
        """The address by which it is known elsewhere; None: by none."""
        return self.address

    @property
    def beside(self) -> str:
        """The address of the page that it is written after, whose script it shows; or its own."""
        return self.address

    @property
    def anchors(self) -> frozenset[str]:
        """The ids of its steps, which MkDocs does not see."""
        return frozenset()

    @property
    def reference(self) -> str:
        """The tutorial that it shows, whose text is brought along to correct it; else empty."""
        return ""

    @property
    def theme_key(self) -> str:
        """The theme of what it shows, whose service helps near the reader; else empty."""
        return ""


NO_TEXT = Markup()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage(Page):
    """A page written by hand; ``content`` is its text, once someone has rendered its Markdown."""

    content: Markup = NO_TEXT


def step_anchors(count: int) -> frozenset[str]:
    """Return the ids of as many steps."""
    return frozenset(f"etape-{rank}" for rank in range(1, count + 1))


HOME = Link(name="Accueil", address="")
AUDIENCES = Link(name="Pour qui ?", address="publics/")
THEMES = Link(name="Thèmes", address="themes/")
GLOSSARY = Link(name="Les mots expliqués", address="glossaire/")


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


def device_link(catalog: Catalog, key: str) -> Link:
    """Return the link to a device."""
    device = catalog.taxonomy.devices[key]
    address = f"appareils/{key}/"
    return Link(name=device.name, address=address, count=catalog.count(address), icon=device.icon)


def device_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return the devices that have tutorials."""
    links = (device_link(catalog, key) for key in catalog.taxonomy.devices)
    return tuple(link for link in links if link.count)


def by_theme(catalog: Catalog, calls: Sequence[Call]) -> tuple[tuple[Link, tuple[Call, ...]], ...]:
    """Return calls under the link of their theme, in their order."""
    groups: dict[str, list[Call]] = {}
    for call in calls:
        groups.setdefault(call.tutorial.themes[0], []).append(call)
    return tuple((theme_link(catalog, key), tuple(found)) for key, found in groups.items())


def paginate(
    entries: Sequence[Entry], address: str, size: int = ENTRIES_A_PAGE
) -> Iterator[tuple[tuple[Entry, ...], Pagination]]:
    """Cut ``entries`` in pages of ``size``; yields nothing when there is none."""
    count = -(-len(entries) // size)

    def link(number: int) -> Link:
        page = address if number == 1 else f"{address}page-{number}/"
        return Link(name=str(number), address=page)

    for number in range(1, count + 1):
        shown = {1, count, *range(max(1, number - 2), min(count, number + 2) + 1)}
        yield (
            tuple(entries[(number - 1) * size : number * size]),
            Pagination(
                number=number,
                count=count,
                address=link(number).address,
                pages=tuple(link(other) for other in sorted(shown)),
            ),
        )


def numbered(title: str, pagination: Pagination) -> str:
    """Return the title of one page of a listing: no two pages have the same."""
    return title if pagination.number == 1 else f"{title}, page {pagination.number}"
