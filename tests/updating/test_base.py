"""A base that has lived receives what a new version gives: what it wrote itself is still there."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from boutdufil import __version__, resources
from boutdufil.tools.updating.plan import BESIDE
from boutdufil.tools.updating.received import FOLDER, STATE, TEXTS
from tests.conftest import TESTS
from tests.edge.running import fil_here
from tests.updating.conftest import Base

MAILS = "docs/tutoriels/messagerie"
FIRST = f"{MAILS}/creer-une-adresse.md"
GUIDE = "GUIDE.md"
UP_TO_DATE = f"Tout est à jour (version {__version__})."


def lines(told: str) -> list[str]:
    """Return what is told of each file."""
    return told.split("\n\n")[1].splitlines()


# What is new ---------------------------------------------------------------------------------


def test_a_base_that_has_all_is_up_to_date_and_nothing_is_written(base: Base) -> None:
    before = base.everything()
    assert base.updated() == f"{UP_TO_DATE}\n"
    assert base.updated("--voir") == f"{UP_TO_DATE}\n"
    assert base.everything() == before


def test_what_was_not_touched_is_renewed(base: Base) -> None:
    today = base.text(GUIDE)
    base.received_then(GUIDE, today.replace("Faire vivre", "Tenir"))
    told = base.updated()
    assert told.startswith(f"Version {__version__} : 1 renouvelé.\n")
    assert lines(told) == ["GUIDE.md : renouvelé"]
    assert told.endswith("\nEnsuite : fil verifier\n")
    assert base.text(GUIDE) == today
    assert base.state()["fichiers"][GUIDE]["version"] == __version__
    assert base.updated() == f"{UP_TO_DATE}\n"


def test_a_first_look_changes_nothing(base: Base) -> None:
    base.received_then(GUIDE, base.text(GUIDE).replace("Faire vivre", "Tenir"))
    before = base.everything()
    told = base.updated("--voir")
    assert told.startswith(f"Ce que ferait la version {__version__} : 1 renouvelé.")
    assert told.endswith("Rien n’est encore changé : fil actualiser\n")
    assert base.everything() == before


def test_both_changes_are_joined_and_the_check_is_still_right(base: Base) -> None:
    today = base.text(FIRST)
    then = today.replace("niveau: 1\n", "niveau: 2\n")
    assert then != today
    own = then.replace("relu_le: 2026", "relu_le: 2025")
    base.received_then(FIRST, then, own)
    assert lines(base.updated())[0] == (f"{FIRST} : vos changements et les nouveaux, réunis")
    assert base.text(FIRST) == today.replace("relu_le: 2026", "relu_le: 2025")
    assert base.updated() == f"{UP_TO_DATE} 1 fichier à vous reste tel quel.\n"
    assert fil_here("verifier", folder=base.folder).returncode == 0


def test_a_new_tutorial_comes_when_it_was_chosen_from_the_start(base: Base, tmp_path: Path) -> None:
    path = f"{MAILS}/joindre-un-document.md"
    for folder in (base.folder, base.file(TEXTS)):
        (folder / path).unlink()
    base.noted_then(path, None)
    assert lines(base.updated())[0] == f"{path} : nouveau"
    assert base.file(path).is_file()
    # The others of the theme were not chosen: they do not come.
    names = {file.name for file in base.file(MAILS).iterdir()}
    assert len(names) == 3


# What a base keeps ---------------------------------------------------------------------------


def test_what_the_base_alone_changed_stays_and_what_it_took_out_too(base: Base) -> None:
    own = base.text(FIRST) + "\nUn mot de plus.\n"
    base.file(FIRST).write_text(own, "utf-8")
    shutil.rmtree(base.file("docs/glossaire"))
    told = base.updated()
    assert told.startswith(f"{UP_TO_DATE} 1 fichier à vous reste tel quel et ")
    assert "que vous aviez retirés le restent" in told
    assert base.text(FIRST) == own
    assert not base.file("docs/glossaire").exists()
    assert base.updated() == told


def test_the_same_lines_changed_twice_are_laid_beside_until_someone_takes_them_up(
    base: Base,
) -> None:
    today = base.text(GUIDE)
    first = today.splitlines()[0]
    own = today.replace(first, "# Chez nous")
    base.received_then(GUIDE, today.replace(first, "# Autrefois"), own)
    told = base.updated(code=1)
    laid = f"{BESIDE}/{GUIDE}"
    assert lines(told)[0] == f"GUIDE.md : gardé comme il est ; la nouvelle version est dans {laid}"
    assert (base.text(GUIDE), base.text(laid)) == (own, today)
    # It waits, as long as it is there.
    assert f"GUIDE.md : toujours à reprendre, d’après {laid}" in base.updated(code=1)
    # Taken away, it is taken up: the base has the last word.
    base.file(laid).unlink()
    assert base.updated() == f"{UP_TO_DATE} 1 fichier à vous reste tel quel.\n"
    assert base.text(GUIDE) == own


def test_what_someone_writes_in_a_file_laid_beside_is_not_written_over(base: Base) -> None:
    today = base.text(GUIDE)
    first = today.splitlines()[0]
    base.received_then(GUIDE, today.replace(first, "# Autrefois"), today.replace(first, "# Nous"))
    base.updated(code=1)
    laid = base.file(f"{BESIDE}/{GUIDE}")
    # A later version gives something else, and someone was at work in the former one.
    state = base.text(STATE).replace('"a_cote": "', '"a_cote": "00')
    base.file(STATE).write_text(state, "utf-8")
    laid.write_text("À moi.", "utf-8")
    base.updated(code=1)
    assert laid.read_text("utf-8") == "À moi."


def test_a_conflict_that_the_base_settles_leaves_nothing_behind(base: Base) -> None:
    today = base.text(GUIDE)
    first = today.splitlines()[0]
    base.received_then(GUIDE, today.replace(first, "# Autrefois"), today.replace(first, "# Nous"))
    base.updated(code=1)
    base.file(GUIDE).write_text(today, "utf-8")
    assert base.updated() == f"{UP_TO_DATE}\n"
    assert not base.file(BESIDE).exists()


def test_what_is_given_no_more_goes_when_nobody_had_touched_it(base: Base) -> None:
    gone, kept = "docs/glossaire/minitel.md", "docs/glossaire/telex.md"
    base.received_then(gone, "---\nterme: minitel\n---\n")
    base.received_then(kept, "---\nterme: télex\n---\n", "---\nterme: le télex\n---\n")
    assert lines(base.updated()) == [
        f"{gone} : retiré, il n’est plus fourni",
        f"{kept} : gardé, car vous l’avez changé ; il n’est plus fourni",
    ]
    assert not base.file(gone).exists()
    assert base.file(kept).is_file()
    assert not {gone, kept} & {*base.state()["fichiers"]}
    assert base.updated() == f"{UP_TO_DATE}\n"


def test_a_new_tutorial_does_not_take_the_number_of_one_of_ours(base: Base) -> None:
    path = f"{MAILS}/joindre-un-document.md"
    own = f"{MAILS}/envoyer-un-fichier.md"
    base.file(path).rename(base.file(own))
    base.file(f"{TEXTS}/{path}").unlink()
    base.noted_then(path, None)
    told = base.updated(code=1)
    assert f"({own} a déjà ce numéro)" in told
    assert not base.file(path).exists()
    assert base.file(f"{BESIDE}/{path}").is_file()
    base.file(f"{BESIDE}/{path}").unlink()
    assert UP_TO_DATE in base.updated()


# Other machines ------------------------------------------------------------------------------


def test_a_base_saved_under_windows_is_unchanged_and_stays_as_it_is(base: Base) -> None:
    for file in base.folder.rglob("*"):
        if file.suffix in {".md", ".yml", ".json"}:
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = base.everything()
    assert base.updated() == f"{UP_TO_DATE}\n"
    assert base.everything() == before
    today = base.file(GUIDE).read_bytes()
    then = base.text(f"{TEXTS}/{GUIDE}").replace("Faire vivre", "Tenir")
    base.received_then(GUIDE, then)
    base.file(GUIDE).write_bytes(then.replace("\n", "\r\n").encode())
    assert "GUIDE.md : renouvelé" in base.updated()
    assert base.file(GUIDE).read_bytes() == today


def test_a_name_in_another_case_is_the_same_file(base: Base) -> None:
    base.file(GUIDE).rename(base.file("guide.md"))
    assert base.updated() == f"{UP_TO_DATE}\n"
    then = base.text("guide.md").replace("Faire vivre", "Tenir")
    base.received_then(GUIDE, then)
    base.file("guide.md").write_text(then, "utf-8")
    base.file(GUIDE).unlink()
    assert "guide.md : renouvelé" in base.updated()
    assert not base.file(GUIDE).exists()


def test_a_link_is_neither_followed_nor_replaced(base: Base, tmp_path: Path) -> None:
    outside = tmp_path / "ailleurs.md"
    outside.write_text("Dehors.", "utf-8")
    base.received_then(GUIDE, base.text(GUIDE).replace("Faire vivre", "Tenir"))
    base.file(GUIDE).unlink()
    base.file(GUIDE).symlink_to(outside)
    assert "GUIDE.md : gardé comme il est" in base.updated(code=1)
    assert base.file(GUIDE).is_symlink()
    assert outside.read_text("utf-8") == "Dehors."


def test_a_folder_that_is_a_link_receives_nothing(base: Base, tmp_path: Path) -> None:
    outside = tmp_path / "ailleurs"
    base.file("docs/glossaire").rename(outside)
    base.file("docs/glossaire").symlink_to(outside)
    path = "docs/glossaire/bouton.md"
    (outside / "bouton.md").unlink()
    base.noted_then(path, None)
    assert f"{path} : gardé comme il est" in base.updated(code=1)
    assert not (outside / "bouton.md").exists()
    assert base.file(f"{BESIDE}/{path}").is_file()


def test_what_is_laid_beside_does_not_go_through_a_link(base: Base, tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    base.file(BESIDE).symlink_to(tmp_path / "ailleurs")
    first = base.text(GUIDE).splitlines()[0]
    today = base.text(GUIDE)
    base.received_then(GUIDE, today.replace(first, "# Avant"), today.replace(first, "# Nous"))
    done = base.update()
    assert done.returncode == 2
    assert "est un lien" in done.stderr.decode()
    assert [*(tmp_path / "ailleurs").iterdir()] == []


# What stops half-way -------------------------------------------------------------------------


@pytest.mark.parametrize("cut", range(6))
def test_wherever_it_is_cut_it_is_begun_again(
    base: Base, cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide, first = base.text(GUIDE), base.text(FIRST)
    base.received_then(GUIDE, guide.replace("Faire vivre", "Tenir"))
    then = first.replace("niveau: 1\n", "niveau: 2\n")
    base.received_then(FIRST, then, then.replace("relu_le: 2026", "relu_le: 2025"))
    base.received_then("README.md", "# Avant\n", "# À nous\n")
    base.received_then("docs/glossaire/minitel.md", "---\nterme: minitel\n---\n")
    done = []
    replace = Path.replace

    def writes(self: Path, target: Path) -> Path:
        # As many files as it takes, then the disk is gone.
        if FOLDER in self.parts or self.is_relative_to(base.folder):
            done.append(target)
        if len(done) > cut:
            raise OSError(5, os.strerror(5), str(target))
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", writes)
        stopped = base.update().returncode
    assert stopped == 2
    base.updated(code=1)
    assert base.text(GUIDE) == guide
    assert base.text(FIRST) == first.replace("relu_le: 2026", "relu_le: 2025")
    assert base.text("README.md") == "# À nous\n"
    assert base.file(f"{BESIDE}/README.md").is_file()
    assert not base.file("docs/glossaire/minitel.md").exists()
    whole = base.everything()
    base.updated(code=1)
    assert base.everything() == whole


# A base of before ----------------------------------------------------------------------------


def test_a_base_of_before_is_noted_as_it_is_and_then_followed(base: Base) -> None:
    own = base.text(FIRST) + "\nUn mot de plus.\n"
    base.file(FIRST).write_text(own, "utf-8")
    base.file("docs/glossaire/bouton.md").unlink()
    answers = base.state()["reponses"]
    shutil.rmtree(base.file(FOLDER))
    before = base.everything()
    told = base.updated("--voir")
    assert "Je noterais, d’après la version" in told
    assert base.everything() == before
    told = base.updated()
    assert "1 que vous avez changés, 1 que vous n’avez pas" in told
    assert {path: raw for path, raw in base.everything().items() if path in before} == before
    assert base.state()["reponses"] == answers
    assert UP_TO_DATE in base.updated()


def test_a_base_of_before_is_not_noted_by_another_version(base: Base) -> None:
    shutil.rmtree(base.file(FOLDER))
    base.file("requirements.txt").write_text("au-bout-du-fil==0.9.0\n", "utf-8")
    done = base.update()
    assert done.returncode == 2
    assert "la version que dit requirements.txt, 0.9.0" in done.stderr.decode()
    assert not base.file(FOLDER).exists()


# What is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "pas du JSON",
        "[]",
        '{"format": 2, "version": "9", "reponses": {}, "fichiers": {}}',
        '{"format": 1, "version": "1", "reponses": {"nom": 1}, "fichiers": {}}',
    ],
)
def test_an_account_that_is_not_understood_changes_nothing(base: Base, written: str) -> None:
    base.file(STATE).write_text(written, "utf-8")
    before = base.everything()
    done = base.update()
    assert done.returncode == 2
    assert "ne se lit pas" in done.stderr.decode()
    assert base.everything() == before


@pytest.mark.parametrize("path", ["../dehors.md", "/etc/passwd", "docs/../../a.md", "C:a", "a\\b"])
def test_an_account_leads_nowhere_outside(base: Base, path: str) -> None:
    state = base.state()
    state["fichiers"][path] = {"version": "1", "empreinte": "0"}
    base.file(STATE).write_text(json.dumps(state), "utf-8")
    assert base.update().returncode == 2


def test_the_program_itself_is_no_base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "DOCS", TESTS.parent / "docs")
    done = fil_here("actualiser", folder=TESTS.parent)
    assert done.returncode == 2
    assert "mettez-le à jour avec git" in done.stderr.decode()
