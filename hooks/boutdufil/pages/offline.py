"""The pages about reading without a connection: to keep the site, and what is only on the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boutdufil.pages.page import HOME, Page

ADDRESS = "hors-ligne/"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflinePage(Page):
    """Where the whole site is kept, in the browser or on a USB stick."""

    template: ClassVar[str] = "offline.html"
    by_mkdocs: ClassVar[bool] = False

    archive: str
    """Address of the zip, from the root; empty while an author previews."""
    weight: int
    """Its bytes: what travels too when the whole site is kept."""
    room: int
    """The bytes that the whole site takes in a browser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentPage(Page):
    """What is shown from a disk for a page that is on the site alone."""

    template: ClassVar[str] = "absent.html"
    by_mkdocs: ClassVar[bool] = False
    is_found: ClassVar[bool] = False


def offline_page(archive: str = "", weight: int = 0, room: int = 0) -> OfflinePage:
    """Return the page from which the site is kept, once the archive is made."""
    return OfflinePage(
        address=ADDRESS,
        title="Lire sans connexion",
        description="Gardez toutes les fiches sur votre appareil, ou sur une clé USB.",
        crumbs=(HOME,),
        archive=archive,
        weight=weight,
        room=room,
    )


def absent_page(address: str) -> AbsentPage:
    """Return the page of the archive that stands for all that it leaves out."""
    return AbsentPage(address=address, title="Cette page n’est que sur le site", crumbs=(HOME,))
