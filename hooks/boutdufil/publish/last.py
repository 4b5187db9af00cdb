"""What is made last, of all that a site publishes: its archive, the page to it, its state."""

from __future__ import annotations

from collections.abc import Callable

from boutdufil.language.text import slugify
from boutdufil.pages.elsewhere import RedirectPage
from boutdufil.pages.offline import absent_page, offline_page
from boutdufil.pages.page import Page
from boutdufil.publish.archive import ABSENT, DOOR, archived, opening
from boutdufil.publish.publication import Publication
from boutdufil.publish.state import state_files
from boutdufil.publish.webapp import kept, web_app
from boutdufil.publish.whole import Folder, version_of
from boutdufil.store import Store

Render = Callable[[Page], str]


def write_last_files(
    publication: Publication, site: Folder, render: Render, worker: bytes, store: Store | None
) -> None:
    """Write what is made once all the other files of a ``site`` are there.

    ``store`` remembers what was compressed. ``worker`` is the service worker.
    """
    published, pages = publication.published, publication.pages
    seals = {name: site.seal(name) for name in site}
    door = render(RedirectPage(address=DOOR, title=published.name, target=""))
    archive = f"{slugify(published.name)}.zip"
    parts = archived(site, render(absent_page(ABSENT)), opening(door), store)
    site.write(archive, parts)
    seals[archive] = site.seal(archive)
    room = sum(seals[name].length for name in kept(site))
    page = offline_page(archive, seals[archive].length, room)
    site.write(page.file, [render(page).encode()])
    seals[page.file] = site.seal(page.file)
    version = version_of(seals)
    for address, content in web_app(publication, seals, worker, version):
        site.write(address, [content])
    for address, text in state_files(published, pages, publication.findings, version):
        site.write(address, [text.encode()])
