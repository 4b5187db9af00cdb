"""The edge with MkDocs: what each event of a build does, in the order of the events.

All that is decided is decided before, free of MkDocs: here, a publication is handed to it. State is
made anew by ``configure`` at each build; two things only outlive it while an author previews: files
already read, and their last good state.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from boutdufil.check.report import as_text, summary
from boutdufil.edge.clock import latest_day
from boutdufil.edge.declared import organisation_of
from boutdufil.edge.settings import overrides_of
from boutdufil.edge.writer import Writer
from boutdufil.kinds.content import Content
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.registry import are_ours
from boutdufil.language.numbering import NumberingPlan
from boutdufil.markup.markdown import clean_page
from boutdufil.model.finding import Finding, has_errors
from boutdufil.pages.page import Link, Page, TextPage
from boutdufil.pages.render import situate
from boutdufil.preview import LastGood, for_author, for_readers, previewed, remember, standing
from boutdufil.project import check
from boutdufil.publish.address import site_address
from boutdufil.publish.assets import Asset, gather, minified
from boutdufil.publish.last import last_files
from boutdufil.publish.publication import Publication, publication
from boutdufil.publish.whole import files_of
from boutdufil.resources import HOOK, PACKAGE
from boutdufil.store import store_of

# Under « mkdocs. », so that warnings stop a strict build.
log = logging.getLogger("mkdocs.boutdufil")


class Site:
    """The site, through one or many builds of a process."""

    def __init__(self) -> None:
        self.serving = False
        self._reader: ContentReader | None = None
        self._last = LastGood()
        self._publication: Publication | None = None
        self._writer: Writer | None = None
        self._texts: dict[str, str] = {}
        """What a publication makes at once, by file."""
        self._code = _code_state()

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

    def start(self, command: str) -> None:
        """Note whether an author previews or the site is published."""
        self.serving = command == "serve"

    def configure(self, config: MkDocsConfig) -> None:
        """Read and check the content, and decide which pages there are."""
        if self.serving and _code_state() != self._code:
            _restart()
        config.site_url = _address(config)
        docs = Path(config.docs_dir)
        organisation, declared = organisation_of(Path(config.config_file_path), docs, latest_day())
        content = self._read(docs, config, organisation.plan)
        findings = check(content, store=store_of(Path(config.config_file_path).parent))
        findings = (*declared, *findings)
        self._tell(findings, docs.name)
        self._last = remember(content, findings, self._last)
        shown = for_author(content, self._last) if self.serving else for_readers(content)
        licence = organisation.licence.code if organisation.licence else ""
        published = publication(
            replace(
                shown.published(config.site_name, config.site_url, licence, organisation.language),
                lent_under=organisation.licence,
            ),
            self._assets(config),
            findings,
            organisation,
        )
        if self.serving:
            published = previewed(published, findings, shown.broken)
        self._publication = published
        # A base has templates of its own before ours, which the theme's follow.
        own = [*map(str, overrides_of(config.theme.custom_dir))]
        config.theme.dirs[:] = own + [each for each in config.theme.dirs if each not in own]
        # The theme's own static pages write the build's date; ours are made with the others.
        config.theme.static_templates.clear()
        self._shorten_menu(config)

    def _read(self, docs: Path, config: MkDocsConfig, plan: NumberingPlan | None) -> Content:
        known = self._reader
        if known is None or (known.root, known.plan) != (docs, plan):
            store = store_of(Path(config.config_file_path).parent)
            self._reader = known = ContentReader(docs, store, plan)
        return standing(known.read(latest_day()), self._last)

    def _tell(self, findings: tuple[Finding, ...], folder: str) -> None:
        """Say what was found; it stops a publication only."""
        if not self.serving and has_errors(findings):
            raise PluginError("\n\n" + as_text(findings, folder))
        if findings:
            log.info("%s", as_text(findings, folder) if self.serving else summary(findings))

    def _assets(self, config: MkDocsConfig) -> Mapping[str, Asset]:
        folders = (folder / "assets" for folder in overrides_of(config.theme.custom_dir))
        return gather(*folders, store=store_of(Path(config.config_file_path).parent))

    def _shorten_menu(self, config: MkDocsConfig) -> None:
        """Leave out of the menu the pages that an empty content does not make."""
        built = self.publication.by_source.keys()
        config.nav = [
            entry
            for entry in config.nav or []
            if not isinstance(entry, dict) or built >= {*map(str, entry.values())}
        ]

    def plan_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep the pages that are plain Markdown, and put in one for each of the others."""
        pages = self.publication.by_source
        sources = {*self.publication.published.sources.values()}
        texts = self.publication.published.content.texts
        kept = Files([file for file in files if isinstance(pages.get(file.src_uri), TextPage)])
        for file in kept:
            # What is published is what was checked, whatever happens meanwhile to the file; of one
            # that is beyond the bounds, its author sees what to mend alone. MkDocs looks at links:
            # « <! », even in code, may throw out the parser that it looks for tags with.
            file.content_string = texts.get(file.src_uri, "").replace("<!", "&lt;!")
        for path, page in pages.items():
            if isinstance(page, TextPage):
                continue
            file = File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.edit_uri = path if path in sources else None
            kept.append(file)
            assert unquote(file.url).rstrip("/") == page.address.rstrip("/")
        return kept

    def keep_menu(self, navigation: Navigation) -> None:
        """Keep the menu as plain values: a page made by our writer shows it too."""
        menu = tuple(
            Link(name=item.title or "", address="" if item.url == "./" else item.url)
            for item in navigation.items
            if isinstance(item, MkDocsPage)
        )
        around = replace(self.publication.surroundings, menu=menu)
        self._publication = replace(self.publication, surroundings=around)

    def choose_template(self, page: MkDocsPage) -> None:
        """Name the template of a page: MkDocs writes down what we made; authors do not choose."""
        page.meta["template"] = "partials/made.html"

    def declare_anchors(self, page: MkDocsPage) -> None:
        """Tell MkDocs the anchors of a script, whose text it does not see."""
        if anchors := self._planned(page).anchors:
            page.present_anchor_ids = {*anchors}

    def prepare_templates(
        self, environment: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> None:
        """Make the template environment ours, then the pages of a publication, on every core."""
        store = store_of(Path(config.config_file_path).parent) if are_ours() else None
        published = self.publication
        taxonomy = published.published.catalog.taxonomy
        self._writer = Writer(environment, config, published.surroundings, taxonomy, store)
        # A preview has other threads, and makes little: each page when its turn comes.
        self._texts = {} if self.serving else self._made(files)

    def _made(self, files: Files) -> dict[str, str]:
        by_mkdocs = (file.page for file in files.documentation_pages() if file.page)
        pages = [
            *((self._filled(page), page.edit_url or "") for page in by_mkdocs),
            *((page, "") for page in self.publication.by_us),
        ]
        texts = self.writer.texts(pages)
        return {page.file: text for (page, _edited), text in zip(pages, texts, strict=True)}

    def context(self, page: MkDocsPage, context: TemplateContext) -> TemplateContext:
        """Return what MkDocs writes down of ``page``; plain Markdown has its text by now."""
        planned = self._planned(page)
        text = self._texts.pop(planned.file, None)
        if text is None:
            text = self.writer.text(self._filled(page), page.edit_url or "")
        context.update({"text": Markup(text)})  # type: ignore[misc]  # noqa: S704  # escaped
        return context

    def _filled(self, page: MkDocsPage) -> Page:
        """Return what was planned of a page; plain Markdown has its text by now."""
        planned = self._planned(page)
        if isinstance(planned, TextPage):
            planned = replace(planned, content=self._text(page))
        return planned

    def _text(self, page: MkDocsPage) -> Markup:
        """Return what was checked of a page, and not what MkDocs reads in it.

        Only while its author previews it may a page have a mistake, and no text of ours.
        """
        written = self.publication.published.written[page.file.src_uri]
        if written.html is None:
            assert self.serving, "a page with a mistake stops the publication"
            return clean_page(page.content or "")
        root = self.publication.surroundings.root(written.address)
        return situate(written.html, root)

    def write_others(self, config: MkDocsConfig) -> None:
        """Write what is not a page for MkDocs: our own pages, data, assets."""
        site, published = Path(config.site_dir), self.publication
        render = self.writer.text
        for page in published.by_us:
            text = self._texts.pop(page.file, None)
            _write(site / page.file, (render(page) if text is None else text).encode())
        for address, text in published.texts():
            _write(site / address, text.encode())
        for asset in published.assets.values():
            _write(site / asset.address, asset.content)
        store = store_of(Path(config.config_file_path).parent)
        templates = overrides_of(config.theme.custom_dir)
        worker = minified(templates[-1] / "assets" / "worker" / "sw.js", store)
        for address, content in last_files(published, files_of(site), render, worker, store):
            _write(site / address, content)
        if not published.published.site_url:
            log.info("Sans SITE_URL : ni flux.xml, ni sitemap.xml, ni adresse canonique.")

    def _planned(self, page: MkDocsPage) -> Page:
        return self.publication.by_source[page.file.src_uri]


def restart_command(python: str, started: Sequence[str]) -> list[str]:
    """Return what starts again the program that runs, ``started`` being how Python was called.

    MkDocs or ProperDocs, as a script or by ``-m``, with the same options.
    """
    return [python, *started[1:]]


def _address(config: MkDocsConfig) -> str:
    """Return the site's address, ending in ``/``, or nothing; a wrong one stops the build."""
    try:
        return site_address(config.site_url or "")
    except ValueError as error:
        raise PluginError(str(error)) from None


def _restart() -> None:
    """Start again as this process was started: a module is loaded once per process."""
    log.info("Le code a changé : le serveur redémarre.")
    os.execv(sys.executable, restart_command(sys.executable, sys.orig_argv))  # noqa: S606


def _code_state() -> tuple[int, ...]:
    """Return what changes when a file of the hooks changes."""
    return tuple(file.stat().st_mtime_ns for file in (*sorted(PACKAGE.rglob("*.py")), HOOK))


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
