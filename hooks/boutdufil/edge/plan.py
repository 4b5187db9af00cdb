"""What a build and a preview decide alike, before any page is made: all that is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from boutdufil.edge.settings import overrides_of
from boutdufil.model.finding import Finding
from boutdufil.model.organisation import Organisation
from boutdufil.pages.page import Link, Page
from boutdufil.preview import Shown
from boutdufil.publish.assets import gather
from boutdufil.publish.publication import Publication, publication
from boutdufil.store import store_of


def planned(
    config: MkDocsConfig, shown: Shown, findings: Sequence[Finding], organisation: Organisation
) -> Publication:
    """Return all that is published of what is ``shown``, under the settings of ``config``.

    The menu among it: a page that an empty content does not make is left out.
    """
    licence = organisation.licence.code if organisation.licence else ""
    made = publication(
        replace(
            shown.published(
                config.site_name, config.site_url or "", licence, organisation.language
            ),
            lent_under=organisation.licence,
        ),
        gather(
            *(folder / "assets" for folder in overrides_of(config.theme.custom_dir)),
            store=store_of(Path(config.config_file_path).parent),
        ),
        findings,
        organisation,
    )
    menu = tuple(_menu(config.nav or (), made.by_source))
    return replace(made, surroundings=replace(made.surroundings, menu=menu))


def _menu(entries: Sequence[Any], pages: Mapping[str, Page]) -> Iterator[Link]:
    """Yield what a menu, as ``mkdocs.yml`` writes it, has that leads to one of ``pages``."""
    for entry in entries:
        for name, path in entry.items() if isinstance(entry, dict) else ((None, entry),):
            if isinstance(path, str) and path in pages:
                page = pages[path]
                yield Link(name=name or page.title, address=page.address)


def prefer_ours(config: MkDocsConfig) -> None:
    """Look for a template in a base's own before ours, which those of the theme follow."""
    own = [*map(str, overrides_of(config.theme.custom_dir))]
    config.theme.dirs[:] = own + [each for each in config.theme.dirs if each not in own]
