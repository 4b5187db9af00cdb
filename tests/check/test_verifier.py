"""``fil verifier``: what it says, and the exit code that a script relies on."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boutdufil.edge.cli import main

Write = Callable[[Path, str], list[str]]

RIGHT = "--- fiche: tutoriels/cyber-hygiene/juste.md\n"
WRONG = """--- fiche: tutoriels/cyber-hygiene/fausse.md
< numero: 101
> numero: 102
< niveau: 1
> niveau: 9
"""
HALF = """--- fiche: tutoriels/messagerie/moitie.md
< numero: 101
> numero: 103
< titre: Je vérifie un message
> titre: J’agrandis les lettres de mon écran
<   - J’ai reçu un message bizarre
<   - Ma banque veut mon code
>   - Je ne vois plus rien sur mon téléphone
>   - C’est écrit trop petit
< themes: [cyber-hygiene]
> themes: [messagerie]
< /// dire
< Lisez le message.
< ///
"""


@pytest.fixture(autouse=True)
def _a_day_soon_after_the_review(monkeypatch: pytest.MonkeyPatch, today: date) -> None:
    """The model tutorial grows old; these tests do not."""

    monkeypatch.setattr("boutdufil.edge.commands.verifier.latest_day", lambda: today)


def verifier(folder: Path, *arguments: str | Path) -> int:
    return main(["--contenu", str(folder), "verifier", *map(str, arguments)])


def test_right_content_has_nothing_to_report(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, RIGHT)
    assert verifier(tmp_path, "--strict") == 0
    assert capsys.readouterr() == ("Rien à signaler.\n", "")


def test_an_error_fails_and_says_where(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, RIGHT + WRONG)
    assert verifier(tmp_path) == 1
    told = capsys.readouterr().out
    assert "tutoriels/cyber-hygiene/fausse.md, ligne 7\n  erreur FIL117" in told
    assert "\n7 | niveau: 9\n" in told.replace("    ", "")
    assert "\n1 erreur.\nUne erreur empêche de publier." in told


def test_a_warning_fails_only_when_strict(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, RIGHT + HALF)
    assert verifier(tmp_path) == 0
    assert "1 avertissement." in capsys.readouterr().out
    assert verifier(tmp_path, "--strict") == 1


def test_everything_is_told_at_once_sorted_by_place(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, HALF + WRONG + "> duree: 900\n")
    assert verifier(tmp_path, "--format", "json") == 1
    places = [(found["path"], found["line"]) for found in json.loads(capsys.readouterr().out)]
    assert places == sorted(places)
    assert [Path(path).name for path, _ in places] == ["fausse.md", "fausse.md", "moitie.md"]


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        (["tutoriels/cyber-hygiene/fausse.md"], 1),
        (["tutoriels/cyber-hygiene"], 1),
        (["tutoriels/messagerie", "tutoriels/cyber-hygiene/juste.md"], 0),
        (["tutoriels/messagerie", "tutoriels/cyber-hygiene/fausse.md"], 1),
        (["taxonomie.yml"], 0),
    ],
)
def test_only_the_chosen_files_are_told(
    write_tree: Write, tmp_path: Path, chosen: list[str], code: int
) -> None:
    write_tree(tmp_path, RIGHT + WRONG + HALF)
    assert verifier(tmp_path, *(tmp_path / path for path in chosen)) == code


def test_a_chosen_file_is_checked_against_all_the_others(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, RIGHT + RIGHT.replace("juste", "sosie"))
    assert verifier(tmp_path, tmp_path / "tutoriels/cyber-hygiene/sosie.md") == 1
    assert "FIL301" in capsys.readouterr().out
    # Nobody knows which of the two is the newcomer: both are told.
    assert verifier(tmp_path, tmp_path / "tutoriels/cyber-hygiene/juste.md") == 1


def test_a_path_is_chosen_from_where_one_stands(
    write_tree: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(tmp_path / "docs", RIGHT + WRONG)
    monkeypatch.chdir(tmp_path)
    assert main(["verifier", "docs/tutoriels/cyber-hygiene/juste.md"]) == 0
    assert main(["verifier", "docs/../docs/tutoriels/cyber-hygiene/fausse.md"]) == 1


def test_a_path_that_does_not_exist_cannot_be_checked(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, RIGHT)
    assert verifier(tmp_path, tmp_path / "tutoriels/absente.md") == 2
    assert verifier(tmp_path / "ailleurs") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "absente.md » n’existe pas ici." in told.err


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--stricte"]])
def test_an_unusable_call_is_refused(tmp_path: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        verifier(tmp_path, *arguments)
    assert refused.value.code == 2


def test_a_command_is_required() -> None:
    with pytest.raises(SystemExit) as refused:
        main([])
    assert refused.value.code == 2


def test_without_a_taxonomy_only_that_is_told(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, RIGHT + WRONG)
    (tmp_path / "taxonomie.yml").unlink()
    assert verifier(tmp_path, "--format", "json") == 1
    assert {Path(found["path"]).name for found in json.loads(capsys.readouterr().out)} == {
        "taxonomie.yml"
    }


def test_the_annotations_name_the_lines_of_the_files(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, RIGHT + WRONG)
    assert verifier(tmp_path, "--format", "github") == 1
    (annotation, counts) = capsys.readouterr().out.splitlines()
    assert counts == "::notice title=fil verifier::1 erreur."
    file = tmp_path / "tutoriels/cyber-hygiene/fausse.md"
    assert annotation.startswith(f"::error file={file.as_posix()},line=7,")
    assert file.read_text(encoding="utf-8").splitlines()[6] == "niveau: 9"


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_a_terminal_that_wants_them(
    write_tree: Write,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    coloured: bool,
) -> None:
    write_tree(tmp_path, RIGHT + WRONG)
    assert verifier(tmp_path) == 1
    assert "\x1b" not in capsys.readouterr().out
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert verifier(tmp_path) == 1
    assert ("\x1b" in capsys.readouterr().out) is coloured
