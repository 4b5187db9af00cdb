"""All that is published for one site, as plain values: whoever writes it down needs no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from boutdufil.kinds.page.pages import about_links
from boutdufil.pages.elsewhere import NOT_FOUND, redirect_page
from boutdufil.pages.guides import guides_among, guides_script
from boutdufil.pages.knowledge import Knowledge
from boutdufil.pages.page import Page
from boutdufil.pages.plan import plan
from boutdufil.pages.proposal import (
    DATA_ASSET,
    PROPOSAL_FILE,
    SOURCE_SCRIPT,
    proposal_script,
    source_script,
)
from boutdufil.pages.render import Surroundings
from boutdufil.publish.assets import Asset, hashed
from boutdufil.publish.data import atom_feed, site_map, tutorials_json
from boutdufil.publish.schemas import PUBLISHED, schema_json
from boutdufil.search.documents import search_documents, synonyms_of
from boutdufil.search.shards import search_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is said of a whole site; ``url`` is empty or ends in ``/``, ``licence`` is of SPDX."""

    name: str
    url: str = ""
    licence: str = ""


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A site. Its pages, redirects included; its assets, by logical name; and its ``texts``."""

    settings: Settings
    knowledge: Knowledge
    pages: tuple[Page, ...]
    assets: Mapping[str, Asset]
    surroundings: Surroundings

    @cached_property
    def by_source(self) -> Mapping[str, Page]:
        """The pages that MkDocs makes, by their source file, or by a path made up for it."""
        sources = self.knowledge.sources
        return {
            sources.get(page.address, f"{page.address}index.md"): page
            for page in self.pages
            if page.by_mkdocs
        }

    @property
    def by_us(self) -> Iterator[Page]:
        """The pages that our own writer makes."""
        return (page for page in self.pages if not page.by_mkdocs)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield what is published for programs, and for the form: the address, then the text."""
        catalog, site = self.knowledge.catalog, self.settings
        yield "api/v1/tutoriels.json", tutorials_json(catalog, site.name, site.licence)
        for name in PUBLISHED:
            yield f"api/v1/{name}.schema.json", schema_json(name, catalog.taxonomy)
        if site.url:
            yield "flux.xml", atom_feed(catalog, site.name, site.url)
            found = {page.address for page in self.pages if page.is_found}
            yield "sitemap.xml", site_map(found, catalog, site.url)
        if self.surroundings.takes_proposals:
            yield from self._sources()

    def _sources(self) -> Iterator[tuple[str, str]]:
        """Yield the source of each tutorial, from which a reader writes a correction.

        While an author previews, a file may be away or unreadable for a moment.
        """
        texts = self.knowledge.content.texts
        for tutorial in self.knowledge.catalog.tutorials:
            if tutorial.path in texts:
                script = source_script(tutorial.reference, texts[tutorial.path])
                yield tutorial.address + SOURCE_SCRIPT, script


def publication(
    knowledge: Knowledge, settings: Settings, sheets: Mapping[str, Asset]
) -> Publication:
    """Return all that is published of ``knowledge``; ``sheets``: the assets that are files."""
    assets = {**sheets, **_made(knowledge)}
    redirects = (redirect_page(*each) for each in knowledge.catalog.redirects())
    return Publication(
        settings=settings,
        knowledge=knowledge,
        pages=(*plan(knowledge), NOT_FOUND, *redirects),
        assets=assets,
        surroundings=Surroundings(
            site_url=settings.url,
            about=about_links(knowledge),
            assets={name: asset.address for name, asset in assets.items()},
            takes_proposals=PROPOSAL_FILE in knowledge.written,
        ),
    )


def _made(knowledge: Knowledge) -> Mapping[str, Asset]:
    """Return the scripts made of the content: the guides, what may be proposed, the search."""
    guides = guides_script(guides_among(knowledge.written.values()))
    synonyms = synonyms_of(knowledge.catalog, knowledge.content.synonyms)
    found = search_files(search_documents(knowledge.catalog), synonyms)
    return {
        "guides.js": hashed("guides.js", guides.encode()),
        DATA_ASSET: hashed(DATA_ASSET, proposal_script(knowledge.catalog).encode()),
        **{name: Asset(address, value) for name, (address, value) in found.items()},
    }
