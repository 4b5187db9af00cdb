"""After an edit, only what shows it is made again; and the site is, byte for byte, a fresh one."""

from __future__ import annotations

import errno
import pickle
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup

from boutdufil.edge.writer import READ, Writer
from boutdufil.kinds.loan.values import Loan
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.pages.page import Page
from boutdufil.pickled import squeezed
from boutdufil.store import ELSEWHERE, _warn
from tests.site.builds import REPOSITORY, TINY, build, contents, copy_project

PHOTO = "docs/tutoriels/photos/envoyer-une-photo.md"
DISC = "docs/tutoriels/musique/ecouter-un-disque.md"
OTHER = "musique/ecouter-un-disque"
PAGE, PHONE = "tutoriels/{}/", "tutoriels/{}/telephone/"


class Builds:
    """A project that is built again and again, as another process would: only the store stays."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.project = copy_project(folder / "projet", TINY)
        self._folder = folder
        self.store = folder / "store"
        self._monkeypatch = monkeypatch
        self._made: list[str] = []
        real = Writer._made

        def watched(writer: Writer, page: Page, *others: object) -> str:
            self._made.append(page.address)
            return real(writer, page, *others)  # type: ignore[arg-type]

        monkeypatch.setattr(Writer, "_made", watched)
        _warn.cache_clear()

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text, old
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def warm(self) -> tuple[dict[str, bytes], set[str]]:
        """Build; return the files, and the addresses of the pages whose template ran."""
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
    every = {name.removesuffix("index.html") for name in first if name.endswith(".html")}
    assert made >= every
    again, made = builds.warm()
    assert made == set()
    assert again == first


def test_a_paragraph_is_made_again_where_it_is_shown(builds: Builds) -> None:
    builds.warm()
    builds.edit(PHOTO, "dans mon album", "dans mon grand album")
    site, made = builds.warm()
    assert made == {
        PAGE.format("photos/envoyer-une-photo"),
        PHONE.format("photos/envoyer-une-photo"),
        # It is of both themes, and what weighs more is said where the site is kept.
        "themes/photos/livret/",
        "themes/musique/livret/",
        "hors-ligne/",
    }
    assert site == builds.cold()


def test_a_body_is_drawn_once_for_the_booklets(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    real = Writer._paper

    def watched(
        writer: Writer, shown: tuple[Tutorial, Loan | None], draw: Callable[[], Markup]
    ) -> Markup:
        def noted() -> Markup:
            drawn.append(shown[0].reference)
            return draw()

        return real(writer, shown, noted)

    monkeypatch.setattr(Writer, "_paper", watched)
    builds.warm()
    assert {OTHER, "photos/envoyer-une-photo"} <= {*drawn}
    assert len(drawn) == len({*drawn})
    drawn.clear()
    builds.edit(DISC, "disque", "vinyle")
    builds.warm()
    assert drawn == [OTHER]


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


def cut(files: list[Path]) -> None:
    for file in files:
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def foreign(files: list[Path]) -> None:
    for file in files:
        file.write_bytes(squeezed(pickle.dumps(Path("ailleurs"))))


def exchanged(files: list[Path]) -> None:
    """Each is whole, and in the place of another: a page would be read for another."""
    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, (*contents[1:], contents[0]), strict=True):
        file.write_bytes(content)


@pytest.mark.parametrize("damage", [cut, foreign, exchanged])
def test_what_is_damaged_is_said_once_and_made_again(
    builds: Builds, damage: Callable[[list[Path]], None], caplog: pytest.LogCaptureFixture
) -> None:
    first, every = builds.warm()
    damage(sorted(builds.store.iterdir()))
    caplog.clear()
    again, made = builds.warm()
    assert again == first
    assert made == every
    assert told(caplog) == ["est abîmé : ce qui ne s’y lit plus est refait"]
    assert builds.warm() == (first, set())


def test_what_cannot_be_written_is_said_once(
    builds: Builds, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root writes in a folder that is read only: here, the disk refuses."""
    real = Path.write_bytes

    def refused(self: Path, content: bytes) -> int:
        if self.parent == builds.store:
            raise OSError(errno.EROFS, "read only")
        return real(self, content)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", refused)
        first, every = builds.warm()
        assert builds.warm() == (first, every)
    assert told(caplog) == ["ne se laisse pas écrire : tout sera refait la fois suivante"]
    assert [*builds.store.iterdir()] == []
    assert first == builds.cold()


def test_what_another_version_kept_is_not_taken(
    builds: Builds, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is wrong then, and nothing is said."""
    first, every = builds.warm()
    monkeypatch.setattr("boutdufil.store._maker", lambda: b"another")
    assert builds.warm() == (first, every)
    assert told(caplog) == []


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what is said of the store, after the name of its folder."""
    records = [each.getMessage() for each in caplog.records if each.name == "boutdufil.store"]
    return [re.sub(r".*» (.*)\. Vous pouvez l’effacer\.", r"\1", each) for each in records]


def test_a_template_is_translated_once(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    translated: list[str | None] = []
    real = Environment.compile

    def watched(self: Environment, source: str, name: str | None = None, *others: object) -> object:
        translated.append(name)
        return real(self, source, name, *others)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", watched)
    # What a test keeps in memory for all would hide it.
    monkeypatch.setattr("tests.site.builds._COMPILED", None)
    builds.warm()
    assert "phone.html" in translated
    assert len(translated) == len({*translated})
    translated.clear()
    builds.edit(PHOTO, "dans mon album", "dans mon grand album")
    builds.edit("overrides/phone.html", "{% block main %}", "{% block main %}<p>Nouveau</p>")
    site, made = builds.warm()
    assert PHONE.format(OTHER) in made
    assert translated == ["phone.html"]
    assert site == builds.cold()


def test_a_value_that_comes_from_the_machine_changes_every_page(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``mkdocs.yml`` may take any value from a variable: the file is the same, the site is not."""
    builds.edit("mkdocs.yml", "site_name: Au bout du fil", "site_name: !ENV [NOM, Un nom]")
    before, every = builds.warm()
    monkeypatch.setenv("NOM", "Une autre base")
    after, made = builds.warm()
    assert made == every
    assert after != before
    assert after == builds.cold()


def test_templates_read_of_the_settings_what_is_declared() -> None:
    """What a page is remembered by: a template that reads another value would show a former one."""
    texts = [
        file.read_text(encoding="utf-8") for file in (REPOSITORY / "overrides").rglob("*.html")
    ]
    assert {name for text in texts for name in re.findall(r"\bconfig\.(\w+)", text)} <= {*READ}
    assert not any(re.search(r"\bconfig\b(?!\.\w)", text) for text in texts)
