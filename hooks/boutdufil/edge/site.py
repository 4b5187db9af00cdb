"""The edge with MkDocs: what each event of a build does, in the order of the events.

All that is decided is decided before, free of MkDocs: here, a publication is handed to it. State is
made anew by ``configure`` at each build.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import NoReturn

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from boutdufil.check.apart import looking
from boutdufil.check.report import as_text, summary
from boutdufil.edge.clock import latest_day
from boutdufil.edge.declared import organisation_of
from boutdufil.edge.mkdocs_pages import (
    completing,
    declare_anchors,
    leave_none_to_write,
    planned_files,
)
from boutdufil.edge.plan import planned, prefer_ours
from boutdufil.edge.settings import overrides_of
from boutdufil.edge.writer import Writer
from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Finding, has_errors
from boutdufil.model.organisation import Organisation
from boutdufil.pages.page import Page
from boutdufil.preview import Shown, for_readers
from boutdufil.project import check
from boutdufil.publish.address import site_address
from boutdufil.publish.assets import minified
from boutdufil.publish.last import write_last_files
from boutdufil.publish.publication import Publication
from boutdufil.publish.whole import Folder
from boutdufil.store import store_of

# Under « mkdocs. », so that warnings stop a strict build.
log = logging.getLogger("mkdocs.boutdufil")


class Site:
    """The site that a build makes."""

    def __init__(self) -> None:
        self.serving = False
        """Whether MkDocs was asked to serve, and not to build."""
        self._publication: Publication | None = None
        self._writer: Writer | None = None

    @property
    def publication(self) -> Publication:
        """What the build under way publishes."""
        assert self._publication is not None, "on_config comes first"
        return self._publication

    @property
    def writer(self) -> Writer:
        """What makes the pages of the build under way."""
        assert self._writer is not None, "on_env comes first"
        return self._writer

    def configure(self, config: MkDocsConfig) -> None:
        """Read and check the content, and decide which pages there are."""
        config.site_url = _address(config)
        self._publication = planned(config, *_read(config))
        prefer_ours(config)
        # The theme's own static pages write the build's date; ours are made with the others.
        config.theme.static_templates.clear()
        self._shorten_menu(config)

    def _shorten_menu(self, config: MkDocsConfig) -> None:
        """Leave out of the menu of MkDocs the pages that an empty content does not make."""
        built = self.publication.by_source.keys()
        config.nav = [
            entry
            for entry in config.nav or []
            if not isinstance(entry, dict) or built >= {*map(str, entry.values())}
        ]

    def plan_files(self, config: MkDocsConfig) -> Files:
        """Return the files of the pages, and nothing of what MkDocs found by itself."""
        return planned_files(self.publication, config)

    def declare_anchors(self, page: MkDocsPage) -> None:
        """Tell MkDocs the anchors of a script, whose text it does not see."""
        declare_anchors(page, self._planned(page))

    def make_pages(
        self, environment: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> None:
        """Make the template environment ours, and write all the pages with it, on every core.

        MkDocs writes none of its ``files`` after that.
        """
        self._writer = Writer(environment, config, self.publication)
        complete = completing(self.publication, config, _no_mistake)
        pages = [complete(page) for page in self.publication.pages]
        self.writer.write(pages, Path(config.site_dir))
        leave_none_to_write(files, config)

    def write_others(self, config: MkDocsConfig) -> None:
        """Write what is no page: data, assets; then what tells of all that is written."""
        site, published = Folder(Path(config.site_dir)), self.publication
        for address, text in published.texts():
            site.write(address, [text.encode()])
        for asset in (*published.assets.values(), *published.search):
            site.write(asset.address, [asset.content])
        store = store_of(Path(config.config_file_path).parent)
        templates = overrides_of(config.theme.custom_dir)
        worker = minified(templates[-1] / "assets" / "worker" / "sw.js", store)
        write_last_files(published, site, self.writer.text, worker, store)
        if not published.published.site_url:
            log.info("Sans SITE_URL : ni flux.xml, ni sitemap.xml, ni adresse canonique.")

    def _planned(self, page: MkDocsPage) -> Page:
        return self.publication.by_source[page.file.src_uri]


def _read(config: MkDocsConfig) -> tuple[Shown, tuple[Finding, ...], Organisation]:
    """Return what is published, once it is checked, what was found in it, and who publishes it."""
    docs, settings = Path(config.docs_dir), Path(config.config_file_path)
    store = store_of(settings.parent)
    organisation, declared = organisation_of(settings, docs, latest_day())
    content = ContentReader(docs, store, organisation.plan).read(latest_day(), looking())
    findings = (*declared, *check(content, store=store))
    _tell(findings, docs.name)
    return for_readers(content), findings, organisation


def _tell(findings: tuple[Finding, ...], folder: str) -> None:
    """Say what was found; a mistake stops the publication."""
    if has_errors(findings):
        raise PluginError("\n\n" + as_text(findings, folder))
    if findings:
        log.info("%s", summary(findings))


def _no_mistake() -> NoReturn:
    raise AssertionError("a page with a mistake stops the publication")


def _address(config: MkDocsConfig) -> str:
    """Return the site's address, ending in ``/``, or nothing; a wrong one stops the build."""
    try:
        return site_address(config.site_url or "")
    except ValueError as error:
        raise PluginError(str(error)) from None
