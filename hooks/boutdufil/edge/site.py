"""The edge with MkDocs: what each event of a build does, in the order of the events.

Everything else of the package is free of MkDocs. State is made anew by ``configure`` at each build;
two things only outlive it while an author previews: files already read, and the last good state of
each tutorial.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from boutdufil.check.report import as_text, summary
from boutdufil.check.rules import check
from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.code.reading import read_explanations
from boutdufil.kinds.content import READERS, TUTORIALS, Content, ContentReader
from boutdufil.kinds.declaration import PageEntry
from boutdufil.kinds.documents import WrittenPage
from boutdufil.kinds.tutorial.values import Tutorial, reference_of
from boutdufil.language import browser
from boutdufil.language.typography import typeset
from boutdufil.markup.markdown import clean_page
from boutdufil.model.finding import Finding, Report, has_errors
from boutdufil.model.script import Script
from boutdufil.pages.codes import codes_pages
from boutdufil.pages.drawing import read_examples
from boutdufil.pages.guides import guides_script
from boutdufil.pages.page import HOME, Link, Page
from boutdufil.pages.plan import OURS, plan
from boutdufil.pages.proposal import (
    DATA_ASSET,
    PROPOSAL_FILE,
    SOURCE_SCRIPT,
    proposal_script,
    source_script,
)
from boutdufil.pages.render import NOT_FOUND, Surroundings, prepare
from boutdufil.pages.written import (
    Knowledge,
    about_links,
    guides_among,
    template_of,
    written_page,
)
from boutdufil.publish.address import site_address
from boutdufil.publish.assets import Asset, gather, hashed
from boutdufil.publish.data import atom_feed, site_map, tutorials_json
from boutdufil.publish.schemas import PUBLISHED, schema_json
from boutdufil.search.documents import search_documents, synonyms_of
from boutdufil.search.shards import search_files
from boutdufil.source.text_file import decode

# Under « mkdocs. », so that warnings stop a strict build.
log = logging.getLogger("mkdocs.boutdufil")


@dataclass
class Build:
    """One build, from its configuration to its files."""

    knowledge: Knowledge
    surroundings: Surroundings
    assets: dict[str, Asset]
    pages: dict[str, Page] = field(default_factory=dict)
    """Pages made from the Catalog, by their source file, or by a path made up for MkDocs."""
    scripts: list[Page] = field(default_factory=list)
    """Phone pages and booklets, which our own writer makes: a MkDocs page costs more."""
    environment: jinja2.Environment | None = None


class Site:
    """The site, through one or many builds of a process."""

    def __init__(self) -> None:
        self.serving = False
        self._reader: ContentReader | None = None
        self._last_good: dict[str, Tutorial] = {}
        self._last_content: Content | None = None
        self._last_pages: dict[str, WrittenPage] = {}
        self._build: Build | None = None
        self._code = _code_state()

    @property
    def build(self) -> Build:
        """The build under way."""
        assert self._build is not None, "on_config comes first"
        return self._build

    def start(self, command: str) -> None:
        """Note whether an author previews or the site is published."""
        self.serving = command == "serve"

    def configure(self, config: MkDocsConfig) -> None:
        """Read and check the content, and decide which pages there are."""
        if self.serving and _code_state() != self._code:
            # A module is loaded once per process: new code needs a new process.
            log.info("Le code a changé : le serveur redémarre.")
            os.execv(sys.executable, restart_command(sys.executable, sys.orig_argv))  # noqa: S606
        config.site_url = _address(config)
        root = Path(config.docs_dir)
        content = self._read(root)
        examples = read_examples(root, content.taxonomy)
        explained, unclear = read_explanations(root)
        findings = (
            *check(content),
            *(each for word in examples for each in word.findings),
            *unclear,
        )
        if not self.serving and has_errors(findings):
            raise PluginError("\n\n" + as_text(findings, root.name))
        if findings:
            log.info("%s", as_text(findings, root.name) if self.serving else summary(findings))
        tutorials, broken = self._choose(content, findings)
        knowledge = Knowledge(
            catalog=Catalog.of(content.taxonomy, tutorials, content.terms),
            content=content,
            written={page.path: page for page in self._choose_pages(content)},
            examples=examples,
        )
        assets = _assets(_overrides(config), knowledge)
        surroundings = Surroundings(
            site_url=config.site_url,
            about=about_links(knowledge),
            assets={name: asset.address for name, asset in assets.items()},
            takes_proposals=PROPOSAL_FILE in knowledge.written,
        )
        if self.serving:
            surroundings = replace(
                surroundings, policy="", findings=_by_address(findings, knowledge)
            )
        pages = [
            *plan(knowledge),
            *codes_pages(explained),
            *(_broken_page(path, findings) for path in broken),
        ]
        self._build = Build(
            knowledge,
            surroundings,
            assets,
            pages=_by_source(pages, knowledge),
            scripts=[page for page in pages if page.template in OURS],
        )
        # The theme's own static pages write the build's date; ours are made with the others.
        config.theme.static_templates.clear()
        self.shorten_menu(config)

    def _read(self, root: Path) -> Content:
        """Read the content; when its taxonomy broke during a preview, as it last was right."""
        if self._reader is None or self._reader.root != root:
            self._reader = ContentReader(root)
        content = self._reader.read(date.today())
        if content.taxonomy.themes or self._last_content is None:
            self._last_content = content
            return content
        return replace(self._last_content, findings=content.findings)

    def _choose(
        self, content: Content, findings: tuple[Finding, ...]
    ) -> tuple[list[Tutorial], list[str]]:
        """Return the tutorials to show, and the paths of those that never were right."""
        if not self.serving:
            return [tutorial for tutorial in content.tutorials if not tutorial.draft], []
        wrong = {finding.path for finding in findings if has_errors([finding])}
        chosen: list[Tutorial] = []
        broken: list[str] = []
        paths = [
            document.path
            for document in content.documents
            if document.path.startswith(f"{TUTORIALS}/")
        ]
        read = {tutorial.path: tutorial for tutorial in content.tutorials}
        for path in paths:
            if path in read and path not in wrong:
                self._last_good[path] = read[path]
            tutorial = self._last_good.get(path) or read.get(path)
            if tutorial is None or not content.taxonomy.themes.keys() >= {*tutorial.themes}:
                broken.append(path)
            else:
                chosen.append(tutorial)
        return chosen, broken

    def _choose_pages(self, content: Content) -> tuple[WrittenPage, ...]:
        """Return the pages written by hand, one that is wrong being shown as it last was right."""
        self._last_pages |= {page.path: page for page in content.pages}
        return tuple(
            self._last_pages.get(document.path)
            or WrittenPage(document.path, PageEntry(title=document.path), None)
            for document in content.documents
            if document.path.split("/")[0] not in READERS
        )

    def plan_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep the pages written by hand, and put in one for each listing and tutorial."""
        written = self.build.knowledge.written.keys() - self.build.pages.keys()
        kept = Files([file for file in files if file.src_uri in written])
        sources = {document.path for document in self.build.knowledge.content.documents}
        for path, page in self.build.pages.items():
            file = File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.edit_uri = path if path in sources else None
            kept.append(file)
            assert file.url.rstrip("/") == page.address.rstrip("/")
        return kept

    def shorten_menu(self, config: MkDocsConfig) -> None:
        """Leave out of the menu the pages that an empty content does not make."""
        built = self.build.pages.keys() | self.build.knowledge.written.keys()
        entries = config.nav or []
        config.nav = [
            entry
            for entry in entries
            if not isinstance(entry, dict) or built.issuperset(map(str, entry.values()))
        ]

    def keep_menu(self, navigation: Navigation) -> None:
        """Keep the menu as plain values: a page made by our writer shows it too."""
        menu = tuple(
            Link(name=item.title or "", address="" if item.url == "./" else item.url)
            for item in navigation.items
            if isinstance(item, MkDocsPage)
        )
        self.build.surroundings = replace(self.build.surroundings, menu=menu)

    def choose_template(self, page: MkDocsPage) -> None:
        """Name the template of a page; authors do not choose it."""
        planned = self.build.pages.get(page.file.src_uri)
        page.meta["template"] = (
            planned.template
            if planned
            else template_of(self.build.knowledge.written[page.file.src_uri])
        )

    def declare_anchors(self, page: MkDocsPage) -> None:
        """Tell MkDocs the anchors of a tutorial, whose text it does not see."""
        planned = self.build.pages.get(page.file.src_uri)
        script = planned.values.get("script") if planned else None
        if isinstance(script, Script):
            page.present_anchor_ids = {f"etape-{step.rank}" for step in script.steps}

    def prepare_templates(self, environment: jinja2.Environment) -> None:
        """Make the template environment ours."""
        prepare(environment, self.build.knowledge.catalog.taxonomy)
        self.build.environment = environment

    def context(self, page: MkDocsPage, context: TemplateContext) -> TemplateContext:
        """Return what the template of ``page`` receives."""
        build = self.build
        planned = build.pages.get(page.file.src_uri)
        if planned is None:
            written = build.knowledge.written[page.file.src_uri]
            planned = written_page(written, clean_page(page.content or ""), build.knowledge)
        context.update(build.surroundings.context(planned))  # type: ignore[typeddict-item]
        context.update(edit_url=page.edit_url or "")  # type: ignore[call-arg]
        return context

    def write_others(self, config: MkDocsConfig) -> None:
        """Write what is not a page for MkDocs: assets, scripts, redirects, data."""
        site = Path(config.site_dir)
        for address, text in (*self._texts(config), *self._sources(Path(config.docs_dir))):
            _write(site / address, text.encode())
        for asset in self.build.assets.values():
            _write(site / asset.address, asset.content)

    def _texts(self, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
        catalog, url = self.build.knowledge.catalog, self.build.surroundings.site_url
        for page in self.build.scripts:
            yield f"{page.address}index.html", self._render(page, config)
        yield NOT_FOUND.address, self._render(NOT_FOUND, config)
        for address, target in catalog.redirects():
            yield f"{address}index.html", self._render(_redirect(address, target, url), config)
        licence = (config.extra.get("licence") or {}).get("code", "")
        yield "api/v1/tutoriels.json", tutorials_json(catalog, config.site_name, licence)
        for name in PUBLISHED:
            yield f"api/v1/{name}.schema.json", schema_json(name, catalog.taxonomy)
        if not url:
            log.info("Sans SITE_URL : ni flux.xml, ni sitemap.xml, ni adresse canonique.")
            return
        yield "flux.xml", atom_feed(catalog, config.site_name, url)
        addresses = {page.address for page in self.build.pages.values()}
        addresses |= {page.address for page in self.build.scripts}
        addresses |= {page.address for page in self.build.knowledge.written.values()}
        yield "sitemap.xml", site_map(addresses, catalog, url)

    def _sources(self, docs: Path) -> Iterator[tuple[str, str]]:
        """Yield the source of each tutorial, from which a reader writes a correction."""
        if not self.build.surroundings.takes_proposals:
            return
        for tutorial in self.build.knowledge.catalog.tutorials:
            file = docs / tutorial.path
            # While an author previews, the file may be away or unreadable for a moment.
            text = decode(file.read_bytes(), Report(tutorial.path)) if file.is_file() else None
            if text is not None:
                yield tutorial.address + SOURCE_SCRIPT, source_script(tutorial.reference, text)

    def _render(self, page: Page, config: MkDocsConfig) -> str:
        assert self.build.environment is not None, "on_env comes first"
        template = self.build.environment.get_template(page.template)
        return typeset(template.render(config=config, **self.build.surroundings.context(page)))


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


def _redirect(address: str, target: str, site_url: str) -> Page:
    return Page(
        address=address,
        template="redirect.html",
        kind="page",
        title="Cette page a changé d’adresse",
        values={"target": target, "canonical": site_url + target if site_url else ""},
    )


def _broken_page(path: str, findings: tuple[Finding, ...]) -> Page:
    return Page(
        address=f"tutoriels/{reference_of(path)}/",
        template="findings.html",
        kind="page",
        title=f"{path} est à corriger",
        crumbs=(HOME,),
        values={"findings": tuple(found for found in findings if found.path == path)},
    )


def _assets(overrides: Path, knowledge: Knowledge) -> dict[str, Asset]:
    """Return what pages load, by logical name: sheets and scripts, guides, search index."""
    guides = guides_script(guides_among(tuple(knowledge.written.values())))
    synonyms = synonyms_of(knowledge.catalog, knowledge.content.synonyms)
    found = search_files(search_documents(knowledge.catalog), synonyms)
    gathered = gather(overrides / "assets")
    french = browser.script().encode() + gathered[browser.SCRIPT].content
    return {
        **gathered,
        browser.SCRIPT: hashed(browser.SCRIPT, french),
        "guides.js": hashed("guides.js", guides.encode()),
        DATA_ASSET: hashed(DATA_ASSET, proposal_script(knowledge.catalog).encode()),
        **{name: Asset(address, value) for name, (address, value) in found.items()},
    }


def _by_source(pages: Iterable[Page], knowledge: Knowledge) -> dict[str, Page]:
    """Return the pages that MkDocs makes, by their source file, or by a path made up for it."""
    return {
        knowledge.sources.get(page.address, f"{page.address}index.md"): page
        for page in pages
        if page.template not in OURS
    }


def _by_address(
    findings: tuple[Finding, ...], knowledge: Knowledge
) -> dict[str, tuple[Finding, ...]]:
    """Tell each page what its author has to correct; the home page tells it all."""
    addresses = {path: address for address, path in knowledge.sources.items()}
    told: dict[str, tuple[Finding, ...]] = {"": findings} if findings else {}
    for finding in findings:
        if finding.path in addresses:
            address = addresses[finding.path]
            for shown in (address, f"{address}telephone/"):
                told[shown] = (*told.get(shown, ()), finding)
    return told


def _overrides(config: MkDocsConfig) -> Path:
    assert config.theme.custom_dir is not None, "mkdocs.yml names overrides/"
    return Path(config.theme.custom_dir)


def _code_state() -> tuple[int, ...]:
    """Return what changes when a file of the hooks changes."""
    return tuple(
        file.stat().st_mtime_ns for file in sorted(Path(__file__).parents[2].rglob("*.py"))
    )


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
