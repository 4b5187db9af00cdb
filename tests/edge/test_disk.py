"""A disk that refuses: one French line says why and what to do, and the former site stays."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.edge.running import Answer, fil_here
from tests.site.builds import TINY, contents, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "projet", TINY)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 KB: what is written there soon fills it."""
    disk = tmp_path / "disque"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill(file: Path) -> None:
    """Write to a file until the disk is full."""
    with suppress(OSError), file.open("wb", buffering=0) as opened:
        while True:
            opened.write(bytes(4096))


def told(answer: Answer) -> str:
    """Return the only line that ``fil`` says of what stopped it."""
    assert answer.returncode == 2, answer.stderr.decode()
    (line,) = (each for each in answer.stderr.decode().splitlines() if each.startswith("fil : "))
    return line


def test_a_full_disk_is_told_and_the_former_site_stays(project: Path, small_disk: Path) -> None:
    site = small_disk / "site"
    site.mkdir()
    (site / "404.html").write_text("l’ancien site", encoding="utf-8")
    line = told(fil_here("site", "--dossier", site, folder=project))
    assert "le disque est plein. Faites de la place, puis recommencez." in line
    assert contents(small_disk) == {"site/404.html": "l’ancien site".encode()}


def test_a_disk_that_is_only_read_is_told(project: Path, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    line = told(fil_here("site", "--dossier", small_disk / "site", folder=project))
    assert line.endswith("ce disque ne se laisse pas écrire. Choisissez un autre dossier.")


def test_a_disk_is_not_replaced_by_a_site(project: Path, small_disk: Path) -> None:
    line = told(fil_here("site", "--dossier", small_disk, folder=project))
    assert f"« {small_disk} » est un disque" in line
    assert f"« {small_disk / 'site'} » par exemple" in line


def test_a_site_behind_a_link_is_replaced_where_it_is(project: Path, tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    site = tmp_path / "site"
    site.symlink_to(tmp_path / "ailleurs")
    for _time in range(2):
        assert fil_here("site", "--dossier", site, folder=project).returncode == 0
    assert site.is_symlink()
    assert (tmp_path / "ailleurs/index.html").is_file()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["ailleurs", "projet", "site"]


def test_a_link_to_nothing_is_told(project: Path, tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "perdu")
    line = told(fil_here("site", "--dossier", tmp_path / "site", folder=project))
    assert "mène à un dossier qui n’existe pas ; créez-le, ou retirez le lien." in line


def test_a_new_tutorial_is_written_whole_or_not_at_all(project: Path, small_disk: Path) -> None:
    answers = ["--titre", "Je range mes papiers", "--theme", "photos", "--publics", "voisins"]
    docs = small_disk / "docs"
    copied = subprocess.run(["cp", "-r", str(project / "docs"), str(docs)], check=True)
    assert copied.returncode == 0
    before = set(contents(docs))
    filler = small_disk / "plein"
    fill(filler)
    line = told(fil_here("nouveau", "--contenu", docs, *answers, folder=project))
    assert "le disque est plein" in line
    assert set(contents(docs)) == before
    filler.unlink()
    assert fil_here("nouveau", "--contenu", docs, *answers, folder=project).returncode == 0


def test_what_is_published_is_what_was_checked(project: Path, tmp_path: Path) -> None:
    """A page that is changed while the site is made is published as it was read."""
    page = project / "docs/index.md"
    hooks = project / "hooks/build.py"
    text = hooks.read_text(encoding="utf-8")
    hooks.write_text(
        text.replace(
            "    site.configure(config)\n",
            "    site.configure(config)\n"
            "    from pathlib import Path\n"
            f"    Path({str(page)!r}).write_text('Jamais vérifié.', encoding='utf-8')\n",
        ),
        encoding="utf-8",
    )
    assert fil_here("site", "--dossier", tmp_path / "site", folder=project).returncode == 0
    assert page.read_text(encoding="utf-8") == "Jamais vérifié."
    for path, content in contents(tmp_path / "site").items():
        assert "Jamais vérifié".encode() not in content, path
