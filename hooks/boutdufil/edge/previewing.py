"""The site as its author sees it, save after save, without a build: MkDocs lends its settings.

A page is made when it is looked at. What costs as much as there are files, the rules between them,
comes once the page is told to be there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from time import monotonic

from mkdocs.config.defaults import MkDocsConfig

from boutdufil.check.report import as_text
from boutdufil.check.rules import alone, between, told
from boutdufil.edge.clock import latest_day
from boutdufil.edge.declared import organisation_of
from boutdufil.edge.mkdocs_pages import completing, read_by_mkdocs
from boutdufil.edge.plan import planned, prefer_ours
from boutdufil.edge.restarting import code_state, restart
from boutdufil.edge.writer import Writer
from boutdufil.folded import keep_unfolded
from boutdufil.kinds.content import Content
from boutdufil.kinds.folder import ContentReader
from boutdufil.language.numbering import NumberingPlan
from boutdufil.language.text import decimal
from boutdufil.model.finding import Finding
from boutdufil.model.organisation import Organisation
from boutdufil.pages.page import Page
from boutdufil.preview import LastGood, for_author, previewed, remember, standing
from boutdufil.publish.edition import Edition
from boutdufil.publish.publication import Publication
from boutdufil.store import Store, store_of

log = logging.getLogger("mkdocs.boutdufil")


@dataclass(frozen=True, slots=True)
class _Saved:
    """What a save left, and what was found in it so far."""

    config: MkDocsConfig
    content: Content
    organisation: Organisation
    alone: tuple[Finding, ...]
    """In the settings, and in each file without looking at the others."""
    findings: tuple[Finding, ...]
    """With what the files said of each other, the time before."""


class Preview:
    """What an author sees. A few things outlive a save: what was read, and how it last was good."""

    def __init__(self, load: Callable[[], MkDocsConfig]) -> None:
        """``load`` reads the settings, with the address at which the site is looked at."""
        keep_unfolded()
        self._load = load
        self._reader: ContentReader | None = None
        self._last = LastGood()
        self._between: tuple[Finding, ...] = ()
        """What was last found between the files."""
        self._code = code_state()
        log.info("Le site se prépare…")
        self.follow()

    @property
    def watched(self) -> tuple[str, ...]:
        """The files and folders whose every save is shown."""
        config = self._saved.config
        return (config.docs_dir, config.config_file_path, *config.watch)

    def follow(self) -> None:
        """Read what was saved, and show it."""
        if code_state() != self._code:
            restart()
        started = monotonic()
        config = self._load()
        prefer_ours(config)
        settings, docs = Path(config.config_file_path), Path(config.docs_dir)
        organisation, declared = organisation_of(settings, docs, latest_day())
        store = store_of(settings.parent)
        content = standing(self._read(docs, store, organisation.plan), self._last)
        found = (*declared, *alone(content, store=store))
        paths = {each.path for each in (*content.documents, *content.data)}
        before = (each for each in self._between if each.path in paths)
        findings = told(content, chain(found, before))
        self._saved = _Saved(config, content, organisation, found, findings)
        self._show(findings, remember(content, findings, self._last))
        log.info("Site à jour en %s.", _duration(monotonic() - started))

    def look_closer(self) -> Iterator[bool]:
        """Look at what files say of each other, and tell all that was found.

        After each part of that, yield whether what is shown changed: one who has saved meanwhile
        stops there.
        """
        saved = self._saved
        found: list[Finding] = []
        for each in between(saved.content):
            found += each
            yield False
        self._between = tuple(found)
        findings = told(saved.content, (*saved.alone, *found))
        self._last = remember(saved.content, findings, self._last)
        if findings != saved.findings:
            self._show(findings, self._last)
            yield True
        if findings:
            log.info("%s", as_text(findings, Path(saved.config.docs_dir).name))
        self._read_by_mkdocs()
        yield False

    def _read(self, docs: Path, store: Store | None, plan: NumberingPlan | None) -> Content:
        known = self._reader
        if known is None or (known.root, known.plan) != (docs, plan):
            self._reader = known = ContentReader(docs, store, plan)
        return known.read(latest_day())

    def _show(self, findings: tuple[Finding, ...], last: LastGood) -> None:
        saved = self._saved
        shown = for_author(saved.content, last)
        publication = planned(saved.config, shown, findings, saved.organisation)
        publication = previewed(publication, findings, shown.broken)
        self._read_by_mkdocs = cache(lambda: read_by_mkdocs(publication, saved.config))
        render = _renderer(publication, saved.config, self._read_by_mkdocs)
        self.edition = Edition(publication, render)


def _duration(seconds: float) -> str:
    rounded = round(seconds, 1)
    return f"{decimal(rounded)} seconde{'s' if rounded >= 2 else ''}"


def _renderer(
    publication: Publication, config: MkDocsConfig, read: Callable[[], Mapping[str, str]]
) -> Callable[[Page], str]:
    """Return what makes a page; ``read`` gives what MkDocs reads in those of plain Markdown."""
    writer = Writer(config.theme.get_env(), config, publication)
    complete = completing(publication, config, read)
    return lambda page: writer.text(*complete(page))
