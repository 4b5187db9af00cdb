"""``fil verifier --corriger`` at the command line: what it writes, and what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from boutdufil.edge.cli import main

Write = Callable[[Path, str], list[str]]
WRONG = (
    "--- fiche: tutoriels/cyber-hygiene/juste.md\n"
    "--- fiche: tutoriels/cyber-hygiene/fausse.md (CRLF)\n< numero: 101\n\n"
    "< relu_le: 2026-01-15\n> relu_le: 15/01/2024\n< niveau: 1\n> niveau: 9\n"
)


def test_the_command_says_what_it_did_then_what_remains(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, WRONG)
    assert main(["--contenu", str(tmp_path), "verifier", "--corriger"]) == 1
    done, _, left = capsys.readouterr().out.partition("\n\n")
    assert done == (
        f"{tmp_path.as_posix()}/tutoriels/cyber-hygiene/fausse.md : fins de ligne et accents "
        "uniformisés, dates écrites année-mois-jour, numéro 102 ajouté.\n1 fichier corrigé."
    )
    assert "FIL117" in left
    assert "FIL116" not in left
    assert main(["--contenu", str(tmp_path), "verifier", "--corriger"]) == 1
    assert capsys.readouterr().out.startswith("Rien à corriger automatiquement.\n\n")


def test_only_the_chosen_files_are_written(write_tree: Write, tmp_path: Path) -> None:
    write_tree(tmp_path, WRONG)
    chosen = tmp_path / "tutoriels/cyber-hygiene"
    before = (chosen / "fausse.md").read_bytes()
    command = ["--contenu", str(tmp_path), "verifier", "--corriger"]
    assert main([*command, str(chosen / "juste.md")]) == 0
    assert (chosen / "fausse.md").read_bytes() == before
    assert main([*command, str(chosen / "fausse.md")]) == 1
    assert (chosen / "fausse.md").read_bytes() != before


def test_a_program_reads_the_findings_alone(
    write_tree: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, WRONG)
    assert main(["--contenu", str(tmp_path), "verifier", "--corriger", "--format", "json"]) == 1
    told = capsys.readouterr()
    assert [each["code"] for each in json.loads(told.out)] == ["FIL117"]
    assert "1 fichier corrigé." in told.err
