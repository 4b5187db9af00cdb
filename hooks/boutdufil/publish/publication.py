"""All that is published for one site, as plain values: whoever writes it down needs no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from boutdufil.kinds.network.pages import network_of
from boutdufil.kinds.page.pages import about_links
from boutdufil.kinds.path.data import letters_script
from boutdufil.kinds.place.directory import directory_of
from boutdufil.kinds.place.pages import PLACES
from boutdufil.kinds.published import Published
from boutdufil.kinds.registry import kinds
from boutdufil.language import browser
from boutdufil.model.finding import Finding
from boutdufil.model.icons import ICONS
from boutdufil.model.organisation import Organisation
from boutdufil.pages.elsewhere import NOT_FOUND, redirect_page
from boutdufil.pages.guides import guides_among, guides_script
from boutdufil.pages.offline import offline_page
from boutdufil.pages.page import Link, Page
from boutdufil.pages.proposal import (
    DATA_ASSET,
    IMAGE,
    LATE_ASSET,
    PROPOSAL_FILE,
    SOURCE_SCRIPT,
    late_script,
    proposal_script,
    source_script,
)
from boutdufil.pages.render import LANDMARKS, Surroundings
from boutdufil.project import pages, search_documents
from boutdufil.publish.assets import Asset, hashed
from boutdufil.publish.composition import composition_files
from boutdufil.publish.data import published_texts, site_map
from boutdufil.publish.hosts import host_files
from boutdufil.publish.outlines import outlines
from boutdufil.publish.sign import PICTURES, sign_assets
from boutdufil.search.documents import synonyms_of
from boutdufil.search.shards import MANIFEST, MANIFEST_NAME, search_files

LETTERS = "letters.js"
"""No script of a site without a path."""


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A site. Its pages, redirects included; its assets, by logical name.

    Its ``search`` and its ``texts`` are made when they are asked for: no page waits for them.
    """

    published: Published
    pages: tuple[Page, ...]
    assets: Mapping[str, Asset]
    surroundings: Surroundings
    findings: tuple[Finding, ...] = ()
    """What was found in the content, none of which stops a publication."""

    @cached_property
    def by_source(self) -> Mapping[str, Page]:
        """The pages that MkDocs knows, by their source file, or by a path made up for it."""
        sources = self.published.sources
        return {
            sources.get(page.address, f"{page.address}index.md"): page
            for page in self.pages
            if page.by_mkdocs
        }

    @cached_property
    def search(self) -> tuple[Asset, ...]:
        """What a browser searches; pages name the manifest alone, at its fixed address."""
        published = self.published
        synonyms = synonyms_of(published.catalog, published.content.synonyms)
        found = search_files(search_documents(published), synonyms)
        return tuple(Asset(*each) for each in found.values())

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield what is published for programs, and for the form: the address, then the text."""
        yield from published_texts(self.published)
        yield from host_files(self.published.site_url)
        yield from composition_files()
        if self.published.site_url:
            found = {page.address for page in self.pages if page.is_found}
            yield "sitemap.xml", site_map(found, self.published)
        yield from self._sources()

    def _sources(self) -> Iterator[tuple[str, str]]:
        """Yield the source of each tutorial: one corrects it, another base borrows it.

        While an author previews, a file may be away or unreadable for a moment.
        """
        texts = self.published.content.texts
        for tutorial in self.published.catalog.tutorials:
            if tutorial.path in texts:
                script = source_script(tutorial.reference, texts[tutorial.path])
                yield tutorial.address + SOURCE_SCRIPT, script


def publication(
    published: Published,
    files: Mapping[str, Asset],
    findings: Sequence[Finding] = (),
    organisation: Organisation | None = None,
) -> Publication:
    """Return all that is published of ``published``; ``files``: the assets that are files."""
    of_whom = organisation or Organisation()
    made_of_it = _made(published, files)
    kept = {name: each for name, each in files.items() if name != LETTERS}
    assets = {**kept, **made_of_it, **sign_assets(of_whom.sign)}
    if not of_whom.sign.has_pictures:
        assets = {name: each for name, each in assets.items() if name not in PICTURES}
    offline = offline_page()
    places = directory_of(published.content)
    short = (each for kind in kinds() for each in kind.redirects(published))
    redirects = (redirect_page(*each) for each in (*published.catalog.redirects(), *short))
    made = (*pages(published), offline, NOT_FOUND, *redirects)
    addresses = {page.address for page in made}
    return Publication(
        published=published,
        pages=made,
        assets=assets,
        findings=tuple(findings),
        surroundings=Surroundings(
            site_url=published.site_url,
            about=(
                *about_links(published),
                Link(name=offline.title, address=offline.address),
            ),
            assets={
                **{name: asset.address for name, asset in assets.items()},
                MANIFEST_NAME: MANIFEST,
            },
            places=PLACES.address if places.departments else "",
            example_places=places.are_examples,
            takes_proposals=PROPOSAL_FILE in published.written,
            organisation=of_whom,
            ways=tuple(each for each in LANDMARKS if each in addresses),
        ),
    )


def _made(published: Published, files: Mapping[str, Asset]) -> Mapping[str, Asset]:
    """Return the scripts made of the content, and the tables of French before the script for it."""
    guides = guides_script(
        guides_among(published.written.values()),
        published.content.gestures.values(),
        published.content.screen_words,
        published.number_of,
        network_of(published),
    )
    paths = letters_script(published)
    french = browser.script().encode() + files[browser.SCRIPT].content
    drawings = late_script(outlines((*ICONS.values(), IMAGE))).encode()
    return {
        browser.SCRIPT: hashed(browser.SCRIPT, french),
        "guides.js": hashed("guides.js", guides.encode()),
        **({LETTERS: hashed(LETTERS, paths.encode() + files[LETTERS].content)} if paths else {}),
        DATA_ASSET: hashed(DATA_ASSET, proposal_script(published.content).encode()),
        LATE_ASSET: hashed(LATE_ASSET, drawings + files[LATE_ASSET].content),
    }
