"""The list of the paths, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from boutdufil.kinds.path.stages import Followed, all_followed, for_audience
from boutdufil.kinds.path.values import FOLDER
from boutdufil.kinds.published import Published
from boutdufil.pages.page import HOME, Link, Page, audience_link

PATHS = Link(name="Les parcours", address=f"{FOLDER}/")


class AudiencePaths(NamedTuple):
    """The paths of an audience."""

    audience: Link
    paths: tuple[Followed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsPage(Page):
    """Every path, by audience; where one says the letters that resume one's own."""

    template: ClassVar[str] = "paths.html"

    kind: str = "page"
    groups: tuple[AudiencePaths, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPage(Page):
    """One path: its tutorials in order, and where one is."""

    template: ClassVar[str] = "path.html"

    kind: str = "page"
    followed: Followed
    audiences: tuple[Link, ...]


def path_pages(published: Published) -> Iterator[Page]:
    """Yield the list of the paths, then the page of each."""
    paths = all_followed(published)
    if not paths:
        return
    yield PathsPage(
        address=PATHS.address,
        title="Les parcours",
        description="Quelques fiches dans l’ordre, à son rythme, et une petite chose à refaire "
        "la semaine d’après.",
        crumbs=(HOME,),
        groups=_groups(published),
    )
    for each in paths:
        entry = each.path.entry
        yield PathPage(
            address=each.path.address,
            title=entry.title,
            description=entry.summary,
            crumbs=(HOME, PATHS),
            followed=each,
            audiences=tuple(audience_link(published.catalog, key) for key in entry.audiences),
        )


def path_doors(published: Published) -> Iterator[Link]:
    """Yield the way to the paths, once there is one."""
    if all_followed(published):
        yield Link(
            name=PATHS.name,
            address=PATHS.address,
            sentence="Quelques fiches dans l’ordre, à mon rythme.",
            icon="fil/marches",
        )


def _groups(published: Published) -> tuple[AudiencePaths, ...]:
    catalog = published.catalog
    groups = (
        AudiencePaths(audience_link(catalog, key), for_audience(published, key))
        for key in catalog.taxonomy.audiences
    )
    return tuple(group for group in groups if group.paths)
