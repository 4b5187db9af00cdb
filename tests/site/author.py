"""Someone who writes, saves, and looks at the page."""

from __future__ import annotations

import shutil
from pathlib import Path

from boutdufil.edge.previewing import Preview
from tests.site.builds import TINY, Built, configured, copy_project
from tests.site.test_publication import edit

PHOTO, DISC = "photos/envoyer-une-photo", "musique/ecouter-un-disque"
HERE = "http://127.0.0.1:8000/"


class Author:
    """Someone who writes, saves, and looks at the page."""

    def __init__(self, folder: Path, docs: Path = TINY) -> None:
        self.project = copy_project(folder / "projet", docs)
        self.site = folder / "site"
        self._preview: Preview | None = None

    def file(self, reference: str) -> Path:
        return self.project / "docs" / "tutoriels" / f"{reference}.md"

    def previews(self, here: str = HERE) -> Preview:
        """Begin to preview what is written, as ``fil servir`` does; it is looked at ``here``."""
        return Preview(lambda: configured(self.project, self.site, here))

    def saves(self) -> Built:
        """Return all that the preview shows of what is written, once it has looked closely."""
        if self._preview is None:
            self._preview = self.previews()
        else:
            self._preview.follow()
        for _changed in self._preview.look_closer():
            pass
        return self.looks_at(self._preview)

    def looks_at(self, preview: Preview) -> Built:
        """Lay down all that ``preview`` shows."""
        shutil.rmtree(self.site, ignore_errors=True)
        for address, content in preview.edition.items():
            file = self.site / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return Built(self.site, self.project / "docs")

    def changes(self, reference: str, old: str, new: str) -> Built:
        edit(self.file(reference), old, new)
        return self.saves()
