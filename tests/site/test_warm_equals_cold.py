"""Whatever changes, and in whatever order, a site made of what was kept is as one made afresh."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.exceptions import Abort

from boutdufil.publish.compressed import compressed
from boutdufil.store import ELSEWHERE, store_of
from tests.conftest import heavy, many
from tests.site.builds import TINY, build, contents, copy_project
from tests.site.shared import Share

Edit = Callable[[Path], None]
"""What an author does to the content of a project."""

PHOTO = "tutoriels/photos/envoyer-une-photo.md"
DISC = "tutoriels/musique/ecouter-un-disque.md"
TERM = "glossaire/piece-jointe.md"
WORDS = ("zèbre", "pièce jointe", "Voisins", "disque", "« bien »", "2 h 30 : non !", "<b>", "œuf")
"""Put anywhere: among them a term, an audience, what is set in French, and what is refused."""
PLACES = {
    "a text": (PHOTO, "dans mon album"),
    "what is said": (PHOTO, "Ouvrez le dossier"),
    "a screen": (PHOTO, "image: Un chat"),
    "an answer": (PHOTO, "« Très bien"),
    "a title": (PHOTO, 'titre: "J’envoie'),
    "a summary": (DISC, "resume: "),
    "a caller’s phrase": (PHOTO, "  - Comment"),
    "another text": (DISC, "## Étapes\n"),
    "a term": (TERM, "definition: "),
    "the name of a term": (TERM, "terme: "),
    "the home page": ("index.md", "titre: "),
    "a page by hand": ("mediateurs/index.md", "titre: "),
    "a word of the taxonomy": ("taxonomie.yml", "nom: "),
    "a link that breaks": (PHOTO, "ecouter-un-disque"),
}
NEW_TERM = """---
terme: album
synonymes: [recueil]
definition: Un dossier de photos.
---
"""
GUIDE = """---
titre: Répondre
resume: Un guide.
---

## Étapes

### J’ouvre

/// dire
Ouvrez l’album.
///
"""
FILES = {
    "synonymes.yml": "memes:\n  - [photo, image]\nproches:\n  - [album, dossier]\n",
    "glossaire/album.md": NEW_TERM,
    "mediateurs/repondre.md": GUIDE,
    "glossaire/vide.md": "",
}
NAMES = {PHOTO: "donner-une-photo", DISC: "mettre-un-disque", TERM: "fichier"}


def said(place: str, word: str) -> Edit:
    path, before = PLACES[place]

    def edit(docs: Path) -> None:
        file = docs / path
        if file.exists():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(before, f"{before} {word} ", 1), encoding="utf-8")

    return edit


def written(path: str) -> Edit:
    def edit(docs: Path) -> None:
        (docs / path).write_text(FILES[path], encoding="utf-8")

    return edit


def removed(path: str) -> Edit:
    """Remove a file, and the lines that lead to it."""

    def edit(docs: Path) -> None:
        (docs / path).unlink(missing_ok=True)
        for file in docs.rglob("*.md"):
            lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            left = [line for line in lines if Path(path).stem not in line]
            file.write_text("".join(left), encoding="utf-8")

    return edit


def renamed(path: str) -> Edit:
    """Rename a file, and the links to it."""

    def edit(docs: Path) -> None:
        if not (docs / path).exists():
            return
        (docs / path).rename((docs / path).with_stem(NAMES[path]))
        for file in docs.rglob("*.md"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(Path(path).stem, NAMES[path]), encoding="utf-8")

    return edit


def undone(docs: Path) -> None:
    """Come back to where one began: what was kept then is found again."""
    shutil.rmtree(docs)
    shutil.copytree(TINY, docs)


EDITS = st.one_of(
    st.builds(said, st.sampled_from([*PLACES]), st.sampled_from(WORDS)),
    st.builds(written, st.sampled_from([*FILES])),
    st.builds(removed, st.sampled_from([DISC, TERM, *FILES])),
    st.builds(renamed, st.sampled_from([*NAMES])),
    st.just(undone),
)
SAVES = st.lists(st.lists(EDITS, min_size=1, max_size=2), min_size=1, max_size=3)
"""What is done before each build: one thing, or two at once."""


@contextmanager
def heard() -> Iterator[list[str]]:
    """Gather what is said of a build that stops."""
    told: list[str] = []
    listener = logging.Handler(logging.ERROR)
    listener.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield told
    finally:
        logger.removeHandler(listener)


@contextmanager
def kept_in(store: Path) -> Iterator[None]:
    before = os.environ.get(ELSEWHERE)
    os.environ[ELSEWHERE] = str(store)
    try:
        yield
    finally:
        os.environ.pop(ELSEWHERE)
        if before is not None:
            os.environ[ELSEWHERE] = before


def made(project: Path, store: Path) -> Mapping[str, bytes] | str:
    """Return all the files of the site, or why there is none."""
    with kept_in(store), tempfile.TemporaryDirectory() as name, heard() as told:
        site = Path(name, "site")
        try:
            build(project, site)
        except Abort:
            assert told
            return "\n".join(told)
        files = contents(site)
        return {**files, **dict(compressed(files, store_of(project)))}


@pytest.fixture(scope="module")
def began(share: Share) -> Path:
    """A project that was built once, with what was kept of it."""

    def fill(folder: Path) -> None:
        assert isinstance(made(copy_project(folder / "projet", TINY), folder / "store"), dict)

    return share("built-once", fill)


@heavy
@many(0.12)
@given(saves=SAVES)
def test_a_site_made_of_what_was_kept_is_as_one_made_afresh(
    saves: list[list[Edit]], began: Path
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "essai")
        shutil.copytree(began, folder)
        project = folder / "projet"
        for edits in saves:
            for edit in edits:
                edit(project / "docs")
            warm = made(project, folder / "store")
        cold = made(project, folder / "cold")
        assert isinstance(warm, dict) == isinstance(cold, dict)
        if isinstance(warm, dict) and isinstance(cold, dict):
            assert [*warm] == [*cold]
            assert [path for path in cold if warm[path] != cold[path]] == []
        else:
            assert warm == cold
