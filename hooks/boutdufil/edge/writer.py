"""The text of each page: what its template makes of it, or what was remembered of it.

Whoever asks for it, a build or a preview, it is made here, and of the same things.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from boutdufil.cores import spread
from boutdufil.edge.settings import overrides_of
from boutdufil.kinds.registry import are_ours
from boutdufil.language.typography import typeset
from boutdufil.pages.page import Page
from boutdufil.pages.render import prepare
from boutdufil.publish.publication import Publication
from boutdufil.publish.rendered import Digests, remembered, templates_digest
from boutdufil.store import Store, store_of

READ = ("site_name", "site_description", "extra", "repo_url", "edit_uri")
"""All that our templates read of ``mkdocs.yml``; the site's address is among the surroundings."""


class Writer:
    """Makes the pages of one publication, and remembers them in the project's store.

    Not where there is none, nor with a kind from elsewhere, whose code tells of no change.
    """

    def __init__(
        self,
        environment: jinja2.Environment,
        config: MkDocsConfig,
        publication: Publication,
    ) -> None:
        store = store_of(Path(config.config_file_path).parent) if are_ours() else None
        around, taxonomy = publication.surroundings, publication.published.catalog.taxonomy
        prepare(environment, taxonomy, self._paper)
        # Made anew at each build: no template changes meanwhile.
        environment.auto_reload = False
        if store and environment.bytecode_cache is None:
            environment.bytecode_cache = _Compiled(store, environment)
        self._environment = environment
        self._config = config
        self._around = around
        self._store = store
        self._digests = Digests()
        shared = replace(around, assets={}, findings={})
        read = [(name, config[name]) for name in READ]
        self._common = (
            b"rendered",
            *map(templates_digest, overrides_of(config.theme.custom_dir)),
            self._digests.of(shared, taxonomy, read),
        )

    def text(self, page: Page, edit_url: str = "") -> str:
        """Return the text of ``page``, whose source is edited at ``edit_url``."""
        if self._store is None:
            return self._made(page, edit_url, self._around.assets)
        told = self._digests.of(page, edit_url, self._around.findings.get(page.address, ()))
        make = partial(self._made, page, edit_url)
        return remembered(make, self._around.assets, (*self._common, told), self._store)

    def _paper(self, shown: object, draw: Callable[[], Markup]) -> Markup:
        """Return what is drawn of a value for a booklet: it names no asset."""
        parts = (*self._common, b"paper", self._digests.of(shown))
        return Markup(remembered(lambda _no_asset: draw(), {}, parts, self._store))  # noqa: S704

    def write(self, pages: Sequence[tuple[Page, str]], site: Path) -> None:
        """Write pages, each with the address where its source is edited, on every core.

        Those of one script follow one another: what the first works out of it, the others find.
        """
        ordered = sorted(pages, key=lambda page: page[0].beside)
        for _written in spread(partial(self._write, site), ordered):
            pass

    def _write(self, site: Path, page: tuple[Page, str]) -> None:
        for address, text in chain([(page[0].file, self.text(*page))], page[0].with_it()):
            file = site / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())

    def _made(self, page: Page, edit_url: str, assets: Mapping[str, str]) -> str:
        values = replace(self._around, assets=assets).context(page, edit_url)
        template = self._environment.get_template(page.template)
        return typeset(template.render(config=self._config, **values))


class _Compiled(jinja2.BytecodeCache):
    """Templates compiled once, in the store: it is read where nobody else can write."""

    def __init__(self, store: Store, environment: jinja2.Environment) -> None:
        self._store = store
        self._options = repr(sorted(environment.extensions)).encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._store.recall(self._parts(bucket))
        if isinstance(kept, bytes):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.keep(self._parts(bucket), bucket.bytecode_to_string())

    def _parts(self, bucket: Bucket) -> tuple[bytes, ...]:
        return (b"template", self._options, bucket.key.encode(), bucket.checksum.encode())
