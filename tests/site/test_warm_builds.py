"""After an edit, only what shows it is made again; and the site is, byte for byte, a fresh one."""

from __future__ import annotations

from pathlib import Path

import pytest

from boutdufil.edge import site as module
from boutdufil.pages.page import Page
from boutdufil.store import ELSEWHERE
from tests.site.builds import TINY, build, contents, copy_project

PHOTO = "docs/tutoriels/photos/envoyer-une-photo.md"
DISC = "docs/tutoriels/musique/ecouter-un-disque.md"
PHONE = "tutoriels/{}/telephone/"


class Builds:
    """A project that is built again and again, as another process would: only the store stays."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.project = copy_project(folder / "projet", TINY)
        self._folder = folder
        self._monkeypatch = monkeypatch
        self._made: list[str] = []
        real = module.Site._render

        def watched(site: module.Site, page: Page, *others: object) -> str:
            self._made.append(page.address)
            return real(site, page, *others)  # type: ignore[arg-type]

        monkeypatch.setattr(module.Site, "_render", watched)

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text, old
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def warm(self) -> tuple[dict[str, bytes], set[str]]:
        """Build; return the files, and the addresses of our own pages whose template ran."""
        return self._built("store")

    def cold(self) -> dict[str, bytes]:
        return self._built(f"cold-{len(list(self._folder.iterdir()))}")[0]

    def _built(self, store: str) -> tuple[dict[str, bytes], set[str]]:
        self._monkeypatch.setenv(ELSEWHERE, str(self._folder / store))
        self._made.clear()
        site = self._folder / f"site-{len(list(self._folder.iterdir()))}"
        build(self.project, site)
        return contents(site), {*self._made}


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    return Builds(tmp_path, monkeypatch)


def test_nothing_is_made_twice(builds: Builds) -> None:
    first, made = builds.warm()
    assert PHONE.format("photos/envoyer-une-photo") in made
    again, made = builds.warm()
    assert made == set()
    assert again == first


def test_a_paragraph_is_made_again_where_it_is_shown(builds: Builds) -> None:
    builds.warm()
    builds.edit(PHOTO, "photo", "photographie")
    site, made = builds.warm()
    assert PHONE.format("photos/envoyer-une-photo") in made
    assert PHONE.format("musique/ecouter-un-disque") not in made
    assert site == builds.cold()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (DISC, "titre: ", "titre: Un autre jour, "),
        ("docs/taxonomie.yml", "nom: ", "nom: Très "),
        ("docs/index.md", "titre: ", "titre: Bienvenue, "),
        ("docs/glossaire/piece-jointe.md", "definition: ", "definition: Ici, "),
        ("mkdocs.yml", "site_name: Au bout du fil", "site_name: Une autre base"),
        ("overrides/phone.html", "{% block main %}", "{% block main %}<p>Nouveau</p>"),
        ("overrides/assets/css/phone/10-desk.css", ";", ";opacity:1;"),
    ],
    ids=["titre", "taxonomie", "accueil", "terme", "nom du site", "gabarit", "feuille"],
)
def test_after_an_edit_a_site_is_as_a_fresh_one(
    builds: Builds, path: str, old: str, new: str
) -> None:
    before, _made = builds.warm()
    builds.edit(path, old, new)
    after, _made = builds.warm()
    assert after != before
    assert after == builds.cold()


def test_a_file_that_goes_leaves_nothing(builds: Builds) -> None:
    builds.warm()
    (builds.project / "docs/glossaire/piece-jointe.md").unlink()
    site, _made = builds.warm()
    assert site == builds.cold()
    assert not any("piece-jointe" in name for name in site)
