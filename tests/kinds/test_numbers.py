"""A number said over the phone is one number, and it is taken even by a file that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from boutdufil.check.rules import check
from boutdufil.edge.cli import main
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.tutorial.numbers import free_number, next_number, written_number
from boutdufil.model.finding import Code
from tests.conftest import TODAY, WriteTree

FOLDER = "tutoriels/cyber-hygiene"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("numero: 101", 101),
        ("titre: a\nnumero: 0101\n", 101),
        ("\ufeff---\r\nnumero : '007'\r\n", 7),
        ("numero\u00a0:\u00a0101", 101),
        ("titre: ma fiche\nnumero: 102 # le mien", 102),
        ("mon numero: 101", None),
        ("numero: 10123", None),
        ("numero:\n", None),
    ],
)
def test_a_number_is_found_in_the_bytes(written: str, number: int | None) -> None:
    assert written_number(written.encode()) == number


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le"])
def test_a_number_is_found_whatever_the_encoding(encoding: str) -> None:
    assert written_number("---\ntitre: Je réponds\nnumero: 101\n".encode(encoding)) == 101


def test_the_first_number_that_nobody_holds() -> None:
    assert free_number(101, {101, 102, 104}) == "103"
    assert free_number(9999, {9999}) == "100"
    assert free_number(101, range(100, 10_000)) == "", "ten thousand tutorials have them all"


def folder_with_faults(write_tree: WriteTree, folder: Path) -> None:
    write_tree(
        folder,
        f"--- fiche: {FOLDER}/juste.md\n"
        f"--- fiche: {FOLDER}/fausse.md\n< numero: 101\n> numero: 0102\n\n"
        "< niveau: 1\n> niveau: 9\n"
        f"--- fiche: {FOLDER}/windows.md (cp1252)\n< numero: 101\n> numero: 103\n"
        f"--- fiche: {FOLDER}/ouverte.md\n< numero: 101\n> numero: 104\n\n"
        "< relu_le: 2026-01-15\n< ---\n> relu_le: 2026-01-15\n",
    )


def test_a_number_of_a_file_that_is_wrong_is_not_proposed(
    write_tree: WriteTree, tmp_path: Path
) -> None:
    folder_with_faults(write_tree, tmp_path)
    content = ContentReader(tmp_path).read(TODAY)
    assert len(content.tutorials) == 1
    assert next_number(content, "cyber-hygiene") == "105"
    assert next_number(content, "cyber-hygiene", {105, 106}) == "107"
    assert next_number(content, "messagerie") == "201"


@pytest.mark.parametrize("taken", ["101", "0101", "102", "0102", "103", "104"])
def test_a_new_tutorial_takes_no_number_of_another(
    taken: str, write_tree: WriteTree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder_with_faults(write_tree, tmp_path)
    options = ["--titre", "Je classe", "--theme", "cyber-hygiene", "--publics", "seniors"]
    command = ["--contenu", str(tmp_path), "nouveau", *options]
    assert main([*command, "--numero", taken]) == 2
    assert f"le numéro {taken} est celui de {FOLDER}/" in capsys.readouterr().err
    assert main(command) == 0
    assert "Fiche 105 : " in capsys.readouterr().out


def test_two_files_that_are_wrong_cannot_hold_one_number(
    write_tree: WriteTree, tmp_path: Path
) -> None:
    fault = "\n< niveau: 1\n> niveau: 9\n"
    write_tree(
        tmp_path,
        f"--- fiche: {FOLDER}/une.md\n< numero: 101\n> numero: 0101\n{fault}"
        f"--- fiche: {FOLDER}/deux.md{fault}",
    )
    findings = check(ContentReader(tmp_path).read(TODAY))
    found = [each for each in findings if each.code is Code.DUPLICATE_NUMBER]
    assert [each.path for each in found] == [f"{FOLDER}/deux.md", f"{FOLDER}/une.md"]
    assert all(each.hint.endswith("numero: 102") for each in found)


def test_a_missing_number_is_known_by_its_key_not_by_words(
    write_tree: WriteTree, tmp_path: Path
) -> None:
    write_tree(
        tmp_path,
        f"--- fiche: {FOLDER}/juste.md\n"
        f"--- fiche: {FOLDER}/nouvelle.md\n< numero: 101\n\n< niveau: 1\n",
    )
    findings = check(ContentReader(tmp_path).read(TODAY))
    missing = {each.key: each.hint for each in findings if each.code is Code.MISSING_KEY}
    assert missing == {"numero": "numero: 102", "niveau": "niveau: 1"}
