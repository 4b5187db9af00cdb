"""Nothing of the machine is read, shown or written through what a pull request puts in docs/."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boutdufil.edge.cli import main
from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Code
from boutdufil.source.bounds import MOST_BYTES
from boutdufil.source.disk import NotAFileError, everything, read_ordinary, write_ordinary
from tests.conftest import WriteTree

SECRET = "rien que pour cette machine\n"


@pytest.fixture(autouse=True)
def _it_never_waits() -> Iterator[None]:
    """A pipe, or a device, that is opened waits for ever: a test fails instead."""
    signal.alarm(60)
    yield
    signal.alarm(0)


@pytest.fixture
def docs(tmp_path: Path, write_tree: WriteTree, model_text: str) -> Path:
    """A content in which nothing is wrong, beside a file that is not of it."""
    (tmp_path / "secret.md").write_text(SECRET, encoding="utf-8")
    (tmp_path / "ailleurs").mkdir()
    root = tmp_path / "docs"
    write_tree(root, f"--- fichier: tutoriels/cyber-hygiene/exemple.md\n{model_text}")
    return root


def told(docs: Path) -> set[tuple[str, Code]]:
    return {(each.path, each.code) for each in ContentReader(docs).read(date.today()).findings}


@pytest.mark.parametrize(
    "path",
    ["mediateurs/lien.md", "index.md", "synonymes.yml", "taxonomie.yml", "numeros.yml", ".cache"],
)
@pytest.mark.parametrize("form", ["texte", "github", "json"])
def test_a_link_is_told_and_what_it_leads_to_is_not(
    docs: Path, path: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = docs / path
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    file.symlink_to(docs.parent / "secret.md")
    for chosen in ([], [str(docs)]):
        assert main(["--contenu", str(docs), "verifier", "--format", form, *chosen]) == 1
        output = capsys.readouterr().out
        assert Code.NOT_A_FILE in output
        assert SECRET.strip() not in output


@pytest.mark.parametrize("make", ["pipe", "device", "loop", "folder", "nowhere"])
def test_what_is_no_ordinary_file_is_never_opened(docs: Path, make: str) -> None:
    file = docs / "tutoriels" / "cyber-hygiene" / "autre.md"
    if make == "pipe":
        os.mkfifo(file)
    else:
        target = {"device": "/dev/zero", "loop": "autre.md", "folder": "../..", "nowhere": "rien"}
        file.symlink_to(target[make])
    assert told(docs) == {("tutoriels/cyber-hygiene/autre.md", Code.NOT_A_FILE)}
    assert main(["--contenu", str(docs), "verifier", "--corriger"]) == 1
    assert file.is_symlink() or make == "pipe"


def test_no_file_is_corrected_through_a_link(docs: Path) -> None:
    outside = docs.parent / "fiche.md"
    straight = (docs / "tutoriels/cyber-hygiene/exemple.md").read_text(encoding="utf-8")
    written = straight.replace("’", "'") + "   \n\n"
    outside.write_text(written, encoding="utf-8")
    for name in ("taxonomie.yml", "tutoriels/cyber-hygiene/lien.md"):
        (docs / name).unlink(missing_ok=True)
        (docs / name).symlink_to(outside)
        assert main(["--contenu", str(docs), "verifier", "--corriger"]) == 1
        assert outside.read_text(encoding="utf-8") == written
        assert (docs / name).is_symlink()


@pytest.mark.parametrize("linked", ["tutoriels", "tutoriels/cyber-hygiene", "gestes"])
def test_no_new_file_is_written_through_a_linked_folder(
    docs: Path, linked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "tutoriels/cyber-hygiene/exemple.md").unlink()
    for folder in ("tutoriels/cyber-hygiene", "tutoriels")[: 2 if linked == "tutoriels" else 1]:
        (docs / folder).rmdir()
    (docs / linked).symlink_to(docs.parent / "ailleurs")
    asked = ["--titre", "J’ouvre", "--theme", "cyber-hygiene", "--publics", "seniors"]
    if linked == "gestes":
        asked = ["--geste", "--titre", "J’ouvre", "--appareils", "android"]
    assert main(["--contenu", str(docs), "nouveau", *asked]) == 2
    assert "ne peut pas être écrit" in capsys.readouterr().err
    assert [*(docs.parent / "ailleurs").iterdir()] == []


def test_a_new_file_does_not_take_the_place_of_a_link(tmp_path: Path) -> None:
    (tmp_path / "lien.md").symlink_to(tmp_path / "rien.md")
    with pytest.raises(NotAFileError):
        write_ordinary(tmp_path, "lien.md", b"a", is_new=True)
    with pytest.raises(NotAFileError):
        write_ordinary(tmp_path, "lien.md", b"a")
    with pytest.raises(NotAFileError):
        write_ordinary(tmp_path, "../lien.md", b"a")
    assert not (tmp_path / "rien.md").exists()
    write_ordinary(tmp_path, "a/b.md", b"long", is_new=True)
    write_ordinary(tmp_path, "a/b.md", b"b")
    assert read_ordinary(tmp_path, "a/b.md") == b"b"


def test_of_an_endless_file_no_more_is_read_than_tells_it(docs: Path) -> None:
    file = docs / "tutoriels/cyber-hygiene/exemple.md"
    os.truncate(file, 500_000_000)
    raw = read_ordinary(docs, "tutoriels/cyber-hygiene/exemple.md")
    assert raw is not None
    assert len(raw) == MOST_BYTES + 1
    assert told(docs) == {("tutoriels/cyber-hygiene/exemple.md", Code.TOO_LARGE)}


def test_nothing_is_looked_for_behind_a_link(docs: Path) -> None:
    (docs / "glossaire").symlink_to(docs.parent)
    assert ("glossaire", False) in [*everything(docs)]
    assert not [path for path, _is_ordinary in everything(docs) if path.startswith("glossaire/")]


def test_a_name_that_no_letters_write_is_told(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (b"\xff.md", b"a\nb.md", "a\u202eb.md".encode()):
        (docs / os.fsdecode(b"tutoriels/cyber-hygiene/" + name)).write_text("a", encoding="utf-8")
    for form in ("texte", "github", "json"):
        assert main(["--contenu", str(docs), "verifier", "--format", form]) == 1
        assert Code.MISPLACED_FILE in capsys.readouterr().out
