"""Anyone's base: the wheel is installed, a base is begun in an empty folder, checked and built."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest

from boutdufil import __version__
from boutdufil.resources import PACKAGED, PARTS
from boutdufil.tools.updating.decision import digest_of
from boutdufil.tools.updating.plan import BESIDE
from boutdufil.tools.updating.received import STATE, TEXTS
from tests.conftest import heavy
from tests.packaged.conftest import Fil, Start
from tests.site.builds import REPOSITORY, Built
from tests.site.plain_host import hosted
from tests.site.test_links import LOST, dead_end, internal_links

ASKED = (
    "--nom",
    "Les clics du val",
    "--publics",
    "seniors, Familles",
    "--themes",
    "messagerie, Photos",
)
RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|.*[<>:\"|?*\\].*|.*[. ]", re.IGNORECASE
)
"""``aux.md``, ``a:b``, ``fin.``: what Windows cannot keep; not ``auxiliaire.md``."""
LONGEST = 160
"""Signs of a path: Windows has room for 260, the folder of the user's environment included."""


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as opened:
        return opened.namelist()


def begun(fil: Fil, folder: Path, *more: str) -> Path:
    """Begin a base in an empty folder."""
    done = fil("commencer", "ma-base", *ASKED, *more, folder=folder)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return folder / "ma-base"


def built(fil: Fil, base: Path) -> Built:
    """Build a base; nothing is warned of, and no link is dead."""
    done = fil("site", folder=base)
    told = done.stderr.decode()
    assert done.returncode == 0, told
    assert "WARNING" not in told
    assert "EncodingWarning" not in told or "boutdufil" not in told, told
    site = Built(base / "site", base / "docs")
    links = [link for path in site.pages if path != LOST for link in internal_links(site, path)]
    assert len(links) > 100
    assert [reason for link in links if (reason := dead_end(site, link))] == []
    return site


# What is in it -------------------------------------------------------------------------------


def test_the_wheel_has_all_that_a_base_is_made_of(wheel: Path) -> None:
    held = {name.removeprefix(f"boutdufil/{PACKAGED}/") for name in names(wheel)}
    for part in PARTS:
        whole = REPOSITORY / part
        files = [file for file in whole.rglob("*") if file.is_file()] if whole.is_dir() else [whole]
        assert {file.relative_to(REPOSITORY).as_posix() for file in files} <= held


def test_the_wheel_has_nothing_of_the_tests_nor_of_a_machine(wheel: Path) -> None:
    assert {name.split("/")[0] for name in names(wheel)} == {
        "boutdufil",
        f"au_bout_du_fil-{__version__}.dist-info",
    }
    assert not [name for name in names(wheel) if "__pycache__" in name or "/.cache/" in name]


def test_every_system_can_keep_its_files(wheel: Path) -> None:
    found = names(wheel)
    assert len({name.casefold() for name in found}) == len(found)
    assert [name for name in found if any(map(RESERVED.fullmatch, name.split("/")))] == []
    assert max(map(len, found)) <= LONGEST


# A base of one's own -------------------------------------------------------------------------


def test_a_base_is_begun_checked_and_built_in_an_empty_folder(fil: Fil, tmp_path: Path) -> None:
    base = begun(fil, tmp_path, "--fiches", "401, 402")
    checked = fil("verifier", "--strict", folder=base)
    assert (checked.returncode, checked.stdout.decode()) == (0, "Rien à signaler.\n")
    site = built(fil, base)
    assert site.page("").one("a", class_="fil-brand").text == "Les clics du val"
    assert {*site.tutorials} == {"messagerie/creer-une-adresse", "messagerie/joindre-un-document"}


def test_what_a_person_answers_at_a_windows_console_is_understood(fil: Fil, tmp_path: Path) -> None:
    answers = "L’été d’Amélie\n\nBénévoles\nDémarches\naucune\n"
    done = fil("commencer", "mon été", folder=tmp_path, typed=answers, encoding="cp1252")
    assert done.returncode == 0, done.stderr.decode("cp1252")
    assert "« L’été d’Amélie » est dans mon été : aucune fiche" in done.stdout.decode("cp1252")
    base = tmp_path / "mon été"
    assert 'site_name: "L’été d’Amélie"' in (base / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'nom: "Bénévoles"' in (base / "docs/taxonomie.yml").read_text(encoding="utf-8")
    assert fil("verifier", "--strict", folder=base, encoding="cp437").returncode == 0


def test_lines_that_end_as_windows_writes_them_change_nothing(fil: Fil, tmp_path: Path) -> None:
    base = begun(fil, tmp_path, "--fiches", "401")
    pages = {
        path: built(fil, base).source(path) for path in ("index.html", "publics/seniors/index.html")
    }
    for file in base.rglob("*"):
        if file.suffix in {".md", ".yml"}:
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert fil("verifier", "--strict", folder=base).returncode == 0
    assert {path: built(fil, base).source(path) for path in pages} == pages


def test_a_path_may_be_written_as_windows_does(fil: Fil, tmp_path: Path) -> None:
    base = begun(fil, tmp_path, "--fiches", "401")
    file = "docs\\tutoriels\\messagerie\\creer-une-adresse.md"
    assert fil("verifier", file, folder=base).returncode == 0
    assert fil("--contenu", ".\\docs", "verifier", folder=base).returncode == 0
    lost = fil("verifier", "docs\\absente.md", folder=base)
    assert lost.returncode == 2
    assert "n’existe pas ici" in lost.stderr.decode()


def test_a_base_is_served_while_one_writes(fil: Fil, start: Start, tmp_path: Path) -> None:
    base = begun(fil, tmp_path, "--fiches", "aucune")
    process = start("servir", "--port", "8765", folder=base)
    assert process.stderr is not None
    told = (line.decode() for line in process.stderr)
    (place,) = re.findall(r"http://\S+", next(line for line in told if "Le site est là" in line))
    with urlopen(place, timeout=60) as answer:
        assert "Les clics du val" in answer.read().decode()
    home = base / "docs/index.md"
    home.write_text(home.read_text("utf-8") + "\nUn mot de plus.\n", "utf-8")
    assert any("Un fichier a changé" in line for line in told)
    assert any("Site à jour en" in line for line in told)
    with urlopen(place, timeout=60) as answer:
        assert "Un mot de plus." in answer.read().decode()


def test_a_base_receives_what_a_newer_wheel_gives(fil: Fil, tmp_path: Path) -> None:
    """Some of what it received is put back to what an older one would have given."""
    base = begun(fil, tmp_path, "--fiches", "401")
    mail, home, guide = (
        "docs/tutoriels/messagerie/creer-une-adresse.md",
        "docs/index.md",
        "GUIDE.md",
    )
    today = {path: (base / path).read_text("utf-8") for path in (mail, home, guide)}
    then = {
        mail: today[mail].replace("niveau: 1\n", "niveau: 2\n"),
        home: today[home].replace("pas à pas.\n", "à votre rythme.\n"),
        guide: today[guide].replace("# Faire vivre", "# Tenir"),
    }
    state = json.loads((base / STATE).read_text("utf-8"))
    for path, text in then.items():
        assert text != today[path]
        (base / path).write_text(text, "utf-8")
        (base / TEXTS / path).write_text(text, "utf-8")
        state["fichiers"][path] = {"version": "0.9.0", "empreinte": digest_of(text.encode())}
    (base / STATE).write_text(json.dumps(state), "utf-8")
    own = then[mail].replace("relu_le: 2026", "relu_le: 2025")
    (base / mail).write_text(own, "utf-8")
    (base / guide).write_text(then[guide].replace("# Tenir", "# Chez nous"), "utf-8")
    seen = fil("actualiser", "--voir", folder=base)
    assert (seen.returncode, (base / mail).read_text("utf-8")) == (1, own)
    done = fil("actualiser", folder=base)
    assert done.returncode == 1, done.stderr.decode()
    told = done.stdout.decode()
    assert f"{__version__} : 1 renouvelé, 1 réuni et 1 à reprendre." in told
    assert f"dans {BESIDE}/{guide}" in told
    assert (base / mail).read_text("utf-8") == own.replace("niveau: 2\n", "niveau: 1\n")
    assert (base / home).read_text("utf-8") == today[home]
    assert (base / BESIDE / guide).read_text("utf-8") == today[guide]
    site = built(fil, base)
    assert not [*site.site.rglob(f"*{BESIDE}*"), *site.site.rglob("*boutdufil*")]
    (base / BESIDE / guide).unlink()
    again = fil("actualiser", folder=base)
    assert again.returncode == 0
    assert again.stdout.decode().startswith(f"Tout est à jour (version {__version__}).")


def test_a_base_borrows_from_another_that_is_served(fil: Fil, tmp_path: Path) -> None:
    (tmp_path / "elle").mkdir()
    lender = begun(fil, tmp_path / "elle", "--fiches", "401, 402")
    assert fil("site", folder=lender).returncode == 0
    base = begun(fil, tmp_path, "--fiches", "401")
    with hosted(lender / "site", "/aide/") as host:
        done = fil("emprunter", host.home, "402", folder=base)
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
        assert fil("emprunter", folder=base).stdout.decode().endswith(" : à jour.\n")
    checked = fil("verifier", "--strict", folder=base)
    assert (checked.returncode, checked.stdout.decode()) == (0, "Rien à signaler.\n")


@heavy
def test_a_base_that_keeps_everything_is_whole(fil: Fil, tmp_path: Path) -> None:
    done = fil("commencer", "tout", "--nom", "Tout garder", folder=tmp_path)
    assert done.returncode == 0, done.stdout.decode()
    assert len(built(fil, tmp_path / "tout").tutorials) > 60


@pytest.mark.parametrize("folder", ["plein", "plein/fiche.md"])
def test_a_folder_that_holds_something_is_left_alone(fil: Fil, tmp_path: Path, folder: str) -> None:
    (tmp_path / "plein").mkdir()
    (tmp_path / "plein/fiche.md").write_text("À moi.", encoding="utf-8")
    done = fil("commencer", folder, *ASKED, folder=tmp_path)
    assert done.returncode == 2
    assert "existe déjà, et n’est pas vide" in done.stderr.decode()
    assert [file.name for file in tmp_path.rglob("*")] == ["plein", "fiche.md"]
