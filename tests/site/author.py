"""Someone who writes, saves, and looks at the page."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build

from tests.site.builds import TINY, Built, configured, copy_project
from tests.site.test_publication import edit

PHOTO, DISC = "photos/envoyer-une-photo", "musique/ecouter-un-disque"


class Author:
    """Someone who writes, saves, and looks at the page."""

    def __init__(self, folder: Path) -> None:
        self.project = copy_project(folder / "projet", TINY)
        self.site = folder / "site"
        self._builds = 0

    def file(self, reference: str) -> Path:
        return self.project / "docs" / "tutoriels" / f"{reference}.md"

    def saves(self) -> Built:
        """Build as ``mkdocs serve`` does at each save; return what it shows."""
        url = "http://127.0.0.1:8000/"
        config = configured(self.project, self.site)
        if self._builds == 0:
            config.plugins.on_startup(command="serve", dirty=False)
        self._builds += 1
        config.site_url = url
        mkdocs_build(config, serve_url=url)
        return Built(self.site, self.project / "docs")

    def changes(self, reference: str, old: str, new: str) -> Built:
        edit(self.file(reference), old, new)
        return self.saves()
