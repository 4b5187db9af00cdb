"""What is made last, of all that a site publishes: its archive, the page to it, its state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from boutdufil.language.text import slugify
from boutdufil.pages.elsewhere import RedirectPage
from boutdufil.pages.offline import absent_page, offline_page
from boutdufil.pages.page import Page
from boutdufil.publish.archive import ABSENT, DOOR, archived, opening
from boutdufil.publish.publication import Publication
from boutdufil.publish.state import state_files
from boutdufil.publish.webapp import kept, web_app
from boutdufil.publish.whole import version_of
from boutdufil.store import Store

Render = Callable[[Page], str]


def last_files(
    publication: Publication,
    files: Mapping[str, bytes],
    render: Render,
    worker: bytes,
    store: Store | None,
) -> Iterator[tuple[str, bytes]]:
    """Yield, by address, what is made once all the other ``files`` are written.

    ``store`` remembers what was compressed. ``worker`` is the service worker.
    """
    made = dict(_archive(publication, files, render, store))
    yield from made.items()
    files = {**files, **made}
    version = version_of(files)
    yield from web_app(publication, files, worker, version)
    published, pages = publication.published, publication.pages
    for address, text in state_files(published, pages, publication.findings, version):
        yield address, text.encode()


def _archive(
    publication: Publication, files: Mapping[str, bytes], render: Render, store: Store | None
) -> Iterator[tuple[str, bytes]]:
    """Yield the archive, and the page that tells its size."""
    published = publication.published
    parts = tuple(each.encode() for each in ("archive", published.name, published.site_url))
    before = store.recall(parts) if store else None
    whole, done = archived(
        files,
        render(absent_page(ABSENT)),
        opening(render(RedirectPage(address=DOOR, title=published.name, target=""))),
        before if isinstance(before, dict) else {},
    )
    if store and done != before:
        store.keep(parts, done, level=0)
    address = f"{slugify(published.name)}.zip"
    yield address, whole
    room = sum(len(files[name]) for name in kept(files))
    page = offline_page(address, len(whole), room)
    yield page.file, render(page).encode()
