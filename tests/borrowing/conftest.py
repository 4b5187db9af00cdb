"""Two bases: one that is published, and lends; one that borrows, and lacks a tutorial of it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from boutdufil.kinds.loan.values import text_digest
from boutdufil.tools.borrowing.lender import CATALOGUE
from tests.edge.running import Answer, fil_here
from tests.site.builds import TINY, Built
from tests.site.plain_host import hosted

SONG = "musique/ecouter-un-disque"
PHOTO = "photos/envoyer-une-photo"
LENT = f"tutoriels/{PHOTO}.md"
SETTINGS = """\
site_name: La médiathèque
extra:
  licence:
    nom: CC BY-SA 4.0
    code: CC-BY-SA-4.0
    url: https://creativecommons.org/licenses/by-sa/4.0/deed.fr
"""


@dataclass
class Published:
    """A published base: its files, and where it is served."""

    folder: Path
    address: str
    lost: list[str] = field(default_factory=list)

    @property
    def catalogue(self) -> dict[str, object]:
        found = json.loads((self.folder / CATALOGUE).read_text("utf-8"))
        assert isinstance(found, dict)
        return found

    def tell(self, reference: str = "", **values: object) -> None:
        """Change what its list tells of itself, or of one tutorial."""
        found = self.catalogue
        listed = found["tutoriels"]
        assert isinstance(listed, list)
        for told in listed if reference else [found]:
            if not reference or told["adresse"] == f"tutoriels/{reference}/":
                told.update(values)
        (self.folder / CATALOGUE).write_text(json.dumps(found), "utf-8")

    def correct(self, reference: str, change: Callable[[str], str]) -> str:
        """Publish another text of a tutorial; return it."""
        file = self.folder / "tutoriels" / reference / "fiche.js"
        called = re.fullmatch(r"window\.filFiche\((.*)\);\n", file.read_text("utf-8"), re.DOTALL)
        assert called
        name, text = json.loads(f"[{called[1]}]")
        new = change(text)
        assert new != text
        file.write_text(f"window.filFiche({json.dumps(name)},{json.dumps(new)});\n", "utf-8")
        self.tell(reference, empreinte=text_digest(new))
        return new


@dataclass(frozen=True)
class Base:
    """The base that borrows."""

    folder: Path

    def text(self, path: str) -> str:
        return (self.folder / "docs" / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        (self.folder / "docs" / path).write_text(text, "utf-8")

    def has(self, path: str) -> bool:
        return (self.folder / "docs" / path).exists()

    def change(self, path: str, old: str, new: str) -> None:
        assert old in self.text(path)
        self.write(path, self.text(path).replace(old, new))

    def borrow(self, *asked: str) -> Answer:
        return fil_here("emprunter", *asked, folder=self.folder)

    def borrowed(self, *asked: str, code: int = 0) -> str:
        done = self.borrow(*asked)
        assert done.returncode == code, done.stdout.decode() + done.stderr.decode()
        return done.stdout.decode()

    def refused(self, *asked: str) -> str:
        done = self.borrow(*asked)
        assert done.returncode == 2, done.stdout.decode()
        return done.stderr.decode()

    def checked(self) -> tuple[int, str]:
        done = fil_here("verifier", folder=self.folder)
        return done.returncode, done.stdout.decode()

    def built(self) -> Built:
        done = fil_here("site", folder=self.folder)
        assert done.returncode == 0, done.stderr.decode()
        return Built(self.folder / "site", self.folder / "docs")

    def everything(self) -> dict[str, bytes]:
        docs = self.folder / "docs"
        return {str(file): file.read_bytes() for file in docs.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("mediatheque")
    shutil.copytree(TINY, base / "docs")
    (base / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    done = fil_here("site", folder=base)
    assert done.returncode == 0, done.stderr.decode()
    return base / "site"


@pytest.fixture
def lender(published_once: Path, tmp_path: Path) -> Iterator[Published]:
    folder = tmp_path / "publie"
    kept = shutil.ignore_patterns("*.gz", "*.br", "assets", "*.zip")
    shutil.copytree(published_once, folder, ignore=kept)
    with hosted(folder, "/aide/") as host:
        yield Published(folder, host.home, host.lost)


@pytest.fixture
def base(tmp_path: Path) -> Base:
    """It has the song, and no photo: what led to the photo is taken out."""
    docs = tmp_path / "base/docs"
    shutil.copytree(TINY, docs)
    shutil.rmtree(docs / "tutoriels/photos")
    (docs / "index.md").write_text("---\ntitre: Chez nous\n---\n\nBonjour.\n", "utf-8")
    song = docs / f"tutoriels/{SONG}.md"
    song.write_text(re.sub(r"(?m)^avant: .*\n", "", song.read_text("utf-8")), "utf-8")
    (tmp_path / "base/mkdocs.yml").write_text("site_name: L’association\n", "utf-8")
    return Base(tmp_path / "base")
